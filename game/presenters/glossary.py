"""The glossary: the words of a scenario worth explaining, and where the feed uses them."""

import re
from dataclasses import dataclass

from game.model.scenario import Scenario, Term
from game.presenters.markup import escape

LINK = "term:"
"""Begins the target of a link to a term; its number in the glossary follows."""


@dataclass(frozen=True)
class TermLine:
    """A word worth explaining, in both languages, that of the game first."""

    id: str
    term: str
    other: str
    text: str


def present_glossary(scenario: Scenario, wanted: str = "") -> tuple[TermLine, ...]:
    """Return the terms that hold *wanted* in either language or in what they mean, in the order of names."""
    lines = (
        TermLine(f"{LINK}{number}", *_both(scenario, term, told), told.text)
        for number, (term, told) in enumerate(scenario.glossary.items())
    )
    sought = wanted.strip().casefold()
    found = (line for line in lines if sought in f"{line.term}\n{line.other}\n{line.text}".casefold())
    return tuple(sorted(found, key=lambda line: (sought not in line.term.casefold(), line.term.casefold())))


def _both(scenario: Scenario, term: str, told: Term) -> tuple[str, str]:
    """Return how a term is called in the language of the game, and in the other."""
    return (told.korean, term) if scenario.language == "ko" else (term, told.korean)


def term_of(scenario: Scenario, link: str) -> str:
    """Return the term that a link leads to; empty when there is none."""
    return {f"{LINK}{number}": term for number, term in enumerate(scenario.glossary)}.get(link, "")


def with_terms(scenario: Scenario, text: str) -> str:
    """Return *text* as markup in which the longest term of the glossary, if one stands in it, is a link."""
    called = (_both(scenario, term, told)[0] for term, told in scenario.glossary.items())
    numbers = {term.casefold(): n for n, term in enumerate(called)}
    folded = text.casefold()
    ends = "" if scenario.language == "ko" else r"(?!\w)"  # a Korean noun may carry a particle
    for term in sorted((term for term in numbers if term in folded), key=len, reverse=True):
        found = re.search(rf"(?<!\w){re.escape(term)}{ends}", text, re.IGNORECASE)
        if found:
            before, word, after = text[: found.start()], found[0], text[found.end() :]
            return f"{escape(before)}[{escape(word)}]({LINK}{numbers[term]}){escape(after)}"
    return escape(text)
