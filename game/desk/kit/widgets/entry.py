"""A line of text to type, in any script."""

from collections.abc import Iterator

import pygame

from game.desk.kit.drawing.pen import Fill, Ink, Pen, Stamp
from game.desk.kit.drawing.plates import part
from game.desk.kit.geometry import Box
from game.desk.kit.touch import Moved, Touch, Typed
from game.desk.kit.widgets.base import Mood, Spot, Widget


class Entry(Widget):
    """One line of text; what an input method is still composing is underlined at the cursor."""

    def __init__(self, name: str, text: str = "", *, hint: str = "", longest: int = 60) -> None:
        super().__init__()
        self.name, self.value, self.hint, self.longest = name, text, hint, longest
        self.cursor, self.composing = len(text), ""

    def wide(self, pen: Pen) -> int:
        """Room for some words."""
        return pen.px(240)

    def high(self, pen: Pen, width: int) -> int:
        """Measure a comfortable target, or what the hint needs if that is more."""
        return max(pen.px(40), pen.height(self.hint, "body", self._room(pen, width)) + pen.px(12))

    def _room(self, pen: Pen, width: int) -> int:
        """How wide its words may be."""
        return max(1, width - 2 * pen.px(12))

    def spots(self) -> tuple[Spot, ...]:
        """Offer the whole line."""
        return (Spot(self.name, self.box, on=self.pen.on),)

    def press(self, spot: Spot, at: tuple[int, int]) -> Touch:
        """Put the cursor under the pointer."""
        start = self.box.x + self.pen.px(12)
        widths = [self._width(self.value[:i]) for i in range(len(self.value) + 1)]
        self.cursor = min(range(len(widths)), key=lambda i: abs(start + widths[i] - at[0]))
        self.smudge()
        return Moved(self.name)

    def text(self, event: pygame.event.Event) -> Touch:
        """Take typed text, or what is being composed; of either only what can be seen."""
        seen = "".join(sign for sign in event.text if sign.isprintable())
        if event.type == pygame.TEXTEDITING:
            self.composing = seen
            self.smudge()
            return Typed(self.name, self.value, composing=seen)
        self.composing = ""
        room = max(0, self.longest - len(self.value))
        return self._put(self.cursor, self.cursor, seen[:room])

    def key(self, spot: Spot, event: pygame.event.Event) -> Touch | None:
        """Move the cursor, take letters away, or finish."""
        if self.composing:
            return Moved(self.name)
        end = len(self.value)
        places = {
            pygame.K_LEFT: self.cursor - 1,
            pygame.K_RIGHT: self.cursor + 1,
            pygame.K_HOME: 0,
            pygame.K_END: end,
        }
        if event.key in places:
            self.cursor = min(max(0, places[event.key]), end)
            self.smudge()
            return Moved(self.name)
        if event.key == pygame.K_BACKSPACE:
            return self._put(max(0, self.cursor - 1), self.cursor, "")
        if event.key == pygame.K_DELETE:
            return self._put(self.cursor, min(end, self.cursor + 1), "")
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            return Typed(self.name, self.value, done=True)
        return Moved(self.name) if event.key == pygame.K_SPACE else None

    def _put(self, start: int, end: int, text: str) -> Touch:
        self.value = self.value[:start] + text + self.value[end:]
        self.cursor = start + len(text)
        self.smudge()
        return Typed(self.name, self.value)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the field, its words, and the cursor while it has the focus."""
        ground, line = self.pen.ground, self.box.inset(self.pen.px(12), 0)
        yield self.pen.plate(self.box, ground.raised, ground.text)
        shown = self.value[: self.cursor] + self.composing + self.value[self.cursor :]
        before = self._width(self.value[: self.cursor] + self.composing)
        slid = max(0, before - line.w + 2)
        if shown:
            yield from self._window(self.pen.write(shown, "body", line.moved(-slid, 0)), line)
        elif self.hint:
            words = line.middle(line.w, self.pen.height(self.hint, "body", line.w))
            yield from self.pen.paragraph(self.hint, "body", words, colour=ground.second)
        if self.composing:
            start = self._width(self.value[: self.cursor])
            yield Fill(
                Box(line.x + start - slid, line.bottom - self.pen.px(9), before - start, 1), ground.text
            )
        if mood.focus:
            yield Fill(
                Box(line.x + before - slid, line.y + self.pen.px(10), 2, line.h - self.pen.px(20)),
                ground.text,
            )

    def _window(self, words: Stamp, line: Box) -> Iterator[Stamp]:
        """Draw the part of the words that the field shows; nothing in a field with no room."""
        found = part(words.picture, (line.x - words.x, 0, line.w, words.picture.get_height()))
        if found:
            yield Stamp(found[0], words.x + found[1].x, words.y, words.text)

    def _width(self, text: str) -> int:
        return self.pen.width(text, "body")

    def adopt(self, before: Widget) -> None:
        """Keep the cursor and what is being composed while the text is the same."""
        if isinstance(before, Entry) and before.value == self.value:
            self.cursor, self.composing = before.cursor, before.composing
