"""Rows of a class: the month in every one, no formula among them, nothing lost on the way."""

import csv
from collections.abc import Sequence
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from game import cli
from game.debrief.class_csv import class_files, write_rows
from game.debrief.of_class import ClassRecord, Letter, Signature, Student
from game.match.loading import open_match
from game.match.match import Match
from game.match.record import readings_after


@cache
def tables() -> Sequence[Match]:
    """Two tables of a class, the second still at play."""
    found = []
    for seed, months in ((3, 99), (4, 2)):
        match = open_match("mines-2015", seed, {})
        assert isinstance(match, Match)
        while not match.over and len(match.months) < months:
            match = match.adjudicated()
        found.append(match)
    return tuple(found)


def rows(file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(file.decode("utf-8-sig"), newline="")))


def test_every_line_of_every_sheet_has_a_row_held_lines_too() -> None:
    moves = rows(class_files("9b", tables())["moves.csv"])
    book = tables()[0].book
    played = sum(len(match.months) for match in tables())
    assert len(moves) == played * len(book.index.sides) * len(book.index.slots)
    assert {row["class"] for row in moves} == {"9b"}
    assert all(row["month"] and row["date"] and row["digest"] for row in moves)
    first = tables()[1].months[0].sheets
    told = {(r["side"], r["slot"]): r["card"] for r in moves if (r["table"], r["month"]) == ("2", "1")}
    laid = {(side, slot): order.card for side, sheet in first.items() for slot, order in sheet.items()}
    assert told.items() >= laid.items()


def test_every_month_of_every_table_tells_where_it_stood_and_the_last_how_it_ended() -> None:
    class_rows = rows(class_files("9b", tables())["class.csv"])
    over, going = tables()
    assert [row["month"] for row in class_rows] == [
        str(n) for match in tables() for n in range(1, len(match.months) + 1)
    ]
    last = class_rows[len(over.months) - 1]
    assert last["ending"] == over.ending
    assert float(last["points.seoul"]) == over.outcome["seoul"].points
    assert not any(row["ending"] for row in class_rows if row is not last)
    told = class_rows[-1]["tension"]
    assert int(told) == readings_after(going, len(going.months))["tension"]


def test_readings_that_one_side_alone_sees_are_in_no_row() -> None:
    heads = rows(class_files("9b", tables())["class.csv"])[0]
    book = tables()[0].book
    hidden = [name for name in book.scenario.tracks if name not in tables()[0].account(None).readings]
    assert hidden
    assert not set(hidden) & set(heads)


@pytest.mark.parametrize("text", ["=1+1", "+82", "-3", "@home", "\tx", 'a "b", c\nd', "한국어"])
def test_words_come_back_as_they_were_and_none_is_a_formula(text: str) -> None:
    letter = Letter(1, 2, "10:15", "seoul", "all", text, promise="No drill", kept=False)
    student = Student(text, 1, "seoul")
    files = class_files("9b", tables(), ClassRecord((letter,), (), (student,)))
    said, person = rows(files["messages.csv"])[0], rows(files["people.csv"])[0]
    assert said["text"].removeprefix("'") == person["name"].removeprefix("'") == text
    assert said["text"][0] not in "=+-@\t\r"
    assert (said["month"], said["letters"], said["kept"]) == ("2", str(len(text)), "no")
    assert (person["person"], person["brier"]) == ("1", "")


def test_a_sheet_tells_who_signed_it() -> None:
    seal = Signature(2, 1, "seoul", "Ada", "Bo", 12, auto=True, drafts=4)
    moves = rows(class_files("9b", tables(), ClassRecord(signatures=(seal,)))["moves.csv"])
    signed = [row for row in moves if row["sealed_by"]]
    assert {(r["table"], r["month"], r["side"]) for r in signed} == {("2", "1", "seoul")}
    assert {(r["countersigned_by"], r["seconds_left"], r["auto"]) for r in signed} == {("Bo", "12", "yes")}


def test_files_begin_with_their_mark_and_end_lines_as_the_standard_asks() -> None:
    for content in class_files("9b", tables()).values():
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.count(b"\n") == content.count(b"\r\n")


def test_the_command_writes_rows_beside_the_page(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    save, folder = tmp_path / "game.simmer", tmp_path / "9b"
    assert cli.run(["play", "mines-2015", "--auto", "--seed", "3", "--save", str(save)]) == 0
    line = ["debrief", str(save), "-o", str(tmp_path / "page.html"), "--csv", str(folder)]
    assert cli.run(line) == 0
    capfd.readouterr()
    assert sorted(path.name for path in folder.iterdir()) == ["class.csv", "moves.csv"]
    assert {row["class"] for row in rows((folder / "moves.csv").read_bytes())} == {"9b"}


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    wrong = write_rows(tables(), tmp_path / "taken" / "9b")
    assert wrong is not None
    assert "could not be made" in wrong.sentence
