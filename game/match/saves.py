"""The shelf of saves: where games are kept by themselves, and what stands there (§4.4)."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from platformdirs import user_data_path

from game.match.files import reason
from game.match.journal import Journal, journal_of
from game.match.match import Match
from game.match.savefile import SaveWriter, load
from game.match.trouble import Trouble, TroubleKind

SUFFIX = ".simmer"
"""Ends the name of every save."""

MOST = 200
"""Games listed at most, the newest first."""


@dataclass(frozen=True)
class Saved:
    """One save on the shelf."""

    path: Path
    """The file."""

    changed: datetime
    """When it was last written."""

    journal: Journal | None
    """What it holds, if it can be read."""

    trouble: Trouble | None
    """Why it cannot be read, and which older save can."""


def shelf() -> Path:
    """Return the folder in which this platform keeps what a person's programs have made."""
    return user_data_path("simmer", appauthor=False) / "saves"


def fresh_save(scenario: str, now: datetime) -> Path:
    """Return a name for a new game's save that no game on the shelf has, such as deadlock-2020 3."""
    folder = shelf()
    day = f"{scenario} {now:%Y-%m-%d %H.%M}"
    taken = {path.stem for path in _saves(folder)}
    names = (day, *(f"{day} {n}" for n in range(2, len(taken) + 3)))
    return folder / f"{next(name for name in names if name not in taken)}{SUFFIX}"


def writer_of(match: Match, path: Path) -> SaveWriter:
    """Return who keeps *match* at *path*, over nothing but the save it was read from, if any."""
    return SaveWriter(path, match.kept_as)


def autosave(match: Match, place: Path | SaveWriter) -> Trouble | None:
    """Keep *match* as it stands, sheets in hand included; make its folder if need be."""
    writer = place if isinstance(place, SaveWriter) else writer_of(match, place)
    folder = writer.path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as wrong:
        return Trouble(TroubleKind.UNWRITABLE, f"'{folder}' could not be made: {reason(wrong)}.")
    return writer.keep(journal_of(match))


def saved_games() -> tuple[Saved, ...]:
    """Return the saves on the shelf, the newest first."""
    dated = sorted(((_changed(path), path) for path in _saves(shelf())), reverse=True)
    return tuple(_saved(path, changed) for changed, path in dated[:MOST])


def is_empty() -> bool:
    """Return whether no game has been kept on the shelf yet."""
    return not _saves(shelf())


def _saves(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.glob(f"*{SUFFIX}"))
    except OSError:
        return ()


def _changed(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return datetime.fromtimestamp(0).astimezone()


def _saved(path: Path, changed: datetime) -> Saved:
    found = load(path)
    if isinstance(found, Trouble):
        return Saved(path, changed, None, found)
    return Saved(path, changed, found, None)
