"""The door of `simmer new`: a scenario of one's own, playable at once, in a folder that was not there."""

import os
from dataclasses import dataclass
from pathlib import Path

from game.located.excerpt import lines_of
from game.match.files import reason
from game.match.loading import why_faulty
from game.match.trouble import Kind, Trouble
from game.match.voice import Exit, fail, say_plain
from game.scenario.pack import RESERVED
from game.scenario.reader import read_scenario
from game.scenario.shelf import FILE, shipped
from game.workshop.fresh import NAME, Files, blank, copied, editor_files, varied


@dataclass(frozen=True)
class Asked:
    """What `simmer new` was asked for."""

    folder: Path
    """The folder to make; its name becomes the scenario's id."""

    copy: str | None = None
    """The scenario to start from a copy of."""

    parent: str | None = None
    """The scenario to make a variant of."""

    blank: bool = False
    """Whether a blank one was asked for by name."""


def new_command(asked: Asked) -> Exit:
    """Make the folder of a new scenario, or say why not; nothing that exists is touched."""
    files = _unfit(asked) or _files(asked)
    wrong = files if isinstance(files, Trouble) else _written(asked.folder, files)
    if wrong is not None:
        return fail(wrong)
    assert not isinstance(files, Trouble)
    _tell(asked.folder, files)
    return Exit.GOOD


def _unfit(asked: Asked) -> Trouble | None:
    """Return why the folder cannot be made, if that is plain before anything is read."""
    name = asked.folder.name
    if not NAME.fullmatch(name):
        told = f"'{name}' cannot be a scenario's name: letters, digits, '-' and '_' can."
        return Trouble(Kind.SEAT, told)
    if RESERVED.fullmatch(name):
        return Trouble(Kind.SEAT, f"'{name}' cannot be a scenario's name: Windows keeps it for a device.")
    if name in shipped():
        return Trouble(Kind.SEAT, f"'{name}' is the name of a shipped scenario; choose another.")
    if sum((asked.copy is not None, asked.parent is not None, asked.blank)) > 1:
        told = "a new scenario is blank, a copy or a variant: give one of --blank, --from and --variant-of."
        return Trouble(Kind.SEAT, told)
    if os.path.lexists(asked.folder):
        return Trouble(Kind.UNWRITABLE, f"'{asked.folder}' is there already, and nothing is overwritten.")
    return None


def _files(asked: Asked) -> Files | Trouble:
    """Return all files of the new scenario, or why there cannot be one."""
    named = asked.copy or asked.parent
    if named is None:
        return blank(asked.folder.name)
    reading = read_scenario(named)
    if reading.scenario is None or reading.path is None:
        return why_faulty(named, reading)
    try:
        files = copied(reading, asked.folder) if asked.copy else varied(reading, named, asked.folder)
    except OSError as wrong:
        return Trouble(Kind.UNREADABLE, f"'{reading.path.parent}' could not be read: {reason(wrong)}.")
    if isinstance(files, str):
        return Trouble(Kind.SEAT, f"'{asked.folder}' cannot start from '{named}': {files}.")
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
        return Trouble(Kind.UNWRITABLE, f"'{folder}' could not be written: {reason(wrong)}.")
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
