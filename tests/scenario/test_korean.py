"""The Korean of the shipped scenarios: complete, fresh, and Korean."""

import re

import pytest

from game.scenario.reader import read_scenario
from game.scenario.shelf import shipped
from game.scenario.sidefile import languages
from game.scenario.translatable import spoken
from game.scenario.translation import in_language, sides_of, standing

IN_KOREAN = [name for name in shipped() if "ko" in languages(read_scenario(name).path or pytest.fail(name))]
"""The scenarios that have been translated."""


PROMISED = ("deadlock-2020", "deadlock-2020-class", "first-steps")
"""The scenarios that are always complete in Korean; the others may have texts in English."""


def test_the_scenarios_people_meet_first_are_told_in_korean() -> None:
    assert set(PROMISED) <= set(IN_KOREAN)


@pytest.mark.parametrize("name", PROMISED)
def test_no_text_is_missing_stale_or_left_over(name: str) -> None:
    reading = read_scenario(name)
    stands = standing(reading, sides_of(reading, "ko"))
    assert (stands.missing, stands.stale, stands.gone) == ((), (), ())


@pytest.mark.parametrize("name", IN_KOREAN)
def test_every_text_is_written_in_hangul_and_keeps_its_markup(name: str) -> None:
    reading = read_scenario(name)
    assert reading.scenario is not None
    told, written = spoken(in_language(reading, "ko")), spoken(reading.scenario)
    assert [
        path for path, text in told.items() if not re.search("[가-힣]", text) and text != written[path]
    ] == []
    for path, english in written.items():
        assert told[path].count("**") == english.count("**"), path
        assert not re.search(r"[는은이가을를]\([가-힣]\)", told[path]), f"{path}: a particle in brackets"


@pytest.mark.parametrize("name", IN_KOREAN)
def test_korean_briefs_have_the_sections_of_the_english(name: str) -> None:
    texts = read_scenario(name).texts
    for english in (stem for stem in texts if stem.startswith("brief") and "." not in stem):
        heads = [re.findall(r"^#+ ", texts[stem], re.MULTILINE) for stem in (english, f"{english}.ko")]
        assert heads[0] == heads[1], english
