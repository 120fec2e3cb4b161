"""Opening a file of text: a small, regular, UTF-8 file, or a sentence why not."""

from pathlib import Path

from game.located.compose import MOST_BYTES
from game.located.excerpt import lines_of
from game.located.findings import Finding, Grade


def read_source(path: Path, file: str = "", most: int = MOST_BYTES) -> str | Finding:
    """Return the text of a file, or the finding that it cannot be read; *file* is its name in findings."""
    name = file or str(path)
    try:
        if not path.is_file():
            return _refused("Y000", "there is no such file", name)
        with path.open("rb") as opened:
            raw = opened.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        return _refused("Y000", f"the file cannot be opened: {reason.lower()}", name)
    if len(raw) > most:
        return _refused("Y001", f"the file is larger than {most // 1024:,} KiB", name)
    return _decoded(raw, name)


def _decoded(raw: bytes, name: str) -> str | Finding:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = lines_of(raw[: error.start].decode("utf-8"))
        line, column = len(before) - 1, len(before[-1])
        message = f"the file is not UTF-8 text: byte 0x{raw[error.start]:02X} stands here"
        return Finding("Y002", Grade.ERROR, message, name, line, column, 1, "save it as UTF-8")


def _refused(code: str, message: str, name: str) -> Finding:
    return Finding(code, Grade.ERROR, message, name)
