"""Text on a page: one line or many, with bold words and links."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Literal

from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.presenters.markup import plain

Tone = Literal["text", "second", "square", "diamond", "circle", "triangle"]


class Label(Widget):
    """Markup in one style; it wraps where its box ends, and each link in it can be pressed."""

    def __init__(
        self,
        markup: str,
        style: str = "body",
        *,
        tone: Tone = "text",
        strong: Tone | None = None,
        align: str = "left",
        middle: bool = False,
        means: Mapping[str, Hashable] | None = None,
    ) -> None:
        super().__init__()
        self.markup, self.style, self.tone, self.align = markup, style, tone, align
        self.strong = strong or ("text" if tone == "second" else tone)
        self.middle, self.means = middle, means or {}

    def wide(self, pen: Pen) -> int:
        """Measure the width of its longest line, unbroken."""
        return pen.setting(self.markup, self.style, 1 << 20).width if self.markup else 0

    def least(self, pen: Pen) -> int:
        """Measure the width of its widest word."""
        return max((pen.width(word, self.style, bold=True) for word in plain(self.markup).split()), default=0)

    def high(self, pen: Pen, width: int) -> int:
        """Measure the height of its lines at a width."""
        return pen.height(self.markup, self.style, width) if self.markup else 0

    def spots(self) -> tuple[Spot, ...]:
        """Its links."""
        if "](" not in self.markup:
            return ()
        links = self.pen.links(self.markup, self.style, self._lines(), self.align)
        return tuple(
            Spot(target, box, on=self.pen.on, radius=2, action=self.means.get(target))
            for target, box in links
        )

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Its lines; the link under the pointer lies on a tint."""
        for spot in self.spots():
            if spot.name == mood.hover:
                yield self.pen.plate(spot.box, self.pen.ground.tint, radius=2)
        if self.markup:
            yield from self.pen.paragraph(
                self.markup,
                self.style,
                self._lines(),
                self.align,
                self._colour(self.tone),
                self._colour(self.strong),
            )

    def _lines(self) -> Box:
        if not self.middle:
            return self.box
        return self.box.middle(self.box.w, self.high(self.pen, self.box.w))

    def _colour(self, tone: str) -> str:
        ground = self.pen.ground
        return {"text": ground.text, "second": ground.second}.get(tone) or ground.side(tone)


def heading(text: str, style: str = "panel") -> Label:
    """Return the heading of a section."""
    return Label(text, style)


def note(markup: str, align: str = "left", means: Mapping[str, Hashable] | None = None) -> Label:
    """Return a note in the smallest type."""
    return Label(markup, "note", tone="second", align=align, means=means)
