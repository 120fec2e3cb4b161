"""A draft: one side's order sheet, laid line by line, taken back, sealed (§4.4); and a month's sheets."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Self

from pydantic import Field

from game.rules.index import HOLD
from game.rules.sheets import Order, Sheet


@dataclass(frozen=True)
class Draft:
    """A side's own sheet of the open month; files and wires know it without the way it was laid."""

    sheet: Sheet
    """What lies on it; a slot left out is held."""

    sealed: bool
    """Whether it is closed; it can be opened again until the last one is."""

    before: Annotated[tuple[Sheet, ...], Field(exclude=True, max_length=0)] = ()
    """The sheet before each change, the newest last; nothing that is read brings any."""

    @property
    def untouched(self) -> bool:
        """Return whether there is nothing to take back."""
        return not (self.before or self.sealed)

    def lay(self, slot: str, order: Order) -> Self:
        """Return the draft with *order* on the line *slot*; holding clears the line."""
        sheet = bare({**self.sheet, slot: order})
        return self if sheet == self.sheet else replace(self, sheet=sheet, before=(*self.before, self.sheet))

    def undo(self) -> Self:
        """Return the draft before its last change: opened if it was sealed, else one step back."""
        if self.sealed:
            return replace(self, sealed=False)
        return replace(self, sheet=self.before[-1], before=self.before[:-1]) if self.before else self

    def seal(self) -> Self:
        """Return the draft sealed."""
        return replace(self, sealed=True)

    @property
    def plain(self) -> Self:
        """Return the draft without the way it was laid, as a file and a wire know it."""
        return replace(self, before=())


BLANK = Draft({}, sealed=False)
"""A sheet on which nothing was laid yet."""


def laid_at_once(sheet: Sheet, *, sealed: bool) -> Draft:
    """Return a draft as one change to a blank sheet, which is all that a save knows of it."""
    return Draft(sheet, sealed, before=({},) if sheet else ())


@dataclass(frozen=True)
class Month:
    """A month that has been adjudicated."""

    sheets: Mapping[str, Sheet]
    """Every side's sealed sheet; a line left out was held."""

    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    """Sixteen hexadecimal digits that stand for the table after it."""


def bare(sheet: Mapping[str, Order]) -> Sheet:
    """Return *sheet* without the lines that are held."""
    return {slot: order for slot, order in sheet.items() if order.card != HOLD}
