"""The debrief as a page: it stands alone, prints on four sheets at most, and reads on a phone."""

import re
import shutil
import subprocess
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

import game.pages
from game.debrief.page import debrief_page, write_debrief
from game.debrief.story import Offered, gathered, story_of
from game.match.loading import open_match
from game.match.match import Match
from game.model.teaching import Section

ASKING = {"src", "href", "srcset", "data", "action", "poster", "background", "xlink:href", "ping", "cite"}
"""Attributes that make a browser ask for something."""

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")


class Reader(HTMLParser):
    """Notes every element with its attributes, and which elements are left open."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@cache
def page(seed: int) -> str:
    match = open_match("deadlock-2020", seed, {})
    assert isinstance(match, Match)
    while not match.over:
        match = match.adjudicated()
    return written(match)


def written(match: Match) -> str:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "page.html"
        assert write_debrief(match, out) is None
        return out.read_text(encoding="utf-8")


def test_no_request_leaves_the_page() -> None:
    reader = Reader()
    reader.feed(page(1))
    asked = [(tag, attrs) for tag, attrs in reader.seen if ASKING & set(attrs)]
    loaders = {"script", "link", "img", "iframe", "object", "embed", "audio", "video", "base", "form"}

    assert reader.open == []
    assert asked == []
    assert {tag for tag, _attrs in reader.seen} & loaders == set()
    assert re.findall(r"url\(|@import|https?://", page(1)) == []


@pytest.mark.parametrize(
    "head",
    ["Who scored what", "Tension, month by month", "Turning points", "Every line’s story", "Offers",
     "Expected, happened, played", "To talk about", "Three numbers"],
)  # fmt: skip
def test_the_page_tells_all_that_the_desk_tells(head: str) -> None:
    assert f"<h2>{head}</h2>" in page(1)


HEADS = re.compile(r"<h2>(.*?)</h2>")


def test_a_debrief_begins_with_numbers_and_ends_with_scores_folded_away() -> None:
    heads = HEADS.findall(page(1))

    assert (heads[0], heads[-1]) == ("Three numbers", "Who scored what")
    assert page(1).index("<details>") > page(1).index("To talk about")
    assert "<details open" not in page(1)


def test_a_plan_says_what_is_shown_and_in_what_order() -> None:
    match = open_match("deadlock-2020-class", 1, {})
    assert isinstance(match, Match)
    while not match.over:
        match = match.adjudicated()
    say, notes = match.book.index.say, match.book.scenario.teaching
    assert notes is not None
    for plan in notes.plans.values():
        told = HEADS.findall(debrief_page(story_of(match), match.book.scenario, say, plan.debrief))
        both = debrief_page(story_of(match), match.book.scenario, say, [*plan.debrief][::-1])

        assert told[0] == "Three numbers"
        assert ("Who scored what" in told) == (Section.SCORES in plan.debrief)
        assert [*told].index("To talk about") < len(told)
        assert HEADS.findall(both)[-1] == "Three numbers"


def test_on_a_wall_no_word_is_smaller_than_a_room_can_read() -> None:
    style = (Path(game.pages.__file__).parent / "wall.css").read_text(encoding="utf-8")
    screen = style.partition("@media print")[0]
    sizes = [int(size) for size in re.findall(r"font-size:(\d+)px", screen)]

    assert min(sizes) >= 28
    assert "min-height:100vh" in screen


def test_crossings_on_the_chart_are_numbered_as_in_the_list_below_it() -> None:
    chart = re.search(r'<div class="chart">(.*?)</div>\s*<ol class="note">(.*?)</ol>', page(1), re.DOTALL)

    assert chart is not None
    assert chart[1].count("<circle") == chart[2].count("<li>") > 0


def test_this_tables_column_says_what_was_measured_and_when() -> None:
    row = re.search(r"C9 .*?</td><td[^>]*>.*?</td><td[^>]*>(.*?)</td>", page(1))

    assert row is not None
    assert re.fullmatch(r".+ · (never|[A-Z][a-z]+ \d{4}): an agreement is in force", row[1])


@pytest.mark.parametrize("seed", [1, 2])
def test_the_page_prints_on_four_sheets_at_most(seed: int, tmp_path: Path, whole: bool) -> None:
    """Print in a browser where there is one; else weigh the words that four sheets hold."""
    if seed > 1 and not whole:
        pytest.skip("a whole run prints another game too")
    plain = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page(seed), flags=re.DOTALL)
    assert len(plain.split()) <= 4 * 700
    if BROWSER is None:
        return
    (tmp_path / "page.html").write_text(page(seed), encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run(
        [BROWSER, *flags, f"--user-data-dir={tmp_path / 'home'}", f"--print-to-pdf={tmp_path / 'page.pdf'}",
         (tmp_path / "page.html").as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    sheets = len(re.findall(rb"/Type\s*/Page[^s]", (tmp_path / "page.pdf").read_bytes()))
    assert 1 <= sheets <= 4


def test_the_same_terms_tabled_again_are_told_once_with_all_their_months() -> None:
    tabled = (
        Offered("May", "washington", "a", taken=False),
        Offered("June", "pyongyang", "a", taken=False),
        Offered("July", "washington", "a", taken=False),
        Offered("August", "washington", "a", taken=True),
    )

    assert [(o.date, o.side, o.taken) for o in gathered(tabled)] == [
        ("May, July", "washington", False),
        ("June", "pyongyang", False),
        ("August", "washington", True),
    ]
