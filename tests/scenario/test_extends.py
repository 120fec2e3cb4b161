"""Variants: a scenario that extends another, and what is told where the two do not fit."""

from pathlib import Path

import pytest

from game.model.scenario import Scenario
from game.scenario.digest import digest
from game.scenario.reader import Reading, read_scenario, read_scenario_text
from game.scenario.shelf import RELATIVE
from tests.scenario.small import SMALL_TEXT, with_slip

VARIANT = "extends: small\nid: short\n"


def a_scenario(at: Path, name: str, source: str) -> Path:
    """Write one scenario into a folder of its own."""
    folder = at / name
    folder.mkdir(parents=True)
    (folder / "scenario.yaml").write_text(source, encoding="utf-8")
    return folder


def a_variant(at: Path, changes: str = "", parent: str = SMALL_TEXT, head: str = VARIANT) -> Reading:
    """Read a variant of the small scenario, its parent in the folder beside."""
    a_scenario(at, "small", parent)
    return read_scenario(a_scenario(at, "short", head + changes))


def scenario_of(reading: Reading) -> Scenario:
    assert reading.scenario is not None, reading.report
    return reading.scenario


def told(reading: Reading) -> list[tuple[str, str, int, int, str]]:
    """Return each finding's code, folder, line and column from 1, and message."""
    return [
        (each.code, Path(each.file).parent.name, each.line + 1, each.column + 1, each.message)
        for each in reading.findings
    ]


def test_a_variant_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    scenario = scenario_of(a_variant(tmp_path, "months: 4\ntracks: {heat: {start: 6}}\n"))
    parent, _ = read_scenario_text(SMALL_TEXT)
    assert parent is not None

    heat = parent.tracks["heat"].model_copy(update={"start": 6})
    changed = {"id": "short", "extends": "small", "months": 4, "tracks": {**parent.tracks, "heat": heat}}
    assert scenario == parent.model_copy(update=changed)


def test_a_variant_that_changes_nothing_has_the_digest_of_its_parent_under_its_name(tmp_path: Path) -> None:
    varied = scenario_of(a_variant(tmp_path))
    copied, _ = read_scenario_text(with_slip("id: small\n", "id: short\n"))
    assert copied is not None

    assert digest(varied) == digest(copied)


def test_null_removes_a_piece(tmp_path: Path) -> None:
    scenario = scenario_of(a_variant(tmp_path, "calendar: null\nredlines: ~\n"))

    assert (dict(scenario.calendar), dict(scenario.redlines)) == ({}, {})


def test_a_star_removes_all_that_a_block_inherits(tmp_path: Path) -> None:
    pieces = '{"*": null, rest: {title: R, text: R.}}'
    scenario = scenario_of(a_variant(tmp_path, f"endings: {pieces}\nredlines: {{'*': null}}\n"))

    assert (list(scenario.endings), dict(scenario.redlines)) == (["rest"], {})


def test_a_star_that_removes_nothing_is_told_like_any_key(tmp_path: Path) -> None:
    codes = [code for code, *_ in told(a_variant(tmp_path, "endings: {'*': {title: R, text: R.}}\n"))]

    assert "S112" in codes or codes == []


def test_lists_and_single_values_are_replaced_whole(tmp_path: Path) -> None:
    scenario = scenario_of(a_variant(tmp_path, "tracks: {trust: {range: [0, 8]}}\n"))

    assert scenario.tracks["trust"].range == (0, 8)


@pytest.mark.parametrize(
    ("endings", "order"),
    [
        pytest.param(
            "late: {title: L, text: L.}", ["war", "deal", "drift", "late"], id="a new piece comes last"
        ),
        pytest.param(
            "hot: {title: E, text: E., when: heat >= 5}\n  deal: {title: P}",
            ["war", "hot", "deal", "drift"],
            id="or stands before the piece of the parent that follows it",
        ),
        pytest.param(
            "drift: {title: R}\n  war: {title: H}", ["war", "deal", "drift"], id="the parent's order stays"
        ),
    ],
)
def test_the_order_of_pieces(tmp_path: Path, endings: str, order: list[str]) -> None:
    assert list(scenario_of(a_variant(tmp_path, f"endings:\n  {endings}\n")).endings) == order


def test_texts_are_inherited_and_replaced_by_name(tmp_path: Path) -> None:
    a_variant(tmp_path)
    (tmp_path / "small" / "brief-west.md").write_text("west", encoding="utf-8")
    (tmp_path / "small" / "sources.md").write_text("old", encoding="utf-8")
    (tmp_path / "short" / "sources.md").write_text("new", encoding="utf-8")

    assert read_scenario(tmp_path / "short").texts == {"brief-west": "west", "sources": "new"}


def test_a_slip_of_the_variant_is_told_in_its_own_file(tmp_path: Path) -> None:
    assert told(a_variant(tmp_path, "tracks:\n  heat: {strat: 6}\n")) == [
        ("S101", "short", 4, 10, "'strat' is not known in 'heat'")
    ]


def test_a_slip_of_the_parent_is_told_in_the_parent_s_file(tmp_path: Path) -> None:
    parent = with_slip("dealt.\n    when: in_force()", "dealt.\n    when: in_force(swop)")
    line = parent[: parent.index("in_force(swop)")].count("\n") + 1
    reading = a_variant(tmp_path, "months: 4\n", parent)

    assert told(reading) == [("X201", "small", line, 20, "there is no package 'swop'")]
    assert "in_force(swop)\n" in reading.report


def test_what_a_removal_leaves_dangling_is_told_where_it_is_named(tmp_path: Path) -> None:
    findings = told(a_variant(tmp_path, "cards: {signal: null, push: null}\n"))

    assert {(code, folder) for code, folder, *_ in findings} == {("R301", "small")}
    assert {message for *_, message in findings} == {"there is no card 'push'"}
    hints = {each.hint for each in read_scenario(tmp_path / "short").findings}
    assert hints == {f"'push' is removed at {tmp_path / 'short' / 'scenario.yaml'}:3"}


def test_a_mistake_in_the_parent_s_yaml_is_told_there_with_its_line(tmp_path: Path) -> None:
    reading = a_variant(tmp_path, parent=with_slip("title: Small\n", "title: 'Small\n"))

    assert [(code, folder) for code, folder, *_ in told(reading)] == [("Y013", "small")]
    assert reading.scenario is None


@pytest.mark.parametrize(
    ("head", "code", "column", "hint"),
    [
        pytest.param("extends: smal\nid: x\n", "E500", 10, "did you mean 'small'?", id="no such name"),
        pytest.param("extends: ./none.yaml\nid: x\n", "E500", 10, "", id="no such file"),
        pytest.param("extends: [small]\nid: x\n", "E500", 10, "", id="not one name"),
        pytest.param("extends: short\nid: x\n", "E501", 10, "", id="itself"),
        pytest.param("extends: small\ntitle: x\n", "E503", 1, "", id="no id of its own"),
        pytest.param("extends: small\nid: x\nmoths: null\n", "E504", 1, "did you mean 'months'?", id="idle"),
        pytest.param("extends: ../../x/small\nid: x\n", "E505", 10, "", id="too far up"),
        pytest.param("extends: ..\nid: x\n", "E500", 10, "", id="the folder above"),
        pytest.param("extends: .\nid: x\n", "E501", 10, "", id="this folder"),
        pytest.param("extends: ../..\nid: x\n", "E505", 10, "", id="the folder above that"),
        pytest.param("extends: /etc/small.yaml\nid: x\n", "E505", 10, RELATIVE, id="from the root"),
    ],
)
def test_what_cannot_be_extended(tmp_path: Path, head: str, code: str, column: int, hint: str) -> None:
    reading = a_variant(tmp_path, head=head)
    finding = reading.findings[0]

    assert reading.scenario is None
    assert [each.code for each in reading.findings] == [code]
    assert (Path(finding.file).parent.name, finding.column + 1, finding.hint) == ("short", column, hint)


@pytest.mark.parametrize("path", ["../small", "../small/scenario.yaml", "base.yaml", "./parts/base.yaml"])
def test_a_parent_is_found_by_a_path_from_the_variant(tmp_path: Path, path: str) -> None:
    folder = a_scenario(tmp_path, "short", f"extends: {path}\nid: short\n")
    a_scenario(tmp_path, "small", SMALL_TEXT)
    (folder / "parts").mkdir()
    for place in (folder, folder / "parts"):
        (place / "base.yaml").write_text(SMALL_TEXT, encoding="utf-8")

    assert scenario_of(read_scenario(folder)).title == "Small"


def test_a_variant_beside_the_terminal_finds_its_neighbour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_variant(tmp_path, "moths: 4\n")
    monkeypatch.chdir(tmp_path / "short")

    assert [each.file for each in read_scenario("scenario.yaml").findings] == ["scenario.yaml"]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "small" / "scenario.yaml").write_text(with_slip("kind: signal", "kind: sgnal"))
    files = [each.file for each in read_scenario("short").findings]
    assert files == [str(Path(name, "scenario.yaml")) for name in ("short", "small")]


@pytest.mark.parametrize("slip", ["extend", "extents", "exends", "Extends"])
def test_a_mistyped_extends_is_the_one_thing_that_is_told(tmp_path: Path, slip: str) -> None:
    reading = a_variant(tmp_path, head=f"id: short\n{slip}: small\n")

    assert told(reading) == [("S101", "short", 2, 1, f"'{slip}' is not known in the file")]
    assert reading.findings[0].hint == "did you mean 'extends'?"
    assert reading.scenario is None


def test_a_circle_is_told_and_not_followed(tmp_path: Path) -> None:
    a_scenario(tmp_path, "one", "extends: two\nid: one\n")
    a_scenario(tmp_path, "two", "extends: one\nid: two\n")

    assert told(read_scenario(tmp_path / "one")) == [
        ("E501", "two", 1, 10, "'one' extends this scenario in turn")
    ]


def test_a_line_of_descent_has_an_end(tmp_path: Path) -> None:
    for number in range(12):
        a_scenario(tmp_path, f"v{number}", f"extends: v{number + 1}\nid: v{number}\n")

    assert [each.code for each in read_scenario(tmp_path / "v0").findings] == ["E502"]


def test_three_generations_are_one_scenario(tmp_path: Path) -> None:
    a_variant(tmp_path, "months: 4\ntracks: {heat: {start: 6}}\n")
    reading = read_scenario(
        a_scenario(tmp_path, "third", "extends: short\nid: third\nmonths: 3\nminits: 2\n")
    )

    assert told(reading) == [("S101", "third", 4, 1, "'minits' is not known in the file")]
    (tmp_path / "third" / "scenario.yaml").write_text("extends: short\nid: third\nmonths: 3\n")
    scenario = scenario_of(read_scenario(tmp_path / "third"))
    assert (scenario.months, scenario.tracks["heat"].start, scenario.title) == (3, 6, "Small")


def test_a_shipped_scenario_can_be_extended_by_a_text() -> None:
    scenario, findings = read_scenario_text("extends: deadlock-2020\nid: mine\nmonths: 8\n")

    assert findings == ()
    assert scenario is not None
    assert (scenario.id, scenario.months, len(scenario.sides)) == ("mine", 8, 3)


def test_a_parent_of_a_later_format_is_refused(tmp_path: Path) -> None:
    reading = a_variant(tmp_path, parent=with_slip("format: 1\n", "format: 2\n"))

    assert [(code, folder) for code, folder, *_ in told(reading)] == [("S120", "small")]


def test_an_empty_value_removes_nothing_silently(tmp_path: Path) -> None:
    assert [code for code, *_ in told(a_variant(tmp_path, "calendar:\n"))] == ["S111"]
