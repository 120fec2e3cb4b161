"""The feed: what happened, one numbered headline after another, each with its why?."""

from collections.abc import Iterable, Iterator

from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.desk.kit.widgets.label import note
from game.desk.kit.widgets.rule import ruled
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.stack import Column
from game.presenters.content import FeedLine, Mark
from game.presenters.markup import escape
from game.presenters.words import _

_MARK = 20
_LEAD = 31


class FeedRow(Widget):
    """A headline with its mark and number, and one line of changes; the own secret lies on slate."""

    def __init__(self, line: FeedLine, group: str = "feed") -> None:
        super().__init__()
        self.line, self.group = line, group
        self.name = f"feed:{line.id}"
        why = f"[{_('why?')}]({line.why.name})" if line.why else ""
        self.means = {line.why.name: line.why} if line.why else {}
        self.markup = " ".join(part for part in (line.changes, why) if part)
        self.headline = line.marked or escape(line.headline)

    def high(self, pen: Pen, width: int) -> int:
        """Headline and changes at a width."""
        inner = width - pen.px(_LEAD) - (2 * pen.px(8) if self.line.private else 0)
        below = pen.height(self.markup, "note", inner) if self.markup else 0
        top = pen.height(self.headline, "headline", inner)
        return max(top + below, pen.px(_MARK)) + (2 * pen.px(4) if self.line.private else 0)

    def spots(self) -> tuple[Spot, ...]:
        """Offer the word that is explained and the why?, which the pointer and TAB reach."""
        pen = self._pen
        links = (
            *pen.links(self.headline, "headline", self._inner().after(pen.px(_LEAD))),
            *pen.links(self.markup, "note", self._changes_box()),
        )
        return tuple(
            Spot(target, box, group=self.group, on=pen.on, radius=2, action=self.means.get(target))
            for target, box in links
        )

    @property
    def _pen(self) -> Pen:
        return self.pen.lying_on(On.SLATE) if self.line.private else self.pen

    def _inner(self) -> Box:
        return self.box.inset(self.pen.px(8), self.pen.px(4)) if self.line.private else self.box

    def _changes_box(self) -> Box:
        words = self._inner().after(self.pen.px(_LEAD))
        return words.below(self.pen.height(self.headline, "headline", words.w))

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Mark, headline, changes."""
        pen, inner = self._pen, self._inner()
        if self.line.private:
            yield self.pen.plate(self.box, pen.ground.fill)
        first = inner.top(max(pen.leading("headline"), pen.px(_MARK)))
        yield from self._sign(pen, first.left(pen.px(_MARK + 2)))
        words = inner.after(pen.px(_LEAD))
        for spot in self.own_spots():
            if spot.name == mood.hover:
                yield pen.plate(spot.box, pen.ground.tint, radius=2)
        yield from pen.paragraph(self.headline, "headline", words)
        yield from pen.paragraph(
            self.markup, "note", self._changes_box(), colour=pen.ground.second, strong=pen.ground.text
        )

    def _sign(self, pen: Pen, box: Box) -> Iterator[Ink]:
        if self.line.private:
            yield pen.icon("lock", pen.px(16), box)
        else:
            mark: Mark = self.line.mark
            yield from pen.mark(mark.shape, mark.letter, pen.px(_MARK), box, mark.filled)


def feed(lines: Iterable[FeedLine], name: str = "feed") -> Scroll:
    """Return a feed in a window of its own: public lines first, then private ones on slate."""
    rows = tuple(lines)
    public = ruled(*(FeedRow(line, name) for line in rows if not line.private), gap=5)
    private = tuple(FeedRow(line, name) for line in rows if line.private)
    if not rows:
        return Scroll(name, note(_("Nothing happened.")))
    return Scroll(name, Column(public, *private, gap=6))
