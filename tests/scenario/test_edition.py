"""Editions: a scenario small enough to travel in a save, read again from nothing but itself."""

import base64
import json
import zlib
from pathlib import Path

import pytest

from game.model.scenario import Scenario
from game.scenario.digest import digest, rules_digest
from game.scenario.edition import MOST_WHOLE, Edition
from game.scenario.languages import PSEUDO, known_languages
from game.scenario.reader import Reading, read_scenario
from game.scenario.shelf import shipped
from game.scenario.translatable import retold
from game.scenario.translation import in_language, text_in_language
from tests.scenario.small import SMALL_TEXT, with_slip


def an_edition(packed: str) -> Edition:
    edition = Edition.unpacked(packed)
    assert edition is not None
    return edition


def read(folder: Path, text: str) -> Reading:
    path = folder / "small.yaml"
    path.write_text(text, encoding="utf-8")
    reading = read_scenario(path)
    assert reading.scenario is not None, reading.report
    return reading


@pytest.mark.parametrize("name", shipped())
def test_an_edition_is_the_scenario_in_every_language_with_its_briefs(name: str) -> None:
    reading = read_scenario(name)
    assert reading.scenario is not None
    edition = an_edition(Edition.of(reading).packed)

    assert edition.digest == reading.digest
    for language in (*known_languages(), PSEUDO):
        assert digest(edition.in_language(language)) == digest(in_language(reading, language))
    for side in reading.scenario.sides:
        for language in known_languages():
            assert edition.brief(side, language) == text_in_language(reading, f"brief-{side}", language) != ""


def test_an_edition_keeps_every_character_a_text_may_hold(tmp_path: Path) -> None:
    odd = '\\u00a0\\U0001f600\\ttab\\nline\\\\ \\"quoted\\"'
    reading = read(tmp_path, with_slip("title: Small\n", f'title: "{odd}"\n'))
    edition = an_edition(Edition.of(reading).packed)

    assert reading.scenario is not None
    assert edition.scenario.title == reading.scenario.title
    assert "\u00a0\U0001f600\ttab\n" in edition.scenario.title
    assert edition.digest == reading.digest


def packed(scenario: str, swell: int = 0) -> str:
    """Return an edition packed by hand, so many blanks behind it."""
    whole = {"scenario": scenario, "tongues": {"en": {"spoken": {}, "briefs": {}}}}
    return base64.b64encode(zlib.compress(json.dumps(whole).encode() + b" " * swell)).decode()


def test_an_edition_follows_nothing_beyond_itself() -> None:
    assert Edition.unpacked(packed(SMALL_TEXT)) is not None
    for named in ("first-steps", "../first-steps", "\\\\\\\\server\\\\share\\\\x.yaml", "/etc/x.yaml"):
        text = json.dumps({"extends": named, "id": "mine"})
        assert Edition.unpacked(packed(text)) is None


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="nothing"),
        pytest.param("%%%", id="no base64"),
        pytest.param(base64.b64encode(b"x").decode(), id="not packed"),
        pytest.param(base64.b64encode(zlib.compress(b"[1]")).decode(), id="something else"),
        pytest.param(base64.b64encode(zlib.compress(b"{}") + b"more").decode(), id="more behind it"),
        pytest.param(base64.b64encode(zlib.compress(b"{}")[:-2]).decode(), id="cut short"),
        pytest.param(base64.b64encode(zlib.compress(b"[" * 90_000)).decode(), id="a deep one"),
        pytest.param(packed(SMALL_TEXT, swell=MOST_WHOLE), id="what swells"),
        pytest.param(packed(SMALL_TEXT.replace("months: 6", "months: 600")), id="faulty"),
        pytest.param(packed(SMALL_TEXT) + "=", id="padded"),
    ],
)
def test_what_is_no_edition_is_none(content: str) -> None:
    assert Edition.unpacked(content) is None


def scenario() -> Scenario:
    read_again = read_scenario("mines-2015").scenario
    assert read_again is not None
    return read_again


def test_the_rules_are_the_same_where_only_words_sources_and_places_differ() -> None:
    told = retold(scenario(), lambda path, _text: path)
    told = told.model_copy(update={"glossary": {}, "minutes": 99, "title": "Other"})

    assert rules_digest(told) == rules_digest(scenario())
    assert digest(told) != digest(scenario())


@pytest.mark.parametrize("part", ["tracks", "cards", "redlines", "calendar", "upkeep", "endings", "personas"])
def test_the_rules_are_others_where_anything_that_is_played_differs(part: str) -> None:
    plain = scenario()
    pieces = dict(getattr(plain, part))
    first = next(iter(pieces))
    moved = {"tracks": "start", "cards": "cooldown", "personas": "coolness"}.get(part)
    if moved is None:
        pieces.pop(first)
    else:
        held = getattr(pieces[first], moved)
        pieces[first] = pieces[first].model_copy(update={moved: held + 1})

    assert rules_digest(plain.model_copy(update={part: pieces})) != rules_digest(plain)
