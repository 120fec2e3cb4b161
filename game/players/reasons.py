"""Reasons: the consequences that decided for a sheet and against another, as the ledger tells them (§12).

Both sheets are played on at the same imagined tables with the same luck. Where they end apart, each goal
is shared among the tracks it reads, a step of each for what it is worth there, and of every track that
counts the cause is named that moved it furthest that way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.players.cares import tracks_read
from game.players.consequences import Consequence, Course, Foretold, still
from game.players.fates import Points
from game.players.forecast import twenty
from game.players.player import Lines, Player, sheets_for
from game.players.rollout import Rollouts
from game.rules.dice import key, scramble
from game.rules.imagine import imagine
from game.rules.rulebook import Rulebook
from game.rules.views import View

WORLDS = 200
"""Imagined tables on which two sheets are held against each other."""

MOST = 3
"""Reasons given."""

LEAST = 0.2
"""Points that make a reason."""

SURE = 3.0
"""Standard errors by which a difference must stand out from chance."""

SHOWN = 0.1
"""Steps a future, on average, that show where a consequence is told."""

SUDDEN = ""
"""Stands among a side's goals for what sudden endings cost it."""


@dataclass(frozen=True)
class Often:
    """How often something comes to pass in imagined futures, and how far it goes."""

    count: int
    """In so many of twenty."""

    moved: float = 0.0
    """How many steps its track moves by it in a future, on average."""


@dataclass(frozen=True)
class Reason:
    """One consequence that told for a sheet, or against it."""

    goal: str
    """The goal it bears on most; `SUDDEN` for what sudden endings cost."""

    points: float
    """How many points more, or less, its track or the goal itself brings."""

    consequence: Consequence | None
    """What comes to pass; the goal itself, if none."""

    step: int
    """How many steps the track mostly moves by it at once."""

    laid: Often
    """How often it comes after the sheet."""

    instead: Often
    """How often it comes after the other."""


@dataclass(frozen=True)
class Difference:
    """What a sheet brings its side more than another."""

    points: float
    """Points more, in the side's own eyes."""

    reasons: tuple[Reason, ...]
    """What decided, the weightiest first."""


@dataclass(frozen=True)
class _Future:
    """What becomes of imagined tables after one sheet."""

    goals: Mapping[str, Points]
    """Points of each goal at every table."""
    courses: Mapping[Consequence, Course]
    """What comes, and how."""


@dataclass(frozen=True)
class _Share:
    """What one track adds to one goal."""

    goal: str
    step: float
    """What a step of the track is worth to the goal."""
    points: Points
    """Points more at every table."""


def difference(
    book: Rulebook, players: Mapping[str, Player], view: View, sheet: Lines, instead: Lines
) -> Difference:
    """Return what *sheet* brings more than the one *instead*, both shape (slots,), in a one-table *view*.

    *players* sit in all seats afterwards.
    """
    seeds = scramble(np.arange(WORLDS, dtype=np.uint64) ^ key(f"reasons.{view.month}"))
    dreamt = imagine(book, view, seeds)
    orders = sheets_for(book, players, dreamt)
    row, rollouts = book.index.sides[view.side], Rollouts(book, players, book.months)

    def future(laid: Lines) -> _Future:
        orders[row] = laid[:, None]
        books = Foretold(since=dreamt.month, until=rollouts.until(dreamt))
        fates, end = rollouts.played(dreamt, orders, books)
        return _Future(fates.by_goal(end, view.side), books.courses)

    compared = _Compared(book, view.side, future(sheet), future(instead))
    found = sorted(compared.reasons(), key=lambda reason: -abs(reason.points))
    return Difference(compared.points, tuple(found[:MOST]))


class _Compared:
    """Two futures of the same imagined tables, held against each other."""

    def __init__(self, book: Rulebook, side: str, mine: _Future, other: _Future) -> None:
        none = still(WORLDS)
        self.book, self.side, self.mine, self.other = book, side, mine, other
        self.more = {goal: points - other.goals[goal] for goal, points in mine.goals.items()}
        self.courses = {
            each: (mine.courses.get(each, none), other.courses.get(each, none))
            for each in {**mine.courses, **other.courses}
        }

    @property
    def points(self) -> float:
        """Return how many points more the first brings."""
        return sum(float(more.mean()) for more in self.more.values())

    def reasons(self) -> Iterator[Reason]:
        """Yield a reason for every track, and every goal that reads none, that makes a difference."""
        shares: dict[str, list[_Share]] = {}
        for goal, more in self.more.items():
            tracks = self._tracks(goal)
            for track, share in self._shared(goal, tracks).items():
                shares.setdefault(track, []).append(share)
            if not tracks and goal != SUDDEN and _sure(more):
                met = (Often(twenty(future.goals[goal] > 0)) for future in (self.mine, self.other))
                yield Reason(goal, float(more.mean()), None, 0, *met)
        for track, parts in shares.items():
            whole = np.sum([part.points for part in parts], axis=0)
            most = self._most(track, np.sign(whole.mean() * sum(part.step for part in parts)))
            if most is not None and _sure(whole):
                yield self._reason(most, parts, float(whole.mean()))

    def _most(self, track: str, way: float) -> Consequence | None:
        """Return what moved a track furthest one *way*; what asks the same of it twice did not."""
        moved = {
            each: way * float((mine.moved - other.moved).mean())
            for each, (mine, other) in self.courses.items()
            if each.track == track and mine.asked.sum() != other.asked.sum()
        }
        most = max(moved, key=lambda each: moved[each], default=None)
        return most if most is not None and moved[most] >= SHOWN else None

    def _reason(self, most: Consequence, parts: Sequence[_Share], points: float) -> Reason:
        """Return a consequence as a reason, with the goal that its track bears on most."""
        goal = max(parts, key=lambda part: np.sign(points) * part.points.mean()).goal
        both = self.courses[most]
        further = max(both, key=lambda course: abs(course.moved.sum()))
        step = further.steps.most_common(1)[0][0]
        often = (Often(twenty(course.came), float(course.moved.mean())) for course in both)
        return Reason(goal, points, most, step, *often)

    def _shared(self, goal: str, tracks: Sequence[str]) -> dict[str, _Share]:
        """Return what each of *tracks* adds to a goal: a step for what it is worth by least squares."""
        moved = np.zeros((WORLDS, len(tracks)))
        for each, (mine, other) in self.courses.items():
            if each.track in tracks:
                more = mine.lasting - other.lasting if goal == SUDDEN else mine.moved - other.moved
                moved[:, tracks.index(each.track)] += more
        steps = np.linalg.lstsq(moved, self.more[goal], rcond=None)[0]
        return {
            track: _Share(goal, float(step), step * by)
            for track, step, by in zip(tracks, steps, moved.T, strict=True)
            if by.any()
        }

    def _tracks(self, goal: str) -> list[str]:
        """Return the tracks that a goal, or any sudden ending, reads."""
        if goal == SUDDEN:
            sudden = (each for each in self.book.scenario.endings.values() if each.at_once)
            read = set[str]().union(*(tracks_read(each.when, each.chance) for each in sudden))
        else:
            noun = self.book.scenario.sides[self.side].goals[goal]
            read = tracks_read(noun.when, noun.grade)
        return [track for track in self.book.index.tracks if track in read]


def _sure(points: Points) -> bool:
    """Return whether *points* more, shape (tables,), are worth telling and no chance."""
    mean, scatter = float(points.mean()), float(points.std()) / np.sqrt(points.size)
    return abs(mean) >= max(LEAST, SURE * scatter)
