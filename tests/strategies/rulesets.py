"""Rulesets: scenarios without luck, whose ranges, moves, prices, points and expressions are of any size."""

from typing import Any

from hypothesis import strategies as st
from pydantic import ValidationError

from game.conditions.bounds import FARTHEST, MOST_MEASURED, MOST_POINTS
from game.lint.consistency import misfits
from game.model.scenario import Scenario
from tests.builders import SMALL, a_card
from tests.strategies.expressions import amounts, truths
from tests.strategies.numbers import either_end

SIDES, SLOTS, TRACKS = ("west", "north"), ("act", "table"), ("heat", "trust", "west.home")
NAMES = (*TRACKS, "month")
PICKS = st.lists(st.integers(0, 5), min_size=12, max_size=12)
"""Which of the legal cards is laid on each line, month after month."""


@st.composite
def tracks(draw: st.DrawFn) -> dict[str, Any]:
    """Return a track on any scale."""
    low = draw(either_end(-FARTHEST, FARTHEST - 1))
    high = draw(either_end(low + 1, FARTHEST))
    return {"label": "A track", "range": [low, high], "start": draw(either_end(low, high))}


def moves() -> st.SearchStrategy[dict[str, Any]]:
    """Return an effects block: whole numbers, and expressions."""
    amount = st.one_of(either_end(-FARTHEST, FARTHEST), amounts(NAMES))
    return st.dictionaries(st.sampled_from(TRACKS), amount, max_size=3)


@st.composite
def cards(draw: st.DrawFn, side: str, slot: str) -> dict[str, Any]:
    """Return a card that moves anything, for a price or a condition, some of it only at first."""
    card = a_card(side, slot, effects=draw(moves()))
    whole = st.dictionaries(st.sampled_from(TRACKS), either_end(1, FARTHEST), max_size=2)
    card |= {"gains": draw(whole), "cooldown": draw(either_end(0, 60))}
    if draw(st.booleans()):
        track = st.sampled_from(TRACKS)
        card["price"] = draw(st.dictionaries(track, either_end(-FARTHEST, FARTHEST), max_size=2))
    if draw(st.booleans()):
        when = draw(st.one_of(st.none(), truths(TRACKS[:2])))
        card["riders"] = [
            {"effects": draw(moves()), "why": "It followed."} | ({"when": when} if when else {})
        ]
    return card


@st.composite
def goals(draw: st.DrawFn) -> dict[str, Any]:
    """Return a goal that is met or missed, or graded between any two measures."""
    goal: dict[str, Any] = {"text": "A goal.", "points": draw(either_end(1, MOST_POINTS // 3))}
    if draw(st.booleans()):
        return goal | {"when": draw(truths(NAMES))}
    low = draw(either_end(-MOST_MEASURED, MOST_MEASURED - 1))
    high = draw(either_end(low + 1, MOST_MEASURED))
    if draw(st.booleans()):
        low, high = high, low
    return goal | {"grade": draw(amounts(NAMES)), "low": low, "high": high}


@st.composite
def rulesets(draw: st.DrawFn) -> dict[str, Any]:
    """Return a scenario as it would be written: two sides, any numbers, no luck and no bargaining table."""
    made = {
        f"{side}_{slot}_{n}": draw(cards(side, slot))
        for side in SIDES
        for slot in SLOTS
        for n in range(draw(st.integers(1, 2)))
    }
    wanted = {side: {"goals": {"one": draw(goals()), "other": draw(goals())}} for side in SIDES}
    return {
        **{key: SMALL[key] for key in ("format", "id", "title", "summary", "start", "slots")},
        "months": 3,
        "sides": {side: SMALL["sides"][side] | wanted[side] for side in SIDES},
        "tracks": {name: draw(tracks()) for name in TRACKS},
        "cards": made,
        "redlines": {
            "line": {
                "title": "A line",
                "drawn_by": "west",
                "crossed_by": ["north_act_0"],
                "effects": draw(moves()),
                "answered_by": ["west_act_0"],
                "answered": draw(moves()),
                "backed_down": draw(moves()),
                "why": "It was crossed.",
            }
        },
        "calendar": {
            "news": {"month": "2020-06", "title": "News", "text": "It came.", "effects": draw(moves())}
        },
        "upkeep": {
            f"rule{n}": {"title": "A rule", "effects": draw(moves()), "why": "So it was."}
            | ({"when": draw(truths(NAMES))} if n else {})
            for n in range(3)
        },
        "endings": {"end": {"title": "The end", "text": "It ended."}},
    }


def read(written: dict[str, Any]) -> Scenario | None:
    """Return a scenario as the checker reads it, or none where the checker refuses it."""
    try:
        scenario = Scenario.model_validate(written)
    except ValidationError:
        return None
    return None if any(True for _ in misfits(scenario)) else scenario
