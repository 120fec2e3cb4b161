"""`simmer arena`: computer players compared."""

from time import perf_counter
from typing import Annotated, Any

import numpy as np
import typer
from rich.console import RenderableType

from game.cli.console import follow, headed, plain_table, say
from game.cli.options import Json, Scenario
from game.cli.output import STDOUT, Exit, fail, write_json
from game.match.loading import Opened, open_scenario
from game.match.seats import HUMAN, seated
from game.match.trouble import Trouble, TroubleKind
from game.rules.rulebook import Rulebook
from game.scenario.shelf import DEFAULT
from game.study.arena import Bout, played
from game.study.duel import Deviation, Duel, Scores, deviations, duels, elo
from game.study.exploit import bears, exploited, written
from game.study.interval import Estimate

LISTED = "hard,normal,easy,persona"
"""The players compared if none are named, strongest first."""

DRAWS = 24
"""Times a player is asked at every turn of a tree, to see how it mixes."""

Measured = tuple[dict[str, Any], list[RenderableType], bool]
"""Figures, how they are told, and whether the answer is yes."""


def arena(
    scenario: Scenario = None,
    players: Annotated[
        str | None, typer.Option(metavar="P,P,…", help="Whom to compare, strongest first.")
    ] = None,
    games: Annotated[int, typer.Option(min=2, max=100_000, help="Games of every line-up.")] = 200,
    seed: Annotated[int, typer.Option(min=0, max=10**12, help="The study's number.")] = 0,
    field: Annotated[
        str | None,
        typer.Option(metavar="P", help="Measure instead what replacing one seat of such a field would gain."),
    ] = None,
    exploit: Annotated[
        bool,
        typer.Option("--exploit", help="Measure what best answers win, on a scenario that is small enough."),
    ] = False,
    efg: Annotated[
        str | None,
        typer.Option("--efg", metavar="FILE", help="Write such a scenario out for Gambit."),
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Processes that share the work.")] = 1,
    json: Json = None,
) -> Exit:
    """Compare computer players, seat by seat, with the same luck."""
    opened = open_scenario(DEFAULT if scenario is None else scenario)
    if isinstance(opened, Trouble):
        return fail(opened)
    alone = field is not None or exploit or efg is not None
    bout = _bout(opened, players or LISTED, field, games, seed, alone)
    if isinstance(bout, Trouble):
        return fail(bout)
    began = perf_counter()
    written_out = exploit or efg
    measured = _exploited(opened, bout, efg) if written_out else _met(bout, opened, field is not None, jobs)
    if isinstance(measured, Trouble):
        return fail(measured)
    found, told, holds = measured
    found |= {"scenario": {"id": opened.book.scenario.id, "digest": opened.digest}}
    found |= {"seconds": perf_counter() - began}
    if json is not None and (trouble := write_json(found, json)):
        return fail(trouble)
    if json != STDOUT:
        say(*told)
    return Exit.GOOD if holds else Exit.NO


def _bout(
    opened: Opened, listed: str, field: str | None, games: int, seed: int, alone: bool
) -> Bout | Trouble:
    """Return what is to be played, or what is wrong with the players named; one of them may do *alone*."""
    players = tuple(dict.fromkeys(p.strip() for p in listed.split(",") if p.strip()))
    fields = players if field is None else (field,)
    for name in (*players, *fields):
        seats = seated(opened.book, {}, name)
        if isinstance(seats, Trouble):
            return seats
    if HUMAN in (*players, *fields):
        return Trouble(TroubleKind.SEAT, "the arena is for computer players.")
    if not alone and len(players) < 2:
        return Trouble(
            TroubleKind.SEAT, "name two players or more, strongest first, or a field with --field."
        )
    return Bout(opened.source, tuple(opened.book.index.sides), players, fields, games, seed)


def _met(bout: Bout, opened: Opened, deviating: bool, jobs: int) -> Measured | Trouble:
    """Return what the players won over each other, or over a field; a bar shows how far they are."""
    parts: dict[tuple[str, ...], list[Any]] = {}
    words = f"{len(bout.lineups)} line-ups"
    try:
        for lineup, points in follow(played(bout, jobs), words, len(bout.tasks), counted=False):
            parts.setdefault(lineup, []).append(points)
    except KeyboardInterrupt:
        return Trouble(TroubleKind.SEAT, "stopped before the games were played; there is nothing to compare.")
    scores = {lineup: np.concatenate(points, axis=1) for lineup, points in parts.items()}
    return _found(bout, scores, opened.book, deviating)


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
