"""The tale tells everything that came to pass."""

import io

import pytest
from hypothesis import given, settings
from rich.console import Console, RenderableType

from game.cli.transcript import HEADS, closing, month_told, opening
from game.match.match import Match
from game.match.terms import terms_in_words
from game.rules.ledger import HappeningKind
from game.rules.terms import Terms
from tests.builders import a_book
from tests.match.matches import BOOK, a_match, played_out
from tests.strategies.numbers import FEW_SEEDS


def _told(*words: RenderableType) -> str:
    """Return the words as a wide terminal shows them, each run of blanks as one."""
    console = Console(file=io.StringIO(), width=1000, highlight=False)
    for word in words:
        console.print(word)
    assert isinstance(console.file, io.StringIO)
    return " ".join(console.file.getvalue().split())


def _month(match: Match, month: int) -> str:
    return _told(month_told(match, month))


@settings(max_examples=15)
@given(seed=FEW_SEEDS)
def test_every_happening_is_told_in_its_month_with_its_reason(seed: int) -> None:
    match = played_out(a_match(seed=seed))

    told = {n: _month(match, n) for n in range(1, len(match.months) + 1)}
    for happening in match.happenings:
        if happening.kind in HEADS:
            assert f"{HEADS[happening.kind]} {happening.title}" in told[happening.month]
            assert happening.kind == "offer" or happening.why.rstrip(".") in told[happening.month]


def test_every_kind_of_happening_has_a_head_or_is_told_elsewhere() -> None:
    assert {*HEADS, HappeningKind.ORDER, HappeningKind.ENDING} == set(HappeningKind)


def test_the_orders_are_told_by_title_and_a_held_line_by_what_holding_means() -> None:
    match = played_out(a_match(book=a_book(cards={"protest": {"title": "Protest loudly"}})))
    orders = next(m for m in match.months if "act" not in m.sheets["north"])

    assert "North Nothing is done" in _month(match, match.months.index(orders) + 1)


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        (
            Terms({"arms": 2, "relief": 1}, "north"),
            "Arms first: Arms up to ‘Freeze’; Relief up to ‘Food’; North first",
        ),
        (Terms({"arms": 0, "relief": 2}, None), "Relief up to ‘Trade’; in parallel"),
        (Terms({}, "west"), "nothing is exchanged; West first"),
    ],
)
def test_8_2_terms_are_told_in_words(terms: Terms, told: str) -> None:
    assert terms_in_words(BOOK, terms) == told


def test_8_4_the_price_of_a_signature_is_named_among_the_causes() -> None:
    told = [_month(match, n + 1) for match in _games() for n in range(len(match.months))]

    assert any("the price at home" in month for month in told)


def test_the_close_tells_the_ending_every_score_and_the_secret_goals() -> None:
    match = played_out(a_match())
    told = _told(closing(match))

    assert match.ending is not None
    ending = match.book.scenario.endings[match.ending]
    assert ending.title in told
    assert ending.text in told
    for side, made in match.outcome.items():
        assert f"{match.book.scenario.sides[side].label} {made.points:g} points" in told
    assert "(secret)" in told


def test_the_head_names_the_game_its_seed_and_its_players() -> None:
    told = _told(opening(a_match(seed=417)))

    assert told == "Small seed 417 ■ West: persona ◆ North: persona ● South: persona"


def test_a_quiet_month_says_that_nothing_moved() -> None:
    book = a_book(upkeep={"cooling": None})
    match = a_match({"west": "human", "north": "human", "south": "human"}, book=book)

    assert "Moved nothing" in _month(played_out(match), 1)


def _games() -> list[Match]:
    return [played_out(a_match(seed=seed)) for seed in range(12)]
