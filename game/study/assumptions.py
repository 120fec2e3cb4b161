"""Assumptions: what an author set by judgement, each one step lower and one step higher (§1.3)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from pydantic import BaseModel

from game.conditions.condition import Condition, Expression
from game.model.card import Card
from game.model.scenario import Scenario

Change = Callable[[Scenario], Scenario]
"""A scenario in, the same scenario with one assumption changed out."""

Noun = TypeVar("Noun", bound=BaseModel)

POINTS = 20
"""Percent by which chances are lowered and raised."""


class AssumptionKind(StrEnum):
    """What an assumption is about."""

    START = "start"
    CHANCE = "chance"
    COST = "cost"
    TEMPER = "temper"


@dataclass(frozen=True)
class Level:
    """An assumption set otherwise."""

    says: str
    """How it is set, in a few words."""
    change: Change


@dataclass(frozen=True)
class Assumption:
    """Something an author set by judgement."""

    id: str
    kind: AssumptionKind
    says: str
    """What it is, in a few words."""
    levels: tuple[Level, ...]
    """The lower setting and the higher, as far as there are such."""


def assumptions(scenario: Scenario) -> dict[str, Assumption]:
    """Return every assumption of *scenario* that can be set otherwise, by id."""
    every = (
        *_starts(scenario),
        *_costs(scenario),
        *_homes(scenario),
        *_chances(scenario),
        *_tempers(scenario),
    )
    return {each.id: each for each in every}


def _with(scenario: Scenario, part: str, name: str, **changes: object) -> Scenario:
    """Return *scenario* with fields of one of its nouns replaced."""
    nouns: Mapping[str, BaseModel] = getattr(scenario, part)
    return scenario.model_copy(update={part: {**nouns, name: nouns[name].model_copy(update=changes)}})


def _starts(scenario: Scenario) -> Iterator[Assumption]:
    for name, track in scenario.tracks.items():
        low, high = track.range
        step = max(1, round((high - low) / 10))
        to = [start for start in (track.start - step, track.start + step) if low <= start <= high]
        levels = (Level(f"starts at {start}", _starting(name, start)) for start in to)
        owner = f"{scenario.sides[name.partition('.')[0]].label}: " if "." in name else ""
        yield Assumption(name, AssumptionKind.START, f"{owner}{track.label}, start", tuple(levels))


def _starting(track: str, start: int) -> Change:
    return lambda scenario: _with(scenario, "tracks", track, start=start)


def _costs(scenario: Scenario) -> Iterator[Assumption]:
    for name, card in scenario.cards.items():
        owner = scenario.sides[card.side].label
        if card.price:
            levels = [
                Level("one dearer", _priced(name, card, 1)),
                Level("one cheaper", _priced(name, card, -1)),
            ]
            yield Assumption(name, AssumptionKind.COST, f"{owner}: price of “{card.title}”", tuple(levels))
        else:
            levels = [Level("left out", _shut(name))]
            yield Assumption(
                name, AssumptionKind.COST, f"{owner}: “{card.title}” at hand, for nothing", tuple(levels)
            )


def _priced(name: str, card: Card, more: int) -> Change:
    price = {track: max(0, amount + more) for track, amount in card.price.items()}
    return lambda scenario: _with(scenario, "cards", name, price=price)


def _shut(name: str) -> Change:
    return lambda scenario: _with(scenario, "cards", name, when=Condition("false"), needs="")


def _homes(scenario: Scenario) -> Iterator[Assumption]:
    for side in scenario.bargain.homes if scenario.bargain else ():
        says = f"{scenario.sides[side].label}: what terms ask at home"
        yield Assumption(
            f"home.{side}",
            AssumptionKind.COST,
            says,
            (Level("one step less", _asking(side, -1)), Level("one step more", _asking(side, 1))),
        )


def _asking(side: str, more: int) -> Change:
    def change(scenario: Scenario) -> Scenario:
        bargain = scenario.bargain
        assert bargain is not None
        home = bargain.homes[side]
        asks = Expression(f"max(0, ({home.asks.text}) + {more})")
        homes = {**bargain.homes, side: home.model_copy(update={"asks": asks})}
        return scenario.model_copy(update={"bargain": bargain.model_copy(update={"homes": homes})})

    return change


def _chances(scenario: Scenario) -> Iterator[Assumption]:
    for part in ("calendar", "cards", "upkeep"):
        for name, noun in getattr(scenario, part).items():
            if _shifted(noun, POINTS) is not noun:
                title = noun.title
                chance = name if part == "calendar" else f"{name}.chance"
                yield _chance(chance, f"chances of “{title}”", part, name)
    for line, redline in scenario.redlines.items():
        for answer, noun in redline.answers.items():
            if noun.chance is not None or noun.branches:
                yield _answer(line, answer, f"chance of “{noun.title}” after “{redline.title}”")


def _chance(name: str, says: str, part: str, noun: str) -> Assumption:
    def changed(points: int) -> Change:
        def change(scenario: Scenario) -> Scenario:
            nouns = getattr(scenario, part)
            return scenario.model_copy(update={part: {**nouns, noun: _shifted(nouns[noun], points)}})

        return change

    return Assumption(name, AssumptionKind.CHANCE, says, _both(changed))


def _answer(line: str, answer: str, says: str) -> Assumption:
    def changed(points: int) -> Change:
        def change(scenario: Scenario) -> Scenario:
            answers = scenario.redlines[line].answers
            return _with(
                scenario, "redlines", line, answers={**answers, answer: _shifted(answers[answer], points)}
            )

        return change

    return Assumption(f"{line}.{answer}", AssumptionKind.CHANCE, says, _both(changed))


def _both(changed: Callable[[int], Change]) -> tuple[Level, ...]:
    return (
        Level(f"{POINTS} points rarer", changed(-POINTS)),
        Level(f"{POINTS} points likelier", changed(POINTS)),
    )


def _shifted(noun: Noun, points: int) -> Noun:
    """Return *noun* with its chances, and those of its riders and branches, so many percent higher."""
    found: dict[str, object] = {}
    chance = getattr(noun, "chance", None)
    if isinstance(chance, Expression):
        found["chance"] = Expression(f"max(0, min(100, ({chance.text}) + {points}))")
    elif isinstance(chance, int):
        found["chance"] = max(0, min(100, chance + points))
    attribution = getattr(noun, "attribution", None)
    if attribution is not None:
        found["attribution"] = _shifted(attribution, points)
    for part in ("riders", "branches"):
        held = getattr(noun, part, None)
        if held:
            inner = {key: _shifted(each, points) for key, each in _items(held)}
            if any(inner[key] is not each for key, each in _items(held)):
                found[part] = inner if isinstance(held, Mapping) else tuple(inner.values())
    return noun.model_copy(update=found) if found else noun


def _items(held: object) -> list[tuple[object, BaseModel]]:
    assert isinstance(held, Mapping | tuple)
    return list(held.items() if isinstance(held, Mapping) else enumerate(held))


def _tempers(scenario: Scenario) -> Iterator[Assumption]:
    usual = {persona.side: name for name, persona in list(scenario.personas.items())[::-1]}
    for name in usual.values():
        persona = scenario.personas[name]
        whose = f"{scenario.sides[persona.side].label}, {persona.label}"
        for number, habit in enumerate(persona.habits, start=1):
            levels = (Level("without it", _unlearnt(name, number - 1)),)
            yield Assumption(f"{name}.{number}", AssumptionKind.TEMPER, f"{whose}: “{habit.why}”", levels)


def _unlearnt(persona: str, number: int) -> Change:
    def change(scenario: Scenario) -> Scenario:
        habits = scenario.personas[persona].habits
        return _with(scenario, "personas", persona, habits=(*habits[:number], *habits[number + 1 :]))

    return change
