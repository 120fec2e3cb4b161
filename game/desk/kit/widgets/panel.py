"""A panel: a ground of its own, with padding, for what lies in it."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Fill, Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Mood, Widget


class Panel(Widget):
    """One widget on another ground.

    *edge* draws a hairline around it; *accent* is the shape of a side, whose colour edges it.
    """

    def __init__(
        self,
        child: Widget,
        on: On | None = None,
        *,
        pad: int = 12,
        down: int | None = None,
        radius: int = 6,
        edge: bool = False,
        accent: str = "",
        accent_left: bool = False,
    ) -> None:
        super().__init__()
        self.child, self.on, self.radius, self.edge = child, on, radius, edge
        self.across, self.down = pad, pad if down is None else down
        self.accent, self.accent_left = accent, accent_left

    def children(self) -> tuple[Widget, ...]:
        """Return what lies in it."""
        return (self.child,)

    def wide(self, pen: Pen) -> int:
        """Measure the child's width and the padding."""
        return self.child.wide(pen.lying_on(self.on)) + 2 * self.across

    def least(self, pen: Pen) -> int:
        """Measure what the child needs, and the padding."""
        return self.child.least(pen.lying_on(self.on)) + 2 * self.across

    def high(self, pen: Pen, width: int) -> int:
        """Measure the child's height and the padding."""
        return self.child.high(pen.lying_on(self.on), width - 2 * self.across) + 2 * self.down

    def arrange(self) -> None:
        """Place the child inside the padding."""
        self.child.place(self.pen.lying_on(self.on), self.box.inset(self.across, self.down))

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the ground, its edge, and the side's stripe."""
        inner = self.pen.lying_on(self.on)
        edged = self.edge or self.pen.theme.edge > 1
        yield self.pen.plate(
            self.box, inner.ground.fill, inner.ground.hair if edged else "", radius=self.radius
        )
        if self.accent:
            yield from self._stripe(inner)

    def _stripe(self, inner: Pen) -> Iterator[Ink]:
        wide = self.pen.px(6)
        stripe = Box(self.box.x, self.box.y, wide, self.box.h) if self.accent_left else self.box.top(wide)
        yield self.pen.plate(stripe, inner.ground.side(self.accent), radius=min(self.radius, wide // 2))


class Ground(Panel):
    """One widget on a plain ground without corners, such as the bar or a whole page."""

    def __init__(self, child: Widget, on: On, *, pad: int = 16, down: int | None = None) -> None:
        super().__init__(child, on, pad=pad, down=down, radius=0)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the plain ground."""
        yield Fill(self.box, self.pen.lying_on(self.on).ground.fill)
