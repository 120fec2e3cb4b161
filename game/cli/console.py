"""The console: the one door through which words in colour reach the terminal, imported late."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from rich.console import Console, ConsoleOptions, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from game.located.printable import shown

Done = TypeVar("Done")

NARROWEST = 40
"""Columns that words are laid out in at least, whatever the surroundings say of the terminal."""


class Terminal(Console):
    """Standard output, or error, in colour where it is a terminal; words are words there, never markup."""

    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, markup=False, emoji=False, highlight=False)
        self.width = max(self.width, NARROWEST)

    def on_broken_pipe(self) -> None:
        """Raise the error again, which rich would turn into an exit of its own."""
        raise BrokenPipeError

    def render_str(self, text: str, *rest: Any, **named: Any) -> Text:
        """Return words ready to be laid out, nothing in them that a terminal obeys."""
        return super().render_str(shown(text), *rest, **named)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Yield what is printed; whoever made the words, none of them is obeyed."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=shown(segment.text))


def worded(*parts: str | tuple[str, str]) -> Text:
    """Return words, some of them with a style of ours: `worded(("Seoul", "bold"), " waits")`."""
    told = Text()
    for part in parts:
        said, style = (part, "") if isinstance(part, str) else part
        told.append(shown(said), style or None)
    return told


def follow(work: Iterable[Done], words: str, total: int, counted: bool = True) -> Iterator[Done]:
    """Yield what *work* yields, with a bar and the time left on standard error while it is done.

    *counted* shows how many of *total* are done.
    """
    count = (MofNCompleteColumn(),) if counted else ()
    told = TextColumn("{task.description}", markup=False)
    columns, terminal = (told, BarColumn(), *count, TimeRemainingColumn()), Terminal(stderr=True)
    with Progress(*columns, console=terminal, transient=True, disable=not terminal.is_terminal) as bar:
        task = bar.add_task(words, total=total)
        for done in work:
            yield done
            bar.advance(task)


def say(*words: RenderableType) -> None:
    """Put *words* on standard output, in colour where that is a terminal."""
    terminal = Terminal()
    for word in words:
        terminal.print(word)


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
