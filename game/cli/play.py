"""`simmer play`, and the title screen."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from game.cli.console import say
from game.cli.options import Json, Scenario, Seed, Version
from game.cli.output import STDOUT, Exit, complain, fail, write_json
from game.cli.transcript import closing, month_told, opening
from game.match.fork import forked
from game.match.loading import open_match, open_save, open_scenario
from game.match.luck import Fork, drawn_seed
from game.match.match import Match
from game.match.record import record
from game.match.saves import autosave, fresh_save, writer_of
from game.match.seats import HUMAN, Seats, seated
from game.match.trouble import Trouble, TroubleKind
from game.match.versions import other_version
from game.players.roster import PERSONA
from game.scenario.shelf import DEFAULT, shipped

APART = (
    "people play in this save: with other seats it goes on as a fork, a game of its own; "
    "its luck, and what was hidden so far, are drawn anew."
)
"""What is told before a fork."""


@dataclass(frozen=True)
class Wish:
    """What `simmer play` was asked for, as its options say."""

    scenario: str | None
    seats: tuple[str, ...]
    seed: int | None
    load: Path | None
    version: str | None
    save: Path | None
    auto: bool
    json: str | None
    watch: bool


def title() -> Exit:
    """Open the title screen."""
    return _on_desk(_open_desk(None, None))


def play(
    scenario: Scenario = None,
    seat: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SIDE=PLAYER",
            help="Who fills a seat: human, persona, easy, normal, hard; normal:4 thinks four times as long.",
        ),
    ] = None,
    seed: Seed = None,
    load: Annotated[Path | None, typer.Option(metavar="FILE", help="Go on with a save.")] = None,
    version: Version = None,
    save: Annotated[Path | None, typer.Option(metavar="FILE", help="Keep the game here.")] = None,
    auto: Annotated[bool, typer.Option("--auto", help="Computer players in all seats, no window.")] = False,
    json: Json = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Follow the scenario's file while it is written.")
    ] = False,
) -> Exit:
    """Open the table; or, with --auto, play a whole game and tell it."""
    wish = Wish(scenario, tuple(seat or ()), seed, load, version, save, auto, json, watch)
    match = begun(wish)
    if isinstance(match, Trouble):
        return fail(match)
    if auto:
        return _play_auto(match, wish)
    kept_in = None if match.forks and not match.kept_as else load
    path = save or kept_in or fresh_save(match.book.scenario.id, datetime.now().astimezone())
    return _on_desk((_open_watching if watch else _open_desk)(match, path))


def _open_desk(match: Match | None, path: Path | None) -> str | None:
    from game.desk.door import open_desk

    return open_desk(match, path)


def _open_watching(match: Match | None, path: Path | None) -> str | None:
    from game.desk.door import open_desk

    return open_desk(match, path, watch=True)


def _on_desk(refused: str | None) -> Exit:
    """Return the exit code of an evening at the desk, or say why no window opened."""
    if refused is None:
        return Exit.GOOD
    told = f"{refused.rstrip('.')}; 'simmer play --auto' plays a game without a window."
    return fail(Trouble(TroubleKind.MISSING, told))


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
            return Trouble(
                TroubleKind.SEAT, f"--seat wants SIDE=PLAYER, such as pyongyang=human, not '{seat}'."
            )
        if side in seats:
            return Trouble(TroubleKind.SEAT, f"--seat names '{side}' twice.")
        if wish.auto and player == HUMAN:
            return Trouble(
                TroubleKind.SEAT, f"--auto fills every seat by computer: '{seat}' needs the window."
            )
        seats[side] = player
    return seats


def _contradiction(wish: Wish) -> Trouble | None:
    """Return which wishes do not go together."""
    if wish.json is not None and not wish.auto:
        return Trouble(TroubleKind.SEAT, "--json goes with --auto: a game on the desk is kept with --save.")
    if wish.watch and wish.auto:
        return Trouble(TroubleKind.SEAT, "--watch goes with the window: leave --auto out.")
    if wish.load is not None and (wish.scenario is not None or wish.seed is not None):
        return Trouble(
            TroubleKind.SEAT, "a save brings its own scenario and seed: leave them out beside --load."
        )
    if wish.version is not None and wish.load is None:
        return Trouble(
            TroubleKind.SEAT, "--scenario goes with --load: without a save, name the scenario alone."
        )
    if wish.save is not None and wish.save != wish.load and wish.save.exists():
        told = f"'{wish.save}' is there already: go on with it by --load, or name another file."
        return Trouble(TroubleKind.UNWRITABLE, told)
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
        return Trouble(
            TroubleKind.SEAT, "people play in this save: name another file by --save for its fork."
        )
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
    return Trouble(TroubleKind.MISSING, f"--watch follows a file: name that of '{name}' by --scenario.")


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
