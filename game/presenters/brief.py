"""The brief: what a seat reads before it plays."""

from dataclasses import dataclass

from game.match.glimpse import Glimpse
from game.model.goal import Goal
from game.model.speech import told_in
from game.presenters.content import Mark
from game.presenters.naming import shape_of, side_mark
from game.presenters.words import _

WORDS_A_MINUTE = 200
"""How fast a brief is read."""


@dataclass(frozen=True)
class GoalLine:
    """One goal."""

    points: int
    text: str
    note: str
    secret: bool


@dataclass(frozen=True)
class LineLine:
    """One of the seat's own redlines."""

    title: str
    note: str
    declared: bool


@dataclass(frozen=True)
class BriefPage:
    """A seat's brief."""

    side: str
    label: str
    mark: Mark
    shape: str
    office: str
    minutes: str
    lead: str
    paragraphs: tuple[str, ...]
    goals: tuple[GoalLine, ...]
    lines: tuple[LineLine, ...]
    slots: tuple[tuple[str, str], ...]
    dreads_war: bool
    """Whether an ending can cost this side more than its goals are worth."""


def present_brief(seen: Glimpse, text: str, short: bool) -> BriefPage:
    """Return the seat's brief from its Markdown *text*; *short* takes only what is in brief."""
    scenario, side = seen.book.scenario, seen.view.side
    paragraphs = in_brief(text) if short else whole(text)
    words = sum(len(p.split()) for p in paragraphs)
    minutes = max(1, round(words / WORDS_A_MINUTE))
    return BriefPage(
        side=side,
        label=scenario.sides[side].label,
        mark=side_mark(scenario, side),
        shape=shape_of(scenario, side),
        office=scenario.sides[side].office,
        minutes=_("a minute to read") if minutes == 1 else _("{n} minutes to read").format(n=minutes),
        lead=scenario.sides[side].summary,
        paragraphs=paragraphs,
        goals=_goals(seen, side),
        lines=_lines(seen, side),
        slots=tuple((slot.title, slot.text) for slot in scenario.slots.values()),
        dreads_war=any(ending.points.get(side, 0) < 0 for ending in scenario.endings.values()),
    )


def in_brief(text: str) -> tuple[str, ...]:
    """Return the paragraphs under the first heading of a brief."""
    parts = text.split("\n## ")
    return _paragraphs(parts[1] if len(parts) > 1 else text, drop_first=len(parts) > 1)


def whole(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a brief after its short form, or all of it where it has none."""
    parts = text.split("\n## ")
    longer = [f"**{part}" for part in ("\n## ".join(parts[2:])).split("\n## ") if part]
    return tuple(p for part in longer for p in _section(part)) if longer else in_brief(text)


def _section(part: str) -> tuple[str, ...]:
    """Return a section as paragraphs, its heading in bold before the first."""
    heading, _sep, body = part.partition("\n")
    return (f"{heading.strip()}**", *_paragraphs(body))


def _paragraphs(text: str, drop_first: bool = False) -> tuple[str, ...]:
    lines = text.split("\n", 1)[1] if drop_first and "\n" in text else text
    blocks = [" ".join(block.split()) for block in lines.split("\n\n")]
    return tuple(block for block in blocks if block and not block.startswith("#"))


def _goals(seen: Glimpse, side: str) -> tuple[GoalLine, ...]:
    """Return the side's open goals, then the secret one this game drew for it (§11.4)."""
    goals = seen.book.scenario.sides[side].goals
    return tuple(
        GoalLine(
            goal.points,
            goal.text,
            _counted(seen, goal),
            goal.secret,
        )
        for name, goal in goals.items()
        if not goal.secret or name == seen.secret
    )


def _counted(seen: Glimpse, goal: Goal) -> str:
    """Return how a goal is counted: between which two measures, or on what condition."""
    if goal.grade is not None:
        measure = told_in(seen.book.scenario, goal.grade.tree)
        return _("{measure}: in full at {high}, nothing at {low}").format(
            measure=measure, high=goal.high, low=goal.low
        )
    assert goal.when is not None
    return _("at the end, if {condition}").format(condition=told_in(seen.book.scenario, goal.when.tree))


def _lines(seen: Glimpse, side: str) -> tuple[LineLine, ...]:
    """Return the side's own lines, and what it owes when they are crossed."""
    scenario = seen.book.scenario
    found = []
    for name, line in scenario.redlines.items():
        if line.drawn_by == side:
            declared = name in seen.lines and seen.lines[name].declared
            owes = _("declared · you owe an answer when it is crossed")
            free = _("private · it may pass for free; declare it if that helps")
            found.append(LineLine(line.title, owes if declared else free, declared))
    return tuple(found)
