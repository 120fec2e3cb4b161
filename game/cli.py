"""The command `simmer`: its doors, by name; what a door needs is imported once it is opened."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

Work = Callable[[], int]
"""What a command is asked to carry out once the command line has been read; it gives the exit code."""

WRONG, STOPPED = 2, 130

app = typer.Typer(
    name="simmer",
    help="A turn-based wargame and negotiation simulator. Without a command it opens the title screen.",
    epilog="Exit codes: 0 good · 1 the answer is no · 2 wrong usage, or something that cannot be read.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Scenario = Annotated[
    str | None,
    typer.Argument(help="A shipped scenario, a folder or a YAML file; deadlock-2020, if left out."),
]
Json = Annotated[
    str | None,
    typer.Option("--json", metavar="FILE|-", help="Write JSON to a file, or alone to the terminal."),
]
Seed = Annotated[int | None, typer.Option(min=0, max=2**64 - 1, help="What all luck follows from.")]


def main() -> None:
    """Run the command line and leave with its exit code."""
    raise SystemExit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line and return its exit code; what is wrong with it is one sentence."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        work = _read(arguments)
        code = work() if callable(work) else int(work or 0)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = STOPPED
    except BrokenPipeError:
        code = 0
        _mute()
    except OSError as wrong:
        _mute()
        return _complain(f"the output could not be written: {(wrong.strerror or 'it is closed').lower()}.")
    return _complain("stopped.", STOPPED) if code == STOPPED else code


def _read(arguments: Sequence[str]) -> Any:
    """Return the work a command line asks for, or an exit code where there is none to carry out."""
    try:
        return app(list(arguments), prog_name="simmer", standalone_mode=False)
    except Exception as wrong:
        told = getattr(wrong, "format_message", None)  # the parser's own error, which typer keeps to itself
        if told is None:
            raise
        return _complain(str(told()).replace("\n", " "))


def _complain(sentence: str, code: int = WRONG) -> int:
    sys.stderr.write(f"{sentence[:1].upper()}{sentence[1:]}\n")
    return code


def _mute() -> None:
    """Let nothing more be written to standard output, whose reader has gone."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - it stands in for a stream to the very end


@app.callback()
def _title(context: typer.Context) -> Work | None:
    return None if context.invoked_subcommand else _open_title


def _open_title() -> int:
    from game.match.door import title_command

    return title_command(_open_desk)


def _open_desk(match: Any, path: Any) -> str | None:
    from game.desk.door import open_desk

    return open_desk(match, path)


@app.command()
def play(
    scenario: Scenario = None,
    seat: Annotated[
        list[str] | None,
        typer.Option(metavar="SIDE=PLAYER", help="Who fills a seat: human, persona, easy, normal, hard."),
    ] = None,
    seed: Seed = None,
    load: Annotated[Path | None, typer.Option(metavar="FILE", help="Go on with a save.")] = None,
    save: Annotated[Path | None, typer.Option(metavar="FILE", help="Keep the game here.")] = None,
    auto: Annotated[bool, typer.Option("--auto", help="Computer players in all seats, no window.")] = False,
    json: Json = None,
) -> Work:
    """Open the table; or, with --auto, play a whole game and tell it."""

    def work() -> int:
        from game.match.door import Wish, play_command

        return play_command(Wish(scenario, tuple(seat or ()), seed, load, save, auto, json), _open_desk)

    return work


@app.command()
def replay(save: Annotated[Path, typer.Argument(metavar="SAVE")], json: Json = None) -> Work:
    """Play a save again and check every month."""

    def work() -> int:
        from game.match.door import replay_command

        return replay_command(save, json)

    return work


@app.command()
def debrief(
    save: Annotated[Path, typer.Argument(metavar="SAVE")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="Where the page goes.")],
) -> Work:
    """Write what happened in a finished game, and why, as one page."""

    def work() -> int:
        from game.debrief.door import debrief_command

        return debrief_command(save, out)

    return work


@app.command()
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE…")],
    json: Json = None,
    strict: Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")] = False,
) -> Work:
    """Say everything that is wrong or doubtful in scenarios, and where."""

    def work() -> int:
        from game.workshop.check import check_command

        return check_command(files, json, strict)

    return work


@app.command()
def study(
    scenario: Scenario = None,
    games: Annotated[int, typer.Option(min=1, max=10_000_000, help="How many games.")] = 10_000,
    seed: Annotated[int, typer.Option(min=0, max=10**12, help="The study's number.")] = 0,
    players: Annotated[
        str | None, typer.Option(metavar="P", help="One player for all seats, or SIDE=PLAYER,SIDE=PLAYER.")
    ] = None,
    claims: Annotated[bool, typer.Option("--claims", help="Put the scenario's claims to the test.")] = False,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Processes that share the work.")] = 1,
    json: Json = None,
) -> Work:
    """Play many games in lockstep and count what comes of them."""

    def work() -> int:
        from game.study.door import Asked, study_command

        return study_command(Asked(scenario, games, seed, players, claims, jobs, json))

    return work


@app.command()
def bench(json: Json = None) -> Work:
    """Measure the engine's own speed, in decisions a second."""

    def work() -> int:
        from game.study.door import bench_command

        return bench_command(json)

    return work
