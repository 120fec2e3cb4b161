"""The ledger, dice and endings (§11, §13, §14)."""

import numpy as np
import pytest

from game.rules.adjudicate import adjudicate
from game.rules.dice import LANES, Dice, among, key, lane, luck
from game.rules.ledger import Ledger
from game.rules.rulebook import Rulebook
from game.rules.setup import set_up
from game.rules.tables import Tables
from game.study.bench import persona_sheets
from tests.builders import a_book, a_table, played

BOOK = a_book()


def test_14_every_change_of_every_track_is_explained() -> None:
    for seed in range(60):
        ledger = Ledger()
        tables = set_up(BOOK, [seed], ledger=ledger)
        start = {t: track.start for t, track in BOOK.scenario.tracks.items()}
        for sheets in persona_sheets(BOOK, tables):
            tables = adjudicate(BOOK, tables, sheets, ledger=ledger)
        for entry in ledger.entries:
            low, high = BOOK.scenario.tracks[entry.track].range
            assert entry.before == start[entry.track]
            assert entry.after - entry.before == entry.change
            assert low <= entry.after <= high
            assert entry.rule
            assert entry.cause.name
            assert entry.why
            start[entry.track] = entry.after
        now = {track: int(tables.readings[row, 0]) for track, row in BOOK.index.tracks.items()}
        assert start == now


def test_14_a_reading_stopped_by_the_end_of_its_range_says_so() -> None:
    ledger = Ledger()

    played(BOOK, a_table(BOOK, north__home=9), "small_test", ledger=ledger)

    gain = next(e for e in ledger.entries if e.track == "north.home")
    assert (gain.asked, gain.change, gain.after) == (2, 1, 10)
    assert "scale ends at 10" in gain.why


def digests(tables: Tables) -> list[str]:
    """Return the digest of every table."""
    return [tables.digest(k) for k in range(tables.count)]


def to_the_end(book: Rulebook, seeds: list[int]) -> Tables:
    """Return tables played to the end by personas."""
    tables = set_up(book, seeds)
    for sheets in persona_sheets(book, tables):
        tables = adjudicate(book, tables, sheets)
    return tables


def test_a_game_is_a_batch_of_one() -> None:
    batch = to_the_end(BOOK, list(range(200)))

    singles = [to_the_end(BOOK, [seed]) for seed in range(200)]

    assert digests(batch) == [single.digest() for single in singles]
    assert batch.ending.tolist() == [int(single.ending[0]) for single in singles]


def test_13_luck_does_not_shift_when_a_rule_is_added_elsewhere() -> None:
    more = a_book(
        upkeep={"drift": {"title": "D", "chance": 50, "effects": {"south.home": 1}, "why": "It drifted."}}
    )
    plays = ("mines", "big_test")

    one, other = (played(book, set_up(book, range(500)), *plays) for book in (BOOK, more))

    assert np.array_equal(one.pinned, other.pinned)
    assert np.array_equal(one.due, other.due)


def test_13_draws_are_spread_evenly_over_every_lane() -> None:
    words = luck(np.arange(40_000, dtype=np.uint64), 3, key("a chance"))

    for number in range(LANES):
        counts = np.bincount(among(lane(words, number), 16), minlength=16)
        assert ((counts - 2500) ** 2 / 2500).sum() < 45


def test_10_a_branch_can_be_fixed() -> None:
    dice = Dice({"calendar.vote": 65_535})
    tables = set_up(BOOK, range(50), dice=dice)
    for _ in range(2):
        tables = played(BOOK, tables, dice=dice)

    assert (tables.branch[0] == 2).all()


def test_11_1_war_breaks_out_by_chance_and_stops_the_game() -> None:
    book = a_book(upkeep=None)
    tables = set_up(book, range(4000), {"heat": 8})

    after = played(book, tables)
    later = played(book, after, "small_test")

    war = after.ending == 0
    assert war.mean() == pytest.approx(0.05, abs=0.015)
    assert (after.live == ~war).all()
    assert np.array_equal(later.readings[:, war], after.readings[:, war])


def test_11_2_war_sets_the_score_of_every_side() -> None:
    book = a_book(endings={"war": {"when": "heat >= 4", "chance": 100}})
    after = played(book, a_table(book))

    points = book.returns(after)

    assert points[:, 0].tolist() == [-15_000] * 3


def test_11_4_goals_are_graded_between_two_readings_and_one_secret_goal_counts() -> None:
    tables = a_table(BOOK, heat=5, relief=1)

    worth = {mark.id: int(w) for mark, w in zip(BOOK.goals, BOOK.score(tables)[:, 0], strict=True)}

    assert worth["quiet"] == 2500
    assert worth["relief"] == 2500
    drawn = ["plan", "pride"][int(tables.secrets[0, 0])]
    assert {name: worth[name] for name in ("plan", "pride")} == {
        name: 1000 if name == drawn else 0 for name in ("plan", "pride")
    }


def test_11_3_the_first_ending_that_holds_is_told_when_time_runs_out() -> None:
    tables = a_table(BOOK)
    for _ in range(BOOK.months):
        tables = played(BOOK, tables)

    assert BOOK.endings[int(tables.ending[0])].id == "drift"
    assert not tables.live[0]
