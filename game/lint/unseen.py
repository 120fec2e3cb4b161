"""Sight: what decides for a side may read only what that side can see (§4.2, §12)."""

from collections.abc import Iterator

from game.conditions.syntax import Question
from game.lint.conditions import PlacedExpression, expressions
from game.lint.notice import Notice
from game.located.findings import Grade
from game.model.scenario import Scenario
from game.model.seen import learns_of, may_know, readers

CARDS = frozenset({"played", "playing", "uses", "months_since"})
LINES = frozenset({"crossed", "months_since_crossed", "owed"})


def unseen(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice for each card, habit, prompt and care that rests on what its side cannot see."""
    for usage in expressions(scenario):
        side = _decides(scenario, usage)
        if side is None:
            continue
        for thing in dict.fromkeys(_hidden(scenario, usage, side)):
            does = "is taught" if usage.loc[0] == "lesson" else "decides"
            message = f"{scenario.sides[side].label} {does} by this, and cannot see {thing}"
            yield Notice("D415", usage.loc, message, "read something it can see", Grade.ERROR)
    yield from _prices(scenario)
    yield from _cares(scenario)


def _decides(scenario: Scenario, usage: PlacedExpression) -> str | None:
    """Return the side an expression is read for: who plays a card, leans by a habit, or is taught."""
    loc = usage.loc
    if loc[0] == "lesson":
        return None if scenario.lesson is None else scenario.lesson.side
    if loc[0] == "cards" and loc[2:] == ("when",):
        return scenario.cards[str(loc[1])].side
    return scenario.personas[str(loc[1])].side if loc[0] == "personas" else None


def _hidden(scenario: Scenario, usage: PlacedExpression, side: str) -> Iterator[str]:
    """Yield what an expression reads and *side* cannot see."""
    for name in usage.expression.names:
        track = f"{side}.{name.name[5:]}" if name.name.startswith("self.") else name.name
        if track in scenario.tracks and side not in readers(track, scenario.tracks[track], scenario):
            yield f"the track {track}"
    for question in usage.expression.questions:
        yield from _unanswerable(scenario, question, side)


def _unanswerable(scenario: Scenario, question: Question, side: str) -> Iterator[str]:
    """Yield what a question is about, if *side* can never know the answer."""
    about = question.args[0].name if question.args else ""
    if question.function in CARDS and about in scenario.cards:
        if not learns_of(side, scenario.cards[about]):
            yield f"who played {about}"
    elif question.function in LINES and about in scenario.redlines:
        if not may_know(side, about, scenario.redlines[about], scenario):
            yield f"the private line {about}"
    elif question.function == "offered" and scenario.bargain and side not in scenario.bargain.principals:
        yield "offers between the principals"


def _prices(scenario: Scenario) -> Iterator[Notice]:
    for name, card in scenario.cards.items():
        for track in card.price:
            if track in scenario.tracks and card.side not in readers(track, scenario.tracks[track], scenario):
                message = f"the price is paid in {track}, which {card.side} cannot see"
                yield Notice("D415", ("cards", name, "price", track), message, grade=Grade.ERROR, on_key=True)


def _cares(scenario: Scenario) -> Iterator[Notice]:
    for name, persona in scenario.personas.items():
        for track in persona.cares:
            if persona.side not in readers(track, scenario.tracks[track], scenario):
                message = f"{persona.side} cannot see {track}, so this care counts for nothing"
                yield Notice("D415", ("personas", name, "cares", track), message, on_key=True)
