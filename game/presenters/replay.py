"""The replay: with whose eyes a game may be looked at again, and what stood when."""

from dataclasses import dataclass

from game.match.glimpse import Glimpse
from game.match.redaction import EVERYBODY
from game.match.seats import HUMAN
from game.presenters.content import Mark
from game.presenters.naming import side_mark
from game.presenters.words import _

PUBLIC = ""
"""Stands for the eyes of somebody who sees what everybody may see."""


@dataclass(frozen=True)
class EyesContent:
    """Somebody with whose eyes the game can be looked at."""

    id: str
    """A side, `PUBLIC`, or everybody's together."""

    label: str
    mark: Mark | None
    off: str
    """Why not, while the game goes on."""


def lawful_eyes(seen: Glimpse) -> tuple[EyesContent, ...]:
    """Return all eyes, those that would tell a secret of a game that goes on with the reason why not (§12).

    While it goes on the public's are open to all, and a seat's own only where one person plays alone.
    """
    scenario = seen.book.scenario
    people = [side for side, name in seen.seats.items() if name == HUMAN]
    shut = _("opened when the game is over")
    found = [EyesContent(PUBLIC, _("The public"), None, "")]
    for side, noun in scenario.sides.items():
        open_to = seen.over or people == [side]
        found.append(EyesContent(side, noun.label, side_mark(scenario, side), "" if open_to else shut))
    return (*found, EyesContent(EVERYBODY, _("All eyes"), None, "" if seen.over else shut))


def first_eyes(seen: Glimpse) -> str:
    """Return the eyes with which a replay opens: the widest that are lawful."""
    return [eyes.id for eyes in lawful_eyes(seen) if not eyes.off][-1]
