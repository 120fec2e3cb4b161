"""The roster: which computer players there are, and how to hire one."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache, partial
from threading import Lock

from game.players.pace import alone, uncounted
from game.players.persona import PersonaPlayer, persona_player
from game.players.player import Player
from game.players.practice import practised
from game.players.searcher import Effort, Searcher
from game.rules.rulebook import Rulebook

PERSONA = "persona"
"""The player with the first temperament its side has."""

EFFORTS = {
    "easy": Effort(tries=8, worlds=4),
    "normal": Effort(tries=24, worlds=4, rounds=4),
    "hard": Effort(tries=96, worlds=8, rounds=6, replies=4, practice=50),
}
"""The searchers, and how much each of them tries."""

THINK = range(2, 17)
"""How many times as long a searcher may be told to think, as in `hard:4`."""

WATCHED = "normal"
"""Whom those who practise have watched: thirty games of these tell more than 400 of easy (measured)."""

_PRACTISING = Lock()
"""Held by who practises: all others wait for it rather than do the same again."""


def temperaments(book: Rulebook, side: str) -> tuple[str, ...]:
    """Return the personas that can fill *side*'s seat, in the scenario's order."""
    return tuple(name for name, persona in book.scenario.personas.items() if persona.side == side)


def names(book: Rulebook, side: str) -> tuple[str, ...]:
    """Return the names of all computer players for *side*; without a temperament it has none."""
    found = temperaments(book, side)
    every = all(temperaments(book, each) for each in book.index.sides)
    return (PERSONA, *(f"{PERSONA}:{name}" for name in found), *(EFFORTS if every else ())) if found else ()


def effort_of(name: str) -> Effort | None:
    """Return how much the searcher of that name tries; none, if no searcher is called so.

    `hard:4` is `hard` with four times the time to think: as many sheets on four times the tables.
    """
    plain, colon, times = name.partition(":")
    effort = EFFORTS.get(plain)
    if effort is None or not colon:
        return effort
    return replace(effort, worlds=effort.worlds * int(times)) if times in map(str, THINK) else None


def fills(name: str, book: Rulebook, side: str) -> bool:
    """Return whether there is a computer player of that name for *side*."""
    known = names(book, side)
    return name in known or (effort_of(name) is not None and name.partition(":")[0] in known)


def hire(name: str, book: Rulebook, side: str) -> Player | None:
    """Return the computer player of that name for *side*; none if there is no such player."""
    if not fills(name, book, side):
        return None
    if (effort := effort_of(name)) is not None:
        return _searcher(book, side, effort)
    return _usual(book, side) if name == PERSONA else tempered(book, name.removeprefix(f"{PERSONA}:"))


def _searcher(book: Rulebook, side: str, effort: Effort) -> Searcher:
    return Searcher(book, side, _tempers(book), partial(_expected, book, side, effort.practice), effort)


@lru_cache(maxsize=8)
def _tempers(book: Rulebook) -> Mapping[str, PersonaPlayer]:
    """Return the usual temperament of every side."""
    return {side: _usual(book, side) for side in book.index.sides}


@lru_cache(maxsize=32)
def _expected(book: Rulebook, side: str, practice: int) -> Mapping[str, PersonaPlayer]:
    """Return how a searcher in *side*'s seat expects everybody to play on.

    It takes rivals to play as those did whom it has watched, and knows for itself what it wants.
    """
    tempers = _tempers(book)
    if not practice:
        return tempers
    with alone(_PRACTISING), uncounted():
        learnt = _practised(book, practice)
    return {**learnt, side: replace(learnt[side], coolness=tempers[side].coolness)}


@lru_cache(maxsize=8)
def _practised(book: Rulebook, games: int) -> Mapping[str, PersonaPlayer]:
    """Return the usual temperaments after practice, once for all searchers that have watched as much."""
    tempers = _tempers(book)
    watched = {each: _searcher(book, each, EFFORTS[WATCHED]) for each in tempers}
    return practised(book, tempers, watched, games)


def _usual(book: Rulebook, side: str) -> PersonaPlayer:
    """Return the player with the first temperament of *side*."""
    return tempered(book, temperaments(book, side)[0])


@lru_cache(maxsize=32)
def tempered(book: Rulebook, name: str) -> PersonaPlayer:
    """Return the player with a temperament of the scenario, made ready once for all who hire it."""
    return persona_player(book, book.scenario.personas[name])
