"""Reading a scenario by name, folder or file: always a Reading, never a traceback."""

import os
from pathlib import Path

import pytest

from game.located.findings import Grade
from game.model.track import Track
from game.scenario.reader import read_model, read_scenario, read_scenario_text
from game.scenario.texts import texts
from tests.scenario.small import SMALL_TEXT, with_slip


def a_folder(at: Path, source: str = SMALL_TEXT) -> Path:
    folder = at / "small"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(source, encoding="utf-8")
    return folder


def test_a_folder_is_read_with_the_texts_beside_it(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "brief-west.md").write_text("\ufeff# 서쪽\n", encoding="utf-8")
    (folder / "notes.txt").write_text("not a brief")

    reading = read_scenario(folder)

    assert reading.scenario is not None
    assert reading.scenario.id == "small"
    assert reading.path == folder / "scenario.yaml"
    assert reading.texts == texts(folder) == {"brief-west": "# 서쪽\n"}
    assert reading.findings == ()
    assert reading.report == ""


def test_a_single_file_is_read_without_the_texts_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.yml"
    path.write_text(SMALL_TEXT, encoding="utf-8")
    (tmp_path / "README.md").write_text("# Mine")

    reading = read_scenario(str(path))

    assert reading.scenario is not None
    assert reading.texts == {}


def test_a_report_names_the_file_as_it_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_folder(tmp_path, with_slip("title: No boil", "titel: No boil"))
    monkeypatch.chdir(tmp_path)

    reading = read_scenario("small")

    assert reading.scenario is None
    assert reading.report.splitlines()[0].startswith(f"small{os.sep}scenario.yaml:")
    assert "did you mean 'title'?" in reading.report


def test_a_text_that_cannot_be_read_is_an_error_beside_the_scenario(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "brief.md").write_bytes(b"caf\xe9")

    reading = read_scenario(folder)

    assert [(each.code, each.grade, each.column) for each in reading.findings] == [("Y002", Grade.ERROR, 3)]
    assert reading.scenario is None


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b"a: caf\xe9\n", "the file is not UTF-8 text: byte 0xE9 stands here", id="Latin-1"),
        pytest.param(b"\xff\xfea\0", "the file is not UTF-8 text: byte 0xFF stands here", id="UTF-16"),
        pytest.param(b"\x89PNG", "the file is not UTF-8 text: byte 0x89 stands here", id="a picture"),
        pytest.param(b"#" * 1_100_000, "the file is larger than 1,024 KiB", id="too large"),
        pytest.param(b"format: 1\0", "an invisible character stands here (U+0000)", id="NUL"),
        pytest.param(b"[" * 50_000, "this is nested more than 30 levels deep", id="too deep"),
    ],
)
def test_a_file_that_is_no_scenario_is_refused_in_a_sentence(tmp_path: Path, raw: bytes, said: str) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(raw)

    reading = read_scenario(path)

    assert reading.scenario is None
    assert [each.message for each in reading.findings] == [said]
    assert reading.report.startswith(f"{path}:1:")


def test_a_newer_format_is_refused_with_advice_and_nothing_else() -> None:
    scenario, (finding,) = read_scenario_text(with_slip("format: 1\n", "format: 2\nnovelty: yes\n"))

    assert scenario is None
    assert finding.message == "this scenario is written in format 2, and this version of Simmer reads 1"
    assert finding.hint == "install a newer version of Simmer"
    assert (finding.line, finding.column) == (0, 8)


@pytest.mark.parametrize("written", ["-1", "'1'", "one", "[1]"])
def test_any_other_format_is_an_ordinary_slip(written: str) -> None:
    scenario, findings = read_scenario_text(with_slip("format: 1\n", f"format: {written}\n"))

    assert scenario is None
    assert [(each.code, each.line, each.column) for each in findings] == [("S103", 0, 8)]


def test_any_model_can_be_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "track.yaml"
    path.write_text("{label: Tension, start: 4}", encoding="utf-8")

    assert read_model(path, Track) == (Track(label="Tension", start=4), ())


def test_a_missing_file_is_one_finding(tmp_path: Path) -> None:
    track, (finding,) = read_model(tmp_path / "none.yaml", Track)

    assert track is None
    assert finding.message == "there is no such file"
