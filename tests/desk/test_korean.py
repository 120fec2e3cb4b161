"""The desk in Korean: a game that changes its language, terms in Hangul, syllables while they are typed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pygame
import pytest

from game.desk.kit.assets import read
from game.desk.kit.touch import Moved, Typed
from game.desk.kit.widgets.entry import Entry
from game.desk.scenes.glossary import GlossaryScene
from game.desk.scenes.session import Session
from game.desk.window import new_stage
from game.match.loading import open_match
from game.match.match import Match
from game.presenters.feed import present_feed
from game.presenters.glossary import present_glossary, term_of, with_terms
from game.presenters.words import use
from game.rules.sheets import Order
from tests.desk.scenes import played
from tests.desk.test_page import key, page_with, type_text


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    use("en")


def compose(text: str) -> pygame.event.Event:
    return pygame.event.Event(pygame.TEXTEDITING, text=text, start=0, length=len(text))


def test_a_game_changes_its_language_between_two_looks_and_nothing_else() -> None:
    session = Session(played(2), Path("kept.simmer"))
    english = session.match
    use("ko")
    korean = session.match
    assert korean.book.scenario.title == "2020년 교착"
    assert korean.tables.digest() == english.tables.digest()
    assert korean.scenario_digest == english.scenario_digest
    assert [line.id for line in present_feed(korean, "pyongyang", 3)] == [
        line.id for line in present_feed(english, "pyongyang", 3)
    ]
    assert session.match is korean
    use("en")
    assert session.match.book.scenario.title == "Deadlock 2020"


def test_orders_in_hand_survive_a_change_of_language() -> None:
    match = played(1)
    laid = match.lay("pyongyang", "act", Order("short_range_test"))
    assert isinstance(laid, Match)
    session = Session(laid, Path("kept.simmer"))
    use("ko")
    assert session.match.hands["pyongyang"].sheet == laid.hands["pyongyang"].sheet


def test_a_game_that_cannot_be_told_again_stays_as_it_is() -> None:
    match = replace(played(0), edition=None)
    session = Session(match, Path("kept.simmer"))
    use("ko")
    assert session.match is match


def test_a_refusal_is_told_in_the_language_of_the_game() -> None:
    match = open_match("deadlock-2020", 7, {"pyongyang": "human"}, language="ko")
    assert isinstance(match, Match)
    greyed = match.menu("pyongyang")["act"]["dismantle_site"]
    assert greyed is not None
    assert greyed.sentence == "먼저 정책을 전환해야 함."
    shut = match.undo("washington")
    assert not isinstance(shut, Match)
    assert shut.sentence == "워싱턴 자리는 컴퓨터가 맡고 있음."


def test_the_glossary_of_a_korean_game_puts_the_korean_first_and_links_it() -> None:
    match = open_match("deadlock-2020", 7, {}, language="ko")
    assert isinstance(match, Match)
    scenario = match.book.scenario
    lines = present_glossary(scenario)
    assert [line.term for line in lines] == sorted(line.term for line in lines)
    assert {line.other for line in lines} == set(scenario.glossary)
    markup = with_terms(scenario, "안보리, 결의로 비핵화를 요구")
    assert markup.startswith("안보리, 결의로 [비핵화](")
    assert term_of(scenario, markup.partition("](")[2].partition(")")[0]) == "Denuclearisation"


def test_a_search_counts_the_syllable_that_is_still_being_composed(display: pygame.Surface) -> None:
    scene = GlossaryScene(new_stage(), played(0).book.scenario)
    scene.draw(display)
    for typed in ("ㅂ", "비"):
        scene.handle(compose(typed))
    assert (scene.wanted, scene.composing) == ("", "비")
    scene.handle(pygame.event.Event(pygame.TEXTINPUT, text="비"))
    for typed in ("ㅎ", "해", "핵"):
        scene.handle(compose(typed))
    assert (scene.wanted, scene.composing) == ("비", "핵")
    found = [line.term for line in present_glossary(scene.scenario, scene.wanted + scene.composing)]
    assert "Denuclearisation" in found
    scene.handle(pygame.event.Event(pygame.TEXTINPUT, text="핵"))
    scene.handle(compose(""))
    assert (scene.wanted, scene.composing) == ("비핵", "")


def test_hangul_is_put_in_at_the_cursor_and_taken_away_syllable_by_syllable() -> None:
    page = page_with(Entry("name", "한국"))
    page.focus_on("name")
    key(page, pygame.K_LEFT)
    assert page.handle(compose("미")) == Typed("name", "한국", composing="미")
    assert key(page, pygame.K_BACKSPACE) == Moved("name")
    assert type_text(page, "미") == Typed("name", "한미국")
    assert key(page, pygame.K_BACKSPACE) == Typed("name", "한국")
    assert key(page, pygame.K_DELETE) == Typed("name", "한")


@pytest.mark.parametrize("weight", ["Regular", "Medium", "SemiBold", "Bold"])
def test_every_syllable_and_sign_of_korean_has_a_shape(weight: str) -> None:
    font = pygame.font.Font(BytesIO(read(f"fonts/Pretendard-{weight}.otf")), 20)
    needed = "".join(map(chr, (*range(0xAC00, 0xD7A4), *range(0x3131, 0x3164)))) + "·…“”‘’—–→「」『』〈〉《》"
    shapes: Sequence[object] = font.metrics(needed)
    missing = [each for each, shape in zip(needed, shapes, strict=True) if shape is None]
    assert missing == []
