"""Random games of a scenario, played side by side by sheets drawn among what is legal."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from game.rules.adjudicate import adjudicate
from game.rules.legality import menu
from game.rules.rulebook import Rulebook
from game.rules.setup import set_up
from game.rules.sheets import Sheets
from game.rules.tables import Tables
from game.rules.views import view_of

Legal = dict[str, NDArray[np.bool_]]


class Games:
    """Random games, and everything that ever came to pass in them."""

    def __init__(self, book: Rulebook, games: int, seed: int) -> None:
        """Play *games* at once, from the setting up to the last month."""
        self.book = book
        self.luck = np.random.default_rng(seed)
        self.played: set[str] = set()
        """Cards that were legal at any table."""
        self.months: list[Tables] = list(self._months(set_up(book, range(seed, seed + games))))

    def _months(self, tables: Tables) -> Iterator[Tables]:
        for _ in range(self.book.months):
            yield tables
            tables = adjudicate(self.book, tables, self._sheets(tables))
        yield tables

    def _sheets(self, tables: Tables) -> Sheets:
        """Return sheets on which every line holds any card that is legal, offers with any terms."""
        index, n = self.book.index, tables.seeds.size
        sheets = np.zeros((len(index.sides), len(index.slots), n), dtype=np.int16)
        names = list(index.cards)
        for side, row in index.sides.items():
            view = view_of(self.book.sights[side], tables)
            for slot, legal in enumerate(menu(self.book, view)):
                lots = np.where(legal, self.luck.random(legal.shape), -1.0)
                first = self.book.acts.menus[row][slot].first
                column = lots.argmax(axis=0)
                cards = np.where(column == 0, 0, column + first - 1)
                self.played |= {names[first + at - 1] for at in np.flatnonzero(legal.any(axis=1)) if at}
                sheets[row, slot] = self._with_terms(row, cards, n)
        return sheets

    def _with_terms(self, side: int, cards: NDArray[np.intp], n: int) -> NDArray[np.int16]:
        """Return orders in which offers carry terms: half the time those of a package."""
        deal, offer = self.book.deal, self.book.acts.offers[side]
        if deal is None or not offer:
            return cards.astype(np.int16)
        packages = list(self.book.index.packages.values()) or [0]
        any_terms = self.luck.integers(0, len(deal.terms), n)
        terms = np.where(self.luck.random(n) < 0.5, self.luck.choice(packages, n), any_terms)
        return np.where(cards == offer, len(self.book.index.cards) + terms, cards).astype(np.int16)
