"""Paper: a page that stands alone, reads on a phone and prints."""

from collections.abc import Iterable, Sequence

from game.debrief.markup import NOTHING, Html, Words, document, tag

STYLE = """
:root{--paper:#e9e3d5;--sheet:#f8f5ec;--ink:#1b2026;--second:#474d54;--hair:#cbc3b1;
--square:#143f73;--diamond:#ad3811;--circle:#0b6c57;--triangle:#5e6367}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.45 Pretendard,"Segoe UI",
"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR",Arial,sans-serif}:lang(ko){word-break:keep-all}
body{overflow-wrap:break-word}main{max-width:1080px;margin:0 auto;padding:32px 24px 48px}
h1{font-size:44px;line-height:1.1;margin:4px 0 8px}h2{font-size:19px;margin:32px 0 10px;padding-top:8px;
border-top:3px double var(--ink);break-after:avoid}h3{font-size:16px;margin:0 0 6px}
p{margin:0 0 8px}.lead{font-size:18px}.note{color:var(--second);font-size:13px}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(270px,1fr));gap:16px}
.sheet{background:var(--sheet);border:1px solid var(--hair);border-radius:6px;padding:14px 16px;
break-inside:avoid}
.square{border-top:5px solid var(--square)}.diamond{border-top:5px solid var(--diamond)}
.circle{border-top:5px solid var(--circle)}
.square h3,.t-square{color:var(--square)}.diamond h3,.t-diamond{color:var(--diamond)}
.circle h3,.t-circle{color:var(--circle)}
.points{float:right;font-size:26px;font-weight:700;line-height:1;color:var(--ink)}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:5px 10px 5px 0;
border-bottom:1px solid var(--hair)}th{color:var(--second);font-weight:600;font-size:13px}
td{overflow-wrap:anywhere;min-width:6rem}
td.figure,th.figure{text-align:right;white-space:nowrap;padding-right:0;min-width:0}
tr{break-inside:avoid}ul,ol{margin:0;padding-left:20px}li{margin:0 0 6px}
li ul{margin:4px 0 10px}li li{margin:0 0 3px}
svg{display:block;width:100%;height:auto}.small{display:none}
@media (max-width:640px){main{padding:20px 14px}h1{font-size:32px}
.small{display:block}.small+.chart{display:none}
.wide td,.wide th{display:block;border:0;padding:1px 0}.wide tr{display:block;padding:8px 0;
border-bottom:1px solid var(--hair)}.wide th{display:none}
.wide td[data-head]::before{content:attr(data-head);display:block;color:var(--second);font-size:12px}}
@media print{@page{size:A4;margin:14mm}body{background:#fff;font-size:11.5px}main{padding:0;max-width:none}
.small{display:none}.small+.chart{display:block}h1{font-size:30px}
h2{margin:16px 0 6px;font-size:15px}.lead{font-size:14px}.sheet{padding:8px 10px}
.columns{gap:10px;grid-template-columns:repeat(3,1fr)}td,th{padding:2px 8px 2px 0}}
"""
"""The look of every page, after that of the desk."""


def paper(title: str, *parts: Words, style: str = "", language: str = "en", script: Words = NOTHING) -> str:
    """Return a whole page of *parts*, which asks nothing of any network; *style* adds to its look."""
    return document(language, title, STYLE + style, *parts, code=script)


def section(title: str, *inner: Words) -> Html:
    """Return a part of the page under its heading; nothing where there is nothing in it."""
    return tag("section", tag("h2", title), *inner) if any(inner) else NOTHING


def listed(items: Iterable[Words]) -> Html:
    """Return parts as a list; nothing for none."""
    found = [tag("li", item) for item in items]
    return tag("ul", *found) if found else NOTHING


def table(head: Sequence[str], rows: Iterable[Sequence[Words]], figures: int = 0, wide: bool = True) -> Html:
    """Return rows of parts under a *head* of words; the last *figures* columns hold figures.

    A *wide* one becomes a list of its rows on a narrow screen.
    """
    kinds = ["figure" if number >= len(head) - figures else None for number in range(len(head))]
    top = (tag("th", word, scope="col", class_=kind) for word, kind in zip(head, kinds, strict=True))
    body = [
        tag(
            "tr",
            *(
                tag("td", cell, class_=kind, data_head=word or None)
                for cell, kind, word in zip(row, kinds, head, strict=True)
            ),
        )
        for row in rows
    ]
    parts = (tag("thead", tag("tr", *top)), tag("tbody", *body))
    return tag("table", *parts, class_="wide" if wide else None) if body else NOTHING
