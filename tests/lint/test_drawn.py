"""What the desk cannot draw, and what does not fit where it draws it, is told at its place."""

from pathlib import Path

import pytest

from game.located.findings import Finding
from game.scenario.reader import read_scenario
from game.scenario.translation import with_translations
from tests.desk.shapes import scenario

CHARACTER, LABEL = "D501", "D502"


def found(folder: Path, text: str, code: str, **beside: str) -> list[Finding]:
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    for name, said in beside.items():
        (folder / name.replace("__", ".")).write_text(said, encoding="utf-8")
    reading = with_translations(read_scenario(folder, thorough=True))
    assert reading.scenario is not None, reading.report
    return [each for each in reading.findings if each.code == code]


def test_what_no_font_draws_is_told_where_it_stands(tmp_path: Path) -> None:
    text = scenario(2, 1).replace("text: Do it.", "text: Do it 😀 now 🎉.")
    first, second = found(tmp_path, text, CHARACTER)
    line = text.splitlines()[first.line]
    assert line[first.column] == "😀"
    assert "'😀🎉'" in first.message
    assert first.where == "cards.c0_0.text"
    assert second.where == "cards.c1_0.text"


def test_remarks_are_not_judged_and_hanja_are_drawn(tmp_path: Path) -> None:
    text = "# 😀\n" + scenario(2, 1).replace("text: Do it.", "text: 核實驗 かな 핵 실험.")
    assert found(tmp_path, text, CHARACTER) == []


def test_texts_and_translations_are_judged_too(tmp_path: Path) -> None:
    side = 'format: 1\nlanguage: ko\ntexts:\n  title: {en: A table of any shape, to: "탁자 عربي"}\n'
    told = found(tmp_path, scenario(2, 1), CHARACTER, **{"brief-s0__md": "One.\nTwo 😀.\n", "ko__yaml": side})
    places = [(Path(each.file).name, each.line, each.column) for each in told]
    assert ("brief-s0.md", 1, 4) in places
    assert "ko.yaml" in {name for name, _line, _column in places}


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("label: Tension", "label: Incommensurability of war", "tracks.tension.label"),
        (
            "label: Tension",
            "label: How close a strike is to being ordered by one of them",
            "tracks.tension.label",
        ),
        ("letter: U", "letter: UNITED", "sides.s0.letter"),
        ("title: Press the other side", "title: Antidisestablishmentarianism", "cards.c0_0.title"),
        ("label: Iran", "label: Llanfairpwllgwyngyll", "sides.s1.label"),
        ("title: Home", "title: What is done at home this month", "slots.l0.title"),
    ],
)
def test_a_label_too_long_for_its_place_is_told(tmp_path: Path, old: str, new: str, where: str) -> None:
    assert where in {each.where for each in found(tmp_path, scenario(2, 1).replace(old, new), LABEL)}


def test_labels_that_fit_are_not_told(tmp_path: Path) -> None:
    text = scenario(8, 8).replace("label: Tension", "label: Readiness for war")
    assert found(tmp_path, text, LABEL) == []
