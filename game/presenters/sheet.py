"""The order sheet as it lies: one row a slot, hold always in sight."""

from game.match.match import Match
from game.presenters.content import SheetLine
from game.presenters.naming import shape_of
from game.presenters.rack import on_sheet
from game.presenters.words import _
from game.rules.index import HOLD
from game.rules.sheets import Order


def present_sheet(match: Match, side: str) -> tuple[SheetLine, ...]:
    """Return the side's sheet, line by line."""
    return tuple(_line(match, side, slot, on_sheet(match, side, slot)) for slot in match.book.scenario.slots)


def _line(match: Match, side: str, slot: str, order: Order) -> SheetLine:
    scenario = match.book.scenario
    label = scenario.slots[slot].title
    if order.card == HOLD:
        return SheetLine(slot, label, "hourglass", _("Hold"), scenario.slots[slot].hold, chosen=False)
    card = scenario.cards[order.card]
    return SheetLine(
        slot, label, card.icon, card.title, _note(match, order), shape_of(scenario, side), chosen=True
    )


def _note(match: Match, order: Order) -> str:
    """Return what a line of the sheet costs, or the terms it tables."""
    scenario = match.book.scenario
    card = scenario.cards[order.card]
    if order.terms is not None:
        ladders = scenario.bargain.ladders if scenario.bargain else {}
        levels = [f"{ladders[n].label} {level}" for n, level in order.terms.levels.items() if level]
        return ", ".join(levels) or _("nothing for nothing")
    price = [f"{scenario.tracks[t].label} −{n}" for t, n in card.price.items()]
    return ", ".join(price) if price else _("free")
