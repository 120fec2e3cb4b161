"""Blocks: what a printed packet is made of, whichever printer sets it.

A text is printed as it is written; only what is put together of runs has words in bold or slanted.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, NamedTuple, TypeAlias


class TextWeight(StrEnum):
    """How words are printed."""

    PLAIN = "plain"
    BOLD = "bold"
    SLANTED = "slanted"


class TextRun(NamedTuple):
    """Words printed alike."""

    words: str
    weight: TextWeight = TextWeight.PLAIN


Line: TypeAlias = str | tuple[TextRun, ...]
"""A text as it is written, or runs of it."""


def bold(words: str, rest: str = "") -> Line:
    """Return words in bold, with what follows."""
    return (TextRun(words, TextWeight.BOLD), *([TextRun(rest)] if rest else []))


def runs(line: Line) -> tuple[TextRun, ...]:
    """Return a line as runs."""
    return (TextRun(line),) if isinstance(line, str) else line


@dataclass(frozen=True)
class Heading:
    """A heading inside a sheet."""

    kind: ClassVar = "heading"
    text: Line


@dataclass(frozen=True)
class Para:
    """A paragraph; its tone is "lead", "note" or plain."""

    kind: ClassVar = "para"
    text: Line
    tone: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list."""

    kind: ClassVar = "bullets"
    items: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True)
class PrintedTable:
    """A table; *widths* are parts of the whole, column by column."""

    kind: ClassVar = "rows"
    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...]
    to_write: bool = False
    """Whether hands write into its cells, so that its rows are tall."""


@dataclass(frozen=True)
class Frame:
    """A small frame with a title, such as a card; *mark* is the shape of the side it belongs to."""

    title: str
    lines: tuple[Para, ...]
    mark: str = ""
    corner: str = ""
    """A word in its upper right corner."""


@dataclass(frozen=True)
class Boxes:
    """Frames side by side."""

    kind: ClassVar = "boxes"
    boxes: tuple[Frame, ...]
    columns: int = 3


Block: TypeAlias = Heading | Para | Bullets | PrintedTable | Boxes


@dataclass(frozen=True)
class Sheet:
    """A sheet that begins on a leaf of its own."""

    name: str
    """Whom it is handed to, or what it is: sheets of one name go into one file."""

    title: str
    eyes: str
    """Who may read it, in words."""

    blocks: tuple[Block, ...]
    mark: str = ""
    """The shape of the side it is for, if any."""

    private: bool = False
    """Whether it must be handed to its readers alone."""

    large: bool = False
    """Whether it is read at arm's length, so that its words are larger."""


@dataclass(frozen=True)
class Packet:
    """A scenario on paper."""

    name: str
    """The scenario's name, by which files are called."""

    title: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    """What stands under the title: a word and its answer, pair by pair."""

    sheets: tuple[Sheet, ...]
    language: str = "en"
    covered: bool = True
    """Whether a cover lists what is in it."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its sheets, each once, in order."""
        return tuple(dict.fromkeys(sheet.name for sheet in self.sheets))

    def only(self, name: str) -> "Packet":
        """Return the packet with the sheets of one name alone, and so without a cover."""
        return replace(
            self, sheets=tuple(sheet for sheet in self.sheets if sheet.name == name), covered=False
        )
