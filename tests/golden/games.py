"""The golden games: `python -m tests.golden.games` plays them anew and writes games.csv.

Their digests move only with a wished change of a rule, a player or a shipped scenario,
and the reason for it stands in docs/decisions.
"""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.match.loading import open_match
from game.match.match import Match
from game.match.seats import HUMAN
from game.match.trouble import Trouble
from game.model.card import Role
from game.rules.sheets import Order, Sheet
from game.scenario.shelf import shipped

FILE = Path(__file__).with_name("games.csv")

ANYHOW = "anyhow"
"""Orders drawn from what is legal, so that every card and every package is met."""

SEEDS = {ANYHOW: range(1, 9), "persona": range(1, 6), "easy": (1, 2), "normal": (1,), "hard": (1,)}
"""The seeds that each kind of player is played with."""


@dataclass(frozen=True)
class Golden:
    """One game: who played it with what seed, and the digest of its table after every month."""

    scenario: str
    players: str
    seed: int
    digests: tuple[str, ...]


def kept() -> tuple[Golden, ...]:
    """Return the golden games as they are kept."""
    with FILE.open(encoding="ascii", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return tuple(Golden(name, players, int(seed), tuple(told.split())) for name, players, seed, told in rows)


def played(scenario: str, players: str, seed: int) -> Golden:
    """Return one game played now."""
    people = players == ANYHOW
    match = open_match(scenario, seed, {}, HUMAN if people else players)
    assert not isinstance(match, Trouble), match
    draw = random.Random(seed)
    while not match.over:
        match = match.played(_sheets(match, draw)) if people else match.adjudicated()
    return Golden(scenario, players, seed, tuple(month.digest for month in match.months))


def _sheets(match: Match, draw: random.Random) -> dict[str, Sheet]:
    """Return a legal order for every line of every side."""
    return {
        side: {slot: _order(match, side, slot, draw) for slot in match.book.index.slots}
        for side in match.book.index.sides
    }


def _order(match: Match, side: str, slot: str, draw: random.Random) -> Order:
    """Return a legal order for one line; an offer with terms drawn from all that can be tabled."""
    card = draw.choice([card for card, refusal in match.menu(side)[slot].items() if refusal is None])
    cards, deal = match.book.scenario.cards, match.book.deal
    if card not in cards or cards[card].role is not Role.OFFER or deal is None:
        return Order(card)
    drawn = [Order(card, terms) for terms in draw.sample(list(deal.terms), len(deal.terms))]
    return next(order for order in drawn if match.why_refused(side, slot, order) is None)


def _all() -> Iterator[Golden]:
    for scenario in sorted(shipped()):
        for players, seeds in SEEDS.items():
            for seed in seeds:
                yield played(scenario, players, seed)


def write() -> None:
    """Play all golden games and keep them."""
    with FILE.open("w", encoding="ascii", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("scenario", "players", "seed", "digests"))
        for game in _all():
            rows.writerow((game.scenario, game.players, game.seed, " ".join(game.digests)))


if __name__ == "__main__":
    write()
