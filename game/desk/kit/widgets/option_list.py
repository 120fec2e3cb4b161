"""A list of things to choose from, and a drop-down that unfolds one."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.touch import Picked, Touch, Unfold
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.desk.kit.widgets.choice import Option
from game.desk.kit.widgets.popover import Popover
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.stack import Column
from game.presenters.markup import escape


class OptionRow(Widget):
    """One thing in a list: words, a note, a mark; the chosen one is filled."""

    def __init__(self, of: str, option: Option, *, note: str = "", chosen: bool = False) -> None:
        super().__init__()
        self.of, self.option, self.note, self.chosen = of, option, note, chosen
        self.name = f"{of}:{option.id}"

    def wide(self, pen: Pen) -> int:
        """Mark, words and note."""
        return (
            self._lead(pen)
            + pen.width(self.option.label, "button")
            + pen.px(24)
            + (pen.px(24) + pen.width(self.note, "note") if self.note else 0)
        )

    def high(self, pen: Pen, width: int) -> int:
        """Measure a comfortable target, more when words must wrap."""
        words, note = self._parts(pen, Box(0, 0, width, 0))
        return max(
            pen.px(36),
            pen.height(escape(self.option.label), "button", words.w) + 12,
            pen.height(escape(self.note), "note", max(1, note.w)) + 12 if self.note else 0,
        )

    def spots(self) -> tuple[Spot, ...]:
        """Offer the whole row."""
        return (
            Spot(
                self.name,
                self.box,
                off=self.option.off,
                group=self.of,
                on=self.pen.on,
                action=Picked(self.of, self.option.id),
            ),
        )

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the row."""
        ground = self.pen.ground
        colour = ground.on_solid if self.chosen else ground.second if self.option.off else ground.text
        if self.chosen or mood.hover or mood.held:
            yield self.pen.plate(self.box, ground.solid if self.chosen else ground.tint)
        if self.option.mark:
            place = self.box.after(self.pen.px(10)).left(self.pen.px(22))
            yield from self.pen.mark(self.option.mark.shape, self.option.mark.letter, self.pen.px(18), place)
        words, note = self._parts(self.pen, self.box)
        for text, style, box, paint in (
            (self.option.label, "button", words, colour),
            (self.note, "note", note, colour if self.chosen else ground.second),
        ):
            if text:
                height = self.pen.height(escape(text), style, box.w)
                yield from self.pen.paragraph(escape(text), style, box.middle(box.w, height), colour=paint)

    def _lead(self, pen: Pen) -> int:
        return pen.px(12 + (26 if self.option.mark else 0))

    def _parts(self, pen: Pen, box: Box) -> tuple[Box, Box]:
        inner = box.after(self._lead(pen)).left(max(1, box.w - self._lead(pen) - pen.px(12)))
        if not self.note:
            return inner, inner.left(0)
        words = min(pen.width(self.option.label, "button"), inner.w // 2)
        return inner.left(max(1, words)), inner.after(words + pen.px(24))._replace(
            w=max(1, inner.w - words - pen.px(24))
        )


class OptionList(Column):
    """Rows to choose from; arrows walk them."""

    def __init__(
        self, name: str, options: tuple[Option, ...], chosen: str = "", notes: dict[str, str] | None = None
    ) -> None:
        rows = (
            OptionRow(name, option, note=(notes or {}).get(option.id, ""), chosen=option.id == chosen)
            for option in options
        )
        super().__init__(*rows, gap=2)
        self.name = name


class Dropdown(Widget):
    """What is chosen, and a list of the rest that unfolds over the page."""

    def __init__(self, name: str, options: tuple[Option, ...], chosen: str) -> None:
        super().__init__()
        self.name, self.options, self.chosen = name, options, chosen

    @property
    def _current(self) -> Option:
        return next((option for option in self.options if option.id == self.chosen), self.options[0])

    def wide(self, pen: Pen) -> int:
        """Measure the longest words, a mark and the arrow."""
        return max(pen.width(o.label, "button") for o in self.options) + pen.px(12 + 26 + 12 + 28)

    def high(self, pen: Pen, width: int) -> int:
        """Measure a comfortable target, more when the words must wrap."""
        room = max(1, width - pen.px(12 + 26 + 28))
        return max(pen.px(40), pen.height(escape(self._current.label), "button", room) + 12)

    def spots(self) -> tuple[Spot, ...]:
        """Offer the whole of it."""
        return (Spot(self.name, self.box, on=self.pen.on),)

    def press(self, spot: Spot, at: tuple[int, int]) -> Touch:
        """Unfold the list."""
        near, scale = self.box, self.pen.scale

        def make(pen: Pen, box: Box) -> Popover:
            rows = OptionList(self.name, self.options, self.chosen)
            width = max(near.w, rows.wide(pen) + 16)
            return Popover(
                f"{self.name}:list",
                Scroll(f"{self.name}:scroll", rows),
                width=round(width / scale),
                beside=near,
                brief=True,
                pad=4,
            )

        return Unfold(make)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the field, the mark, the words, the arrow."""
        ground, px = self.pen.ground, self.pen.px
        near = bool(mood.hover or mood.held)
        yield self.pen.plate(self.box, ground.tint if near else ground.raised, ground.text)
        inner = self.box.inset(px(12), 0)
        if self._current.mark:
            mark = self._current.mark
            yield from self.pen.mark(mark.shape, mark.letter, px(18), inner.left(px(22)))
            inner = inner.after(px(26))
        words = inner.left(max(1, inner.w - px(28)))
        text = escape(self._current.label)
        yield from self.pen.paragraph(
            text, "button", words.middle(words.w, self.pen.height(text, "button", words.w))
        )
        yield self.pen.icon("chevron-down", px(18), inner.after(inner.w - px(18)))
