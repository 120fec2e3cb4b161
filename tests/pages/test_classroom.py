"""Templates of a class: words stay words, nothing runs, and all that is loaded stays on the laptop."""

import re

import pytest
from jinja2.nodes import AssignBlock, Concat, FilterBlock

from game.pages.rendering import HERE, templates
from tests.pages.test_templates import HELD, Places

FOLDER = HERE / "classroom"
NAMES = sorted(path.name for path in FOLDER.glob("*.html"))

LOADED = {"link": "href", "script": "src", "use": "href"}
"""What loads something, and where it says so: nothing but what `at` finds, or an icon of none."""

QUOTED, BARE = re.compile("\"[^\"]*\"|'[^']*'"), re.compile("=\\s*\ue000")
"""A value in quotes, and one without."""


class Fetching(Places):
    """Notes what the markup of a template loads, leads to and sends; all of that is checked here."""

    def __init__(self, template: str) -> None:
        self.leads: list[tuple[str, str]] = []
        super().__init__(template)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        for name in ("href", "src", "action"):
            if name in held:
                self.leads.append((tag, held.pop(name) or ""))
        kept = "input" if tag in (*LOADED, "form") else tag
        unquoted = f"{kept}: no quotes"
        before = self.wrong.count(unquoted)
        super().handle_starttag(kept, list(held.items()))
        written = QUOTED.sub("", self.get_starttag_text() or "")
        if self.wrong.count(unquoted) > before and not BARE.search(written):
            self.wrong.remove(unquoted)
        self.wrong += [tag] * (tag == "script" and "src" not in dict(attrs))


def stays(tag: str, where: str) -> bool:
    """Return whether what is loaded, led to or sent is the laptop's own."""
    if tag in LOADED:
        return where == "data:," or bool(re.fullmatch("\ue000\\d+\ue001(#\ue000\\d+\ue001)?", where))
    if tag == "form":
        return bool(re.fullmatch(r"/(join|act/[a-z]+|lever/[a-z]+)", where))
    return bool(re.match(r"/([a-z]+|$)|\?lang=", where) or HELD.fullmatch(where))


@pytest.fixture(params=NAMES)
def template(request: pytest.FixtureRequest) -> str:
    return (FOLDER / str(request.param)).read_text(encoding="utf-8")


def test_a_template_runs_nothing_of_its_own(template: str) -> None:
    assert Fetching(template).wrong == []


def test_what_is_loaded_led_to_or_sent_stays_on_the_laptop(template: str) -> None:
    assert [(tag, where) for tag, where in Fetching(template).leads if not stays(tag, where)] == []


def test_markup_is_put_together_by_the_template_alone(template: str) -> None:
    assert [*templates().parse(template).find_all((Concat, AssignBlock, FilterBlock))] == []


WRONG = (
    "<a href='https://x.example'>",
    "<a href='//x.example'>",
    "<form action='//x'>",
    "<script>x()</script>",
    "<script src='https://x.example'></script>",
    "<p class={{ x }}>",
    "<p onclick='x'>",
)


@pytest.mark.parametrize("wrong", WRONG)
def test_a_template_that_leads_away_or_runs_something_is_caught(wrong: str) -> None:
    page = Fetching(wrong)

    assert page.wrong or not all(stays(tag, where) for tag, where in page.leads)


def test_the_style_takes_its_colours_from_the_theme_and_loads_nothing() -> None:
    style = (FOLDER / "look.css").read_text(encoding="utf-8")

    assert re.findall(r"url\(|@import|expression\(", style) == []
    assert re.findall(r"#[0-9a-fA-F]{3,6}\b(?=[;} ])", style) == []


def test_the_script_makes_no_markup_of_words() -> None:
    script = (FOLDER / "phone.js").read_text(encoding="utf-8")

    assert re.findall(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(", script) == []
