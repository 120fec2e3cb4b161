"""The watched scenario: saved in an editor, taken over at the table, its findings shown beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PureWindowsPath

from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.signs import Picture
from game.desk.kit.widgets.stack import Column, Row
from game.located.findings import Finding, Grade
from game.match.match import Match
from game.match.reload import Reloaded, reloaded
from game.match.trouble import Trouble
from game.match.watch import Watch
from game.presenters.markup import escape
from game.presenters.naming import month_word
from game.presenters.words import _, language
from game.scenario.reader import Reading

EVERY = 0.3
"""Seconds between two looks at the files."""

SHOWN = 2
"""Findings shown at most."""


@dataclass
class Watched:
    """A scenario that is being written while it is played."""

    watch: Watch
    """What notices that it was saved."""

    said: str = ""
    """What became of the last change, in a sentence."""

    findings: tuple[Finding, ...] = ()
    """What is wrong with the file as it stands; the last good version is played meanwhile."""

    left: float = field(default=EVERY)
    """Seconds until the next look."""

    def advance(self, seconds: float, match: Match) -> Match | None:
        """Let time pass; return the game in the changed scenario once there is one."""
        self.left -= seconds
        if self.left > 0:
            return None
        self.left = EVERY
        reading = self.watch.look()
        return None if reading is None else self._taken_over(reading, match)

    def _taken_over(self, reading: Reading, match: Match) -> Match:
        """Return the game after a change; as it was, with the findings told, where it cannot be played."""
        self.findings = tuple(found for found in reading.findings if found.grade is not Grade.NOTE)
        opened = self.watch.opened(reading, language())
        if opened is None:
            self.said = _("The file has errors; the last good version is played on.")
            return match
        if opened.book.scenario == match.book.scenario:
            self.said = _("Saved; nothing that a game depends on has changed.")
            return match
        again = reloaded(match, opened)
        if isinstance(again, Trouble):
            self.said = again.sentence
            return match
        self.said = _told(match, again)
        return again.match


def _told(match: Match, again: Reloaded) -> str:
    """Return what became of a game."""
    if again.match.scenario_digest == match.scenario_digest:
        return _("Saved; nothing that a game depends on has changed.")
    if again.stopped:
        told = _("Changed; the game goes on in {month}. {reason}")
        return told.format(month=month_word(again.match.date), reason=again.stopped)
    return _("Changed; all sheets played again and kept.")


def watched_strip(watched: Watched | None) -> Widget | None:
    """Return the strip of a watched scenario: what became of it, and its first findings."""
    if watched is None:
        return None
    said = watched.said or _("Watching the file: save it, and the table follows.")
    wrong = watched.findings[:SHOWN]
    more = len(watched.findings) - len(wrong)
    rows = [note(escape(finding_line(found))) for found in wrong]
    if more:
        rows.append(note(_("and {n} more; ‘simmer check’ shows them").format(n=more)))
    icon = "triangle-alert" if any(found.grade is Grade.ERROR for found in watched.findings) else "eye"
    words = Column(Label(escape(said), "plain"), *rows, gap=2)
    return Ground(Row(Picture(icon, 20), words.grow(), gap=10), On.SHEET, pad=16, down=6)


def finding_line(found: Finding) -> str:
    """Return a finding in a line: its file by its last part, line and column from 1."""
    file = PureWindowsPath(found.file).name  # under it both slashes part
    hint = f" ({found.hint})" if found.hint else ""
    return f"{file}:{found.line + 1}:{found.column + 1}  {found.message}{hint}"
