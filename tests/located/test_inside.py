"""From an offset in a value to its place in the file, however the value is written."""

import pytest
import yaml
from hypothesis import given

from game.located.compose import Loader, compose
from game.located.excerpt import lines_of
from game.located.extent import place_inside
from game.located.node import Block, Scalar
from tests.located.loaders import both_loaders
from tests.strategies.texts import QUOTED


def scalar_of(source: str, loader: Loader) -> Scalar:
    root = compose(source, loader=loader).root
    assert isinstance(root, Block)
    node = root.entries["a"].node
    assert isinstance(node, Scalar)
    return node


@both_loaders
@pytest.mark.parametrize("style", [None, "'", '"', "|", ">"])
@pytest.mark.parametrize("width", [12, 80])
@given(words=QUOTED)
def test_every_letter_of_a_text_is_found_where_it_stands(
    loader: Loader, style: str | None, width: int, words: list[str]
) -> None:
    text = " ".join(words)
    source = yaml.safe_dump({"a": text}, default_style=style, width=width, allow_unicode=True)
    scalar, lines = scalar_of(source, loader), lines_of(source)
    assert scalar.value == text

    for offset, letter in enumerate(text):
        line, column = place_inside(scalar, lines, offset)
        assert letter.isspace() or lines[line][column] in (letter, "\\")


@both_loaders
@pytest.mark.parametrize(
    ("source", "offset", "place"),
    [
        pytest.param("a: x >= 1", 9, (0, 9), id="the end of a plain text"),
        pytest.param("a: 'x >='", 4, (0, 8), id="the end of a quoted text"),
        pytest.param("a: 'x  '", 3, (0, 7), id="after trailing blanks"),
        pytest.param("a: ''", 0, (0, 3), id="an empty text"),
        pytest.param("a: |\n  x\n  y >\n", 6, (2, 5), id="the end of a block"),
        pytest.param("a: x\n   y\n", 1, (0, 4), id="a blank where a line was folded"),
        pytest.param("a: x", 99, (0, 4), id="past the end"),
    ],
)
def test_a_place_without_a_letter_is_beside_the_last_one(
    source: str, offset: int, place: tuple[int, int], loader: Loader
) -> None:
    assert place_inside(scalar_of(source, loader), lines_of(source), offset) == place
