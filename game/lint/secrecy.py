"""Secrecy: secrets that others read off a track or a rule, and acts of one possible author (§7.1, §12)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from game.lint.conditions import PlacedExpression, expressions, piece_at
from game.lint.notice import Notice
from game.model.card import Card
from game.model.effect import Effect
from game.model.redline import Redline
from game.model.scenario import Scenario
from game.model.seen import readers
from game.model.track import Show

ASKING = {
    **dict.fromkeys(("played", "playing", "months_since", "uses"), "cards"),
    **dict.fromkeys(("crossed", "months_since_crossed", "owed"), "redlines"),
}
"""What each question is about that counts a card or a crossing from its month on, whoever knows of it."""

SEEN_AT_WORK = ("calendar", "cards", "endings", "injects", "redlines", "upkeep")
"""Blocks whose rules others see at work; the rest is asked of a view, or after the end."""


def telltales(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice for each secret that a track or a rule tells, and each act of one possible author."""
    yield from _asked_of(scenario)
    for name, card in scenario.cards.items():
        if card.show is Show.OWNER:
            yield from _told(scenario, ("cards", name), card.side, _moved(card, card.gains, card.price))
        if card.attribution is not None and not _doubtful(scenario, card):
            message = f"only {scenario.sides[card.side].label} can have done this, so everybody knows who did"
            hint = "give it an outsider, or another side an act with the same headline"
            yield Notice("D422", ("cards", name, "attribution"), message, hint, on_key=True)
    for name, line in scenario.redlines.items():
        if line.drawn_by is not None and not line.declared:
            answers = (answer.effects for answer in line.answers.values())
            yield from _told(scenario, ("redlines", name), line.drawn_by, _moved(line, *answers))


def _told(scenario: Scenario, loc: tuple[str, str], side: str, tracks: Iterable[str]) -> Iterator[Notice]:
    """Yield a notice where others read any of the *tracks* that a secret of *side* moves."""
    open_to = [
        track for track in tracks if set(readers(track, scenario.tracks[track], scenario)) - {side}
    ]  # fmt: skip
    if open_to:
        who, told = scenario.sides[side].label, ", ".join(dict.fromkeys(open_to))
        message = f"only {who} knows of this, and others can read what it moves: {told}"
        yield Notice("D421", loc, message, f"move a track that only {side} sees", on_key=True)


def _asked_of(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice where a rule that others see at work asks of a secret."""
    secrets = {"cards": _secret_cards(scenario), "redlines": _secret_lines(scenario)}
    for usage in expressions(scenario):
        for question in (each for each in usage.expression.questions if each.function in ASKING):
            name = question.args[0].name
            owners = secrets[ASKING[question.function]].get(name, frozenset())
            if owners and _at_work(scenario, usage, owners):
                sides = " and ".join(scenario.sides[side].label for side in sorted(owners))
                message = f"'{question.key}' asks what only {sides} knows, and others see this rule at work"
                hint = "ask for the scales 'major' and 'low' instead" if name == "provocation" else ""
                yield Notice("D426", usage.loc, message, hint)


def _secret_cards(scenario: Scenario) -> Mapping[str, Set[str]]:
    """Return whose secret each card is, by its name, kind and scale; open cards have no entry."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name, card in scenario.cards.items():
        if card.show is Show.OWNER or card.attribution is not None:
            for word in (name, card.kind, card.scale):
                if word is not None:
                    owners[word].add(card.side)
    return owners


def _secret_lines(scenario: Scenario) -> Mapping[str, Set[str]]:
    """Return whose secret each private line is; lines that are declared have no entry."""
    private = {name: line.drawn_by for name, line in scenario.redlines.items() if not line.declared}
    return {name: {side} for name, side in private.items() if side is not None}


def _at_work(scenario: Scenario, usage: PlacedExpression, owners: Set[str]) -> bool:
    """Return whether a side besides these *owners* sees what the rule does that asks."""
    block, *_, last = usage.loc
    if block not in SEEN_AT_WORK or (block == "cards" and last == "when" and {usage.side} == owners):
        return False
    moved = getattr(piece_at(scenario, usage.loc[:-1]), "effects", None)
    if not moved:
        return True
    return any(set(readers(track, scenario.tracks[track], scenario)) - owners for track in moved)


def _moved(piece: Card | Redline, *more: Iterable[str]) -> Iterator[str]:
    """Yield the tracks that a card or a crossing moves in its month, by chance too."""
    riders: tuple[Effect, ...] = piece.riders
    for moves in (piece.effects, *more, *(rider.effects for rider in riders)):
        yield from moves


def _doubtful(scenario: Scenario, card: Card) -> bool:
    """Return whether anybody else can be behind what the others see of a deniable act."""
    assert card.attribution is not None
    if card.attribution.outsider is not None:
        return True
    others = (each.attribution for each in scenario.cards.values() if each.side != card.side)
    return card.attribution.headline in {case.headline for case in others if case is not None}
