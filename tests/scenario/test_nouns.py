"""Scenarios by noun: the same scenario in one file and in many, and what is told where they do not fit."""

import json
from pathlib import Path

import pytest

from game import cli
from game.located.findings import Finding
from game.match.watch import Watch
from game.model.scenario import Scenario
from game.scenario.edition import Edition
from game.scenario.inheritance import trace
from game.scenario.nouns import HOMES, NOUNS
from game.scenario.reader import Reading, read_scenario
from game.scenario.translation import in_language
from game.workshop.check import read_whole
from tests.scenario.small import SMALL_TEXT, with_slip

HEAD_KEYS = {"format", "id", "extends", "title", "language", "summary", "start", "months", "turns", "minutes"}


def by_key(source: str) -> dict[str, str]:
    """Return the lines of each key of a scenario's text."""
    found: dict[str, str] = {}
    key = ""
    for line in source.splitlines(keepends=True):
        key = line.partition(":")[0] if line[:1].isalpha() else key
        found[key] = found.get(key, "") + line
    return found


def split(folder: Path, source: str = SMALL_TEXT) -> Path:
    """Write a scenario by noun into a folder, and return the folder."""
    texts: dict[str, str] = {}
    for key, lines in by_key(source).items():
        name = HOMES.get(key, "scenario")
        texts[name] = texts.get(name, "") + lines
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, int, int]]:
    return [(each.code, Path(each.file).name, each.line + 1, each.column + 1) for each in findings]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return split(tmp_path / "small")


def test_every_key_of_a_scenario_stands_in_its_head_or_in_one_nouns_file() -> None:
    keys = [key for keys in NOUNS.values() for key in keys]
    assert len(keys) == len(set(keys))
    assert {*keys, *HEAD_KEYS, "ignore"} == set(Scenario.model_fields)


def test_a_scenario_by_noun_is_the_scenario_in_one_file(small: Path) -> None:
    alone = small.parent / "alone"
    alone.mkdir()
    (alone / "scenario.yaml").write_text(SMALL_TEXT, encoding="utf-8")
    one, many = read_scenario(alone, thorough=True), read_scenario(small, thorough=True)

    assert many.scenario == one.scenario
    assert many.digest == one.digest
    assert many.findings == ()
    assert len(many.pages) == 8


@pytest.mark.parametrize("key", sorted(HOMES.keys() & by_key(SMALL_TEXT).keys()))
def test_a_slip_is_told_at_its_own_line_of_its_own_file(tmp_path: Path, key: str) -> None:
    lines = by_key(SMALL_TEXT)[key]
    name = next(line for line in lines.splitlines() if line.startswith("  ") and line.endswith(":"))
    source = SMALL_TEXT.replace(lines, lines.replace(f"{name}\n", f"{name}\n    nonsense: 1\n", 1))
    alone = tmp_path / "alone.yaml"
    alone.write_text(source, encoding="utf-8")
    (one, *_), (many, *_) = (
        read_scenario(alone).findings,
        read_scenario(split(tmp_path / "a", source)).findings,
    )

    written = (tmp_path / "a" / f"{HOMES[key]}.yaml").read_text(encoding="utf-8").splitlines()
    assert (many.code, many.message, many.column) == (one.code, one.message, one.column)
    assert Path(many.file).name == f"{HOMES[key]}.yaml"
    assert written[many.line] == source.splitlines()[one.line]
    assert f"{HOMES[key]}.yaml:{many.line + 1}:" in read_scenario(tmp_path / "a").report


def test_a_key_in_two_files_is_told_at_both(small: Path) -> None:
    edit(small / "scenario.yaml", "months:", "tracks: {}\nmonths:")
    line = (small / "scenario.yaml").read_text(encoding="utf-8").splitlines().index("tracks: {}") + 1
    reading = read_scenario(small)

    assert reading.scenario is None
    assert told(reading.findings) == [("Y030", "scenario.yaml", line, 1), ("Y030", "tracks.yaml", 1, 1)]


def test_a_key_in_the_wrong_file_is_told_with_the_right_one(small: Path) -> None:
    cards = (small / "cards.yaml").read_text(encoding="utf-8")
    (small / "cards.yaml").unlink()
    edit(small / "tracks.yaml", "tracks:", f"{cards}tracks:")
    found = read_scenario(small).findings

    assert told(found) == [("S101", "tracks.yaml", 1, 1)]
    assert found[0].hint == "it belongs in cards.yaml or scenario.yaml"


def test_a_mistyped_key_is_one_finding_and_mended(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(small / "cards.yaml", "cards:", "crads:")
    assert told(read_scenario(small).findings) == [("S101", "cards.yaml", 1, 1)]

    assert cli.run(["check", "--fix", str(small)]) == 0
    assert "+cards:" in capsys.readouterr().out
    assert (small / "cards.yaml").read_text(encoding="utf-8").startswith("cards:\n")


@pytest.mark.parametrize(
    ("name", "told_as"), [("card.yaml", "cards"), ("cards.yml", "cards"), ("slots.yaml", "sides")]
)
def test_a_file_that_is_nearly_a_nouns_is_noted(small: Path, name: str, told_as: str) -> None:
    (small / name).write_text("cards: {", encoding="utf-8")
    (note,) = read_scenario(small).findings
    assert (note.code, Path(note.file).name) == ("R312", name)
    assert told_as in note.hint


@pytest.mark.parametrize("name", ["base.yaml", "notes.yaml", "ko.txt", "results.yaml"])
def test_any_other_file_beside_is_left_alone(small: Path, name: str) -> None:
    (small / name).write_text("cards: {", encoding="utf-8")
    assert read_scenario(small).findings == ()


@pytest.mark.parametrize(("text", "code"), [("", "Y004"), ("- one\n", "S104"), ("cards: {\n", "Y015")])
def test_a_noun_file_without_sense_is_told_where_it_stands(small: Path, text: str, code: str) -> None:
    (small / "personas.yaml").write_text(text, encoding="utf-8")
    reading = read_scenario(small)
    assert reading.scenario is None
    assert (code, "personas.yaml") in {place[:2] for place in told(reading.findings)}


def test_a_variant_by_noun_extends_a_parent_by_noun(small: Path) -> None:
    short = small.parent / "short"
    short.mkdir()
    (short / "scenario.yaml").write_text("extends: small\nid: short\n", encoding="utf-8")
    (short / "tracks.yaml").write_text("tracks:\n  heat: {start: 6}\n  hurt: null\n", encoding="utf-8")
    reading = read_scenario(short)
    assert told(reading.findings) == [("E504", "tracks.yaml", 3, 3)]

    edit(short / "tracks.yaml", "  hurt: null\n", "")
    reading = read_scenario(short)
    assert reading.scenario is not None
    assert reading.scenario.tracks["heat"].start == 6

    edit(small / "cards.yaml", "title:", "titel:")
    assert {Path(each.file).parent.name for each in read_scenario(short).findings} == {"small"}


def test_a_draft_by_noun_is_upgraded_file_by_file(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(small / "scenario.yaml", "format: 1\n", "format: 0\n")
    edit(small / "sides.yaml", "sides:\n", "actors:\n")
    edit(small / "cards.yaml", "    side:", "    actor:")

    assert cli.run(["upgrade", str(small)]) == 0
    assert capsys.readouterr().out.count("+++ ") == 3
    assert read_scenario(small).digest == read_scenario(split(small.parent / "fresh" / "small")).digest


def translated(folder: Path) -> Reading:
    """Translate a split scenario: every text becomes itself between brackets."""
    assert cli.run(["translate", str(folder), "--to", "ko"]) == 0
    for path in (folder / "ko.yaml", *(folder / "ko").glob("*.yaml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        said = [line.partition("en: ")[2] for line in ["", *lines]]
        lines = [
            line.replace('to: ""', f"to: {json.dumps(f'「{json.loads(said[n])}」', ensure_ascii=False)}")
            if 'to: ""' in line
            else line
            for n, line in enumerate(lines)
        ]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_scenario(folder)


def test_a_translation_of_a_scenario_by_noun_is_by_noun(small: Path) -> None:
    reading = translated(small)

    assert cli.run(["translate", str(small), "--to", "ko", "--check"]) == 0
    assert {path.stem for path in (small / "ko").iterdir()} <= set(NOUNS)
    assert "title:" in (small / "ko.yaml").read_text(encoding="utf-8")
    korean = in_language(reading, "ko")
    assert (
        korean.tracks["heat"].label == f"「{reading.scenario.tracks['heat'].label}」"
        if reading.scenario
        else ""
    )

    edit(small / "tracks.yaml", "label: Heat", "label: Warmth")
    assert cli.run(["check", str(small), "--json", "out.json"]) == 0 or True


def test_a_stale_translation_is_told_in_its_own_file(small: Path) -> None:
    translated(small)
    edit(small / "tracks.yaml", "label: Heat", "label: Warmth")
    (stale,) = read_whole(small).findings
    line = (small / "ko" / "tracks.yaml").read_text(encoding="utf-8").splitlines()[stale.line]
    assert (stale.code, Path(stale.file).parent.name, Path(stale.file).name) == ("L701", "ko", "tracks.yaml")
    assert '"Heat"' in line


def test_an_edition_of_a_scenario_by_noun_travels_whole(small: Path) -> None:
    reading = translated(small)
    again = Edition.unpacked(Edition.of(reading).packed)

    assert again is not None
    assert again.digest == reading.digest
    assert again.in_language("ko") == in_language(reading, "ko")


def test_a_pack_and_a_copy_hold_every_noun_file(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.parent)
    reading = translated(small)
    assert cli.run(["pack", "small"]) == 0
    packed = read_scenario("small.zip")
    assert packed.digest == reading.digest
    assert in_language(packed, "ko") == in_language(reading, "ko")

    assert cli.run(["new", "mine", "--from", "small"]) == 0
    copy = read_scenario("mine")
    assert copy.scenario is not None
    assert reading.scenario is not None
    assert copy.scenario.cards == reading.scenario.cards
    assert Path("mine/ko/cards.yaml").read_bytes() == Path("small/ko/cards.yaml").read_bytes()


def test_editors_complete_a_nouns_file(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.parent)
    assert cli.run(["new", "mine", "--from", "small"]) == 0
    first = Path("mine/cards.yaml").read_text(encoding="utf-8").splitlines()[0]
    settings = json.loads(Path("mine/.vscode/settings.json").read_text(encoding="utf-8"))
    schema = json.loads(Path("mine/.schema/cards.json").read_text(encoding="utf-8"))
    whole = json.loads(Path("mine/.schema/scenario.json").read_text(encoding="utf-8"))

    assert first == "# yaml-language-server: $schema=.schema/cards.json"
    assert settings["yaml.schemas"][".schema/cards.json"] == ["cards.yaml"]
    assert schema["properties"] == {"cards": {"$ref": "scenario.json#/$defs/Scenario/properties/cards"}}
    assert "cards" in whole["$defs"]["Scenario"]["properties"]

    Path("mine/places.yaml").write_text("places: {}\n", encoding="utf-8")
    assert cli.run(["check", "mine"]) == 0
    assert Path("mine/.schema/places.json").is_file()


def test_the_watch_sees_a_noun_file_saved_and_a_new_one(small: Path) -> None:
    watch = Watch(str(small))
    assert watch.look() is None
    edit(small / "tracks.yaml", "label: Heat", "label: Warmth")
    seen = watch.look()
    assert seen is not None
    assert seen.scenario is not None
    assert seen.scenario.tracks["heat"].label == "Warmth"
    (small / "places.yaml").write_text("places:\n  here: {label: Here, at: [1, 1]}\n", encoding="utf-8")
    assert watch.look() is not None


def test_a_text_given_with_noun_files_reads_no_disk() -> None:
    source = with_slip("format: 1\n", "format: 1\n")
    keys = by_key(source)
    head = "".join(lines for key, lines in keys.items() if key != "cards")
    lineage = trace(head, "mine.yaml", beside={"cards": keys["cards"]})
    assert [page.noun for page in lineage.own] == ["", "cards"]
    assert lineage.findings == ()
