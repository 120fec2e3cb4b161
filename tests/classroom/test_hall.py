"""The hall: what is granted, what follows from it, and that the log alone leads to the same hall again."""

import pytest

from game.classroom.decide import replayed
from game.classroom.denials import Denial
from game.classroom.lever_acts import Frozen, Paused, Resumed, SeatFilled, SeatLocked, SteppedBack
from game.classroom.people_acts import Answered, Guessed, PostTaken, Promise, Said, Seated
from game.classroom.play_acts import (
    Adjudicated,
    HallReached,
    Laid,
    Shut,
    Signed,
    TableReached,
    Undone,
    Unsealed,
)
from game.classroom.states import HallState, TableState
from game.rules.sheets import Order
from tests.classroom.rooms import SIDES, Log, empty_hall, playing

TEST = Laid(slot="act", order=Order("short_range_test"))


def test_an_order_is_laid_in_every_language_at_once() -> None:
    log = playing()

    assert log.ask(TEST, person="p0") is None
    table = log.hall.tables[1]
    assert table.tellings.keys() == {"en", "ko"}
    assert {match.hands["pyongyang"].sheet["act"].card for match in table.tellings.values()} == {
        "short_range_test"
    }


def test_the_rules_refuse_in_the_language_of_whoever_asks() -> None:
    log = Log()
    for side in SIDES:
        assert log.ask(Seated(language="ko"), side=side, person=side[0]) is None
    log.ask(HallReached(state=HallState.PLAY), table=0)
    log.ask(TableReached(state=TableState.OPEN))

    refused = log.ask(Laid(slot="home", order=Order("short_range_test")), person="p")

    assert refused is not None
    assert refused.reason is Denial.RULES
    assert any("가" <= sign <= "힣" for sign in refused.sentence)


def test_the_last_seal_plays_the_month() -> None:
    log = playing()
    log.ask(TEST, person="p0")
    for side in SIDES:
        assert log.ask(Signed(left=200), person=f"{side[0]}0") is None

    table = log.hall.tables[1]
    assert [by.act.kind for by in log.acts[-3:]] == ["seal", "closed", "adjudicated"]
    assert (table.state, table.month) == (TableState.REVEAL, 2)
    assert {match.months[-1].digest for match in table.tellings.values()} == {
        act.digest for by in log.acts if isinstance(act := by.act, Adjudicated)
    }


def test_nothing_is_laid_for_a_month_that_is_over() -> None:
    log = playing()
    log.ask(Shut(by="clock"))

    late = log.ask(TEST, person="p0", month=1)

    assert late is not None
    assert late.reason is Denial.LATE


def test_at_the_end_of_the_time_sheets_are_played_as_they_lie() -> None:
    log = playing()
    log.ask(TEST, person="p0")
    log.ask(Shut(by="clock", unsealed=SIDES))

    month = log.hall.tables[1].match.months[0]
    assert month.sheets["pyongyang"] == {"act": Order("short_range_test")}
    assert month.sheets["seoul"] == {}


def test_orders_are_shut_while_the_news_is_read_or_the_table_is_paused() -> None:
    log = playing()
    log.ask(Paused(), table=0)
    paused = log.ask(TEST, person="p0")
    log.ask(Resumed(), table=0)
    open_again = log.ask(TEST, person="p0")
    log.ask(Shut(by="lever"))

    assert paused is not None
    assert paused.reason is Denial.SHUT
    assert open_again is None
    assert log.ask(TEST, person="p0") is not None


def test_two_posts_seal_with_two_signatures_and_a_change_asks_for_both_again() -> None:
    log = playing(teams=2)
    log.ask(PostTaken(post=0), person="p0")
    log.ask(PostTaken(post=1), person="p1")

    log.ask(Signed(left=200), person="p0")
    assert not log.hall.tables[1].match.hands["pyongyang"].sealed
    log.ask(TEST, person="p0")
    log.ask(Signed(left=200), person="p1")
    assert not log.hall.tables[1].match.hands["pyongyang"].sealed
    log.ask(Signed(left=200), person="p0")
    assert log.hall.tables[1].match.hands["pyongyang"].sealed


def test_a_post_that_lays_no_line_signs_nothing() -> None:
    log = playing(teams=2)
    log.ask(PostTaken(post=2), person="p0")
    log.ask(PostTaken(post=0), person="p1")

    log.ask(Signed(left=200), person="p1")

    assert log.hall.tables[1].match.hands["pyongyang"].sealed


def test_the_quiz_is_asked_before_the_game_and_after_it() -> None:
    log = Log()
    log.ask(Seated(), side="seoul", person="s")
    before, after = (Answered(when=when, question=0, option=1) for when in ("before", "after"))
    assert log.ask(before, person="s") is None
    assert log.ask(after, person="s") is not None
    assert log.ask(Answered(when="before", question=50, option=0), person="s") is not None
    assert log.ask(Answered(when="before", question=0, option=20), person="s") is not None
    log.ask(HallReached(state=HallState.PLAY), table=0)
    assert log.ask(before, person="s") is not None
    log.ask(HallReached(state=HallState.DEBRIEF), table=0)
    assert log.ask(after, person="s") is None
    assert len(log.hall.answers["s"]) == 2


def test_near_the_end_one_signature_is_enough() -> None:
    for left, sealed in ((21, False), (20, True)):
        log = playing(teams=2)
        log.ask(PostTaken(post=0), person="p0")
        log.ask(PostTaken(post=1), person="p1")
        log.ask(Signed(left=left), person="p0")

        assert log.hall.tables[1].match.hands["pyongyang"].sealed is sealed


def test_a_post_lays_its_own_lines_until_it_takes_the_other_over(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (("act", "table"), ("home",))
    monkeypatch.setattr("game.classroom.hall.laid_by", lambda _scenario, _side, post: lines[post])
    log = playing(teams=2)
    log.ask(PostTaken(post=0), person="p0")
    log.ask(PostTaken(post=1), person="p1")

    denied = log.ask(TEST, person="p1")
    log.ask(PostTaken(post=0), person="p1")

    assert denied is not None
    assert denied.reason is Denial.POST
    assert log.ask(TEST, person="p1") is None
    assert log.hall.persons["p0"].posts == ()


def test_a_sealed_sheet_is_opened_again_until_the_last_is_sealed() -> None:
    log = playing()
    log.ask(Signed(left=200), person="p0")
    assert log.ask(TEST, person="p0") is not None
    assert log.ask(Unsealed(), person="p0") is None
    assert log.ask(TEST, person="p0") is None
    assert log.ask(Undone(), person="p0") is None
    assert log.hall.tables[1].match.hands["pyongyang"].sheet == {}


def test_what_a_team_drafts_moves_nobody_elses_number() -> None:
    log = playing()
    before = {side: log.hall.version(log.hall.persons[f"{side[0]}0"]) for side in SIDES}
    log.ask(TEST, person="p0")
    log.ask(Guessed(about="seoul", line="yes", reading=6, sure=2), person="p0")
    log.ask(Said(to="seoul", text="Quietly."), person="p0")
    after = {side: log.hall.version(log.hall.persons[f"{side[0]}0"]) for side in SIDES}

    assert after["washington"] == before["washington"]
    assert after["seoul"] == before["seoul"] + 1
    assert after["pyongyang"] == before["pyongyang"] + 3


def test_a_message_goes_to_whom_it_is_for_and_is_stopped_when_messages_are() -> None:
    log = playing()
    assert log.ask(Said(to="seoul", text="For Seoul."), person="p0") is None
    assert log.ask(Said(to="all", text="For all."), person="p0") is None
    table = log.hall.tables[1]
    assert len(table.messages_to("seoul")) == 2
    assert len(table.messages_to("washington")) == 1

    log.ask(Frozen(on=True), table=0)
    assert log.ask(Said(to="all", text="Once more."), person="p0") is not None


def test_a_promise_is_about_a_line_that_is_seen() -> None:
    log = playing()
    book = log.hall.tables[1].match.book
    private = next(name for name, line in book.scenario.redlines.items() if not line.declared)
    other = next(side for side in SIDES if side != book.scenario.redlines[private].drawn_by)

    told = Said(to="all", text="We will not.", promise=Promise(redline=private, until=3))

    assert log.ask(told, person=f"{other[0]}0") is not None


def test_a_table_waits_for_the_slowest_unless_tables_are_free() -> None:
    log = playing()
    log.ask(Shut(by="lever"))

    assert log.ask(TableReached(state=TableState.NEWS)) is not None
    assert log.ask(TableReached(state=TableState.OPEN), table=2) is None
    assert log.ask(Shut(by="lever"), table=2) is None
    assert log.ask(TableReached(state=TableState.NEWS)) is None


def test_a_computer_player_takes_a_seat_and_gives_it_back() -> None:
    log = playing()
    assert log.ask(SeatFilled(player="persona"), side="seoul") is None
    for person in ("w0", "p0"):
        log.ask(Signed(left=200), person=person)
    assert log.hall.tables[1].month == 2
    assert log.ask(SeatFilled(player="human"), side="seoul") is None
    assert "seoul" in log.hall.tables[1].match.hands


def test_a_locked_seat_takes_nobody_in() -> None:
    log = Log()
    log.ask(SeatLocked(on=True), side="seoul")

    assert log.ask(Seated(), side="seoul", person="x") is not None


def test_a_table_whose_month_cannot_be_played_stands_still_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    log = playing()

    def breaks(*_rest: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("game.classroom.decide.played", breaks)
        log.ask(Shut(by="lever"))

    assert log.hall.tables[1].state is TableState.STUCK
    assert log.hall.tables[2].state is TableState.NEWS


def test_the_log_alone_leads_to_the_same_hall() -> None:
    log = playing(teams=2)
    log.ask(PostTaken(post=0), person="p0")
    log.ask(TEST, person="p0")
    log.ask(SeatFilled(player="persona"), side="washington")
    log.ask(Shut(by="clock"))
    log.ask(Said(to="all", text="Well."), person="s0")

    again = replayed(empty_hall(), tuple(log.acts))

    for one, other in zip(log.hall.tables.values(), again.tables.values(), strict=True):
        assert one.match.tables.digest() == other.match.tables.digest()
        assert (one.state, one.said, one.public, one.private) == (
            other.state,
            other.said,
            other.public,
            other.private,
        )
    assert log.hall.persons == again.persons


def test_a_table_steps_back_to_how_a_month_opened_and_late_orders_of_the_other_branch_are_refused() -> None:
    log = playing()
    log.ask(TEST, person="p0")
    log.ask(Shut(by="lever"))
    digest = log.hall.tables[1].match.tables.digest()

    assert log.ask(SteppedBack(to=3)) is not None
    assert log.ask(SteppedBack(to=1)) is None
    table = log.hall.tables[1]
    assert (table.month, table.branch, table.state) == (1, 1, TableState.NEWS)
    assert table.match.hands["pyongyang"].untouched
    log.ask(TableReached(state=TableState.OPEN))
    late = log.ask(TEST, person="p0", branch=0)
    assert late is not None
    assert late.reason is Denial.LATE
    log.ask(TEST, person="p0")
    log.ask(Shut(by="lever"))
    assert log.hall.tables[1].match.tables.digest() == digest
    assert replayed(empty_hall(), tuple(log.acts)).tables[1].branch == 1


def test_a_player_that_practises_is_chosen_before_the_lesson() -> None:
    log = Log()
    assert log.ask(SeatFilled(player="hard"), side="seoul") is None
    assert log.ask(SeatFilled(player="human"), side="seoul") is None

    assert playing().ask(SeatFilled(player="hard"), side="seoul") is not None
