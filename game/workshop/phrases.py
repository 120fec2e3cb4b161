"""Phrases: moves, chances and conditions of a scenario, as they stand on paper."""

from collections.abc import Iterator, Mapping

from game.conditions.condition import Expression
from game.conditions.syntax import Name, Truth
from game.model.card import Card
from game.model.effect import Effect
from game.model.scenario import Scenario
from game.model.speech import never_met, settled_for_players, told_in
from game.model.track import Show
from game.rules.index import Say
from game.scenario.languages import speaker


def sees(scenario: Scenario, side: str | None, track: str) -> bool:
    """Say whether *side* may read a track; nobody in particular sees all."""
    name = track.replace("self.", f"{side}.")
    show = scenario.tracks[name].show
    return side is None or show is Show.ALL or (show is Show.OWNER and name.startswith(f"{side}."))


def track_told(scenario: Scenario, track: str, side: str | None = None) -> str:
    """Return a track's name, its owner's left out where that is *side*."""
    name = track.replace("self.", f"{side}.") if side else track
    noun = scenario.tracks.get(name)
    if noun is not None and side is not None and name.startswith(f"{side}."):
        return noun.label
    told = told_in(scenario, Name(0, 0, name))
    return told[:1].upper() + told[1:]


def amount_told(scenario: Scenario, amount: Expression | int) -> str:
    """Return how far a track moves: a signed number, or the expression in words."""
    number = amount if isinstance(amount, int) else amount.constant
    if number is not None:
        return f"+{number}" if number > 0 else f"−{abs(number)}" if number else "±0"
    assert isinstance(amount, Expression)
    say = speaker(scenario)
    return say("by {amount}").format(amount=told_in(scenario, amount.tree))


def moves_told(
    scenario: Scenario, moves: Mapping[str, Expression] | Mapping[str, int], side: str | None = None
) -> str:
    """Return an effects block in words, as far as *side* may know it."""
    seen = ((track, amount) for track, amount in moves.items() if sees(scenario, side, track))
    return ", ".join(f"{track_told(scenario, t, side)} {amount_told(scenario, a)}" for t, a in seen)


def chance_told(scenario: Scenario, chance: Expression | int | None) -> str:
    """Return a chance in words, nothing for a certainty."""
    number = chance if chance is None or isinstance(chance, int) else chance.constant
    if chance is None or number == 100:
        return ""
    say = speaker(scenario)
    if number is not None:
        return say("{n} in 100").format(n=number)
    assert isinstance(chance, Expression)
    return say("a chance of {amount} in 100").format(amount=told_in(scenario, chance.tree))


def effect_told(scenario: Scenario, effect: Effect, side: str | None = None) -> str:
    """Return a further effect: what moves, how likely, and when; nothing where *side* sees none of it."""
    moves = moves_told(scenario, effect.effects, side)
    if not moves or (side is not None and never_met(scenario, effect, side)):
        return ""
    parts = (moves, chance_told(scenario, effect.chance), _when(scenario, effect, side))
    return ", ".join(part for part in parts if part)


def _when(scenario: Scenario, effect: Effect, side: str | None) -> str:
    """Return when a further effect follows, as *side* is told it; nothing where it always does."""
    if effect.when is None:
        return ""
    asked = effect.when.tree if side is None else settled_for_players(scenario, effect.when.tree, side)
    if isinstance(asked, Truth):
        return ""
    return speaker(scenario)("if {condition}").format(condition=told_in(scenario, asked))


def kind_told(scenario: Scenario, card: Card) -> str:
    """Return what sort of card it is."""
    say = speaker(scenario)
    scales = {"major": say("major act"), "low": say("low-level act"), "ambiguous": say("deniable act")}
    if card.scale:
        return scales[card.scale.value]
    return say("at home") if card.kind == "domestic" else say(card.kind.value)


def card_lines(scenario: Scenario, card: Card, side: str | None) -> Iterator[tuple[str, str]]:
    """Yield what a card costs, does and needs, each as a word and its answer, by what *side* may know."""
    say = speaker(scenario)
    yield say("Pay"), moves_told(scenario, card.price, side).replace("+", "")
    yield say("Moves"), moves_told(scenario, card.effects, side)
    yield say("Gains"), moves_told(scenario, card.gains, side)
    for rider in card.riders:
        yield say("Maybe"), effect_told(scenario, rider, side)
    if card.attribution is not None:
        odds = say("pinned down {n} in 100 each month").format(n=card.attribution.chance)
        yield say("Deniable"), odds
        yield say("If named"), moves_told(scenario, card.attribution.effects, side)
    yield say("Needs"), told_in(scenario, card.when.tree) if card.when else ""
    yield say("Limit"), _limits(card, say)
    yield say("Crosses"), "; ".join(_crossed(scenario, card, side))


def _limits(card: Card, say: Say) -> str:
    limits = [say("{n} a game").format(n=card.limit)] if card.limit else []
    rest = say("{n} month between uses") if card.cooldown == 1 else say("{n} months between uses")
    return ", ".join([*limits, *([rest.format(n=card.cooldown)] if card.cooldown else [])])


def _crossed(scenario: Scenario, card: Card, side: str | None) -> Iterator[str]:
    """Yield the lines that playing a card crosses, as far as *side* knows of them."""
    names = {name for name, noun in scenario.cards.items() if noun is card}
    names |= {card.kind.value} | ({card.scale.value} if card.scale else set())
    for line in scenario.redlines.values():
        known = line.declared or side is None or line.drawn_by == side
        if known and names & set(line.crossed_by):
            yield f"“{line.title}”"
