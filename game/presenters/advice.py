"""Advice on screen: who says it, what it would lay, and what it expects, in counts of twenty."""

from dataclasses import dataclass

from game.match.glimpse import Glimpse
from game.match.naming import lowered
from game.players.adviser import Adviser, Expected, advisers
from game.presenters.words import _
from game.rules.index import HOLD
from game.rules.sheets import Order


@dataclass(frozen=True)
class Voice:
    """One adviser."""

    label: str
    bias: str
    """How it sees the world, in a sentence."""
    lines: tuple[tuple[str, str], ...]
    """Each line of the sheet and what it would lay there."""
    expects: tuple[tuple[str, int], ...]
    """What it expects, each a sentence that will turn out true or false, and at how many tables of twenty."""


def present_advice(seen: Glimpse) -> tuple[Voice, ...]:
    """Return what the advisers of the seat say of the open month."""
    return tuple(_voice(seen, adviser) for adviser in advisers(seen.book, seen.view.side))


def _voice(seen: Glimpse, adviser: Adviser) -> Voice:
    scenario = seen.book.scenario
    advice = adviser.advise(seen.view)
    persona = scenario.personas[adviser.persona]
    return Voice(
        label=persona.label,
        bias=persona.text,
        lines=tuple(
            (scenario.slots[slot].title, _order(seen, slot, order)) for slot, order in advice.sheet.items()
        ),
        expects=tuple(_expects(seen, expected) for expected in advice.expected),
    )


def _order(seen: Glimpse, slot: str, order: Order) -> str:
    scenario = seen.book.scenario
    return scenario.slots[slot].hold if order.card == HOLD else scenario.cards[order.card].title


def _expects(seen: Glimpse, expected: Expected) -> tuple[str, int]:
    """Return one forecast as a sentence and its count."""
    scenario = seen.book.scenario
    if expected.track:
        ways = {1: _("{track} rises"), 0: _("{track} stays"), -1: _("{track} falls")}
        told = ways[expected.way].format(track=scenario.tracks[expected.track].label)
    elif expected.card == HOLD:
        told = _("{side} waits").format(side=scenario.sides[expected.side].label)
    else:
        card = lowered(scenario.cards[expected.card].title)
        told = _("{side}: {card}").format(side=scenario.sides[expected.side].label, card=card)
    return told, expected.count
