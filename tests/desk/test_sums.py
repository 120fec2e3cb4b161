"""Whatever is shown adds up: from where a reading stood, by the moves that are listed, to where it stands.

On the reveal, in the ledger, behind every why?, on the table and in a replay, for every seat and the public,
through whole games in which every side also acts in secret, so that sums and late rows are among the moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from game.conditions.condition import Expression
from game.debrief.history import past
from game.debrief.snapshot import stood
from game.match.match import Match
from game.match.redaction import EVERYBODY
from game.match.retold import UNKNOWN
from game.presenters.content import LedgerLine, TrackContent
from game.presenters.debrief import present_course
from game.presenters.feed import present_feed
from game.presenters.ledger import Sieve, present_ledger
from game.presenters.naming import track_name
from game.presenters.reveal import present_reveal
from game.presenters.tracks import (
    gauge_track,
    present_gauge,
    present_home,
    present_others,
    present_standing,
)
from game.presenters.why import present_why
from game.rules.cause import CauseKind
from game.rules.rulebook import compile_rulebook
from tests.desk.pages import pages
from tests.desk.secretive import games, laid, opened, persona_game
from tests.scenario.shipped import SHIPPED, scenario

Way = tuple[str, int, int]
"""A track by the name it is shown by, a reading before and one after."""


def seeds(whole: bool) -> range:
    return range(20 if whole else 2)


def ways(lines: Iterable[LedgerLine]) -> Iterator[Way]:
    for line in lines:
        found = re.fullmatch(r"(.+) (-?\d+) → (-?\d+)", line.change)
        assert found is not None, line.change
        yield found[1], int(found[2]), int(found[3])


def followed(moves: Iterable[Way]) -> dict[str, tuple[int, int]]:
    """Return where each track came from and where it ended, every move from where the last one left it."""
    found: dict[str, tuple[int, int]] = {}
    for name, before, after in moves:
        start, stood_at = found.get(name, (before, before))
        assert stood_at == before, (name, before, stood_at)
        found[name] = start, after
    return found


def shown(match: Match, side: str | None) -> list[TrackContent]:
    home = () if side is None else present_home(match.glimpse(side))
    gauge = present_gauge(match.glimpse(side))
    rest = (*present_standing(match.glimpse(side)), *present_others(match.glimpse(side)), *home)
    return [*rest, TrackContent(gauge.id, "", gauge.label, gauge.reading)]


def amount(text: str) -> int:
    return int(text.replace("−", "-"))


@pytest.mark.parametrize("name", SHIPPED)
def test_14_the_reveal_adds_up_on_the_gauge_and_for_every_track(name: str, whole: bool) -> None:
    for match in (match for seed in seeds(whole) for match in games(name, seed)[1:]):
        for side in (None, *match.book.index.sides):
            page = present_reveal(match.glimpse(side))
            moved = followed(ways((*page.changes, *page.news)))
            for track in shown(match, side):
                start, end = moved.get(track.label, (track.reading, track.reading))
                assert end == track.reading, (side, match.month, track)
                assert track.change in (None, end - start), (side, match.month, track)
            steps = [amount(re.findall(r"(?:^|: )([+−]\d+) ", step)[0]) for step in page.chain]
            assert page.gauge.before is not None
            assert page.gauge.before + sum(steps) == page.gauge.reading
            gauge = page.gauge.label
            assert moved.get(gauge, (page.gauge.before, page.gauge.reading))[1] == page.gauge.reading


@pytest.mark.parametrize("name", SHIPPED)
def test_14_the_ledger_runs_from_the_start_to_where_things_stand(name: str, whole: bool) -> None:
    for match in (games(name, seed)[-1] for seed in seeds(whole)):
        for eyes in (None, *match.book.index.sides, EVERYBODY):
            page = present_ledger(match.glimpse(eyes), Sieve())
            moved = followed(ways(line for _month, lines in reversed(page.months) for line in lines))
            for track in () if eyes == EVERYBODY else shown(match, eyes):
                assert moved.get(track.label, (0, track.reading))[1] == track.reading, (eyes, track)


@pytest.mark.parametrize("name", SHIPPED)
def test_14_every_why_of_every_month_adds_up_for_all_eyes(name: str, whole: bool) -> None:
    for match in (games(name, seed)[-1] for seed in seeds(whole)):
        for eyes in (None, *match.book.index.sides, EVERYBODY):
            tracks = match.book.index.tracks if eyes == EVERYBODY else match.glimpse(eyes).readings
            for track in tracks:
                ends = None
                for month in range(1, match.month + 1):
                    figures = [
                        amount(row.amount) for row in present_why(match.glimpse(eyes), track, month).chain
                    ]
                    assert figures[0] + sum(figures[1:-1]) == figures[-1], (eyes, track, month)
                    assert ends in (None, figures[0]), (eyes, track, month)
                    ends = figures[-1]
                assert ends == match.glimpse(eyes).readings[track]


@pytest.mark.parametrize("name", SHIPPED)
def test_14_what_a_headline_did_stands_in_the_ledger(name: str, whole: bool) -> None:
    for match in (match for seed in seeds(whole) for match in games(name, seed)):
        for side in (None, *match.book.index.sides):
            for line in present_feed(match.glimpse(side), match.month):
                entries = match.glimpse(side if line.private else None).entries
                told = {(track_name(match.book.scenario, e.track, side), e.change) for e in entries}
                for moved in filter(None, line.changes.split(" · ")):
                    found = re.fullmatch(r"(.+) \*\*([+−]?\d+)\*\*", moved)
                    assert found is not None
                    assert (found[1], amount(found[2])) in told, (side, line)


@pytest.mark.parametrize("name", SHIPPED)
def test_14_a_replay_shows_what_was_shown_and_the_course_is_that_of_the_ledger(name: str) -> None:
    *live, last = games(name, 0)
    months = past(last)
    for number, match in enumerate(live):
        again = stood(last, months, number)
        assert pages(again, None, months) == pages(match, None, months)
    if last.over:
        row = last.book.index.tracks[gauge_track(last.book.scenario)]
        course = present_course(last.glimpse(EVERYBODY)).trend.readings
        assert list(course) == [int(tables.readings[row, 0]) for tables in months[1:]]


def test_sums_are_told_of_what_nobody_told_and_of_what_came_out_late() -> None:
    late = [entry for name in SHIPPED for entry in games(name, 0)[-1].glimpse(None).entries]
    told = scenario("deadlock-2020")
    harden = told.cards["harden_washington"].model_copy(update={"effects": {"trust": Expression(-1)}})
    cards = {**told.cards, "harden_washington": harden}
    openly = opened(compile_rulebook(told.model_copy(update={"cards": cards})), 1)
    for month in laid(list(persona_game("deadlock-2020", 1)), 1, "washington", "home", "harden_washington"):
        openly = openly.played(month)
    reasons = {e.why for e in (*late, *openly.glimpse(None).entries) if e.cause.name == UNKNOWN}

    assert {"Something moved; nobody said why.", "What was kept quiet has come to show."} <= reasons
    assert len(reasons) > 4


def test_14_what_finds_nothing_to_move_is_on_no_page_unless_it_is_a_card() -> None:
    """Rumours that fade at 0 are no news; what a card was worth at the end of a scale is."""
    played = [games(name, 1)[-1].glimpse(EVERYBODY) for name in SHIPPED]
    still = [entry for seen in played for entry in seen.entries if entry.asked and not entry.change]
    cards = [entry for entry in still if entry.cause.kind is CauseKind.CARD]
    rows = [row for seen in played for _title, rows in present_ledger(seen, Sieve()).months for row in rows]

    assert 0 < len(cards) < len(still)
    assert sum(before == after for _name, before, after in ways(rows)) == len(cards)
