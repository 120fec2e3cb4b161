"""The checker knows the desk's fonts as well as the desk itself does."""

from pathlib import Path

import pygame
import pytest

from game.desk.kit.drawing.lettering import Lettering
from game.lint import glyphs
from game.lint.glyphs import FACES, FALLBACK, advances, lines, runs, undrawn, width

SAID = (
    "Readiness for war",
    "Tension",
    "AVATAR Toy",
    "긴장이 높아진다",
    "漢字と仮名",
    "0123456789",
    "E3/EU · 10 %",
)


@pytest.mark.parametrize("text", SAID)
@pytest.mark.parametrize("weight", FACES)
@pytest.mark.parametrize("size", [12, 13, 14, 18, 28])
def test_text_is_measured_as_wide_as_the_desk_draws_it(text: str, weight: int, size: int) -> None:
    drawn, told = Lettering().width(text, size, weight), width(text, size, weight)
    rounding = 2 + len(text) / 4
    assert -rounding <= told - drawn <= rounding + 0.1 * drawn


def test_hanja_kana_and_hangul_are_drawn_and_others_are_told() -> None:
    assert undrawn("핵 실험 · 核實驗 · かな カナ · 核实验 — naïve “quoted” ▲▼") == ""
    assert undrawn("ok 😀😀 عرب") == "😀عرب"
    assert list(runs("북北韓 x")) == [("북", False), ("北韓", True), (" x", False)]


def test_all_weights_draw_the_same_characters() -> None:
    own = {weight: advances(name).keys() for weight, name in FACES.items()}
    assert len({len(each) for each in own.values()}) == 1
    assert not advances(FALLBACK).keys() & own[400]


def test_words_are_set_in_lines() -> None:
    assert lines("Tension", 14, 600, 80) == 1
    assert lines("Readiness for war", 14, 600, 80) == 2
    assert lines("Readiness", 14, 600, 20) == 0
    assert lines("", 14, 600, 20) == 1


def test_without_fonts_nothing_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(glyphs, "SHELVES", (tmp_path,))
    advances.cache_clear()
    assert undrawn("😀") == ""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Pretendard-Regular.otf").write_bytes(b"not a font")
    advances.cache_clear()
    assert undrawn("😀") == ""
    advances.cache_clear()


def test_the_desk_draws_each_hanja_as_something_of_its_own() -> None:
    letters = Lettering()
    pictures = {pygame.image.tobytes(letters.picture(sign, 40, 400, "#000000"), "RGBA") for sign in "核中😀"}
    assert len(pictures) == 3
    assert letters.picture("북核x", 40, 700, "#000000").get_width() == letters.width("북核x", 40, 700)
