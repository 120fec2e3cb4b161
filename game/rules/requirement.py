"""Requirements: what a card asks for before it may be played, each thing said once (§4.2, §4.3)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from game.conditions.syntax import Comparison, Name, Number, Question
from game.model.card import Card
from game.model.scenario import Scenario
from game.model.speech import told_in
from game.rules.formula import Formula
from game.rules.language import Language


class Reason(StrEnum):
    """Why an order may not be given."""

    OVER = "over"
    UNKNOWN = "unknown"
    WRONG_SLOT = "wrong_slot"
    CONDITION = "condition"
    LIMIT = "limit"
    COOLDOWN = "cooldown"
    PRICE = "price"
    TERMS = "terms"
    SEALED = "sealed"
    SEAT = "seat"


@dataclass(frozen=True)
class Check:
    """One thing a card asks for: the only place that says where it is met."""

    reason: Reason
    """The kind of reason where it is not met."""

    holds: Formula
    """Where it is met, from a view, shape (tables,); not to be written to."""

    sentence: Callable[[Any], str]
    """The reason in one sentence, from a view of one table at which it is not met."""


@dataclass(frozen=True)
class Requirement:
    """What one card asks for before it may be played."""

    name: str
    """The card."""

    row: int
    """Its row among the cards in sight."""

    checks: tuple[Check, ...]
    """All that must be met, in the order in which reasons are given."""


def requirement(name: str, scenario: Scenario, language: Language) -> Requirement:
    """Return what a card asks for, in terms that its side can read."""
    row = language.index.cards[name]
    return Requirement(name, row, tuple(_checks(name, scenario.cards[name], row, scenario, language)))


def _checks(name: str, card: Card, row: int, scenario: Scenario, language: Language) -> Iterator[Check]:
    """Yield all that a card asks for."""
    holds = language.holds(card.when, card.side)
    if holds is not None:
        yield _condition(card, holds, scenario, language)
    if card.limit is not None:
        yield _limit(card.limit, name, language)
    if card.cooldown:
        yield _cooldown(card.cooldown, name, row, language)
    for track, price in card.price.items():
        yield _price(track, price, scenario, language)


def _condition(card: Card, holds: Formula, scenario: Scenario, language: Language) -> Check:
    def sentence(_: Any) -> str:
        assert card.when is not None
        only = language.index.say("only when {condition}")
        needs = card.needs or only.format(condition=told_in(scenario, card.when.tree))
        return f"{needs[:1].upper()}{needs[1:]}."

    return Check(Reason.CONDITION, holds, sentence)


def _limit(limit: int, card: str, language: Language) -> Check:
    def sentence(_: Any) -> str:
        say = language.index.say
        once, more = say("Once a game; already used."), say("{n} times a game; already used.")
        return once if limit == 1 else more.format(n=limit)

    return Check(Reason.LIMIT, _asked(language, "uses", card, "<", limit), sentence)


def _cooldown(months: int, card: str, row: int, language: Language) -> Check:
    """Return that enough months lie between the last use and now."""

    def sentence(view: Any) -> str:
        say = language.index.say
        again = int(view.last[row][0]) + months + 1 - view.month
        return say("Again in 1 month.") if again == 1 else say("Again in {n} months.").format(n=again)

    return Check(Reason.COOLDOWN, _asked(language, "months_since", card, ">", months), sentence)


def _price(track: str, price: int, scenario: Scenario, language: Language) -> Check:
    """Return that a reading covers its part of the price."""
    row = language.index.tracks[track]

    def sentence(view: Any) -> str:
        told = language.index.say("Needs {track} {price}; it stands at {have}.")
        label = scenario.tracks[track].label.lower()
        return told.format(track=label, price=price, have=int(view.readings[row][0]))

    covered = Comparison(0, 0, (Name(0, 0, track), Number(0, 0, price)), (">=",))
    return Check(Reason.PRICE, Formula(covered, language.index), sentence)


def _asked(language: Language, question: str, card: str, sign: str, number: int) -> Formula:
    """Return the condition that the answer to a question about a card compares so with a number."""
    asked = Question(0, 0, question, (Name(0, 0, card),))
    return Formula(Comparison(0, 0, (asked, Number(0, 0, number)), (sign,)), language.index)
