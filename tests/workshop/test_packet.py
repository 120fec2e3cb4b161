"""The packet of a scenario on paper: `simmer docs SCENARIO`."""

import json
import re
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

import pytest

from game import cli
from game.match.trouble import Trouble
from game.model.scenario import Scenario
from game.scenario.reader import read_scenario, read_scenario_text
from game.scenario.shelf import shipped
from game.workshop.packet import pdf
from game.workshop.packet.blocks import Bullets, Heading, Packet, Para, PrintedTable, Sheet
from game.workshop.packet.html import packet_page
from game.workshop.packet.markdown import from_markdown
from game.workshop.packet.packet import packet_of
from game.workshop.packet.typst import packet_values
from tests.scenario.small import SMALL_TEXT

VOID = {"meta", "col", "br", "input"}


def small(changes: str = "") -> Scenario:
    scenario, findings = read_scenario_text(SMALL_TEXT + changes)
    assert scenario is not None, findings
    return scenario


def page_of(*sheets: Sheet) -> str:
    return packet_page(Packet("t", "T", "S", (), sheets))


class Nesting(HTMLParser):
    """Notes elements that are closed out of turn, and everything the page would fetch."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.fetched: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open += [] if tag in VOID else [tag]
        self.fetched += [
            value for name, value in attrs if name in ("src", "href") and value and not value.startswith("#")
        ]

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            self.crossed.append(tag)


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_scenario_goes_on_paper(name: str) -> None:
    reading = read_scenario(name)
    assert reading.scenario is not None
    packet = packet_of(reading.scenario, reading.texts)
    page = packet_page(packet)
    nesting = Nesting(page)

    assert (nesting.open, nesting.crossed, nesting.fetched) == ([], [], [])
    assert "@import" not in page
    assert "url(" not in page
    titles = [sheet.title for sheet in packet.sheets]
    labels = [side.label for side in reading.scenario.sides.values()]
    own = [f"{side}: {what}" for side in labels for what in ("your role", "your cards", "order sheet")]
    assert titles[: len(own)] == own
    assert {"Facilitator’s guide", "Played on paper", "The board"} <= set(titles)
    for card in reading.scenario.cards.values():
        assert page.count(f">{card.title.replace('&', '&amp;')}") >= 1


def test_a_role_sheet_has_goals_lines_readings_and_two_posts() -> None:
    sheet = packet_of(small(), {"brief-west": "# West\n\n## In brief\nKeep *calm*."}).sheets[0]
    page = page_of(sheet)

    assert (sheet.title, sheet.eyes, sheet.private) == ("West: your role", "West only", True)
    headings = [block.text for block in sheet.blocks if isinstance(block, Heading)]
    assert headings == ["In brief", "What you are scored on", "Lines you know of", "Your own readings"]
    assert page.count('<article class="box square">') == 2
    assert "Keep <em>calm</em>." in page
    assert "heat: nothing at 10, all at 0" in page
    assert "No big tests" in page


def test_a_scenario_names_its_own_posts() -> None:
    notes = "teaching: {posts: {west: [{title: Envoy, text: Speaks.}, {title: Clerk, text: Counts.}]}}\n"
    page = page_of(packet_of(small(notes), {}).sheets[0])

    assert page.count('<article class="box square">') == 2
    assert "Envoy" in page


def test_no_sheet_of_a_seat_tells_what_only_another_may_know() -> None:
    packet = packet_of(small(), {})
    north = page_of(*(sheet for sheet in packet.sheets if sheet.title.startswith("North")))
    south = page_of(*(sheet for sheet in packet.sheets if sheet.title.startswith("South")))
    guide = page_of(next(sheet for sheet in packet.sheets if sheet.title == "Facilitator’s guide"))

    assert "No boil" in south
    assert "No boil" in guide
    assert "No boil" not in north
    assert "West’s home" not in north
    assert "West’s home" not in south


def test_the_guide_tells_the_lesson_the_hidden_lines_and_what_to_ask() -> None:
    notes = (
        "teaching:\n  audience: A seminar.\n  aims: [To tell a bluff.]\n  care: [Quietly.]\n"
        "  lesson: [{title: Play, minutes: 40, text: Six months.}, {title: Talk, minutes: 35, text: Ask.}]\n"
        "  record: [{date: 2020-06-16, text: It blew up.}]\n"
        'questions: {q: {ask: "Who gave way?", when: heat >= 5, listen_for: A name.}}\n'
    )
    page = page_of(next(s for s in packet_of(small(notes), {}).sheets if s.title == "Facilitator’s guide"))

    for said in ("A seminar.", "To tell a bluff.", "75 minutes", "Quietly.", "It blew up.", "A name."):
        assert said in page
    assert "if heat is at least 5" in page
    assert "July 2020" in page
    assert "West’s home −1" not in page


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# Title\n\nOne\ntwo.", (Para("One two."),)),
        ("## A\nB.\n\n- c\n\n- d\n  e", (Heading("A"), Para("B."), Bullets(("c", "d e")))),
        ("## A\n1. b\n\n2. c", (Heading("A"), Bullets(("b", "c"), numbered=True))),
        ("| a | b |\n|---|---|\n| 1 | 2 |", (PrintedTable(("a", "b"), (("1", "2"),), (4, 4)),)),
        ("2020 was a year.", (Para("2020 was a year."),)),
        ("", ()),
    ],
)
def test_briefs_are_read(text: str, blocks: tuple[object, ...]) -> None:
    assert from_markdown(text) == blocks


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "</style><b>", '#read("/etc/passwd")', "\\u{41} $x$ @a [b] `c`", "]"],
)
def test_nothing_an_author_writes_becomes_code(hostile: str) -> None:
    scenario = small().model_copy(update={"title": hostile, "summary": hostile})
    packet = packet_of(scenario, {"brief-west": hostile})
    page, values = packet_page(packet), json.loads(packet_values(packet))

    nesting = Nesting(page)
    assert (nesting.open, nesting.crossed) == ([], [])
    assert "<script" not in page
    assert (values["title"], values["summary"]) == (hostile, hostile)


def test_the_pdf_is_set_where_the_print_extra_is_installed_and_asked_for_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = pdf.packet_pdf(packet_of(small(), {}))
    if find_spec("typst") is None:
        assert isinstance(made, Trouble)
    else:
        assert isinstance(made, bytes)
        assert made.startswith(b"%PDF-")

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(pdf, "import_module", missing)
    refused = pdf.packet_pdf(packet_of(small(), {}))
    assert isinstance(refused, Trouble)
    assert "simmer[print]" in refused.sentence


def test_a_pdf_that_cannot_be_set_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    class Typst:
        def compile(self, *_: object, **__: object) -> bytes:
            raise RuntimeError("unknown font\nwith details")

    monkeypatch.setattr(pdf, "import_module", lambda _name: Typst())
    refused = pdf.packet_pdf(packet_of(small(), {}))

    assert isinstance(refused, Trouble)
    assert refused.sentence == "the PDF could not be set: unknown font."


def test_the_command_writes_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("small.yaml").write_text(SMALL_TEXT, encoding="utf-8")

    assert cli.run(["docs", "small.yaml"]) == 0
    assert capsys.readouterr().out == "wrote small.html: 12 sheets\n"
    assert Path("small.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert cli.run(["docs", "small.yaml", "-o", "-"]) == 0
    assert capsys.readouterr().out == Path("small.html").read_text(encoding="utf-8")
    assert cli.run(["docs", "none.yaml"]) == 2
    assert cli.run(["docs", "small.yaml", "-o", "no/where.html"]) == 2
    Path("small.yaml").write_text(SMALL_TEXT.replace("months: 6", "moths: 6"), encoding="utf-8")
    assert cli.run(["docs", "small.yaml"]) == 1


def test_a_scenario_told_in_korean_is_korean_on_paper(tmp_path: Path) -> None:
    out = tmp_path / "packet.html"
    assert cli.run(["docs", "first-steps", "-o", str(out), "--language", "ko"]) == 0
    page = out.read_text(encoding="utf-8")
    assert '<html lang="ko">' in page
    words = re.sub(r"<style>.*?</style>|<[^>]*>", "\n", page, flags=re.DOTALL)
    scenario = read_scenario("first-steps").scenario
    assert scenario is not None
    kept = {*scenario.glossary, *(source.where for source in scenario.sources.values())}
    foreign = {line.strip() for line in words.splitlines() if re.search(r"[A-Za-z]{4,}", line)}
    assert {line for line in foreign if line not in kept and "Simmer" not in line} == set()


def test_a_language_that_is_not_there_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["docs", "first-steps", "-o", "-", "--language", "fr"]) == 2
    assert "'fr'" in capfd.readouterr().err
