"""A match: seats, sheets in hand, sealing and adjudication (§3, §4.4, §12)."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings

from game.match.draft import BLANK
from game.match.match import Match
from game.match.seats import seated
from game.match.trouble import Trouble, TroubleKind
from game.rules.legality import Reason, Refusal
from game.rules.sheets import Order
from game.study.batch import BatchSetting, months_of, seeds_of
from tests.builders import a_book, an_offer
from tests.match.matches import BOOK, PEOPLE, SIDES, SLOTS, a_match, accepted, an_order, laid, played_out
from tests.strategies.matches import ACTS, ORDERS_OF_SEALING
from tests.strategies.numbers import SEEDS


def _act(match: Match, verb: str, side: str, number: int) -> Match | Refusal:
    """Return what one verb of a side comes to."""
    if verb == "undo":
        return match.undo(side)
    if verb == "seal":
        return match.seal(side)
    draw = random.Random(number)
    slot = draw.choice(SLOTS)
    return match.lay(side, slot, an_order(match, side, slot, draw))


def test_a_new_match_stands_in_its_first_month_and_waits_for_its_people() -> None:
    match = a_match({"north": "human"})

    assert (match.month, match.date, match.over, match.ending) == (1, "2020-05", False, None)
    assert match.waiting == ("north",)
    assert dict(match.seats) == {"west": "persona", "north": "human", "south": "persona"}
    assert match.outcome == {}


@given(acts=ACTS)
def test_taking_back_undoes_exactly_the_last_change_of_that_side(acts: list[tuple[str, str, int]]) -> None:
    match = a_match(PEOPLE)
    for act in acts:
        after = _act(match, *act)
        if isinstance(after, Refusal) or after.ready:
            continue
        if act[0] != "undo" and after.hands != match.hands:
            assert accepted(after.undo(act[1])).hands == match.hands
        match = after


@given(acts=ACTS)
def test_a_side_changes_no_hand_but_its_own_and_no_match_but_the_new_one(
    acts: list[tuple[str, str, int]],
) -> None:
    match = a_match(PEOPLE)
    for verb, side, number in acts:
        before = dict(match.hands)
        after = _act(match, verb, side, number)
        assert match.hands == before
        if isinstance(after, Match):
            assert {s: h for s, h in after.hands.items() if s != side} == {
                s: h for s, h in before.items() if s != side
            }
            assert after.tables is match.tables
            match = after


@given(acts=ACTS)
def test_once_the_last_sheet_is_sealed_nothing_is_taken_back(acts: list[tuple[str, str, int]]) -> None:
    match = a_match(PEOPLE)
    for side in SIDES:
        match = accepted(match.seal(side))

    assert match.ready
    for act in acts:
        if act[0] != "lay":
            refusal = _act(match, *act)
            assert isinstance(refusal, Refusal)
            assert refusal.reason is Reason.SEALED


def test_a_sealed_sheet_may_be_opened_again_while_another_is_open() -> None:
    match = accepted(a_match(PEOPLE).lay("west", "act", Order("protest")))
    sealed = accepted(match.seal("west"))

    refusal = sealed.lay("west", "act", Order("signal"))
    assert isinstance(refusal, Refusal)
    assert refusal.reason is Reason.SEALED
    opened = accepted(sealed.undo("west"))
    assert accepted(opened.lay("west", "act", Order("signal"))).hands["west"].sheet == {
        "act": Order("signal")
    }


def test_taking_back_from_an_untouched_hand_changes_nothing() -> None:
    match = a_match(PEOPLE)

    assert match.hands["west"].untouched
    assert accepted(match.undo("west")).hands == match.hands


def test_holding_clears_a_line() -> None:
    match = accepted(a_match(PEOPLE).lay("west", "act", Order("protest")))

    held = accepted(match.lay("west", "act", Order()))

    assert held.hands["west"].sheet == {}
    assert accepted(held.undo("west")).hands["west"].sheet == {"act": Order("protest")}


@pytest.mark.parametrize(
    ("slot", "order", "reason"),
    [
        pytest.param("table", Order("protest"), Reason.WRONG_SLOT, id="4.1 every card has its line"),
        pytest.param("act", Order("mines"), Reason.UNKNOWN, id="4.1 a rival's card is not on the menu"),
        pytest.param("table", Order("west_accept"), Reason.CONDITION, id="4.2 nothing is offered yet"),
        pytest.param("table", Order("west_offer"), Reason.TERMS, id="8.2 an offer needs terms"),
        pytest.param("table", an_offer("west_offer", arms=9), Reason.TERMS, id="8.2 no such step"),
    ],
)
def test_an_order_that_may_not_lie_there_is_refused_in_a_sentence(
    slot: str, order: Order, reason: Reason
) -> None:
    match = a_match(PEOPLE)

    refusal = match.lay("west", slot, order)

    assert isinstance(refusal, Refusal)
    assert refusal.reason is reason
    assert refusal.sentence.endswith(".")
    assert match.why_refused("west", slot, order) == refusal


def test_the_menu_greys_exactly_what_may_not_be_laid() -> None:
    match = a_match(PEOPLE)
    for slot, cards in match.menu("west").items():
        assert next(iter(cards)) == "hold"
        for card, refusal in cards.items():
            order = an_offer(card, arms=1) if card == "west_offer" else Order(card)
            assert match.why_refused("west", slot, order) == refusal
    assert match.menu("west")["table"]["west_accept"] is not None


def test_a_seat_filled_by_a_computer_player_has_no_hand() -> None:
    match = a_match({"west": "human"})

    for refusal in (match.seal("north"), match.undo("north"), match.lay("north", "act", Order("mines"))):
        assert isinstance(refusal, Refusal)
        assert refusal.reason is Reason.SEAT


def test_a_month_is_not_adjudicated_before_every_sheet_is_sealed() -> None:
    match = accepted(a_match(PEOPLE).seal("west"))

    with pytest.raises(ValueError, match="not every sheet"):
        match.adjudicated()


@settings(max_examples=25)
@given(seed=SEEDS, order=ORDERS_OF_SEALING)
def test_3_5_the_order_of_sealing_never_matters(seed: int, order: list[str]) -> None:
    months = []
    for sides in (SIDES, order):
        match = laid(a_match(PEOPLE, seed), random.Random(seed))
        for side in sides:
            match = accepted(match.seal(side))
        months.append(match.adjudicated().months)

    assert months[0] == months[1]


@settings(max_examples=25)
@given(seed=SEEDS)
def test_a_game_between_people_ends_and_keeps_what_they_ordered(seed: int) -> None:
    draw = random.Random(seed)
    match = a_match(PEOPLE, seed)
    while not match.over:
        match = laid(match, draw)
        orders = {side: hand.sheet for side, hand in match.hands.items()}
        for side in SIDES:
            match = accepted(match.seal(side))
        match = match.adjudicated()
        assert match.months[-1].sheets == orders
        assert match.hands == dict.fromkeys(SIDES, BLANK)

    assert match.ending in BOOK.scenario.endings
    assert len(match.months) <= BOOK.months
    refusal = match.seal("west")
    assert isinstance(refusal, Refusal)
    assert refusal.reason is Reason.OVER


def test_13_a_match_is_the_same_game_as_that_table_of_a_study() -> None:
    seats = seated(BOOK, {})
    assert not isinstance(seats, Trouble)
    match = a_match(seed=int(seeds_of(3, 417, 1)[0]))

    months = list(months_of(BatchSetting(BOOK, match.players), seeds_of(3, 410, 10)))

    assert [m.digest for m in played_out(match).months] == [t.digest(7) for t in months[1:]][
        : len(played_out(match).months)
    ]


def test_12_a_computer_player_orders_the_same_whatever_it_cannot_see() -> None:
    match = a_match()
    row = BOOK.index.tracks["north.home"]
    readings = match.tables.readings.copy()
    readings[row] = 1
    other = replace(match, tables=match.tables.with_parts(readings=readings))

    assert other.view("north").packed() != match.view("north").packed()
    ours, theirs = (m.adjudicated().months[0].sheets for m in (match, other))
    assert (ours["west"], ours["south"]) == (theirs["west"], theirs["south"])


def test_11_4_the_outcome_opens_the_secret_goal_each_side_drew() -> None:
    outcome = played_out(a_match()).outcome

    assert set(outcome) == set(SIDES)
    assert [won.secret for won in outcome["west"].goals] == [False, True]
    for made in outcome.values():
        assert made.points == sum(won.points for won in made.goals)
        assert all(0 <= won.points <= won.most for won in made.goals)


def test_11_2_an_ending_with_a_score_of_its_own_replaces_every_goal() -> None:
    book = a_book(tracks={"heat": {"start": 10}}, endings={"war": {"chance": 100}})
    match = played_out(a_match(book=book))

    assert match.ending == "war"
    assert len(match.months) == 1
    assert match.outcome["south"].points == -150
    assert {won.points for won in match.outcome["south"].goals} == {0}


def test_11_2_no_news_is_read_once_a_game_is_over() -> None:
    vote = {"month": "2020-06", "effects": {"trust": 3}}
    book = a_book(tracks={"heat": {"start": 10}}, endings={"war": {"chance": 100}}, calendar={"vote": vote})
    match = played_out(a_match(book=book))

    assert all(told.month == 1 for told in match.happenings)
    assert all(entry.month == 1 for entry in match.entries)


@pytest.mark.parametrize("over", [1, 6])
def test_the_ending_is_told_in_the_month_it_came(over: int) -> None:
    heat = {"heat": {"start": 10}} if over == 1 else {}
    book = a_book(tracks=heat, endings={"war": {"chance": 100 if over == 1 else 0}})
    match = played_out(a_match(book=book))

    told = [(t.month, t.id) for t in match.happenings if t.kind == "ending"]

    assert told == [(over, match.ending)]


def test_seats_are_filled_anew_without_touching_sheets_in_hand() -> None:
    match = accepted(a_match(PEOPLE).lay("west", "act", Order("protest")))
    seats = seated(BOOK, {"west": "human", "north": "persona:proud"})
    assert not isinstance(seats, Trouble)

    changed = match.with_seats(seats)

    assert changed.hands == {"west": match.hands["west"]}
    assert set(changed.players) == {"north", "south"}


@pytest.mark.parametrize(
    ("seats", "told"),
    [
        ({"wset": "human"}, "there is no side 'wset'; did you mean 'west'? Sides: west, north, south."),
        ({"west": "persna"}, "West: there is no player 'persna'; did you mean 'persona'?"),
        ({"west": "persona:proud"}, "West: there is no player 'persona:proud';"),
    ],
)
def test_a_seat_that_cannot_be_filled_is_refused_with_what_there_is(seats: dict[str, str], told: str) -> None:
    trouble = seated(BOOK, seats)

    assert isinstance(trouble, Trouble)
    assert trouble.kind is TroubleKind.SEAT
    assert trouble.sentence.startswith(told)
