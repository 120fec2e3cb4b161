"""What is pressed on the desk says what it means by a value: no name is taken apart again."""

import ast

import pytest

from tests.house.source import modules

TAKES_APART = {
    "partition", "rpartition", "split", "rsplit", "removeprefix", "removesuffix", "startswith", "endswith",
}  # fmt: skip

FILES = {"game/desk/kit/assets.py"}
"""Where a path of a file is split, which is no name of a spot."""


def taken_apart(tree: ast.AST) -> list[int]:
    """Return the lines at which a text is cut at a sign or asked how it begins; words at spaces may be."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in TAKES_APART
        and node.args
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('kind, _sep, rest = name.partition(":")', 1),
        ('name.startswith("why:")', 1),
        ("title.split()", 0),
        ("acted(AskWhy(track))", 0),
    ],
)
def test_a_name_taken_apart_is_told_from_words_counted(line: str, found: int) -> None:
    assert len(taken_apart(ast.parse(line))) == found


def test_no_module_of_the_desk_takes_a_name_apart() -> None:
    desk = {path: tree for path, tree in modules().items() if path.startswith("game/desk/")}
    assert [
        f"{path}:{n}" for path, tree in desk.items() if path not in FILES for n in taken_apart(tree)
    ] == []
