"""The longer texts beside a scenario: briefs and sources, in Markdown."""

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from game.located.findings import Finding
from game.located.invisible import invisible_findings
from game.located.source import read_source

MOST_BYTES = 256 * 1024
MOST_FILES = 200


def read_texts(folder: Path) -> tuple[Mapping[str, str], tuple[Finding, ...]]:
    """Return the Markdown texts of a folder by their names without ".md", and what is wrong in them."""
    paths = sorted(folder.glob("*.md"))[:MOST_FILES]
    read = {path.stem: read_source(path, most=MOST_BYTES) for path in paths}
    texts = {name: text.removeprefix("\ufeff") for name, text in read.items() if isinstance(text, str)}
    unreadable = [text for text in read.values() if isinstance(text, Finding)]
    unseen = [invisible_findings(text, str(folder / f"{name}.md")) for name, text in texts.items()]
    return texts, (*unreadable, *chain.from_iterable(unseen))


def texts(folder: Path) -> Mapping[str, str]:
    """Return the readable Markdown texts of a folder by their names without ".md"."""
    return read_texts(folder)[0]
