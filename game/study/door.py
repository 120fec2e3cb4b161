"""The study's door: what `simmer study` and `simmer bench` print."""

from collections.abc import Iterable, Mapping
from time import perf_counter
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from game.players.player import Player
from game.rules.rulebook import Rulebook
from game.study.batch import CHUNK, Setting
from game.study.bench import Speed
from game.study.report import figures
from game.study.tally import Tally, tally_games


def study(
    book: Rulebook,
    players: Mapping[str, Player],
    names: Mapping[str, str],
    games: int,
    seed: int,
    console: Console,
) -> dict[str, Any]:
    """Return the figures of *games* tables played in lockstep; progress goes to *console*.

    Stopped by the keyboard, it gives the figures of the games played so far.
    """
    began = perf_counter()
    tally = _played(Setting(book, players), games, seed, console)
    return {
        "scenario": book.scenario.id,
        "games": tally.games,
        "seed": seed,
        "players": dict(names),
        **(figures(tally) if tally.games else {}),
        "claims": [],
        "seconds": perf_counter() - began,
        "decisions": tally.months * len(book.index.sides),
    }


def _played(setting: Setting, games: int, seed: int, console: Console) -> Tally:
    """Return the tally of the games, chunk by chunk."""
    total = Tally(setting.book)
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn(), console=console, transient=True
    )
    with bar as progress:
        task = progress.add_task(f"{games:,} games", total=games)
        try:
            for first in range(0, games, CHUNK):
                count = min(CHUNK, games - first)
                total = total.plus(tally_games(setting, seed, first, count))
                progress.advance(task, count)
        except KeyboardInterrupt:
            console.print(f"Stopped after {total.games:,} of {games:,} games.")
    return total


def print_study(found: Mapping[str, Any], book: Rulebook, console: Console) -> None:
    """Print the figures of a study as tables."""
    scenario = book.scenario
    who = ", ".join(f"{scenario.sides[side].label} {player}" for side, player in found["players"].items())
    console.print(f"[bold]{scenario.title}[/] · {found['games']:,} games · seed {found['seed']} · {who}")
    if not found["games"]:
        return
    endings = found["endings"].items()
    console.print(
        _table(("Ending", "share", "95 %"), ((scenario.endings[k].title, *_share(v)) for k, v in endings))
    )
    points = found["points"].items()
    console.print(
        _table(
            ("Side", "points", "95 %"),
            (
                (scenario.sides[k].label, f"{v['mean']:.1f}", f"{v['low']:.1f} to {v['high']:.1f}")
                for k, v in points
            ),
        )
    )
    lines = found["redlines"].items()
    console.print(
        _table(
            ("Redline crossed", "share", "95 %"),
            ((scenario.redlines[k].title, *_share(v)) for k, v in lines),
        )
    )
    console.print(
        _table(
            ("Card", "games", "uses a game"),
            (
                (scenario.cards[k].title, f"{v['played_share']:.0%}", f"{v['mean_uses']:.2f}")
                for k, v in found["cards"].items()
            ),
        )
    )
    share, interval = _share(found["agreements"]["signed"])
    console.print(f"An agreement was signed in {share} of games ({interval}).")
    console.print(f"{found['decisions']:,} decisions in {found['seconds']:.1f} s.")


def print_bench(speeds: Iterable[Speed], console: Console) -> None:
    """Print the engine's speed at each size."""
    rows = (
        (
            f"{s.tables:,}",
            f"{s.month * 1e6:,.0f} µs",
            "–" if s.with_ledger is None else f"{s.with_ledger * 1e6:,.0f} µs",
            f"{s.decisions:,.0f}",
            f"{s.bytes}",
        )
        for s in speeds
    )
    console.print(_table(("Tables", "a month", "with ledger", "decisions a second", "bytes a table"), rows))


def _share(estimate: Mapping[str, float]) -> tuple[str, str]:
    """Return a share and its interval in percent."""
    return f"{estimate['share']:.1%}", f"{estimate['low']:.1%} to {estimate['high']:.1%}"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    """Return a plain table, names to the left and figures to the right."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for number, title in enumerate(head):
        table.add_column(title, justify="right" if number else "left")
    for row in rows:
        table.add_row(*row)
    return table
