"""Telling: the figures of a study and of a bench on the terminal."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import RenderableType
from rich.table import Table

from game.rules.rulebook import Rulebook
from game.study.bench import Speed


def study_told(found: Mapping[str, Any], book: Rulebook) -> list[RenderableType]:
    """Return the figures of a study as headings and tables."""
    scenario = book.scenario
    who = ", ".join(f"{scenario.sides[side].label} {player}" for side, player in found["players"].items())
    head = f"[bold]{scenario.title}[/] · {found['games']:,} games · seed {found['seed']} · {who}"
    if not found["games"]:
        return [head]
    return [
        head,
        "",
        _endings(found, book),
        "",
        _points(found, book),
        "",
        _lines(found, book),
        "",
        _cards(found, book),
        "",
        "An agreement was signed in {} of games ({}).".format(*_share(found["agreements"]["signed"])),
        *(("", _claims(found), "") if found["claims"] else ()),
        f"{found['decisions']:,} decisions in {found['seconds']:.1f} s.",
    ]


def _endings(found: Mapping[str, Any], book: Rulebook) -> Table:
    titles = book.scenario.endings
    rows = ((titles[name].title, *_share(share)) for name, share in found["endings"].items())
    return plain_table(("Ending", "games", "95 %"), rows)


def _points(found: Mapping[str, Any], book: Rulebook) -> Table:
    sides = book.scenario.sides
    rows = (
        (sides[side].label, f"{p['mean']:.1f}", f"{p['low']:.1f} to {p['high']:.1f}")
        for side, p in found["points"].items()
    )
    return plain_table(("Side", "points", "95 %"), rows)


def _lines(found: Mapping[str, Any], book: Rulebook) -> Table:
    titles = book.scenario.redlines
    rows = ((titles[name].title, *_share(share)) for name, share in found["redlines"].items())
    return plain_table(("Redline crossed", "games", "95 %"), rows)


def _cards(found: Mapping[str, Any], book: Rulebook) -> Table:
    cards = book.scenario.cards
    rows = (
        (
            cards[name].title,
            book.scenario.sides[cards[name].side].label,
            f"{c['played_share']:.0%}",
            f"{c['mean_uses']:.2f}",
        )
        for name, c in found["cards"].items()
    )
    return plain_table(("Card", "side", "games", "uses a game"), rows)


def _claims(found: Mapping[str, Any]) -> Table:
    """Return the claims: what each says, what was found, the bounds, and whether it holds."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column("Claim")
    table.add_column("says", ratio=1)
    for title in ("found", "95 %", "bounds"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("")
    for claim in found["claims"]:
        figures = [f"{claim[part]:.3g}" for part in ("estimate", "low", "high")]
        verdict = f"[{_COLOURS[claim['verdict']]}]{claim['verdict']}[/]"
        bounds = _bounds(claim["expected"])
        table.add_row(
            claim["id"], claim["says"], figures[0], f"{figures[1]} to {figures[2]}", bounds, verdict
        )
    return table


_COLOURS = {"holds": "green", "open": "yellow", "fails": "red", "told": "dim"}


def _bounds(expected: Mapping[str, float]) -> str:
    """Return bounds in short: at least, at most, or between."""
    low, high = expected.get("at_least"), expected.get("at_most")
    if low is not None and high is not None:
        return f"{low:g} to {high:g}"
    return f"at least {low:g}" if low is not None else f"at most {high:g}"


def bench_told(speeds: Iterable[Speed]) -> Table:
    """Return the engine's speed at each size as a table."""
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
    return plain_table(("Tables", "a month", "with ledger", "decisions a second", "bytes a table"), rows)


def _share(estimate: Mapping[str, float]) -> tuple[str, str]:
    """Return a share and its interval in percent."""
    return f"{estimate['share']:.1%}", f"{estimate['low']:.1%} to {estimate['high']:.1%}"


def plain_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    """Return a plain table, names to the left and figures to the right."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for number, title in enumerate(head):
        table.add_column(title, justify="right" if number else "left")
    for row in rows:
        table.add_row(*row)
    return table
