"""A monkey: random input at the desk, and a clerk beside it who knows what may come of it.

`python -m tests.desk.monkey SCENARIO EVENTS [SEED]` lets it loose and tells what it did and what it took.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import thread_time
from typing import Any

import pygame

from game.desk.beside import stop_all
from game.desk.scene import Scene
from game.desk.scenes.base import PageScene
from game.desk.scenes.ending import EndScene
from game.desk.scenes.flow import next_scene
from game.desk.scenes.reveal import RevealScene
from game.desk.scenes.session import Session
from game.desk.scenes.table import TableScene
from game.desk.scenes.title import TitleScene
from game.desk.screen import Screen
from game.desk.stage import Stage, kept_stage
from game.desk.window import Loop
from game.match.draft import Draft, Month
from game.match.journal import Journal, journal_of
from game.match.loading import open_match, open_save
from game.match.match import Match
from game.match.savefile import load
from game.match.trouble import Trouble
from game.players.roster import PERSONA
from game.rules.index import HOLD

SIZES = ((300, 200), (640, 480), (1024, 700), (1280, 800), (1280, 800), (1600, 1000))
LETTERS = "sswlbzgmadftr123,."
KEYS = (
    *(pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_TAB, pygame.K_UP, pygame.K_DOWN),
    *(pygame.K_LEFT, pygame.K_RIGHT, pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END),
    *(pygame.K_BACKSPACE, pygame.K_DELETE, pygame.K_F11, pygame.K_KP_ENTER, 0x44B, pygame.K_AMPERSAND),
)
TEXTS = ("t", "tension", "긴장", "北", "\u202e", "🙂", "", " ", "[/b]", "*", "\t", "e\u0301" * 40, "x" * 500)
MODS = (0, 0, 0, 0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_LALT, pygame.KMOD_LCTRL)
SECONDS = (0.0, 1 / 30, 1 / 30, 0.1, 0.2, 0.3, 0.6, 2.0)
HALF = 0.5
"""Seconds for which what is newly shown must take no press."""

FEW = 3
"""Events that a turn counts for at most."""

EAGER = frozenset(
    {"seal", "seal:sure", "reveal:on", "curtain:lift", "brief:sit", "title:play", "seats:begin"}
)
"""What a monkey likes to press, so that months are played."""

STAY = 60
"""Turns that a monkey is left where no game is played."""

Known = tuple[tuple[Month, ...], frozenset[str]]
"""The months of a game, and the sides whose sheets of the open one are sealed."""


class Clerk:
    """Keeps a book of its own of what was played, and says when the desk or the disk says otherwise."""

    def __init__(self) -> None:
        self.known: dict[Path, Known] = {}
        self.asked: dict[Path, set[str]] = {}
        self.now = self.since = 0.0
        self.face: object = None
        self.down: set[int] = set()
        self.pressed = False
        self.was: tuple[Scene | None, bool, bool] = (None, False, False)

    def before(self, top: Scene, events: list[pygame.event.Event]) -> None:
        """Take note of what is shown, and whether a person pressed anything after seeing it."""
        fresh = False
        for event in events:
            if event.type == pygame.KEYDOWN:
                fresh |= event.key not in self.down
                self.down.add(event.key)
            elif event.type == pygame.KEYUP:
                self.down.discard(event.key)
            elif event.type == pygame.WINDOWFOCUSLOST:
                self.down.clear()
            fresh |= event.type == pygame.MOUSEBUTTONUP and event.button == 1
        self.pressed = fresh and self.now - self.since >= HALF
        seat = top if isinstance(top, TableScene) else None
        choice = seat is not None and _has_choice(seat.match, seat.side)
        over = seat.page.face.popover if seat is not None else None
        self.was = (top, choice, over is not None and over.name == "seal")

    def after(self, scenes: tuple[Scene, ...], seconds: float) -> None:
        """Compare what is played and kept with what was answered."""
        self.now += seconds
        top = scenes[-1] if scenes else None
        face = (top, _face(top))
        if face != self.face:
            self.face, self.since = face, self.now
        for session in _sessions((*scenes, self.was[0])):
            self._compare(session)

    def _compare(self, session: Session) -> None:
        match, path = session.match, session.path
        sealed = frozenset(side for side, hand in match.hands.items() if hand.sealed)
        before = self.known.get(path, ((), frozenset()))
        after: Known = (match.months, sealed)
        if after == before:
            return
        months, shut = before
        self._grown(session, months, shut, after)
        self.known[path] = after
        kept = load(path)
        assert isinstance(kept, Journal), kept
        assert kept.months == match.months, "the disk holds other months than were sealed"
        assert _sealed(kept.hands) == sealed, "the disk holds other sheets as sealed"

    def _grown(self, session: Session, months: tuple[Month, ...], shut: frozenset[str], to: Known) -> None:
        people, asked = set(session.people), self.asked.setdefault(session.path, set())
        assert to[0][: len(months)] == months, "a month was lost or changed"
        new = len(to[0]) - len(months)
        assert new in (0, 1), "more than one month at once"
        latest = people - shut - asked if new else set(to[1] - shut)
        assert len(latest) <= 1, "more than one sheet was sealed at once"
        for side in latest:
            laid = to[0][-1].sheets[side] if new else session.match.hands[side].sheet
            self._answered(side, bool(laid))
            asked.add(side)
        if new:
            assert asked == people, "a month was played before every sheet was sealed"
            asked.clear()

    def _answered(self, side: str, laid: bool) -> None:
        scene, choice, question = self.was
        assert self.pressed, "a sheet was sealed without a fresh press after half a second"
        assert isinstance(scene, TableScene), "a sheet was sealed where none lies"
        assert scene.side == side, "another's sheet was sealed"
        assert laid or question or not choice, "a sheet that holds on every line was sealed unasked"


def _has_choice(match: Match, side: str) -> bool:
    """Return whether a card could lie on a sheet."""
    could = [
        why is None for cards in match.menu(side).values() for card, why in cards.items() if card != HOLD
    ]
    return any(could)


def _sealed(hands: Any) -> frozenset[str]:
    return frozenset(side for side, draft in hands.items() if isinstance(draft, Draft) and draft.sealed)


def _face(scene: Scene | None) -> object:
    """Return what is to be answered on a scene, looked up in a way of its own."""
    if not isinstance(scene, PageScene):
        return None
    asking = [layer for layer in scene.page.layers if not (layer.popover and layer.popover.brief)]
    return asking[-1], isinstance(scene, RevealScene) and scene.steps.over


def _sessions(scenes: tuple[Scene | None, ...]) -> list[Session]:
    found = {
        id(each): each for scene in scenes if isinstance(each := getattr(scene, "session", None), Session)
    }
    return list(found.values())


class Monkey:
    """Plays a scenario by nothing but random events."""

    def __init__(
        self, scenario: str, seed: int, folder: Path, people: int = 1, others: str = PERSONA
    ) -> None:
        self.scenario, self.luck, self.folder = scenario, Random(seed), folder
        self.people, self.others = people, others
        self.stage: Stage = kept_stage(folder / "settings.json")
        self.clerk = Clerk()
        self.events = self.games = self.stayed = 0
        self.worst = 0.0
        self.seen: Counter[str] = Counter()
        self.path = folder / "none.simmer"
        self.loop = self._begun()

    def run(self, events: int) -> None:
        """Go on until so many events were posted."""
        while self.events < events:
            self.turn()
        stop_all()

    def turn(self) -> None:
        """One turn of the loop with what it brings; the window is opened again once it is closed."""
        events, seconds = list(self._batch()), self.luck.choice(SECONDS)
        self.events += min(len(events), FEW)  # a flood counts as one or a few
        self.seen[type(self.loop.scenes[-1]).__name__] += 1
        self.clerk.before(self.loop.scenes[-1], events)
        began = thread_time()
        self.loop.turn(events, seconds)
        self.worst = max(self.worst, thread_time() - began)
        self.clerk.after(self.loop.scenes, seconds)
        self._onward()

    def _onward(self) -> None:
        """Open the window again where it was closed; leave the title and the end after a while."""
        if not self.loop.scenes:
            stop_all()
            self.loop = self._gone_on()
        elsewhere = not _sessions(self.loop.scenes) or isinstance(self.loop.scenes[0], EndScene)
        self.stayed = self.stayed + 1 if elsewhere else 0
        if self.stayed > STAY:
            over = isinstance(self.loop.scenes[0], EndScene)
            stop_all()
            self.stayed = 0
            self.loop = self._begun() if over else self._gone_on()

    def _begun(self) -> Loop:
        """Begin a new game of the scenario."""
        found = open_match(self.scenario, self.luck.randrange(1 << 30), {}, self.others)
        assert isinstance(found, Match)
        seats = dict(found.seats)
        sides = sorted(seats)
        lesson = found.book.scenario.lesson
        for side in ([lesson.side] if lesson else sides)[: self.people]:
            seats[side] = "human"
        self.games += 1
        self.path = self.folder / "saves" / f"{self.scenario} {self.games}.simmer"
        session = Session(found.with_seats(seats), self.path)
        session.keep()
        return self._opened(session)

    def _gone_on(self) -> Loop:
        """Open the save as somebody does who comes back: nothing that was sealed may be missing."""
        found = open_save(self.path, "en")
        assert not isinstance(found, Trouble), found.sentence
        months, sealed = self.clerk.known.get(self.path, ((), frozenset()))
        assert found.months[: len(months)] == months, "a sealed month is not in the save"
        assert len(found.months) > len(months) or sealed <= _sealed(journal_of(found).hands)
        return self._opened(Session(found, self.path, briefed=set(found.seats)))

    def _opened(self, session: Session) -> Loop:
        surface = pygame.display.set_mode(self.luck.choice(SIZES), pygame.RESIZABLE)
        self.clerk.down.clear()
        screen = Screen(self.stage)
        screen.full = self.stage.settings.full_screen
        scene = next_scene(self.stage, session)
        self.clerk.was = (None, False, False)
        return Loop(surface, (scene,), lambda: TitleScene(self.stage), screen)

    def _batch(self) -> Iterator[pygame.event.Event]:
        """Yield the events of a turn: one or a few, now and then a flood."""
        if self.luck.random() < 0.02:
            yield from self._flood()
            return
        for _n in range(self.luck.choice((1, 1, 1, 2, 3))):
            kind = self.luck.choices(
                ("key", "press", "click", "motion", "text", "wheel", "resize", "focus", "quit"),
                (30, 12, 26, 8, 6, 6, 2, 3, 0.3),
            )[0]
            yield from getattr(self, f"_{kind}")()

    def _flood(self) -> Iterator[pygame.event.Event]:
        kind = self.luck.choice(("held", "motion", "wheel", "resize"))
        if kind == "held":
            down = next(iter(self._press()))
            yield from [down] * 60
            return
        for _n in range(60):
            yield from getattr(self, f"_{kind}")()

    def _key(self) -> Iterator[pygame.event.Event]:
        """Strike a key, and mostly let it go."""
        down = next(iter(self._press()))
        yield down
        if self.luck.random() < 0.9:
            yield pygame.event.Event(pygame.KEYUP, key=down.key, mod=0, scancode=down.scancode)

    def _press(self) -> Iterator[pygame.event.Event]:
        letter = self.luck.choice(LETTERS)
        key = pygame.key.key_code(letter) if self.luck.random() < 0.5 else self.luck.choice(KEYS)
        text = letter if key < 128 else ""
        place = self.luck.randrange(4, 60)
        yield pygame.event.Event(
            pygame.KEYDOWN, key=key, mod=self.luck.choice(MODS), unicode=text, scancode=place
        )

    def _click(self) -> Iterator[pygame.event.Event]:
        at, button = self._point(), self.luck.choice((1, 1, 1, 1, 1, 1, 2, 3, 4, 5))
        yield pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
        yield pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=button)
        if self.luck.random() < 0.1:
            at = self._point()
            yield pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(1, 0, 0))
        if self.luck.random() < 0.95:
            yield pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=button)

    def _motion(self) -> Iterator[pygame.event.Event]:
        yield pygame.event.Event(pygame.MOUSEMOTION, pos=self._point(), rel=(0, 0), buttons=(0, 0, 0))

    def _text(self) -> Iterator[pygame.event.Event]:
        text = self.luck.choice(TEXTS)
        if self.luck.random() < 0.3:
            yield pygame.event.Event(pygame.TEXTEDITING, text=text, start=0, length=len(text))
        else:
            yield pygame.event.Event(pygame.TEXTINPUT, text=text)

    def _wheel(self) -> Iterator[pygame.event.Event]:
        yield pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=self.luck.choice((-30, -1, 1, 30)))

    def _resize(self) -> Iterator[pygame.event.Event]:
        w, h = self.luck.choice(SIZES)
        if not self.stage.settings.full_screen:
            pygame.display.set_mode((w, h), pygame.RESIZABLE)
        yield pygame.event.Event(pygame.VIDEORESIZE, w=w, h=h, size=(w, h))

    def _focus(self) -> Iterator[pygame.event.Event]:
        kinds = (pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED, pygame.WINDOWEXPOSED)
        yield pygame.event.Event(self.luck.choice((*kinds, pygame.WINDOWMINIMIZED, pygame.WINDOWRESTORED)))

    def _quit(self) -> Iterator[pygame.event.Event]:
        yield pygame.event.Event(pygame.QUIT)

    def _point(self) -> tuple[int, int]:
        """Return a place in the window, mostly where something can be pressed."""
        scene = self.loop.scenes[-1]
        width, height = pygame.display.get_window_size()
        if isinstance(scene, PageScene) and self.luck.random() < 0.85:
            spots = [each.spot for each in scene.page.top.targets()]
            spots = [spot for spot in spots if spot.shown.w and spot.shown.h]
            eager = [spot for spot in spots if spot.name in EAGER and self.luck.random() < 0.3]
            if spots:
                return self.luck.choice(eager or spots).shown.centre
        return self.luck.randrange(-5, width + 5), self.luck.randrange(-5, height + 5)


def main(scenario: str, events: str, seed: str = "1", people: str = "1", others: str = PERSONA) -> None:
    """Let a monkey loose on a scenario."""
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 800))
    with TemporaryDirectory() as folder:
        monkey = Monkey(scenario, int(seed), Path(folder), int(people), others)
        monkey.run(int(events))
    months = sum(len(months) for months, _sealed in monkey.clerk.known.values())
    sys.stdout.write(
        f"{scenario}: {monkey.events} events, {monkey.games} games, {months} months, "
        f"worst turn {monkey.worst:.2f} s of a processor; {dict(monkey.seen)}\n"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
