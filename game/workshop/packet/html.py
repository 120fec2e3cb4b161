"""The packet as one HTML page that stands alone and prints sheet by sheet."""

from collections.abc import Iterable, Iterator

from game.debrief.markup import NOTHING, Html, Words, joined, tag
from game.debrief.paper import paper
from game.rules.index import Say
from game.scenario.languages import catalogue
from game.workshop.packet.blocks import (
    Block,
    Box,
    Boxes,
    Bullets,
    Heading,
    Line,
    Packet,
    Para,
    Rows,
    Sheet,
    Weight,
    runs,
)

STYLE = """
.running{font-size:20px}.cover{padding:24px 0 8px}.cover h1{font-size:56px}
.facts{display:grid;grid-template-columns:auto 1fr;gap:2px 16px;margin:16px 0;max-width:640px}
.facts dt{color:var(--second);font-weight:600}.facts dd{margin:0}
.toc{columns:2;max-width:720px;padding:0;list-style:none}.toc a{color:inherit}
.leaf{background:var(--sheet);border:1px solid var(--hair);border-radius:6px;margin:24px 0;
padding:0 24px 20px;overflow:hidden}
.leaf>header{display:flex;justify-content:space-between;align-items:baseline;gap:16px;margin:0 -24px 14px;
padding:12px 24px;border-bottom:1px solid var(--hair)}
.leaf>header h2{border:0;margin:0;padding:0;font-size:28px;line-height:1.2}
.leaf.private>header{background:#1d252d;color:#f3efe5;border:0}
.leaf>header .eyes{font-size:13px;white-space:nowrap}
.leaf.private>header.square h2{color:#86beee}.leaf.private>header.diamond h2{color:#f59a74}
.leaf.private>header.circle h2{color:#63cdb0}
.leaf>header.square,.leaf>header.diamond,.leaf>header.circle{border-top:0}
.leaf h3{font-size:18px;margin:22px 0 8px;break-after:avoid}
.leaf table{table-layout:fixed}
.boxes{display:grid;gap:10px}.boxes.two{grid-template-columns:1fr 1fr}
.boxes.three{grid-template-columns:repeat(3,1fr)}
.box{border:1px solid var(--hair);border-top-width:4px;border-radius:4px;padding:8px 10px;break-inside:avoid;
background:#fffdf6}
.box>:first-child{margin:0 0 4px;font-size:15px;display:flex;justify-content:space-between;gap:8px;
align-items:baseline}
.box>:first-child small{font-weight:400;color:var(--second);font-size:12px;white-space:nowrap}
.box p{margin:0 0 3px}.box p.note{font-size:12.5px}.box.square{border-top-color:var(--square)}
.box.diamond{border-top-color:var(--diamond)}.box.circle{border-top-color:var(--circle)}
@media (max-width:640px){.boxes.two,.boxes.three{grid-template-columns:1fr}.toc{columns:1}
.leaf{padding:0 14px 14px}.leaf>header{margin:0 -14px 12px;padding:10px 14px}.cover h1{font-size:36px}}
@media print{html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.cover{padding:30mm 0 0}.leaf{background:#fff;border:0;border-radius:0;margin:0;padding:0;break-before:right;
overflow:visible}.leaf>header{margin:0 0 10px;padding:8px 12px;border-radius:3px}
.leaf h3{margin:14px 0 5px;font-size:14px}.box p.note{font-size:10px}.box p{font-size:10.5px}
.box>:first-child{font-size:12px}.box{background:#fff;padding:6px 8px}.toc{columns:1}.boxes{gap:7px}
.leaf>header h2{font-size:20px}}
"""
"""What the packet adds to the look of every page."""

COLUMNS = {2: "two", 3: "three"}


MARKS = {Weight.BOLD: "strong", Weight.SLANTED: "em"}


def packet_page(packet: Packet) -> str:
    """Return the packet as a whole HTML page."""
    say = catalogue(packet.language).gettext
    names = [f"sheet-{number}" for number, _ in enumerate(packet.sheets, start=1)]
    numbered = list(zip(names, packet.sheets, strict=True))
    leaves = (_leaf(name, sheet, say) for name, sheet in numbered)
    cover = _cover(packet, numbered, say) if packet.covered else tag("h1", packet.title, class_="running")
    return paper(packet.title, cover, *leaves, style=STYLE, language=packet.language)


def _cover(packet: Packet, sheets: Iterable[tuple[str, Sheet]], say: Say) -> Html:
    printing = say(
        "Print this page on one side of the paper: browsers may begin a seat’s sheet on the back of "
        "another’s. The PDF, and a file for each reader, are safe on both sides."
    )
    facts = (joined(tag("dt", word), tag("dd", answer)) for word, answer in packet.facts)
    return tag(
        "section",
        tag("p", say("A scenario for Simmer, on paper"), class_="note"),
        tag("h1", packet.title),
        tag("p", packet.summary, class_="lead"),
        tag("dl", *facts, class_="facts"),
        tag("ul", *(_link(name, sheet) for name, sheet in sheets), class_="toc"),
        tag("p", printing, class_="note"),
        class_="cover",
    )


def _link(name: str, sheet: Sheet) -> Html:
    eyes = tag("span", f" · {sheet.eyes}", class_="note")
    return tag("li", tag("a", sheet.title, href=f"#{name}"), eyes)


def _leaf(name: str, sheet: Sheet, say: Say) -> Html:
    head = tag(
        "header",
        tag("h2", sheet.title),
        tag("span", say("For {eyes}").format(eyes=sheet.eyes), class_="eyes"),
        class_=sheet.mark or None,
    )
    kind = "leaf private" if sheet.private else "leaf"
    return tag("section", head, *_blocks(sheet.blocks), class_=kind, id=name)


def _blocks(blocks: Iterable[Block]) -> Iterator[Html]:
    """Yield blocks; the titles of boxes stand one below the heading that is over them."""
    level = 3
    for block in blocks:
        level = 4 if isinstance(block, Heading) else level
        yield _block(block, level)


def _block(block: Block, level: int) -> Html:
    match block:
        case Heading():
            return tag("h3", *_inline(block.text))
        case Para():
            return tag("p", *_inline(block.text), class_=block.tone or None)
        case Bullets():
            items = (tag("li", *_inline(item)) for item in block.items)
            return tag("ol" if block.numbered else "ul", *items)
        case Rows():
            return _rows(block)
        case Boxes():
            boxes = (_box(box, level) for box in block.boxes)
            return tag("div", *boxes, class_=f"boxes {COLUMNS[block.columns]}")


def _rows(block: Rows) -> Html:
    whole = sum(block.widths)
    widths = (tag("col", style=f"width:{100 * width / whole:.1f}%") for width in block.widths)
    head = tag("tr", *(tag("th", *_inline(word), scope="col") for word in block.head))
    body = (tag("tr", *(tag("td", *_inline(cell)) for cell in row)) for row in block.rows)
    parts = (tag("colgroup", *widths), tag("thead", head), tag("tbody", *body))
    return tag("table", *parts, class_="wide")


def _box(box: Box, level: int) -> Html:
    corner = tag("small", box.corner) if box.corner else NOTHING
    lines = (_block(line, level) for line in box.lines)
    return tag("article", tag(f"h{level}", box.title, corner), *lines, class_=f"box {box.mark}".strip())


def _inline(line: Line) -> Iterator[Words]:
    """Yield the runs of a line, those in bold and slanted marked."""
    for words, weight in runs(line):
        yield tag(MARKS[weight], words) if weight in MARKS else words
