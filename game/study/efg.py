"""The extensive form as text: a tree as Gambit and others read it (EFG, version 2)."""

from collections.abc import Iterator

from game.located.printable import on_one_line
from game.rules.rulebook import Rulebook
from game.rules.sheets import order_of
from game.study.tree import Choice, Leaf, LuckNode, Node, TurnNode


def efg(tree: Node, book: Rulebook) -> str:
    """Return *tree* as an EFG file."""
    sides = " ".join(_quoted(noun.label) for noun in book.scenario.sides.values())
    return "\n".join(
        [f"EFG 2 R {_quoted(book.scenario.title)} {{ {sides} }}", "", *_Writer(book).lines(tree)]
    )


class _Writer:
    """Numbers what has to be numbered."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.sides = list(book.index.sides)
        self.sets: list[dict[str, int]] = [{} for _ in self.sides]
        self.leaves = 0
        self.turns = 0

    def lines(self, node: Node) -> Iterator[str]:
        """Yield a node and all that follow it, one a line, from the root down."""
        if isinstance(node, Leaf):
            yield self._leaf(node)
            return
        yield self._luck(node) if isinstance(node, LuckNode) else self._turn(node)
        for way in node.ways:
            yield from self.lines(way)

    def _leaf(self, node: Leaf) -> str:
        self.leaves += 1
        return f't "" {self.leaves} "" {{ {", ".join(f"{points:g}" for points in node.points)} }}'

    def _luck(self, node: LuckNode) -> str:
        self.turns += 1
        whole = sum(node.parts)
        ways = " ".join(f'"{number}" {part}/{whole}' for number, part in enumerate(node.parts))
        return f'c "" {self.turns} "" {{ {ways} }} 0'

    def _turn(self, node: TurnNode) -> str:
        numbers = self.sets[node.side]
        number = numbers.setdefault(node.knows, len(numbers) + 1)
        sheets = " ".join(
            _quoted(f"{self.sides[node.side]}: {self._sheet(node.side, sheet)}") for sheet in node.sheets
        )
        return f'p "" {node.side + 1} {number} "{node.knows}" {{ {sheets} }} 0'

    def _sheet(self, side: int, sheet: Choice) -> str:
        """Return a sheet in the scenario's names, an offer with its terms."""
        told = []
        for value in sheet:
            order = order_of(self.book, self.sides[side], value)
            levels = [] if order.terms is None else [f"{n} {k}" for n, k in order.terms.levels.items()]
            first = [] if order.terms is None or order.terms.first is None else [f"{order.terms.first} first"]
            told.append(" ".join([order.card, *levels, *first]))
        return " + ".join(told)


def _quoted(words: str) -> str:
    """Return words as a name that every reader takes alike: they differ over how a quote is written."""
    plain = on_one_line(words).replace("\\", "/").replace('"', "'")
    return f'"{plain}"'
