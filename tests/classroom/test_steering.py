"""Levers that steer: each does what it says, and its opposite or a step back undoes it."""

from dataclasses import replace

import pytest

from game.classroom.decide import replayed
from game.classroom.denials import Denial
from game.classroom.events import Act
from game.classroom.hall import Hall
from game.classroom.lever_acts import (
    BranchFixed,
    Extended,
    Frozen,
    Injected,
    Muted,
    Paused,
    Practised,
    Relocated,
    Resumed,
    Rotated,
    SeatFilled,
    SeatLocked,
    SteppedBack,
    TableEnded,
)
from game.classroom.people_acts import PostTaken, Said
from game.classroom.play_acts import HallReached, Laid, Shut, TableReached
from game.classroom.states import HallState, TableState
from game.rules.sheets import Order
from tests.classroom.rooms import SIDES, Log, empty_hall, playing

TEST = Laid(slot="act", order=Order("short_range_test"))


def closed(log: Log, months: int = 1) -> Log:
    """Return a log after so many months of table 1 were closed by a lever."""
    for _ in range(months):
        assert log.ask(Shut(by="lever")) is None
        assert log.ask(TableReached(state=TableState.NEWS)) is None
        assert log.ask(TableReached(state=TableState.OPEN)) is None
    return log


def free() -> Log:
    """Return a log in which table 1 need not wait for table 2."""
    log = playing(2)
    assert log.ask(TableEnded(), table=2) is None
    return log


def stands(hall: Hall) -> object:
    """Return all of table 1 that a lever may change, but for what only counts."""
    table = hall.tables[1]
    return (
        table.match.tables.digest(), table.match.hands, table.match.fixed, table.match.seats, table.state,
        table.paused, table.frozen, table.locked, hall.persons, hall.state, hall.practising,
    )  # fmt: skip


OPPOSITES: dict[str, tuple[Act, Act]] = {
    "pause and go": (Paused(), Resumed()),
    "pause and go of all": (Paused(), Resumed()),
    "more time and less": (Extended(seconds=120), Extended(seconds=-120)),
    "freeze and thaw": (Frozen(on=True), Frozen(on=False)),
    "fix and free": (BranchFixed(event="election", branch="challenger"), BranchFixed(event="election")),
    "lock and open": (SeatLocked(on=True), SeatLocked(on=False)),
    "computer and people": (SeatFilled(player="persona"), SeatFilled(player="human")),
    "mute and let speak": (Muted(who="s0", on=True), Muted(who="s0", on=False)),
    "posts round and back": (Rotated(what="posts"), Rotated(what="posts", back=True)),
    "seats round and back": (Rotated(what="seats"), Rotated(what="seats", back=True)),
}


@pytest.mark.parametrize("lever", OPPOSITES)
def test_every_lever_has_an_opposite_that_undoes_it(lever: str) -> None:
    log = playing(2)
    for number, person in enumerate(("s0", "s1")):
        assert log.ask(PostTaken(post=number), person=person) is None
    there, back = OPPOSITES[lever]
    before = stands(log.hall)
    table = 0 if lever.endswith("of all") else 1
    side = "seoul" if isinstance(there, SeatLocked | SeatFilled) else ""

    assert log.ask(there, table=table, side=side) is None
    changed = stands(log.hall)
    assert log.ask(back, table=table, side=side) is None

    assert isinstance(there, Extended) or changed != before
    assert stands(log.hall) == before


def test_what_was_brought_in_is_undone_by_a_step_back_to_its_own_month() -> None:
    log = closed(free())
    opened = log.hall.tables[1].match
    assert log.ask(Injected(id="flood")) is None
    assert log.hall.tables[1].match.tables.digest() != opened.tables.digest()

    assert log.ask(SteppedBack(to=2)) is None

    back = log.hall.tables[1].match
    assert back.tables.digest() == opened.tables.digest()
    assert back.injects == ()
    assert log.ask(Injected(id="flood")) is None


@pytest.mark.parametrize("to", [1, 2, 3])
def test_a_step_back_past_what_was_brought_in_reaches_the_digest_of_then(to: int) -> None:
    log, digests = free(), {}
    for month, name in enumerate(("flood", "tremor", "drill_plan"), start=1):
        digests[month] = log.hall.tables[1].match.tables.digest()
        assert log.ask(Injected(id=name)) is None
        closed(log)

    assert log.ask(SteppedBack(to=to)) is None

    table = log.hall.tables[1]
    assert table.match.tables.digest() == digests[to]
    assert [inject.month for inject in table.match.injects] == list(range(1, to))
    assert replayed(empty_hall(), tuple(log.acts)).tables[1].match.tables.digest() == digests[to]


def test_a_fix_outlives_a_step_back_and_is_no_news_to_anybody() -> None:
    log = playing()
    versions = {side: log.hall.tables[1].version(side) for side in SIDES}
    glimpses = [log.hall.tables[1].glimpse(side, "en").to_json() for side in (None, *SIDES)]
    assert log.ask(BranchFixed(event="election", branch="incumbent")) is None
    assert {side: log.hall.tables[1].version(side) for side in SIDES} == versions
    assert [log.hall.tables[1].glimpse(side, "en").to_json() for side in (None, *SIDES)] == glimpses

    log.ask(Shut(by="lever"))
    log.ask(SteppedBack(to=1))

    assert log.hall.tables[1].match.fixed == {"election": "incumbent"}


def test_news_brought_in_opens_a_sealed_sheet_only_where_it_takes_a_line_away() -> None:
    log = playing()
    log.ask(TEST, person="p0")
    hand = log.hall.tables[1].match.hands["pyongyang"]
    assert log.ask(Injected(id="tremor")) is None
    assert log.hall.tables[1].match.hands["pyongyang"] == hand


def test_every_telling_of_a_table_is_steered_alike() -> None:
    log = playing()
    log.ask(BranchFixed(event="election", branch="challenger"))
    log.ask(Injected(id="flood"))
    log.ask(Shut(by="lever"))
    tellings = log.hall.tables[1].tellings.values()
    assert len(tellings) == 2
    assert len({match.tables.digest() for match in tellings}) == 1
    assert log.hall.tables[1].state is TableState.REVEAL


def test_practice_is_thrown_away_and_the_game_begins_from_the_start() -> None:
    log = Log(hall=replace(empty_hall()))
    before = log.hall.tables[1].match.tables.digest()
    assert log.ask(Practised(on=True), table=0) is None
    log.ask(TableReached(state=TableState.OPEN))
    log.ask(Said(to="seoul", text="A try."), side="pyongyang")
    log.ask(Injected(id="flood"))
    closed_once = log.ask(Shut(by="lever"))
    assert closed_once is None

    assert log.ask(Practised(on=False), table=0) is None

    hall, table = log.hall, log.hall.tables[1]
    assert (hall.state, hall.practising, table.month, table.branch) == (HallState.BRIEF, False, 1, 1)
    assert (table.said, table.guesses, table.openings) == ((), (), ())
    assert table.match.tables.digest() == before
    assert log.ask(HallReached(state=HallState.PLAY), table=0) is None
    again = log.ask(Practised(on=True), table=0)
    assert again is not None
    assert again.reason is Denial.SHUT


def test_a_table_that_was_ended_goes_on_from_a_step_back() -> None:
    log = closed(free())
    assert log.ask(TableEnded()) is None
    assert log.ask(TEST, person="p0") is not None
    assert log.ask(TableEnded()) is not None

    assert log.ask(SteppedBack(to=2)) is None

    assert log.hall.tables[1].state is TableState.NEWS


def test_teams_that_go_round_sit_in_the_next_seat_with_their_posts() -> None:
    log = playing(2)
    log.ask(PostTaken(post=1), person="s1")
    assert log.ask(Rotated(what="seats")) is None
    assert {log.hall.persons[f"{side[0]}0"].side for side in SIDES} == set(SIDES)
    assert log.hall.persons["w0"].side == "pyongyang"
    assert log.hall.persons["s1"].posts == (1,)


@pytest.mark.parametrize(
    "act",
    [
        Injected(id="comet"),
        BranchFixed(event="comet", branch="falls"),
        BranchFixed(event="election", branch="nobody"),
        SteppedBack(to=9),
        Relocated(who="nobody"),
        Practised(on=False),
    ],
)
def test_a_lever_that_leads_nowhere_is_refused_in_a_sentence(act: object) -> None:
    log = playing()
    before = stands(log.hall)
    denied = log.ask(act, side="seoul")  # type: ignore[arg-type]
    assert denied is not None
    assert denied.sentence.endswith(".")
    assert stands(log.hall) == before
