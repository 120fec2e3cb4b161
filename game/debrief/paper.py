"""Paper: a page that stands alone, reads on a phone and prints; and the small drawings on it."""

from collections.abc import Iterable, Sequence
from html import escape

STYLE = """
:root{--paper:#e9e3d5;--sheet:#f8f5ec;--ink:#1b2026;--second:#474d54;--hair:#cbc3b1;
--square:#143f73;--diamond:#ad3811;--circle:#0b6c57;--triangle:#5e6367}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.45 Pretendard,"Segoe UI",
"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR",Arial,sans-serif}:lang(ko){word-break:keep-all}
main{max-width:1080px;margin:0 auto;padding:32px 24px 48px}
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
td.figure,th.figure{text-align:right;white-space:nowrap;padding-right:0}
tr{break-inside:avoid}ul,ol{margin:0;padding-left:20px}li{margin:0 0 6px}
li ul{margin:4px 0 10px}li li{margin:0 0 3px}
svg{display:block;width:100%;height:auto}.chart{overflow-x:auto}.chart svg{min-width:560px}
@media (max-width:640px){main{padding:20px 14px}h1{font-size:32px}
.wide td,.wide th{display:block;border:0;padding:1px 0}.wide tr{display:block;padding:8px 0;
border-bottom:1px solid var(--hair)}.wide th{display:none}
.wide td[data-head]::before{content:attr(data-head);display:block;color:var(--second);font-size:12px}}
@media print{@page{size:A4;margin:14mm}body{background:#fff;font-size:11.5px}main{padding:0;max-width:none}
.chart svg{min-width:0}h1{font-size:30px}
h2{margin:16px 0 6px;font-size:15px}.lead{font-size:14px}.sheet{padding:8px 10px}
.columns{gap:10px;grid-template-columns:repeat(3,1fr)}td,th{padding:2px 8px 2px 0}}
"""
"""The look of every page, after that of the desk."""


def paper(title: str, *parts: str, style: str = "", language: str = "en") -> str:
    """Return a whole HTML page of *parts*, which asks nothing of any network; *style* adds to its look."""
    head = (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}{style}</style></head><body><main>"
    )
    return f"{head}{''.join(parts)}</main></body></html>\n"


def tag(name: str, *inner: str, **attributes: str) -> str:
    """Return one element around parts that are HTML already; `class_` stands for class, `a_b` for a-b."""
    named = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    told = "".join(f' {key}="{escape(value)}"' for key, value in named if value)
    return f"<{name}{told}>{''.join(inner)}</{name}>"


def text(words: object) -> str:
    """Return words as HTML."""
    return escape(str(words), quote=False)


def section(title: str, *inner: str) -> str:
    """Return a part of the page under its heading; nothing where there is nothing in it."""
    return tag("section", tag("h2", text(title)), *inner) if any(inner) else ""


def listed(items: Iterable[str]) -> str:
    """Return parts as a list; nothing for none."""
    found = "".join(tag("li", item) for item in items)
    return tag("ul", found) if found else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]], figures: int = 0) -> str:
    """Return rows of parts under a *head* of words; the last *figures* columns hold figures."""
    kinds = ["figure" if number >= len(head) - figures else "" for number in range(len(head))]
    top = tag("tr", *(tag("th", text(word), class_=kind) for word, kind in zip(head, kinds, strict=True)))
    body = "".join(
        tag(
            "tr",
            *(
                tag("td", cell, class_=kind, data_head=word)
                for cell, kind, word in zip(row, kinds, head, strict=True)
            ),
        )
        for row in rows
    )
    return tag("table", top, body, class_="wide") if body else ""


def trend(
    readings: Sequence[float],
    months: Sequence[str],
    bounds: tuple[int, int],
    bands: Sequence[tuple[float, str]],
    marks: Iterable[tuple[int, str]],
) -> str:
    """Return a line of readings over months as a drawing.

    *bands* gives the highest reading of each band with its name; *marks* a month's number from 1 and
    what is written there.
    """
    wide, high, left, foot = 1000, 250, 70, 34
    low, top = bounds
    across = (wide - left - 20) / max(1, len(readings) - 1)

    def x(number: float) -> float:
        return round(left + number * across, 1)

    def y(reading: float) -> float:
        return round((high - foot) - (reading - low) * (high - foot - 14) / (top - low), 1)

    parts, floor = [], float(low)
    for number, (end, name) in enumerate(bands):
        fill = ("#dfe4e3", "#f2e3c0", "#eedbd8")[min(number, 2)]
        size = f'width="{wide - left - 20}" height="{y(floor) - y(end)}"'
        parts.append(f'<rect x="{left}" y="{y(end)}" {size} fill="{fill}"/>')
        parts.append(
            f'<text x="{left - 8}" y="{y((floor + end) / 2) + 4}" text-anchor="end">{text(name)}</text>'
        )
        floor = end
    for number, month in enumerate(months, start=1):
        parts.append(f'<text x="{x(number)}" y="{high - 12}" text-anchor="middle">{text(month)}</text>')
    line = " ".join(f"{x(n)},{y(reading)}" for n, reading in enumerate(readings))
    parts.append(f'<polyline points="{line}" fill="none" stroke="#1b2026" stroke-width="3"/>')
    for place, (number, label) in enumerate(marks, start=1):
        at, high_up = f'cx="{x(number)}" cy="{y(readings[number])}"', y(readings[number]) + 5
        parts.append(f'<circle {at} r="11" fill="#7a1f2b"><title>{text(label)}</title></circle>')
        style = 'text-anchor="middle" fill="#ffffff" font-weight="700"'
        parts.append(f'<text x="{x(number)}" y="{high_up}" {style}>{place}</text>')
    style = 'font-size="14" fill="#474d54" font-family="inherit" role="img"'
    return f'<svg viewBox="0 0 {wide} {high}" {style}>{"".join(parts)}</svg>'
