"""The command `simmer`: the only floor that reads options and prints; each command is imported when typed."""

import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from game.cli.output import complain

COMMANDS = {
    "play": ("play", "Open the table; or, with --auto, play a whole game and tell it."),
    "host": ("host", "Teach a class: one laptop, phones around it, no accounts, no internet."),
    "replay": ("replay", "Play a save again and check every month."),
    "debrief": (
        "replay",
        "Write what happened in a finished game, or at all tables of a class, as one page.",
    ),
    "check": ("check", "Say all that is wrong or doubtful in scenarios, and where."),
    "explain": ("check", "Say what the codes of findings mean, and what to do about them."),
    "new": ("new", "Make a scenario of your own: blank, a copy, or a variant."),
    "schema": ("schema", "Write the JSON Schema by which editors check a scenario."),
    "upgrade": ("upgrade", "Rewrite scenarios of an older format, and show the changes."),
    "translate": ("translate", "Bring the translation of a scenario up to date."),
    "docs": ("docs", "Write a scenario's packet to print, or the format's reference."),
    "preview": ("docs", "Draw what moves what in a scenario, on one page."),
    "pack": ("pack", "Put a clean and tested scenario into one file to pass on."),
    "test": ("tests", "Play the tests that scenarios carry and tell which hold."),
    "study": ("study", "Play many games in lockstep and count what comes of them."),
    "bench": ("study", "Measure the engine's own speed, in decisions a second."),
    "arena": ("arena", "Compare computer players, seat by seat, with the same luck."),
}
"""Every command: the module here whose function of the same name it is, and what it is for."""

WRONG, STOPPED = 2, 130


class Commands(TyperGroup):
    """The commands by name: listed from the table above, imported one at a time."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the command that was typed, its options read from its function's signature."""
        name, listed, rest = super().resolve_command(ctx, args)
        assert listed is not None
        return name, _opened(str(listed.name)), rest


def _opened(name: str) -> Any:
    """Return a command whose call gives the work to carry out, once the parser has let go of it."""
    function = getattr(import_module(f"game.cli.{COMMANDS[name][0]}"), name)
    typed = CommandInfo(name=name, callback=function)
    command = get_command_from_info(typed, pretty_exceptions_short=False, rich_markup_mode=None)
    work = command.callback
    assert work is not None
    command.callback = partial(partial, work)
    return command


app = typer.Typer(
    name="simmer",
    cls=Commands,
    help="A turn-based wargame and negotiation simulator. Without a command it opens the title screen.",
    epilog="Exit codes: 0 good · 1 the answer is no · 2 wrong usage, or something that cannot be read.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help opens in half the time
)
for each, (_module, sentence) in COMMANDS.items():
    app.command(each, help=sentence)(lambda: None)


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
def _title(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", help="Say which edition this is, and what plays."),
) -> Any:
    """Open the title screen where no command is named."""
    if version:
        from game.cli.version import say_version

        return say_version
    if context.invoked_subcommand:
        return None
    from game.cli.play import title

    return title
