"""The glossary: what is found, in which order, and which word of a text leads to it."""

from game.presenters.glossary import LINK, present_glossary, term_of, with_terms
from tests.scenario.shipped import scenario

TOLD = scenario("first-steps")


def test_words_that_are_called_so_come_before_those_that_only_mention_it() -> None:
    found = [line.term for line in present_glossary(TOLD, "red")]

    assert found[0] == "Redline"
    assert {line.term for line in present_glossary(TOLD)} == set(TOLD.glossary)
    assert present_glossary(TOLD, "no such word") == ()
    assert [line.term for line in present_glossary(TOLD, "금지선")] == ["Redline"]


def test_the_longest_term_of_a_text_is_a_link_that_leads_back_to_it() -> None:
    text = with_terms(TOLD, "The hotline rings, [loudly].")
    link = text.partition(f"]({LINK}")[2].partition(")")[0]

    assert text.startswith("The [hotline](")
    assert term_of(TOLD, f"{LINK}{link}") == "Hotline"
    assert term_of(TOLD, f"{LINK}999") == ""
    assert LINK not in with_terms(TOLD, "hotlines")
