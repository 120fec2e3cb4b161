"""How the desk performs: ``python -m tests.benchmarks.desk [MONTHS]`` prints every figure.

Frames are drawn by the software renderer at 1280 x 800; times depend on the machine, so each is also told as
a ratio to the yardstick: copying one whole picture of the window onto another.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, thread_time, time

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.page import Page
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.panel import Ground
from game.desk.scenes.base import PageScene
from game.desk.scenes.reveal import RevealScene
from game.desk.scenes.table import TableScene
from game.desk.scenes.title import TitleScene
from game.desk.views.feed import feed
from game.desk.window import Loop, new_stage
from game.presenters.asking import AskTold, AskWhy
from game.presenters.content import FeedLine, Mark
from tests.desk.scenes import SIDE, session, table

SIZE = (1280, 800)
FRAME = 1 / 30


def window() -> pygame.Surface:
    """Return the window of all measurements."""
    pygame.display.init()
    return pygame.display.set_mode(SIZE)


def yardstick(surface: pygame.Surface, times: int = 60) -> float:
    """Return the seconds it takes to copy one picture of the window onto another."""
    other = surface.copy()
    return median(_timed(lambda: surface.blit(other, (0, 0))) for _n in range(times))


def long_feed(entries: int = 500) -> Page:
    """Return a page that is one long feed."""
    shapes = ("square", "diamond", "circle")
    marks = [Mark(shapes[n % 3], str(n % 100)) for n in range(entries)]
    lines = [
        FeedLine(f"n{n}", mark, f"Headline number {n} of many", "Tension **+1**", AskTold("tension"))
        for n, mark in enumerate(marks)
    ]

    def compose(pen: Pen, box: Box) -> Widget:
        return Ground(feed(lines), On.PAPER)

    return Page(new_stage(), compose, SIZE)


def feed_frames(frames: int, entries: int = 500) -> Iterator[float]:
    """Yield the seconds of each frame of a feed that is being scrolled."""
    surface, page = window(), long_feed(entries)
    page.draw(surface)
    page.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(600, 400), rel=(0, 0), buttons=(0, 0, 0)))
    for n in range(frames):
        turn = pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1 if n // 200 % 2 == 0 else 1)

        def frame(turn: pygame.event.Event = turn) -> None:
            page.handle(turn)
            page.advance(FRAME)
            page.draw(surface)

        yield _timed(frame)


def reveal_frames(rounds: int) -> Iterator[float]:
    """Yield the seconds of each frame while sheets turn over and the gauge climbs."""
    surface, stage = window(), new_stage()
    for round_ in range(rounds):
        scene = RevealScene(stage, session(1 + round_ % 3), lambda: TitleScene(stage))
        scene.draw(surface)
        for _n in range(75):

            def frame(scene: PageScene = scene) -> None:
                if scene.advance(FRAME) is not None:
                    scene.draw(surface)

            yield _timed(frame)


def idle_share(seconds: float) -> tuple[float, int]:
    """Return the share of a processor a table takes where nothing happens, and how often it was drawn."""
    surface = window()
    stage = new_stage()
    scene = table(stage)
    drawn: list[float] = []
    draw = scene.draw

    def noted(surface: pygame.Surface) -> None:
        drawn.append(time())
        draw(surface)

    scene.draw = noted  # type: ignore[method-assign]
    loop = Loop(surface, (scene,), lambda: TitleScene(stage))
    _settle(loop)
    before, began, start = len(drawn), perf_counter(), process_time()
    while perf_counter() - began < seconds:
        loop.turn(pygame.event.get(), loop.clock.tick(30) / 1000)
    return (process_time() - start) / (perf_counter() - began), len(drawn) - before


def _settle(loop: Loop) -> None:
    """Let everything come to rest, what is worked out beside the window too."""
    for _n in range(120):
        loop.turn(pygame.event.get(), 0.1)
        loop.clock.tick(60)


def start_seconds() -> tuple[float, float]:
    """Return the seconds from starting a process to its first picture: by the clock, of a processor."""
    with TemporaryDirectory() as home:
        began = time()
        run = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.desk", "--first-picture"],
            env={**os.environ, "HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home},
            capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        shown, used = map(float, run.stdout.split()[-2:])
        return shown - began, used


def first_picture() -> None:
    """Open the desk as the command does, and print when its first picture stood, and what it took."""
    from game.desk import window as shown
    from game.desk.door import open_desk

    def once(loop: Loop) -> None:
        loop.turn(pygame.event.get(), 0.0)
        say(f"{time()} {process_time()}")

    setattr(shown.Loop, "run", once)  # noqa: B010 - a method may not be assigned to
    assert open_desk(None, None) is None


def soak(months: int, marks: int = 10) -> list[int]:
    """Play and draw so many months one after another; return the memory in use at even marks, in bytes."""
    surface, stage = window(), new_stage()
    held = []
    for month in range(1, months + 1):
        played = session(month % 4)
        seat = TableScene(stage, played, SIDE, lambda: TitleScene(stage))
        seat.acted(AskWhy("tension"))
        seat.draw(surface)
        seat.pressed("close:why")
        turned = RevealScene(stage, session(1 + month % 3), lambda: TitleScene(stage))
        for scene in (seat, turned):
            for _n in range(6):
                scene.advance(0.4)
                scene.draw(surface)
        if month % max(1, months // marks) == 0:
            gc.collect()
            held.append(memory())
    return held


def memory() -> int:
    """Return the bytes of memory this process holds, where the system tells."""
    pages = Path("/proc/self/statm")
    return int(pages.read_text().split()[1]) * 4096 if pages.exists() else 0


def _timed(work: Callable[[], object]) -> float:
    start = thread_time()
    work()
    return thread_time() - start


def worst(frames: list[float]) -> float:
    """Return the 99th percentile."""
    return quantiles(frames, n=100)[98]


def main(months: int) -> None:
    """Print every figure."""
    rule = yardstick(window())
    feed, reveal = list(feed_frames(1200)), list(reveal_frames(8))
    for name, frames in (("feed of 500 scrolled", feed), ("sheets turning", reveal)):
        slow = worst(frames)
        told = f"median {median(frames) * 1e3:.2f} ms, p99 {slow * 1e3:.2f} ms"
        say(f"{name}: {told}, {slow / rule:.1f} yardsticks")
    share, drawn = idle_share(10.0)
    say(f"idle: {share:.2%} of a processor, {drawn} pictures in 10 s")
    clock, used = min(start_seconds() for _n in range(3))
    say(f"first picture after {clock:.2f} s, {used:.2f} s of a processor")
    held = soak(months)
    say(f"soak of {months} months: {[round(b / 1e6, 1) for b in held]} MB")


def say(line: str) -> None:
    """Write a line where it can be read at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if "--first-picture" in sys.argv:
        first_picture()
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
