"""What the widgets show: words, numbers and marks, with no screen in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from game.presenters.asking import AskTold, AskWhy


@dataclass(frozen=True)
class Mark:
    """The sign of a side: shape and letter; the theme adds the colour."""

    shape: str
    """"square", "diamond", "circle", or "triangle" for the calendar and the world."""
    letter: str = ""
    """One letter, or the number of a pin."""
    filled: bool = True
    """Filled is sealed, done or declared; hollow is not yet."""


@dataclass(frozen=True)
class Chip:
    """One effect of a card on one track."""

    icon: str
    amount: str
    """Signed, such as "+2", or odds such as "1/3"."""
    label: str = ""
    """The track in words, for the large chip and the tip."""
    helps: bool = True
    """Filled when it helps this seat, outlined when it costs it or is a risk."""


class CardState(StrEnum):
    """How a card lies in the rack."""

    READY = "ready"
    ON_SHEET = "on sheet"
    OFF = "off"


@dataclass(frozen=True)
class CardContent:
    """The face of a card."""

    id: str
    title: str
    icon: str
    price: str = ""
    """In words, such as "free"; "pay" before the price chips."""
    price_chips: tuple[Chip, ...] = ()
    """What it costs, written plainly: icon and amount."""
    chips: tuple[Chip, ...] = ()
    state: CardState = CardState.READY
    reason: str = ""
    """Why it is off."""
    side: str = ""
    """Shape of the side whose sheet it lies on."""


@dataclass(frozen=True)
class TrackContent:
    """A reading, its range, and what the month did to it."""

    id: str
    icon: str
    label: str
    reading: int
    low: int = 0
    high: int = 10
    change: int | None = None
    """The month's change; None prints none."""
    level: str = ""
    """The name of the reading, where names say more than numbers."""
    private: bool = False


@dataclass(frozen=True)
class Stretch:
    """A named band of a gauge, from its first reading to its last."""

    name: str
    first: int
    last: int
    kind: str = ""
    """"calm", "simmer" or "boil" for the fill; the name itself when empty."""


@dataclass(frozen=True)
class GaugeLine:
    """A redline drawn on a gauge, under the first cell that crosses it."""

    id: str
    mark: Mark
    label: str
    limit: int
    """The last reading that does not cross."""
    declared: bool = True
    crossed: bool = False


@dataclass(frozen=True)
class GaugeContent:
    """A gauge: reading, bands and lines; *before* is the old reading after a reveal."""

    id: str
    label: str
    reading: int
    stretches: tuple[Stretch, ...]
    lines: tuple[GaugeLine, ...] = ()
    before: int | None = None
    high: int = 10


@dataclass(frozen=True)
class FeedLine:
    """One thing that happened."""

    id: str
    mark: Mark
    headline: str
    changes: str = ""
    """Markup: one line of changes."""
    why: AskTold | None = None
    """What its why? asks; none where there is none."""
    private: bool = False
    marked: str = ""
    """The headline as markup, where a word of it leads to the glossary."""


@dataclass(frozen=True)
class LedgerLine:
    """One entry as a row: what changed, why, by which rule."""

    id: str
    mark: Mark
    change: str
    reason: str
    rule: str = ""
    why: AskWhy | None = None
    private: bool = False


@dataclass(frozen=True)
class SheetLine:
    """One slot of an order sheet and the card on it."""

    slot: str
    slot_label: str
    icon: str
    title: str
    note: str = ""
    side: str = ""
    """Shape of the side, which colours the icon; empty for a hold."""
    chosen: bool = True
    """A chosen card can be taken off; a hold opens the slot."""


@dataclass(frozen=True)
class StepContent:
    """One step of a ladder."""

    level: int
    title: str
    note: str = ""
    carried_out: bool = False


@dataclass(frozen=True)
class LadderContent:
    """A ladder with their terms at the left edge and the own draft at the right."""

    id: str
    title: str
    owner: Mark
    owner_note: str
    steps: tuple[StepContent, ...]
    theirs: tuple[Mark, int] | None
    """Who asks, and up to which level."""
    draft: tuple[Mark, int] | None
    """Who drafts, and up to which level."""
    ground_note: str = ""
    """What stands at level 0."""


@dataclass(frozen=True)
class Occasion:
    """A date on the calendar strip."""

    month: int
    """Index of its month."""
    part: float
    """How far into the month, from 0 to 1."""
    label: str
    branch: bool = False
    """Whether chance decides it."""


@dataclass(frozen=True)
class CalendarContent:
    """The months of a game and the dates ahead."""

    months: tuple[str, ...]
    now: int
    occasions: tuple[Occasion, ...] = ()
    year: str = ""


@dataclass(frozen=True)
class OddsRow:
    """How many of twenty imagined tables end so."""

    label: str
    count: int
    likeliest: bool = False


@dataclass(frozen=True)
class ForecastContent:
    """What is likely for the chosen sheet."""

    title: str
    sentence: str
    rows: tuple[OddsRow, ...] = ()
    risks: tuple[tuple[Mark | str, str, int], ...] = ()
    """Mark or icon, words, count out of twenty."""
    tables: int = 20


@dataclass(frozen=True)
class CauseRow:
    """One cause in the chain behind a number."""

    amount: str
    """The reading at the ends of the chain, the signed change between them."""
    mark: Mark | None
    title: str
    sentence: str = ""
    rule: str = ""
    tags: tuple[str, ...] = field(default=())
    """Claims it rests on; each opens the claim."""
    last: bool = False


@dataclass(frozen=True)
class TrendContent:
    """A reading month by month."""

    months: tuple[str, ...]
    readings: tuple[int, ...]
    """One for each month gone by."""
    stretches: tuple[Stretch, ...] = ()
    lines: tuple[GaugeLine, ...] = ()
    marks: tuple[tuple[int, Mark], ...] = ()
    """Index of a month, and the numbered mark that stands over it."""
    high: int = 10
