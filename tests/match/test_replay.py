"""Replay: the same journal, the same game; what differs is named."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from game.match.draft import Draft
from game.match.journal import Journal, journal_of
from game.match.loading import open_match, open_save, replay_save
from game.match.match import Match
from game.match.replay import Replay, replay, resumed
from game.match.savefile import keep
from game.match.trouble import Trouble, TroubleKind
from game.rules.sheets import Order
from tests.match.matches import (
    BOOK,
    PEOPLE,
    a_file,
    a_journal,
    a_match,
    accepted,
    in_first_format,
    laid,
    played_out,
)
from tests.strategies.matches import MONTHS
from tests.strategies.numbers import FEW_SEEDS, SEEDS


@settings(max_examples=25)
@given(seed=SEEDS)
def test_a_kept_game_is_the_same_game_when_played_again(seed: int) -> None:
    match = played_out(a_match(seed=seed))

    again = replay(journal_of(match), BOOK)

    assert isinstance(again, Replay)
    assert again.differs is None
    assert again.match.months == match.months
    assert again.match.entries == match.entries
    assert again.match.happenings == match.happenings
    assert again.match.outcome == match.outcome


@settings(max_examples=25)
@given(seed=FEW_SEEDS, months=MONTHS)
def test_4_4_a_game_is_gone_on_with_as_it_lay_sealed_and_begun_sheets_included(
    seed: int, months: int
) -> None:
    journal = a_journal(seed, months)

    match = resumed(journal, BOOK)

    assert isinstance(match, Match)
    assert journal_of(match) == journal
    if not match.over:
        assert match.waiting == ("west", "south")


def test_the_first_month_that_differs_is_named() -> None:
    match = played_out(a_match())
    third = replace(match.months[2], digest="0" * 16)
    journal = replace(journal_of(match), months=(*match.months[:2], third, *match.months[3:]))

    again = replay(journal, BOOK)

    assert isinstance(again, Replay)
    assert again.differs is not None
    assert (again.differs.date, again.differs.kept) == ("2020-07", "0" * 16)
    trouble = resumed(journal, BOOK)
    assert isinstance(trouble, Trouble)
    assert trouble.kind is TroubleKind.DIFFERS
    assert "July 2020" in trouble.sentence


def _with_order(journal: Journal, side: str, slot: str, order: Order) -> Journal:
    month = replace(journal.months[0], sheets={**journal.months[0].sheets, side: {slot: order}})
    return replace(journal, months=(month, *journal.months[1:]))


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        pytest.param(
            lambda j: _with_order(j, "west", "act", Order("nuke")), "no card 'nuke'", id="no such card"
        ),
        pytest.param(
            lambda j: _with_order(j, "west", "stage", Order("push")), "no line 'stage'", id="no such line"
        ),
        pytest.param(lambda j: _with_order(j, "east", "act", Order("push")), "no side", id="no such side"),
        pytest.param(
            lambda j: _with_order(j, "west", "table", Order("west_accept")),
            "May 2020",
            id="4.2 an illegal order",
        ),
        pytest.param(lambda j: replace(j, players={"west": "human"}), "sides", id="seats left out"),
        pytest.param(
            lambda j: replace(j, hands={"west": Draft({"act": Order("mines")}, True)}),
            "no card 'mines'",
            id="an illegal sheet in hand",
        ),
    ],
)
def test_a_journal_that_no_game_could_have_written_is_refused(
    slip: Callable[[Journal], Journal], told: str
) -> None:
    trouble = resumed(slip(a_journal()), BOOK)

    assert isinstance(trouble, Trouble)
    assert trouble.kind is TroubleKind.UNSOUND
    assert told in trouble.sentence


def test_a_journal_that_goes_on_after_the_end_is_refused() -> None:
    match = played_out(a_match())
    journal = replace(journal_of(match), months=(*match.months, match.months[-1]))

    trouble = resumed(journal, BOOK)

    assert isinstance(trouble, Trouble)
    assert trouble.sentence.endswith("the save goes on after the game was over.")


def test_a_save_opens_where_it_was_left(tmp_path: Path) -> None:
    opened = open_match(str(a_file(tmp_path)), 5, PEOPLE)
    assert isinstance(opened, Match)
    match = accepted(laid(opened, random.Random(5)).seal("north"))
    keep(tmp_path / "game.simmer", journal_of(match))

    again = open_save(tmp_path / "game.simmer")

    assert isinstance(again, Match)
    assert journal_of(again) == journal_of(match)
    assert again.tables.digest() == match.tables.digest()


def test_a_game_is_played_again_in_the_scenario_its_save_brings_along(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    match = open_match(str(path), 5, {})
    assert isinstance(match, Match)
    match = match.adjudicated()
    keep(tmp_path / "game.simmer", journal_of(match))
    path.write_text(path.read_text(encoding="utf-8").replace("start: 4", "start: 5"), encoding="utf-8")

    for _ in range(2):
        again, replayed = open_save(tmp_path / "game.simmer"), replay_save(tmp_path / "game.simmer")
        assert isinstance(again, Match)
        assert journal_of(again) == journal_of(match)
        assert isinstance(replayed, Replay)
        assert replayed.differs is None
        path.unlink(missing_ok=True)


def test_a_scenario_named_beside_a_save_that_has_changed_since_is_told_with_both_digests(
    tmp_path: Path,
) -> None:
    path = a_file(tmp_path)
    match = open_match(str(path), 5, {})
    assert isinstance(match, Match)
    save = tmp_path / "game.simmer"
    save.write_bytes(in_first_format(journal_of(match), str(path)))
    path.write_text(path.read_text(encoding="utf-8").replace("start: 4", "start: 5"), encoding="utf-8")

    for trouble in (open_save(save, scenario=str(path)), replay_save(save, str(path))):
        assert isinstance(trouble, Trouble)
        assert trouble.kind is TroubleKind.CHANGED
        assert f"saved with {match.scenario_digest[:16]}, found " in trouble.sentence


def test_a_save_of_the_first_format_follows_no_path_and_says_what_is_missing(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    match = open_match(str(path), 5, {})
    assert isinstance(match, Match)
    save = tmp_path / "game.simmer"
    save.write_bytes(in_first_format(journal_of(match), str(path)))

    trouble = open_save(save)
    named = open_save(save, scenario=str(path))

    assert isinstance(trouble, Trouble)
    assert trouble.kind is TroubleKind.MISSING
    assert str(path) not in trouble.sentence
    assert "'small'" in trouble.sentence
    assert "--scenario" in trouble.sentence
    assert isinstance(named, Match)
    assert journal_of(named) == journal_of(match)


def test_a_faulty_scenario_is_told_by_its_first_error(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("months: 6", "months: 600"), encoding="utf-8")

    trouble = open_match(str(path), 5, {})

    assert isinstance(trouble, Trouble)
    assert trouble.kind is TroubleKind.FAULTY
    assert "simmer check" in trouble.sentence
