"""Unpacking: a pack becomes a folder of this program's own, from which its scenario is read."""

import tempfile
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from platformdirs import user_cache_path

from game.located.findings import Finding, Grade
from game.scenario.pack import LABEL, MOST_BYTES, Contents, contents_of, label_of


def unpacked(path: Path) -> Path | Finding:
    """Return the folder of the scenario in the pack at *path*, unpacked and checked, or why there is none.

    A pack is unpacked once: its folder is named by what is in it.
    """
    try:
        if not path.is_file():
            return Finding("Y000", Grade.ERROR, "there is no such file", str(path))
        with path.open("rb") as opened:
            raw = opened.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        return Finding("Y000", Grade.ERROR, f"the file cannot be opened: {reason.lower()}", str(path))
    contents = contents_of(raw, str(path))
    if isinstance(contents, Finding):
        return contents
    label = label_of(contents, str(path))
    if isinstance(label, Finding):
        return label
    folder = user_cache_path("simmer", appauthor=False) / "packs" / sha256(raw).hexdigest()[:32]
    try:
        return _laid_out(folder, contents) / label.scenario
    except OSError:
        return Finding("Y000", Grade.ERROR, f"it cannot be unpacked into '{folder.parent}'", str(path))


def not_as_packed(file: Path, digest: str, pack: str) -> Finding | None:
    """Return the finding that the scenario unpacked from *pack* to *file* is not the one that was packed."""
    contents = {LABEL: (file.parent.parent / LABEL).read_bytes(), f"{file.parent.name}/{file.name}": b""}
    label = label_of(contents, pack)
    if isinstance(label, Finding) or label.digest == digest:
        return None
    told = "the pack was changed after it was packed: its scenario has not the digest that it names"
    return Finding("Y005", Grade.ERROR, told, pack)


def _laid_out(folder: Path, contents: Contents) -> Path:
    """Return *folder* with exactly these files in it; a half-made one never stands under its name."""
    if _holds(folder, contents):
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="new-", dir=folder.parent))
    try:
        for name, content in contents.items():
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).write_bytes(content)
        rmtree(folder, ignore_errors=True)
        fresh.replace(folder)
    finally:
        rmtree(fresh, ignore_errors=True)
    return folder


def _holds(folder: Path, contents: Contents) -> bool:
    """Say whether a folder made before still holds what the pack does, and nothing else."""
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    if there != set(contents):
        return False
    return all(
        not (folder / name).is_symlink() and (folder / name).read_bytes() == content
        for name, content in contents.items()
    )
