"""Figures: what was counted in many games, as a report tells it."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from game.model.claim import RestsOn
from game.rules.rulebook import Rulebook
from game.study.claims import ClaimStanding, ClaimVerdict
from game.study.historical import Beside, RecordMonth
from game.study.interval import Estimate, mean, share
from game.study.report import (
    ActsReported,
    AgreementsReported,
    CardReported,
    ClaimReported,
    FactorReported,
    GaugeReported,
    LevelReported,
    MeanReported,
    MonthReported,
    RecordReported,
    SensitivityReported,
    ShareReported,
)
from game.study.sweep import AssumptionWeight
from game.study.tally import Tally, gauge_of

FAN = (2.5, 25, 50, 75, 97.5)
"""Percent of games below each line of the fan."""


def figures(tally: Tally, book: Rulebook) -> dict[str, Any]:
    """Return all figures of a study by the fields of a report."""
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


def claims_told(verdicts: Iterable[ClaimVerdict]) -> tuple[ClaimReported, ...]:
    """Return what became of claims."""
    return tuple(
        ClaimReported(
            id=each.proof.id,
            says=each.proof.says,
            cites=each.proof.cites,
            estimate=each.found.value,
            low=each.found.low,
            high=each.found.high,
            games=each.games,
            expected=each.proof.expect.model_dump(exclude_none=True),
            compared=None if each.proof.test.against is None else each.proof.test.compare.value,
            holds=each.holds,
            verdict=each.word.value,
            opportunity=each.opportunity,
            rests_on=each.proof.test.rests_on or (RestsOn.HABIT if each.proof.test.of_tempers else None),
            missed=each.proof.test.missed if each.word in MISSES else "",
        )
        for each in verdicts
    )


MISSES = (ClaimStanding.OPEN, ClaimStanding.FAILS)
"""How a claim stands whose figure lies outside its bounds."""

FOOTINGS = {
    "habit": "a habit puts it in",
    "rule": "a rule puts it in",
    "start": "a start puts it in",
    "emerges": "it emerges",
}
"""What a claim rests on, in words."""


def footing(claim: ClaimReported) -> str:
    """Return what a claim rests on, how often what it is about came up, and why it is missed, as known."""
    rests = [] if claim.rests_on is None else [FOOTINGS[claim.rests_on]]
    came = [] if claim.opportunity is None else [f"came up in {claim.opportunity:.1%} of games"]
    return ". ".join(filter(None, ("; ".join(rests + came), claim.missed)))


def record_told(found: Iterable[Beside]) -> tuple[RecordReported, ...]:
    """Return the record beside the games."""
    return tuple(
        RecordReported(
            id=each.id,
            title=each.tallied.title,
            of=each.tallied.of,
            counted=each.counted,
            told=each.counted - each.to_play,
            mean=each.mean,
            low=each.low,
            high=each.high,
            covered=each.covered,
            left=each.to_play,
            left_covered=each.left_covered,
            as_few=each.as_few,
            years=dict(each.tallied.years),
            months=tuple(_month(m) for m in each.months),
        )
        for each in found
    )


def sweep_told(found: Sequence[AssumptionWeight], book: Rulebook, ending: int) -> SensitivityReported:
    """Return how far assumptions move the verdict."""
    return SensitivityReported(
        verdict=book.endings[ending].id,
        factors=tuple(
            FactorReported(
                id=each.assumption.id,
                kind=each.assumption.kind.value,
                says=each.assumption.says,
                games=each.games,
                swing=each.swing,
                levels=tuple(
                    LevelReported(
                        says=moved.says,
                        share=moved.share,
                        change=moved.change.value,
                        low=moved.change.low,
                        high=moved.change.high,
                    )
                    for moved in each.moved
                ),
            )
            for each in found
        ),
    )


def _month(month: RecordMonth) -> MonthReported:
    games = month.games
    return MonthReported(
        month=month.date, counted=month.counted, told=month.told, mean=month.mean,
        share=games.value, low=games.low, high=games.high,
    )  # fmt: skip


def _estimate(estimate: Estimate) -> ShareReported:
    return ShareReported(share=estimate.value, low=estimate.low, high=estimate.high)


def _points(book: Rulebook, tally: Tally) -> dict[str, MeanReported]:
    """Return mean points by side."""
    found = {}
    for side, row in book.index.sides.items():
        points = mean(tally.points[row] / 100, tally.squares[row] / 10_000, tally.games)
        found[side] = MeanReported(mean=points.value, low=points.low, high=points.high)
    return found


def _cards(book: Rulebook, tally: Tally) -> dict[str, CardReported]:
    """Return how often each card was played."""
    return {
        card: CardReported(
            played_share=int(tally.played[row]) / tally.games, mean_uses=int(tally.uses[row]) / tally.games
        )
        for card, row in book.index.cards.items()
        if row
    }


def _acts(book: Rulebook, tally: Tally) -> dict[str, ActsReported]:
    """Return by kind and scale how often acts were played, and the share of games by month of the first."""
    return {
        name: ActsReported(
            mean_uses=int(tally.uses[list(rows)].sum()) / tally.games,
            by_month=_running(tally.classes[n, 1:].tolist(), tally.games),
        )
        for n, (name, rows) in enumerate(book.index.classes.items())
    }


def _lines(book: Rulebook, tally: Tally) -> dict[str, ShareReported]:
    """Return in what share of games each redline was crossed."""
    return {
        name: _estimate(share(int(tally.crossed[row, 1:].sum()), tally.games))
        for name, row in book.index.lines.items()
    }


def _agreements(book: Rulebook, tally: Tally) -> AgreementsReported:
    """Return in what share of games an agreement was signed, by month, and stood at the end."""
    return AgreementsReported(
        signed=_estimate(share(int(tally.signed[1:].sum()), tally.games)),
        kept=_estimate(share(tally.kept, tally.games)),
        by_month=_running(tally.signed[1:].tolist(), tally.games),
    )


def _tracks(book: Rulebook, tally: Tally) -> dict[str, tuple[float, ...]]:
    """Return the mean reading of each track at the start and after every month."""
    return {
        track: tuple(round(int(total) / tally.games, 3) for total in tally.readings[:, row])
        for track, row in book.index.tracks.items()
    }


def _gauge(book: Rulebook, tally: Tally) -> GaugeReported:
    """Return how the first banded track is spread over the games, at the start and after every month."""
    row, low, _size = gauge_of(book)
    name = list(book.index.tracks)[row]
    bands = {f"{part:g}": tuple(low + _below(month, part) for month in tally.fan.tolist()) for part in FAN}
    return GaugeReported(track=name, quantiles=bands)


def _below(counts: list[int], part: float) -> int:
    """Return the place up to which so many percent of *counts* lie."""
    reached = 0
    for place, count in enumerate(counts):
        reached += count
        if reached * 100 >= part * sum(counts):
            return place
    return len(counts) - 1


def _running(counts: list[int], games: int) -> tuple[float, ...]:
    """Return the share of games reached by each month."""
    return tuple(total / games for total in accumulate(counts))
