"""Saved games: what is kept on this computer, the newest first."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from pathlib import Path

from game.desk.actions import LookAtSave, TakeUpSave
from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.rule import ruled
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.stack import Column, Flow, Row
from game.desk.scene import Change, Push, Scene, Swap
from game.desk.scenes.base import PageScene
from game.desk.scenes.changed import ChangedScene, Told
from game.desk.scenes.replay import ReplayScene
from game.desk.scenes.session import Session
from game.desk.scenes.trouble import TroubleScene
from game.desk.window import Stage
from game.match.loading import open_save
from game.match.match import Match
from game.match.saves import Saved, saved_games
from game.match.seats import HUMAN
from game.match.trouble import Trouble
from game.match.versions import other_version
from game.presenters.words import _, language


class LoadScene(PageScene):
    """The saves on the shelf; a damaged one says so and offers the older one."""

    def __init__(self, stage: Stage) -> None:
        self.stage: Stage = stage
        self.saves = saved_games()
        super().__init__(stage)

    def first_focus(self) -> str:
        """Return the newest save that can be read, or the way back."""
        whole = (f"save:{n}" for n, saved in enumerate(self.saves) if saved.journal is not None)
        return next(whole, "load:back")

    def pressed(self, name: str) -> Change | None:
        """Go back."""
        if name == "load:back":
            return self.left()
        return None

    def acted(self, action: Hashable) -> Change | None:
        """Go on with a save, or look at it again."""
        if not isinstance(action, TakeUpSave | LookAtSave):
            return None
        saved = self.saves[action.number]
        older = saved.trouble.older if saved.trouble else None
        found = open_save(older or saved.path, language())
        if isinstance(found, Trouble):
            return Push(TroubleScene(self.stage, found.sentence))
        if isinstance(action, LookAtSave):
            return Push(ReplayScene(self.stage, found))
        return self._taken_up(found, saved.path)

    def _taken_up(self, match: Match, kept_at: Path) -> Change:
        """Go on with a saved game, or tell first what has changed since it was kept."""

        def opened(match: Match) -> Scene:
            from game.desk.scenes.flow import next_scene

            return next_scene(self.stage, Session(match, kept_at, briefed=set(match.seats)))

        other = other_version(match, language())
        if other is None and not match.note:
            return Swap(opened(match))
        back = partial(LoadScene, self.stage)
        return Swap(ChangedScene(self.stage, Told(match, other), opened, back))

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the list."""
        rows = [_row(number, saved) for number, saved in enumerate(self.saves)]
        body: Widget = ruled(*rows) if rows else note(_("No game has been saved yet."))
        told = note(_("Each game has a slot of its own, kept by itself after every sealed sheet."))
        title = Column(Label(_("Saved games"), "scene"), told, gap=2)
        head = Row(title.grow(), Button("load:back", _("Back"), key="Esc"), gap=16)
        return Ground(Column(head, Scroll("saves", body).grow(), gap=16), On.PAPER, pad=40, down=32)


def _row(number: int, saved: Saved) -> Widget:
    """Return one save."""
    told = Column(Label(saved.path.stem, "headline"), note(_told(saved)), gap=2)
    open_to = saved.journal is not None or (saved.trouble is not None and saved.trouble.older is not None)
    word = _("Go on") if saved.journal is not None else _("Open the older one")
    off = "" if open_to else _("cannot be read")
    buttons = [Button(f"save:{number}", word, off=off, group="saves", action=TakeUpSave(number))]
    if saved.journal is not None and saved.journal.months:
        look = Button(
            f"replay:{number}",
            _("Look at it again"),
            Kind.PLAIN,
            icon="history",
            group="saves",
            action=LookAtSave(number),
        )
        buttons.insert(0, look)
    return Row(told.grow(), Flow(*buttons, gap=8), gap=16)


def _told(saved: Saved) -> str:
    """Return what is known of a save without playing it."""
    if saved.journal is None:
        return saved.trouble.sentence if saved.trouble else ""
    months = len(saved.journal.months)
    people = [side.capitalize() for side, player in saved.journal.players.items() if player == HUMAN]
    played = _("{n} months played").format(n=months)
    when = _("kept {when}").format(when=f"{saved.changed:%Y-%m-%d %H:%M}")
    return " · ".join((", ".join(people) or _("computer players"), played, when))
