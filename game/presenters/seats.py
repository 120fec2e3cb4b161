"""Seats: who may sit where."""

from dataclasses import dataclass

from game.match.seats import HUMAN
from game.players.roster import PERSONA, names
from game.presenters.content import Mark
from game.presenters.naming import shape_of, side_mark
from game.presenters.words import _
from game.rules.rulebook import Rulebook


@dataclass(frozen=True)
class SeatChoice:
    """Who may fill a seat."""

    name: str
    label: str
    text: str = ""
    """What kind of player it is, in a sentence."""


@dataclass(frozen=True)
class SeatCard:
    """One seat and who may fill it."""

    side: str
    label: str
    mark: Mark
    shape: str
    office: str
    summary: str
    person: SeatChoice
    characters: tuple[SeatChoice, ...]
    """The temperaments of the scenario."""
    searchers: tuple[SeatChoice, ...]
    """The players that look ahead, from the weakest."""
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
            person=SeatChoice(HUMAN, _("A person")),
            characters=_tempers(book, side),
            searchers=_searchers(book, side),
            chosen=chosen.get(side, HUMAN),
            about=player_sentence(book, chosen.get(side, HUMAN)),
        )
        for side, noun in scenario.sides.items()
    )


def players_for(book: Rulebook, side: str) -> tuple[str, ...]:
    """Return who can be chosen for a seat: a person, every temperament by its name, the searchers."""
    return (HUMAN, *(name for name in names(book, side) if name != PERSONA))


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
        "hard": _(
            "Tries more, has learnt how such players play, reckons with rivals' best answers, "
            "and mixes its sheets."
        ),
    }[name]


def _tempers(book: Rulebook, side: str) -> tuple[SeatChoice, ...]:
    """Return the temperaments that can fill a seat, each by the name the scenario gives it."""
    personas = book.scenario.personas
    found = ((name, personas.get(name.partition(":")[2])) for name in players_for(book, side))
    return tuple(SeatChoice(name, persona.label, persona.text) for name, persona in found if persona)


def _searchers(book: Rulebook, side: str) -> tuple[SeatChoice, ...]:
    """Return the players that look ahead, from the weakest."""
    labels = {"easy": _("Easy"), "normal": _("Normal"), "hard": _("Hard")}
    found = (name for name in players_for(book, side) if name in labels)
    return tuple(SeatChoice(name, labels[name], player_sentence(book, name)) for name in found)
