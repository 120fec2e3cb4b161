"""The doors of `simmer study` and `simmer bench`."""

from time import perf_counter
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from game.match.door import DEFAULT
from game.match.opening import Opened, open_scenario
from game.match.seats import hired, seated
from game.match.trouble import Kind, Trouble
from game.match.voice import STDOUT, Exit, fail, say, write_json
from game.players.roster import PERSONA
from game.study.batch import CHUNK, Setting
from game.study.bench import as_json, bench
from game.study.report import figures
from game.study.tally import Tally, tally_games
from game.study.tell import bench_told, study_told


def study_command(scenario: str | None, games: int, seed: int, players: str | None, json: str | None) -> Exit:
    """Play many games in lockstep and tell what they came to (§12)."""
    opened = open_scenario(scenario or DEFAULT)
    if isinstance(opened, Trouble):
        return fail(opened)
    found = _studied(opened, games, seed, players or PERSONA)
    if isinstance(found, Trouble):
        return fail(found)
    if json is not None and (trouble := write_json(found, json)):
        return fail(trouble)
    if json != STDOUT:
        say(*study_told(found, opened.book))
    return Exit.GOOD


def bench_command(json: str | None) -> Exit:
    """Time the engine on the default scenario."""
    opened = open_scenario(DEFAULT)
    if isinstance(opened, Trouble):
        return fail(opened)
    speeds = bench(opened.book)
    if json is not None and (trouble := write_json(as_json(speeds), json)):
        return fail(trouble)
    if json != STDOUT:
        say(bench_told(speeds))
    return Exit.GOOD


def _studied(opened: Opened, games: int, seed: int, player: str) -> dict[str, Any] | Trouble:
    """Return the figures of a study; stopped by the keyboard, those of the games played so far."""
    everywhere = PERSONA if "=" in player else player
    seats = seated(opened.book, _each(player), everywhere)
    if isinstance(seats, Trouble):
        return seats
    players = hired(opened.book, seats)
    if len(players) < len(seats):
        return Trouble(Kind.SEAT, "a study is played by computer players in all seats.")
    began = perf_counter()
    tally = _played(Setting(opened.book, players), games, seed)
    return {
        "scenario": {"id": opened.book.scenario.id, "digest": opened.digest},
        "games": tally.games,
        "seed": seed,
        "players": dict(seats),
        **(figures(tally) if tally.games else {}),
        "claims": [],
        "seconds": perf_counter() - began,
        "decisions": tally.months * len(opened.book.index.sides),
    }


def _each(player: str) -> dict[str, str]:
    """Return the seats that a list such as 'washington=persona:reciprocal,seoul=persona' names."""
    parts = [part.partition("=") for part in player.split(",") if "=" in part]
    return {side.strip(): name.strip() for side, _sign, name in parts}


def _played(setting: Setting, games: int, seed: int) -> Tally:
    """Return the tally of the games, chunk by chunk, with a bar on the terminal while it takes."""
    total = Tally(setting.book)
    console = Console(stderr=True)
    words = TextColumn("{task.description}")
    with Progress(words, BarColumn(), TimeRemainingColumn(), console=console, transient=True) as progress:
        task = progress.add_task(f"{games:,} games", total=games)
        try:
            for first in range(0, games, CHUNK):
                count = min(CHUNK, games - first)
                total = total.plus(tally_games(setting, seed, first, count))
                progress.advance(task, count)
        except KeyboardInterrupt:
            console.print(f"Stopped after {total.games:,} of {games:,} games.")
    return total
