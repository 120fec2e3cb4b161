"""Fresh scenarios: `simmer new`."""

import json
import re
from pathlib import Path

import pytest

from game import cli
from game.located.findings import has_errors
from game.scenario.reader import Reading, read_scenario
from game.scenario.shelf import shelf, shipped
from game.workshop.schema import BESIDE as SCHEMA
from game.workshop.templates import quoted, titled
from tests.scenario.small import SMALL_TEXT

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def made(*arguments: str) -> Reading:
    """Make a scenario and read it."""
    assert cli.run(["new", *arguments]) == 0
    return read_scenario(arguments[0])


def started(whole: bool) -> tuple[str, ...]:
    """Return the scenarios to start from: all, or the shortest and one that is varied."""
    return shipped() if whole else ("first-steps", "deadlock-2020")


def is_ready(name: str, capsys: Capture) -> None:
    """Assert that a new scenario is clean and keeps its own promises."""
    reading = read_scenario(name, thorough=True)
    assert reading.scenario is not None, reading.report
    assert reading.scenario.id == name
    assert reading.findings == ()
    assert cli.run(["test", name]) == 0, capsys.readouterr().out


def test_a_blank_scenario_is_ready(capsys: Capture) -> None:
    made("my-crisis")
    is_ready("my-crisis", capsys)
    made("another", "--blank")
    is_ready("another", capsys)


def test_a_copy_is_ready(capsys: Capture, whole: bool) -> None:
    for number, name in enumerate(started(whole)):
        made(f"copy-{number}", "--from", name)
        is_ready(f"copy-{number}", capsys)


def test_a_variant_is_ready(capsys: Capture, whole: bool) -> None:
    for number, name in enumerate(started(whole)):
        made(f"variant-{number}", "--variant-of", name)
        is_ready(f"variant-{number}", capsys)


def test_a_blank_scenario_is_played_and_studied_at_once(capsys: Capture) -> None:
    made("my-crisis")
    capsys.readouterr()

    assert cli.run(["play", "my-crisis", "--auto", "--seed", "3"]) == 0
    assert "My crisis" in capsys.readouterr().out
    assert cli.run(["study", "my-crisis", "--games", "500", "--json", "-"]) == 0
    endings = json.loads(capsys.readouterr().out)["endings"]
    assert all(ending["share"] < 0.95 for ending in endings.values())
    assert sum(ending["share"] > 0 for ending in endings.values()) == 3


def test_a_copy_keeps_every_line_but_the_id_and_brings_its_texts() -> None:
    made("mine", "--from", "deadlock-2020")
    source = (shelf() / "deadlock-2020" / "scenario.yaml").read_text(encoding="utf-8").splitlines()
    copy = Path("mine/scenario.yaml").read_text(encoding="utf-8").splitlines()

    assert copy[0] == f"# yaml-language-server: $schema={SCHEMA}"
    changed = [(old, new) for old, new in zip(source, copy[1:], strict=True) if old != new]
    assert changed == [("id: deadlock-2020", "id: mine")]
    beside = {path.name for path in (shelf() / "deadlock-2020").iterdir() if path.suffix in (".md", ".yaml")}
    assert {path.name for path in Path("mine").iterdir() if path.is_file()} == beside


def test_every_suggestion_of_a_variant_can_be_taken_up(whole: bool) -> None:
    for number, name in enumerate(started(whole)):
        path = Path(f"mine-{number}/scenario.yaml")
        made(str(path.parent), "--variant-of", name)
        head, _, rest = path.read_text(encoding="utf-8").partition("varied")
        path.write_text(f"{head}varied{re.sub('^# ', '', rest, flags=re.MULTILINE)}", encoding="utf-8")
        reading = read_scenario(path.parent)
        parent = read_scenario(name).scenario

        assert not has_errors(reading.findings), reading.report
        assert reading.scenario is not None
        assert parent is not None
        assert len(reading.scenario.cards) == len(parent.cards) - 1
        assert reading.scenario.months == (parent.months if parent.turns else parent.months // 2)


def test_a_variant_of_one_s_own_scenario_stands_beside_it(capsys: Capture) -> None:
    made("first")
    assert made("second", "--variant-of", "first").scenario is not None
    capsys.readouterr()

    assert cli.run(["new", "far/away/third", "--variant-of", "first"]) == 2
    assert "a variant stands beside what it varies" in capsys.readouterr().err
    assert not Path("far").exists()


def test_a_copy_of_a_variant_finds_its_parent_or_is_refused(capsys: Capture) -> None:
    made("first")
    made("second", "--variant-of", "first")
    assert "\nextends: first\n" in Path("second/scenario.yaml").read_text(encoding="utf-8")
    assert made("third", "--from", "second").scenario is not None
    capsys.readouterr()

    assert cli.run(["new", "far/fourth", "--from", "second"]) == 2
    assert "it extends 'first', which is not found from 'far/fourth'" in capsys.readouterr().err


def test_a_single_file_can_be_started_from() -> None:
    Path("old.yaml").write_text(
        SMALL_TEXT.replace("id: small\n", "id: small   # as it was\n"), encoding="utf-8"
    )

    assert made("mine", "--from", "old.yaml").scenario is not None
    assert "\nid: mine   # as it was\n" in Path("mine/scenario.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("deadlock-2020",), 2, "'deadlock-2020' is the name of a shipped scenario; choose another."),
        (("a b",), 2, "'a b' cannot be a scenario's name: letters, digits, '-' and '_' can."),
        (("..",), 2, "'..' cannot be a scenario's name: letters, digits, '-' and '_' can."),
        (("there",), 2, "'there' is there already, and nothing is overwritten."),
        (("dangling",), 2, "'dangling' is there already, and nothing is overwritten."),
        (("file/mine",), 2, "'file/mine' could not be written: there is no such folder."),
        (("mine", "--from", "x", "--variant-of", "y"), 2, "A new scenario is blank, a copy or a variant:"),
        (("mine", "--blank", "--variant-of", "y"), 2, "A new scenario is blank, a copy or a variant: give"),
        (("mine", "--from", "deadlok-2020"), 2, "There is no scenario 'deadlok-2020'; did you mean"),
        (("mine", "--from", "broken.yaml"), 1, "'broken.yaml' cannot be played: line 6: "),
    ],
)
def test_what_cannot_be_made_is_said_in_a_sentence(
    arguments: tuple[str, ...], code: int, said: str, capsys: Capture
) -> None:
    Path("there").mkdir()
    Path("there/notes.txt").write_text("mine")
    Path("dangling").symlink_to("nowhere")
    Path("file").write_text("a file")
    Path("broken.yaml").write_text(SMALL_TEXT.replace("months: 6", "moths: 6"), encoding="utf-8")

    assert cli.run(["new", *arguments]) == code
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines()), err.startswith(said)) == ("", 1, True), err
    assert not Path("mine").exists()
    assert Path("there/notes.txt").read_text() == "mine"


def test_nothing_is_ever_overwritten(capsys: Capture) -> None:
    made("mine")
    Path("mine/scenario.yaml").write_text("changed", encoding="utf-8")

    assert cli.run(["new", "mine", "--from", "deadlock-2020"]) == 2
    assert Path("mine/scenario.yaml").read_text(encoding="utf-8") == "changed"


def test_an_editor_finds_the_schema_and_the_settings() -> None:
    made("mine")
    settings = json.loads(Path("mine/.vscode/settings.json").read_text(encoding="utf-8"))
    schema = json.loads((Path("mine") / SCHEMA).read_text(encoding="utf-8"))

    assert settings["yaml.schemas"] == {SCHEMA: ["scenario.yaml"]}
    assert "extends" in json.dumps(schema)


@pytest.mark.parametrize(
    ("name", "title"),
    [("my-crisis", "My crisis"), ("a__b", "A b"), ("2030", "2030"), ("첫-게임", "첫 게임"), ("on", "On")],
)
def test_a_name_becomes_a_title(name: str, title: str) -> None:
    assert titled(name) == title
    reading = made(name)
    assert reading.scenario is not None, reading.report
    assert (reading.scenario.id, reading.scenario.title) == (name, title)


@pytest.mark.parametrize(
    ("text", "written"), [("plain words", "plain words"), ("no", '"no"'), ("1e3", '"1e3"')]
)
def test_text_is_quoted_where_it_could_be_taken_for_something_else(text: str, written: str) -> None:
    assert quoted(text) == written
