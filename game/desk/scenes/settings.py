"""The settings: reading, motion, sound and language, each seen at once in a sample beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.desk.kit.drawing.pen import Motion, Pen
from game.desk.kit.geometry import LARGEST_SCALE, SMALLEST_SCALE, Box
from game.desk.kit.theme import On, Variant
from game.desk.kit.touch import Picked, Touch
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.checkbox import Checkbox
from game.desk.kit.widgets.choice import Choice, Option
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Ground, Panel
from game.desk.kit.widgets.rule import ruled, section
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.signs import KeyBox, Picture, SideMark
from game.desk.kit.widgets.slider import Slider
from game.desk.kit.widgets.stack import Bend, Column, Flow, Row, Space
from game.desk.scene import Change, Redraw
from game.desk.scenes.base import PageScene
from game.desk.settings import Settings
from game.desk.views.chip import ChipLabel
from game.desk.views.feed import FeedRow
from game.desk.views.track_row import TrackRow
from game.desk.window import Stage
from game.presenters.content import Chip, FeedLine, Mark, TrackContent
from game.presenters.words import _
from game.scenario.languages import known_languages, language_name

_WORDS = 220
"""Width of the words beside a control, at scale 1.0."""


class SettingsScene(PageScene):
    """Every choice takes effect at once and is kept at once."""

    def __init__(self, stage: Stage, resumed: Callable[[], object] = bool) -> None:
        self.resumed = resumed
        super().__init__(stage)

    def left(self) -> Change | None:
        """Go back to what lay below, which takes up a language that was changed."""
        self.resumed()
        return super().left()

    def first_focus(self) -> str:
        """Return the size of text, which people come for most."""
        return "text"

    def touched(self, touch: Touch) -> Change | None:
        """Take a choice."""
        if isinstance(touch, Picked):
            self._take({touch.name: touch.value})
            return Redraw()
        return super().touched(touch)

    def pressed(self, name: str) -> Change | None:
        """Go back to first values, or leave."""
        if name == "settings:first":
            now = self.stage.settings
            self._take(Settings(window=now.window, full_screen=now.full_screen).model_dump())
        return self.left() if name in {"settings:done", "settings:back"} else None

    def _take(self, chosen: dict[str, Any]) -> None:
        """Look and sound as chosen from now on; a new volume is heard."""
        before = self.stage.settings
        self.stage.take(Settings.model_validate(before.model_dump() | chosen))
        self.page.refresh()
        if self.stage.settings.volume != before.volume:
            self.stage.play("lay")

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the controls, and beside or under them how it will look."""
        chosen = self.stage.settings
        controls = Column(*_reading(chosen), Space(8), *_motion(chosen), Space(8), *_sound(chosen), gap=8)
        said = note(self.stage.said) if self.stage.said else None
        beside = Column(*_sample(), said, _foot(), gap=16)
        body = Bend(controls.grow(0.6), beside.grow(0.4), each=400, gap=48, below=24)
        bar = Row(
            Label("Simmer", "name"),
            Label(_("Settings"), "panel").grow(),
            Button("settings:back", _("Close"), Kind.PLAIN, key="Esc", height=32),
            gap=24,
        )
        page = Ground(Scroll("settings", body), On.PAPER, pad=40, down=16)
        return Column(Ground(bar, On.BAR, down=12).ranked(9), page.grow(), gap=0)


def _setting(icon: str, title: str, told: str, control: Widget) -> Widget:
    """Return one choice: what it is, what it changes, and the control."""
    words = Row(
        Picture(icon, 20), Column(Label(title, "headline"), note(told), gap=2).grow(), gap=14
    ).wide_as(_WORDS)
    return Bend(words, control.grow(), each=240, gap=16, below=8, align="middle")


def _reading(chosen: Settings) -> tuple[Widget, ...]:
    looks = (
        Option(Variant.NORMAL, _("Standard")),
        Option(Variant.HIGH_CONTRAST, _("High")),
        Option(Variant.PAPER, _("Paper")),
    )
    sizes = Slider(
        "text", chosen.text, SMALLEST_SCALE, LARGEST_SCALE, 0.1, decimals=1, patient=True
    )  # fmt: skip
    languages = tuple(Option(code, language_name(code)) for code in known_languages())
    return (
        section(_("Reading")),
        ruled(
            _setting("type", _("Text size"), _("from 0.8 to 2.0"), sizes),
            _setting(
                "contrast",
                _("Contrast"),
                _("high draws every edge; paper suits print and bright rooms"),
                Choice("look", looks, chosen.look),
            ),
            _setting(
                "languages",
                _("Language"),
                _("names follow the scenario"),
                Choice("language", languages, chosen.language),
            ),
            _setting(
                "maximize",
                _("Full screen"),
                _("F11 or Alt+Enter changes it anywhere"),
                Checkbox("full_screen", _("Fill the screen"), chosen.full_screen),
            ),
        ),
    )


def _motion(chosen: Settings) -> tuple[Widget, ...]:
    ways = (
        Option(Motion.FULL, _("Full")),
        Option(Motion.REDUCED, _("Reduced")),
        Option(Motion.OFF, _("Off")),
    )
    return (
        section(_("Motion and hints")),
        ruled(
            _setting(
                "wind",
                _("Motion"),
                _("off: sheets change in one step"),
                Choice("motion", ways, chosen.motion),
            ),
            _setting(
                "info",
                _("Hints"),
                _("a few words beside what is pointed at"),
                Checkbox("hints", _("For what has the focus too"), chosen.hints),
            ),
        ),
    )


def _sound(chosen: Settings) -> tuple[Widget, ...]:
    return (
        section(_("Sound")),
        ruled(
            _setting("volume-2", _("Volume"), _("0 is silent"), Slider("volume", chosen.volume, 0, 100, 5)),
            _setting(
                "message-square",
                _("Captions for sounds"),
                _("such as “paper laid down”"),
                Checkbox("captions", _("Tell every sound in words"), chosen.captions),
            ),
        ),
    )


def _sample() -> tuple[Widget, ...]:
    """Return a headline, a private row and the marks as they look now."""
    line = FeedLine(
        "sample",
        Mark("diamond", "1"),
        _("Missile fired off Wonsan"),
        _("Tension **+1** · Washington’s alarm **+1**"),
    )
    track = TrackContent("sample", "landmark", _("Legitimacy"), 6)
    chips = Flow(
        ChipLabel(Chip("landmark", "+2", _("Legitimacy"))),
        ChipLabel(Chip("flame", "+2", _("Tension"), helps=False)),
        gap=8,
    )
    private = Column(
        Row(Picture("lock", 14, tone="second"), note(_("only you see this")), gap=6),
        TrackRow(track, group="sample"),
        chips,
        gap=8,
    )
    marks = Row(*(SideMark(mark, 36) for mark in _MARKS), _told_marks().grow(), gap=16)
    return (
        section(_("How it will look")),
        Panel(FeedRow(line), On.SHEET, pad=16, edge=True),
        Panel(private, On.SLATE, pad=16),
        marks,
    )


_MARKS = (Mark("square", "W"), Mark("diamond", "P"), Mark("circle", "S"))


def _told_marks() -> Widget:
    return note(_("Each side has a shape and a letter as well as a colour. Nothing is told by colour alone."))


def _foot() -> Widget:
    """Return the keys, and the two ways on."""
    keys = (
        ("Tab", _("next")),
        ("1 2 3", _("lines of the sheet")),
        ("W", _("why?")),
        ("B", _("brief")),
        ("Z", _("undo")),
        ("S", _("seal")),
        ("G", _("glossary")),
        ("M", _("menu")),
        ("F11", _("full screen")),
        ("Esc", _("back")),
    )
    printed = Flow(*(Row(KeyBox(key), note(told), gap=5) for key, told in keys), gap=12)
    ways = Bend(
        Button("settings:first", _("Back to first values"), Kind.SECOND).grow(0.45),
        Button("settings:done", _("Keep"), Kind.PRIMARY, key="Enter").grow(0.55),
        each=120,
        gap=12,
    )
    return Column(section(_("Keys"), weight="hair", style="headline"), printed, Space(4), ways, gap=10)
