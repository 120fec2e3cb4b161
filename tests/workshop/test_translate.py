"""Translating: a side file is made, kept up to date, and doubted where it is not."""

import json
from pathlib import Path

import pytest

from game import cli
from game.cli.output import Exit
from game.cli.translate import translate
from game.scenario.languages import PSEUDO
from game.scenario.reader import read_scenario
from game.scenario.sidefile import is_language, languages, read_side
from game.scenario.translatable import retold, spoken
from game.scenario.translation import in_language, text_in_language, with_translations
from tests.scenario.small import SMALL_TEXT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the small scenario and one brief."""
    made = tmp_path / "small"
    made.mkdir()
    (made / "scenario.yaml").write_text(SMALL_TEXT, encoding="utf-8")
    (made / "brief-west.md").write_text("# West\n\nQuiet.\n", encoding="utf-8")
    return made


def translated(folder: Path, *, check: bool = False) -> Exit:
    return translate(str(folder), "ko", check=check)


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8")


def codes(folder: Path) -> list[tuple[str, int]]:
    found = with_translations(read_scenario(folder)).findings
    return [(each.code, each.line + 1) for each in found]


def finish(folder: Path, file: str = "ko.yaml") -> None:
    """Translate everything: each text becomes itself in corner brackets."""
    path = folder / file
    made: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        unfinished = line == '    to: ""' and not made[-2].endswith(".md:")
        english = json.loads(made[-1].split(": ", 1)[1]) if unfinished else ""
        made.append(f"    to: {json.dumps(f'「{english}」', ensure_ascii=False)}" if english else line)
    path.write_text("\n".join(made) + "\n", encoding="utf-8")


def line_of(folder: Path, words: str) -> int:
    lines = (folder / "ko.yaml").read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, start=1) if words in line)


def test_every_text_that_people_read_is_found_once_by_its_path() -> None:
    scenario = read_scenario("deadlock-2020").scenario
    assert scenario is not None
    told = spoken(scenario)
    assert told["cards.icbm_test.title"] == scenario.cards["icbm_test"].title
    assert told["tracks.pandemic.levels.2"] == scenario.tracks["pandemic"].levels[1]
    assert told["tracks.washington.stance.label"] == "Stance"
    assert scenario.bargain is not None
    assert told["bargain.headline"] == scenario.bargain.headline
    assert not {path for path in told if path.endswith((".icon", ".cites", ".id", ".when", ".side"))}
    assert retold(scenario, lambda path, text: text) == scenario
    assert spoken(retold(scenario, lambda path, text: path)) == {path: path for path in told}


def test_a_new_side_file_holds_every_text_and_is_not_touched_again(folder: Path) -> None:
    assert translated(folder) is Exit.GOOD
    written = (folder / "ko.yaml").read_text(encoding="utf-8")
    scenario = read_scenario(folder).scenario
    assert scenario is not None
    side = read_side(folder / "scenario.yaml", "ko")
    assert side.findings == ()
    assert side.file is not None
    assert {path: each.en for path, each in side.file.texts.items()} == spoken(scenario)
    assert translated(folder) is Exit.GOOD
    assert (folder / "ko.yaml").read_text(encoding="utf-8") == written
    assert languages(folder / "scenario.yaml") == ("ko",)


def test_a_check_writes_nothing_and_says_no_until_all_is_done(folder: Path) -> None:
    assert translated(folder, check=True) is Exit.NO
    assert not (folder / "ko.yaml").exists()
    translated(folder)
    finish(folder)
    assert translated(folder, check=True) is Exit.NO
    (folder / "brief-west.ko.md").write_text("# 서쪽\n", encoding="utf-8")
    translated(folder)
    assert translated(folder, check=True) is Exit.GOOD
    assert codes(folder) == []


def test_a_scenario_is_told_in_its_translation_and_keeps_its_digest(folder: Path) -> None:
    translated(folder)
    finish(folder)
    reading = read_scenario(folder)
    assert reading.scenario is not None
    korean = in_language(reading, "ko")
    assert (korean.title, korean.language) == ("「Small」", "ko")
    assert korean.redlines["tests"].title == f"「{reading.scenario.redlines['tests'].title}」"
    assert reading.digest == read_scenario(folder).digest
    assert in_language(reading, "fr") is reading.scenario
    assert in_language(reading, PSEUDO).title == "‹Šmààłł›"


def test_a_text_that_changed_is_stale_in_play_in_check_and_in_the_file(folder: Path) -> None:
    translated(folder)
    finish(folder)
    edit(folder, "ko.yaml", "  title:\n", "  # the name stays short\n  title:\n")
    edit(folder, "scenario.yaml", "title: Small\n", "title: Smaller\n")
    reading = read_scenario(folder)
    assert reading.scenario is not None
    assert in_language(reading, "ko").title == "Smaller"
    assert codes(folder)[0:2] == [("L703", 1), ("L701", line_of(folder, 'en: "Small"'))]
    translated(folder)
    text = (folder / "ko.yaml").read_text(encoding="utf-8")
    kept = '  # the name stays short\n  title:\n    en: "Smaller"\n    was: "Small"\n    to: "「Small」"\n'
    assert kept in text
    assert ("L701", line_of(folder, 'en: "Smaller"')) in codes(folder)
    edit(folder, "ko.yaml", '    was: "Small"\n    to: "「Small」"', '    to: "더 작은"')
    assert in_language(reading, "ko").title == "더 작은"
    assert [code for code, _line in codes(folder)] == ["L703"]


def test_work_follows_a_text_that_moves_and_is_kept_when_it_goes(folder: Path) -> None:
    translated(folder)
    finish(folder)
    edit(folder, "scenario.yaml", "      peace:\n", "      calm:\n")
    edit(folder, "scenario.yaml", "label: Trust", "label: Faith")
    assert ("L702", line_of(folder, "sides.south.goals.peace.text") + 1) in codes(folder)
    translated(folder)
    text = (folder / "ko.yaml").read_text(encoding="utf-8")
    assert '  sides.south.goals.calm.text:\n    en: "Peace."\n    to: "「Peace.」"\n' in text
    assert "goals.peace" not in text
    edit(folder, "scenario.yaml", "label: Faith", "label: Trust")
    translated(folder)
    side = read_side(folder / "scenario.yaml", "ko").file
    assert side is not None
    assert side.texts["tracks.trust.label"].was == "Trust" != side.texts["tracks.trust.label"].to


def test_finished_work_without_a_text_is_laid_aside_and_taken_up_again(folder: Path) -> None:
    translated(folder)
    finish(folder)
    edit(folder, "scenario.yaml", "office: the bureau", "office: the house")
    edit(folder, "ko.yaml", "  sides.north.office:", "  sides.north.bureau:")
    translated(folder)
    side = read_side(folder / "scenario.yaml", "ko").file
    assert side is not None
    assert side.gone["sides.north.bureau"].to == "「the bureau」"
    assert side.texts["sides.north.office"].to == ""
    edit(folder, "scenario.yaml", "office: the house", "office: the bureau")
    translated(folder)
    side = read_side(folder / "scenario.yaml", "ko").file
    assert side is not None
    assert side.gone["sides.north.bureau"].to == "「the bureau」"


def test_a_damaged_side_file_is_refused_and_never_overwritten(folder: Path) -> None:
    (folder / "ko.yaml").write_text("format: 1\nlanguage: ko\ntexts: {title: {en: x, too: y}}\n", "utf-8")
    assert translated(folder) is Exit.NO
    assert "too: y" in (folder / "ko.yaml").read_text(encoding="utf-8")
    found = with_translations(read_scenario(folder))
    assert [each.message for each in found.findings] == ["there is no key 'too' here"] or found.findings
    assert found.scenario is not None
    assert found.scenario.title == "Small"


def test_the_count_is_written_as_json(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "count.json"
    assert cli.run(["translate", str(folder), "ko", "--json", str(out)]) == 0
    count = json.loads(out.read_text(encoding="utf-8"))
    assert count["language"] == "ko"
    assert (count["done"], count["stale"], count["gone"]) == (0, [], [])
    assert "cards.protest.title" in count["missing"]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["nowhere", "--to", "ko"], 2, "nowhere"),
        (["deadlock-2020", "--to", "en"], 2, "another language"),
        (["deadlock-2020"], 2, "another language"),
        (["deadlock-2020", "--to", "../x"], 2, "another language"),
    ],
)
def test_what_cannot_be_translated_is_one_sentence(
    arguments: list[str], code: int, says: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["translate", *arguments]) == code
    assert says in capfd.readouterr().err


def test_a_variant_is_told_in_its_parents_translation_and_owes_only_its_own_words(folder: Path) -> None:
    translated(folder)
    finish(folder)
    (folder / "brief-west.ko.md").write_text("# 서쪽\n", encoding="utf-8")
    variant = folder / "short.yaml"
    variant.write_text("format: 1\nextends: scenario.yaml\nid: short\ntitle: Shorter\n", encoding="utf-8")
    assert translate(str(variant), "ko") is Exit.GOOD
    side = read_side(variant, "ko").file
    assert side is not None
    assert {path: each.en for path, each in side.texts.items()} == {"title": "Shorter"}
    edit(folder, "short.ko.yaml", 'to: ""', 'to: "더 짧은"')
    reading = read_scenario(variant)
    korean = in_language(reading, "ko")
    assert (korean.title, korean.summary) == ("더 짧은", "「Two principals and a neighbour.」")


def test_a_brief_is_told_in_a_translation_only_while_that_is_fresh(folder: Path) -> None:
    (folder / "brief-west.ko.md").write_text("# 서쪽\n", encoding="utf-8")
    translated(folder)
    assert text_in_language(read_scenario(folder), "brief-west", "ko") == "# 서쪽\n"
    assert text_in_language(read_scenario(folder), "brief-east", "ko") == ""
    (folder / "brief-west.md").write_text("# West\n\nWar.\n", encoding="utf-8")
    assert text_in_language(read_scenario(folder), "brief-west", "ko") == "# West\n\nWar.\n"
    translated(folder)
    assert text_in_language(read_scenario(folder), "brief-west", "ko") == "# West\n\nWar.\n"


@pytest.mark.parametrize(
    ("code", "known"),
    [(code, True) for code in ("ko", "haw", "yue", "mi")]
    + [(code, False) for code in ("xx", "zz", "e", "abc", "kor", "und", "zxx", "KO", "ko_KR", "zh_Hans")],
)
def test_a_code_of_a_language_is_one_that_a_language_has(code: str, known: bool) -> None:
    assert is_language(code) is known
