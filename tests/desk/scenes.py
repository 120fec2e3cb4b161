"""Every scene of a game, made without anybody pressing anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from game.desk.actions import DraftPackage, OpenSlot
from game.desk.kit.touch import Picked, Pressed
from game.desk.scenes.advice import AdviceScene
from game.desk.scenes.base import PageScene
from game.desk.scenes.brief import BriefScene
from game.desk.scenes.changed import ChangedScene, Told
from game.desk.scenes.curtain import CurtainScene
from game.desk.scenes.ending import EndScene
from game.desk.scenes.glossary import GlossaryScene
from game.desk.scenes.ledger import LedgerScene
from game.desk.scenes.load import LoadScene
from game.desk.scenes.offers import OffersScene
from game.desk.scenes.replay import ReplayScene
from game.desk.scenes.reveal import RevealScene
from game.desk.scenes.scenarios import ScenariosScene, listed
from game.desk.scenes.seats import seats_or_trouble
from game.desk.scenes.session import Session
from game.desk.scenes.settings import SettingsScene
from game.desk.scenes.table import TableScene
from game.desk.scenes.title import TitleScene
from game.desk.scenes.trouble import TroubleScene
from game.desk.scenes.watched import Watched
from game.desk.window import Stage
from game.located.findings import Finding, Grade
from game.match.loading import SHUT, Opened, open_match, open_scenario
from game.match.match import Match
from game.match.versions import OtherVersion
from game.match.watch import Watch
from game.presenters.asking import AskTold, AskWhy
from game.rules.sheets import Order
from game.scenario.reader import Reading, read_scenario_text

SIDE = "pyongyang"


@cache
def played(months: int) -> Match:
    """Return a game in which Pyongyang has played its part for some months, among them open acts."""
    match = open_match("deadlock-2020", 7, {SIDE: "human"})
    assert isinstance(match, Match)
    for month in range(months):
        laid = match.lay(SIDE, "act", Order(("short_range_test", "border_fire", "icbm_flight")[month % 3]))
        sealed = (laid if isinstance(laid, Match) else match).seal(SIDE)
        assert isinstance(sealed, Match)
        match = sealed.adjudicated()
        if match.over:
            break
    return match


def table(stage: Stage, months: int = 3) -> TableScene:
    """Return the table after some months."""
    session = Session(played(months), Path("kept.simmer"))
    return TableScene(stage, session, SIDE, lambda: TitleScene(stage))


def over_table(touch: Pressed) -> Callable[[Stage], PageScene]:
    """Return what makes a table with a pop-over opened by a touch, whichever of its parts is in sight."""

    def made(stage: Stage) -> PageScene:
        scene = table(stage)
        scene.touched(touch)
        return scene

    return made


def rack(slot: str) -> Callable[[Stage], PageScene]:
    """Return what makes a table with another line of the sheet open."""

    def made(stage: Stage) -> PageScene:
        scene = table(stage)
        scene.acted(OpenSlot(slot))
        return scene

    return made


def part(name: str) -> Callable[[Stage], PageScene]:
    """Return what makes a table with another of its parts open, where the window shows them one by one."""

    def made(stage: Stage) -> PageScene:
        scene = table(stage)
        scene.touched(Picked("part", name))
        return scene

    return made


def session(months: int) -> Session:
    """Return a session of a game some months old."""
    return Session(played(months), Path("kept.simmer"))


def lesson(months: int) -> Match:
    """Return the first steps as far as their prompts led in so many months."""
    match = open_match("first-steps", 7, {SIDE: "human"})
    assert isinstance(match, Match)
    for card in ("short_range_test", "border_fire", "hotline")[:months]:
        laid = match.lay(SIDE, "act", Order(card))
        assert isinstance(laid, Match)
        sealed = laid.seal(SIDE)
        assert isinstance(sealed, Match)
        match = sealed.adjudicated()
    return match


def lesson_table(stage: Stage) -> PageScene:
    """Return the table of the first steps, where a line is to be crossed."""
    session = Session(lesson(1), Path("kept.simmer"), asked={"ask_why"})
    return TableScene(stage, session, SIDE, lambda: TitleScene(stage))


def lesson_reveal(stage: Stage) -> PageScene:
    """Return the reveal of the first steps at which two lines are crossed."""
    return RevealScene(stage, Session(lesson(2), Path("kept.simmer")), lambda: TitleScene(stage))


def offers(stage: Stage) -> PageScene:
    """Return the bargaining table with a package drafted."""
    scene = OffersScene(stage, session(3), SIDE, "offer_pyongyang", lambda: None)
    scene.acted(next(s.action for s in scene.page.top.stops() if isinstance(s.action, DraftPackage)))
    return scene


def watched_table(stage: Stage) -> PageScene:
    """Return a table whose scenario is being written, with a slip in it."""
    slips = tuple(
        Finding(
            "R301",
            Grade.ERROR,
            f"there is no track 'tensoin{n}'",
            "mine/scenario.yaml",
            n,
            4,
            hint="did you mean 'tension'?",
        )
        for n in range(5)
    )
    said = "The file has errors; the last good version is played on."
    watching = Session(played(3), Path("kept.simmer"), watched=Watched(Watch("deadlock-2020"), said, slips))
    return TableScene(stage, watching, SIDE, lambda: TitleScene(stage))


def broken_list(stage: Stage) -> PageScene:
    """Return the list of scenarios with a broken one among them."""
    scene = ScenariosScene(stage)
    text = "format: 1\nid: mine\ntitel: x\n"
    found = read_scenario_text(text, "mine/scenario.yaml")[1]
    broken = listed(Reading(Path("mine/scenario.yaml"), None, found, text))
    scene.listed = {"mine": broken, **scene.listed}
    scene.page.refresh()
    return scene


def changed(stage: Stage) -> PageScene:
    """Return what is told of a save whose scenario has other words now, and whose sheets another closed."""
    match = played(3)
    opened = open_scenario("deadlock-2020")
    assert isinstance(opened, Opened)
    told = Told(replace(match, note=SHUT), OtherVersion(opened, same_rules=True))
    return ChangedScene(stage, told, lambda _match: TitleScene(stage), lambda: LoadScene(stage))


def end(part: str) -> Callable[[Stage], PageScene]:
    """Return what makes the last scene with one of its pages open."""

    def made(stage: Stage) -> PageScene:
        scene = EndScene(stage, session(12))
        scene.advance(30.0)
        scene.touched(Picked("end", part))
        return scene

    return made


SCENES: dict[str, Callable[[Stage], PageScene]] = {
    "title": TitleScene,
    "scenarios": ScenariosScene,
    "seats": lambda stage: seats_or_trouble(stage, "deadlock-2020"),
    "load": LoadScene,
    "changed": changed,
    "trouble": lambda stage: TroubleScene(stage, "The save 'x.simmer' is damaged; an older one is kept."),
    "brief": lambda stage: BriefScene(stage, session(0), SIDE),
    "curtain": lambda stage: CurtainScene(stage, session(3), SIDE, lambda: TitleScene(stage)),
    "table": table,
    "table-watched": watched_table,
    "scenarios-broken": broken_list,
    "table-home": rack("home"),
    "table-table": rack("table"),
    "table-sheet": part("sheet"),
    "table-standing": part("standing"),
    "table-map": part("map"),
    "menu": over_table(Pressed("menu")),
    "seal": over_table(Pressed("seal")),
    "why": over_table(Pressed("why", AskWhy("tension"))),
    "replay": lambda stage: ReplayScene(stage, played(12)),
    "ledger": lambda stage: LedgerScene(stage, played(3), SIDE),
    "told": over_table(Pressed("told", AskTold("order:answer_fire"))),
    "advice": lambda stage: AdviceScene(stage, played(3), SIDE),
    "offers": offers,
    "reveal": lambda stage: RevealScene(stage, session(2), lambda: TitleScene(stage)),
    "lesson": lesson_table,
    "lesson-reveal": lesson_reveal,
    "settings": SettingsScene,
    "glossary": lambda stage: GlossaryScene(stage, played(0).book.scenario),
    "end-lines": end("lines"),
    "end-offers": end("offers"),
    "end-reasons": end("reasons"),
    "end-compared": end("compared"),
    "end-questions": end("questions"),
    "end": lambda stage: EndScene(stage, session(12)),
}
"""How each scene is made."""
