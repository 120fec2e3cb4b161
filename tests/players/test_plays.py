"""No play is dead, and none is good enough to be repeated for ever (§4.3)."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np
import pytest

from game.players.fates import Fates
from game.players.player import Lines, Player
from game.players.roster import hire, temperaments
from game.rules.dice import Seeds
from game.rules.index import HOLD
from game.rules.legality import menu
from game.rules.views import View
from game.study.batch import BatchSetting, months_of, seeds_of
from tests.claims.positions import book
from tests.study.tallied import tally_games

SIDES = ("washington", "pyongyang", "seoul")
OFTEN = 0.05
"""Share of its months in which somebody takes a card that is alive."""


@dataclass(frozen=True)
class Spam:
    """Lays one card whenever it may, and nothing else."""

    card: str

    def choose(self, view: View, seeds: Seeds) -> Lines:
        found = book().scenario.cards[self.card]
        slot = book().index.slots[found.slot]
        names = [need.name for need in book().sights[found.side].requirements[slot]]
        legal = menu(book(), view)[slot][names.index(self.card) + 1]
        lines = np.zeros((len(book().index.slots), view.count), dtype=np.int16)
        lines[slot] = legal * np.int16(book().index.cards[self.card])
        return lines


def hired(name: str, side: str) -> Player:
    player = hire(name, book(), side)
    assert player is not None
    return player


def seated(**seats: Player) -> BatchSetting:
    return BatchSetting(book(), {**{side: hired("persona", side) for side in SIDES}, **seats})


@dataclass(frozen=True)
class Spent:
    """What one temperament's cards came to in one line-up."""

    side: str
    persona: str
    months: int
    uses: dict[str, int]


@cache
def spent(games: int, stance: int = 0) -> tuple[Spent, ...]:
    """Return what all temperaments laid, each beside every mix of the others, both homes that far ready."""
    found = []
    mixes = list(product(*(temperaments(book(), side) for side in SIDES)))
    each, starts = games // len(mixes), {"washington.stance": stance, "pyongyang.stance": stance}
    for number, mix in enumerate(mixes):
        players = {side: hired(f"persona:{name}", side) for side, name in zip(SIDES, mix, strict=True)}
        tally = tally_games(BatchSetting(book(), players, starts), 1, number * each, each)
        rows = {card: int(tally.uses[row]) for card, row in book().index.cards.items() if card != HOLD}
        for side, persona in zip(SIDES, mix, strict=True):
            own = {card: count for card, count in rows.items() if book().scenario.cards[card].side == side}
            found.append(Spent(side, persona, tally.months, own))
    return tuple(found)


def best_share(card: str, games: int) -> float:
    """Return the share of its months in which the temperament fondest of a card lays it."""
    laid: Counter[str] = Counter()
    months: Counter[str] = Counter()
    for each in spent(games):
        laid[each.persona] += each.uses.get(card, 0)
        months[each.persona] += each.months if card in each.uses else 0
    return max(laid[persona] / months[persona] for persona in months if months[persona])


def points(setting: BatchSetting, side: str, games: int) -> float:
    """Return the mean points of *side*, wars counted by their odds."""
    fates = Fates(book(), games)
    for tables in months_of(setting, seeds_of(2, 0, games), fates.play):
        end = tables
    return float(fates.points(end)[book().index.sides[side]].mean())


@pytest.mark.parametrize("slot", ["act", "home", "table"])
def test_every_slot_offers_three_cards_that_somebody_likes(slot: str) -> None:
    cards = [card for card, found in book().scenario.cards.items() if found.slot == slot]

    alive = [card for card in cards if best_share(card, 2000) >= OFTEN]

    assert len(alive) >= 3


def test_every_card_is_used(whole: bool) -> None:
    games = spent(20_000) if whole else (*spent(2000), *spent(2000, 2))
    total: Counter[str] = Counter()
    for each in games:
        total.update(each.uses)

    assert [card for card in book().index.cards if card != HOLD and not total[card]] == []


@pytest.mark.parametrize("side", SIDES)
def test_no_card_laid_every_month_beats_normal(side: str, whole: bool) -> None:
    games = 400 if whole else 10
    cards = [card for card, found in book().scenario.cards.items() if found.side == side]

    spam = {card: points(seated(**{side: Spam(card)}), side, games) for card in cards}

    assert max(spam.values()) < points(seated(**{side: hired("normal", side)}), side, games), spam
