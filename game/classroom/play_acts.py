"""Acts of a game: what is laid and signed, and how a month closes and is played."""

from collections.abc import Mapping
from typing import Literal

from game.classroom.states import HallState, Name, Noun, TableState
from game.rules.sheets import Order, Sheet


class Laid(Noun):
    """A card, or an offer with its terms, is laid on a line of the sheet; the newest on a line counts."""

    kind: Literal["lay"] = "lay"
    slot: Name
    """The line."""
    order: Order
    """What lies on it now."""


class Undone(Noun):
    """The last change of the sheet is taken back."""

    kind: Literal["undo"] = "undo"


class Signed(Noun):
    """Somebody signs the sheet; the last signature that is needed seals it."""

    kind: Literal["seal"] = "seal"
    left: int = 0
    """Seconds that were left; near the end one signature is enough."""


class Unsealed(Noun):
    """A sheet is opened again, or its first signature taken back."""

    kind: Literal["unseal"] = "unseal"


class Shut(Noun):
    """A month is closed: what lies on open sheets is sealed as it lies."""

    kind: Literal["closed"] = "closed"
    by: Literal["all", "clock", "lever"]
    """Whether all had sealed, the time was up, or the facilitator closed it."""
    unsealed: tuple[Name, ...] = ()
    """The sides that had not sealed."""


class Adjudicated(Noun):
    """A month was played: with these sheets, to this digest, which every replay must reach again."""

    kind: Literal["adjudicated"] = "adjudicated"
    sheets: Mapping[Name, Sheet]
    """All sides' sheets, the computer players' too."""
    digest: str
    """What stands for the table after it."""


class Jammed(Noun):
    """A month could not be played; its table stands still, and no other does."""

    kind: Literal["stuck"] = "stuck"
    why: Name
    """The kind of error."""


class TableReached(Noun):
    """A table goes on to the next part of its month."""

    kind: Literal["state"] = "state"
    state: TableState
    """Which."""


class HallReached(Noun):
    """The lesson goes on to its next part."""

    kind: Literal["hall"] = "hall"
    state: HallState
    """Which."""
