"""Merging trees: the same as merging plain values, whatever stands in them."""

from typing import Any

import yaml
from hypothesis import given

from game.located.compose import compose
from game.located.node import Block, Items, Node, Scalar
from game.scenario.merge import merged, shifted
from tests.strategies.texts import CHILDREN, PARENTS


def tree(value: dict[str, Any]) -> Block:
    root = compose(yaml.safe_dump(value, sort_keys=False)).root
    assert isinstance(root, Block)
    return root


def laid_over(child: dict[str, Any], parent: dict[str, Any]) -> dict[str, Any]:
    """Return plain values merged, in any order of keys."""
    together = dict(parent)
    for key, value in child.items():
        if value is None:
            together.pop(key, None)
        elif isinstance(value, dict) and isinstance(parent.get(key), dict):
            together[key] = laid_over(value, parent[key])
        else:
            together[key] = value
    return together


def agrees(node: Node) -> bool:
    """Say whether the plain value of a tree is what its nodes say, level by level."""
    if isinstance(node, Scalar):
        return True
    if isinstance(node, Items):
        return node.value == [each.value for each in node.nodes] and all(map(agrees, node.nodes))
    held = {name: entry.node.value for name, entry in node.entries.items()}
    return (
        list(node.value) == list(held)
        and node.value == held
        and all(agrees(e.node) for e in node.entries.values())
    )


@given(child=CHILDREN, parent=PARENTS)
def test_trees_merge_as_plain_values_do(child: dict[str, Any], parent: dict[str, Any]) -> None:
    together = merged(tree(child), tree(parent)).root

    assert together.value == laid_over(child, parent)
    assert agrees(together)


@given(child=CHILDREN, parent=PARENTS)
def test_inherited_keys_keep_their_order_and_new_ones_stand_before_what_follows_them(
    child: dict[str, Any], parent: dict[str, Any]
) -> None:
    order = list(merged(tree(child), tree(parent)).root.entries)
    inherited = [key for key in parent if not (key in child and child[key] is None)]
    new = [key for key in child if key not in parent and child[key] is not None]

    assert [key for key in order if key in parent] == inherited
    assert sorted(key for key in order if key not in parent) == sorted(new)
    for key in new:
        follows = next((each for each in list(child)[list(child).index(key) :] if each in parent), None)
        later = [each for each in order[order.index(key) :] if each in parent]
        if follows in inherited:
            assert later[0] == follows
        elif follows is None:
            assert later == []


@given(value=PARENTS)
def test_a_variant_that_repeats_its_parent_changes_nothing(value: dict[str, Any]) -> None:
    together = merged(tree(value), tree(value))

    assert (together.root.value, together.idle, together.removed) == (value, (), ())


@given(child=CHILDREN, parent=PARENTS)
def test_each_null_removes_something_or_is_told(child: dict[str, Any], parent: dict[str, Any]) -> None:
    together = merged(tree(child), tree(parent))
    direct = [key for key, value in child.items() if value is None]

    told = {key.text for key, _known in together.idle} | {key.text for key in together.removed}
    assert set(direct) <= told


@given(value=PARENTS)
def test_shifting_moves_every_line_and_nothing_else(value: dict[str, Any]) -> None:
    before = tree(value)
    after = shifted(before, 100)

    assert shifted(after, -100) == before
    assert after.line == before.line + 100
    assert after.value == before.value
