"""Findings: order, carets and the shape other programs read."""

import pytest
from hypothesis import given

from game.located.excerpt import excerpt, width
from game.located.findings import Finding, Grade, as_json, has_errors, ranked, render, tally
from game.located.suggest import did_you_mean
from tests.strategies.texts import MARKED_LINES


def a_finding(line: int = 0, column: int = 0, grade: Grade = Grade.ERROR, span: int = 1) -> Finding:
    return Finding(
        "S103", grade, "'majr' is not a choice", "f.yaml", line, column, span, "did you mean 'major'?"
    )


def test_a_finding_shows_its_line_with_a_caret() -> None:
    assert render(a_finding(1, 9, span=4), "a: 1\n  scale: majr\n") == (
        "f.yaml:2:10: error[S103]: 'majr' is not a choice\n"
        "    2 |   scale: majr\n"
        "      |          ^~~~\n"
        "      = did you mean 'major'?"
    )


@pytest.mark.parametrize(
    ("line", "column", "span", "carets"),
    [
        pytest.param("제목: majr", 4, 4, "      ^~~~", id="Hangul before the place takes two cells"),
        pytest.param("a: 신뢰 > 3", 3, 2, "   ^~~~", id="Hangul at the place is underlined whole"),
        pytest.param("e\u0301: majr", 4, 4, "   ^~~~", id="a combining mark takes no cell"),
        pytest.param("\ta: x", 4, 1, "    ^", id="a tab is shown as one blank"),
        pytest.param("a: “x”", 3, 3, "   ^~~", id="curly quotes take one cell"),
    ],
)
def test_a_caret_stands_under_its_place(line: str, column: int, span: int, carets: str) -> None:
    assert excerpt([line], 0, column, span).splitlines()[1] == "      | " + carets


def test_a_long_line_is_clipped_around_the_place() -> None:
    shown, carets = excerpt(["x" * 500 + "HERE" + "y" * 500], 0, 500, 4).splitlines()

    assert shown.startswith("    1 | …xxx")
    assert shown.endswith("yyy…")
    assert shown[carets.index("^") :].startswith("HERE")
    assert width(shown) <= 110


def test_a_place_outside_the_file_is_named_without_an_excerpt() -> None:
    assert render(a_finding(9, 0), "a: 1").count("\n") == 1


@given(marked=MARKED_LINES)
def test_the_caret_never_leaves_its_line(marked: tuple[str, int, int]) -> None:
    line, column, span = marked
    shown = excerpt([line], 0, column, span)

    assert all(width(row) <= 8 + 98 for row in shown.splitlines())


def test_findings_are_ranked_from_the_top_down_without_repeats() -> None:
    late, early = a_finding(5), a_finding(2)

    assert ranked([late, early, late]) == (early, late)


def test_of_too_many_findings_the_gravest_stay_and_the_rest_are_counted() -> None:
    notes = [a_finding(line, grade=Grade.NOTE) for line in range(10)]
    kept = ranked([*notes, a_finding(11)], most=3)

    assert [each.line for each in kept[:3]] == [0, 1, 11]
    assert kept[3].message == "and 8 more; mend these first"


def test_a_tally_counts_each_grade() -> None:
    findings = [a_finding(), a_finding(1), a_finding(2, grade=Grade.WARNING)]

    assert tally(findings) == "2 errors, 1 warning"
    assert tally([]) == "nothing to mend"
    assert has_errors(findings)
    assert not has_errors(findings[2:])


def test_other_programs_get_places_counted_from_one() -> None:
    (plain,) = as_json([a_finding(1, 9, span=4)])

    assert (plain["line"], plain["column"], plain["span"], plain["grade"]) == (2, 10, 4, "error")


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("majr", ["major", "low"], "did you mean 'major'?"),
        ("ICBM-Test", ["icbm_test", "envoy"], "did you mean 'icbm_test'?"),
        ("tensoin", ["tension", "trust"], "did you mean 'tension'?"),
        ("seoul.moood", ["seoul.trust", "seoul.mood"], "did you mean 'seoul.mood'?"),
        ("seoul.x", ["seoul.trust", "seoul.mood"], ""),
        ("xyz", ["major", "low"], ""),
        ("a" * 200, ["a" * 199], ""),
        ("low", [], ""),
    ],
)
def test_the_nearest_known_name_is_suggested_if_it_is_near(name: str, known: list[str], hint: str) -> None:
    assert did_you_mean(name, known) == hint
