"""The scenario of 2020: whole, cited, tagged, and true to the rules it states."""

from collections.abc import Mapping
from itertools import product

import numpy as np
import pytest

from game.model.card import Card, CardKind, Role, Scale
from game.rules.adjudicate import adjudicate
from game.rules.legality import menu
from game.rules.setup import set_up
from game.rules.views import view_of
from tests.scenario.shipped import book, pieces, scenario

NAME = "deadlock-2020"
SIDES = ("washington", "pyongyang", "seoul")


def cards_of(kind: CardKind | Scale) -> list[Card]:
    return [card for card in scenario(NAME).cards.values() if kind in (card.kind, card.scale)]


def menus(side: str, changed: Mapping[str, int] | None = None) -> dict[str, bool]:
    """Return which cards *side* may play in the first month."""
    sight = book(NAME).sights[side]
    view = view_of(sight, set_up(book(NAME), [1], changed))
    return {
        need.name: bool(legal[row, 0])
        for needs, legal in zip(sight.requirements, menu(book(NAME), view), strict=True)
        for row, need in enumerate(needs, start=1)
    }


def test_it_covers_a_year_from_may_2020() -> None:
    assert (scenario(NAME).start, scenario(NAME).months, tuple(scenario(NAME).sides)) == (
        "2020-05",
        12,
        SIDES,
    )


def test_every_claim_is_there_and_all_but_the_one_about_the_author_are_used() -> None:
    named = {name for piece in pieces(scenario(NAME)) for name in getattr(piece, "cites", ())}
    claims = {f"C{n}" for n in range(1, 46)} | {f"S{n}" for n in range(1, 17)}
    assert set(scenario(NAME).claims) == claims
    assert claims - named == {"C45"}


def test_5_4_only_major_acts_bring_new_sanctions() -> None:
    for line in scenario(NAME).redlines.values():
        if any("sanctions" in answer.effects for answer in line.answers.values()):
            assert line.crossed_by
            assert {scenario(NAME).cards[name].scale for name in line.crossed_by} == {Scale.MAJOR}


def test_5_4_every_low_act_presses_seoul_and_may_alarm_america() -> None:
    for card in cards_of(Scale.LOW):
        moved = {*card.effects, *(track for rider in card.riders for track in rider.effects)}
        assert {"tension", "seoul.approval", "washington.alarm"} <= moved


def test_5_3_aid_moves_neither_a_stance_nor_a_ladder() -> None:
    barred = {"washington.stance", "pyongyang.stance", "relief", "denuclearisation"}
    for card in cards_of(CardKind.AID):
        moved = {*card.effects, *card.gains, *(track for rider in card.riders for track in rider.effects)}
        assert not moved & barred


@pytest.mark.parametrize(
    ("side", "card", "stance"),
    [
        pytest.param("washington", "partial_relief", "washington.stance", id="C11 relief waits for a shift"),
        pytest.param("pyongyang", "dismantle_site", "pyongyang.stance", id="C12 so does a dismantled site"),
    ],
)
def test_8_4_giving_first_needs_a_shift(side: str, card: str, stance: str) -> None:
    assert not menus(side)[card]
    assert menus(side, {stance: 1})[card]


@pytest.mark.parametrize("card", ["halt_tests", "apology"])
def test_8_4_gestures_are_open_from_the_start(card: str) -> None:
    assert menus("pyongyang")[card]


@pytest.mark.parametrize(
    ("side", "card"),
    [("washington", "offer_washington"), ("pyongyang", "offer_pyongyang"), ("seoul", "mediate")],
)
def test_8_3_talks_open_after_relief_and_not_before(side: str, card: str) -> None:
    assert not menus(side)[card]
    assert menus(side, {"relief": 1})[card]


@pytest.mark.parametrize(
    ("package", "washington", "pyongyang"),
    [
        pytest.param("denuclearise_first", 0, 3, id="C11 Washington's demand asks nothing of its home"),
        pytest.param("relief_first", 4, 0, id="C12 Pyongyang's demand asks nothing of its home"),
        pytest.param("freeze_for_exemptions", 2, 1, id="relief of weight asks two of Washington"),
        pytest.param("small_steps", 1, 2, id="C15 aid papers are little relief to Pyongyang"),
        pytest.param("yongbyon_for_five", 3, 1, id="Hanoi asked most of Washington"),
        pytest.param("peace_in_parallel", 2, 2, id="C43 in parallel both bend"),
    ],
)
def test_8_4_what_each_package_asks(package: str, washington: int, pyongyang: int) -> None:
    deal = book(NAME).deal
    assert deal is not None
    number = book(NAME).index.packages[package]
    assert [int(s.asks[number]) for s in deal.signatories] == [washington, pyongyang]


@pytest.mark.parametrize("side", SIDES)
def test_each_side_has_a_line_of_its_own_that_it_may_declare(side: str) -> None:
    private = {
        n for n, line in scenario(NAME).redlines.items() if line.drawn_by == side and not line.declared
    }
    assert private == {c.declares for c in scenario(NAME).cards.values() if c.side == side and c.declares}


def test_both_principals_have_every_role_at_the_table_and_seoul_bridges() -> None:
    roles = {(c.side, c.role) for c in scenario(NAME).cards.values() if c.role is not None}
    principals = product(("washington", "pyongyang"), (Role.OFFER, Role.ACCEPT, Role.STALL, Role.LEAVE))
    assert roles == {*principals, ("seoul", Role.BRIDGE)}


def test_1_3_a_year_in_which_everybody_waits_ends_in_deadlock() -> None:
    tables = set_up(book(NAME), range(200))
    sheets = np.zeros((3, 3, tables.count), dtype=np.int16)
    for _ in range(scenario(NAME).months):
        tables = adjudicate(book(NAME), tables, sheets)
    endings = list(scenario(NAME).endings)
    assert {endings[row] for row in tables.ending} == {"deadlock"}
