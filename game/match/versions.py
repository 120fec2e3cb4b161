"""Versions: the scenario a game was kept with, and the one that stands on the shelf today."""

from dataclasses import dataclass, replace

from game.match.journal import journal_of
from game.match.loading import Opened, open_scenario, same_rules
from game.match.match import Match
from game.match.replay import resumed
from game.match.trouble import Trouble
from game.scenario.languages import ENGLISH
from game.scenario.shelf import shipped


@dataclass(frozen=True)
class OtherVersion:
    """The shelf's version of a scenario that a saved game was played in, where it is another."""

    opened: Opened
    """The scenario as it stands on the shelf."""

    same_rules: bool
    """Whether only its words have changed, so that the game can go on in it."""


def other_version(match: Match, language: str = ENGLISH) -> OtherVersion | None:
    """Return the shelf's version of the scenario of a saved game; none where it is the same or not there."""
    name = match.book.scenario.id
    if match.edition is None or name not in shipped():
        return None
    opened = open_scenario(name, language)
    if isinstance(opened, Trouble) or opened.digest == match.scenario_digest:
        return None
    return OtherVersion(opened, same_rules(match.edition, opened.edition))


def taken_to(match: Match, opened: Opened) -> Match | Trouble:
    """Return the same game in another version of its scenario, which must have the same rules."""
    journal = replace(journal_of(match), digest=opened.digest)
    again = resumed(journal, opened.book, opened.edition)
    if isinstance(again, Trouble):
        return again
    return replace(again, source=opened.source, kept_as=match.kept_as, note=match.note)
