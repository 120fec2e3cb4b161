"""The packet on paper that is printed on both sides: no leaf carries what two readers may see."""

import re
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from game import cli
from game.model.track import Show
from game.scenario.reader import read_scenario
from game.scenario.translation import in_language
from game.workshop.packet.blocks import Packet, PrintedTable, runs
from game.workshop.packet.packet import packet_of
from game.workshop.packet.pdf import packet_pdf
from tests.scenario.shipped import scenario

needs_typst = pytest.mark.skipif(find_spec("typst") is None, reason="the print extra sets PDFs")

PRINTED = [(name, language) for name in ("first-steps", "deadlock-2020-class") for language in ("en", "ko")]

SAMPLE = [("first-steps", "en"), ("deadlock-2020-class", "ko")]
"""What a usual run prints: the shortest, and the longest in the language whose lines are the longer."""


@pytest.fixture(autouse=True)
def _sampled(request: pytest.FixtureRequest, whole: bool) -> None:
    asked = getattr(request.node, "callspec", None)
    if (
        asked
        and not whole
        and (asked.params.get("name", SAMPLE[1][0]), asked.params["language"]) not in SAMPLE
    ):
        pytest.skip("a usual run prints two packets; --whole prints all")


FOOT = re.compile(r"^(.*) · (\d+)/(\d+)$", re.MULTILINE)
"""What stands at the foot of every page with words."""


@cache
def packet(name: str, language: str) -> Packet:
    reading = read_scenario(name)
    assert reading.scenario is not None
    return packet_of(in_language(reading, language), reading.texts)


@cache
def texts(name: str, language: str) -> tuple[str, ...]:
    """Return what stands on each page."""
    made = packet_pdf(packet(name, language))
    assert isinstance(made, bytes), made
    return tuple(page.extract_text().replace("\x00", "") for page in PdfReader(BytesIO(made)).pages)


def feet(name: str, language: str) -> tuple[tuple[str, int, int] | None, ...]:
    """Return for each page its sheet, its number there and how many there are; none without a foot."""
    found = [FOOT.search(text) for text in texts(name, language)]
    return tuple((each[1].strip(), int(each[2]), int(each[3])) if each else None for each in found)


@needs_typst
@pytest.mark.parametrize(("name", "language"), PRINTED)
def test_every_sheet_begins_on_a_leaf_of_its_own(name: str, language: str) -> None:
    first = [number for number, foot in enumerate(feet(name, language), 1) if foot and foot[1] == 1]

    assert len(first) == len(packet(name, language).sheets)
    assert [number for number in first if number % 2 == 0] == []


@needs_typst
@pytest.mark.parametrize(("name", "language"), PRINTED)
def test_no_leaf_carries_two_sheets(name: str, language: str) -> None:
    pages = feet(name, language)
    leaves = [pages[number : number + 2] for number in range(0, len(pages), 2)]

    assert [leaf for leaf in leaves if len({foot[0] for foot in leaf if foot}) > 1] == []


@needs_typst
@pytest.mark.parametrize(("name", "language"), PRINTED)
def test_pages_are_numbered_sheet_by_sheet(name: str, language: str) -> None:
    before = 0
    for foot in filter(None, feet(name, language)):
        before = 1 if foot[1] == 1 else before + 1
        assert foot[1] == before <= foot[2]


@needs_typst
@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_lies_on_the_lectern_or_is_handed_round_is_one_page(language: str) -> None:
    pages = feet("deadlock-2020-class", language)
    made = packet("deadlock-2020-class", language)
    single = [sheet.title for sheet in made.sheets if sheet.large]
    plans = scenario("deadlock-2020-class").teaching
    assert plans is not None

    assert len(single) == len(plans.plans) + 3
    assert [foot for foot in pages if foot and foot[0] in single and foot[2] != 1] == []


@needs_typst
@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_sheet_ends_with_a_row_on_a_page_of_its_own(language: str) -> None:
    lengths = [len(text.splitlines()) for text in texts("deadlock-2020-class", language)]
    orphans = [number for number, lines in enumerate(lengths, 1) if 0 < lines <= 4]

    assert len(orphans) <= 1


def test_a_class_gets_all_it_needs_to_play_on_paper() -> None:
    made = packet("deadlock-2020-class", "en")
    titles = {sheet.title: sheet for sheet in made.sheets}
    told = scenario("deadlock-2020-class")
    board = [block for block in titles["The board"].blocks if isinstance(block, PrintedTable)]
    orders = next(block for block in titles["Seoul: order sheet"].blocks if isinstance(block, PrintedTable))
    rules = next(block for block in titles["Played on paper"].blocks if isinstance(block, PrintedTable))

    open_to_all = [track.label for track in told.tracks.values() if track.show is Show.ALL]
    assert [runs(row[0])[0].words for row in board[0].rows] == open_to_all
    assert (len(orders.rows), orders.to_write) == (told.months, True)
    assert len(rules.rows) == len(told.upkeep)
    assert not titles["The board"].private
    assert titles["Played on paper"].private


def test_students_get_the_questions_and_the_facilitator_alone_the_key() -> None:
    made = packet("mines-2015", "en")
    notes = scenario("mines-2015").teaching
    assert notes is not None
    for_class = repr(made.only("class"))

    for question in notes.quiz:
        assert question.ask in for_class
        assert question.why not in for_class
        assert question.why in repr(made.only("facilitator"))


@needs_typst
def test_a_folder_gets_one_file_a_reader_with_nothing_of_anothers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert cli.run(["docs", "deadlock-2020-class", "-o", "sheets"]) == 0
    names = {"washington", "pyongyang", "seoul", "facilitator", "class", "parents", "sources", "glossary"}
    assert {path.name for path in Path("sheets").iterdir()} == {f"{name}.pdf" for name in names}
    for side in ("Washington", "Pyongyang", "Seoul"):
        pages = PdfReader(Path("sheets") / f"{side.lower()}.pdf").pages
        for page in pages:
            foot = FOOT.search(page.extract_text().replace("\x00", ""))
            assert foot is None or foot[1].startswith(f"{side}:")


def test_one_readers_sheets_alone_can_be_had(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "seoul.html"

    assert cli.run(["docs", "first-steps", "--sheet", "seoul", "-o", str(out)]) == 0
    page = out.read_text(encoding="utf-8")
    assert "Seoul: your role" in page
    assert "Washington: your role" not in page
    assert "Facilitator" not in page
    assert cli.run(["docs", "first-steps", "--sheet", "seul", "-o", str(out)]) == 2
    assert "did you mean 'seoul'?" in capsys.readouterr().err
    assert cli.run(["docs", "--sheet", "seoul"]) == 2


def test_a_side_that_is_called_like_a_sheet_keeps_its_secrets() -> None:
    reading = read_scenario("first-steps")
    assert reading.scenario is not None
    sides = {**reading.scenario.sides, "facilitator": reading.scenario.sides["seoul"]}
    names = packet_of(reading.scenario.model_copy(update={"sides": sides}), {}).names

    assert "facilitator-sheet" in names
