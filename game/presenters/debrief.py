"""The debrief on screen: the course of the game, what was offered, what all would have gained from."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.debrief.motives import Motive
from game.debrief.page import ARTICLE, dated
from game.debrief.reasons_text import how_held, reasons_in_words, worth_in_words
from game.debrief.story import LineStory, Story, answers_in_words, gathered
from game.match.glimpse import Glimpse
from game.match.naming import signed
from game.model.scenario import Scenario
from game.presenters.content import Mark, Stretch, TrendContent
from game.presenters.naming import month_short, month_word, side_mark
from game.presenters.tracks import gauge_track, present_gauge, reading_before
from game.presenters.words import _
from game.rules.ledger import HappeningKind


@dataclass(frozen=True)
class CourseContent:
    """How the gauge went, with the crossings on it."""

    title: str
    trend: TrendContent
    legend: tuple[tuple[Mark, str], ...]
    """What each numbered mark stands for."""


@dataclass(frozen=True)
class Fate:
    """Something told in a line, with the mark of the side it belongs to."""

    mark: Mark
    title: str
    text: str
    gains: tuple[tuple[Mark, str], ...] = ()
    """Points more for each side."""


@dataclass(frozen=True)
class Because:
    """A sheet that a computer player laid, and the consequences that decided for it."""

    laid: Fate
    consequences: tuple[tuple[str, str], ...]
    """Each as the ledger tells it, and how often it comes and what it bears on."""


@dataclass(frozen=True)
class DebriefPage:
    """What needs the game to be played on many times, or all of its months."""

    offers: tuple[Fate, ...]
    deals: tuple[Fate, ...]
    turns: tuple[Fate, ...]
    compared: tuple[tuple[str, str, str], ...]
    """The article expected, what happened, this table."""
    expected: str
    """Who expected it: the article, where the scenario rests on it."""
    record: tuple[tuple[str, str], ...]
    """What really happened: when and what."""
    advised: tuple[Fate, ...]
    """How often each adviser was right."""
    questions: tuple[str, ...]
    held: str
    """How sheets are held against others."""
    motives: tuple[Because, ...]


def present_course(seen: Glimpse) -> CourseContent:
    """Return how the gauge went after each month, and which lines were crossed."""
    track = gauge_track(seen.book.scenario)
    readings = tuple(reading_before(seen, track, month) for month in range(2, seen.month + 1))
    crossed = [h for h in seen.happenings if h.kind is HappeningKind.CROSSING]
    marks, legend = [], []
    for number, month in enumerate(sorted({h.month for h in crossed}), start=1):
        told = [h for h in crossed if h.month == month]
        owner = side_mark(seen.book.scenario, told[0].side)
        mark = Mark(owner.shape, str(number))
        marks.append((month - 1, mark))
        lines = "; ".join(dict.fromkeys(h.title for h in told))
        legend.append(
            (mark, _("{month}: {lines}").format(month=month_word(seen.date_of(month)), lines=lines))
        )
    gauge = present_gauge(seen.open)
    stretches = tuple(Stretch(s.name, s.first, s.last, s.kind) for s in gauge.stretches)
    months = tuple(month_short(seen.date_of(n + 1)).strip() for n in range(len(readings)))
    trend = TrendContent(months, readings, stretches, gauge.lines, tuple(marks), gauge.high)
    return CourseContent(_("{track}, month by month").format(track=gauge.label), trend, tuple(legend))


def present_lines(scenario: Scenario, stories: Iterable[LineStory]) -> tuple[Fate, ...]:
    """Return what became of every line: those that were crossed first."""
    crossed_first = sorted(stories, key=lambda line: not line.crossed)
    return tuple(Fate(side_mark(scenario, line.owner), line.title, _crossed(line)) for line in crossed_first)


def present_debrief(scenario: Scenario, story: Story) -> DebriefPage:
    """Return what a story tells beside the scores."""
    marks = {side: side_mark(scenario, side) for side in scenario.sides}
    return DebriefPage(
        offers=tuple(
            Fate(
                marks[offer.side],
                offer.terms,
                f"{offer.date} · {_('signed') if offer.taken else _('not taken')}",
            )
            for offer in gathered(story.offers)
        ),
        deals=tuple(
            Fate(
                side_mark(scenario, None),
                deal.title,
                _("Had both homes borne it in {month}, each side would have gained.").format(month=deal.date),
                tuple((marks[side], signed(round(points))) for side, points in deal.gains.items()),
            )
            for deal in story.deals
        ),
        turns=tuple(
            Fate(
                marks[turn.side],
                _("{month}: {points} points").format(month=turn.date, points=signed(round(turn.points))),
                "; ".join(turn.headlines),
            )
            for turn in story.turns
        ),
        compared=tuple((f"{c.says} **{c.id}**", c.fared, c.here) for c in story.compared if c.here),
        expected=_("The article expected") if ARTICLE in scenario.sources else _("Expected"),
        record=tuple(
            (dated(fact.date, _), fact.text)
            for fact in (scenario.teaching.record if scenario.teaching else ())
        ),
        advised=tuple(
            Fate(marks[each.side], f"{each.label}: {each.right} / {each.made}", each.text)
            for each in story.advised
        ),
        questions=story.questions,
        held=how_held(_),
        motives=tuple(_because(scenario, motive) for motive in story.motives),
    )


def _because(scenario: Scenario, motive: Motive) -> Because:
    """Return why a computer player laid a sheet."""
    head = f"{motive.date}: {', '.join(motive.cards)}"
    laid = Fate(side_mark(scenario, motive.side), head, worth_in_words(motive, _))
    return Because(laid, reasons_in_words(scenario, motive, _))


def _crossed(line: LineStory) -> str:
    """Return when a line was crossed, and what its owner made of it."""
    if not line.crossed:
        return _("never crossed")
    return _("crossed in {months}").format(months=", ".join(line.crossed)) + answers_in_words(line, _)
