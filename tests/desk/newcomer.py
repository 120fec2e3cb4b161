"""A newcomer: reads what the desk shows, follows the lesson, and counts inputs and reading time."""

from __future__ import annotations

from collections.abc import Iterator

from game.desk.kit.widgets.base import Widget
from game.desk.scenes.brief import BriefScene
from game.desk.scenes.ending import EndScene
from game.desk.scenes.reveal import RevealScene
from game.desk.scenes.seats import SeatsScene
from game.desk.scenes.table import TableScene
from game.desk.scenes.title import TitleScene
from game.presenters.brief import WORDS_A_MINUTE
from game.presenters.markup import plain
from tests.desk.pilot import Desk, Hand

AN_INPUT = 3.0
"""Seconds it takes to find and press the next thing."""


class Newcomer:
    """Somebody who has never seen Simmer and does what is offered first."""

    def __init__(self, desk: Desk, hand: Hand) -> None:
        self.desk, self.hand = desk, hand
        self.words = 0
        self.prompts: list[str] = []
        self.months = 0

    @property
    def minutes(self) -> float:
        """Return how long all this took: reading, and the inputs."""
        return self.words / WORDS_A_MINUTE + self.desk.inputs * AN_INPUT / 60

    def seal(self) -> None:
        """Go on until one more sheet is sealed."""
        before = self.months
        while self.months == before:
            self.move()

    def finish(self) -> None:
        """Go on until the last page shows."""
        while not isinstance(self.desk.scene, EndScene):
            self.move()

    def move(self) -> None:
        """Read what is new, and do what is asked or offered."""
        scene = self.desk.scene
        if isinstance(scene, TableScene):
            self.follow(scene)
            return
        if isinstance(scene, RevealScene):
            while not scene.steps.over:
                self.desk.pass_time()
        self.read(" ".join(shown(scene.page.top.root)))
        if isinstance(scene, RevealScene) and scene.prompt is not None:
            self.prompts.append(scene.prompt.id)
        self.hand.press(scene.first_focus())
        assert isinstance(scene, TitleScene | SeatsScene | BriefScene | RevealScene)

    def follow(self, scene: TableScene) -> None:
        """Carry out the prompt on the table."""
        prompt = scene.prompt
        assert prompt is not None, "the lesson says nothing"
        if prompt.id not in self.prompts:
            self.prompts.append(prompt.id)
            self.read(f"{prompt.title} {prompt.text}")
        self.hand.press(prompt.at)
        if prompt.at == "seal":
            self.months += 1
            if self.desk.scene is scene:
                self.hand.press("seal:sure")
        if prompt.at.startswith("card:"):
            self.read(" ".join(shown(scene.page.layers[0].root, "opened")))
        if prompt.at.startswith("why:"):
            self.read(" ".join(shown(scene.page.top.root)))
            self.hand.press("close:why")

    def read(self, text: str) -> None:
        """Count the words of a text."""
        self.words += len(text.split())


def shown(root: Widget, within: str = "") -> Iterator[str]:
    """Yield every run of text in a tree of widgets, or only below the widget of a name."""
    start = next(widget for widget in root.walk() if not within or widget.name == within)
    for widget in start.walk():
        widget.inked()
        yield from (plain(run.text) for run in widget.runs())
