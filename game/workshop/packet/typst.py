"""The packet as Typst markup, which sets it as a PDF."""

import re

from game.rules.index import Say
from game.scenario.tongue import catalogue
from game.workshop.packet.blocks import Block, Box, Boxes, Bullets, Heading, Packet, Para, Rows, Sheet

INKS = {"square": "#143f73", "diamond": "#ad3811", "circle": "#0b6c57"}
LIGHTS = {"square": "#86beee", "diamond": "#f59a74", "circle": "#63cdb0"}
SECOND, HAIR, SLATE, PALE = "#474d54", "#cbc3b1", "#1d252d", "#f3efe5"

PREAMBLE = """\
#set page(paper: "a4", margin: (x: 16mm, y: 15mm), numbering: "1", footer-descent: 20%)
#set text(font: "Pretendard", size: 9.5pt, fill: rgb("#1b2026"))
#set par(leading: 0.55em, spacing: 0.85em)
#set table(stroke: (_, y) => (bottom: 0.5pt + rgb("#cbc3b1")), inset: (x: 0pt, y: 3.5pt), column-gutter: 8pt)
#set list(indent: 2pt, spacing: 0.65em)
#set enum(indent: 2pt, spacing: 0.65em)
#show heading.where(level: 1): none
#show heading.where(level: 2): it => block(
  above: 1.5em, below: 0.7em, sticky: true, text(size: 12pt, it.body),
)
"""

WHOLE_WORDS = '#show regex("\\S*\\p{Hangul}\\S*"): box\n'
"""Keeps words of Hangul whole, which Typst would break between any two syllables."""


def packet_markup(packet: Packet) -> str:
    """Return the packet as one Typst document."""
    head = f"#set document(title: {_text(packet.title)})\n#set text(lang: {_text(packet.language)})\n"
    say = catalogue(packet.language).gettext
    head += WHOLE_WORDS if packet.language == "ko" else ""
    return PREAMBLE + head + _cover(packet, say) + "".join(_sheet(sheet, say) for sheet in packet.sheets)


def _cover(packet: Packet, say: Say) -> str:
    kind = _inline(say("A scenario for Simmer, on paper"))
    facts = ", ".join(f"[*{_inline(word)}*], [{_inline(answer)}]" for word, answer in packet.facts)
    listed = "\n".join(
        f'- {_inline(sheet.title)} #text(fill: rgb("{SECOND}"))[· {_inline(sheet.eyes)}]'
        for sheet in packet.sheets
    )
    return (
        f'#v(30mm)\n#text(size: 9pt, fill: rgb("{SECOND}"))[{kind}]\n\n'
        f'#text(size: 40pt, weight: "bold")[{_inline(packet.title)}]\n\n'
        f"#text(size: 13pt)[{_inline(packet.summary)}]\n\n"
        f"#grid(columns: 2, column-gutter: 12pt, row-gutter: 6pt, {facts})\n\n#v(6mm)\n{listed}\n\n"
    )


def _sheet(sheet: Sheet, say: Say) -> str:
    seen_by = _inline(say("For {eyes}").format(eyes=sheet.eyes))
    fill = f'rgb("{SLATE}")' if sheet.private else "none"
    ink = LIGHTS.get(sheet.mark, PALE) if sheet.private else "#1b2026"
    pale = PALE if sheet.private else SECOND
    edge = f'radius: 3pt, inset: (x: 10pt, y: 8pt), stroke: (bottom: 0.5pt + rgb("{HAIR}"))'
    title = f'#text(size: 16pt, weight: "bold", fill: rgb("{ink}"))[{_inline(sheet.title)}]'
    eyes = f'#text(size: 9pt, fill: rgb("{pale}"))[{seen_by}]'
    band = f"#block(width: 100%, fill: {fill}, {edge})[{title} #h(1fr) {eyes}]\n\n"
    return "#pagebreak(weak: true)\n" + band + "\n\n".join(map(_block, sheet.blocks)) + "\n\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"== {_inline(block.text)}"
        case Para():
            return _para(block)
        case Bullets():
            return "\n".join(f"{'+' if block.numbered else '-'} {_inline(item)}" for item in block.items)
        case Rows():
            return _rows(block)
        case Boxes():
            boxes = ", ".join(map(_box, block.boxes))
            return f"#grid(columns: (1fr,) * {block.columns}, gutter: 6pt, {boxes})"


def _para(para: Para) -> str:
    if para.tone == "lead":
        return f"#text(size: 11.5pt)[{_inline(para.text)}]"
    if para.tone == "note":
        return f'#text(size: 8.5pt, fill: rgb("{SECOND}"))[{_inline(para.text)}]'
    return _inline(para.text)


def _rows(block: Rows) -> str:
    columns = ", ".join(f"{width}fr" for width in block.widths)
    head = ", ".join(
        f'text(size: 8.5pt, fill: rgb("{SECOND}"), weight: 600)[{_inline(word)}]' for word in block.head
    )
    cells = ", ".join(f"[{_inline(cell)}]" for row in block.rows for cell in row)
    return f"#table(columns: ({columns},), table.header({head}), {cells})"


def _box(box: Box) -> str:
    ink = INKS.get(box.mark, SECOND)
    corner = (
        f' #h(1fr) #text(size: 7.5pt, fill: rgb("{SECOND}"))[{_inline(box.corner)}]' if box.corner else ""
    )
    lines = "\n\n".join(map(_block, box.lines))
    edge = f'stroke: (top: 2pt + rgb("{ink}"), rest: 0.5pt + rgb("{HAIR}"))'
    title = f'#text(size: 10pt, weight: "bold")[{_inline(box.title)}]'
    frame = f"block(width: 100%, breakable: false, inset: 6pt, {edge})"
    return f"{frame}[#set par(spacing: 0.6em)\n{title}{corner}\n\n{lines}]"


def _inline(words: str) -> str:
    """Return words as Typst content, **bold** and *slanted* ones marked; nothing else is markup."""
    parts = re.split(r"(\*\*.+?\*\*|\*\S(?:.*?\S)?\*)", words)
    return "".join(map(_part, filter(None, parts)))


def _part(part: str) -> str:
    if part.startswith("**") and part.endswith("**") and len(part) > 4:
        return f"#strong({_text(part[2:-2])})"
    if part.startswith("*") and part.endswith("*") and len(part) > 2:
        return f"#emph({_text(part[1:-1])})"
    return f"#{_text(part)}"


def _text(words: str) -> str:
    """Return words as a Typst string, in which nothing is markup or code."""
    plain = "".join(char if char.isprintable() else " " for char in words)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
