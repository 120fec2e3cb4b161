"""Telling: plain tables on the terminal, and the figures of a bench."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table

from game.match.terminal import worded
from game.study.bench import Speed


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


def plain_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    """Return a plain table, names to the left and figures to the right."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for number, title in enumerate(head):
        table.add_column(title, justify="right" if number else "left")
    for row in rows:
        table.add_row(*row)
    return table


def headed(title: str, about: str) -> RenderableType:
    """Return the head of what is told: a scenario's title, and what was done with it."""
    return worded((title, "bold"), f" · {about}")
