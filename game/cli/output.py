"""What commands put out: plain lines, complaints, exit codes, and documents that go out alone."""

import sys
from collections.abc import Mapping
from enum import IntEnum
from pathlib import Path
from typing import Any

from game.located.printable import on_one_line, shown
from game.match.canonical_json import canonical
from game.match.trouble import Trouble, TroubleKind

STDOUT = "-"
"""The name of standard output where a file could be named."""


class Exit(IntEnum):
    """What a command's exit code says."""

    GOOD = 0
    """All went well."""

    NO = 1
    """The answer is no: errors in a scenario, a claim that fails, a replay that differs."""

    WRONG = 2
    """Wrong usage, or something that cannot be read or written."""


NO = frozenset({TroubleKind.FAULTY, TroubleKind.DIFFERS})
"""Troubles that are an answer, not a mistake of whoever asked."""


def say_plain(line: str) -> None:
    """Put a line on standard output, neither folded nor coloured, nothing in it that a terminal obeys."""
    sys.stdout.write(f"{shown(line)}\n")


def flush() -> None:
    """Let what was said be read now, before something that lasts."""
    sys.stdout.flush()


def complain(sentence: str) -> None:
    """Put one sentence on standard error."""
    told = on_one_line(sentence)
    sys.stderr.write(f"{told[:1].upper()}{told[1:]}\n")


def fail(trouble: Trouble) -> Exit:
    """Complain of *trouble* and return the exit code it deserves."""
    complain(trouble.sentence)
    return Exit.NO if trouble.kind in NO else Exit.WRONG


def write_json(value: Mapping[str, Any], where: str) -> Trouble | None:
    """Write *value* as one line of canonical JSON to a file, or alone to standard output for '-'."""
    return write_document(canonical(value) + b"\n", where)


def write_document(content: bytes, where: str) -> Trouble | None:
    """Write a document to a file, or byte for byte, alone, to standard output for '-'."""
    if where != STDOUT:
        from game.match.files import write_whole  # next to nothing is imported before it is needed here

        return write_whole(Path(where), content)
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
    return None
