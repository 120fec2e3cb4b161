"""The shelf: where shipped scenarios stand, and how a scenario is found by name or path."""

from dataclasses import replace
from os.path import normpath
from pathlib import Path

from platformdirs import user_data_path

from game.located.excerpt import short, visible
from game.located.findings import Finding, Grade
from game.located.suggest import did_you_mean
from game.scenario.pack import SUFFIX
from game.scenario.unpack import unpacked

DEFAULT = "deadlock-2020"
"""The scenario that is played where none is named."""

FILE = "scenario.yaml"
SUFFIXES = (".yaml", ".yml")
MARKS = ("/", "\\", ":")
"""What no name of a scenario holds, and paths may."""

FOREIGN = ("\\", ":")
"""What paths hold on one kind of machine alone."""

RELATIVE = "give the name of a scenario, or a path from here with '/', such as ../river"

MOST = 40
"""Own scenarios listed at most."""

HOUSE = Path(__file__).resolve().parents[1]
SHELVES = (HOUSE / "_scenarios", HOUSE.parent / "scenarios")


def shelf() -> Path:
    """Return the folder of shipped scenarios: inside the installed package, or beside it in a checkout."""
    return next((each for each in SHELVES if each.is_dir()), SHELVES[-1])


def shipped() -> tuple[str, ...]:
    """Return the names of the shipped scenarios in alphabetical order."""
    return tuple(sorted(path.parent.name for path in shelf().glob(f"*/{FILE}")))


def own_shelf() -> Path:
    """Return the folder in which people may keep scenarios of their own."""
    return user_data_path("simmer", appauthor=False) / "scenarios"


def own() -> tuple[Path, ...]:
    """Return the scenarios that are not shipped: on the own shelf, and in the folder one works in.

    Folders with a scenario, single files and packs on the shelf; only folders where one works.
    """
    try:
        here = [Path.cwd()] if Path.cwd().resolve() != shelf().resolve() else []
        found = [path.parent for folder in (own_shelf(), *here) for path in sorted(folder.glob(f"*/{FILE}"))]
        loose = [path for path in sorted(own_shelf().glob("*")) if path.suffix in (*SUFFIXES, SUFFIX)]
    except OSError:
        return ()
    return tuple(dict.fromkeys((*found, *loose)))[:MOST]


def find(name_or_path: str | Path) -> Path | Finding:
    """Return the file of a scenario: of a shipped one by its name, else of a folder or a YAML file.

    A shipped name comes first; write ./NAME for a folder of the same name.
    """
    wanted = str(name_or_path)
    if wanted in shipped():
        return shelf() / wanted / FILE
    try:
        return _found(Path(wanted), wanted)
    except (OSError, ValueError):
        return _unknown(wanted)


def find_parent(named: str, home: Path | None) -> Path | Finding:
    """Return the file of the scenario that the one at *home* extends: by its name, or by a path from there.

    A name is looked for beside *home* first, then on the shelf. A path leads no further up than there.
    """
    if Path(named).name == named != ".." and not any(mark in named for mark in MARKS + SUFFIXES):
        return _beside(named, home)
    if any(mark in named for mark in FOREIGN):
        return _refused("this path is of another kind than scenarios use", named, RELATIVE, "E505")
    try:
        return _by_path(Path(named), named, home)
    except (OSError, ValueError, RuntimeError):
        return _refused("there is no such file or folder", named, code="E500")


def neighbourhood(home: Path) -> Path:
    """Return the folder that holds a scenario's neighbours: around its own folder, or around a loose file."""
    return Path(normpath(home.parent / "..")) if home.name == FILE else home.parent


def _beside(named: str, home: Path | None) -> Path | Finding:
    """Return the scenario with this name next to *home*, else the shipped one."""
    around = neighbourhood(home) if home else None
    near = () if around is None else (around / named / FILE, *(around / f"{named}{end}" for end in SUFFIXES))
    try:
        beside = next((path for path in near if named and path.is_file()), None)
    except (OSError, ValueError):
        beside = None
    if beside is not None:
        return Path(normpath(beside))
    if named in shipped():
        return shelf() / named / FILE
    folders = [path.parent.name for path in around.glob(f"*/{FILE}")] if around else []
    hint = did_you_mean(named, [*folders, *shipped()])
    return _refused(f"there is no scenario '{short(named)}' to extend", named, hint, "E500")


def _by_path(path: Path, named: str, home: Path | None) -> Path | Finding:
    if home is None or path.is_absolute():
        return _refused("a path in 'extends' starts from the scenario's own folder", named, RELATIVE, "E505")
    wanted = home.parent / path
    if not wanted.resolve().is_relative_to(neighbourhood(home).resolve()):
        return _refused("a path in 'extends' leads no further up than the folder beside", named, code="E505")
    found = _found(Path(normpath(wanted)), named)
    return replace(found, code="E500") if isinstance(found, Finding) else found


def _found(path: Path, wanted: str) -> Path | Finding:
    if not wanted or not path.exists():
        return _unknown(wanted)
    if path.is_dir():
        inside = path / FILE
        return inside if inside.is_file() else _refused(f"the folder holds no {FILE}", wanted, _other(path))
    if is_pack(path):
        folder = unpacked(path)
        return folder if isinstance(folder, Finding) else folder / FILE
    if path.suffix.lower() not in SUFFIXES:
        return _refused("a scenario is a folder, a file that ends in .yaml, or a pack (.zip)", wanted)
    return path


def _other(folder: Path) -> str:
    """Return what a folder's one YAML file should be called, if there is one."""
    found = [each.name for each in folder.iterdir() if each.suffix.lower() in SUFFIXES]
    return f"rename {found[0]} to {FILE}, or give {folder.name}/{found[0]}" if len(found) == 1 else ""


def is_pack(path: Path) -> bool:
    """Say whether what stands at a path is a scenario in one file, to be unpacked before it is read."""
    return path.suffix.lower() == SUFFIX and not path.is_dir()


def _unknown(wanted: str) -> Finding:
    """Say that there is no such scenario, and which there are."""
    if any(mark in wanted for mark in "/\\") or wanted.endswith(SUFFIXES):
        return _refused("there is no such file or folder", wanted)
    names = shipped()
    listed = f"shipped scenarios: {', '.join(names)}" if names else "give a folder or a YAML file"
    return _refused(f"there is no scenario '{short(wanted)}'", wanted, did_you_mean(wanted, names) or listed)


def _refused(message: str, wanted: str, hint: str = "", code: str = "Y000") -> Finding:
    return Finding(code, Grade.ERROR, message, visible(wanted), hint=hint)
