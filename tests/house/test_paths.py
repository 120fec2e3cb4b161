"""What documents name is there: no path in them leads to a file that has moved."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import ROOT

NAMED = re.compile(r"\b(?:game|tests|scenarios|assets)/[\w/.-]*\w")


def documents() -> Iterator[Path]:
    """Yield what people read of the house; the changelog tells of what was."""
    yield from (ROOT / "docs").rglob("*.md")
    yield from (path for path in ROOT.glob("*.md") if path.name != "CHANGELOG.md")


def test_every_path_that_a_document_names_is_there() -> None:
    gone = [
        f"{path.relative_to(ROOT)}: {named}"
        for path in documents()
        for named in NAMED.findall(path.read_text(encoding="utf-8"))
        if not any(ROOT.glob(f"{named}*"))
    ]
    assert gone == []
