"""The command `simmer`: its doors, by name; what a door needs is imported once it is opened."""

import os
import sys
from collections.abc import Sequence
from typing import Any

import typer

from game.cli import arena, study, table, workshop
from game.cli.options import Work
from game.match.voice import complain

WRONG, STOPPED = 2, 130

app = typer.Typer(
    name="simmer",
    help="A turn-based wargame and negotiation simulator. Without a command it opens the title screen.",
    epilog="Exit codes: 0 good · 1 the answer is no · 2 wrong usage, or something that cannot be read.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help opens in half the time
)
for floor in (table, workshop, study, arena):
    app.registered_commands += floor.app.registered_commands


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line and return its exit code; what is wrong with it is one sentence."""
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        work = _read(arguments)
        code = work() if callable(work) else int(work or 0)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _complain("stopped.", STOPPED)
    except BrokenPipeError:
        code = 0
        _mute()
    except OSError as wrong:
        _mute()
        return _complain(f"the output could not be written: {(wrong.strerror or 'it is closed').lower()}.")
    return code


def _open_streams() -> None:
    """Put something in place of streams that were closed before the program began.

    What goes to such a standard output cannot be written, and the command says so; complaints are lost.
    """
    if sys.stdout is None:
        sys.stdout = open(os.devnull)  # noqa: PTH123, SIM115 - opened for reading: nothing can be written
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - it stands in to the very end


def _read(arguments: Sequence[str]) -> Any:
    """Return the work a command line asks for, or an exit code where there is none to carry out."""
    try:
        return app(list(arguments), prog_name="simmer", standalone_mode=False)
    except Exception as wrong:
        told = getattr(wrong, "format_message", None)  # the parser's own error, which typer keeps to itself
        if told is None:
            raise
        return _complain(str(told()))


def _complain(sentence: str, code: int = WRONG) -> int:
    complain(sentence)
    return code


def _mute() -> None:
    """Let nothing more be written to standard output, whose reader has gone."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - it stands in for a stream to the very end


@app.callback()
def _title(context: typer.Context) -> Work | None:
    return None if context.invoked_subcommand else table.open_title
