"""`simmer new`: a scenario of one's own, playable at once, in a folder that was not there."""

import os
from pathlib import Path
from typing import Annotated

import typer

from game.cli.output import Exit, fail, say_plain
from game.located.excerpt import lines_of
from game.match.files import reason
from game.match.loading import why_faulty
from game.match.trouble import Trouble, TroubleKind
from game.scenario.pack import RESERVED
from game.scenario.reader import read_scenario
from game.scenario.shelf import FILE, shipped
from game.workshop.templates import NAME, Files, blank_files, copied, editor_files, varied


def new(
    folder: Annotated[Path, typer.Argument(metavar="NAME", help="The folder to make; its name is the id.")],
    copy: Annotated[
        str | None, typer.Option("--from", metavar="SCENARIO", help="Start from a copy of a scenario.")
    ] = None,
    parent: Annotated[
        str | None, typer.Option("--variant-of", metavar="SCENARIO", help="Vary a scenario by 'extends:'.")
    ] = None,
    blank: Annotated[
        bool, typer.Option("--blank", help="Start from a small invented game: the usual.")
    ] = False,
) -> Exit:
    """Make a scenario of your own: blank, a copy, or a variant."""
    wrong = _unfit(folder)
    if wrong is None and sum((copy is not None, parent is not None, blank)) > 1:
        told = "a new scenario is blank, a copy or a variant: give one of --blank, --from and --variant-of."
        wrong = Trouble(TroubleKind.SEAT, told)
    files = wrong or _files(folder, copy, parent)
    wrong = files if isinstance(files, Trouble) else _written(folder, files)
    if wrong is not None:
        return fail(wrong)
    assert not isinstance(files, Trouble)
    _tell(folder, files)
    return Exit.GOOD


def _unfit(folder: Path) -> Trouble | None:
    """Return why the folder cannot be made, if that is plain before anything is read."""
    name = folder.name
    if not NAME.fullmatch(name):
        told = f"'{name}' cannot be a scenario's name: letters, digits, '-' and '_' can."
        return Trouble(TroubleKind.SEAT, told)
    if RESERVED.fullmatch(name):
        return Trouble(
            TroubleKind.SEAT, f"'{name}' cannot be a scenario's name: Windows keeps it for a device."
        )
    if name in shipped():
        return Trouble(TroubleKind.SEAT, f"'{name}' is the name of a shipped scenario; choose another.")
    if os.path.lexists(folder):
        return Trouble(TroubleKind.UNWRITABLE, f"'{folder}' is there already, and nothing is overwritten.")
    return None


def _files(folder: Path, copy: str | None, parent: str | None) -> Files | Trouble:
    """Return all files of the new scenario, or why there cannot be one."""
    named = copy or parent
    if named is None:
        return blank_files(folder.name)
    reading = read_scenario(named)
    if reading.scenario is None or reading.path is None:
        return why_faulty(named, reading)
    try:
        files = copied(reading, folder) if copy else varied(reading, named, folder)
    except OSError as wrong:
        return Trouble(TroubleKind.UNREADABLE, f"'{reading.path.parent}' could not be read: {reason(wrong)}.")
    if isinstance(files, str):
        return Trouble(TroubleKind.SEAT, f"'{folder}' cannot start from '{named}': {files}.")
    return files


def _written(folder: Path, files: Files) -> Trouble | None:
    """Write all files into a folder made for them; say why not if one cannot be."""
    try:
        folder.mkdir(parents=True)
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            with path.open("xb") as file:
                file.write(content)
    except (OSError, ValueError) as wrong:
        return Trouble(TroubleKind.UNWRITABLE, f"'{folder}' could not be written: {reason(wrong)}.")
    return None


def _tell(folder: Path, files: Files) -> None:
    """Tell what was made, and what to try next."""
    aids = editor_files()
    beside = [name for name in files if name != FILE and name not in aids]
    count = len(lines_of(files[FILE].decode())) - 1
    say_plain(f"made {folder / FILE}   {count} lines, plays at once")
    if beside:
        say_plain(f"     {', '.join(beside)} beside it")
    say_plain(f"     {', '.join(aids)} for editors that complete YAML")
    say_plain(f"next: simmer check {folder}")
    say_plain(f"      simmer play {folder} --watch   and change the file while you play")
