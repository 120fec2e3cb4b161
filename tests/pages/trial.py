"""A trial: a hostile scenario taken through every command once, with all that was printed and written."""

import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from game import cli
from tests.pages.hostile import PLAIN, Dealt, hostile_scenario

PAGES = ("debrief.html", "study.html", "packet.html", "preview.html")

LINES = (
    "check hostile",
    "play hostile --auto --seed 3 --save game.simmer",
    "replay game.simmer",
    "debrief game.simmer -o debrief.html",
    "study hostile --games 40 --jobs 1 --claims --record --html study.html",
    "docs hostile -o packet.html",
    "docs hostile -o -",
    "preview hostile -o preview.html",
    "preview hostile --mermaid",
    "schema --for hostile -o -",
    "test hostile",
    "translate hostile --to ko",
    "translate hostile --to ko --check",
    "upgrade hostile --check",
    "pack hostile -o packed.zip",
    "arena hostile --players persona,easy --games 2 --jobs 1",
    "new copied --from hostile",
    "explain",
)
"""Every command that is given a scenario or tells of one."""

DOCUMENTS = ("docs hostile -o -", "schema --for hostile -o -")
"""Commands that print a document as it is."""


@dataclass(frozen=True)
class Told:
    """What came of one command."""

    line: str
    code: int
    words: str


@dataclass(frozen=True)
class Trial:
    """What came of a hostile scenario."""

    folder: Path
    dealt: dict[str, Dealt]
    """The hostile texts by their numbers."""

    told: tuple[Told, ...]

    def page(self, name: str) -> str:
        """Return a page that was written."""
        return (self.folder / name).read_text(encoding="utf-8")


def tried(name: str, folder: Path, texts: tuple[str, ...] = PLAIN, port: int = 9) -> Trial:
    """Take a shipped scenario with hostile texts through all commands, on a terminal that folds nothing."""
    dealt = hostile_scenario(name, folder / "hostile", port, texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("COLUMNS", "20000")
        patch.setenv("XDG_DATA_HOME", str(folder / "home"))
        return Trial(folder, dealt, tuple(carried_out(line, patch) for line in LINES))


def carried_out(line: str, patch: pytest.MonkeyPatch) -> Told:
    """Carry out a command line; what it prints and complains of is one text."""
    held = BytesIO()
    stream = TextIOWrapper(held, encoding="utf-8", write_through=True)
    patch.setattr(sys, "stdout", stream)
    patch.setattr(sys, "stderr", stream)
    code = cli.run(line.split())
    stream.flush()
    return Told(line, code, held.getvalue().decode("utf-8"))


class Text(HTMLParser):
    """The words of a page, part by part, and those of its attributes that people see or hear."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.running: list[str] = []
        self.code = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.code = tag in ("style", "script")
        told = {"aria-label", "data-head", "placeholder"}
        self.parts += [value for name, value in attrs if name in told and value]
        self.running += [name for name, _value in attrs if name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        self.code = False

    def handle_data(self, data: str) -> None:
        self.parts += [] if self.code else [data]
