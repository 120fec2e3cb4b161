"""Terms: a level on each ladder and who moves first, and the number that stands for them (§8.2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from game.model.bargain import Bargain, Package


@dataclass(frozen=True)
class Terms:
    """A proposed exchange."""

    levels: Mapping[str, int]
    """How far each ladder is to be climbed."""

    first: str | None
    """The principal that moves first; both in parallel if none."""


@dataclass(frozen=True)
class TermsIndex:
    """All terms that can be composed, numbered so that lesser exchanges come first."""

    bargain: Bargain
    """The table the terms are for."""

    @property
    def tops(self) -> dict[str, int]:
        """Return the highest step of each ladder."""
        return {name: len(ladder.steps) for name, ladder in self.bargain.ladders.items()}

    @property
    def orders(self) -> tuple[str | None, ...]:
        """Return the sequences: in parallel, then each principal first."""
        return (None, *self.bargain.principals)

    def __iter__(self) -> Iterator[Terms]:
        """Yield all terms in the order of their numbers."""
        for levels in product(*(range(top + 1) for top in self.tops.values())):
            for first in self.orders:
                yield Terms(dict(zip(self.tops, levels, strict=True)), first)

    def __len__(self) -> int:
        """Return how many terms there are."""
        count = len(self.orders)
        for top in self.tops.values():
            count *= top + 1
        return count

    def number(self, terms: Terms) -> int:
        """Return the number of *terms*; a level outside its ladder is a ValueError."""
        number = 0
        for name, top in self.tops.items():
            level = terms.levels.get(name, 0)
            if not 0 <= level <= top:
                raise ValueError(f"{name} has no step {level}")
            number = number * (top + 1) + level
        return number * len(self.orders) + self.orders.index(terms.first)

    def of_package(self, package: Package) -> int:
        """Return the number of the terms that a *package* names."""
        return self.number(Terms(package.levels, package.first))

    def terms(self, number: int) -> Terms:
        """Return the terms with this *number*."""
        rest, order = divmod(number, len(self.orders))
        levels: dict[str, int] = {}
        for name, top in reversed(self.tops.items()):
            rest, levels[name] = divmod(rest, top + 1)
        return Terms({name: levels[name] for name in self.tops}, self.orders[order])
