"""The forecast on screen: one sentence, where the gauge may end, and what may come, in counts of twenty."""

import numpy as np
from numpy.typing import NDArray

from game.match.glimpse import Glimpse
from game.match.naming import lowered
from game.players.forecast import OUT_OF, Chance, Forecast, Kind
from game.presenters.content import ForecastContent, Mark, OddsRow
from game.presenters.naming import side_mark
from game.presenters.tracks import gauge_track
from game.presenters.words import _

LIKELY = OUT_OF // 2 + 1
"""Of twenty tables, so many make a thing likely."""

MOSTLY = 4 * OUT_OF // 5
"""Of twenty tables, so many make two readings all that need be named."""

ROWS = 4
"""Rows told at most: where there are more readings, the last row counts all that are not told."""

RISKS = 3
"""Consequences told at most."""


def present_forecast(seen: Glimpse, forecast: Forecast) -> ForecastContent:
    """Return what is told of a forecast."""
    track = gauge_track(seen.book.scenario)
    counts = in_twenty(forecast.readings[seen.book.index.tracks[track]])
    best = max(counts, key=lambda reading: counts[reading])
    window = _window(counts)
    rows = [OddsRow(str(n), counts[n], likeliest=n == best) for n in window]
    left = OUT_OF - sum(counts[n] for n in window)
    label = seen.book.scenario.tracks[track].label
    told = _told(seen, label, counts, forecast.chances)
    return ForecastContent(
        title=_("Forecast"),
        sentence=told,
        rows=(*rows, OddsRow(_("other"), left)) if left else tuple(rows),
        risks=tuple(_risk(seen, chance) for chance in forecast.chances[:RISKS]),
        tables=OUT_OF,
    )


def in_twenty(readings: NDArray[np.int8]) -> dict[int, int]:
    """Return how many of twenty tables end at each reading; together they make twenty."""
    values, times = np.unique(readings, return_counts=True)
    shares = times * OUT_OF / times.sum()
    counts = np.floor(shares).astype(int)
    short = np.argsort(counts - shares, kind="stable")[: OUT_OF - counts.sum()]
    counts[short] += 1
    return dict(zip(values.tolist(), counts.tolist(), strict=True))


def _window(counts: dict[int, int]) -> list[int]:
    """Return the readings told: neighbours, the likeliest together, from the lowest up."""
    told = sorted(reading for reading, count in counts.items() if count)
    most = ROWS if len(told) <= ROWS else ROWS - 1
    windows = [told[first : first + most] for first in range(max(1, len(told) - most + 1))]
    return max(windows, key=lambda window: sum(counts[reading] for reading in window))


def _told(seen: Glimpse, label: str, counts: dict[int, int], chances: tuple[Chance, ...]) -> str:
    """Return the forecast in one sentence."""
    first, *others = sorted(counts, key=lambda reading: -counts[reading])
    if counts[first] >= LIKELY or not others:
        gauge = _("Likely: {track} ends at {n}").format(track=lowered(label), n=first)
    else:
        low, high = sorted((first, others[0]))
        close = high - low == 1 and counts[low] + counts[high] >= MOSTLY
        if not close:
            low, high = (end(n for n in counts if counts[n]) for end in (min, max))
        told = _("{track} may end at {low} or {high}")
        told = told if close else _("{track} may end anywhere from {low} to {high}")
        gauge = told.format(track=label, low=low, high=high)
    crossed = next((c for c in chances if c.kind is Kind.CROSSING and c.count >= LIKELY), None)
    return (
        _("{gauge}, and {more}.").format(gauge=gauge, more=_owes(seen, crossed)) if crossed else f"{gauge}."
    )


def _owes(seen: Glimpse, chance: Chance) -> str:
    """Return what follows from a crossing: an answer owed, or a line crossed."""
    scenario, line = seen.book.scenario, seen.book.scenario.redlines[chance.id]
    if line.drawn_by is None or not line.answered_by or not _declared(seen, chance.id, line.drawn_by):
        return _("a line is crossed")
    return _("{side} owes an answer").format(side=scenario.sides[line.drawn_by].label)


def _declared(seen: Glimpse, line: str, owner: str) -> bool:
    """Return whether a line is public, or made so by its owner's own sheet; else nothing is owed (§6.4)."""
    laid = seen.draft.sheet.values() if seen.draft and owner == seen.side else ()
    cards = (seen.book.scenario.cards.get(order.card) for order in laid)
    public = line in seen.lines and seen.lines[line].declared
    return public or any(card is not None and card.declares == line for card in cards)


def _risk(seen: Glimpse, chance: Chance) -> tuple[Mark | str, str, int]:
    """Return a consequence as a sign, words and a count."""
    scenario = seen.book.scenario
    if chance.kind is Kind.CROSSING:
        line = scenario.redlines[chance.id]
        return side_mark(scenario, line.drawn_by), _("Crossed: {line}").format(line=line.title), chance.count
    if chance.kind is Kind.ANSWER:
        name, _dot, answer = chance.id.partition(".")
        return side_mark(scenario, None), scenario.redlines[name].answers[answer].title, chance.count
    if chance.kind is Kind.AGREEMENT:
        soon = (
            _("An agreement within three turns") if scenario.turns else _("An agreement within three months")
        )
        # What comes as often when every line is held is not of this sheet's making.
        told = _("{soon}, without this sheet too") if chance.held >= chance.count else "{soon}"
        return "handshake", told.format(soon=soon), chance.count
    soon = _("{ending} within three turns") if scenario.turns else _("{ending} within three months")
    words = soon.format(ending=scenario.endings[chance.id].title)
    return "triangle-alert", words, chance.count
