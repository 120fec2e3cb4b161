"""A hand: one side's order sheet, laid line by line, taken back, sealed (§4.4); and the sheets of a month."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Self

from pydantic import Field

from game.rules.index import HOLD
from game.rules.sheets import Order, Sheet


@dataclass(frozen=True)
class Hand:
    """What one side has laid so far, and every step that led there."""

    drafts: tuple[Sheet, ...] = ()
    """The sheet after each change, the newest last."""

    sealed: bool = False
    """Whether the sheet is closed; it can be opened again until the last one is."""

    @property
    def sheet(self) -> Sheet:
        """Return the sheet as it lies now; a slot left out is held."""
        return self.drafts[-1] if self.drafts else {}

    @property
    def untouched(self) -> bool:
        """Return whether there is nothing to take back."""
        return not (self.drafts or self.sealed)

    def lay(self, slot: str, order: Order) -> Self:
        """Return the hand with *order* on the line *slot*; holding clears the line."""
        sheet = bare({**self.sheet, slot: order})
        return self if sheet == self.sheet else replace(self, drafts=(*self.drafts, sheet))

    def undo(self) -> Self:
        """Return the hand before its last change: opened if it was sealed, else one step back."""
        return replace(self, sealed=False) if self.sealed else replace(self, drafts=self.drafts[:-1])

    def seal(self) -> Self:
        """Return the hand sealed."""
        return replace(self, sealed=True)


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
