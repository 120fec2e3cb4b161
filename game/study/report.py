"""The report of a study: figures with intervals, for the terminal and as JSON."""

from collections.abc import Iterable, Sequence
from typing import Any

from game.rules.rulebook import Rulebook
from game.study.claims import Verdict
from game.study.interval import Estimate, mean, share
from game.study.record import Beside
from game.study.sweep import Weight
from game.study.tally import Tally, gauge_of

FAN = (2.5, 25, 50, 75, 97.5)
"""Percent of games below each line of the fan."""


def figures(tally: Tally, book: Rulebook) -> dict[str, Any]:
    """Return all figures of a study as JSON-ready values."""
    return {
        "endings": {
            close.id: _estimate(share(int(tally.endings[close.row]), tally.games)) for close in book.endings
        },
        "points": _points(book, tally),
        "cards": _cards(book, tally),
        "acts": _acts(book, tally),
        "redlines": _lines(book, tally),
        "agreements": _agreements(book, tally),
        "tracks": _tracks(book, tally),
        "gauge": _gauge(book, tally),
    }


def claims_told(verdicts: Iterable[Verdict]) -> list[dict[str, Any]]:
    """Return what became of claims as JSON-ready values."""
    return [
        {
            "id": each.proof.id,
            "says": each.proof.says,
            "cites": list(each.proof.cites),
            "estimate": each.found.value,
            "low": each.found.low,
            "high": each.found.high,
            "games": each.games,
            "expected": each.proof.expect.model_dump(exclude_none=True),
            "compared": None if each.proof.test.against is None else each.proof.test.compare.value,
            "holds": each.holds,
            "verdict": each.word.value,
        }
        for each in verdicts
    ]


def record_told(found: Iterable[Beside]) -> list[dict[str, Any]]:
    """Return the record beside the games as JSON-ready values."""
    return [
        {
            "id": each.id,
            "title": each.tallied.title,
            "of": each.tallied.of,
            "counted": each.counted,
            "told": each.counted - each.to_play,
            "mean": each.mean,
            "low": each.low,
            "high": each.high,
            "covered": each.covered,
            "left": each.to_play,
            "left_covered": each.left_covered,
            "as_few": each.as_few,
            "years": dict(each.tallied.years),
            "months": [
                {"month": m.date, "counted": m.counted, "told": m.told, "mean": m.mean, **_estimate(m.games)}
                for m in each.months
            ],
        }
        for each in found
    ]


def sweep_told(found: Sequence[Weight], book: Rulebook, ending: int) -> dict[str, Any]:
    """Return how far assumptions move the verdict as JSON-ready values."""
    return {
        "verdict": book.endings[ending].id,
        "factors": [
            {
                "id": each.assumption.id,
                "kind": each.assumption.kind.value,
                "says": each.assumption.says,
                "games": each.games,
                "swing": each.swing,
                "levels": [
                    {
                        "says": moved.says,
                        "share": moved.share,
                        "change": moved.change.value,
                        "low": moved.change.low,
                        "high": moved.change.high,
                    }
                    for moved in each.moved
                ],
            }
            for each in found
        ],
    }


def _estimate(estimate: Estimate) -> dict[str, float]:
    return {"share": estimate.value, "low": estimate.low, "high": estimate.high}


def _points(book: Rulebook, tally: Tally) -> dict[str, Any]:
    """Return mean points by side."""
    found = {}
    for side, row in book.index.sides.items():
        points = mean(tally.points[row] / 100, tally.squares[row] / 10_000, tally.games)
        found[side] = {"mean": points.value, "low": points.low, "high": points.high}
    return found


def _cards(book: Rulebook, tally: Tally) -> dict[str, Any]:
    """Return how often each card was played."""
    return {
        card: {
            "played_share": int(tally.played[row]) / tally.games,
            "mean_uses": int(tally.uses[row]) / tally.games,
        }
        for card, row in book.index.cards.items()
        if row
    }


def _acts(book: Rulebook, tally: Tally) -> dict[str, Any]:
    """Return by kind and scale how often acts were played, and the share of games by month of the first."""
    return {
        name: {
            "mean_uses": int(tally.uses[list(rows)].sum()) / tally.games,
            "by_month": _running(tally.classes[n, 1:].tolist(), tally.games),
        }
        for n, (name, rows) in enumerate(book.index.classes.items())
    }


def _lines(book: Rulebook, tally: Tally) -> dict[str, Any]:
    """Return in what share of games each redline was crossed."""
    return {
        name: _estimate(share(int(tally.crossed[row, 1:].sum()), tally.games))
        for name, row in book.index.lines.items()
    }


def _agreements(book: Rulebook, tally: Tally) -> dict[str, Any]:
    """Return in what share of games an agreement was signed, by month, and stood at the end."""
    return {
        "signed": _estimate(share(int(tally.signed[1:].sum()), tally.games)),
        "kept": _estimate(share(tally.kept, tally.games)),
        "by_month": _running(tally.signed[1:].tolist(), tally.games),
    }


def _tracks(book: Rulebook, tally: Tally) -> dict[str, Any]:
    """Return the mean reading of each track at the start and after every month."""
    return {
        track: [round(int(total) / tally.games, 3) for total in tally.readings[:, row]]
        for track, row in book.index.tracks.items()
    }


def _gauge(book: Rulebook, tally: Tally) -> dict[str, Any]:
    """Return how the first banded track is spread over the games, at the start and after every month."""
    row, low, _size = gauge_of(book)
    name = list(book.index.tracks)[row]
    bands = {f"{part:g}": [low + _below(month, part) for month in tally.fan.tolist()] for part in FAN}
    return {"track": name, "quantiles": bands}


def _below(counts: list[int], part: float) -> int:
    """Return the place up to which so many percent of *counts* lie."""
    reached = 0
    for place, count in enumerate(counts):
        reached += count
        if reached * 100 >= part * sum(counts):
            return place
    return len(counts) - 1


def _running(counts: list[int], games: int) -> list[float]:
    """Return the share of games reached by each month."""
    total, shares = 0, []
    for count in counts:
        total += count
        shares.append(total / games)
    return shares
