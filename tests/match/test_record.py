"""The record of a game as JSON: complete, canonical, and true to the ledger (§14)."""

import json
from hashlib import sha256

import pytest
from hypothesis import given, settings

from game.match.canonical_json import canonical
from game.match.dates import in_words
from game.match.record import list_of, record
from game.model.turn import date_of_turn
from tests.builders import reading
from tests.match.matches import BOOK, DIGEST, SIDES, SLOTS, a_match, played_out
from tests.strategies.numbers import SEEDS

MONTH = {
    "month", "date", "news", "orders", "crossings", "answers", "attributions", "offers", "agreements",
    "readings", "ledger", "digest",
}  # fmt: skip
ENTRY = {"month", "phase", "track", "change", "before", "after", "rule", "cause", "why", "cites", "seen_by"}


@settings(max_examples=20)
@given(seed=SEEDS)
def test_the_same_seed_gives_the_same_bytes(seed: int) -> None:
    first, second = (canonical(record(played_out(a_match(seed=seed)))) for _ in range(2))

    assert first == second
    told = json.loads(first)
    own = told.pop("digest")
    assert sha256(canonical(told)).hexdigest() == own


def test_other_seeds_give_other_games() -> None:
    assert len({record(played_out(a_match(seed=seed)))["digest"] for seed in range(20)}) == 20


@settings(max_examples=20)
@given(seed=SEEDS)
def test_every_key_of_the_contract_is_there_and_no_other(seed: int) -> None:
    told = record(played_out(a_match(seed=seed)))

    assert set(told) == {
        "format", "scenario", "seed", "players", "months", "ending", "outcome", "digest",
    }  # fmt: skip
    assert told["scenario"] == {"id": "small", "digest": DIGEST}
    assert told["ending"] in BOOK.scenario.endings
    assert set(told["outcome"]) == set(told["players"]) == set(SIDES)
    for number, month in enumerate(told["months"], start=1):
        assert set(month) == MONTH
        assert (month["month"], month["date"]) == (number, f"2020-{number + 4:02}")
        assert all(tuple(month["orders"][side]) == SLOTS for side in SIDES)
        assert all(set(entry) == ENTRY for entry in month["ledger"])


@settings(max_examples=20)
@given(seed=SEEDS)
def test_14_every_reading_is_the_sum_of_the_ledger_before_it(seed: int) -> None:
    match = played_out(a_match(seed=seed))
    months = record(match)["months"]

    stood = {name: track.start for name, track in BOOK.scenario.tracks.items()}
    for month in months:
        for entry in month["ledger"]:
            assert entry["before"] == stood[entry["track"]]
            assert entry["after"] == entry["before"] + entry["change"]
            stood[entry["track"]] = entry["after"]
        assert month["readings"] == stood
    assert stood == {name: reading(BOOK, match.tables, name) for name in BOOK.index.tracks}


@settings(max_examples=20)
@given(seed=SEEDS)
def test_nothing_that_came_to_pass_is_left_out(seed: int) -> None:
    match = played_out(a_match(seed=seed))
    listed = [
        told["kind"]
        for month in record(match)["months"]
        for name in ("news", "crossings", "answers", "attributions", "offers", "agreements")
        for told in month[name]
    ]

    assert sorted(listed) == sorted(t.kind for t in match.happenings if list_of(t.kind) is not None)


def test_8_2_an_offer_is_recorded_with_its_terms_and_the_package_it_names() -> None:
    records = (record(played_out(a_match(seed=seed))) for seed in range(10))
    offers = [offer for told in records for month in told["months"] for offer in month["offers"]]

    assert offers
    for offer in offers:
        package = BOOK.scenario.bargain.packages[offer["id"]]  # type: ignore[union-attr]
        assert offer["terms"] == {"levels": dict(package.levels), "first": package.first}


@pytest.mark.parametrize(
    ("start", "number", "date", "words"),
    [
        ("2020-05", 1, "2020-05", "May 2020"),
        ("2020-05", 8, "2020-12", "December 2020"),
        ("2020-05", 9, "2021-01", "January 2021"),
        ("1999-12", 26, "2002-01", "January 2002"),
    ],
)
def test_a_month_of_play_has_its_date(start: str, number: int, date: str, words: str) -> None:
    assert date_of_turn(start, (), number) == date
    assert in_words(date) == words


def test_a_day_is_said_in_words() -> None:
    assert in_words("2015-08-04") == "4 August 2015"
