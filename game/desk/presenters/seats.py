"""Seats: who may sit where."""

from dataclasses import dataclass

from game.desk.content import Mark
from game.desk.presenters.naming import shape_of, side_mark
from game.desk.words import _
from game.match.seats import HUMAN
from game.players.roster import PERSONA, names
from game.rules.rulebook import Rulebook


@dataclass(frozen=True)
class SeatCard:
    """One seat and who may fill it."""

    side: str
    label: str
    mark: Mark
    shape: str
    office: str
    summary: str
    choices: tuple[tuple[str, str], ...]
    """Player names and how they are called."""
    chosen: str


def present_seats(book: Rulebook, chosen: dict[str, str]) -> tuple[SeatCard, ...]:
    """Return the seats of a scenario with who sits in each."""
    scenario = book.scenario
    return tuple(
        SeatCard(
            side=side,
            label=noun.label,
            mark=side_mark(scenario, side),
            shape=shape_of(scenario, side),
            office=noun.office,
            summary=noun.summary,
            choices=tuple((name, player_words(book, name)) for name in players_for(book, side)),
            chosen=chosen.get(side, HUMAN),
        )
        for side, noun in scenario.sides.items()
    )


def players_for(book: Rulebook, side: str) -> tuple[str, ...]:
    """Return who can be chosen for a seat: a person, every temperament by its name, the searchers."""
    return (HUMAN, *(name for name in names(book, side) if name != PERSONA))


def player_words(book: Rulebook, name: str) -> str:
    """Return how a player is called on screen."""
    persona = book.scenario.personas.get(name.partition(":")[2])
    if persona is not None:
        return _("In character: {label}").format(label=persona.label)
    return {
        HUMAN: _("A person"),
        "easy": _("Looks ahead: easy"),
        "normal": _("Looks ahead: normal"),
        "hard": _("Looks ahead: hard"),
    }[name]
