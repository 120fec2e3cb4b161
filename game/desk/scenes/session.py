"""The session: the one match on this desk, where it is kept, and what its seats have read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from game.desk.beside import Errand, Lane
from game.desk.scenes.watched import Watched
from game.match.loading import told_in_language
from game.match.match import Match
from game.match.saves import autosave, writer_of
from game.match.seats import HUMAN, practise
from game.scenario.languages import PSEUDO


@dataclass
class Session:
    """A match being played on this desk."""

    match: Match
    """The match as it stands, in the language it was last told in."""

    path: Path
    """Where it is kept."""

    trouble: str = ""
    """Why it could not be kept, in a sentence; empty when it was."""

    briefed: set[str] = field(default_factory=set)
    """The sides that have seen their brief."""

    asked: set[str] = field(default_factory=set)
    """The prompts of a lesson whose why? has been read."""

    watched: Watched | None = None
    """The scenario's files, where they are watched."""

    told: str = ""
    """The language the match was last to be told in, at first its own; not every scenario can be."""

    practice: Errand[None] = field(init=False)
    """What computer players learn beside the window."""

    def __post_init__(self) -> None:
        """Have computer players practise while people read their briefs; keep the game from here on."""
        self.writer = writer_of(self.match, self.path)
        self.told = self.told or self.match.book.scenario.language
        self.practice = Errand(partial(practise, self.match.players), lane=Lane.PRACTICE)

    def in_language(self, language: str) -> Match:
        """Play the match again in a language; it stays as it is where it cannot be told in it.

        The pseudo-language is the desk's alone.
        """
        if language not in (self.told, PSEUDO):
            self.told = language
            told = told_in_language(self.match, language)
            self.match = told if isinstance(told, Match) else self.match
        return self.match

    @property
    def people(self) -> tuple[str, ...]:
        """Return the sides that people play."""
        return tuple(side for side, name in self.match.seats.items() if name == HUMAN)

    def keep(self) -> None:
        """Save the match as it stands; what went wrong is told on the desk."""
        trouble = autosave(self.match, self.writer)
        self.trouble = "" if trouble is None else trouble.sentence

    def brief_text(self, side: str) -> str:
        """Return the Markdown of a side's brief in the language of the match, empty if there is none."""
        edition = self.match.edition
        return edition.brief(side, self.match.book.scenario.language) if edition else ""
