"""The doors of `simmer check` and `simmer explain`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game import cli
from game.lint.finding_codes import codes
from game.scenario.reader import read_scenario
from game.scenario.shelf import shipped
from tests.scenario.small import SMALL_TEXT, with_slip

Simmer = Callable[..., tuple[int, str, str]]


@pytest.fixture
def simmer(capfdbinary: pytest.CaptureFixture[bytes]) -> Simmer:
    """Return the command: arguments in, exit code and both outputs out."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        code = cli.run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_scenario_has_nothing_to_mend(name: str) -> None:
    reading = read_scenario(name, thorough=True)

    assert reading.findings == (), reading.report


def test_fix_mends_in_place_shows_what_changed_and_keeps_remarks(simmer: Simmer, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    slip = with_slip("kind: signal", "kind: signl  # 신호").replace("heat > 4", "heet > 4")
    file.write_text(slip.replace("\n", "\r\n"), encoding="utf-8", newline="")

    code, out, _ = simmer("check", "--fix", file)

    assert code == 0
    assert "-    kind: signl  # 신호\n+    kind: signal  # 신호" in out
    assert out.endswith(f"{file}: nothing to mend\n")
    mended = file.read_bytes().decode()
    assert mended == with_slip("kind: signal", "kind: signal  # 신호").replace("\n", "\r\n")


def test_fix_leaves_alone_what_has_no_clear_mend(simmer: Simmer, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    source = with_slip("heat > 4", "qqqq > 4")
    file.write_text(source, encoding="utf-8")

    assert simmer("check", "--fix", file)[0] == 1
    assert file.read_text(encoding="utf-8") == source


def test_dead_content_is_a_warning_that_strict_counts(simmer: Simmer, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(with_slip("heat > 4", "heat > 10"), encoding="utf-8")

    code, out, _ = simmer("check", file)
    assert (code, simmer("check", "--strict", file)[0]) == (0, 1)
    assert "warning[D411]: this condition never holds" in out
    assert "= heat stays between 4 and 10" in out


def test_translations_are_read_beside_a_scenario_that_cannot_be(simmer: Simmer, tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text(with_slip("title: War", "title: War: a story"), encoding="utf-8")
    texts = 'texts:\n  title: {en: Small, to: @작음}\n  summary:\n    en: "Two\n    too: 둘\n'
    (tmp_path / "ko.yaml").write_text(f"format: 1\nlanguage: ko\n{texts}", encoding="utf-8")

    code, out, _ = simmer("check", tmp_path)

    assert code == 1
    assert out.endswith(f"{tmp_path}: 4 errors\n")
    for line in ("ko.yaml:4:26: error[Y012]", "ko.yaml:6:9: error[Y013]", "ko.yaml:7:5: error[S101]"):
        assert f"{tmp_path / line}" in out


def test_a_translation_is_read_beside_a_scenario_that_is_no_text(simmer: Simmer, tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_bytes(b"title: caf\xe9\n")
    (tmp_path / "ko.yaml").write_text("format: 1\nlanguage: @ko\n", encoding="utf-8")

    code, out, _ = simmer("check", tmp_path)

    assert code == 2
    assert f"{tmp_path / 'scenario.yaml'}:1:11: error[Y002]" in out
    assert f"{tmp_path / 'ko.yaml'}:2:11: error[Y012]" in out


def test_json_tells_codes_places_and_grades(simmer: Simmer, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(with_slip("heat > 4", "heat > 10"), encoding="utf-8")

    (told,) = json.loads(simmer("check", file, "--json", "-")[1])["files"]

    assert told["scenario"] == "small"
    assert [(each["code"], each["grade"], each["line"]) for each in told["findings"]] == [
        ("D411", "warning", SMALL_TEXT[: SMALL_TEXT.index("heat > 4")].count("\n") + 1)
    ]


@pytest.mark.parametrize("name", codes())
def test_every_code_can_be_explained(simmer: Simmer, name: str) -> None:
    code, out, err = simmer("explain", name.lower())

    assert (code, err) == (0, "")
    assert out.startswith(f"{name} · {codes()[name].grade} · {codes()[name].title}\n")


def test_explain_takes_several_codes(simmer: Simmer) -> None:
    code, out, _ = simmer("explain", "S103", "d401")

    assert code == 0
    assert [line for line in out.splitlines() if " · " in line] == [
        f"{name} · {codes()[name].grade} · {codes()[name].title}" for name in ("S103", "D401")
    ]


def test_explain_lists_all_codes_and_knows_no_others(simmer: Simmer) -> None:
    assert len(simmer("explain")[1].splitlines()) == len(codes())
    assert simmer("explain", "Q999") == (
        2,
        "",
        "There is no finding with the code 'Q999'; simmer explain lists them all.\n",
    )
