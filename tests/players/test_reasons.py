"""Reasons: what decided for a sheet, told as goals and points against waiting (§12)."""

import numpy as np
import pytest

from game.debrief.motives import motives
from game.debrief.past import past
from game.match.match import Match
from game.match.opening import open_match
from game.players.reasons import LEAST, MOST, reasons
from game.rules.sheets import Order, encode
from game.rules.views import view_of
from tests.claims.positions import book, setting
from tests.hidden import positions, turned


def lines(side: str, **cards: str) -> np.ndarray:
    sheet = {slot: Order(card) for slot, card in cards.items()}
    return encode(book(), {side: sheet})[book().index.sides[side], :, 0]


def test_waiting_has_no_reasons() -> None:
    view = view_of(book().sights["seoul"], positions(book(), 1)[0])

    assert reasons(book(), setting().players, view, lines("seoul")) == ()


def test_a_threat_is_weighed_by_what_it_does_to_the_peninsula() -> None:
    view = view_of(book().sights["washington"], positions(book(), 1)[0])

    found = reasons(book(), setting().players, view, lines("washington", act="threat"))

    assert 0 < len(found) <= MOST
    assert {"quiet_peninsula", "word", "calm_public", ""} & {reason.goal for reason in found}
    weights = [abs(reason.points) for reason in found]
    assert weights == sorted(weights, reverse=True)
    assert min(weights) >= LEAST


@pytest.mark.parametrize("side", ["washington", "pyongyang", "seoul"])
def test_reasons_rest_on_the_view_alone(side: str) -> None:
    tables = positions(book(), 4)[3]
    sheet = lines(side, act=next(c for c, n in book().scenario.cards.items() if n.side == side))

    mine, theirs = (
        reasons(book(), setting().players, view_of(book().sights[side], each.take([2])), sheet)
        for each in (tables, turned(book(), tables, side))
    )

    assert mine == theirs


def test_the_debrief_keeps_the_sheets_that_paid_most() -> None:
    match = open_match("deadlock-2020", 5, {"pyongyang": "human"})
    assert isinstance(match, Match)
    for _month in range(3):
        sealed = match.seal("pyongyang")
        assert isinstance(sealed, Match)
        match = sealed.adjudicated()

    found = motives(match, past(match))

    assert {motive.side for motive in found} <= {"washington", "seoul"}
    assert found
    assert all(motive.cards and motive.reasons and motive.weight > 0 for motive in found)
