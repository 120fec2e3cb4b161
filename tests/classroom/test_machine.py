"""Whatever is asked for in whatever order: the log leads to the hall, and nobody sees what is another's."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from hypothesis.strategies import DataObject, data, sampled_from

from game.classroom.decide import replayed
from game.classroom.events import Act
from game.classroom.eyes import eyes_of
from game.classroom.lever_acts import (
    Muted,
    Relocated,
    Resumed,
    SeatFilled,
)
from game.classroom.people_acts import Departed, Guessed, Noted, PostTaken, Seated
from game.classroom.play_acts import HallReached, Laid, Shut, Signed, TableReached
from game.classroom.states import HallState, TableState
from game.rules.sheets import Order
from tests.classroom.rooms import SIDES, Log, empty_hall
from tests.strategies.halls import (
    ANY_SLOT,
    ANY_TABLE,
    CARDS,
    DEEDS,
    EITHER,
    LEVERS,
    ODDS,
    PLAYERS,
    SEATS,
    SLOTS,
    STEERED,
    TABLES,
)


class Lesson(RuleBasedStateMachine):
    """A class in which anybody asks for anything at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.log = Log()

    @initialize(playing=ODDS)
    def opens(self, playing: int) -> None:
        for side in SIDES:
            self.log.ask(Seated(), side=side, person=f"{side}0")
        if playing:
            self.begins()

    @property
    def people(self) -> list[str]:
        return list(self.log.hall.persons)

    @rule(seat=SEATS, again=EITHER)
    def comes_in(self, seat: tuple[int, str], again: bool) -> None:
        number = len(self.people)
        name = self.people[0] if again and self.people else f"p{number}"
        self.log.ask(Seated(), table=seat[0], side=seat[1], person=name)

    @rule(lever=LEVERS, table=ANY_TABLE)
    def pulls_a_lever(self, lever: Act, table: int) -> None:
        self.log.ask(lever, table=table)

    @rule(seat=SEATS, player=PLAYERS)
    def fills_a_seat(self, seat: tuple[int, str], player: str) -> None:
        self.log.ask(SeatFilled(player=player), table=seat[0], side=seat[1])

    @precondition(lambda self: self.log.hall.state is HallState.LOBBY)
    @rule()
    def begins(self) -> None:
        self.log.ask(HallReached(state=HallState.PLAY), table=0)
        for table in (1, 2):
            self.log.ask(TableReached(state=TableState.OPEN), table=table)

    @property
    def writing(self) -> list[str]:
        """Return who may lay something now."""
        hall = self.log.hall
        found = []
        for name, person in hall.persons.items():
            table = hall.tables[person.table]
            hand = table.match.hands.get(person.side)
            open_now = table.state is TableState.OPEN and not table.paused
            if open_now and hand and not hand.sealed and person.here and not person.muted:
                found.append(name)
        return found

    @precondition(lambda self: self.writing)
    @rule(draw=data(), slot=SLOTS)
    def lays_what_is_legal(self, draw: DataObject, slot: str) -> None:
        name = draw.draw(sampled_from(self.writing))
        person = self.log.hall.persons[name]
        menu = self.log.hall.tables[person.table].match.menu(person.side)[slot]
        card = draw.draw(sampled_from([card for card, refused in menu.items() if refused is None]))
        before = self.others(name)
        self.log.ask(Laid(slot=slot, order=Order(card)), person=name)
        assert self.others(name) == before

    @precondition(lambda self: self.log.hall.state is HallState.PLAY)
    @rule(table=TABLES)
    def turns(self, table: int) -> None:
        for act in (Resumed(), Shut(by="lever"), TableReached(state=TableState.OPEN)):
            self.log.ask(act, table=table)

    @precondition(lambda self: self.people)
    @rule(draw=data(), slot=ANY_SLOT, card=CARDS)
    def lays(self, draw: DataObject, slot: str, card: str) -> None:
        person = draw.draw(sampled_from(self.people))
        before = self.others(person)
        self.log.ask(Laid(slot=slot, order=Order(card)), person=person)
        assert self.others(person) == before

    @precondition(lambda self: self.people)
    @rule(
        draw=data(),
        act=DEEDS,
        stale=EITHER,
    )
    def does_something(self, draw: DataObject, act: Act, stale: bool) -> None:
        person = draw.draw(sampled_from(self.people))
        table = self.log.hall.tables[self.log.hall.persons[person].table]
        before = self.others(person)
        self.log.ask(act, person=person, month=table.month - 1 if stale and table.month > 1 else None)
        if isinstance(act, Noted | Guessed | PostTaken | Departed):
            assert self.others(person) == before

    @precondition(lambda self: self.people)
    @rule(draw=data(), seat=SEATS, act=STEERED, on=EITHER)
    def is_steered(
        self, draw: DataObject, seat: tuple[int, str], act: type[Muted | Relocated], on: bool
    ) -> None:
        who = draw.draw(sampled_from(self.people))
        asked = Muted(who=who, on=on) if act is Muted else Relocated(who=who)
        self.log.ask(asked, table=seat[0], side=seat[1])

    @rule(table=TABLES)
    def all_sign(self, table: int) -> None:
        for side in SIDES:
            for mate in self.log.hall.team(table, side):
                self.log.ask(Signed(left=100), person=mate.id)

    def others(self, person: str) -> dict[str, tuple[int, bytes]]:
        """Return what everybody outside a person's team may see."""
        hall, me = self.log.hall, self.log.hall.persons[person]
        return {
            name: (hall.version(each), eyes_of(hall, each, {}).seen.to_json())
            for name, each in hall.persons.items()
            if (each.table, each.side) != (me.table, me.side)
        }

    @invariant()
    def the_languages_of_a_table_tell_one_game(self) -> None:
        for table in self.log.hall.tables.values():
            assert len({match.tables.digest() for match in table.tellings.values()}) == 1
            assert table.state is not TableState.STUCK

    @invariant()
    def a_game_is_over_or_all_its_sheets_are_not_sealed(self) -> None:
        for table in self.log.hall.tables.values():
            assert table.state is not TableState.OPEN or not table.match.ready or table.paused

    def teardown(self) -> None:
        """Lead the log to the hall once more, and compare."""
        again = replayed(empty_hall(), tuple(self.log.acts))
        assert again.persons == self.log.hall.persons
        assert again.state == self.log.hall.state
        for one, other in zip(again.tables.values(), self.log.hall.tables.values(), strict=True):
            assert one.match.tables.digest() == other.match.tables.digest()
            assert dict(one.match.hands) == dict(other.match.hands)
            assert (one.state, one.paused, one.branch) == (other.state, other.paused, other.branch)
            assert (one.public, dict(one.private)) == (other.public, dict(other.private))
            assert one.signed == other.signed


def test_whatever_is_asked_for_the_log_leads_to_the_hall(whole: bool) -> None:
    examples, steps = (200, 40) if whole else (20, 30)
    told = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=not whole,
    )
    run_state_machine_as_test(Lesson, settings=told)
