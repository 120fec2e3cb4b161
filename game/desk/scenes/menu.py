"""The menu over a game: go on, read the keys, leave; what is sealed is saved already."""

from __future__ import annotations

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.popover import Popover
from game.desk.kit.widgets.rule import ruled
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.stack import Column, Row
from game.desk.scene import Change, Home, Push, Quit
from game.desk.scenes.base import PageScene
from game.desk.scenes.glossary import GlossaryScene
from game.desk.scenes.replay import ReplayScene
from game.desk.scenes.session import Session
from game.desk.scenes.settings import SettingsScene
from game.presenters.words import _, language


def menu_sheet(pen: Pen, box: Box) -> Widget:
    """Return the menu."""
    keys = ruled(
        *(Row(Label(key, "headline").wide_as(130), Label(told).grow(), gap=12) for key, told in _keys())
    )
    body = Column(
        Label(_("Menu"), "scene"),
        note(_("The game is kept by itself after every sealed sheet.")),
        Button("menu:resume", _("Go on"), Kind.PRIMARY, key="Esc"),
        Button("menu:replay", _("Look back"), icon="history"),
        Button("menu:settings", _("Settings"), icon="settings"),
        Button("menu:glossary", _("Glossary"), icon="book-open", key="G"),
        Button("menu:title", _("Leave to the title")),
        Button("menu:quit", _("Close Simmer")),
        Label(_("Keys"), "panel"),
        keys,
        gap=10,
    )
    return Popover("menu", Scroll("menu:body", body), width=460)


def menu_change(scene: PageScene, session: Session, name: str) -> Change | None:
    """Open the menu over a scene, or do what was chosen in it; nothing for a name of something else."""
    match name:
        case "menu":
            scene.page.open(menu_sheet)
        case "menu:resume":
            scene.page.close()
        case "menu:replay":
            return Push(ReplayScene(scene.stage, session.match))
        case "menu:settings":
            return Push(SettingsScene(scene.stage, lambda: session.in_language(language())))
        case "menu:glossary":
            return Push(GlossaryScene(scene.stage, session.match.book.scenario))
        case "menu:title":
            return Home()
        case "menu:quit":
            return Quit()
    return None


def _keys() -> tuple[tuple[str, str], ...]:
    return (
        ("1 · 2 · 3", _("the lines of the order sheet")),
        (_("Tab, arrows"), _("from place to place")),
        ("Enter", _("lay the card, press the button")),
        ("Z", _("undo, until the last sheet is sealed")),
        ("S", _("seal the sheet")),
        ("W", _("why does tension stand where it does?")),
        ("L", _("read the ledger")),
        ("B", _("read the brief again")),
        ("F11", _("full screen, as with Alt and Enter")),
    )
