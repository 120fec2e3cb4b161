"""The title: where everything starts."""

from __future__ import annotations

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.rule import Rule
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.stack import Column, Row, Space
from game.desk.kit.widgets.way import Way
from game.desk.scene import Change, Push, Quit
from game.desk.scenes.base import PageScene
from game.desk.scenes.glossary import GlossaryScene
from game.desk.scenes.load import LoadScene
from game.desk.scenes.scenarios import ScenariosScene
from game.desk.scenes.seats import LESSON, lesson_or_trouble, seats_or_trouble
from game.desk.scenes.settings import SettingsScene
from game.desk.scenes.trouble import TroubleScene
from game.desk.views.map_panel import MapPanel
from game.desk.views.trend import Trend
from game.desk.window import Stage
from game.match.loading import open_scenario
from game.match.saves import is_empty
from game.match.trouble import Trouble
from game.presenters.content import Stretch, TrendContent
from game.presenters.map_content import MapContent, MapName, Town
from game.presenters.markup import escape
from game.presenters.words import _

FIRST = "deadlock-2020"
"""The scenario the title offers."""

_SIMMER = (4, 5, 4, 5, 7, 6, 5, 5, 6, 7, 6, 6)
"""The line on the title page, an ornament: it rises and stays under the boil."""


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
        """Go where a way leads."""
        match name:
            case "title:play":
                return Push(seats_or_trouble(self.stage, FIRST))
            case "title:learn":
                return Push(lesson_or_trouble(self.stage, LESSON))
            case "title:scenarios":
                return Push(ScenariosScene(self.stage))
            case "title:load":
                return Push(LoadScene(self.stage))
            case "title:settings":
                return Push(SettingsScene(self.stage))
            case "title:glossary":
                return Push(self._glossary())
            case "title:quit":
                return Quit()
        return None

    def _glossary(self) -> PageScene:
        opened = open_scenario(FIRST)
        if isinstance(opened, Trouble):
            return TroubleScene(self.stage, opened.sentence)
        return GlossaryScene(self.stage, opened.book.scenario)

    def left(self) -> Change | None:
        """Stay: the window is closed by its own button or by Quit."""
        return None

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the title page, all paper: words and ways, the map, and the line that stays under boil."""
        said = self.stage.said or _("Facts carry a date and a source. Invented events say so.")
        words = Column(*_words(), self._ways(), Space(4), note(escape(said)), gap=12)
        margin = pen.px(24 if box.w < pen.px(1000) else 56)
        page = Scroll(
            "title",
            Row(Space(width=margin), Column(Space().grow(), words, Space().grow(), gap=16).grow(), gap=0),
        )
        wide, tall = box.w >= pen.px(1100), box.h >= pen.px(760)
        beside = Row(page.grow(0.5), _map().grow(0.5), gap=24, align="fill") if wide else page
        return Ground(Column(beside.grow(), _simmer() if tall else None, gap=0), On.PAPER, pad=0, down=0)

    def _ways(self) -> Widget:
        return Column(
            *self._games(),
            Way("title:scenarios", _("Scenarios"), _("All that can be played"), icon="map", key="S"),
            Way("title:load", _("Load"), _("Go on with a saved game"), icon="folder-open", key="L"),
            Way(
                "title:settings",
                _("Settings"),
                _("Text, contrast, sound, language"),
                icon="settings",
                key="T",
            ),
            Way("title:glossary", _("Glossary"), _("Terms in English and Korean"), icon="book-open", key="G"),
            Way("title:quit", _("Quit"), icon="log-out", key="Q"),
            gap=2,
        )

    def _games(self) -> tuple[Widget, Widget]:
        """Return the ways into a new game, the one that is offered first filled."""
        new = self.new_here
        play = Way(
            "title:play",
            _("Play"),
            _("Deadlock 2020: twelve months"),
            icon="play",
            key="P" if new else "Enter",
            first=not new,
        )
        learn = Way(
            "title:learn",
            _("First steps"),
            _("Learn it in ten minutes"),
            icon="graduation-cap",
            key="Enter" if new else "F",
            first=new,
        )
        return (learn, play) if new else (play, learn)


def _words() -> tuple[Widget, ...]:
    return (
        Label("Simmer", "title"),
        Rule("double"),
        Label(_("Washington, Pyongyang and Seoul: twelve months of redlines, offers and waiting."), "panel"),
        Label(
            _(
                "A forecast said that nothing would move before the election. Play any side, "
                "find out card by card why the deadlock holds, and what would break it."
            ),
            "plain",
            tone="second",
        ),
        Space(2),
    )


def _map() -> Widget:
    """Return the peninsula with its two capitals."""
    towns = (
        Town(_("Pyongyang"), (-192.5, -115.8), capital=True, left=True),
        Town(_("Seoul"), (-89.0, 46.9), capital=True),
    )
    names = (MapName(_("East Sea / Sea of Japan"), (205, -20)), MapName(_("Yellow Sea"), (-250, 110)))
    return MapPanel(MapContent("", towns, names, (), _("North"), _("South")))


def _simmer() -> Widget:
    stretches = (
        Stretch(_("calm"), 0, 2, "calm"),
        Stretch(_("simmer"), 3, 7, "simmer"),
        Stretch(_("boil"), 8, 10, "boil"),
    )
    return Trend(TrendContent(("",) * len(_SIMMER), _SIMMER, stretches), bare=True, height=140)
