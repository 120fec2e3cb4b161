"""Secrecy: secrets that others read off a track, and acts that only one side can have done (§7.1, §12)."""

from collections.abc import Iterable, Iterator

from game.lint.notice import Notice
from game.model.card import Card
from game.model.effect import Effect
from game.model.redline import Redline
from game.model.scenario import Scenario
from game.model.seen import readers
from game.model.track import Show


def telltales(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice for each secret that can be read off a track, and each act of one possible author."""
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
