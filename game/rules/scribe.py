"""The scribe: puts rules down as words (§3.4, §13)."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from game.rules.cause import Cause
from game.rules.dice import WHOLE
from game.rules.formula import Formula
from game.rules.index import Index
from game.rules.layout import Layout
from game.rules.onlooker import Onlooker
from game.rules.program import Hushed
from game.rules.rule import Chance, Fork, Move, Rule
from game.rules.tracks import Tracks
from game.rules.value import Operand, Value, no

SheetLine = tuple[int, int]
"""The side and the slot of a line of the order sheet."""


class Scribe(Onlooker):
    """Puts down what happens in a month."""

    def __init__(
        self, layout: Layout, tracks: Tracks, index: Index, lines: Sequence[SheetLine], terms: int
    ) -> None:
        """Begin a month over the state of a *layout*; *lines* tell where each card lies, from row 1.

        So many *terms* can be composed.
        """
        super().__init__(layout, tracks, terms)
        self.lines, self.shape = lines, (len(index.sides), len(index.slots))
        for line in range(self.shape[0] * self.shape[1]):
            self.input(("sheets", line), (0, len(lines) + max(terms, 0)))
        self.tabled: dict[int, Value] = {}
        """The terms that a side tables this month, -1 for none; of sides that can."""

    def on(self, side: int, slot: int) -> Value:
        """Return the card on a line of the sheets, hold being 0."""
        return self.input(("sheets", side * self.shape[1] + slot))

    def recent(self, ago: int, side: int, slot: int) -> Value:
        """Return the card on a line of the sheets of a month *ago*; 0 is the last."""
        sides, slots = self.shape
        return self.row("recent", (ago * sides + side) * slots + slot)

    def played(self, card: int) -> Operand:
        """Return where the card in this row is played this month."""
        return card > 0 and self.on(*self.lines[card - 1]).equals(card)

    def playing(self, cards: Iterable[int]) -> Operand:
        """Return where any of the cards in these rows is played this month."""
        return self.any_of(map(self.played, cards))

    def holds(self, condition: Formula | None) -> Operand:
        """Return where a condition holds: everywhere, if there is none."""
        return True if condition is None else condition.put_down(self)

    def amount(self, number: int | Formula) -> Operand:
        """Return a number that may be an expression."""
        return number if isinstance(number, int) else number.put_down(self)

    def lucky(self, chance: Chance | None, where: Operand = True) -> Operand:
        """Return where luck allows what happens here; everywhere here, if it takes none."""
        if chance is None:
            return self.all_of(self.here, where)
        return self.luck(chance.name, chance.key, chance.lane, 0, self.amount(chance.percent), where)

    def move(self, cause: Cause | Hushed, moves: Iterable[Move]) -> None:
        """Move tracks here."""
        for each in moves:
            self.strike(cause, each.row, self.amount(each.amount))

    @contextmanager
    def following(self, rule: Rule) -> Iterator[None]:
        """Carry a *rule* out, and let what is put down inside happen where it struck."""
        with (
            self.season(rule.season),
            self.where(self.holds(rule.holds)),
            self.where(self.lucky(rule.chance)),
        ):
            self.move(rule.cause, rule.moves)
            yield

    def follow(self, rule: Rule) -> None:
        """Carry a *rule* out wherever it holds and luck allows."""
        with self.following(rule):
            pass

    def take(self, fork: Fork) -> list[Operand]:
        """Carry out the way that luck takes at a *fork*, and return where each way was taken."""
        left, rest = self.here, None
        sure, open_to = 0, list[Operand]()
        taken: list[Operand] = []
        for number, way in enumerate(fork.ways):
            if way.percent is None:
                rest = number
                taken.append(False)
                continue
            percent = self.amount(way.percent)
            if isinstance(percent, Value):
                open_to.append(percent)
            else:
                sure += min(max(percent, 0), 100) * WHOLE // 100
            goes = self._under(fork.chance, sure, open_to, left)
            left = left & no(goes)
            taken.append(goes)
        if rest is not None:
            taken[rest] = left
        for way, goes in zip(fork.ways, taken, strict=True):
            with self.where(goes):
                self.move(way.cause, way.moves)
        return taken

    def _under(self, chance: Chance, sure: int, open_to: Sequence[Operand], left: Operand) -> Operand:
        """Return where a draw falls under parts that are *sure* and percentages that are not."""
        if len(open_to) < 2:
            percent = open_to[0] if open_to else 0
            return self.luck(chance.name, chance.key, 0, sure, percent, left)
        parts = sum((self.parts(percent) for percent in open_to), start=sure)
        return self.under(chance.name, chance.key, 0, parts, left)
