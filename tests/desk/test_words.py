"""The desk's words: a language is chosen, and the pseudo-language is longer English."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pygame
import pytest

from game.desk.beside import Errand
from game.desk.scenes.title import TitleScene
from game.desk.settings import Settings
from game.desk.window import Loop, new_stage
from game.presenters import words
from game.presenters.markup import plain, spans
from game.presenters.words import PSEUDO, _, many, use
from game.scenario.pseudolocale import longer


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    use("en")


def test_two_windows_in_one_process_speak_two_languages_turn_by_turn(display: pygame.Surface) -> None:
    titles = {}
    for name in ("en", "ko"):
        stage = new_stage()
        stage.settings = Settings(language=name)
        titles[name] = TitleScene(stage)
    loops = [
        Loop(display, (title,), partial(TitleScene, title.stage), None, partial(str, name))
        for name, title in titles.items()
    ]
    resized = pygame.event.Event(pygame.VIDEORESIZE, w=1280, h=800)
    for loop in loops * 2:
        loop.turn([resized], 0.1)
    seen = {name: {run.text for _widget, run in t.page.top.runs()} for name, t in titles.items()}
    assert ("Settings" in seen["en"], "설정" in seen["en"]) == (True, False)
    assert ("Settings" in seen["ko"], "설정" in seen["ko"]) == (False, True)
    assert words.language() == "en"


def test_two_threads_speak_two_languages_and_what_they_ask_beside_the_window_follows() -> None:
    meeting = Barrier(2)

    def told(language: str) -> tuple[str, str]:
        with words.speaking(language):
            meeting.wait(5)
            asked = Errand(lambda: _("Ledger"))
            return _("Ledger"), asked.found()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(told, ("en", "ko"))) == [("Ledger", "Ledger"), ("기록부", "기록부")]


def test_words_in_a_language_that_is_not_there_stay_english() -> None:
    use("fr")
    assert _("why?") == "why?"
    assert [many("one line", "{n} lines", n) for n in (1, 2)] == ["one line", "{n} lines"]
    assert words.language() == "fr"


def test_the_pseudo_language_is_chosen_like_any_other() -> None:
    use(PSEUDO)
    assert _("why?") == longer("why?") != "why?"
    assert [many("one line", "{n} lines", n) for n in (1, 2)] == [longer("one line"), longer("{n} lines")]


@pytest.mark.parametrize(
    "text", ["ok", "Month {now} of {all}", "Only you see this", "rhythm", "Who moves first"]
)
def test_a_text_made_longer_is_two_fifths_longer_and_bracketed(text: str) -> None:
    made = longer(text)
    assert len(made) >= 1.4 * len(text) - 0.5
    assert (made[0], made[-1]) == ("‹", "›")


def test_fields_and_markup_survive_being_made_longer() -> None:
    assert "{points:.1f}" in longer("**{points:.1f}** of [most](why:goal)")
    assert [span.link for span in spans(longer("see [why?](why:tension) now")) if span.link] == [
        "why:tension"
    ]
    assert "*" not in plain(longer("**Saved.** It is closed."))
    assert longer("") == ""
