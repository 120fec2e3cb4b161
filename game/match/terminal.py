"""The terminal: standard output in colour, imported only where there is something to colour."""

from rich.console import Console


class Terminal(Console):
    """Standard output in colour where it is a terminal; a reader that has gone is told to the caller."""

    def on_broken_pipe(self) -> None:
        """Raise the error again, which rich would turn into an exit of its own."""
        raise BrokenPipeError
