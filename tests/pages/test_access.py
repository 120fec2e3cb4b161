"""Pages for whoever does not see them: tables with heads, drawings with names, headings in order."""

from html.parser import HTMLParser
from itertools import pairwise

import pytest

from tests.pages.trial import PAGES, Trial, tried


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """Return a scenario with all its pages written."""
    return tried("mines-2015", tmp_path_factory.mktemp("access"))


class Outline(HTMLParser):
    """Notes headings, heads of columns, drawings, fields and buttons of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.seen if name == tag]


@pytest.mark.parametrize("name", PAGES)
def test_headings_never_jump_a_level(name: str, trial: Trial) -> None:
    levels = Outline(trial.page(name)).levels

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_head_of_a_column_says_that_it_is_one(name: str, trial: Trial) -> None:
    page = Outline(trial.page(name))

    assert [attrs for attrs in page.all("th") if attrs.get("scope") not in ("col", "row")] == []
    assert len(page.all("th")) > 0 or name == "preview.html"


@pytest.mark.parametrize("name", PAGES)
def test_every_drawing_and_field_is_named(name: str, trial: Trial) -> None:
    page = Outline(trial.page(name))

    named = [*page.all("svg"), *page.all("input")]
    assert [attrs for attrs in named if not attrs.get("aria-label")] == []
    assert [attrs for attrs in page.all("svg") if attrs.get("role") != "img"] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_its_language_and_its_title(name: str, trial: Trial) -> None:
    page = Outline(trial.page(name))

    assert page.all("html")[0].get("lang") == "en"
    assert len(page.all("title")) >= 1
