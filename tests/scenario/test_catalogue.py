"""The catalogues: every marked text is there, translated, and compiled; none is left over."""

import ast
import re
from collections.abc import Sequence
from gettext import GNUTranslations

import pytest

from game.match.dates import in_words
from game.scenario.languages import ENGLISH, PSEUDO, catalogue, known_languages
from tests.catalogue import compiled, marked, marked_in, mo_path, written

TRANSLATED = [language for language in known_languages() if language != ENGLISH]

FIELD = re.compile(r"\{[^{}]*\}")
ADVICE = "run: python -m tests.catalogue"


def strings(given: str | Sequence[str] | None) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given or ())


def ids(language: str) -> set[object]:
    return {message.id for message in written(language) if message.id}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_marked_text_stands_in_the_catalogue_and_none_is_left_over(language: str) -> None:
    wanted = {message.id for message in marked() if message.id}
    assert (wanted - ids(language), ids(language) - wanted) == (set(), set()), ADVICE


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated_with_its_fields_and_its_markup(language: str) -> None:
    for message in written(language):
        if not message.id:
            continue
        english, told = strings(message.id)[-1], "".join(strings(message.string)[:1])
        assert told, english
        assert not message.fuzzy, english
        assert sorted(FIELD.findall(told)) == sorted(FIELD.findall(english)), english
        assert told.count("**") == english.count("**"), english


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_the_program_reads_is_what_was_translated(language: str) -> None:
    assert mo_path(language).read_bytes() == compiled(written(language)), ADVICE
    assert isinstance(catalogue(language), GNUTranslations)


def test_korean_counts_without_plurals_and_puts_the_year_first() -> None:
    korean = catalogue("ko")
    assert [korean.ngettext("{n} term", "{n} terms", n) for n in (1, 2)] == ["용어 {n}개", "용어 {n}개"]
    assert in_words("2020-05", korean.gettext) == "2020년 5월"


def test_no_particle_in_brackets_stands_in_the_korean() -> None:
    texts = [text for message in written("ko") for text in strings(message.string)]
    assert [text for text in texts if re.search(r"[은는이가을를와과]\([가-힣]\)", text)] == []


def test_the_pseudo_language_needs_no_catalogue() -> None:
    assert catalogue(PSEUDO).gettext("why?") != "why?"
    assert catalogue("fr").gettext("why?") == "why?"


def test_a_text_marked_within_an_f_string_is_found() -> None:
    source = ast.parse(
        "f\"{_('one')} {say('two' ' and more')}\"; many('{n} day', '{n} days', n); _(name); say(3)"
    )
    assert list(marked_in(source)) == [("one",), ("two and more",), ("{n} day", "{n} days")]
