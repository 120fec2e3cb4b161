"""The debrief of a class: tables side by side, in the order of a plan, scores last and shut."""

import re
from functools import cache
from pathlib import Path

import pytest

from game import cli
from game.debrief.merged import claim_fates, line_fates, merged_page, questions_asked
from game.debrief.of_class import ClassRecord, Letter
from game.debrief.parting import parting
from game.debrief.table_told import TableTold, table_told
from game.debrief.usual import GAMES, Usual, usual
from game.match.loading import open_match
from game.match.match import Match
from game.model.teaching import Section
from game.rules.ledger import HappeningKind


@cache
def matches() -> tuple[Match, ...]:
    """Three tables of a class, the last still at play."""
    found = []
    for seed, months in ((3, 99), (4, 99), (5, 2)):
        match = open_match("mines-2015", seed, {})
        assert isinstance(match, Match)
        while not match.over and len(match.months) < months:
            match = match.adjudicated()
        found.append(match)
    return tuple(found)


@cache
def told() -> tuple[TableTold, ...]:
    return tuple(map(table_told, matches()))


@cache
def compared() -> Usual:
    return usual(matches()[0].book, "tension")


def page(order: tuple[Section, ...] = tuple(Section), people: ClassRecord | None = None) -> str:
    book = matches()[0].book
    return merged_page(told(), book.scenario, compared(), order, people or ClassRecord(), book.index.say)


def test_a_table_told_counts_what_its_ledger_counts() -> None:
    for match, table in zip(matches(), told(), strict=True):
        crossed = [h for h in match.happenings if h.kind is HappeningKind.CROSSING]
        assert [month for month, _title, _owner in table.crossings] == [h.month for h in crossed]
        assert table.over == match.over
        assert len(table.sheets) == len(match.months)
    laid = matches()[0].months[0].sheets
    cards = matches()[0].book.scenario.cards
    for side, sheet in laid.items():
        assert set(told()[0].sheets[0][side]) == {cards[order.card].title for order in sheet.values()}


@pytest.mark.parametrize(
    ("courses", "month", "ends", "spread"),
    [
        (([4, 4, 5], [4, 4, 8], [4, 3, 6]), 2, (0, 1), 3),
        (([4, 6, 5], [4, 4, 7]), 1, (1, 0), 2),
        (([4, 4], [4, 4, 4], [4, 4, 9]), 2, (1, 2), 5),
    ],
)
def test_tables_part_in_the_first_month_of_the_widest_spread(
    courses: tuple[list[int], ...], month: int, ends: tuple[int, int], spread: int
) -> None:
    found = parting(courses)
    assert found is not None
    assert (found.month, (found.lowest, found.highest), found.spread) == (month, ends, spread)


@pytest.mark.parametrize("courses", [(), ([4, 5, 9],), ([4, 5], [4, 5]), ([4], [4, 9])])
def test_tables_that_never_differ_have_not_parted(courses: tuple[list[int], ...]) -> None:
    assert parting(courses) is None


def test_the_usual_is_the_same_whoever_asks_and_lies_within_the_scale() -> None:
    book = matches()[0].book
    again, (low, high) = usual(book, "tension"), book.scenario.tracks["tension"].range
    assert again == compared()
    assert again.games == GAMES
    assert len(again.low) == book.months + 1
    assert all(low <= a <= b <= high for a, b in zip(again.low, again.high, strict=True))
    assert again.low[0] == again.high[0]
    assert set(again.par) == set(book.scenario.sides)


def test_parts_stand_in_the_order_of_the_plan_and_scores_are_shut() -> None:
    order = (Section.QUESTIONS, Section.COURSE, Section.NUMBERS, Section.SCORES)
    heads = re.findall(r"<h2>(.*?)</h2>", page(order))
    assert heads == ["To talk about", "Tension at every table", "Three numbers a table", "Scores, last"]
    assert page(order).rindex("<details>") > page(order).index("Scores, last")
    assert "<details open" not in page(order)


def test_points_stand_in_no_part_but_the_scores() -> None:
    rest = page(tuple(part for part in Section if part is not Section.SCORES))
    assert "Par" not in re.findall(r"<th[^>]*>(.*?)</th>", rest)
    assert "<details" not in rest


def test_a_table_at_play_is_told_without_ending_and_points() -> None:
    whole = page()
    assert whole.count("not over yet") == 1
    cells = re.findall(r"<td>(.*?)</td>", whole[whole.index("<details>") :])
    sides = len(matches()[0].book.scenario.sides)
    assert cells.count("–") == sides


def test_lines_and_claims_and_questions_tell_of_every_table_once() -> None:
    for line in line_fates(told()):
        assert len(line.fates) == len(told())
        assert any(months for months, *_ in line.fates)
    for claim in claim_fates(told(), matches()[0].book.scenario.claims):
        numbers = [number for which in claim.here.values() for number in which]
        assert len(numbers) == len(set(numbers)) > 0
    asked = questions_asked(told())
    assert len({question for question, _numbers in asked}) == len(asked)


def test_promises_are_told_where_messages_are_known() -> None:
    side = next(iter(matches()[0].book.scenario.sides))
    letter = Letter(1, 1, "10:15", side, "all", "We will not.", promise="No <b>drill</b>", kept=False)
    assert "What was promised" not in page()
    with_people = page(people=ClassRecord((letter,)))
    assert "No &lt;b&gt;drill&lt;/b&gt;" in with_people
    assert "broken" in with_people


def test_the_command_merges_saves_and_refuses_what_is_no_class(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    saves = [tmp_path / f"{seed}.simmer" for seed in (3, 4)]
    for seed, save in zip((3, 4), saves, strict=True):
        assert cli.run(["play", "mines-2015", "--auto", "--seed", str(seed), "--save", str(save)]) == 0
    out = tmp_path / "class.html"
    line = ["debrief", *map(str, saves), "-o", str(out), "--plan", "50", "--wall", "--language", "ko"]
    code = cli.run(line)
    said = capfd.readouterr()
    assert code == 0, said
    assert "학급 되돌아보기" in out.read_text(encoding="utf-8")
    other = tmp_path / "other.simmer"
    assert cli.run(["play", "deadlock-2020-class", "--auto", "--seed", "3", "--save", str(other)]) == 0
    assert cli.run(["debrief", str(saves[0]), str(other), "-o", str(out)]) == 2
    assert "a class plays one scenario" in capfd.readouterr().err
