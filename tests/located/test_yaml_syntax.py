"""Syntax errors in plain words."""

import pytest

from game.located.compose import Loader, compose
from tests.located.loaders import both_loaders

COLON = "a ':' inside text needs quotes around the whole text"
OUT_OF_LINE = "this line does not line up with the lines around it"


@both_loaders
@pytest.mark.parametrize(
    ("source", "place", "message"),
    [
        ("a:\n\tb: 1\n", (1, 0), "indent with spaces, not with tabs"),
        ("a:\n  b: 1\n\tc: 2\n", (2, 0), "indent with spaces, not with tabs"),
        ("a:\n  -\tb: 1\n", (1, 3), "a tab stands here where a space is needed"),
        ("title: Fire: a story\n", (0, 11), COLON),
        ("a: “x”: b\n", (0, 6), COLON),
        (
            "a: {x: Fire: two}\n",
            (0, 11),
            "a ',' is missing before this key, or text with ': ' in it needs quotes",
        ),
        ("a: @x\n", (0, 3), "text that starts with '@' needs quotes"),
        ("a: `x`\n", (0, 3), "text that starts with '`' needs quotes"),
        ("a: %x\n", (0, 3), "text that starts with '%' needs quotes"),
        ("a: * x\n", (0, 3), "text that starts with '*' needs quotes"),
        ("a: & x\n", (0, 3), "text that starts with '&' needs quotes"),
        ("a: !x!y z\n", (0, 3), "text that starts with '!' needs quotes"),
        ("a: > x\n", (0, 3), "text that starts with '>' needs quotes"),
        ("%x: 1\n", (0, 0), "a line cannot start with '%'"),
        ('a: "x\nb: 1\n', (0, 3), "this quote is never closed"),
        ("b: 1\na: 'it's'\n", (1, 7), "text goes on after its closing quote"),
        ('a: "Fire" and fury\n', (0, 10), "text goes on after its closing quote"),
        ('a: "x\\q"\n', (0, 5), "inside double quotes a '\\' begins a special character, and this is none"),
        ("a: [1, 2\nb: 3\n", (0, 3), "this '[' is not closed, or a ',' is missing before line 2"),
        ("a: {x: 1]\n", (0, 8), "a ',' or '}' is missing here"),
        ("a: [,]\n", (0, 4), "a value is missing before ','"),
        ("a: 1\nfoo\nb: 2\n", (1, 0), "this line has no ':' after its key"),
        ("foo bar\nb: 2\n", (0, 0), "this line has no ':' after its key"),
        ("a: 1\nb:2\nc: 3\n", (1, 1), "a space is needed after ':'"),
        ("x:\n  a:1\n  b: 2\n", (1, 3), "a space is needed after ':'"),
        ("a:\n  b: 1\n c: 2\n", (2, 1), OUT_OF_LINE),
        ("a:\n  - b\n  c: 1\n", (2, 2), OUT_OF_LINE),
        (
            "a:\n  b: 1\n   c: 2\n",
            (2, 3),
            "this line is indented deeper than the line above, which already has its value",
        ),
        ("a: - b\n", (0, 3), "a list begins on a line of its own, below its key"),
        ("a: 1\n- b\n", (1, 0), "a list entry ('- ') stands among keys here"),
        (": x\n", (0, 0), "a key is missing before ':'"),
        ("k" * 1100 + ": 1\n", (0, 1100), COLON),
    ],
)
def test_a_syntax_error_is_told_in_plain_words(
    source: str, place: tuple[int, int], message: str, loader: Loader
) -> None:
    composition = compose(source, "f.yaml", loader)

    assert composition.root is None
    (finding,) = composition.findings
    assert ((finding.line, finding.column), finding.message) == (place, message)
