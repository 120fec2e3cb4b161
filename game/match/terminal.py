"""The terminal: the one door through which words in colour reach it, imported only where there are some."""

from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.segment import Segment
from rich.text import Text

from game.located.printable import shown

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


def progress(counted: bool = False) -> Progress:
    """Return a bar on standard error that goes when the work is done; *counted* shows how much is."""
    count = (MofNCompleteColumn(),) if counted else ()
    told = TextColumn("{task.description}", markup=False)
    columns, terminal = (told, BarColumn(), *count, TimeRemainingColumn()), Terminal(stderr=True)
    return Progress(*columns, console=terminal, transient=True, disable=not terminal.is_terminal)
