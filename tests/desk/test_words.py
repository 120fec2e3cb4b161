"""The desk's words: a language is chosen, and the pseudo-language is longer English."""

from collections.abc import Iterator

import pytest

from game.presenters import words
from game.presenters.markup import plain, spans
from game.presenters.words import PSEUDO, _, many, use
from game.scenario.pseudolocale import longer


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    use("en")


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
