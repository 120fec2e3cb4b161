"""The title: where everything starts."""

from __future__ import annotations

from game.desk.geometry import Box
from game.desk.ink.pen import Pen
from game.desk.scene import Change, Push, Quit
from game.desk.scenes.base import PageScene
from game.desk.scenes.load import LoadScene
from game.desk.scenes.scenarios import ScenariosScene
from game.desk.scenes.seats import lesson_or_trouble, seats_or_trouble
from game.desk.theme import On
from game.desk.widgets.base import Widget
from game.desk.widgets.button import Button, Kind
from game.desk.widgets.label import Label, note
from game.desk.widgets.panel import Ground
from game.desk.widgets.rule import Rule
from game.desk.widgets.stack import Column, Row, Space
from game.desk.window import Stage
from game.desk.words import _
from game.match.shelf import is_empty

FIRST = "deadlock-2020"
"""The scenario the title offers."""

LESSON = "first-steps"
"""The scenario that teaches the game; who has played nothing yet is offered it first."""


class TitleScene(PageScene):
    """The word Simmer, what it is, and the ways in."""

    def __init__(self, stage: Stage) -> None:
        self.stage: Stage = stage
        self.new_here = is_empty()
        super().__init__(stage)

    def first_focus(self) -> str:
        """Return the way into the first scenario, for a newcomer into the lesson."""
        return "title:learn" if self.new_here else "title:play"

    def pressed(self, name: str) -> Change | None:
        """Go where a button leads."""
        match name:
            case "title:play":
                return Push(seats_or_trouble(self.stage, FIRST))
            case "title:learn":
                return Push(lesson_or_trouble(self.stage, LESSON))
            case "title:scenarios":
                return Push(ScenariosScene(self.stage))
            case "title:load":
                return Push(LoadScene(self.stage))
            case "title:quit":
                return Quit()
        return None

    def left(self) -> Change | None:
        """Stay: the window is closed by its own button or by Quit."""
        return None

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the title page, all paper."""
        ways = Column(
            *self._games(),
            Button("title:scenarios", _("All scenarios"), icon="library", key="S"),
            Button("title:load", _("Go on with a saved game"), icon="folder-open", key="L"),
            Button("title:quit", _("Quit"), icon="log-out", key="Q"),
            gap=10,
        )
        words = Column(
            Label(_("Simmer"), "title"),
            Rule("double"),
            Label(_("Washington, Pyongyang, Seoul: May 2020 to April 2021."), "scene"),
            Label(
                _(
                    "A forecast said that nothing would move before the election. Play any side, "
                    "find out card by card why the deadlock holds, and what would break it."
                ),
                "lead",
            ),
            Space(12),
            Row(ways.wide_as(340), Space().grow(), gap=0),
            gap=16,
        )
        margin = max(48, (box.w - pen.px(760)) // 2)
        foot = note(_("Facts carry a date and a source. Invented events say so."))
        return Ground(
            Column(
                Space().grow(),
                Row(Space(width=margin), words.grow(), Space(width=margin), gap=0),
                Space().grow(),
                foot,
                gap=0,
            ),
            On.PAPER,
            pad=24,
        )

    def _games(self) -> tuple[Button, Button]:
        """Return the ways into a new game, the one that is offered first filled."""
        play = Button(
            "title:play", _("Play the 2020 deadlock"), _kind(not self.new_here), icon="play",
            key="P" if self.new_here else "Enter",
        )  # fmt: skip
        learn = Button(
            "title:learn", _("Learn in ten minutes"), _kind(self.new_here), icon="graduation-cap",
            key="Enter" if self.new_here else "F",
        )  # fmt: skip
        return (learn, play) if self.new_here else (play, learn)


def _kind(first: bool) -> Kind:
    return Kind.PRIMARY if first else Kind.SECOND
