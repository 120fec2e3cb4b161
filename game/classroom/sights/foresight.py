"""Foresight: what the sheet as it lies is likely to do, in counts of twenty, and what two advisers would lay.

It follows from the glimpse alone, as on the desk; whoever asks runs it beside the pages, not among them.
"""

from dataclasses import dataclass

from game.classroom.eyes import Eyes
from game.players.forecast import Dream, Forecaster, forecaster
from game.presenters.advice import Voice, present_advice
from game.presenters.content import ForecastContent
from game.presenters.forecast import present_forecast
from game.presenters.tracks import gauge_track
from game.rules.sheets import encode

KEPT = 40
"""Seats whose imagined tables are kept: those of the open month, for every sheet that is weighed in it."""

_dreams: dict[object, tuple[Forecaster, Dream]] = {}


@dataclass(frozen=True)
class ForesightSight:
    """The forecast page."""

    track: str
    """What the gauge shows, in words."""
    forecast: ForecastContent | None
    voices: tuple[Voice, ...]


def foresight(eyes: Eyes) -> ForesightSight:
    """Return what the sheet in hand is likely to do."""
    seen = eyes.seen
    if seen.draft is None or seen.over:
        return ForesightSight("", None, ())
    found = _dreamt(eyes)
    content = None
    if found is not None:
        ahead, dream = found
        lines = encode(seen.book, {eyes.side: seen.draft.sheet})
        sheet = lines[seen.book.index.sides[eyes.side], :, 0]
        content = present_forecast(seen, ahead.forecast(dream, sheet))
    track = seen.book.scenario.tracks[gauge_track(seen.book.scenario)].label
    return ForesightSight(track, content, present_advice(seen))


def _dreamt(eyes: Eyes) -> tuple[Forecaster, Dream] | None:
    """Return the tables imagined this month for the seat; once, whatever is laid."""
    seen = eyes.seen
    key = (seen.digest, id(seen.book), eyes.number, eyes.side, eyes.branch, seen.month)
    if key not in _dreams:
        ahead = forecaster(seen.book, eyes.side)
        if ahead is None:
            return None
        _dreams[key] = (ahead, ahead.dream(seen.view))
        while len(_dreams) > KEPT:
            _dreams.pop(next(iter(_dreams)))
    return _dreams[key]
