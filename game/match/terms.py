"""Terms in words: what an offer asks of whom, and who moves first (§8.2)."""

from game.rules.ledger import Happening
from game.rules.rulebook import Rulebook
from game.rules.terms import Terms


def terms_of(book: Rulebook, offer: Happening) -> Terms:
    """Return the terms of an offer that was told."""
    assert book.deal is not None
    return book.deal.terms.terms(int(offer.id))


def package_of(book: Rulebook, terms: Terms) -> str | None:
    """Return the package that names these terms, none if they were composed freely."""
    assert book.deal is not None
    number = book.deal.terms.number(terms)
    return next((name for name, known in book.index.packages.items() if known == number), None)


def terms_in_words(book: Rulebook, terms: Terms) -> str:
    """Return terms as a line: how far each ladder is climbed, and who moves first."""
    bargain, say = book.scenario.bargain, book.index.say
    assert bargain is not None
    rung = say("{ladder} up to ‘{step}’")
    steps = [
        rung.format(ladder=ladder.label, step=ladder.steps[terms.levels[name] - 1].title)
        for name, ladder in bargain.ladders.items()
        if terms.levels.get(name, 0)
    ]
    first = say("in parallel")
    if terms.first is not None:
        first = say("{side} first").format(side=book.scenario.sides[terms.first].label)
    package = package_of(book, terms)
    named = "" if package is None else f"{bargain.packages[package].title}: "
    return f"{named}{'; '.join(steps) or say('nothing is exchanged')}; {first}"
