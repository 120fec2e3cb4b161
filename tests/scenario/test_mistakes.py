"""Every kind of mistake has its code, is told at its place, and is explained."""

import re
from pathlib import Path

import pytest

from game.lint.finding_codes import FILE, codes
from game.located.complaint import Complaint
from game.located.findings import Grade
from game.located.locate import Reached
from game.located.messages import word
from game.located.node import Scalar
from game.located.suggest import nearest
from game.scenario.autofix import offered
from game.scenario.reader import read_scenario, read_scenario_text
from tests.builders import SMALL
from tests.scenario.mending import mend_text
from tests.scenario.mistakes import DENIABLE, FITS, INQUIRY, MEANING, NAMES, SHAPE, Mistake
from tests.scenario.small import SMALL_TEXT, with_slip

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"\b[A-Z]\d{3}\b")
ALL = (*SHAPE, *NAMES, *FITS, *MEANING)
IDS = [f"{each.code} {each.new.strip()[:30]!r}" for each in ALL]


def test_the_small_scenario_has_nothing_to_mend() -> None:
    assert read_scenario_text(SMALL_TEXT, thorough=True)[1] == ()


@pytest.mark.parametrize("mistake", ALL, ids=IDS)
def test_a_mistake_is_told_by_its_code_at_its_place(mistake: Mistake) -> None:
    _, findings = read_scenario_text(mistake.source, thorough=True)
    told = [(each.code, (each.line, each.column)) for each in findings]

    assert (mistake.code, mistake.place) in told
    assert mistake in MEANING or told == [(mistake.code, mistake.place)]


@pytest.mark.parametrize("mistake", FITS, ids=[each.code for each in FITS])
def test_what_would_stop_a_game_is_told_without_a_thorough_look(mistake: Mistake) -> None:
    scenario, findings = read_scenario_text(mistake.source)

    assert scenario is None
    assert [each.code for each in findings] == [mistake.code]


UNREADABLE = [
    ("Y004", "# nothing\n"),
    ("Y010", "title: ? x"),
    ("Y012", "title: @home"),
    ("Y014", "title: Fire: a story"),
    ("Y015", "sides: [a, b"),
    ("Y015", "sides: [a, {b: 1},\n"),
    ("Y016", "title: Fire\n  summary: x"),
    ("Y017", "title: Fire\nsummary\nid: x"),
    ("Y022", "[a]: 1"),
    ("Y025", "a: 1\n---\nb: 1"),
    ("Y034", "title: x\n: y"),
]


@pytest.mark.parametrize(("code", "source"), UNREADABLE)
def test_a_file_that_is_no_yaml_is_told_by_its_code(code: str, source: str) -> None:
    scenario, findings = read_scenario_text(source)

    assert scenario is None
    assert findings[0].code == code


def test_a_scenario_that_is_not_there_is_told_by_its_code(tmp_path: Path) -> None:
    assert [each.code for each in read_scenario(tmp_path / "none.yaml").findings] == ["Y000"]


def test_of_very_many_findings_the_gravest_are_told_and_the_rest_counted() -> None:
    _, findings = read_scenario_text("".join(f"k{number}: 1\n" for number in range(80)))

    assert (len(findings), findings[-1].code) == (51, "Y099")


def test_a_complaint_nobody_thought_of_is_told_in_the_validators_own_words() -> None:
    spot = Reached(Scalar(0, 0, 0, 1, "x", "x", ""), path=("title",))

    assert word(Complaint("unheard_of", "Value is odd", "x", {}, spot, "")) == (
        "S100",
        "'title' is not right: value is odd",
        "",
    )


def test_what_makes_no_sense_stops_no_game() -> None:
    for mistake in MEANING:
        scenario, findings = read_scenario_text(mistake.source)
        assert scenario is not None
        assert findings == ()


def test_a_game_without_an_ending_for_every_case_is_refused() -> None:
    scenario, findings = read_scenario_text(
        with_slip("text: Nothing changed.", "text: Nothing.\n    when: heat > 3")
    )

    assert scenario is None
    assert [each.code for each in findings] == ["D406"]


def test_more_than_there_is_room_for_is_refused() -> None:
    card = "\n".join(f"    {line}" for line in ("side: south", "slot: act", "kind: aid", "title: T"))
    card += "\n    text: T.\n    why: W.\n"
    cards = "".join(f"  extra_{number}:\n{card}" for number in range(260))
    _, findings = read_scenario_text(SMALL_TEXT.replace("redlines:\n", f"{cards}redlines:\n", 1))

    assert [(each.code, each.where) for each in findings] == [("R307", "")]


def test_all_slips_are_told_in_one_run_root_causes_first() -> None:
    source = with_slip("kind: signal", "kind: signl")
    for old, new in (("sped_by:\n        inquiry", "sped_by:\n        inqiry"), ("heat > 4", "heet > 4")):
        assert source.count(old) == 1
        source = source.replace(old, new)
    source = source.replace("title: Small", "title: yes")
    _, findings = read_scenario_text(source)

    assert [each.code for each in findings] == ["Y031", "S103", "R301", "X201"]


def test_a_noun_under_a_wrong_name_is_told_once_and_not_where_it_is_spoken_of() -> None:
    _, findings = read_scenario_text(
        SMALL_TEXT.replace("  heat:\n    label: Heat", "  heta:\n    label: Heat")
    )

    (finding,) = findings
    assert (finding.code, finding.hint) == ("R302", "did you mean 'heat'?")


@pytest.mark.parametrize("mistake", [each for each in ALL if each.code in ("S103", "R301", "R302", "X201")])
def test_an_offered_mend_is_right_and_leaves_the_rest_alone(mistake: Mistake) -> None:
    remarked = f"# A remark.\n{mistake.source}  # and another\n"
    mended = mend_text(remarked, "")

    assert mended == remarked.replace(mistake.source, SMALL_TEXT) or mistake.code == "S103"
    assert read_scenario_text(mended)[1] == () or not any(map(offered, read_scenario_text(mended)[1]))


@pytest.mark.parametrize(
    ("slip", "meant"), [("tsets", "tests"), ("kidn", "kind"), ("tittle", "title"), ("Cards", "cards")]
)
def test_the_name_with_the_same_letters_is_meant_before_any_other(slip: str, meant: str) -> None:
    assert nearest(slip, ["sides", "kinds", "cards", "cares", "tests", "kind", "title", "tie"]) == meant


def test_a_finding_can_be_silenced_everywhere_or_at_one_place() -> None:
    source = with_slip("when: heat > 4", "when: heat > 10")

    def told(ignored: str) -> list[str]:
        quiet = source.replace("- D403", f"- D403\n- {ignored}")
        return [each.code for each in read_scenario_text(quiet, thorough=True)[1]]

    assert told("D416") == ["D411"]
    assert told("D411") == []
    assert told("D411 upkeep.cooling") == told("D411 upkeep") == []
    assert told("D411 cards") == ["D411"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param("chance: 92", "chance: 0\n        when: heat > 3", "D418", id="luck that never strikes"),
        pytest.param("chance: 5 * (heat - 7)", "chance: 0", "D418", id="an ending without a chance"),
        pytest.param(
            "    - major\n    - mines\n", "    - aid\n    when: heat > 3\n", "D404", id="no such card"
        ),
    ],
)
def test_no_condition_is_blamed_for_what_another_part_prevents(old: str, new: str, code: str) -> None:
    assert [each.code for each in read_scenario_text(with_slip(old, new), thorough=True)[1]] == [code]


def test_a_test_may_start_where_no_game_of_its_scenario_comes() -> None:
    test = "tests:\n  hot:\n    starts: {west.home: 10}\n    until: 2020-05\n    expect: west.home > 9\n"
    _, findings = read_scenario_text(SMALL_TEXT + test, thorough=True)

    assert findings == ()


def test_an_error_cannot_be_silenced() -> None:
    source = with_slip("kind: signal", "kind: signl").replace("- D403", "- S103")

    assert sorted(each.code for each in read_scenario_text(source)[1]) == ["R303", "S103"]


def used() -> set[str]:
    """Return every code that the program can tell."""
    modules = (ROOT / "game").rglob("*.py")
    return {code for path in modules for code in re.findall(r'"([A-Z]\d{3})"', path.read_text("utf-8"))}


def test_every_code_is_used_and_every_used_code_is_explained() -> None:
    assert set(codes()) == used()


def test_every_code_is_tested() -> None:
    tests = [path for path in (ROOT / "tests").rglob("*") if path.suffix in (".py", ".txt")]
    named = {code for path in tests for code in CODE.findall(path.read_text(encoding="utf-8"))}

    assert set(codes()) <= named


def test_every_explanation_says_what_to_do_in_a_few_sentences() -> None:
    assert FILE.read_text(encoding="utf-8").count("\n## ") == len(codes())
    assert [code.name for code in codes().values() if not 40 < len(code.text) < 700] == []
    assert list(codes()) == sorted(codes(), key=lambda name: ("YESXRDL".index(name[0]), name))


@pytest.mark.parametrize("mistake", ALL, ids=IDS)
def test_a_finding_is_no_graver_than_its_code(mistake: Mistake) -> None:
    grades = list(Grade)
    for finding in read_scenario_text(mistake.source, thorough=True)[1]:
        assert grades.index(finding.grade) >= grades.index(codes()[finding.code].grade)


def test_the_small_scenario_is_the_one_of_the_builders() -> None:
    assert SMALL["ignore"] == ["D403", "D422 cards.mines"]


def test_a_variant_is_not_asked_for_the_sources_of_what_it_leaves_out(tmp_path: Path) -> None:
    parent = tmp_path / "parent.yaml"
    parent.write_text(f'{SMALL_TEXT}sources:\n  paper: {{title: A paper, date: "2020"}}\n', encoding="utf-8")
    variant = tmp_path / "variant.yaml"
    variant.write_text("extends: parent\nid: variant\n", encoding="utf-8")

    told = [[each.code for each in read_scenario(path, thorough=True).findings] for path in (parent, variant)]
    assert ["D420" in codes for codes in told] == [True, False]


def test_a_private_line_that_moves_what_others_read_tells_on_itself() -> None:
    def told(effects: str, more: str = "declared: false") -> list[str]:
        source = with_slip(
            "drawn_by: south\n    declared: false\n", f"drawn_by: south\n    {more}\n{effects}"
        )
        return [each.code for each in read_scenario_text(source, thorough=True)[1]]

    assert told("    effects: {heat: 1}\n") == ["D421"]
    assert told("    effects: {south.home: 1}\n") == []
    assert told("    effects: {heat: 1}\n", "declared: true") == []


def test_a_rule_that_others_see_at_work_asks_of_acts_and_lines_as_they_become_known() -> None:
    def told(asks: str, moves: str = "heat") -> list[str]:
        rule = f"  calm: {{title: Calm, when: '{asks} >= 2', effects: {{{moves}: -1}}, why: It calmed.}}\n"
        source = with_slip("endings:\n", f"{rule}endings:\n")
        return [each.code for each in read_scenario_text(source, thorough=True)[1]]

    assert told("months_since(mines)") == told("months_since(provocation)") == ["D426"]
    assert told("uses(ambiguous)") == ["D426"]
    assert told("min(months_since(major), months_since(low))") == []
    assert told("months_since(mines)", moves="north.home") == []
    assert told("months_since_crossed(boil)") == ["D426"]
    assert told("months_since_crossed(boil)", moves="south.home") == []


def test_an_act_is_in_doubt_where_another_side_can_be_behind_it() -> None:
    def told(headline: str) -> list[str]:
        case = f"    attribution: {{chance: 9, headline: {headline}, why: It was named.}}\n"
        source = with_slip(INQUIRY, f"  hush:{DENIABLE}{case}{INQUIRY}").replace("- D422 cards.mines\n", "")
        return [each.code for each in read_scenario_text(source, thorough=True)[1]]

    assert told("Mines went off") == []
    assert told("A bang") == ["D422", "D422"]
