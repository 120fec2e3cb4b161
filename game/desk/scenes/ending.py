"""The end: why the game stopped, who made what of it, and everything the debrief tells (§11)."""

from __future__ import annotations

from collections.abc import Hashable

from game.debrief.page import write_debrief
from game.debrief.story import Story, hidden_acts, line_stories, story_of
from game.desk.actions import ReadEntries
from game.desk.beside import Errand
from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.touch import Picked, Touch
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import note
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.stack import Bend, Column, Flow
from game.desk.kit.widgets.tabs import Tab, Tabs
from game.desk.scene import Change, Home, Push, Quit, Redraw
from game.desk.scenes import debrief_parts
from game.desk.scenes.bar import bar
from game.desk.scenes.base import PageScene
from game.desk.scenes.ledger import LedgerScene
from game.desk.scenes.menu import menu_change
from game.desk.scenes.replay import ReplayScene
from game.desk.scenes.session import Session
from game.desk.window import Stage
from game.match.redaction import EVERYBODY
from game.presenters.debrief import DebriefPage, present_course, present_debrief, present_lines
from game.presenters.ending import present_end
from game.presenters.markup import escape
from game.presenters.words import _

PATIENCE = 20.0
"""Seconds after which a story that is still not told is waited for."""


class EndScene(PageScene):
    """The last pages: everything is open now."""

    def __init__(self, stage: Stage, session: Session) -> None:
        self.stage: Stage = stage
        self.session = session
        self.part = "front"
        seen = session.match.glimpse(EVERYBODY)
        self.end, self.course = present_end(seen, hidden_acts(session.match)), present_course(seen)
        self.stories = present_lines(seen.book.scenario, line_stories(session.match))
        self.told: DebriefPage | None = None
        self.story: Story | None = None
        self.to_write = False
        self._coming: Errand[Story] | None = Errand(lambda: story_of(session.match), PATIENCE)
        self.said = _("The game is kept; it can be played again with its seed {seed}.").format(
            seed=session.match.seed
        )
        super().__init__(stage)
        stage.play("end")

    def first_focus(self) -> str:
        """Return the way to the title."""
        return "end:title"

    def touched(self, touch: Touch) -> Change | None:
        """Turn to another page."""
        if isinstance(touch, Picked) and touch.name == "end":
            self.part = str(touch.value)
            self.page.refresh()
            return Redraw()
        return super().touched(touch)

    def pressed(self, name: str) -> Change | None:
        """Write the debrief, look at the game again, read the ledger, or leave."""
        match = self.session.match
        match name:
            case "end:debrief":
                self._write()
            case "end:replay":
                return Push(ReplayScene(self.stage, match))
            case "end:ledger":
                return Push(LedgerScene(self.stage, match, EVERYBODY))
            case "end:quit":
                return Quit()
            case "end:title":
                return Home()
        return menu_change(self, self.session, name)

    def acted(self, action: Hashable) -> Change | None:
        """Read the ledger of a track."""
        if isinstance(action, ReadEntries):
            return Push(LedgerScene(self.stage, self.session.match, EVERYBODY, action.track))
        return None

    def advance(self, seconds: float) -> Change | None:
        """Let time pass; tell the story once it is there."""
        if self._coming is None or not self._coming.done(seconds):
            return super().advance(seconds)
        self.story, self._coming = self._coming.found(), None
        self.told = present_debrief(self.session.match.book.scenario, self.story)
        if self.to_write:
            self._write()
        self.page.refresh()
        return super().advance(seconds) or Redraw()

    def _write(self) -> None:
        """Write the debrief beside the save, and say where it is or why not; wait for the story first."""
        out = self.session.path.with_suffix(".html")
        self.to_write = self.story is None
        if self.story is None:
            self.said = _("The debrief is being written.")
        else:
            trouble = write_debrief(self.session.match, out)
            told = _("The debrief is in {file}").format(file=out)
            self.said = told if trouble is None else trouble.sentence
        self.page.refresh()

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the tabs, the page that is open, and what can be done now."""
        tabs = Tabs("end", _parts(), self.part, On.PAPER)
        paper = Ground(Scroll(f"end:{self.part}", self._open()), On.PAPER, pad=32, down=20)
        said = _("The game is over")
        return Column(
            bar(self.session.match, said),
            Ground(tabs, On.BAR, pad=24, down=0).ranked(8),
            paper.grow(),
            self._foot(),
            gap=0,
        )

    def _open(self) -> Widget:
        """Return the page that is open."""
        if self.part == "front":
            return debrief_parts.front(self.end, self.course)
        if self.part == "lines":
            return debrief_parts.lines(self.stories, self.end.hidden)
        if self.told is None:
            return debrief_parts.waiting()
        pages = {
            "offers": debrief_parts.offers,
            "reasons": debrief_parts.reasons,
            "compared": debrief_parts.compared,
            "questions": debrief_parts.questions,
        }
        return pages[self.part](self.told)

    def _foot(self) -> Widget:
        buttons = Flow(
            Button("end:quit", _("Close Simmer"), Kind.PLAIN),
            Button("end:ledger", _("Ledger"), icon="scroll-text", key="L"),
            Button("end:replay", _("Step through"), icon="history", key="R"),
            Button("end:debrief", _("Save as a page"), icon="download", key="D"),
            Button("end:title", _("To the title"), Kind.PRIMARY, key="Enter"),
            gap=12,
        )
        said = note(escape(self.said)).grow()
        foot = Bend(said, buttons, each=200, gap=16, align="middle")
        return Ground(Scroll("end:foot", foot, most=110), On.SLATE, down=12)


def _parts() -> tuple[Tab, ...]:
    return (
        Tab("front", _("Front page"), "1"),
        Tab("lines", _("Lines"), "2"),
        Tab("offers", _("Offers"), "3"),
        Tab("reasons", _("Reasons"), "4"),
        Tab("compared", _("Expected and played"), "5"),
        Tab("questions", _("Questions"), "6"),
    )
