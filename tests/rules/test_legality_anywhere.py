"""Legality (§4.2, §4.3): the menu of computer players and the refusal that people read are one predicate."""

import numpy as np
import pytest
from hypothesis import given, settings

from game.model.card import Role
from game.rules.legality import menu, why_refused
from game.rules.rulebook import Rulebook
from game.rules.setup import set_up
from game.rules.sheets import Order
from game.rules.tables import NEVER, Tables
from game.rules.terms import Terms
from game.rules.views import view_of
from tests.scenario.shipped import SHIPPED, book
from tests.strategies.numbers import FEW_SEEDS

TABLES = 4


def anywhere(rules: Rulebook, seed: int) -> Tables:
    """Return tables at positions drawn from all that arrays can hold, reached by play or not."""
    luck = np.random.default_rng(seed)
    tables = set_up(rules, range(TABLES))
    month = int(luck.integers(1, rules.months + 1))
    low, high = (ends.astype(np.int16) for ends in (rules.tracks.low, rules.tracks.high))

    def months(like: np.ndarray) -> np.ndarray:
        passed = luck.integers(NEVER, month, like.shape)
        return np.where(passed < 1, NEVER, passed).astype(np.int8)

    terms = 1 if rules.deal is None else len(rules.deal.terms)
    return tables.with_parts(
        month=month,
        readings=luck.integers(low, high + 1, tables.readings.shape).astype(np.int8),
        last=months(tables.last),
        uses=luck.integers(0, 6, tables.uses.shape).astype(np.int8),
        crossed=months(tables.crossed),
        pinned=months(tables.pinned),
        owed=luck.random(tables.owed.shape) < 0.5,
        declared=luck.random(tables.declared.shape) < 0.5,
        offers=luck.integers(-1, terms, tables.offers.shape).astype(np.int16),
        terms=luck.integers(-1, terms, tables.terms.shape).astype(np.int16),
        branch=luck.integers(0, 2, tables.branch.shape).astype(np.int8),
    )


@pytest.mark.parametrize("name", SHIPPED)
@settings(max_examples=8)
@given(seed=FEW_SEEDS)
def test_4_3_a_card_is_on_the_menu_exactly_where_nothing_refuses_it(name: str, seed: int) -> None:
    rules = book(name)
    tables = anywhere(rules, seed)
    for side, sight in rules.sights.items():
        view = view_of(sight, tables)
        for slot, needs, legal in zip(rules.index.slots, sight.requirements, menu(rules, view), strict=True):
            assert legal[0].all(), "holding is always free"
            for needed, may in zip(needs, legal[1:], strict=True):
                offers = rules.scenario.cards[needed.name].role is Role.OFFER
                order = Order(needed.name, Terms({}, None) if offers else None)
                for table in range(TABLES):
                    refusal = why_refused(rules, view.take([table]), slot, order)
                    assert may[table] == (refusal is None), (side, needed.name, refusal)


@pytest.mark.parametrize("name", SHIPPED)
@settings(max_examples=8)
@given(seed=FEW_SEEDS)
def test_4_3_limit_cooldown_and_price_are_what_the_card_says(name: str, seed: int) -> None:
    rules = book(name)
    tables = anywhere(rules, seed)
    for side, sight in rules.sights.items():
        for needs, legal in zip(sight.requirements, menu(rules, view_of(sight, tables)), strict=True):
            for needed, may in zip(needs, legal[1:], strict=True):
                card, row = rules.scenario.cards[needed.name], rules.index.cards[needed.name]
                for table in range(TABLES):
                    used, last = int(tables.uses[row, table]), int(tables.last[row, table])
                    stands = {t: int(tables.readings[rules.index.tracks[t], table]) for t in card.price}
                    met = (card.limit is None or used < card.limit) and all(
                        stands[track] >= price for track, price in card.price.items()
                    )
                    met &= last == NEVER or tables.month - last > card.cooldown
                    assert met or not may[table], (side, needed.name)
                    assert may[table] or not met or card.when is not None, (side, needed.name)
