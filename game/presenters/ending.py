"""The end of a game: why it stopped, who made what of it, and what nobody knew."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.conditions.syntax import names
from game.debrief.story import Hidden
from game.match.glimpse import Glimpse
from game.match.outcome import Won
from game.model.goal import Goal
from game.model.scenario import Scenario
from game.presenters.content import Mark
from game.presenters.naming import shape_of, side_mark
from game.presenters.words import _


@dataclass(frozen=True)
class ScoreRow:
    """One goal and what it brought."""

    text: str
    points: str
    secret: bool
    track: str = ""
    """The track it is graded by, where that is one alone: its ledger tells why."""


@dataclass(frozen=True)
class ScoreColumn:
    """One side's score, goal by goal."""

    side: str
    label: str
    mark: Mark
    shape: str
    points: str
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True)
class EndPage:
    """The last page of a game."""

    title: str
    text: str
    columns: tuple[ScoreColumn, ...]
    hidden: tuple[str, ...]
    """What was deniable and true."""


def present_end(seen: Glimpse, hidden: Iterable[Hidden]) -> EndPage:
    """Return the last page of a finished game; everything is open now, *hidden* too."""
    scenario = seen.book.scenario
    ending = scenario.endings[seen.ending or list(scenario.endings)[-1]]
    return EndPage(
        title=ending.title,
        text=ending.text,
        columns=tuple(_column(seen, side) for side in scenario.sides),
        hidden=tuple(_hidden(act, scenario) for act in hidden),
    )


def _column(seen: Glimpse, side: str) -> ScoreColumn:
    scenario = seen.book.scenario
    outcome = seen.outcome[side]
    return ScoreColumn(
        side=side,
        label=scenario.sides[side].label,
        mark=side_mark(scenario, side),
        shape=shape_of(scenario, side),
        points=f"{outcome.points:.1f}",
        rows=tuple(_row(won, scenario.sides[side].goals[won.goal]) for won in outcome.goals),
    )


def _row(won: Won, goal: Goal) -> ScoreRow:
    points = _("{points} of {most}").format(points=f"{won.points:.1f}", most=won.most)
    tracks = {name.name for name in names(goal.grade.tree)} if goal.grade is not None else set()
    return ScoreRow(won.text, points, won.secret, track=tracks.pop() if len(tracks) == 1 else "")


def _hidden(act: Hidden, scenario: Scenario) -> str:
    """Return a deniable act in a line: who did it, when, and whether it was pinned down."""
    told = _("named in {month}").format(month=act.named) if act.named else _("never pinned down")
    author = scenario.sides[act.side].label if act.side else _("a third party")
    return f"{act.date}: {act.title} ({author}), {told}."
