"""Scenarios of every shape the checker admits: from two sides and one slot to eight of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from game.desk.scenes.base import PageScene
from game.desk.scenes.brief import BriefScene
from game.desk.scenes.curtain import CurtainScene
from game.desk.scenes.ending import EndScene
from game.desk.scenes.ledger import LedgerScene
from game.desk.scenes.reveal import RevealScene
from game.desk.scenes.seats import SeatsScene
from game.desk.scenes.session import Session
from game.desk.scenes.table import TableScene
from game.desk.scenes.title import TitleScene
from game.desk.window import Stage
from game.match.loading import Opened, open_scenario
from game.match.match import Match, new_match
from game.rules.sheets import Order

SHAPES = ((2, 1), (4, 4), (8, 8))
"""How many sides and slots: the fewest, what once broke, the most."""

NAMES = ("United States", "Iran", "E3/EU", "Moscow and Beijing", "Upland", "Lowland", "Harbour League", "UN")
LINES = ("Home", "Talk", "Table", "Act", "Border", "Signals", "Money", "Parliament")
MARKS = ("square", "diamond", "circle")

_HEAD = """\
format: 1
id: shape
title: A table of any shape
summary: As many sides and lines as were asked for.
start: 2031-04
months: 3
sides:
"""
_REST = """\
endings:
  clash: {title: A clash, text: It came to blows., when: tension >= 9, at_once: true, chance: 20}
  end: {title: The last month, text: The months have gone by.}
"""


def scenario(sides: int, slots: int) -> str:
    """Return the text of a scenario with so many sides and slots."""
    text = _HEAD
    tracks = "tracks:\n  tension: {label: Tension, start: 6, icon: flame, text: How close it is.}\n"
    cards = "cards:\n"
    lines, tempers = "redlines:\n", "personas:\n"
    for n, label in enumerate(NAMES[:sides]):
        text += (
            f"  s{n}:\n    label: {label}\n    letter: {label[0]}\n    mark: {MARKS[n % 3]}\n"
            f"    office: The office of {label}\n    summary: It wants something and fears another.\n"
            "    goals: {calm: {text: Calm., points: 100, grade: tension, low: 10, high: 0, tag: invented}}\n"
        )
        tracks += (
            f"  s{n}.support: {{label: Support, start: 5, icon: users, text: How far home lets it go.}}\n"
        )
        for m in range(slots):
            cards += (
                f"  c{n}_{m}: {{side: s{n}, slot: l{m}, kind: pressure, title: Press the other side, "
                f"text: Do it., icon: ban, tag: invented, effects: {{tension: +1, s{n}.support: +1}}, "
                "why: It was done.}\n"
            )
        lines += (
            f"  r{n}: {{title: A line of {label}, drawn_by: s{n}, "
            f"limit: {{track: tension, above: [{6 + (n > 5)}]}}, why: It was passed., "
            f"answered_by: [c{n}_0], tag: invented}}\n"
        )
        tempers += (
            f"  p{n}: {{side: s{n}, label: Wary, text: Wants calm., tag: invented, "
            f"cares: {{tension: {{each: -2}}, s{n}.support: {{each: 1}}}}}}\n"
        )
    named = "".join(
        f"  l{m}: {{title: {name}, text: What is done, hold: Hold}}\n" for m, name in enumerate(LINES[:slots])
    )
    return f"{text}slots:\n{named}{tracks}{cards}{lines}{tempers}{_REST}"


@cache
def shape(sides: int, slots: int) -> Opened:
    """Return a scenario of that shape, read."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "scenario.yaml"
        file.write_text(scenario(sides, slots), encoding="utf-8")
        opened = open_scenario(str(file))
    assert isinstance(opened, Opened), opened
    return opened


@cache
def new(sides: int, slots: int, seats: int = 1) -> Match:
    """Return a new match of that shape, the first sides played by people."""
    found = shape(sides, slots)
    seated = {f"s{n}": "human" if n < seats else f"p{n}" for n in range(sides)}
    return new_match(found.book, found.digest, 7, seated, found.source)


@cache
def played(sides: int, slots: int, months: int = 1) -> Match:
    """Return the same match some months later, every line of the first sheet taken."""
    match = new(sides, slots)
    for _month in range(months):
        for m in range(slots):
            laid = match.lay("s0", f"l{m}", Order(f"c0_{m}"))
            match = laid if isinstance(laid, Match) else match
        sealed = match.seal("s0")
        assert isinstance(sealed, Match)
        match = sealed.adjudicated()
        if match.over:
            break
    return match


def _session(match: Match) -> Session:
    return Session(match, Path("kept.simmer"))


def scenes(sides: int, slots: int) -> dict[str, Callable[[Stage], PageScene]]:
    """Return how each scene is made whose layout depends on the shape of the scenario."""
    first, old = new(sides, slots), played(sides, slots)
    return {
        "seats": lambda stage: SeatsScene(stage, shape(sides, slots)),
        "brief": lambda stage: BriefScene(stage, _session(first), "s0"),
        "table": lambda stage: TableScene(stage, _session(old), "s0", lambda: TitleScene(stage)),
        "reveal": lambda stage: RevealScene(stage, _session(old), lambda: TitleScene(stage)),
        "curtain": lambda stage: CurtainScene(
            stage, _session(new(sides, slots, 2)), "s1", lambda: TitleScene(stage)
        ),
        "ledger": lambda stage: LedgerScene(stage, old, "s0"),
        "end": lambda stage: EndScene(stage, _session(played(sides, slots, 3))),
    }
