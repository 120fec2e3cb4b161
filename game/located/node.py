"""The tree a YAML file is read into: every key and value with its place and its plain value."""

from typing import NamedTuple, TypeAlias

Single: TypeAlias = bool | float | str | None
Plain: TypeAlias = "Single | list[Plain] | dict[str, Plain]"


class Scalar(NamedTuple):
    """A single text, number, true, false or nothing."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    """What it says, without quotes."""

    value: Single
    """What it is read as."""

    style: str
    """How it is written: "" plain, "'" or '"' quoted, "|" or ">" as a block."""

    @property
    def written(self) -> bool:
        """Whether anything stands in the file at its place."""
        return (self.line, self.column) != (self.end_line, self.end_column)


class Items(NamedTuple):
    """A list of values."""

    line: int
    column: int
    nodes: list["Node"]
    value: list[Plain]


class Pair(NamedTuple):
    """A key and what it stands for."""

    key: Scalar
    node: "Node"


class Block(NamedTuple):
    """Keys and their values; of a key given twice only the first is kept."""

    line: int
    column: int
    entries: dict[str, Pair]
    value: dict[str, Plain]


Node: TypeAlias = Scalar | Items | Block
