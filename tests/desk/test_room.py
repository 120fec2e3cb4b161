"""The checker knows how much room the desk has for labels, and what it lets pass is drawn whole."""

from __future__ import annotations

import pytest

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import load_theme
from game.desk.views.card_face import CardFace
from game.desk.views.chip import ChipLabel
from game.desk.views.gauge import Gauge
from game.desk.views.sheet import SheetRow
from game.lint.glyphs import lines, type_size
from game.lint.labels import CARD, GAUGE, LETTER, SIDE, SLOT, letter_width
from game.presenters.content import CardContent, Chip, GaugeContent, SheetLine

PEN = Pen(load_theme())


def test_the_gauge_has_the_room_the_checker_counts_on() -> None:
    gauge = Gauge(GaugeContent("tension", "Tension", 4, ()))
    gauge.place(PEN, Box(0, 0, 168, 400))
    assert gauge.label_room(PEN) >= GAUGE.wide
    assert GAUGE.lines * PEN.leading(GAUGE.style) <= 57


def test_a_card_a_seat_and_a_slot_have_the_room_the_checker_counts_on() -> None:
    face = CardFace(CardContent("c", "A card", "ban"))
    assert face.wide(PEN) - PEN.px(8 + 16 + 5 + 3) >= CARD.wide
    room = 240 - 2 * 20 - 34 - 10
    assert room >= SIDE.wide
    row = SheetRow(SheetLine("s", "x" * 18, "ban", "Hold"))
    row.place(PEN, Box(0, 0, 256, 46))
    words = 256 - 12 - SLOT.wide - 8 - 40 - 40
    assert words >= PEN.width("Hold", "headline")


@pytest.mark.parametrize("style", [GAUGE.style, CARD.style, SIDE.style, SLOT.style])
def test_the_checker_sets_words_in_no_fewer_lines_than_the_desk(style: str) -> None:
    for text in ("Readiness for war", "Press the other side now", "수문을 여는 것", "Moscow and Beijing"):
        for room in (60, 77, 99, 154):
            told = lines(text, *type_size(style), room)
            drawn = len(PEN.setting(text, style, room).lines)
            assert told == 0 or told >= drawn


@pytest.mark.parametrize("shape", LETTER)
def test_a_letter_never_runs_out_of_its_mark(shape: str) -> None:
    for letter in ("U", "W", "EU", "US", "LOWL"):
        written = PEN.letter(letter, shape, 40, Box(0, 0, 60, 60), "#000000")
        assert written.box.w <= 40 * LETTER[shape] + 2
    assert letter_width("W", shape) <= LETTER[shape]
    assert letter_width("LOWLAND", shape) > LETTER[shape]


def test_a_long_effect_wraps_in_its_chip() -> None:
    chip = ChipLabel(Chip("flame", "-1", "Tension between the two governments of the upper river"))
    chip.place(PEN, Box(0, 0, 230, chip.high(PEN, 230)))
    assert len(chip.runs()) > 1
    assert all(run.box.within(chip.box) for run in chip.runs())
