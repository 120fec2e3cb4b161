"""Simmer: a turn-based wargame and negotiation simulator; here is its front door for Python.

A match never changes: every call returns a new one. What may not be done raises `Refused` with a sentence.
Importing this is light; each function brings in what it needs when it is called.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from game.match.glimpse import Glimpse
    from game.match.loading import Opened
    from game.match.match import Match
    from game.match.trouble import Trouble
    from game.rules.legality import Refusal
    from game.study.report import StudyReport

__all__ = [
    "Refused", "glimpse", "lay", "legal_orders", "load", "load_scenario", "new_match", "play_out", "save",
    "seal", "step", "study_games",
]  # fmt: skip

Kept = TypeVar("Kept")


class Refused(ValueError):  # noqa: N818 - it says what happened, as a refusal does
    """What was asked for cannot be done; the message says why in one sentence."""


def load_scenario(name: str, language: str = "en") -> Opened:
    """Return a scenario ready to be played, by its shipped name, its folder or its file.

    Its nouns are under `.book.scenario`. One that cannot be read is `Refused`.
    """
    from game.match.loading import open_scenario

    return _kept(open_scenario(name, language))


def new_match(scenario: Opened | str, seed: int, seats: Mapping[str, str] | None = None) -> Match:
    """Return a match before its first month; the same seed and sheets give the same game (§13).

    *seats* gives by side `human` (you lay its sheets), `persona`, `easy`, `normal` or `hard`; a side left out
    is played by `persona`.
    """
    from game.match.match import new_match
    from game.match.seats import seated

    opened = load_scenario(scenario) if isinstance(scenario, str) else scenario
    taken = _kept(seated(opened.book, seats or {}))
    return new_match(opened.book, opened.digest, seed, taken, opened.source, opened.edition)


def glimpse(match: Match, side: str | None = None) -> Glimpse:
    """Return what *side*, or the public if none, may be shown of a match: tracks, news, reasons (§12)."""
    return match.glimpse(_side(match, side) if side is not None else None)


def legal_orders(match: Match, side: str) -> dict[str, tuple[str, ...]]:
    """Return by line of the sheet the cards that *side* may lay now, `hold` first (§4.2).

    An offer is among them if some terms could be tabled; nothing is once the game is over.
    """
    menu = match.menu(_side(match, side))
    return {slot: tuple(card for card, why in cards.items() if why is None) for slot, cards in menu.items()}


def lay(
    match: Match, side: str, card: str, terms: Mapping[str, int] | None = None, first: str | None = None
) -> Match:
    """Return the match with a card on the line of *side*'s sheet where it belongs (§4.4).

    An offer takes *terms*: the step on each ladder, and which side moves *first*.
    """
    from game.rules.sheets import Order
    from game.rules.terms import Terms

    found = match.book.scenario.cards.get(card)
    slot = found.slot if found else next(iter(match.book.index.slots))
    return _kept(
        match.lay(_side(match, side), slot, Order(card, None if terms is None else Terms(terms, first)))
    )


def seal(match: Match, side: str) -> Match:
    """Return the match with *side*'s sheet sealed; lines left empty are held (§3.3)."""
    return _kept(match.seal(_side(match, side)))


def step(match: Match) -> Match:
    """Return the match a month later, every sheet played together (§3.4); a sheet still open is `Refused`."""
    if match.over:
        raise Refused("The game is over.")
    if match.waiting:
        raise Refused(f"Not sealed yet: {', '.join(match.waiting)}.")
    return match.adjudicated()


def play_out(match: Match) -> Match:
    """Return the match at its ending; sides that people play hold every line they have not laid."""
    while not match.over:
        for side in match.waiting:
            match = seal(match, side)
        match = match.adjudicated()
    return match


def study_games(scenario: Opened | str, games: int, seed: int = 1, players: str = "persona") -> StudyReport:
    """Return what many games come to (§15): endings, points, cards, tracks; its JSON is `simmer study`'s.

    *players* is one player for every seat, or a list such as `seoul=persona:bold,pyongyang=persona`.
    """
    from game.study.options import StudyOptions
    from game.study.run import run_study

    opened = load_scenario(scenario) if isinstance(scenario, str) else scenario
    if games < 1:
        raise Refused("A study needs at least one game.")
    return _kept(run_study(opened, StudyOptions(games=games, seed=seed, players=players))).report


def save(match: Match, path: Path | str) -> None:
    """Write a match to a file that `load`, the desk and `simmer replay` read; earlier saves stay beside."""
    from game.match.saves import autosave

    trouble = autosave(match, Path(path))
    if trouble is not None:
        raise Refused(trouble.sentence)


def load(path: Path | str, language: str = "en") -> Match:
    """Return the match saved in a file, open sheets in hand, played again and checked month by month."""
    from game.match.loading import open_save

    return _kept(open_save(Path(path), language))


def _side(match: Match, side: str) -> str:
    """Return a side of the match's scenario, or refuse it."""
    if side not in match.book.index.sides:
        raise Refused(f"There is no side '{side}'; there are {', '.join(match.book.index.sides)}.")
    return side


def _kept(found: Kept | Trouble | Refusal) -> Kept:
    """Return what was found, or raise why it was not."""
    from game.match.trouble import Trouble
    from game.rules.legality import Refusal

    if isinstance(found, Trouble | Refusal):
        raise Refused(found.sentence)
    return found
