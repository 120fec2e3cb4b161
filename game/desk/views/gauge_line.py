"""A redline on a gauge: dashes and a filled mark when declared, dots and a slate tag when private."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Ink, Pen, Stamp
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.presenters.content import GaugeLine
from game.presenters.words import _

_MARK = 15


def line_ink(pen: Pen, line: GaugeLine, level: Box, tag: Box, near: bool, filled: bool) -> Iterator[Ink]:
    """Draw the line along *level* and its tag; *filled* with the owner's colour once it is crossed."""
    colour = pen.ground.side(line.mark.shape)
    thick = max(2, pen.px(2))
    on, off = (8, 4) if line.declared else (thick, thick)
    picture = pen.tools.plates.dashes(level.w, thick, on, off, colour)
    yield Stamp(picture, level.x, level.y)
    inner = pen if line.declared else pen.lying_on(On.SLATE)
    if filled:
        yield pen.plate(tag.inset(0, 1), colour, radius=3)
    elif not line.declared:
        yield pen.plate(tag.inset(0, 1), inner.ground.fill, radius=3)
    elif near:
        yield pen.plate(tag.inset(0, 1), inner.ground.tint, radius=3)
    mark, size = tag.after(pen.px(2)).left(pen.px(_MARK + 5)), min(pen.px(_MARK), tag.w)
    if filled:
        yield pen.letter(line.mark.letter, line.mark.shape, size, mark, pen.ground.letter)
    else:
        yield from inner.mark(line.mark.shape, line.mark.letter, size, mark.left(min(mark.w, tag.w)))
    if tag.w > pen.px(_MARK + 12):
        words = tag.after(pen.px(_MARK + 10))
        plain = colour if line.declared else inner.ground.text
        yield inner.write(_label(line), "chip", words, colour=pen.ground.letter if filled else plain)


def tag_box(pen: Pen, line: GaugeLine, room: Box, place: int, of: int) -> Box:
    """Where a line's tag stands: the name if it is alone on its level and fits, else the mark only.

    Marks move closer where more stand on one level than there is room for.
    """
    height = min(pen.px(22), room.h)
    alone = pen.px(_MARK + 10 + (2 if line.declared else 8)) + pen.width(_label(line), "chip")
    foot = room.bottom - height
    if of == 1 and alone <= room.w:
        return Box(room.x, foot, alone, height)
    width = min(pen.px(_MARK + 11), room.w // of)
    return Box(room.x + place * width, foot, width, height)


def crossed_box(pen: Pen, tag: Box) -> Box:
    """Where the word "crossed" stands, under the line of a tag."""
    width = pen.width(_("crossed"), "chip") + pen.px(12)
    return Box(tag.x + pen.px(4), tag.bottom + pen.px(5), width, pen.px(19))


def crossed_ink(pen: Pen, line: GaugeLine, box: Box) -> Iterator[Ink]:
    """Draw the word "crossed", filled with the colour of the line's owner."""
    text = _("crossed")
    yield pen.plate(box, pen.ground.side(line.mark.shape), radius=3)
    yield pen.write(text, "chip", box, "centre", pen.ground.letter)


def _label(line: GaugeLine) -> str:
    return line.label if line.declared else _("yours only")
