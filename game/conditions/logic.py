"""Rewriting conditions: the contrary of each, told without 'not' where there is another word."""

from dataclasses import replace
from itertools import pairwise

from game.conditions.syntax import Both, Comparison, Either, Fold, Node, Not, Number, Truth

OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
"""The sign that holds exactly where another does not."""

MIRRORED = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
"""The sign that says the same with both sides exchanged."""


def plain(node: Node, wanted: bool = True) -> Node:
    """Return a tree that holds where *node* is *wanted*, 'not' left only before questions and choices."""
    if isinstance(node, Not):
        return plain(node.item, not wanted)
    if isinstance(node, Both | Either):
        return _joined(node, wanted)
    if isinstance(node, Truth):
        return replace(node, value=node.value is wanted)
    if wanted:
        return node
    return _opposed(node) if isinstance(node, Comparison) else Not(node.start, node.end, node)


def pairs(node: Comparison) -> tuple[Comparison, ...]:
    """Return a chain of comparisons as one comparison for each of its signs."""
    return tuple(
        Comparison(left.start, right.end, (left, right), (sign,))
        for (left, right), sign in zip(pairwise(node.items), node.operators, strict=True)
    )


def number_last(link: Comparison) -> tuple[Node, str, Node]:
    """Return one comparison as left, sign and right, turned round where a number or a truth comes first."""
    (left, right), sign = link.items, link.operators[0]
    return (right, MIRRORED[sign], left) if isinstance(left, Number | Truth) else (left, sign, right)


def bounded(fold: Fold) -> tuple[Node, int] | None:
    """Return what a min or max of two holds to which number; None where it is another kind of fold."""
    numbers = [item for item in fold.items if isinstance(item, Number)]
    if len(fold.items) != 2 or len(numbers) != 1:
        return None
    return fold.items[0] if fold.items[1] is numbers[0] else fold.items[1], numbers[0].value


def _joined(node: Both | Either, wanted: bool) -> Node:
    """Return several conditions, or by De Morgan the contrary of them."""
    kind = Both if isinstance(node, Both) is wanted else Either
    return kind(node.start, node.end, tuple(plain(item, wanted) for item in node.items))


def _opposed(node: Comparison) -> Node:
    """Return the contrary of a comparison: of a chain, that one link of it fails."""
    links = [replace(link, operators=(OPPOSITE[link.operators[0]],)) for link in pairs(node)]
    return links[0] if len(links) == 1 else Either(node.start, node.end, tuple(links))
