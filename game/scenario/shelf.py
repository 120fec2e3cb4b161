"""The shelf: where shipped scenarios stand, and how a scenario is found by name or path."""

from pathlib import Path

from game.scenario.excerpt import short, visible
from game.scenario.findings import Finding, Grade
from game.scenario.suggest import did_you_mean

FILE = "scenario.yaml"
SUFFIXES = (".yaml", ".yml")
HOUSE = Path(__file__).resolve().parents[1]
SHELVES = (HOUSE / "_scenarios", HOUSE.parent / "scenarios")


def shelf() -> Path:
    """Return the folder of shipped scenarios: inside the installed package, or beside it in a checkout."""
    return next((each for each in SHELVES if each.is_dir()), SHELVES[-1])


def shipped() -> tuple[str, ...]:
    """Return the names of the shipped scenarios in alphabetical order."""
    return tuple(sorted(path.parent.name for path in shelf().glob(f"*/{FILE}")))


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


def _found(path: Path, wanted: str) -> Path | Finding:
    if not wanted or not path.exists():
        return _unknown(wanted)
    if path.is_dir():
        inside = path / FILE
        return inside if inside.is_file() else _refused(f"the folder holds no {FILE}", wanted)
    if path.suffix.lower() not in SUFFIXES:
        return _refused("a scenario is a folder, or a file that ends in .yaml", wanted)
    return path


def _unknown(wanted: str) -> Finding:
    """Say that there is no such scenario, and which there are."""
    if any(mark in wanted for mark in "/\\") or wanted.endswith(SUFFIXES):
        return _refused("there is no such file or folder", wanted)
    names = shipped()
    listed = f"shipped scenarios: {', '.join(names)}" if names else "give a folder or a YAML file"
    return _refused(f"there is no scenario '{short(wanted)}'", wanted, did_you_mean(wanted, names) or listed)


def _refused(message: str, wanted: str, hint: str = "") -> Finding:
    return Finding("Y000", Grade.ERROR, message, visible(wanted), hint=hint)
