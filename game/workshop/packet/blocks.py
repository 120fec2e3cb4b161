"""Blocks: what a printed packet is made of, whichever printer sets it.

Texts may hold **bold** and *slanted* words, and nothing else is read into them.
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Heading:
    """A heading inside a sheet."""

    text: str


@dataclass(frozen=True)
class Para:
    """A paragraph; its tone is "lead", "note" or plain."""

    text: str
    tone: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Rows:
    """A table; *widths* are parts of the whole, column by column."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True)
class Box:
    """A small frame with a title, such as a card; *mark* is the shape of the side it belongs to."""

    title: str
    lines: tuple[Para, ...]
    mark: str = ""
    corner: str = ""
    """A word in its upper right corner."""


@dataclass(frozen=True)
class Boxes:
    """Frames side by side."""

    boxes: tuple[Box, ...]
    columns: int = 3


Block: TypeAlias = Heading | Para | Bullets | Rows | Boxes


@dataclass(frozen=True)
class Sheet:
    """A sheet that begins on a page of its own."""

    title: str
    eyes: str
    """Who may read it, in words."""

    blocks: tuple[Block, ...]
    mark: str = ""
    """The shape of the side it is for, if any."""

    private: bool = False
    """Whether it must be handed to its readers alone."""


@dataclass(frozen=True)
class Packet:
    """A scenario on paper."""

    title: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    """What stands under the title: a word and its answer, pair by pair."""

    sheets: tuple[Sheet, ...]
    language: str = "en"
