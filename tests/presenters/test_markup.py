"""Markup, and how it breaks into lines; every letter is ten pixels wide here."""

import pytest
from hypothesis import given

from game.desk.kit.drawing.richtext import Setting, wrap
from game.presenters.markup import Span, escape, plain, spans
from tests.strategies.shapes import WIDTHS
from tests.strategies.texts import MARKED, WORDS


def measure(text: str, bold: bool) -> int:
    return len(text) * 10


def lines_of(setting: Setting) -> list[str]:
    return ["".join(piece.text for piece in line) for line in setting.lines]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        pytest.param("plain", (Span("plain"),), id="plain words"),
        pytest.param("a **b** c", (Span("a "), Span("b", True), Span(" c")), id="bold"),
        pytest.param("[why?](why:3)", (Span("why?", True, "why:3"),), id="a link"),
        pytest.param("[a [b]](x)", (Span("[a [b]](x)"),), id="no link within a link"),
        pytest.param(r"3 \* 4 \[x\]", (Span("3 * 4 [x]"),), id="a backslash makes signs plain"),
        pytest.param("a\nb", (Span("a"), Span("\n"), Span("b")), id="a line break stands alone"),
    ],
)
def test_markup_is_read(markup: str, found: tuple[Span, ...]) -> None:
    assert spans(markup) == found


@given(MARKED)
def test_escaped_text_is_shown_letter_by_letter(text: str) -> None:
    assert plain(escape(text)) == text


@given(WORDS, WIDTHS)
def test_wrapping_loses_no_letter_and_keeps_to_the_width(words: list[str], width: int) -> None:
    setting = wrap(spans(" ".join(words)), width, measure)
    assert "".join(lines_of(setting)).replace(" ", "") == "".join(words)
    assert setting.width <= width


def test_a_word_that_fits_a_line_is_never_broken() -> None:
    setting = wrap(spans("one three seven eleven"), 60, measure)
    assert lines_of(setting) == ["one", "three", "seven", "eleven"]


def test_a_sign_stays_with_the_styled_word_before_it() -> None:
    setting = wrap(spans("it is **seven**."), 90, measure)
    assert lines_of(setting) == ["it is", "seven."]


def test_a_line_break_in_the_text_is_kept() -> None:
    assert lines_of(wrap(spans("a\n\nb"), 100, measure)) == ["a", "", "b"]
