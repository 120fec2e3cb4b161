"""Races: many phones at once, and not one order is kept for a month that is over."""

from collections import Counter
from concurrent.futures import Future
from pathlib import Path
from random import Random
from threading import Thread

from game.classroom.events import Stamped
from game.classroom.lever_acts import Paused, Resumed
from game.classroom.people_acts import Seated
from game.classroom.play_acts import HallReached, Laid, Shut, TableReached
from game.classroom.states import HallState, TableState
from game.classroom.store import Store
from game.classroom.writer import Answer, Receipt, Writer
from game.rules.sheets import Order
from tests.classroom.rooms import SIDES, founded_in, taken_up

CARDS = ("hold", "short_range_test", "border_fire")
PHONES, WHOLE, SAMPLE = 6, 100_000, 1_500


def begun(folder: Path) -> Writer:
    """Return the writer of a class whose one table plays."""
    room = founded_in(folder, tables=1)
    writer = Writer(room.store, room.hall, lambda *_rest: None, room.kept)
    writer.start()
    for side in SIDES:
        writer.ask(Stamped(table=1, side=side, person=side, act=Seated())).result(30)
    writer.ask(Stamped(act=HallReached(state=HallState.PLAY))).result(30)
    writer.ask(Stamped(table=1, month=1, act=TableReached(state=TableState.OPEN))).result(30)
    return writer


def phone(writer: Writer, number: int, count: int, answers: list[Future[Answer]]) -> None:
    """Lay cards for the month that seems open, every act sent twice."""
    draw = Random(number)
    for n in range(count):
        month = writer.hall.tables[1].month
        act = Laid(slot="act", order=Order(draw.choice(CARDS)))
        who, idem = "pyongyang", f"{number}.{n // 2}"
        by = Stamped(table=1, month=month, side=who, person=who, idem=idem, act=act)
        answers.append(writer.ask(by))
        if n % 40 == 0:
            answers[-1].result(60)


def turn(writer: Writer) -> None:
    """Close a month of the table, and open the next."""
    month = writer.hall.tables[1].month
    writer.ask(Stamped(table=1, month=month, act=Shut(by="clock"))).result(60)
    for state in (TableState.NEWS, TableState.OPEN):
        writer.ask(Stamped(table=1, month=month + 1, act=TableReached(state=state))).result(60)
    writer.ask(Stamped(act=Paused())).result(60)
    writer.ask(Stamped(act=Resumed())).result(60)


def test_no_order_is_kept_after_its_month(tmp_path: Path, whole: bool) -> None:
    writer = begun(tmp_path)
    each = (WHOLE if whole else SAMPLE) // PHONES
    answers: list[Future[Answer]] = []
    phones = [Thread(target=phone, args=(writer, number, each, answers)) for number in range(PHONES)]
    for thread in phones:
        thread.start()
    while any(thread.is_alive() for thread in phones) and writer.hall.tables[1].state is not TableState.OVER:
        turn(writer)
    for thread in phones:
        thread.join(600)
    writer.stop()
    writer.join(60)
    writer.store.close()

    granted = [answer.result(1) for answer in answers]
    assert len(granted) == PHONES * each
    assert any(isinstance(answer, Receipt) and answer.again for answer in granted)
    assert late(tmp_path) == []
    again = taken_up(tmp_path)
    assert again.hall.tables[1].match.tables.digest() == writer.hall.tables[1].match.tables.digest()
    again.store.close()


def late(folder: Path) -> list[int]:
    """Return the numbers of orders that stand in a log after their month was played, or were kept twice."""
    store = Store(folder)
    played: set[tuple[int, int, int]] = set()
    wrong: list[int] = []
    sent: Counter[tuple[int, str, str]] = Counter()
    for seq, by in store.read():
        place = (by.table, by.branch, by.month)
        if by.act.kind in ("lay", "undo", "seal", "unseal", "adjudicated") and place in played:
            wrong.append(seq)
        if by.act.kind == "adjudicated":
            played.add(place)
        if by.idem:
            sent[(by.table, by.side, by.idem)] += 1
    store.close()
    return wrong + [0] * sum(count > 1 for count in sent.values())
