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
    about: str
    """How the one who is chosen plays, in a sentence."""


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
            about=player_sentence(book, chosen.get(side, HUMAN)),
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


def player_sentence(book: Rulebook, name: str) -> str:
    """Return how a player plays, in one sentence."""
    persona = book.scenario.personas.get(name.partition(":")[2])
    if persona is not None:
        return persona.text
    return {
        HUMAN: _("Somebody at this screen lays the sheets."),
        "easy": _("Tries a few sheets on imagined tables and takes the best; it can be surprised."),
        "normal": _(
            "Tries many sheets, with as many futures of each, and expects rivals to stay in character."
        ),
        "hard": _("Tries more, expects rivals to look for their own best answer, and mixes its sheets."),
    }[name]
