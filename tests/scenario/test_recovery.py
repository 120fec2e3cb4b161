"""After a syntax error the rest of a file is read: all slips are told in one run, none that follows."""

import random
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from game.located.compose import Loader, compose
from game.located.findings import Finding
from game.located.recovery import LONGEST, MOST_TOLD, salvage
from game.scenario.nouns import noun_paths
from game.scenario.reader import read_scenario_text
from game.scenario.shelf import shelf, shipped
from tests.located.loaders import both_loaders
from tests.scenario.breaks import Break, breaks, broken
from tests.scenario.small import SMALL_TEXT

SAMPLE = 3
"""How many files of each scenario a usual run breaks in one place, and as many in three."""

Place = tuple[str, int, int]


def with_slips(slips: dict[str, str]) -> str:
    """Return the small scenario with the one place of each text written as another."""
    source = SMALL_TEXT
    for old, new in slips.items():
        assert source.count(old) == 1, old
        source = source.replace(old, new)
    return source


def told(findings: tuple[Finding, ...]) -> list[Place]:
    return [(each.code, each.line, each.column) for each in findings]


def at(code: str, source: str, text: str) -> Place:
    """Return a finding at the one place where a text stands."""
    assert source.count(text) == 1, text
    before = source[: source.index(text)]
    return code, before.count("\n"), len(before) - before.rfind("\n") - 1


def test_three_syntax_errors_and_two_slips_of_shape_are_told_in_one_run() -> None:
    source = with_slips(
        {
            "months: 6": "months: six",
            "when: heat > 4": "when: [heat > 4",
            "title: War": "title: War: a story",
            "near_miss: Close.": "nearmiss: Close.",
            "label: Mild": 'label: "Mild',
        }
    )

    scenario, findings = read_scenario_text(source, thorough=True)

    assert scenario is None
    assert told(findings) == [
        at("Y015", source, "[heat > 4"),
        at("Y014", source, ": a story"),
        at("Y013", source, '"Mild'),
        at("S104", source, "six"),
        at("S101", source, "nearmiss"),
    ]


SECTIONS = ("sides", "slots", "tracks", "cards", "redlines", "bargain", "calendar", "endings", "personas")


@pytest.mark.parametrize("section", SECTIONS)
def test_nothing_that_speaks_of_a_section_is_told_when_it_is_cut_out(section: str) -> None:
    whole = f"\n{SMALL_TEXT}"
    assert whole.count(f"\n{section}:\n") == 1
    without_colon = whole.replace(f"\n{section}:\n", f"\n{section}\n")
    without_key = whole.replace(f"\n{section}:\n", "\n:\n")

    assert [each.code for each in read_scenario_text(without_colon, thorough=True)[1]] == ["Y017"]
    assert [each.code for each in read_scenario_text(without_key, thorough=True)[1]] == ["Y034"]


def test_a_name_that_stands_nowhere_is_told_and_one_that_may_have_been_cut_out_is_not() -> None:
    nowhere = with_slips({"label: Mild": 'label: "Mild', "when: heat > 4": "when: heet > 4"})
    assert told(read_scenario_text(nowhere)[1]) == [at("Y013", nowhere, '"Mild'), at("X201", nowhere, "heet")]

    cut = nowhere.replace("\ntracks:\n", "\ntracks:\n  heet: {label: Heat, start\n")
    assert told(read_scenario_text(cut)[1]) == [at("Y015", cut, "{label"), at("Y013", cut, '"Mild')]


def test_a_branch_is_known_though_a_part_of_it_is_faulty() -> None:
    asked = {"when: heat > 4": "when: branch(vote, stays)"}
    cut = with_slips({**asked, "title: Stays": "title: @Stays"})
    assert told(read_scenario_text(cut)[1]) == [at("Y012", cut, "@Stays")]

    slip = with_slips({**asked, "title: Stays": "title: 5"})
    assert [each.code for each in read_scenario_text(slip)[1]] == ["S107"]


def test_a_field_that_is_cut_out_is_not_missing_and_another_one_is() -> None:
    source = with_slips(
        {"    title: No boil\n": "    titel: @No boil\n", "format: 1\nid: small\n": "format: 1\n"}
    )

    assert told(read_scenario_text(source)[1]) == [at("Y012", source, "@No boil"), ("S102", 0, 0)]


def test_nothing_is_said_to_be_dead_in_what_is_left() -> None:
    idle = "tracks:\n  idle: {label: Idle, start: 3}\n"
    source = with_slips({"tracks:\n": idle, "label: Mild": 'label: "Mild'})

    assert [each.code for each in read_scenario_text(source, thorough=True)[1]] == ["Y013"]


def test_what_is_ignored_stays_so_when_the_list_of_it_is_cut_out() -> None:
    source = with_slips({"ignore:\n- D403": "ignore: [D403", "near_miss: Close.": "near_miss: yes"})

    assert [each.code for each in read_scenario_text(source)[1]] == ["Y015"]


def test_a_variant_with_a_gap_may_mend_there_what_it_extends(tmp_path: Path) -> None:
    parent = tmp_path / "parent" / "scenario.yaml"
    child = tmp_path / "child" / "scenario.yaml"
    for path in (parent, child):
        path.parent.mkdir()
    parent.write_text(with_slips({"when: heat > 4": "when: heet > 4"}), encoding="utf-8")
    whole = "extends: parent\nid: child\nmonths: six\n"

    assert codes(whole, child) == ["S104", "X201"]
    assert codes(f"{whole}tracks:\n  hot: {{label: [\n", child) == ["Y015", "S104"]
    assert codes("extends: @parent\nid: child\nmonths: six\n", child) == ["Y012"]


def test_what_a_variant_removes_may_have_been_cut_out_of_what_it_extends(tmp_path: Path) -> None:
    parent = tmp_path / "parent.yaml"
    parent.write_text(
        with_slips({"  boil:\n    title: No boil": "  boil\n    title: No boil"}), encoding="utf-8"
    )
    child = "extends: parent\nid: child\nredlines: {boil: null}\n"

    assert codes(child, tmp_path / "child.yaml") == ["Y017"]


def codes(source: str, path: Path) -> list[str]:
    return [each.code for each in read_scenario_text(source, str(path), path=path)[1]]


@both_loaders
def test_a_quote_that_runs_on_over_lines_at_its_own_indent_is_left_alone(loader: Loader) -> None:
    source = 'a: "long\nb: and\nlonger"\nc: @x\nd: {\ne: 1\n}\n'

    root, findings, (gap,) = salvage(source, "", loader)

    assert root is not None
    assert root.value == {"a": "long b: and longer", "d": {"e": 1}}
    assert told(findings) == [("Y012", 3, 3)]
    assert gap.words == {"c"}


@both_loaders
@pytest.mark.parametrize(
    ("source", "place"),
    [
        pytest.param(
            "a:\n  b\n    # A remark.\n    c: 1\n  d: 2\n", ("Y017", 1, 2), id="a block without its colon"
        ),
        pytest.param(
            "a:\n  b:1\n  # A remark.\n  c: 1\n  d: 2\n", ("Y017", 1, 3), id="no blank after its colon"
        ),
        pytest.param("a:\n  :\n  - b\n  - c\n  d: 2\n", ("Y034", 1, 2), id="a list without a key"),
        pytest.param("a:\n   b: 1\n  c: 1\n  d: 2\n", ("Y016", 1, 3), id="a first line with too many blanks"),
        pytest.param("a:\n b: 1\n  c: 1\n  d: 2\n", ("Y016", 1, 1), id="a first line with too few blanks"),
        pytest.param("a:\n b:\n    c: 1\n  d:\n    e: 1\n", ("Y016", 1, 1), id="a first block with too few"),
        pytest.param("a:\n  b:\n    c: 1\n d:\n    e: 1\n", ("Y016", 3, 1), id="a later block with too few"),
    ],
)
def test_the_line_that_is_at_fault_is_told_and_not_those_below(
    source: str, place: Place, loader: Loader
) -> None:
    root, findings, _ = salvage(source, "", loader)

    assert root is not None
    assert told(findings) == [place]


@both_loaders
def test_after_too_many_syntax_errors_the_rest_is_left_alone(loader: Loader) -> None:
    root, findings, _ = salvage("a: @x\n" * 100 + "b: 1\n", "", loader)

    assert root is None
    assert [(each.code, each.line) for each in findings] == [("Y012", row) for row in range(MOST_TOLD)]


@both_loaders
def test_tabs_are_told_once_a_block(loader: Loader) -> None:
    root, findings, _ = salvage("a:\n" + "\tb: 1\n" * 30 + "c: 1\nd:\n\te: 1\n", "", loader)

    assert root is not None
    assert told(findings) == [("Y011", 1, 0), ("Y011", 33, 0)]


def test_a_very_long_file_is_read_to_its_first_syntax_error() -> None:
    root, findings, _ = salvage("a: @x\nb: @x\n" + "#" * LONGEST)

    assert root is None
    assert told(findings) == [("Y012", 0, 3)]


def moved_alike(source: str, some: Sequence[Break]) -> bool:
    """Return whether two entries of one block were moved alike: then a third is the one out of line."""
    lines = source.splitlines()
    for one, other in combinations(sorted(some, key=lambda each: each.row), 2):
        indents = {len(each.line) - len(each.line.lstrip()) for each in (one, other)}
        between = lines[one.row + 1 : other.row]
        if one.kind == other.kind and len(indents) == 1:
            first = indents.pop() + 1
            if all(len(line) - len(line.lstrip()) > first for line in between if line.strip()):
                return True
    return False


@pytest.mark.parametrize("name", ["small", *shipped()])
def test_a_broken_line_of_a_scenario_makes_findings_on_that_line_alone(name: str, whole: bool) -> None:
    path = None if name == "small" else shelf() / name / "scenario.yaml"
    nouns = [] if path is None else [at for _noun, at in noun_paths(path.parent)]
    source = "".join(each.read_text(encoding="utf-8") for each in (path, *nouns)) if path else SMALL_TEXT
    path = None if nouns else path  # what stands by noun is broken as the one file that it is read as
    luck, every = random.Random(name), list(breaks(source))
    strayed, silent, lines = [], [], 0
    for count in (1, 3) * (SAMPLE * (40 if whole else 1)):
        some = {each.row: each for each in luck.sample(every, count)}
        text = broken(source, *some.values())
        _, findings = read_scenario_text(text, str(path), path=path, thorough=True)
        if not all(compose(broken(source, each)).root is None for each in some.values()) or moved_alike(
            source, list(some.values())
        ):
            continue
        rows = {each.line for each in findings}
        lines += len(some)
        strayed += [
            (name, some, each) for each in findings if each.line not in some and each.line - 1 not in some
        ]
        silent += [(name, some[row]) for row in some if not rows & {row, row + 1}]

    assert lines > SAMPLE
    assert strayed == []
    assert len(silent) <= 0.05 * lines, silent
