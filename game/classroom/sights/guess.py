"""Guess: what the team takes another side to want and to hide; never points."""

from dataclasses import dataclass

from game.classroom.denials import open_goals
from game.classroom.eyes import Eyes
from game.classroom.people_acts import Guessed
from game.presenters.content import Mark
from game.presenters.naming import month_word, track_name
from game.presenters.tracks import gauge_track
from game.presenters.words import _

EVERY = 3
"""Months from one asking to the next."""


@dataclass(frozen=True)
class GuessSight:
    """The guess page."""

    about: str
    label: str
    mark: Mark
    sides: tuple[tuple[str, str, Mark, bool], ...]
    asked: str
    """In which months the team is asked."""
    tracks: tuple[tuple[str, str, bool], ...]
    readings: tuple[tuple[int, bool], ...]
    goals: tuple[tuple[str, str, bool], ...]
    line: str
    sure: int
    before: str
    """What was guessed last, in words; empty for nothing."""
    due: bool


def guess(eyes: Eyes, about: str) -> GuessSight:
    """Return the guess page about one other side."""
    seen, scenario = eyes.seen, eyes.seen.book.scenario
    sides = [side for side in scenario.sides if side != eyes.side]
    about = about if about in sides else sides[0]
    mine = [(by, each) for by, each in eyes.guesses if each.about == about]
    last = mine[-1][1] if mine else Guessed(about=about, line="unsure", sure=1)
    track = last.track or gauge_track(scenario)
    low, high = scenario.tracks[track].range
    months = [month_word(seen.date_of(n)) for n in range(EVERY, seen.book.months + 1, EVERY)]
    now = any(by.month == seen.month for by, _each in mine)
    return GuessSight(
        about=about,
        label=eyes.label(about),
        mark=eyes.mark(about),
        sides=tuple((side, eyes.label(side), eyes.mark(side), side == about) for side in sides),
        asked=", ".join(months),
        tracks=tuple(
            (name, track_name(scenario, name, eyes.side), name == track) for name in seen.public.readings
        ),
        readings=tuple((n, n == last.reading) for n in range(low, min(high, low + 20) + 1)),
        goals=tuple(
            (name, scenario.sides[about].goals[name].text, name == last.goal)
            for name in open_goals(scenario, about)
        ),
        line=last.line,
        sure=last.sure,
        before=_said(eyes, mine[-1][0].month, last) if mine else "",
        due=seen.month % EVERY == 0 and not now,
    )


def _said(eyes: Eyes, month: int, last: Guessed) -> str:
    """Return what the team guessed last."""
    seen = eyes.seen
    when = month_word(seen.date_of(min(month, seen.book.months)))
    if last.line != "yes" or last.reading is None:
        return _("Kept in {month}; it can be changed.").format(month=when)
    track = last.track or gauge_track(seen.book.scenario)
    told = _("In {month} you said above {n}; {track} is {now} now.")
    name = track_name(seen.book.scenario, track, eyes.side)
    return told.format(month=when, n=last.reading, track=name, now=seen.public.readings[track])
