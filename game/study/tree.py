"""Trees: a small scenario written out whole, every sheet and every turn of luck, as an extensive-form game.

Sheets are sealed one after another, and no side sees another's before all are; so the order changes nothing.
Luck is cut into equal parts: the tree is exact where all odds are multiples of one part.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import product

import numpy as np
from numpy.typing import NDArray

from game.rules.adjudicate import adjudicate
from game.rules.dice import WHOLE, Dice, Draws, Seeds
from game.rules.endings import HUNDREDTHS
from game.rules.legality import menu
from game.rules.rulebook import Rulebook
from game.rules.setup import set_up
from game.rules.tables import Tables
from game.rules.views import View, view_of

LARGEST = 200_000
"""Leaves above which a tree is not written out."""

Choice = tuple[int, ...]
"""One side's sheet: an order a slot, numbered as in `game.rules.sheets`."""


@dataclass(frozen=True, eq=False)
class Leaf:
    """The end of a game."""

    points: tuple[float, ...]
    """By side."""


@dataclass(frozen=True, eq=False)
class LuckNode:
    """A turn of luck."""

    parts: tuple[int, ...]
    """How many of the equal parts each way takes."""

    ways: tuple["Node", ...]
    """What follows."""


@dataclass(frozen=True, eq=False)
class TurnNode:
    """One side seals its sheet."""

    side: int
    """Row of the side."""

    knows: str
    """What it knows, in sixteen hexadecimal digits: all it has seen and laid so far."""

    view: View
    """What it sees now."""

    sheets: tuple[Choice, ...]
    """The sheets it may lay."""

    ways: tuple["Node", ...]
    """What follows each."""


Node = Leaf | LuckNode | TurnNode


class TooLargeError(ValueError):
    """A tree with more leaves than can be written out."""


@dataclass(frozen=True)
class _Script(Dice):
    """Dice that give one written turn of luck, and note what they were asked for."""

    digits: tuple[int, ...] = ()
    parts: int = 1
    asked: list[str] = field(default_factory=list)

    @property
    def held(self) -> bool:
        """Return that every draw is written."""
        return True

    def draw(self, name: str, words: Seeds, number: int = 0) -> Draws:
        """Return the middle of the part that is written for this draw, of the first where none is."""
        at = len(self.asked)
        if words.size:
            self.asked.append(name)
        digit = self.digits[at] if at < len(self.digits) else 0
        return np.full(words.shape, (2 * digit + 1) * WHOLE // (2 * self.parts), dtype=np.uint16)


def tree_of(book: Rulebook, parts: int) -> Node:
    """Return a small scenario written out whole, luck cut into so many equal *parts*.

    A scenario with secret goals or lines drawn by lot is a ValueError, one too large a `TooLargeError`.
    """
    if any(goal.secret >= 0 for goal in book.goals):
        raise ValueError("a scenario with secret goals is not written out")
    if any(line.limit is not None and len(line.limit.above) > 1 for line in book.scenario.redlines.values()):
        raise ValueError("a scenario with lines drawn by lot is not written out")
    return _Grower(book, parts).month(set_up(book, [0], dice=_Script(parts=parts)), {})


def turns_of(tree: Node) -> Iterator[TurnNode]:
    """Yield every turn of a tree, from the root on."""
    if isinstance(tree, TurnNode):
        yield tree
    for way in () if isinstance(tree, Leaf) else tree.ways:
        yield from turns_of(way)


class _Grower:
    """Grows a tree month by month."""

    def __init__(self, book: Rulebook, parts: int) -> None:
        self.book, self.parts, self.leaves = book, parts, 0

    def month(self, tables: Tables, known: Mapping[str, str]) -> Node:
        """Return what follows from one table at the opening of a month."""
        if tables.month > self.book.months or not tables.live[0]:
            return self._leaf(tables)
        views = {side: view_of(sight, tables) for side, sight in self.book.sights.items()}
        knows = {side: _digest(known.get(side, "").encode(), view.packed()) for side, view in views.items()}
        return self._turn(tables, tuple(self.book.index.sides), views, knows, ())

    def _turn(
        self,
        tables: Tables,
        left: tuple[str, ...],
        views: Mapping[str, View],
        knows: Mapping[str, str],
        laid: tuple[Choice, ...],
    ) -> Node:
        """Return the turns of the sides that are *left*, each not knowing what was *laid* before."""
        if not left:
            return self._luck(tables, knows, laid)
        side, *rest = left
        sheets = choices(self.book, views[side])
        ways = tuple(
            self._turn(
                tables, tuple(rest), views,
                {**knows, side: _digest(knows[side].encode(), repr(sheet).encode())}, (*laid, sheet),
            )
            for sheet in sheets
        )  # fmt: skip
        if len(sheets) == 1:
            return ways[0]
        return TurnNode(self.book.index.sides[side], knows[side], views[side], sheets, ways)

    def _luck(self, tables: Tables, knows: Mapping[str, str], laid: tuple[Choice, ...]) -> Node:
        """Return what luck makes of the sheets, ways that come to the same taken together."""
        sheets = np.array(laid, dtype=np.int16)[..., None]
        found: dict[str, tuple[int, Tables]] = {}
        scripts = list(_scripts(self.book, tables, sheets, self.parts))
        longest = max(len(digits) for digits, _after in scripts)
        for digits, after in scripts:
            weight = self.parts ** (longest - len(digits))
            so_far = found.get(after.digest(), (0, after))[0]
            found[after.digest()] = (so_far + weight, after)
        ways = tuple(self.month(after, knows) for _weight, after in found.values())
        return ways[0] if len(ways) == 1 else LuckNode(tuple(weight for weight, _ in found.values()), ways)

    def _leaf(self, tables: Tables) -> Leaf:
        self.leaves += 1
        if self.leaves > LARGEST:
            raise TooLargeError(f"the tree has more than {LARGEST:,} leaves")
        book = self.book
        won = book.returns(tables)
        return Leaf(tuple(float(points) / HUNDREDTHS for points in won[:, 0]))


def choices(book: Rulebook, view: View) -> tuple[Choice, ...]:
    """Return every sheet that a one-table *view*'s side may lay, offers by the scenario's packages."""
    row = book.index.sides[view.side]
    slots = []
    for legal, cards in zip(menu(book, view), book.acts.menus[row], strict=True):
        rows = [card for card, may in zip(cards.rows, legal[:, 0], strict=True) if may]
        offer = book.acts.offers[row]
        terms = sorted({len(book.index.cards) + number for number in book.index.packages.values()})
        slots.append([order for card in rows for order in (terms if card and card == offer else [card])])
    return tuple(product(*slots))


def _scripts(
    book: Rulebook, tables: Tables, sheets: NDArray[np.int16], parts: int
) -> Iterator[tuple[tuple[int, ...], Tables]]:
    """Yield every turn of luck that the month can take, and the table after it."""
    digits: tuple[int, ...] | None = ()
    while digits is not None:
        dice = _Script(digits=digits, parts=parts)
        after = adjudicate(book, tables, sheets, dice)
        digits = (*digits, *([0] * (len(dice.asked) - len(digits))))
        yield digits, after
        digits = _next(digits, parts)


def _next(digits: tuple[int, ...], parts: int) -> tuple[int, ...] | None:
    """Return the turn of luck after this one; none after the last."""
    while digits and digits[-1] == parts - 1:
        digits = digits[:-1]
    return (*digits[:-1], digits[-1] + 1) if digits else None


def _digest(*parts: bytes) -> str:
    return sha256(b"|".join(parts)).hexdigest()[:16]
