"""The doors of `simmer play` and `simmer replay`."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.table import Table

from game.match.dates import in_words
from game.match.fork import forked
from game.match.loading import open_match, open_save, open_scenario, replay_save
from game.match.luck import Fork, drawn_seed
from game.match.match import Match
from game.match.record import record
from game.match.replay import Replay
from game.match.saves import autosave, fresh_save, writer_of
from game.match.seats import HUMAN, Seats, seated
from game.match.tale import closing, month_told, opening
from game.match.trouble import Kind, Trouble
from game.match.versions import other_version
from game.match.voice import STDOUT, Exit, complain, fail, say, write_json
from game.players.roster import PERSONA
from game.scenario.shelf import shipped

DEFAULT = "deadlock-2020"
"""The scenario that is played where none is named."""

APART = (
    "people play in this save: with other seats it goes on as a fork, a game of its own; "
    "its luck, and what was hidden so far, are drawn anew."
)
"""What is told before a fork."""

OpenDesk = Callable[[Match | None, Path | None], str | None]
"""Opens the window on a match kept at a path, on the title without; returns why it could not, if so."""


@dataclass(frozen=True)
class Wish:
    """What `simmer play` was asked for."""

    scenario: str | None = None
    """The scenario's name or path."""

    seats: tuple[str, ...] = ()
    """Seats as SIDE=PLAYER."""

    seed: int | None = None
    """The seed, if one was named."""

    load: Path | None = None
    """A save to go on with."""

    version: str | None = None
    """A scenario by name or path to go on in: one the save lacks, or its own in other words."""

    save: Path | None = None
    """Where to keep the game."""

    auto: bool = False
    """Whether computer players fill all seats and no window opens."""

    json: str | None = None
    """Where the record goes."""

    watch: bool = False
    """Whether the table follows the scenario's file while it is written."""


def play_command(wish: Wish, open_desk: OpenDesk) -> Exit:
    """Play a game as wished: by computer players to its end, or on the desk."""
    match = begun(wish)
    if isinstance(match, Trouble):
        return fail(match)
    if wish.auto:
        return _play_auto(match, wish)
    kept_in = None if match.forks and not match.kept_as else wish.load
    path = wish.save or kept_in or fresh_save(match.book.scenario.id, datetime.now().astimezone())
    return _on_desk(open_desk(match, path))


def title_command(open_desk: OpenDesk) -> Exit:
    """Open the title screen."""
    return _on_desk(open_desk(None, None))


def replay_command(save: Path, json: str | None, scenario: str | None = None) -> Exit:
    """Play a save again and tell, or write, which months went as they were kept."""
    again = replay_save(save, scenario)
    if isinstance(again, Trouble):
        return fail(again)
    wrong = None if json is None else write_json(_replayed(again), json)
    if wrong is not None:
        return fail(wrong)
    if json != STDOUT:
        _tell_replay(again)
    return Exit.GOOD if again.differs is None else Exit.NO


def _on_desk(refused: str | None) -> Exit:
    """Return the exit code of an evening at the desk, or say why no window opened."""
    if refused is None:
        return Exit.GOOD
    told = f"{refused.rstrip('.')}; 'simmer play --auto' plays a game without a window."
    return fail(Trouble(Kind.MISSING, told))


def begun(wish: Wish) -> Match | Trouble:
    """Return the match that is wished for, new or gone on with, or why it cannot be had."""
    seats = _seats(wish)
    wrong = seats if isinstance(seats, Trouble) else _contradiction(wish)
    if wrong is not None:
        return wrong
    assert not isinstance(seats, Trouble)
    if wish.load is not None:
        return _gone_on(wish, wish.load, seats)
    seed = drawn_seed() if wish.seed is None else wish.seed
    name = DEFAULT if wish.scenario is None else wish.scenario
    if seats or wish.auto:
        return open_match(name, seed, seats)
    opened = open_scenario(name)
    if isinstance(opened, Trouble):
        return opened
    lesson = opened.book.scenario.lesson
    first = lesson.side if lesson else next(iter(opened.book.index.sides))
    return open_match(name, seed, {first: HUMAN})


def _seats(wish: Wish) -> dict[str, str] | Trouble:
    """Return the seats by side, or what is wrong with how they were named."""
    seats: dict[str, str] = {}
    for seat in wish.seats:
        side, equals, player = (part.strip() for part in seat.partition("="))
        if not (side and equals and player):
            return Trouble(Kind.SEAT, f"--seat wants SIDE=PLAYER, such as pyongyang=human, not '{seat}'.")
        if side in seats:
            return Trouble(Kind.SEAT, f"--seat names '{side}' twice.")
        if wish.auto and player == HUMAN:
            return Trouble(Kind.SEAT, f"--auto fills every seat by computer: '{seat}' needs the window.")
        seats[side] = player
    return seats


def _contradiction(wish: Wish) -> Trouble | None:
    """Return which wishes do not go together."""
    if wish.json is not None and not wish.auto:
        return Trouble(Kind.SEAT, "--json goes with --auto: a game on the desk is kept with --save.")
    if wish.watch and wish.auto:
        return Trouble(Kind.SEAT, "--watch goes with the window: leave --auto out.")
    if wish.load is not None and (wish.scenario is not None or wish.seed is not None):
        return Trouble(Kind.SEAT, "a save brings its own scenario and seed: leave them out beside --load.")
    if wish.version is not None and wish.load is None:
        return Trouble(Kind.SEAT, "--scenario goes with --load: without a save, name the scenario alone.")
    if wish.save is not None and wish.save != wish.load and wish.save.exists():
        told = f"'{wish.save}' is there already: go on with it by --load, or name another file."
        return Trouble(Kind.UNWRITABLE, told)
    return None


def _gone_on(wish: Wish, path: Path, wanted: Seats) -> Match | Trouble:
    """Return a saved match, its seats filled anew where that is wished or no person is there."""
    match = open_save(path, scenario=wish.version)
    if isinstance(match, Trouble):
        return match
    _told_of(match, path)
    kept = {s: PERSONA if wish.auto and name == HUMAN else name for s, name in match.seats.items()}
    seats = seated(match.book, {**kept, **wanted})
    if isinstance(seats, Trouble):
        return seats
    if seats == match.seats:
        return _watchable(match, wish)
    return _apart(match, wish, seats) if match.hands and not match.over else match.with_seats(seats)


def _apart(match: Match, wish: Wish, seats: Seats) -> Match | Trouble:
    """Return a game that people play as it goes on apart from them (§12)."""
    if wish.save is not None and wish.save == wish.load:
        return Trouble(Kind.SEAT, "people play in this save: name another file by --save for its fork.")
    complain(APART)
    stay = tuple(side for side in match.hands if seats[side] == HUMAN)
    return forked(match, Fork(match.month, drawn_seed(), stay)).with_seats(seats)


def _told_of(match: Match, path: Path) -> None:
    """Tell what whoever opens a save should know of it."""
    if match.note:
        complain(match.note)
    other = other_version(match)
    if other is None:
        return
    name = match.book.scenario.id
    told = f"'{name}' has changed since this game was begun; the game goes on as it was kept"
    offer = f": 'simmer play --load {path} --scenario {name}' takes over its new words."
    complain(told + (offer if other.same_rules else ", by the rules it was begun with."))


def _watchable(match: Match, wish: Wish) -> Match | Trouble:
    """Return the match with the name of a scenario that can be watched, where that is wished."""
    name = match.book.scenario.id
    if not wish.watch or match.source:
        return match
    if name in shipped():
        return replace(match, source=name)
    return Trouble(Kind.MISSING, f"--watch follows a file: name that of '{name}' by --scenario.")


def _play_auto(match: Match, wish: Wish) -> Exit:
    """Play *match* to its end, keep it after every month, and tell or write it."""
    told = wish.json != STDOUT
    if told:
        say(opening(match), *(month_told(match, n + 1) for n in range(len(match.months))))
    writer = None if wish.save is None else writer_of(match, wish.save)
    while not match.over:
        match = match.adjudicated()
        wrong = None if writer is None else autosave(match, writer)
        if wrong is not None:
            return fail(wrong)
        if told:
            say(month_told(match, len(match.months)))
    if told:
        say(closing(match))
    wrong = None if wish.json is None else write_json(record(match), wish.json)
    return Exit.GOOD if wrong is None else fail(wrong)


def _replayed(again: Replay) -> dict[str, Any]:
    """Return a replay as JSON-ready values."""
    match = again.match
    return {
        "format": 1,
        "scenario": {"id": match.book.scenario.id, "digest": match.scenario_digest},
        "seed": match.seed,
        "months": [vars(month) | {"same": month.same} for month in again.months],
        "differs": None if again.differs is None else again.differs.date,
        "ending": match.ending,
    }


def _tell_replay(again: Replay) -> None:
    """Tell a replay month by month."""
    grid = Table.grid(padding=(0, 3, 0, 0))
    for month in again.months:
        verdict = "as it was kept" if month.same else f"differs: kept as {month.kept}"
        grid.add_row(in_words(month.date), month.found, verdict)
    count = len(again.months)
    said = f"{count} month{'s' * (count != 1)} played again; every digest is the same."
    if again.differs is not None:
        said = f"{in_words(again.differs.date)} is the first month that differs."
    say(grid, said)
