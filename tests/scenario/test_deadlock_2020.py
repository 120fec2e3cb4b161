"""The scenario of 2020: whole, cited, tagged, and true to the rules it states."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from pydantic import BaseModel

from game.model.base import Cited
from game.model.card import Card, Kind, Role, Scale
from game.model.scenario import Scenario
from game.rules.adjudicate import adjudicate
from game.rules.bargaining import bridged, covered, shortfalls
from game.rules.legality import menu
from game.rules.rulebook import Rulebook, compile_rulebook
from game.rules.setup import set_up
from game.rules.views import view_of
from game.scenario.reader import Reading, read_scenario

HOUSE = Path(__file__).resolve().parents[2]
SIDES = ("washington", "pyongyang", "seoul")
MOST_WORDS = {"title": 4, "headline": 6, "news": 8, "upkeep": 5}


@cache
def reading() -> Reading:
    return read_scenario("deadlock-2020")


def scenario() -> Scenario:
    found = reading().scenario
    assert found is not None, reading().report
    return found


@cache
def book() -> Rulebook:
    return compile_rulebook(scenario())


def pieces(held: object) -> Iterator[BaseModel]:
    """Yield every piece inside *held*, itself first."""
    if isinstance(held, BaseModel):
        yield held
        held = tuple(getattr(held, field) for field in type(held).model_fields)
    if isinstance(held, Mapping):
        held = tuple(held.values())
    if isinstance(held, tuple):
        for part in held:
            yield from pieces(part)


def cards_of(kind: Kind | Scale) -> list[Card]:
    return [card for card in scenario().cards.values() if kind in (card.kind, card.scale)]


def menus(side: str, changed: Mapping[str, int] | None = None) -> dict[str, bool]:
    """Return which cards *side* may play in the first month."""
    sight = book().sights[side]
    view = view_of(sight, set_up(book(), [1], changed))
    return {
        need.name: bool(legal[row, 0])
        for needs, legal in zip(sight.requirements, menu(book(), view), strict=True)
        for row, need in enumerate(needs, start=1)
    }


def test_the_scenario_reads_without_a_finding() -> None:
    assert reading().findings == ()


def test_it_covers_a_year_from_may_2020() -> None:
    assert (scenario().start, scenario().months, tuple(scenario().sides)) == ("2020-05", 12, SIDES)


def test_every_card_line_and_event_is_cited_and_tagged() -> None:
    told = {**scenario().cards, **scenario().redlines, **scenario().calendar}
    assert [n for n, p in told.items() if not p.cites or "tag" not in p.model_fields_set] == []


def test_every_cited_piece_names_a_claim_or_a_source() -> None:
    assert [p for p in pieces(scenario()) if isinstance(p, Cited) and not p.cites] == []


def test_every_claim_is_there_and_all_but_the_one_about_the_author_are_used() -> None:
    named = {name for piece in pieces(scenario()) for name in getattr(piece, "cites", ())}
    claims = {f"C{n}" for n in range(1, 46)} | {f"S{n}" for n in range(1, 17)}
    assert set(scenario().claims) == claims
    assert claims - named == {"C45"}


def test_every_claim_says_how_it_fared() -> None:
    assert [name for name, claim in scenario().claims.items() if not claim.fared] == []


def test_titles_and_headlines_keep_to_their_length() -> None:
    s = scenario()
    branches = [b for e in s.calendar.values() for b in e.branches.values()]
    told = [("title", c.title) for c in s.cards.values()]
    told += [("headline", c.headline or c.title) for c in s.cards.values()]
    told += [("news", e.title) for e in s.calendar.values()] + [("news", b.title) for b in branches]
    told += [("news", line.title) for line in s.redlines.values()]
    told += [("upkeep", rule.title) for rule in s.upkeep.values()]
    assert [text for kind, text in told if len(text.split()) > MOST_WORDS[kind]] == []


def test_every_icon_is_on_the_shelf() -> None:
    icons = {path.stem for path in (HOUSE / "assets" / "icons").glob("*.svg")}
    used = {c.icon for c in scenario().cards.values()} | {t.icon for t in scenario().tracks.values()}
    assert used - icons == set()


@pytest.mark.parametrize("side", SIDES)
def test_no_slot_needs_more_than_five_columns_of_three(side: str) -> None:
    for slot in scenario().slots:
        groups = [c.group for c in scenario().cards.values() if (c.side, c.slot) == (side, slot)]
        columns = {group: groups.count(group) for group in groups}
        columns["Quiet"] = columns.get("Quiet", 0) + 1  # hold stands there
        assert len(columns) <= 5
        assert max(columns.values()) <= 3


@pytest.mark.parametrize("side", SIDES)
def test_11_4_open_goals_are_worth_a_hundred_points_and_one_of_three_secrets_is_drawn(side: str) -> None:
    goals = scenario().sides[side].goals.values()
    assert sum(goal.points for goal in goals if not goal.secret) == 100
    assert [goal.points for goal in goals if goal.secret] == [15, 15, 15]


@pytest.mark.parametrize("side", SIDES)
def test_a_brief_is_read_in_three_minutes_and_in_brief_in_one(side: str) -> None:
    brief = reading().texts[f"brief-{side}"]
    short = brief.split("## In brief\n")[1].split("\n## ")[0]
    assert 450 <= len(re.findall(r"[\w'-]*\w[\w'-]*", brief)) <= 550
    assert 130 <= len(re.findall(r"[\w'-]*\w[\w'-]*", short)) <= 170


def test_the_page_of_sources_lists_every_source_and_marks_what_is_remembered() -> None:
    rows = {
        cells[1].strip(" `"): cells[4].strip()
        for line in reading().texts["sources"].splitlines()
        if line.startswith("| `") and len(cells := line.split("|")) == 6
    }
    assert set(rows) == set(scenario().sources)
    for name, source in scenario().sources.items():
        assert (rows[name] == "remembered, still to be checked") == source.remembered


def test_6_3_the_parts_of_every_lag_and_fork_add_up() -> None:
    for line in scenario().redlines.values():
        for answer in line.answers.values():
            assert sum(answer.lag) == 100
            shares = [b.chance.constant for b in answer.branches.values() if b.chance is not None]
            assert len(answer.branches) - len(shares) in (0, 1)
            assert sum(share or 0 for share in shares) <= 100


def test_5_4_only_major_acts_bring_new_sanctions() -> None:
    for line in scenario().redlines.values():
        if any("sanctions" in answer.effects for answer in line.answers.values()):
            assert line.crossed_by
            assert {scenario().cards[name].scale for name in line.crossed_by} == {Scale.MAJOR}


def test_5_4_every_low_act_presses_seoul_and_may_alarm_america() -> None:
    for card in cards_of(Scale.LOW):
        moved = {*card.effects, *(track for rider in card.riders for track in rider.effects)}
        assert {"tension", "seoul.approval", "washington.alarm"} <= moved


def test_5_3_aid_moves_neither_a_stance_nor_a_ladder() -> None:
    barred = {"washington.stance", "pyongyang.stance", "relief", "denuclearisation"}
    for card in cards_of(Kind.AID):
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


def test_8_5_no_exchange_is_ratified_where_neither_side_has_shifted() -> None:
    deal, tables = book().deal, set_up(book(), [1])
    assert deal is not None
    real = [n for n, t in enumerate(deal.terms) if t.levels["relief"] and t.levels["denuclearisation"]]
    terms = np.array(real, dtype=np.int16)
    stances = [np.repeat(tables.readings[s.stance], terms.size) for s in deal.signatories]
    for bridge in (False, True):
        short = bridged(shortfalls(deal, terms, stances), np.full(terms.size, bridge))
        passed = np.ones(terms.size, dtype=np.bool_)
        for signatory, missing in zip(deal.signatories, short, strict=True):
            assert signatory.room is not None
            room = np.repeat(tables.readings[signatory.room], terms.size)
            passed &= covered(signatory, terms, missing, room)
        assert not passed.any()


@pytest.mark.parametrize(
    ("package", "washington", "pyongyang"),
    [
        pytest.param("denuclearise_first", 0, 3, id="C11 Washington's demand asks nothing of its home"),
        pytest.param("relief_first", 4, 0, id="C12 Pyongyang's demand asks nothing of its home"),
        pytest.param("freeze_for_exemptions", 1, 1, id="a freeze asks one step of each"),
        pytest.param("small_steps", 1, 2, id="C15 aid papers are little relief to Pyongyang"),
        pytest.param("yongbyon_for_five", 3, 1, id="Hanoi asked most of Washington"),
        pytest.param("peace_in_parallel", 2, 2, id="C43 in parallel both bend"),
    ],
)
def test_8_4_what_each_package_asks(package: str, washington: int, pyongyang: int) -> None:
    deal = book().deal
    assert deal is not None
    number = book().index.packages[package]
    assert [int(s.asks[number]) for s in deal.signatories] == [washington, pyongyang]


@pytest.mark.parametrize("side", SIDES)
def test_each_side_has_a_line_of_its_own_that_it_may_declare(side: str) -> None:
    private = {n for n, line in scenario().redlines.items() if line.drawn_by == side and not line.declared}
    assert private == {c.declares for c in scenario().cards.values() if c.side == side and c.declares}


def test_both_principals_have_every_role_at_the_table_and_seoul_bridges() -> None:
    roles = {(c.side, c.role) for c in scenario().cards.values() if c.role is not None}
    principals = product(("washington", "pyongyang"), (Role.OFFER, Role.ACCEPT, Role.STALL, Role.LEAVE))
    assert roles == {*principals, ("seoul", Role.BRIDGE)}


def test_1_3_a_year_in_which_everybody_waits_ends_in_deadlock() -> None:
    tables = set_up(book(), range(200))
    sheets = np.zeros((3, 3, tables.count), dtype=np.int16)
    for _ in range(scenario().months):
        tables = adjudicate(book(), tables, sheets)
    endings = list(scenario().endings)
    assert {endings[row] for row in tables.ending} == {"deadlock"}
