"""What a seat orders: rack, card, sheet and offers, made of a glimpse that went over a wire."""

import pytest

from game.match.glimpse import Glimpse
from game.match.match import Match
from game.presenters.content import CardState
from game.presenters.offers import judge, present_offers, standing_offer, terms_in_words
from game.presenters.rack import present_card, present_rack
from game.presenters.sheet import present_sheet
from game.rules.index import HOLD
from game.rules.sheets import Order
from game.rules.terms import Terms
from tests.desk.secretive import book, opened
from tests.match.matches import accepted
from tests.scenario.shipped import SHIPPED

NAME, SIDE = "deadlock-2020", "pyongyang"


def wired(match: Match, side: str = SIDE) -> Glimpse:
    return Glimpse.from_json(match.glimpse(side).to_json(), match.book)


def first_ready(seen: Glimpse, slot: str) -> str:
    return next(card for card, refusal in seen.menu[slot].items() if refusal is None and card != HOLD)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_rack_shows_every_card_of_the_menu_once_with_hold_first(name: str) -> None:
    match = opened(book(name), 1)
    for side in match.book.index.sides:
        seen = wired(match, side)
        for slot, menu in seen.menu.items():
            columns = present_rack(seen, slot)
            cards = [card for column in columns for card in column.cards]

            assert columns == present_rack(match.glimpse(side), slot)
            assert cards[0].id == HOLD
            assert {card.id for card in cards} == set(menu)
            assert len(cards) == len(menu)
            for card in cards[1:]:
                refusal = menu[card.id]
                assert card.state is (CardState.OFF if refusal else CardState.READY)
                assert card.reason == (refusal.sentence if refusal else "")


def test_a_card_laid_is_on_the_sheet_in_rack_and_detail_and_hold_no_longer_is() -> None:
    match = opened(book(NAME), 1)
    card = first_ready(wired(match), "act")
    seen = wired(accepted(match.lay(SIDE, "act", Order(card))))
    states = {each.id: each.state for column in present_rack(seen, "act") for each in column.cards}

    assert [name for name, state in states.items() if state is CardState.ON_SHEET] == [card]
    assert states[HOLD] is CardState.READY
    assert present_card(seen, "act", card).state is CardState.ON_SHEET


def test_a_sheet_has_a_line_for_every_slot_and_tells_which_are_chosen() -> None:
    match = opened(book(NAME), 1)
    card = first_ready(wired(match), "act")
    blank, laid = wired(match), wired(accepted(match.lay(SIDE, "act", Order(card))))

    assert [line.slot for line in present_sheet(blank)] == list(match.book.scenario.slots)
    assert not any(line.chosen for line in present_sheet(blank))
    chosen = [line for line in present_sheet(laid) if line.chosen]
    assert [(line.slot, line.title) for line in chosen] == [("act", match.book.scenario.cards[card].title)]


def test_4_3_a_gain_used_within_three_months_is_shown_as_worn() -> None:
    match = opened(book(NAME), 1)
    scenario = match.book.scenario
    card = next(
        name
        for name, noun in scenario.cards.items()
        if noun.side == SIDE and noun.gains and match.menu(SIDE)[noun.slot].get(name) is None
    )
    slot = scenario.cards[card].slot
    after = match.played({SIDE: {slot: Order(card)}})
    track, gain = next(iter(scenario.cards[card].gains.items()))

    def shown(game: Match) -> set[str]:
        label = scenario.tracks[track].label
        chips = present_card(wired(game), slot, card).chips
        return {chip.amount for chip in chips if label in chip.label}

    assert shown(match) == {f"+{gain}"}
    assert shown(after) == {f"+{gain - 1}"}


def test_8_3_an_offer_stands_for_the_other_principal_alone_and_is_judged_by_its_own_home() -> None:
    match = opened(book(NAME), 1)
    assert match.book.deal is not None
    terms = match.book.deal.terms.terms(1)
    card = next(
        name for name, noun in match.book.scenario.cards.items() if noun.side == SIDE and noun.role == "offer"
    )
    slot = match.book.scenario.cards[card].slot
    after = match.played({SIDE: {slot: Order(card, terms)}})
    page = present_offers(wired(after, "washington"), Terms({}, None))

    assert standing_offer(wired(after, "washington")) == terms
    assert standing_offer(wired(after)) is None
    assert standing_offer(wired(after, "seoul")) is None
    assert page is not None
    assert page.standing_text == terms_in_words(wired(after, "washington"), terms)
    assert page.standing_verdict == judge(wired(after, "washington"), "washington", terms)
    assert present_offers(wired(after, "seoul"), Terms({}, None)) is None


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ({"denuclearisation": 1, "relief": 1}, "Fails at home by 2 without mediation"),
        ({"denuclearisation": 2, "relief": 2}, "Fails at home by 9"),
        ({"denuclearisation": 5, "relief": 5}, "Fails at home by 6"),
    ],
)
def test_8_7_a_verdict_says_where_a_broker_would_lend_what_is_lacking(
    levels: dict[str, int], words: str
) -> None:
    """Washington has room for five: small steps need seven, and mediation lends two."""
    match = opened(book("deadlock-2020"), 1)

    assert judge(wired(match, "washington"), "washington", Terms(levels, None)).words == words
