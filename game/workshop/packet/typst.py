"""The packet for Typst, which sets it as a PDF: a template of ours, and every word in it as a value.

No text is ever written into markup, so that nothing in one can become markup or code.
"""

import json
from pathlib import Path
from typing import Any

from game.located.printable import apart, foldable, shown
from game.scenario.languages import catalogue
from game.workshop.packet.blocks import (
    Block,
    Boxes,
    Bullets,
    Frame,
    Heading,
    Line,
    Packet,
    Para,
    PrintedTable,
    runs,
)

WHOLE_ROWS, WHOLE_TEXT = 12, 1600
"""A table of so many rows, a frame of so many signs, stays on one page, for there is room for it."""

TEMPLATE = Path(__file__).with_name("packet.typ")


def packet_values(packet: Packet) -> str:
    """Return what the template sets, as JSON."""
    say = catalogue(packet.language).gettext
    told = {
        "title": packet.title,
        "summary": packet.summary,
        "about": say("A scenario for Simmer, on paper"),
        "facts": packet.facts,
        "language": packet.language,
        "covered": packet.covered,
        "sheets": [
            {
                "title": sheet.title,
                "eyes": sheet.eyes,
                "seen-by": say("For {eyes}").format(eyes=sheet.eyes),
                "mark": sheet.mark,
                "private": sheet.private,
                "large": sheet.large,
                "blocks": [_block(block) for block in sheet.blocks],
            }
            for sheet in packet.sheets
        ],
    }
    return json.dumps(_readable(told), ensure_ascii=False)


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "text": _inline(block.text)}
        case Para():
            return {"kind": "para", **_para(block)}
        case Bullets():
            return {
                "kind": "bullets",
                "items": [_inline(item) for item in block.items],
                "numbered": block.numbered,
            }
        case PrintedTable():
            return {"kind": "rows", **_rows(block)}
        case Boxes():
            return {"kind": "boxes", "boxes": [_box(box) for box in block.boxes], "columns": block.columns}


def _rows(block: PrintedTable) -> dict[str, Any]:
    head, rows = [_inline(word) for word in block.head], [[*map(_inline, row)] for row in block.rows]
    whole = len(rows) <= WHOLE_ROWS and sum(_length(cell) for row in block.rows for cell in row) <= WHOLE_TEXT
    return {"head": head, "rows": rows, "widths": block.widths, "whole": whole, "tall": block.to_write}


def _para(para: Para) -> dict[str, Any]:
    return {"text": _inline(para.text), "tone": para.tone}


def _box(box: Frame) -> dict[str, Any]:
    lines = [_para(line) for line in box.lines]
    whole = sum(_length(line.text) for line in box.lines) <= WHOLE_TEXT
    return {"title": box.title, "corner": box.corner, "mark": box.mark, "lines": lines, "whole": whole}


def _inline(line: Line) -> list[Any]:
    return list(runs(line))


def _length(line: Line) -> int:
    return sum(len(run.words) for run in runs(line))


def _readable(held: Any) -> Any:
    """Return values with every text in them as it can be read on paper."""
    if isinstance(held, str):
        return apart(foldable(shown(held)))
    if isinstance(held, dict):
        return {key: _readable(each) for key, each in held.items()}
    return [_readable(each) for each in held] if isinstance(held, list | tuple) else held
