"""A pilot: plays the desk like a person, by nothing but real events of the mouse or of the keyboard.

`python -m tests.desk.pilot mouse FILE` plays a whole game in a window of its own and writes what was seen;
`python -m tests.desk.pilot mouse FILE 3` plays three months of it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Protocol

import pygame

from game.conditions.bounds import LONGEST
from game.desk.kit.focus import step
from game.desk.kit.geometry import DESIGN_SIZE
from game.desk.kit.widgets.base import Spot
from game.desk.scenes.base import PageScene
from game.desk.scenes.brief import BriefScene
from game.desk.scenes.curtain import CurtainScene
from game.desk.scenes.ending import EndScene
from game.desk.scenes.offers import OffersScene
from game.desk.scenes.reveal import RevealScene
from game.desk.scenes.seats import SeatsScene
from game.desk.scenes.table import TableScene
from game.desk.scenes.title import TitleScene
from game.desk.window import Loop, new_stage
from game.rules.index import HOLD

FRAME = 1 / 30
"""Seconds that pass in a turn of the loop."""

INPUTS = (pygame.KEYDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL)
"""What counts as one input of a player's hand."""

PRESSES = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL)
"""What is not listened to in the first half second."""

MOST = 40_000
"""Turns after which a pilot gives up."""


ON: dict[type[PageScene], str] = {
    TitleScene: "title:play",
    BriefScene: "brief:sit",
    CurtainScene: "curtain:lift",
}
"""What leads on from scenes where there is nothing to choose."""


def listening(loop: Loop) -> Loop:
    """Let time pass until what is shown listens to a press."""
    while loop.scenes and not loop.gate.open:
        loop.turn([], FRAME)
    return loop


class Hand(Protocol):
    """What presses a spot of the topmost page by events alone."""

    def press(self, name: str) -> None:
        """Press the spot of this name."""


class Desk:
    """A window of scenes that real events are posted to."""

    def __init__(self, size: tuple[int, int] = DESIGN_SIZE) -> None:
        pygame.display.init()
        pygame.font.init()
        surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        stage = new_stage()
        self.loop = Loop(surface, (TitleScene(stage),), lambda: TitleScene(stage))
        self.events = self.turns = self.inputs = 0
        pygame.event.clear()
        self.pass_time()

    @property
    def scene(self) -> PageScene:
        """The scene on top."""
        top = self.loop.scenes[-1]
        assert isinstance(top, PageScene)
        return top

    @property
    def open(self) -> bool:
        """Whether the window is still there."""
        return bool(self.loop.scenes)

    def post(self, kind: int, **told: Any) -> None:
        """Post one event and let the window take it, a press once what is shown listens to one."""
        while kind in PRESSES and self.open and not self.loop.gate.open:
            self.pass_time()
        self.events += 1
        self.inputs += kind in INPUTS
        pygame.event.post(pygame.event.Event(kind, **told))
        self.pass_time()

    def pass_time(self) -> None:
        """Let one turn of the loop go by."""
        self.turns += 1
        assert self.turns < MOST, "the pilot is lost"
        self.loop.turn(pygame.event.get(), FRAME)

    def strike(self, key: int, unicode: str = "") -> None:
        """Press a key and let it go."""
        self.post(pygame.KEYDOWN, key=key, mod=0, unicode=unicode, scancode=0)
        self.post(pygame.KEYUP, key=key, mod=0, unicode=unicode, scancode=0)

    def spot(self, name: str) -> Spot:
        """Return the spot of a name on the topmost layer."""
        target = self.scene.page.top.target(name)
        assert target is not None, f"{name} is not on {type(self.scene).__name__}"
        return target.own


class Mouse:
    """Presses with the pointer: the wheel brings a spot into sight, a click presses it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def press(self, name: str) -> None:
        """Press the spot of this name."""
        at = self._in_sight(name)
        self.desk.post(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
        self.desk.post(pygame.MOUSEBUTTONDOWN, pos=at, button=1)
        self.desk.post(pygame.MOUSEBUTTONUP, pos=at, button=1)

    def _in_sight(self, name: str) -> tuple[int, int]:
        """Return where the spot can be seen, turned there by the wheel."""
        for _turn in range(60):
            spot = self.desk.spot(name)
            at = spot.shown.centre
            under = self.desk.scene.page.top.at(at)
            if spot.shown.w and spot.shown.h and under is not None and under.name == name:
                return at
            assert spot.clip is not None, f"{name} lies under something else"
            self.desk.post(pygame.MOUSEMOTION, pos=spot.clip.centre, rel=(0, 0), buttons=(0, 0, 0))
            self.desk.post(pygame.MOUSEWHEEL, x=0, y=1 if spot.box.y < spot.clip.y else -1)
        raise AssertionError(f"the wheel does not bring {name} into sight")


class Keyboard:
    """Presses with keys: TAB and arrows, then Enter."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def press(self, name: str) -> None:
        """Press the spot of this name."""
        self.go(name)
        self.desk.strike(pygame.K_RETURN, "\r")

    def go(self, name: str) -> None:
        """Bring the focus to the spot of this name, by TAB into its group and by arrows within."""
        page = self.desk.scene.page
        group = self.desk.spot(name).group
        for _press in range(200):
            here = page.top.target(page.focused)
            if page.focused == name:
                return
            if group and here is not None and here.spot.group == group:
                self._within(name)
                return
            assert step(page.top.stops(), page.focused, False, page.top.visited)
            self.desk.strike(pygame.K_TAB, "\t")
        raise AssertionError(f"TAB does not lead to {name}")

    def _within(self, name: str) -> None:
        """Walk with the arrows toward a spot of the same group."""
        page, seen = self.desk.scene.page, set()
        for _press in range(120):
            if page.focused == name:
                return
            seen.add(page.focused)
            here, goal = self.desk.spot(page.focused).box.centre, self.desk.spot(name).box.centre
            across, down = goal[0] - here[0], goal[1] - here[1]
            first = _key(across, pygame.K_RIGHT, pygame.K_LEFT)
            second = _key(down, pygame.K_DOWN, pygame.K_UP)
            for key in (first, second) if abs(across) > abs(down) else (second, first):
                before = page.focused
                self.desk.strike(key)
                if page.focused != before and page.focused not in seen:
                    break
        raise AssertionError(f"the arrows do not lead to {name}")


class Fingers(Keyboard):
    """Presses the printed key where there is one, as somebody does who reads the desk."""

    def press(self, name: str) -> None:
        """Press the spot of this name."""
        spot = self.desk.spot(name)
        if len(spot.key) == 1:
            code = pygame.key.key_code(spot.key.lower())
            self.desk.strike(code, spot.key.lower())
        else:
            super().press(name)


def _key(way: int, forward: int, backward: int) -> int:
    return forward if way >= 0 else backward


class Pilot:
    """Someone who plays whatever the desk shows, from the title to the end."""

    def __init__(self, desk: Desk, hand: Hand, people: tuple[str, ...] = ()) -> None:
        self.desk, self.hand, self.people = desk, hand, people
        self.seen: list[str] = []
        self.sealed = 0

    def play(self, months: int = LONGEST) -> None:
        """Play until the end scene shows and close the window, or so many months and leave it open."""
        while self.desk.open and not isinstance(self.desk.scene, EndScene):
            self.move()
            if self.seen.count("RevealScene") == months:
                return
        self.note()
        self.hand.press("end:quit")
        assert not self.desk.open

    def note(self) -> None:
        """Note which scene is on top."""
        self.seen.append(type(self.desk.scene).__name__)

    def move(self) -> None:
        """Do what the scene on top asks for."""
        self.note()
        match self.desk.scene:
            case SeatsScene():
                for side in self.people:
                    self.hand.press(f"seat:{side}/human")
                self.hand.press("seats:begin")
            case OffersScene():
                self.offer()
            case TableScene() as scene:
                self.month(scene)
            case RevealScene() as reveal:
                while self.desk.open and self.desk.scene is reveal:
                    self.hand.press("reveal:on")
            case other:
                self.hand.press(ON[type(other)])

    def month(self, scene: TableScene) -> None:
        """Lay a card on each line of the sheet, take one back or ask why now and then, and seal it."""
        side = scene.side
        for slot, cards in scene.match.menu(side).items():
            legal = [card for card, refusal in cards.items() if refusal is None and card != HOLD]
            if legal:
                self.hand.press(f"slot:{slot}")
                self.hand.press(f"card:{legal[self.sealed % len(legal)]}")
                if isinstance(self.desk.scene, OffersScene):
                    self.move()
        if self.sealed % 4 == 1 and not scene.match.hands[side].untouched:
            self.hand.press("undo")
        if self.sealed % 4 == 2:
            self.hand.press("why:tension")
            self.hand.press("close:why")
        self.hand.press("seal")
        if self.desk.scene is scene and scene.page.top.target("seal:sure") is not None:
            self.hand.press("seal:sure")
        self.sealed += 1

    def offer(self) -> None:
        """Start from the first package and put it on the sheet."""
        packages = [s.name for s in self.desk.scene.page.top.stops() if s.name.startswith("package:")]
        self.hand.press(packages[0])
        self.hand.press("offers:lay")


def main(hand: str, told: str, months: str = str(LONGEST)) -> None:
    """Play a game in a window of its own and write what was seen."""
    desk = Desk()
    pilot = Pilot(desk, Mouse(desk) if hand == "mouse" else Keyboard(desk))
    pilot.play(int(months))
    report = {"driver": pygame.display.get_driver(), "seen": pilot.seen, "sealed": pilot.sealed}
    Path(told).write_text(json.dumps(report), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
