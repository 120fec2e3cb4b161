"""Seats: who may sit where."""

from dataclasses import dataclass

from game.desk.content import Mark
from game.desk.presenters.naming import shape_of, side_mark
from game.desk.words import _
from game.match.seats import HUMAN
from game.players.roster import names
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
            choices=tuple((name, player_words(book, name)) for name in (HUMAN, *names(book, side))),
            chosen=chosen.get(side, HUMAN),
        )
        for side, noun in scenario.sides.items()
    )


def player_words(book: Rulebook, name: str) -> str:
    """Return how a player is called on screen."""
    if name == HUMAN:
        return _("A person")
    persona = book.scenario.personas.get(name.partition(":")[2])
    return _("Computer: {label}").format(label=persona.label) if persona else _("Computer player")
