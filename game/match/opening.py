"""Opening: a match from a scenario or from a save, or the trouble that stands in the way."""

from dataclasses import dataclass
from pathlib import Path

from game.match.journal import Journal, journal_of
from game.match.match import Match, new_match
from game.match.replay import Replay, replay, resumed
from game.match.savefile import load
from game.match.seats import Seats, seated
from game.match.trouble import Kind, Trouble
from game.players.roster import PERSONA
from game.rules.rulebook import Rulebook, compile_rulebook
from game.scenario.findings import Grade, tally
from game.scenario.reader import Reading, read_scenario
from game.scenario.shelf import shipped
from game.scenario.tongue import ENGLISH, PSEUDO, catalogue
from game.scenario.translation import in_language

UNREAD = "Y00"
"""Begins the codes of findings about a file that cannot be read at all."""


@dataclass(frozen=True)
class Opened:
    """A scenario that was read and can be played."""

    book: Rulebook
    """Its rules."""

    digest: str
    """Its digest."""

    source: str
    """Where it can be read again: a shipped name, or a full path."""


def open_scenario(name: str, language: str = ENGLISH) -> Opened | Trouble:
    """Return the scenario of a shipped name, a folder or a YAML file, told in a language if it can be."""
    reading = read_scenario(name)
    if reading.scenario is None:
        return why_faulty(name, reading)
    return opened_from(reading, name, language)


def opened_from(reading: Reading, name: str, language: str = ENGLISH) -> Opened:
    """Return a scenario that was read without errors by its *name* as something to play."""
    source = name if name in shipped() else str(Path(name).resolve())
    told = in_language(reading, language)
    say = catalogue(PSEUDO if language == PSEUDO else told.language).gettext
    return Opened(compile_rulebook(told, say), reading.digest, source)


def open_match(
    scenario: str, seed: int, seats: Seats, rest: str = PERSONA, language: str = ENGLISH
) -> Match | Trouble:
    """Return a new match of a scenario; *rest* fills the seats that *seats* leaves out."""
    opened = open_scenario(scenario, language)
    if isinstance(opened, Trouble):
        return opened
    taken = seated(opened.book, seats, rest)
    if isinstance(taken, Trouble):
        return taken
    return new_match(opened.book, opened.digest, seed, taken, opened.source)


def open_save(path: Path, language: str = ENGLISH) -> Match | Trouble:
    """Return the match saved at *path* as it was kept, sheets in hand included."""
    found = _with_scenario(path, language)
    if isinstance(found, Trouble):
        return found
    match = resumed(*found)
    return _named(path, match) if isinstance(match, Trouble) else match


def told_in_language(match: Match, language: str) -> Match | Trouble:
    """Return the same match told in another language, played again from its journal."""
    opened = open_scenario(match.source, language)
    if isinstance(opened, Trouble):
        return opened
    if opened.digest != match.scenario_digest:
        return Trouble(Kind.CHANGED, f"the scenario '{match.book.scenario.id}' has changed since.")
    return resumed(journal_of(match), opened.book)


def replay_save(path: Path) -> Replay | Trouble:
    """Return the game saved at *path* played again, month by month."""
    found = _with_scenario(path)
    if isinstance(found, Trouble):
        return found
    again = replay(*found)
    return _named(path, again) if isinstance(again, Trouble) else again


def why_faulty(name: str, reading: Reading) -> Trouble:
    """Return why a scenario cannot be played, by the first error in it."""
    error = next(found for found in reading.findings if found.grade is Grade.ERROR)
    if error.code.startswith(UNREAD):
        told = error.message if name in error.message else f"'{name}': {error.message}"
        hint = f"; {error.hint}" if error.hint else ""
        return Trouble(Kind.MISSING, f"{told}{hint}{'' if hint.endswith('?') else '.'}")
    count = tally(reading.findings)
    told = f"line {error.line + 1}: {error.message} ({count}; 'simmer check' shows them)"
    return Trouble(Kind.FAULTY, f"'{name}' cannot be played: {told}.")


def _with_scenario(path: Path, language: str = ENGLISH) -> tuple[Journal, Rulebook] | Trouble:
    """Return a saved journal and the rules of its scenario, which must not have changed since."""
    journal = load(path)
    if isinstance(journal, Trouble):
        return journal
    opened = open_scenario(journal.source, language)
    if isinstance(opened, Trouble):
        return _named(path, opened)
    if opened.digest != journal.digest:
        told = (
            f"the scenario '{journal.scenario}' has changed since: "
            f"saved with {journal.digest[:16]}, found {opened.digest[:16]}."
        )
        return _named(path, Trouble(Kind.CHANGED, told))
    wrong = seated(opened.book, journal.players)
    if isinstance(wrong, Trouble):
        return _named(path, wrong)
    return journal, opened.book


def _named(path: Path, trouble: Trouble) -> Trouble:
    """Return the trouble told of the save it was met in."""
    return Trouble(trouble.kind, f"'{path}' cannot be gone on with: {trouble.sentence}")
