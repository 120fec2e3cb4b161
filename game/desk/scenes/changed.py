"""What has changed since a game was kept: its scenario on the shelf, or whose key closed its sheets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import Label
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.stack import Column, Flow, Space
from game.desk.scene import Change, Push, Scene, Swap
from game.desk.scenes.base import PageScene
from game.desk.scenes.trouble import TroubleScene
from game.desk.window import Stage
from game.match.match import Match
from game.match.trouble import Trouble
from game.match.versions import OtherVersion, taken_to
from game.presenters.markup import escape
from game.presenters.words import _


@dataclass(frozen=True)
class Told:
    """A saved game, and what is to be told of it."""

    match: Match
    """The game as it was kept."""

    other: OtherVersion | None
    """Its scenario as it stands on the shelf, where that is another."""

    def lines(self) -> tuple[str, ...]:
        """Return what has changed, a sentence each."""
        lines = []
        if self.match.note:
            lines.append(
                _("The sheets of the open month were closed by another key: they are to be laid again.")
            )
        if self.other is not None:
            told = _("‘{title}’ has changed; the save brings along the one it was begun with.")
            lines.append(told.format(title=self.match.book.scenario.title))
            if not self.other.same_rules:
                lines.append(_("Its rules are others now, so the game goes on by those it was begun with."))
        return tuple(lines)


class ChangedScene(PageScene):
    """Tells what has changed, and goes on with the game as it was kept or as it stands on the shelf."""

    def __init__(
        self, stage: Stage, told: Told, opened: Callable[[Match], Scene], back: Callable[[], Scene]
    ) -> None:
        self.stage: Stage = stage
        self.told = told
        self.opened = opened
        self.back = back
        super().__init__(stage)

    def first_focus(self) -> str:
        """Return the way on as the game was kept."""
        return "changed:kept"

    def left(self) -> Change | None:
        """Go back to the list of saves."""
        return Swap(self.back())

    def pressed(self, name: str) -> Change | None:
        """Go on in one version or the other, or go back."""
        if name == "changed:back":
            return self.left()
        if name == "changed:kept":
            return Swap(self.opened(self.told.match))
        if name == "changed:shelf" and self.told.other is not None:
            found = taken_to(self.told.match, self.told.other.opened)
            if isinstance(found, Trouble):
                return Push(TroubleScene(self.stage, found.sentence))
            return Swap(self.opened(found))
        return None

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return what has changed, and the ways on."""
        kept = Button("changed:kept", _("Go on as it was kept"), Kind.PRIMARY, key="Enter")
        shelf = Button("changed:shelf", _("Go on in the words of today"))
        back = Button("changed:back", _("Back"), key="Esc")
        other = self.told.other
        ways = (kept, shelf, back) if other and other.same_rules else (kept, back)
        said = [Label(escape(line), "lead") for line in self.told.lines()]
        title = Label(_("Since this game was kept"), "scene")
        body = Column(Space().grow(), title, *said, Flow(*ways, gap=8), Space().grow(), gap=16)
        return Ground(Scroll("changed", body), On.PAPER, pad=80)
