"""The order sheet as it lies: one row a slot, hold always in sight."""

from game.match.glimpse import Glimpse
from game.model.scenario import Scenario
from game.presenters.content import SheetLine
from game.presenters.naming import shape_of
from game.presenters.words import _
from game.rules.index import HOLD
from game.rules.sheets import Order


def present_sheet(seen: Glimpse) -> tuple[SheetLine, ...]:
    """Return the seat's own sheet, line by line."""
    return tuple(_line(seen, slot, seen.on_sheet(slot)) for slot in seen.book.scenario.slots)


def _line(seen: Glimpse, slot: str, order: Order) -> SheetLine:
    scenario = seen.book.scenario
    label = scenario.slots[slot].title
    if order.card == HOLD:
        return SheetLine(slot, label, "hourglass", _("Hold"), scenario.slots[slot].hold, chosen=False)
    card = scenario.cards[order.card]
    shape = shape_of(scenario, seen.seat)
    return SheetLine(slot, label, card.icon, card.title, _note(scenario, order), shape, chosen=True)


def _note(scenario: Scenario, order: Order) -> str:
    """Return what a line of the sheet costs, or the terms it tables."""
    card = scenario.cards[order.card]
    if order.terms is not None:
        ladders = scenario.bargain.ladders if scenario.bargain else {}
        levels = [f"{ladders[n].label} {level}" for n, level in order.terms.levels.items() if level]
        return ", ".join(levels) or _("nothing for nothing")
    price = [f"{scenario.tracks[t].label} −{n}" for t, n in card.price.items()]
    return ", ".join(price) if price else _("free")
