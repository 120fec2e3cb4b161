"""Matches for tests: new ones, played ones, and orders drawn from a menu."""

import random
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from game.match.canonical_json import canonical
from game.match.journal import Journal, as_json, journal_of
from game.match.match import Match, new_match
from game.match.seats import HUMAN, seated
from game.match.trouble import Trouble
from game.model.card import Role
from game.rules.legality import Refusal
from game.rules.rulebook import Rulebook
from game.rules.sheets import Order
from tests.builders import a_book, an_offer
from tests.scenario.small import SMALL_TEXT

BOOK = a_book()
"""The small scenario's rules."""

SIDES = tuple(BOOK.index.sides)
SLOTS = tuple(BOOK.index.slots)
PEOPLE = dict.fromkeys(SIDES, HUMAN)
DIGEST = "d" * 64


def a_match(seats: Mapping[str, str] | None = None, seed: int = 7, book: Rulebook = BOOK) -> Match:
    """Return a new match of the small scenario, computer players in the seats left out."""
    taken = seated(book, seats or {})
    assert not isinstance(taken, Trouble)
    return new_match(book, DIGEST, seed, taken)


def played_out(match: Match) -> Match:
    """Return *match* at its ending, every sheet sealed as it lies."""
    while not match.over:
        for side in match.waiting:
            match = accepted(match.seal(side))
        match = match.adjudicated()
    return match


def accepted(found: Match | Refusal) -> Match:
    """Return the match a door gave, which must not have refused."""
    assert isinstance(found, Match), found
    return found


def an_order(match: Match, side: str, slot: str, draw: random.Random) -> Order:
    """Return a legal order for one line, an offer with terms."""
    legal = [card for card, refusal in match.menu(side)[slot].items() if refusal is None]
    card = draw.choice(legal)
    offer = card in match.book.scenario.cards and match.book.scenario.cards[card].role is Role.OFFER
    return (
        an_offer(card, draw.choice([None, "west", "north"]), arms=1, relief=draw.randrange(3))
        if offer
        else Order(card)
    )


def laid(match: Match, draw: random.Random) -> Match:
    """Return *match* with a legal order on every line of every open sheet."""
    for side in match.waiting:
        for slot in SLOTS:
            match = accepted(match.lay(side, slot, an_order(match, side, slot, draw)))
    return match


def a_journal(seed: int = 7, months: int = 2) -> Journal:
    """Return the journal of a game between people, some months in, one sheet sealed and one begun.

    A game that luck ends sooner is told at its last month.
    """
    draw = random.Random(seed)
    match = a_match(PEOPLE, seed)
    for _ in range(months):
        later = laid(match, draw)
        for side in SIDES:
            later = accepted(later.seal(side))
        later = later.adjudicated()
        if later.over:
            break
        match = later
    match = laid(match, draw)
    return journal_of(accepted(match.seal("north")))


def a_file(folder: Path) -> Path:
    """Return the small scenario as a file."""
    path = folder / "small.yaml"
    path.write_text(SMALL_TEXT, encoding="utf-8")
    return path


def in_first_format(journal: Journal, source: str) -> bytes:
    """Return a save as the first format wrote it: sheets in clear, the scenario named by where it stood."""
    held = as_json(replace(journal, edition=""))
    rest = canonical({"format": 1, "journal": {**held, "source": source}})[1:]
    return b'{"checksum":"%s",%s\n' % (sha256(rest).hexdigest().encode(), rest)
