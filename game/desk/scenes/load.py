"""Saved games: what is kept on this computer, the newest first."""

from __future__ import annotations

from pathlib import Path

from game.desk.geometry import Box
from game.desk.ink.pen import Pen
from game.desk.scene import Change, Scene, Swap
from game.desk.scenes.base import PageScene
from game.desk.scenes.session import Session
from game.desk.scenes.trouble import TroubleScene
from game.desk.theme import On
from game.desk.widgets.base import Widget
from game.desk.widgets.button import Button
from game.desk.widgets.label import Label, note
from game.desk.widgets.panel import Ground
from game.desk.widgets.rule import ruled
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.stack import Column, Row
from game.desk.window import Stage
from game.desk.words import _, language
from game.match.opening import open_save
from game.match.shelf import Saved, saved_games
from game.match.trouble import Trouble


class LoadScene(PageScene):
    """The saves on the shelf; a damaged one says so and offers the older one."""

    def __init__(self, stage: Stage) -> None:
        self.stage: Stage = stage
        self.saves = saved_games()
        super().__init__(stage)

    def first_focus(self) -> str:
        """Return the newest save, or the way back."""
        return "save:0" if self.saves else "load:back"

    def pressed(self, name: str) -> Change | None:
        """Open a save, or go back."""
        if name == "load:back":
            return self.left()
        if name.startswith("save:"):
            saved = self.saves[int(name.removeprefix("save:"))]
            older = saved.trouble.older if saved.trouble else None
            return Swap(self._opened(older or saved.path, saved.path))
        return None

    def _opened(self, path: Path, kept_at: Path) -> Scene:
        """Return the scene in which a saved game goes on, or what stands in the way."""
        from game.desk.scenes.flow import next_scene

        match = open_save(path, language())
        if isinstance(match, Trouble):
            return TroubleScene(self.stage, match.sentence)
        session = Session(match, kept_at, briefed=set(match.seats))
        return next_scene(self.stage, session)

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the list."""
        rows = [_row(number, saved) for number, saved in enumerate(self.saves)]
        body: Widget = ruled(*rows) if rows else note(_("No game has been saved yet."))
        head = Row(Label(_("Saved games"), "scene").grow(), Button("load:back", _("Back"), key="Esc"), gap=16)
        return Ground(Column(head, Scroll("saves", body).grow(), gap=16), On.PAPER, pad=40, down=32)


def _row(number: int, saved: Saved) -> Widget:
    """Return one save."""
    told = Column(Label(saved.path.stem, "headline"), note(_told(saved)), gap=2)
    open_to = saved.journal is not None or (saved.trouble is not None and saved.trouble.older is not None)
    word = _("Go on") if saved.journal is not None else _("Open the older one")
    off = "" if open_to else _("cannot be read")
    return Row(told.grow(), Button(f"save:{number}", word, off=off), gap=16)


def _told(saved: Saved) -> str:
    """Return what is known of a save without playing it."""
    if saved.journal is None:
        return saved.trouble.sentence if saved.trouble else ""
    months = len(saved.journal.months)
    changed = f"{saved.changed:%Y-%m-%d %H:%M}"
    return _("{scenario} · {n} months played · {when}").format(
        scenario=saved.journal.scenario, n=months, when=changed
    )
