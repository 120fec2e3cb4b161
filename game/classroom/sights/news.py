"""News: the month turned over, what happened, where things stand, and why."""

from dataclasses import dataclass

from game.classroom.eyes import Eyes
from game.classroom.sights.dial import Signs, gauge_of
from game.presenters.content import FeedLine, Mark, SheetLine, TrackContent
from game.presenters.feed import present_feed
from game.presenters.markup import Span, spans
from game.presenters.naming import month_word
from game.presenters.reveal import Announcement, Crossed, present_reveal
from game.presenters.tracks import present_others, present_standing, reading_before
from game.presenters.why import WhyPage, present_told, present_why
from game.presenters.words import _


@dataclass(frozen=True)
class Happened:
    """One line of the feed."""

    line: FeedLine
    headline: tuple[Span, ...]
    changes: tuple[Span, ...]
    why: str
    """Where its why? is."""


@dataclass(frozen=True)
class NewsSight:
    """The news page."""

    title: str
    gauge: Signs
    gauge_why: str
    crossings: tuple[Crossed, ...]
    told: tuple[Announcement, ...]
    public: tuple[Happened, ...]
    private: tuple[Happened, ...]
    sheets: tuple[tuple[Mark, str, tuple[SheetLine, ...]], ...]
    """What the other sheets showed, by side."""
    owed: tuple[tuple[Mark, str], ...]
    """Answers owed, in words."""
    standing: tuple[TrackContent, ...]
    others: tuple[TrackContent, ...]


def news(eyes: Eyes) -> NewsSight:
    """Return the news page."""
    seen = eyes.seen
    feed = tuple(_happened(line, seen.month) for line in present_feed(seen, seen.month))
    played = seen.month > 1
    reveal = present_reveal(seen) if played else None
    track = gauge_of(eyes, public=True).gauge.id
    before = reading_before(seen.open, track, seen.month - 1) if played else None
    return NewsSight(
        title=_("What happened in {month}").format(month=month_word(seen.date_of(seen.month - 1)))
        if played
        else _("How {month} begins").format(month=month_word(seen.date_of(1))),
        gauge=gauge_of(eyes, before, public=True),
        gauge_why=f"/why/{seen.month}/{track}",
        crossings=(*reveal.crossings, *reveal.quiet) if reveal else (),
        told=reveal.told if reveal else (),
        public=tuple(each for each in feed if not each.line.private),
        private=tuple(each for each in feed if each.line.private),
        sheets=tuple((turned.mark, turned.label, turned.lines) for turned in reveal.sheets) if reveal else (),
        owed=_owed(eyes),
        standing=present_standing(seen),
        others=present_others(seen),
    )


def why(eyes: Eyes, month: int, name: str) -> WhyPage | None:
    """Return why a track stands where it does, or what a headline did; none where neither is in sight."""
    seen = eyes.seen
    if not 1 <= month <= seen.month:
        return None
    if name.startswith("told:"):
        return present_told(seen, name.removeprefix("told:"), month)
    return present_why(seen, name, month) if name in seen.readings else None


def _happened(line: FeedLine, month: int) -> Happened:
    where = f"/why/{month}/{line.why.name}" if line.why else ""
    return Happened(line, spans(line.marked or line.headline), spans(line.changes), where)


def _owed(eyes: Eyes) -> tuple[tuple[Mark, str], ...]:
    """Return which sides owe an answer, and for which line."""
    seen = eyes.seen
    told = _("{side} owes an answer: {line}")
    found = []
    for name, drawn in seen.lines.items():
        line = seen.book.scenario.redlines[name]
        if drawn.owed and line.drawn_by is not None:
            words = told.format(side=eyes.label(line.drawn_by), line=line.title)
            found.append((eyes.mark(line.drawn_by), words))
    return tuple(found)
