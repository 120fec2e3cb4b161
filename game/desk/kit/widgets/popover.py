"""A pop-over: a sheet laid over the page, which holds the focus until it is closed."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Ink, Pen, Stamp
from game.desk.kit.geometry import NOWHERE, Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Mood, Widget

_MARGIN = 24


class Popover(Widget):
    """One widget on a sheet over the dimmed page.

    Without *beside* it stands in the middle; else beside that box, with a beak that points at it.
    What lies in *lit* is not dimmed. A *brief* one, such as a list that unfolds, dims nothing and closes
    at the first choice.
    """

    def __init__(
        self,
        name: str,
        child: Widget,
        *,
        width: int = 560,
        beside: Box | None = None,
        lit: Box = NOWHERE,
        brief: bool = False,
        on: On = On.SHEET,
        pad: int = 24,
    ) -> None:
        super().__init__()
        self.name, self.child, self.width, self.beside = name, child, width, beside
        self.lit, self.brief, self.on, self.pad = lit, brief, on, pad

    def children(self) -> tuple[Widget, ...]:
        """Return what lies on the sheet."""
        return (self.child,)

    def place(self, pen: Pen, box: Box) -> None:
        """Take the place on a page that its content needs."""
        inner = pen.lying_on(self.on)
        margin = 4 if self.brief else _MARGIN
        width = min(pen.px(self.width), box.w - 2 * margin)
        height = min(self.child.high(inner, width - 2 * self.pad) + 2 * self.pad, box.h - 2 * margin)
        super().place(pen, self._spot_for(width, height, box.inset(margin)))

    def _spot_for(self, width: int, height: int, room: Box) -> Box:
        if self.beside is None:
            return room.middle(width, height)
        near = self.beside
        if self.brief:
            below = near.bottom + 4 + height <= room.bottom
            x, y = near.x, near.bottom + 4 if below else near.y - 4 - height
        else:
            right = near.right + 20 + width <= room.right or near.x - 20 - width < room.x
            x, y = near.right + 20 if right else near.x - 20 - width, near.centre[1] - height // 3
        return Box(
            min(max(room.x, x), room.right - width), min(max(room.y, y), room.bottom - height), width, height
        )

    def arrange(self) -> None:
        """Place the content inside the padding."""
        self.child.place(self.pen.lying_on(self.on), self.box.inset(self.pad))

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the sheet and its beak."""
        ground = self.pen.lying_on(self.on).ground
        edge = ground.text if self.brief or self.pen.theme.edge > 1 else ""
        yield self.pen.plate(self.box, ground.fill, edge, radius=6)
        if self.beside is not None and not self.brief:
            yield from self._beak(self.beside, ground.fill)

    def _beak(self, near: Box, colour: str) -> Iterator[Ink]:
        middle = min(max(near.centre[1], self.box.y + 24), self.box.bottom - 24)
        size = 24
        if near.right <= self.box.x:
            place = Box(self.box.x - size // 2, middle - size // 2, size, size)
        elif near.x >= self.box.right:
            place = Box(self.box.right - size // 2, middle - size // 2, size, size)
        else:
            return
        picture = self.pen.tools.marks.shape("diamond", size, colour, "")
        spot = place.middle(picture.get_width(), picture.get_height())
        yield Stamp(picture, spot.x, spot.y)
