"""The task of a post: a minute's work of one's own each month, recorded, so that nobody only waits."""

from dataclasses import dataclass

from game.classroom.eyes import Eyes
from game.classroom.people_acts import NOTE, Noted
from game.presenters.posts import posts
from game.presenters.tracks import gauge_track, present_home
from game.presenters.words import _

RISK, SILENCE, EXPECT = "risk", "silence", "expect"
"""What hurts us most; nothing is said on purpose; what the others will do."""


@dataclass(frozen=True)
class TaskSight:
    """The task of whoever is looking."""

    id: str
    question: str
    choices: tuple[tuple[str, str, bool], ...]
    """Name, words, and whether it is chosen."""
    text: str
    most: int
    """Letters that may be written."""
    done: bool


def task(eyes: Eyes) -> TaskSight:
    """Return the own task of the month: the first post speaks, the second weighs risks, others expect."""
    scenario = eyes.seen.book.scenario
    post = min(eyes.me.posts, default=1)
    kind = {0: SILENCE, 1: RISK}.get(post, EXPECT)
    now = [act for by, act in eyes.noted if _is_now(eyes, by.person, by.month) and act.task == kind]
    last = now[-1] if now else Noted(task=kind)
    questions = {
        RISK: _("What hurts us most next month?"),
        SILENCE: _("What should the others hear from us this month?"),
        EXPECT: _("{track} after this month?").format(track=scenario.tracks[gauge_track(scenario)].label),
    }
    own = posts(scenario, eyes.side)
    written = own[post].task if eyes.me.posts and post < len(own) else ""
    return TaskSight(
        id=kind,
        question=written or questions[kind],
        choices=tuple((name, words, name == last.choice) for name, words in _choices(eyes, kind)),
        text=last.text,
        most=NOTE,
        done=bool(now),
    )


def _is_now(eyes: Eyes, person: str, month: int) -> bool:
    return person == eyes.me.id and month == eyes.seen.month


def _choices(eyes: Eyes, kind: str) -> tuple[tuple[str, str], ...]:
    """Return what can be tapped."""
    if kind == RISK:
        return tuple((track.id, track.label) for track in present_home(eyes.seen)[:4])
    if kind == SILENCE:
        return (("message", _("We have written")), ("silence", _("Silence on purpose")))
    return (("lower", _("Lower")), ("same", _("As now")), ("higher", _("Higher")))
