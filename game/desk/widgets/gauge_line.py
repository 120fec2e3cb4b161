"""A redline on a gauge: dashes and a filled mark when declared, dots and a slate tag when private."""

from collections.abc import Iterator

from game.desk.content import GaugeLine
from game.desk.geometry import Box
from game.desk.ink.pen import Ink, Pen, Stamp
from game.desk.theme import On
from game.desk.words import _

_MARK = 15


def line_ink(pen: Pen, line: GaugeLine, level: Box, tag: Box, near: bool) -> Iterator[Ink]:
    """Draw the line along *level* and its tag."""
    colour = pen.ground.side(line.mark.shape)
    thick = max(2, pen.px(2))
    on, off = (8, 4) if line.declared else (thick, thick)
    picture = pen.tools.plates.dashes(level.w, thick, on, off, colour)
    yield Stamp(picture, level.x, level.y)
    inner = pen if line.declared else pen.lying_on(On.SLATE)
    if not line.declared:
        yield pen.plate(tag.inset(0, 1), inner.ground.fill, radius=3)
    elif near:
        yield pen.plate(tag.inset(0, 1), inner.ground.tint, radius=3)
    mark = tag.after(pen.px(2)).left(pen.px(_MARK + 5))
    yield from inner.mark(line.mark.shape, line.mark.letter, pen.px(_MARK), mark)
    if tag.w > pen.px(_MARK + 12):
        words = tag.after(pen.px(_MARK + 10))
        yield inner.write(_label(line), "chip", words, colour=colour if line.declared else inner.ground.text)


def tag_box(pen: Pen, line: GaugeLine, room: Box, place: int, of: int) -> Box:
    """Where a line's tag stands: the name if it is alone on its level and fits, else the mark only."""
    height = min(pen.px(22), room.h)
    alone = pen.px(_MARK + 10 + (2 if line.declared else 8)) + pen.width(_label(line), "chip")
    foot = room.bottom - height
    if of == 1 and alone <= room.w:
        return Box(room.x, foot, alone, height)
    width = pen.px(_MARK + 11)
    return Box(room.x + place * width, foot, width, height)


def crossed_ink(pen: Pen, line: GaugeLine, tag: Box, level: int) -> Iterator[Ink]:
    """Draw the word "crossed" under a line, filled with its owner's colour."""
    text = _("crossed")
    box = Box(tag.x + pen.px(4), level + pen.px(5), pen.width(text, "chip") + pen.px(12), pen.px(19))
    yield pen.plate(box, pen.ground.side(line.mark.shape), radius=3)
    yield pen.write(text, "chip", box, "centre", pen.ground.letter)


def _label(line: GaugeLine) -> str:
    return line.label if line.declared else _("yours only")
