"""No exchange is signed while both hold to their largest demands, and room never makes agreements fewer.

The first is searched to the end, over all terms, with and without a broker, at all the room there can be
(C39); the second is played (C10).
"""

from collections.abc import Iterator

import numpy as np
import pytest

from game.model.claim import World
from game.players.roster import PERSONA
from game.rules.bargaining import needed
from game.rules.deal import Deal
from game.rules.rulebook import Rulebook
from game.rules.terms import Terms
from game.study.batch import months_of, seeds_of
from game.study.counterfactuals import setting_in
from tests.scenario.shipped import SHIPPED, book

OPEN = {
    "handshakes-2018": "a text of words for words was in fact signed in June 2018",
    "fire-and-fury-2017": "a pause for smaller drills lies within reach of a broker",
    "new-management-2021": "Washington starts a step away from its largest demand",
    "mines-2015": "a text of regret was in fact signed in August 2015",
    "first-steps": "both start a step away from their largest demands",
}
"""Scenarios with a way out at stance 0, or none in which both stand there, and why."""


def exchanges(rules: Rulebook, deal: Deal) -> Iterator[tuple[int, Terms]]:
    """Yield the terms in which both principals give something, with their numbers."""
    bargain = rules.scenario.bargain
    assert bargain is not None
    for number, terms in enumerate(deal.terms):
        givers = {bargain.ladders[name].side for name, level in terms.levels.items() if level}
        if givers >= set(bargain.principals):
            yield number, terms


def ways_out(rules: Rulebook, stance: int) -> list[Terms]:
    """Return the exchanges that both homes can ratify with both principals at *stance* (§8.4, §8.7)."""
    deal = rules.deal
    assert deal is not None
    tops = [
        None if s.room is None else list(rules.scenario.tracks.values())[s.room].range[1]
        for s in deal.signatories
    ]
    found = []
    for number, terms in exchanges(rules, deal):
        short = [max(int(s.asks[number]) - stance, 0) for s in deal.signatories]
        for helped in (None, int(short[1] > short[0])) if len(deal.bridges) else (None,):
            lacks, lent = list(short), [0, 0]
            if helped is not None and deal.lends is not None:
                lent[helped] = deal.lends
            elif helped is not None:
                lacks[helped] = max(lacks[helped] - 1, 0)
            if all(
                top is None or int(needed(s, number, np.array(missing))) <= top + more
                for s, missing, top, more in zip(deal.signatories, lacks, tops, lent, strict=True)
            ):
                found.append(terms)
    return found


@pytest.mark.parametrize("name", [name for name in SHIPPED if name not in OPEN])
def test_8_5_nothing_in_the_game_lets_an_exchange_be_ratified_where_neither_side_has_shifted(
    name: str,
) -> None:
    assert ways_out(book(name), 0) == []
    assert ways_out(book(name), 2), "the search finds what is there"


@pytest.mark.parametrize("name", OPEN)
def test_a_scenario_that_is_said_to_have_a_way_out_has_one(name: str) -> None:
    assert name in SHIPPED
    assert ways_out(book(name), 0)


ROOMS = (0, 2, 4, 6, 8, 10)


def signed(rules: Rulebook, temper: str, stance: int, games: int) -> list[float]:
    """Return the share of games with a signature by room at Washington's home, with the same luck."""
    players = {**dict.fromkeys(rules.index.sides, PERSONA), "washington": f"persona:{temper}"}
    found = []
    for room in ROOMS:
        starts = {"washington.relief_room": room, "washington.stance": stance, "pyongyang.stance": stance}
        ever = np.zeros(games, dtype=np.bool_)
        for tables in months_of(setting_in(World(starts=starts), rules, players), seeds_of(1, 0, games)):
            ever |= tables.terms >= 0
        found.append(float(ever.mean()))
    return found


@pytest.mark.parametrize("stance", [1, 2])
@pytest.mark.parametrize("temper", ["washington_pressure", "washington_reciprocal"])
def test_more_room_never_means_fewer_agreements(temper: str, stance: int, whole: bool) -> None:
    """A point in a hundred is left to chance, and three in the small sample."""
    found = signed(book("deadlock-2020"), temper, stance, 5000 if whole else 300)

    assert min(np.diff(found)) > (-0.01 if whole else -0.03), found
    assert found[-1] > found[0], found
