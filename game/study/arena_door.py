"""The door of `simmer arena`."""

from dataclasses import dataclass
from time import perf_counter
from typing import Any

import numpy as np
from rich.console import RenderableType

from game.match.door import DEFAULT
from game.match.loading import Opened, open_scenario
from game.match.seats import HUMAN, seated
from game.match.terminal import progress
from game.match.trouble import Kind, Trouble
from game.match.voice import STDOUT, Exit, fail, say, write_json
from game.rules.rulebook import Rulebook
from game.study.arena import Bout, played
from game.study.duel import Deviation, Duel, Scores, deviations, duels, elo
from game.study.exploit_door import bears, exploited, written
from game.study.interval import Estimate
from game.study.tell import headed, plain_table

LISTED = "hard,normal,easy,persona"
"""The players compared if none are named, strongest first."""

DRAWS = 24
"""Times a player is asked at every turn of a tree, to see how it mixes."""

Measured = tuple[dict[str, Any], list[RenderableType], bool]
"""Figures, how they are told, and whether the answer is yes."""


@dataclass(frozen=True)
class Called:
    """What `simmer arena` was asked for."""

    scenario: str | None
    games: int
    seed: int
    players: str | None = None
    field: str | None = None
    jobs: int = 1
    json: str | None = None
    exploit: bool = False
    efg: str | None = None


def arena_command(called: Called) -> Exit:
    """Compare players seat by seat; an order that does not hold, or a deviation that pays, is a no."""
    opened = open_scenario(DEFAULT if called.scenario is None else called.scenario)
    if isinstance(opened, Trouble):
        return fail(opened)
    bout = _bout(opened, called)
    if isinstance(bout, Trouble):
        return fail(bout)
    began = perf_counter()
    measured = (
        _exploited(opened, bout, called.efg) if called.exploit or called.efg else _met(bout, opened, called)
    )
    if isinstance(measured, Trouble):
        return fail(measured)
    found, told, holds = measured
    found |= {"scenario": {"id": opened.book.scenario.id, "digest": opened.digest}}
    found |= {"seconds": perf_counter() - began}
    if called.json is not None and (trouble := write_json(found, called.json)):
        return fail(trouble)
    if called.json != STDOUT:
        say(*told)
    return Exit.GOOD if holds else Exit.NO


def _bout(opened: Opened, called: Called) -> Bout | Trouble:
    """Return what is to be played, or what is wrong with the players named."""
    players = tuple(dict.fromkeys(p.strip() for p in (called.players or LISTED).split(",") if p.strip()))
    fields = players if called.field is None else (called.field,)
    for name in (*players, *fields):
        seats = seated(opened.book, {}, name)
        if isinstance(seats, Trouble):
            return seats
    if HUMAN in (*players, *fields):
        return Trouble(Kind.SEAT, "the arena is for computer players.")
    alone = called.field is not None or called.exploit or called.efg is not None
    if not alone and len(players) < 2:
        return Trouble(Kind.SEAT, "name two players or more, strongest first, or a field with --field.")
    return Bout(opened.source, tuple(opened.book.index.sides), players, fields, called.games, called.seed)


def _played(bout: Bout, processes: int) -> Scores | None:
    """Return everybody's points, with a bar on the terminal while they are played; none if stopped."""
    parts: dict[tuple[str, ...], list[Any]] = {}
    with progress() as bar:
        task = bar.add_task(f"{len(bout.lineups)} line-ups", total=len(bout.tasks))
        try:
            for lineup, points in played(bout, processes):
                parts.setdefault(lineup, []).append(points)
                bar.advance(task)
        except KeyboardInterrupt:
            return None
    return {lineup: np.concatenate(points, axis=1) for lineup, points in parts.items()}


def _met(bout: Bout, opened: Opened, called: Called) -> Measured | Trouble:
    """Return what the players won over each other, or over a field."""
    scores = _played(bout, called.jobs)
    if scores is None:
        return Trouble(Kind.SEAT, "stopped before the games were played; there is nothing to compare.")
    return _found(bout, scores, opened.book, called.field is not None)


def _exploited(opened: Opened, bout: Bout, where: str | None) -> Measured | Trouble:
    """Return what best answers win from the players, on the scenario written out whole."""
    tree = written(opened, where)
    if isinstance(tree, Trouble):
        return tree
    found = exploited(opened, tree, bout.players, DRAWS)
    rows = (
        (each.player, f"{each.found.share:.1%}", *(f"{gain:+.2f}" for gain in each.found.gains))
        for each in found
    )
    sides = (noun.label for noun in opened.book.scenario.sides.values())
    table = plain_table(("Player", "share of the range", *sides), rows)
    head = headed(opened.book.scenario.title, "what the best answer to a player wins")
    return {"exploit": [each.told for each in found]}, [head, "", table], bears(found)


def _found(bout: Bout, scores: Scores, book: Rulebook, deviating: bool) -> Measured:
    """Return the figures, how they are told, and whether the answer is yes."""
    found: dict[str, Any] = {"games": bout.games, "seed": bout.study, "players": list(bout.players)}
    head = headed(book.scenario.title, f"{bout.games:,} games a line-up · seed {bout.study}")
    if deviating:
        gained = deviations(bout, scores, book)
        found["deviations"] = [
            {
                "player": d.player,
                "field": d.field,
                "seat": d.side,
                "holds": d.holds,
                **_figures("gain", d.gain),
            }
            for d in gained
        ]
        return found, [head, "", _deviations_told(gained, book)], all(d.holds for d in gained)
    met = duels(bout, scores)
    rated = elo(bout, met)
    found["elo"] = {player: _figures("rating", rating) for player, rating in rated.items()}
    found["duels"] = [
        {"better": d.better, "other": d.other, "seat": d.side, "won": d.wins, "games": d.games}
        | {"holds": d.holds, **_figures("gain", d.gain)}
        for d in met
    ]
    neighbours = set(zip(bout.players, bout.players[1:], strict=False))
    holds = all(d.holds for d in met if (d.better, d.other) in neighbours)
    return found, [head, "", _elo_told(rated), "", _duels_told(met, book)], holds


def _figures(name: str, estimate: Estimate) -> dict[str, float]:
    return {name: estimate.value, "low": estimate.low, "high": estimate.high}


def _elo_told(rated: dict[str, Estimate]) -> RenderableType:
    rows = ((player, f"{e.value:.0f}", f"{e.low:.0f} to {e.high:.0f}") for player, e in rated.items())
    return plain_table(("Player", "Elo", "95 %"), rows)


def _duels_told(found: list[Duel], book: Rulebook) -> RenderableType:
    sides = book.scenario.sides
    rows = (
        (
            f"{d.better} over {d.other}",
            sides[d.side].label,
            f"{d.gain.value:+.2f}",
            f"{d.gain.low:+.2f} to {d.gain.high:+.2f}",
            f"{d.wins / d.games:.0%}",
            "beats" if d.holds else "not shown",
        )
        for d in found
    )
    return plain_table(("Player", "seat", "points", "95 %", "scored more", ""), rows)


def _deviations_told(found: list[Deviation], book: Rulebook) -> RenderableType:
    sides = book.scenario.sides
    rows = (
        (
            f"{d.player} among {d.field}",
            sides[d.side].label,
            f"{d.gain.value:+.1%}",
            f"{d.gain.low:+.1%} to {d.gain.high:+.1%}",
            "little" if d.holds else "too much",
        )
        for d in found
    )
    return plain_table(("Player", "seat", "gain", "95 %", ""), rows)
