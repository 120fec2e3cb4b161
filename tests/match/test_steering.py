"""What whoever leads a game does to it: branches fixed, injects brought in, steps back; all of it kept."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given

from game.debrief.history import past
from game.match.fork import forked
from game.match.journal import Journal, as_json, from_json, journal_of
from game.match.loading import Opened, open_save, open_scenario, replay_save
from game.match.luck import Fork, Injected
from game.match.match import Match, new_match
from game.match.replay import Replay, replay, stepped_back
from game.match.savefile import keep, pack, unpack
from game.match.seats import HUMAN
from game.match.steering import with_branch, with_inject
from game.match.trouble import Trouble
from game.presenters.feed import headline
from game.presenters.why import present_why
from game.rules.cause import CauseKind
from game.rules.ledger import HappeningKind
from game.rules.legality import Refusal
from game.rules.sheets import Order
from tests.builders import a_book
from tests.match.matches import PEOPLE, a_match, accepted
from tests.strategies.numbers import either_end

SIDES = ("washington", "pyongyang", "seoul")
INJECTS = ("flood", "drifting_boat", "drill_plan", "tremor", "relief_ship", "old_letter")


def a_class(seed: int = 3) -> Match:
    """Return a new game of the class, people in all seats."""
    opened = _opened()
    return new_match(
        opened.book, opened.digest, seed, dict.fromkeys(SIDES, HUMAN), opened.source, opened.edition
    )


@cache
def _opened() -> Opened:
    opened = open_scenario("deadlock-2020-class")
    assert isinstance(opened, Opened)
    return opened


def held(match: Match, months: int = 1) -> Match:
    """Return *match* some months later, every sheet held."""
    for _ in range(months):
        match = match.played({})
    return match


def refused(found: Match | Refusal) -> str:
    """Return why something was refused."""
    assert isinstance(found, Refusal), found
    return found.sentence


@pytest.mark.parametrize("branch", ["incumbent", "challenger"])
@pytest.mark.parametrize("seed", range(4))
def test_a_fixed_branch_is_taken_whatever_luck_says(branch: str, seed: int) -> None:
    match = accepted(with_branch(a_class(seed), "election", branch))

    match = held(match, 7)

    ways = {name: told.title for name, told in match.book.scenario.calendar["election"].branches.items()}
    told = [each.title for each in match.happenings if each.id == "election"]
    assert ways[branch] in told
    assert not set(told) & {title for name, title in ways.items() if name != branch}


def test_a_branch_is_left_to_luck_again() -> None:
    match = a_class()
    fixed = accepted(with_branch(match, "election", "challenger"))

    assert accepted(with_branch(fixed, "election", "")).fixed == {}
    assert held(accepted(with_branch(fixed, "election", "")), 7).months == held(match, 7).months


def test_only_news_to_come_can_be_fixed() -> None:
    match = a_class()
    assert "cannot go that way" in refused(with_branch(match, "election", "nobody"))
    assert "cannot go that way" in refused(with_branch(match, "no_such_event", "challenger"))
    assert "has been read" in refused(with_branch(held(match, 6), "election", "challenger"))


@pytest.mark.parametrize("name", INJECTS)
def test_an_inject_moves_what_it_says_and_everybody_reads_of_it(name: str) -> None:
    match = a_class()

    after = accepted(with_inject(match, name))

    inject = match.book.scenario.injects[name]
    moved = {entry.track: entry.change for entry in after.entries[len(match.entries) :]}
    assert moved == {track: amount.constant for track, amount in inject.effects.items()}
    assert {entry.cause.kind for entry in after.entries[len(match.entries) :]} == {CauseKind.INJECT}
    assert inject.tag == "invented"
    for side in (None, *SIDES):
        told = [h for h in after.glimpse(side).of(1).happenings if h.kind is HappeningKind.INJECT]
        assert [headline(after.book.scenario, each) for each in told] == [inject.title]


def test_the_ledger_says_who_brought_it_in() -> None:
    after = accepted(with_inject(a_class(), "tremor"))

    page = present_why(after.glimpse("washington"), "washington.alarm", 1)

    assert any("brought in by the facilitator" in row.rule for row in page.chain)
    assert "10.1" in dict(page.rules)


def test_an_inject_is_brought_in_once_and_only_if_the_scenario_keeps_it() -> None:
    match = accepted(with_inject(a_class(), "flood"))

    assert "already" in refused(with_inject(held(match), "flood"))
    assert "of that name" in refused(with_inject(match, "comet"))
    assert "over" in refused(with_inject(held(a_class(), 9), "flood"))


def test_a_sheet_that_an_inject_makes_illegal_is_opened_and_loses_that_line_alone() -> None:
    match = a_class()
    limit = match.book.scenario.tracks["pyongyang.economy"].range[0]
    poor = match.tables.readings.copy()
    poor[match.book.index.tracks["pyongyang.economy"]] = limit + 1
    match = replace(match, tables=match.tables.with_parts(readings=poor))
    dear = next(
        (name, card.slot)
        for name, card in match.book.scenario.cards.items()
        if card.side == "pyongyang" and card.price.get("pyongyang.economy") == 1
        and match.menu("pyongyang")[card.slot][name] is None
    )  # fmt: skip
    free = next(
        (card, slot)
        for slot, cards in match.menu("pyongyang").items()
        for card, refusal in cards.items()
        if slot != dear[1] and refusal is None and card != "hold"
        and not match.book.scenario.cards[card].price
        and match.why_refused("pyongyang", slot, Order(card)) is None
    )  # fmt: skip
    for card, slot in (dear, free):
        match = accepted(match.lay("pyongyang", slot, Order(card)))
    match = accepted(match.seal("pyongyang"))

    after = accepted(with_inject(match, "flood"))

    assert set(after.hands["pyongyang"].sheet) == {free[1]}
    assert not after.hands["pyongyang"].sealed


def steered() -> Match:
    """Return a game of three months with a fixed branch and injects in two of them."""
    match = accepted(with_inject(accepted(with_branch(a_class(), "election", "challenger")), "flood"))
    match = accepted(with_inject(held(match, 2), "tremor"))
    return accepted(with_inject(held(accepted(with_inject(match, "drill_plan"))), "old_letter"))


def test_what_was_steered_is_saved_and_played_again(tmp_path: Path) -> None:
    match, path = steered(), tmp_path / "game.simmer"
    assert keep(path, journal_of(match)) is None

    again = open_save(path)

    assert isinstance(again, Match)
    assert again.fixed == {"election": "challenger"}
    assert again.injects == (
        Injected(1, "flood"), Injected(3, "tremor"), Injected(3, "drill_plan"), Injected(4, "old_letter")
    )  # fmt: skip
    assert again.tables.digest() == match.tables.digest()
    assert again.entries == match.entries
    played = replay_save(path)
    assert isinstance(played, Replay)
    assert played.differs is None


def test_a_game_without_levers_is_written_as_before() -> None:
    assert not {"fixed", "injects"} & set(as_json(journal_of(held(a_class()))))


def test_the_debrief_stands_where_the_game_stood() -> None:
    match = steered()

    months = past(match)

    assert [tables.digest() for tables in months][-1] == match.tables.digest()


@pytest.mark.parametrize("order", [("cold", "warm"), ("warm", "cold")])
def test_the_ends_of_a_scale_hold_each_inject_by_itself(order: tuple[str, str]) -> None:
    text = {"title": "It came", "text": "It came."}
    injects = {"cold": {**text, "effects": {"heat": -9}}, "warm": {**text, "effects": {"heat": 8}}}
    match = a_match(PEOPLE, book=a_book(injects=injects))

    for name in order:
        match = accepted(with_inject(match, name))

    heat = int(match.tables.readings[match.book.index.tracks["heat"], 0])
    assert heat == {"cold": 8, "warm": 1}[order[0]]
    for reader in (None, *match.book.index.sides):
        assert match.account(reader).readings["heat"] == heat


@given(month=either_end(1, 4), seed=either_end(0, 50))
def test_a_step_back_leads_to_the_digest_that_the_month_opened_with(month: int, seed: int) -> None:
    match = accepted(with_inject(a_class(seed), "flood"))
    opened = {1: a_class(seed)}
    for number in (2, 3, 4):
        match = held(match)
        opened[number] = match
        match = accepted(with_inject(match, INJECTS[number]))
    match = accepted(with_branch(match, "election", "incumbent"))

    back = accepted(stepped_back(match, month))

    assert back.month == month
    assert back.tables.digest() == opened[month].tables.digest()
    assert back.entries == opened[month].entries
    assert back.fixed == {"election": "incumbent"}
    assert set(back.waiting) == set(SIDES)


def test_a_step_back_goes_to_no_month_that_has_not_come() -> None:
    assert "not come to that month" in refused(stepped_back(held(a_class()), 3))
    assert "not come to that month" in refused(stepped_back(a_class(), 0))


def test_a_game_that_is_over_is_stepped_back() -> None:
    over = held(a_class(), 9)
    assert over.over
    assert accepted(stepped_back(over, 5)).month == 5


def test_a_fork_keeps_what_was_steered() -> None:
    match = forked(steered(), Fork(4, 99, ("seoul",)))
    assert match.fixed == {"election": "challenger"}
    assert len(match.injects) == 4
    assert "anew this month" in refused(with_inject(match, "relief_ship"))
    later = accepted(with_inject(held(match), "relief_ship"))

    again = replay(journal_of(later), later.book, later.edition)

    assert isinstance(again, Replay)
    assert again.differs is None
    assert again.match.tables.digest() == later.tables.digest()


DAMAGED: dict[str, dict[str, object]] = {
    "no such branch": {"fixed": {"election": "nobody"}},
    "no such event": {"fixed": {"comet": "falls"}},
    "no such inject": {"injects": [{"month": 1, "id": "comet"}]},
    "brought in twice": {"injects": [{"month": 1, "id": "flood"}, {"month": 2, "id": "flood"}]},
    "out of order": {"injects": [{"month": 2, "id": "flood"}, {"month": 1, "id": "tremor"}]},
    "after the last month": {"injects": [{"month": 7, "id": "flood"}]},
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_what_a_damaged_save_says_was_steered_is_refused_in_a_sentence(damage: str) -> None:
    match = held(a_class(), 2)
    value = {**as_json(journal_of(match)), **DAMAGED[damage]}
    journal = from_json(value)
    assert isinstance(journal, Journal)

    found = replay(journal, match.book, match.edition)

    assert isinstance(found, Trouble)
    assert found.sentence.endswith(".")


@pytest.mark.parametrize(
    "damage", [{"fixed": ["election"]}, {"injects": [{"month": 0, "id": "flood"}]}, {"injects": {"month": 1}}]
)
def test_what_is_no_journal_is_none(damage: dict[str, object]) -> None:
    assert from_json({**as_json(journal_of(a_class())), **damage}) is None


def test_a_save_of_format_1_carries_no_levers() -> None:
    packed = pack(journal_of(steered()), version=1)
    assert json.loads(packed)["format"] == 1
    assert not isinstance(unpack(packed), Journal)
