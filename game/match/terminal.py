"""The terminal: standard output in colour, imported only where there is something to colour."""

from rich.console import Console

NARROWEST = 40
"""Columns that words are laid out in at least, whatever the surroundings say of the terminal."""


class Terminal(Console):
    """Standard output in colour where it is a terminal; a reader that has gone is told to the caller."""

    def __init__(self) -> None:
        super().__init__(highlight=False)
        self.width = max(self.width, NARROWEST)

    def on_broken_pipe(self) -> None:
        """Raise the error again, which rich would turn into an exit of its own."""
        raise BrokenPipeError
