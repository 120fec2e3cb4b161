"""The glossary: found by typing in either language, and linked from the feed."""

import pygame
import pytest

from game.desk.scene import Pop, Push
from game.desk.scenes.glossary import GlossaryScene
from game.desk.window import new_stage
from game.model.scenario import Scenario
from game.presenters.glossary import LINK, present_glossary, term_of, with_terms
from game.presenters.rack import present_card
from tests.desk.scenes import played, table


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return played(0).book.scenario


def test_all_terms_stand_in_the_order_of_their_names(scenario: Scenario) -> None:
    terms = [line.term for line in present_glossary(scenario)]
    assert sorted(terms, key=str.casefold) == terms
    assert set(terms) == set(scenario.glossary)


@pytest.mark.parametrize("wanted", ["snapback", "SNAP", "스냅백", "ends by itself"])
def test_a_term_is_found_in_either_language_and_by_its_meaning(scenario: Scenario, wanted: str) -> None:
    assert [line.term for line in present_glossary(scenario, wanted)] == ["Snapback"]


def test_terms_that_begin_the_search_stand_first(scenario: Scenario) -> None:
    found = [line.term for line in present_glossary(scenario, "sanctions")]
    assert found[:2] == ["Sanctions", "Sanctions relief"]


@pytest.mark.parametrize(
    ("text", "term"),
    [("Drills: a joint exercise", "Joint exercise"), ("Sanctions relief at last", "Sanctions relief")],
)
def test_the_longest_term_in_a_headline_is_linked(scenario: Scenario, text: str, term: str) -> None:
    markup = with_terms(scenario, text)
    link = markup.partition("](")[2].partition(")")[0]
    assert term_of(scenario, link) == term


@pytest.mark.parametrize("text", ["Nothing to explain [here]", "Insanctionsable"])
def test_a_headline_without_a_term_stays_plain(scenario: Scenario, text: str) -> None:
    assert LINK not in with_terms(scenario, text)


@pytest.mark.parametrize("link", ["term:", "term:x", "term:99999"])
def test_a_link_to_no_term_leads_to_the_whole_glossary(scenario: Scenario, link: str) -> None:
    assert term_of(scenario, link) == ""


def test_typing_finds_and_the_button_shows_all_again(scenario: Scenario, display: pygame.Surface) -> None:
    scene = GlossaryScene(new_stage(), scenario)
    for letter in "비핵화":
        scene.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    assert scene.wanted == "비핵화"
    shown = [line.term for line in present_glossary(scenario, scene.wanted)]
    assert "Denuclearisation" in shown
    scene.pressed("glossary:all")
    assert scene.wanted == ""
    assert isinstance(scene.pressed("glossary:back"), Pop)


def test_a_term_in_the_feed_opens_the_glossary_at_it() -> None:
    scene = table(new_stage())
    terms = scene.match.book.scenario.glossary
    change = scene.pressed(f"{LINK}{list(terms).index('Kaesong')}")
    assert isinstance(change, Push)
    assert isinstance(change.scene, GlossaryScene)
    assert change.scene.wanted == "Kaesong"


def test_a_term_in_an_opened_card_is_a_link_too() -> None:
    match = played(0)
    book = match.book
    linked = [
        card
        for slot, cards in match.menu("pyongyang").items()
        for card in cards
        if card in book.scenario.cards and LINK in present_card(match.glimpse("pyongyang"), slot, card).text
    ]
    assert linked
