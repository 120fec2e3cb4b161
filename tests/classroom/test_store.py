"""The store: what was acknowledged is there again, what was changed or cut off is noticed."""

import json
import sqlite3
from pathlib import Path

import pytest

from game.classroom.denials import Denial, Denied
from game.classroom.events import Stamped
from game.classroom.hall import Hall
from game.classroom.people import forget
from game.classroom.people_acts import Seated
from game.classroom.play_acts import HallReached, Laid, TableReached
from game.classroom.states import HallState, TableState
from game.classroom.store import ANCHOR, LOG, BrokenLogError, Store
from game.classroom.writer import Receipt, Writer
from game.rules.sheets import Order
from tests.classroom.rooms import founded_in, taken_up


def silent(_before: Hall, _after: Hall, _acts: object) -> None:
    return None


def seated(writer: Writer, table: int, side: str, person: str) -> None:
    assert isinstance(
        writer.ask(Stamped(table=table, side=side, person=person, act=Seated())).result(10), Receipt
    )


def begun(folder: Path) -> Writer:
    """Return a writer of a class whose first table plays."""
    room = founded_in(folder)
    writer = Writer(room.store, room.hall, silent, room.kept)
    writer.start()
    seated(writer, 1, "pyongyang", "p")
    writer.ask(Stamped(act=HallReached(state=HallState.PLAY))).result(10)
    writer.ask(Stamped(table=1, month=1, act=TableReached(state=TableState.OPEN))).result(10)
    return writer


def ended(writer: Writer) -> None:
    writer.stop()
    writer.join(10)
    writer.store.close()


def an_order(card: str, idem: str) -> Stamped:
    act = Laid(slot="act", order=Order(card))
    return Stamped(table=1, month=1, side="pyongyang", person="p", idem=idem, act=act)


def test_what_was_answered_is_there_when_the_class_is_taken_up_again(tmp_path: Path) -> None:
    writer = begun(tmp_path)
    writer.ask(an_order("short_range_test", "a")).result(10)
    before = writer.hall.tables[1]
    ended(writer)

    room = taken_up(tmp_path)

    assert room.hall.tables[1].match.hands["pyongyang"] == before.match.hands["pyongyang"]
    assert room.hall.persons["p"].side == "pyongyang"
    assert room.lost == 0


def test_the_same_act_sent_again_is_answered_as_before_and_kept_once(tmp_path: Path) -> None:
    writer = begun(tmp_path)
    first = writer.ask(an_order("short_range_test", "a")).result(10)
    again = writer.ask(an_order("short_range_test", "a")).result(10)
    ended(writer)
    room = taken_up(tmp_path)
    later = Writer(room.store, room.hall, silent, room.kept)
    later.start()
    after_a_restart = later.ask(an_order("short_range_test", "a")).result(10)
    ended(later)

    assert isinstance(first, Receipt)
    assert again == Receipt(first.seq, again=True) == after_a_restart


def test_a_change_of_one_letter_in_the_log_is_noticed(tmp_path: Path) -> None:
    writer = begun(tmp_path)
    writer.ask(an_order("short_range_test", "a")).result(10)
    ended(writer)
    with sqlite3.connect(tmp_path / LOG) as opened:
        opened.execute("UPDATE event SET side = 'seoul' WHERE kind = 'lay'")
    opened.close()

    store = Store(tmp_path)
    with pytest.raises(BrokenLogError, match="after its row 3"):
        tuple(store.read())
    store.close()


def test_a_lost_tail_is_told_by_the_anchor(tmp_path: Path) -> None:
    writer = begun(tmp_path)
    writer.ask(an_order("short_range_test", "a")).result(10)
    ended(writer)
    with sqlite3.connect(tmp_path / LOG) as opened:
        opened.execute("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)")
    opened.close()

    room = taken_up(tmp_path)

    assert room.lost == 1
    room.store.close()


def test_what_the_disk_refuses_is_not_acknowledged_and_the_hall_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = begun(tmp_path)
    head = writer.store.head

    def full(*_rest: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(writer.store, "append", full)
        refused = writer.ask(an_order("short_range_test", "a")).result(10)
    assert isinstance(refused, Denied)
    assert refused.reason is Denial.DISK
    assert writer.hall.tables[1].match.hands["pyongyang"].sheet == {}
    assert writer.store.head == head
    assert writer.trouble

    assert isinstance(writer.ask(an_order("short_range_test", "a")).result(10), Receipt)
    assert writer.trouble == ""
    ended(writer)


def test_forgetting_leaves_no_name_in_any_file_and_every_move(tmp_path: Path) -> None:
    room = founded_in(tmp_path)
    admission = room.people.admission(1, "seoul", "Grandchampion")
    writer = Writer(room.store, room.hall, silent, room.kept)
    writer.start()
    came = Stamped(table=1, side="seoul", person=admission.person, act=Seated())
    writer.ask(came, *admission.changes).result(10)
    ended(writer)
    assert any(b"Grandchampion" in path.read_bytes() for path in tmp_path.iterdir())

    store = Store(tmp_path)
    assert forget(store) == 1
    store.close()

    assert not any(b"Grandchampion" in path.read_bytes() for path in tmp_path.iterdir())
    again = taken_up(tmp_path)
    assert again.hall.persons[admission.person].side == "seoul"
    assert again.people.names == {"p1": "P1"}
    assert again.people.holder(admission.token) is None
    again.store.close()


def test_no_code_key_or_token_stands_in_the_folder(tmp_path: Path) -> None:
    room = founded_in(tmp_path)
    admission = room.people.admission(1, "seoul", "Ann")
    room.store.append((), admission.changes)
    room.store.close()

    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert admission.token.encode() not in held
    assert not any(code.encode() in held for code in room.codes.values())


def test_the_anchor_is_where_the_log_ends(tmp_path: Path) -> None:
    writer = begun(tmp_path)
    ended(writer)

    anchor = json.loads((tmp_path / ANCHOR).read_text())
    assert (anchor["seq"], anchor["hash"]) == (writer.store.head.seq, writer.store.head.hash)
    assert anchor["seq"] == 3
