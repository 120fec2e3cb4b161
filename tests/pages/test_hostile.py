"""Hostile text in every field of a scenario: through every command it stays text, whole and in order."""

import re
from collections.abc import Mapping

import pytest

from game.located import builder, compose
from game.located.printable import UNPRINTABLE
from game.scenario.shelf import shipped
from tests.pages.hostile import OBEYED, PLAIN, Dealt, marked, plain
from tests.pages.trial import DOCUMENTS, PAGES, Text, Trial, tried

USUAL = ("first-steps", "mines-2015")
"""Scenarios of a usual run; between them they hold nearly every kind of text."""

DESK = re.compile(
    r"\.(group|needs|headline|hold|why|near_miss|day|unit|missed)$|^(places|lesson)\.|^bargain\..*\.text$|^slots\..*\.hold$"
)
"""Texts that the desk alone shows, or that are told of what came to pass."""

TELLING = ("play", "study", "arena", "test")
"""Commands that tell a scenario's words; others quote lines of its file, cut to fit."""

CUT = "…"
"""Ends a name that is too long for a drawing."""


@pytest.fixture(params=shipped(), scope="module")
def trial(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, whole: bool) -> Trial:
    if not whole and request.param not in USUAL:
        pytest.skip("a usual run takes two scenarios; --whole takes all")
    return tried(request.param, tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def obeyed(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """Return a trial with what terminals and browsers obey, which the checker would not let in."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (builder, compose):
            patch.setattr(module, "first_odd", lambda text: None)
        return tried("first-steps", tmp_path_factory.mktemp("obeyed"), OBEYED)


def broken(words: str, dealt: Mapping[str, Dealt]) -> list[tuple[str, str]]:
    """Return the hostile texts that are begun in *words* and not told whole."""
    found = []
    for number, said in marked(words):
        told, meant = plain(said), plain(dealt[number].text)
        if told != meant and not (told.endswith(CUT) and meant.startswith(told.rstrip(CUT))):
            found.append((meant, told))
    return found


def test_every_command_answers_and_prints_nothing_that_a_terminal_obeys(trial: Trial) -> None:
    for told in trial.told:
        assert told.code in (0, 1), told
        assert "Traceback" not in told.words
        assert UNPRINTABLE.search(told.words) is None or told.line in DOCUMENTS


def test_what_commands_begin_to_tell_they_tell_whole(trial: Trial) -> None:
    """A cell of several lines is told line by line."""
    count = 0
    for told in trial.told:
        words = plain(told.words)
        begun = [each for number, each in trial.dealt.items() if f"Q{number}a" in words]
        for each in begun if told.line.startswith(TELLING) else ():
            count += 1
            lost = [line for line in each.text.splitlines() if plain(line) not in words]
            assert lost == [], (told.line, each)

    assert count > min(40, len(trial.dealt) // 6)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_tells_every_hostile_text_as_it_is_written(trial: Trial, name: str) -> None:
    page = Text(trial.page(name))

    assert page.running == []
    assert [each for part in page.parts for each in broken(part, trial.dealt)] == []
    assert UNPRINTABLE.search(re.sub("[\u2068\u2069]", "", trial.page(name))) is None


def test_every_text_of_a_scenario_stands_on_a_page(trial: Trial) -> None:
    words = "\n".join("\n".join(Text(trial.page(name)).parts) for name in PAGES)
    missing = {each.path for number, each in trial.dealt.items() if not re.search(rf"[Qq]{number}a ", words)}

    assert {path for path in missing if not DESK.search(path)} == set()


def test_what_a_browser_or_a_terminal_obeys_is_shown_by_its_number(obeyed: Trial) -> None:
    for told in obeyed.told:
        assert told.code in (0, 1), told
        assert UNPRINTABLE.search(told.words) is None or told.line in DOCUMENTS, told.line
    assert "[U+001B][31mred" in obeyed.told[1].words
    for name in PAGES:
        page = obeyed.page(name)
        assert UNPRINTABLE.search(re.sub("[\u2068\u2069]", "", page)) is None
        assert "[U+202E]gnp.exe[U+202C]" in page


def test_the_corpus_holds_every_kind_of_text() -> None:
    words = "".join((*PLAIN, *OBEYED))

    for kind in (
        "<script",
        "onerror=",
        "javascript:",
        "[/",
        "{0.__class__",
        "%s",
        "#panic",
        "\\n",
        "\n",
        "ע",
    ):
        assert kind in words
    for sign in "\x1b\x9b\x00\u202e\u2066\u2028":
        assert sign in words
