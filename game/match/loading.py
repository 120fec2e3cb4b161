"""Opening: a match from a scenario or from a save, or the trouble that stands in the way."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from game.located.findings import Grade, tally
from game.match.archive import archived
from game.match.journal import Journal, journal_of
from game.match.match import Match, new_match
from game.match.replay import Replay, replay, resumed
from game.match.savefile import read
from game.match.seats import Seats, seated
from game.match.trouble import Trouble, TroubleKind
from game.model.scenario import Scenario
from game.players.roster import PERSONA
from game.rules.rulebook import Rulebook, compile_rulebook
from game.scenario.digest import rules_digest
from game.scenario.edition import Edition
from game.scenario.languages import ENGLISH, PSEUDO, catalogue
from game.scenario.reader import Reading, read_scenario
from game.scenario.shelf import own, shipped
from game.scenario.translation import in_language

SHUT = (
    "the sheets of the open month were closed on another computer or by another user: "
    "they are to be laid again."
)
"""What is told where a save's open sheets cannot be opened here."""

REMEMBERED = 8
"""So many rulebooks are kept ready: games that are opened one after the other are mostly of one scenario."""

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
    """Where it can be read again: a shipped name, or a full path; empty where a save brought it along."""

    edition: Edition
    """The scenario as it is kept with a game."""


def open_scenario(name: str, language: str = ENGLISH) -> Opened | Trouble:
    """Return the scenario of a shipped name, a folder or a YAML file, told in a language if it can be."""
    reading = read_scenario(name)
    if reading.scenario is None:
        return why_faulty(name, reading)
    return opened_from(reading, name, language)


def opened_from(reading: Reading, name: str, language: str = ENGLISH) -> Opened:
    """Return a scenario that was read without errors by its *name* as something to play."""
    source = name if name in shipped() else str(Path(name).resolve())
    return _compiled(Edition.of(reading), source, in_language(reading, language), language)


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
    return new_match(opened.book, opened.digest, seed, taken, opened.source, opened.edition)


def opened_edition(edition: Edition, language: str = ENGLISH) -> Opened:
    """Return a scenario that a save brought along as something to play, told in a language if it can be."""
    return _compiled(edition, "", edition.in_language(language), language)


def open_save(path: Path, language: str = ENGLISH, scenario: str | None = None) -> Match | Trouble:
    """Return the match saved at *path* as it was kept, sheets in hand included.

    It is played in the scenario it brings along; a *scenario* named beside it stands in for one that is
    missing, or for another version of it whose rules are the same.
    """
    found = _with_scenario(path, language, scenario)
    if isinstance(found, Trouble):
        return found
    journal, checksum, opened = found
    match = resumed(journal, opened.book, opened.edition)
    if isinstance(match, Trouble):
        return _named(path, match)
    note = SHUT if journal.shut else ""
    return replace(match, source=opened.source, kept_as=checksum, note=note)


def told_in_language(match: Match, language: str) -> Match | Trouble:
    """Return the same match told in another language, played again from its journal."""
    if match.edition is None:
        return Trouble(TroubleKind.MISSING, f"the scenario '{match.book.scenario.id}' is not at hand.")
    opened = opened_edition(match.edition, language)
    told = resumed(journal_of(match), opened.book, match.edition)
    if isinstance(told, Trouble):
        return told
    return replace(told, source=match.source, kept_as=match.kept_as, note=match.note)


def replay_save(path: Path, scenario: str | None = None) -> Replay | Trouble:
    """Return the game saved at *path* played again, month by month."""
    found = _with_scenario(path, ENGLISH, scenario)
    if isinstance(found, Trouble):
        return found
    journal, _checksum, opened = found
    again = replay(journal, opened.book, opened.edition)
    return _named(path, again) if isinstance(again, Trouble) else again


def why_faulty(name: str, reading: Reading) -> Trouble:
    """Return why a scenario cannot be played, by the first error in it."""
    error = next(found for found in reading.findings if found.grade is Grade.ERROR)
    if error.code.startswith(UNREAD):
        told = error.message if name in error.message else f"'{name}': {error.message}"
        hint = f"; {error.hint}" if error.hint else ""
        return Trouble(TroubleKind.MISSING, f"{told}{hint}{'' if hint.endswith('?') else '.'}")
    count = tally(reading.findings)
    told = f"line {error.line + 1}: {error.message} ({count}; 'simmer check' shows them)"
    return Trouble(TroubleKind.FAULTY, f"'{name}' cannot be played: {told}.")


def _compiled(edition: Edition, source: str, told: Scenario, language: str) -> Opened:
    book = _book(_This(id(told), told), PSEUDO if language == PSEUDO else told.language)
    return Opened(book, edition.digest, source, edition)


@dataclass(frozen=True)
class _This:
    """One scenario, known by being the very same: a reading that is remembered is compiled once."""

    number: int
    scenario: Scenario = field(compare=False)


@lru_cache(REMEMBERED)
def _book(this: _This, language: str) -> Rulebook:
    return compile_rulebook(this.scenario, catalogue(language).gettext)


def _with_scenario(path: Path, language: str, scenario: str | None) -> tuple[Journal, str, Opened] | Trouble:
    """Return a saved journal, its checksum, and its scenario as it stood when the game was kept."""
    found = read(path)
    if isinstance(found, Trouble):
        return found
    journal, checksum = found
    opened = brought(journal, language) if scenario is None else instead(journal, scenario, language)
    if isinstance(opened, Trouble):
        return _named(path, opened)
    wrong = seated(opened.book, journal.players)
    if isinstance(wrong, Trouble):
        return _named(path, wrong)
    return replace(journal, digest=opened.digest), checksum, opened


def brought(journal: Journal, language: str = ENGLISH) -> Opened | Trouble:
    """Return the scenario a save brings along; one of format 1, which only names it, has it looked up."""
    if not journal.edition:
        return _looked_up(journal, language)
    edition = Edition.unpacked(journal.edition)
    if edition is None or edition.digest != journal.digest:
        return Trouble(TroubleKind.UNSOUND, "the scenario it brings along is not whole.")
    return opened_edition(edition, language)


def _looked_up(journal: Journal, language: str) -> Opened | Trouble:
    """Return the scenario with the digest that a save names: from the archive, else from where they stand.

    Only shelves of this computer are looked through, by the scenario's id; no path of a save is followed.
    """
    edition = archived(journal.digest)
    if edition is not None:
        return opened_edition(edition, language)
    name = journal.scenario
    near = [name] if name in shipped() else []
    near += [str(path) for path in own() if name in (path.name, path.stem)]
    for each in near:
        opened = open_scenario(each, language)
        if isinstance(opened, Opened) and opened.digest == journal.digest:
            return opened
    told = (
        f"it does not carry its scenario '{name}' ({journal.digest[:16]}), as saves of format 1 do not, and "
        f"{f'{len(near)} of that name here differ' if near else 'none of that name stands here'}; "
        "name the file it was played in by --scenario."
    )
    return Trouble(TroubleKind.CHANGED if near else TroubleKind.MISSING, told)


def instead(journal: Journal, scenario: str, language: str = ENGLISH) -> Opened | Trouble:
    """Return a scenario that is named beside a save, if it has the rules that the game was played by."""
    opened = open_scenario(scenario, language)
    if isinstance(opened, Trouble) or opened.digest == journal.digest:
        return opened
    played = brought(journal)
    if isinstance(played, Opened) and same_rules(played.edition, opened.edition):
        return opened
    told = f"it was played by other rules than those of '{scenario}': saved with {journal.digest[:16]}, "
    return Trouble(TroubleKind.CHANGED, f"{told}found {opened.digest[:16]}.")


def same_rules(one: Edition, other: Edition) -> bool:
    """Say whether two editions of a scenario only differ in how they tell it."""
    return rules_digest(one.scenario) == rules_digest(other.scenario)


def _named(path: Path, trouble: Trouble) -> Trouble:
    """Return the trouble told of the save it was met in."""
    return Trouble(trouble.kind, f"'{path}' cannot be gone on with: {trouble.sentence}")
