"""The plan: where a lesson should be by now, where it is, and what that means in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.classroom.states import HallState
from game.model.teaching import Doing, LessonPlan
from game.presenters.words import _, many

LONGEST = 60
"""Minutes past its end after which a plan is no longer followed: another day, most likely."""


@dataclass(frozen=True)
class Stretch:
    """One stretch of a lesson on the bar of the plan."""

    title: str
    start: float
    """Percent of the bar before it."""
    wide: float
    """Percent of the bar that it takes."""
    ends: int
    """The minute at which it should be over."""
    doing: str
    here: bool
    """Whether the class is in it."""


@dataclass(frozen=True)
class PlanBar:
    """The plan of a lesson, and how the class keeps to it."""

    stretches: tuple[Stretch, ...]
    minute: int
    """The minute of the lesson, -1 before it began."""
    at: float
    """The same as percent of the bar."""
    told: str
    """How the class keeps to it, in a sentence."""
    late: bool


def plan_bar(
    plan: LessonPlan | None, state: HallState, month: int, months: tuple[str, ...], minute: int
) -> PlanBar | None:
    """Return the plan of a lesson at a *minute*; none without one, or long after it."""
    if plan is None or minute > plan.minutes + LONGEST:
        return None
    whole = plan.minutes
    stretches, start = [], 0.0
    parts = list(_parts(plan, months))
    here = _here(parts, state, month)
    for number, (title, minutes, doing) in enumerate(parts):
        left, wide = 100 * start / whole, 100 * minutes / whole
        stretches.append(Stretch(title, left, wide, round(start + minutes), doing, number == here))
        start += minutes
    told, late = _told(stretches, here, minute)
    return PlanBar(tuple(stretches), minute, min(100.0, 100 * max(minute, 0) / whole), told, late)


def _parts(plan: LessonPlan, months: tuple[str, ...]) -> Iterator[tuple[str, float, str]]:
    """Yield title, minutes and kind of each stretch in class, months of play one by one."""
    total = sum(stage.minutes for stage in plan.stages if stage.doing is Doing.PLAY)
    number = 0
    for stage in plan.stages:
        if stage.doing is Doing.HOME:
            continue
        if stage.doing is not Doing.PLAY or not months:
            yield stage.title, stage.minutes, stage.doing.value if stage.doing else ""
            continue
        share = max(1, round(plan.months * stage.minutes / total))
        own = months[number : min(number + share, plan.months)]
        number += share
        for month in own:
            yield month, stage.minutes / len(own), Doing.PLAY.value


def _here(parts: list[tuple[str, float, str]], state: HallState, month: int) -> int:
    """Return in which of the stretches a class is."""
    wanted = {
        HallState.LOBBY: (Doing.JOIN,),
        HallState.BRIEF: (Doing.BRIEF, Doing.PRACTICE, Doing.JOIN),
        HallState.PLAY: (Doing.PLAY,),
    }.get(state, (Doing.DEBRIEF,))
    found = [n for doing in wanted for n, part in enumerate(parts) if part[2] == doing.value]
    if not found:
        return 0
    return found[min(month - 1, len(found) - 1)] if state is HallState.PLAY else found[0]


def _told(stretches: list[Stretch], here: int, minute: int) -> tuple[str, bool]:
    """Return how a class keeps to its plan, and whether it is late."""
    if minute < 0:
        return _("The plan begins when the first phone comes in."), False
    part = stretches[here]
    late = minute - part.ends
    if late > 0:
        told = many(
            "{part} should have ended a minute ago.", "{part} should have ended {n} minutes ago.", late
        )
        return told.format(part=part.title, n=late), True
    before = here and stretches[here - 1].ends
    if minute < before:
        return _("Ahead of the plan: {part} begins at minute {n}.").format(part=part.title, n=before), False
    return _("In time: {part} ends at minute {n}.").format(part=part.title, n=part.ends), False
