"""Games with secrets in them: what sides hide, and sheets by which they hide it."""

import random
from functools import cache

from game.match.match import Match, new_match
from game.match.seats import HUMAN, seated
from game.model.scenario import Scenario
from game.model.track import Show
from game.rules.index import HOLD
from game.rules.rulebook import Rulebook, compile_rulebook
from game.rules.sheets import Order, Sheet
from tests.scenario.shipped import scenario

Months = list[dict[str, Sheet]]


def deniable(told: Scenario) -> list[str]:
    return [name for name, card in told.cards.items() if card.attribution is not None]


def hidden(told: Scenario, side: str) -> list[str]:
    """Return the cards of a side that others do not learn of, deniable acts left out."""
    return [name for name, card in told.cards.items() if card.side == side and card.show is Show.OWNER]


@cache
def book(name: str) -> Rulebook:
    return compile_rulebook(scenario(name))


def opened(rules: Rulebook, seed: int) -> Match:
    seats = seated(rules, dict.fromkeys(rules.index.sides, HUMAN))
    assert isinstance(seats, dict)
    return new_match(rules, "d" * 64, seed, seats)


@cache
def persona_game(name: str, seed: int) -> tuple[dict[str, Sheet], ...]:
    """Return the sheets of a game between computer players."""
    seats = seated(book(name), {})
    assert isinstance(seats, dict)
    match = new_match(book(name), "d" * 64, seed, seats)
    while not match.over:
        match = match.adjudicated()
    return tuple({side: dict(sheet) for side, sheet in month.sheets.items()} for month in match.months)


def laid(sheets: Months, month: int, side: str, slot: str, card: str) -> Months:
    """Return the sheets of a game with one line of one month laid otherwise."""
    changed = [dict(each) for each in sheets]
    line = {} if card == HOLD else {slot: Order(card)}
    kept = {name: order for name, order in changed[month - 1].get(side, {}).items() if name != slot}
    changed[month - 1][side] = {**kept, **line}
    return changed


@cache
def games(name: str, seed: int) -> tuple[Match, ...]:
    """Return a game after each of its months, every side's hidden cards and deniable acts thrown in."""
    told, draw, sheets = scenario(name), random.Random(f"{name} {seed}"), list(persona_game(name, seed))
    for card in [*deniable(told), *(card for side in told.sides for card in hidden(told, side))]:
        for _time in range(2):
            noun = told.cards[card]
            sheets = laid(sheets, draw.randint(1, len(sheets)), noun.side, noun.slot, card)
    found = [opened(book(name), seed)]
    for month in sheets:
        if not found[-1].over:
            found.append(found[-1].played(month))
    return tuple(found)
