"""Reasons: the consequences that decided for a sheet against another, as the ledger would tell them (§12)."""

from functools import cache
from typing import Any

import numpy as np
import pytest

from game.debrief.history import past
from game.debrief.motives import MOST as SHEETS
from game.debrief.motives import motives
from game.match.loading import open_match
from game.match.match import Match
from game.players.instead import Other, best_instead
from game.players.player import Lines, Player
from game.players.reasons import LEAST, MOST, Difference, Reason, difference
from game.players.roster import PERSONA, hire
from game.players.searcher import Searcher
from game.rules.rulebook import Rulebook
from game.rules.sheets import Order, encode
from game.rules.tables import Tables
from game.rules.views import view_of
from tests.builders import a_book, a_card, a_table, played
from tests.claims.positions import book, setting
from tests.hidden import positions, turned

CALM = {"heat": {"each": -1}}

SMALL: dict[str, Any] = {
    "cards": {
        "soothe": a_card("west", effects={"heat": -2}, why="Somebody picked up the telephone."),
        "boast": a_card("west", effects={"trust": 1, "heat": 1}, why="A boast was cheered abroad."),
    },
    "sides": {
        "north": {
            "goals": {
                "relief": None,
                "open": {"text": "Trade.", "points": 40, "grade": "sanctions", "low": 10, "high": 0},
            }
        },
    },
}
"""A card that plainly helps West, one that hurts it a little, and a North that minds sanctions."""


@cache
def small() -> Rulebook:
    return a_book(**SMALL)


def late(rules: Rulebook, months: int) -> Tables:
    """Return a table after some months in which nobody laid anything."""
    tables = a_table(rules, heat=6)
    for _month in range(months):
        tables = played(rules, tables)
    return tables


def lines(rules: Rulebook, side: str, **cards: str) -> Lines:
    sheet = {slot: Order(card) for slot, card in cards.items()}
    return encode(rules, {side: sheet})[rules.index.sides[side], :, 0]


def held(rules: Rulebook, tables: Tables, side: str, laid: str, instead: str | None) -> Difference:
    """Return what one card brings its side more than another, or than waiting."""
    hired = {each: hire(PERSONA, rules, each) for each in rules.index.sides}
    players: dict[str, Player] = {each: player for each, player in hired.items() if player is not None}
    other = lines(rules, side, act=instead) if instead else lines(rules, side)
    return difference(
        rules, players, view_of(rules.sights[side], tables), lines(rules, side, act=laid), other
    )


def searcher(rules: Rulebook, side: str) -> Searcher:
    found = hire("easy", rules, side)
    assert isinstance(found, Searcher)
    return found


def named(reason: Reason) -> tuple[str, str, int]:
    assert reason.consequence is not None
    return reason.consequence.cause.name, reason.consequence.track, reason.step


def test_waiting_held_against_waiting_has_no_reasons() -> None:
    view, waiting = view_of(book().sights["seoul"], positions(book(), 1)[0]), lines(book(), "seoul")

    assert difference(book(), setting().players, view, waiting, waiting) == Difference(0.0, ())


def test_the_one_consequence_that_decides_is_named() -> None:
    found = held(small(), late(small(), 5), "west", "soothe", None)

    first = found.reasons[0]
    assert named(first) == ("card:soothe", "heat", -2)
    assert first.consequence is not None
    assert first.consequence.cause.why == "Somebody picked up the telephone."
    assert (first.laid.count, first.instead.count) == (20, 0)
    assert (first.laid.moved, first.instead.moved) == (-2, 0)
    assert first.goal == "quiet"
    assert found.points > 0


def test_the_answer_to_a_line_that_the_other_sheet_crosses_is_named() -> None:
    """Both tests are shown at home; only the big one brings the council together."""
    found = held(small(), late(small(), 1), "north", "small_test", "big_test")

    council = found.reasons[0]
    assert named(council) == ("answer:tests.council", "sanctions", 2)
    assert council.laid.count < council.instead.count
    assert council.instead.count >= 18
    assert (council.goal, council.points > 0) == ("open", True)


def test_what_tells_against_a_sheet_is_told_with_its_sign() -> None:
    found = held(small(), late(small(), 5), "west", "boast", None)

    assert [(named(reason), reason.points < 0) for reason in found.reasons if reason.goal == "quiet"] == [
        (("card:boast", "heat", 1), True)
    ]
    assert found.points < 0


def test_reasons_are_few_and_the_weightiest_first() -> None:
    view = view_of(book().sights["washington"], positions(book(), 1)[0])
    sheet, waiting = lines(book(), "washington", act="threat"), lines(book(), "washington")

    found = difference(book(), setting().players, view, sheet, waiting).reasons

    weights = [abs(reason.points) for reason in found]
    assert 0 < len(found) <= MOST
    assert weights == sorted(weights, reverse=True)
    assert min(weights) >= LEAST


def told(tables: Tables, side: str, card: str) -> tuple[Other, Difference]:
    """Return what is told of a card at a one-table position."""
    view = view_of(book().sights[side], tables)
    sheet = lines(book(), side, act=card)
    other = best_instead(searcher(book(), side), view, sheet)
    return other, difference(book(), setting().players, view, sheet, other.sheet)


@pytest.mark.parametrize(
    ("side", "card"),
    [("washington", "threat"), ("pyongyang", "short_range_test"), ("seoul", "full_exercise")],
)
def test_reasons_rest_on_the_view_alone_and_are_the_same_again(side: str, card: str) -> None:
    tables = positions(book(), 4)[3]

    (mine, why), (theirs, so), (_again, still) = (
        told(each.take([2]), side, card) for each in (tables, turned(book(), tables, side), tables)
    )

    assert why.reasons
    assert why == so == still
    assert np.array_equal(mine.sheet, theirs.sheet)
    assert mine.loss == theirs.loss


def test_what_could_have_been_laid_instead_shares_no_card_and_brings_less() -> None:
    rules, sheet = small(), lines(small(), "west", act="soothe")
    view = view_of(rules.sights["west"], late(rules, 5))

    other = best_instead(searcher(rules, "west"), view, sheet)

    assert other.loss > 0
    assert not ((other.sheet == sheet) & (sheet > 0)).any()


def test_a_sheet_that_brings_less_than_all_others_is_held_against_waiting() -> None:
    rules, sheet = small(), lines(small(), "west", act="boast")
    view = view_of(rules.sights["west"], late(rules, 5))

    other = best_instead(searcher(rules, "west"), view, sheet)

    assert other.loss < 0
    assert not other.sheet.any()


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
    assert all(motive.cards and motive.reasons and motive.points >= LEAST for motive in found)
    for side in ("washington", "seoul"):
        points = [motive.points for motive in found if motive.side == side]
        assert points == sorted(points, reverse=True)
        assert len(points) <= SHEETS
