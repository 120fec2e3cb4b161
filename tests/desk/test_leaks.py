"""No page of a rival's or of the public tells a secret, by whole games that differ in one secret (§7.1, §12).

The property: take two games that differ in one hidden card, in who did a deniable act (a third party
included), in one private line or in a sealed sheet. As long as what a reader *may* know is the same in
both, every page of that reader is the same, byte for byte. What a reader may know is written down here from
the whole ledger, by other means than the veil's (`known`):

- every open move and its cause, every happening told to the reader, and the lines declared by now;
- of a deniable act, by its headline, the sum of what it did a month to each track that the reader sees;
- of all else that is kept from the reader, one sum a month for each such track;
- but nothing of what a side's secret did to that side's own tracks. They come out when the act is pinned on
  its author, or, for a card or line that never is, `LATE` turns later: games are compared until then.

Later the games may truly part, as when a standing that others cannot yet read decides an election; from the
month on in which what the reader may know differs, they are not compared. Nothing but the calendar may part
them, though: a hidden card or an unknown author that sets an open rule to work has told on itself.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pytest

from game.conditions.condition import Condition
from game.debrief.history import past
from game.match.match import Match
from game.match.retold import LATE
from game.model.card import Card
from game.model.scenario import Scenario
from game.model.seen import owner_of
from game.rules.index import HOLD
from game.rules.ledger import Phase
from game.rules.rulebook import Rulebook, compile_rulebook
from game.rules.sheets import Order
from tests.desk.pages import pages
from tests.desk.secretive import Months, book, deniable, hidden, laid, opened, persona_game
from tests.scenario.shipped import SHIPPED, scenario

GAMES, WHOLE = 1, 50
"""Games a scenario of which every secret is told apart: in a usual run, and in a whole one."""

LEAST = {"card": 4, "author": 2, "nobody": 2, "line": 2}
"""Positions of each kind that at least one game of a scenario that has it must give."""

Known = tuple[object, ...]


@dataclass(frozen=True)
class Pair:
    """Two games that differ in one secret of these sides, played by the same other sheets."""

    kind: str
    one: Match
    other: Match
    secret_of: frozenset[str]
    sheets: Months
    changed: Months


@cache
def twins(name: str) -> Rulebook:
    """Return a scenario in which every side holds every deniable act, its author's tracks its own.

    None is ever pinned on anybody; until it is, its pages are what is compared.
    """
    told = scenario(name)
    cards = dict(told.cards)
    for act in deniable(told):
        case = told.cards[act].attribution
        assert case is not None
        unproved = case.model_copy(update={"chance": 0, "sped_by": {}, "outsider": None})
        cards[act] = told.cards[act].model_copy(update={"attribution": unproved, "riders": ()})
        others = (side for side in told.sides if side != cards[act].side)
        cards |= {f"{act}_{side}": _by(told, cards[act], side) for side in others}
    return compile_rulebook(told.model_copy(update={"cards": cards}))


def _by(told: Scenario, card: Card, side: str) -> Card:
    """Return a deniable act as another side would do it."""

    def owned(track: str) -> str:
        mine = f"{side}.{track.split('.')[-1]}"
        return mine if owner_of(track, told) == card.side else track

    def moved(moves: Mapping[str, object]) -> dict[str, object]:
        return {own: amount for track, amount in moves.items() if (own := owned(track)) in told.tracks}

    parts = {"effects": moved(card.effects), "gains": moved(card.gains), "price": moved(card.price)}
    return card.model_copy(update={"side": side, "when": None, **parts})


def struck(told: Scenario, act: str) -> set[str | None]:
    """Return the sides whose own tracks an act moves: nobody is asked whether they did it to themselves."""
    return {owner_of(track, told) for track in told.cards[act].effects}


def strange(name: str, act: str, month: int) -> Rulebook:
    """Return a scenario in which a third party does what looks like an act in that month, and is never found.

    In month 0, which never comes, nobody does.
    """
    told = scenario(name)
    case = told.cards[act].attribution
    assert case is not None
    assert case.outsider is not None, "a deniable act has one possible author"
    only = case.outsider.model_copy(update={"when": Condition(f"month == {month}"), "chance": 100})
    unproved = case.model_copy(update={"chance": 0, "sped_by": {}, "outsider": only})
    card = told.cards[act].model_copy(update={"attribution": unproved, "riders": ()})
    return compile_rulebook(told.model_copy(update={"cards": {**told.cards, act: card}}))


@cache
def without(name: str, line: str) -> Rulebook:
    """Return a scenario whose private line nothing crosses."""
    told = scenario(name)
    never = told.redlines[line].model_copy(update={"crossed_by": ("nothing_at_all",), "limit": None})
    return compile_rulebook(told.model_copy(update={"redlines": {**told.redlines, line: never}}))


def pairs(name: str, seed: int) -> Iterator[Pair]:
    """Yield games of a scenario that differ in one secret."""
    told, draw = scenario(name), random.Random(f"{name} {seed}")
    sheets = list(persona_game(name, seed))
    for side in told.sides:
        for card in hidden(told, side):
            month, slot = draw.randint(1, len(sheets)), told.cards[card].slot
            two = (laid(sheets, month, side, slot, each) for each in (card, HOLD))
            game = opened(book(name), seed)
            yield Pair("card", game, game, frozenset({side}), *two)
    for act in deniable(told):
        rules, author = twins(name), told.cards[act].side
        game, month, slot = opened(rules, seed), draw.randint(1, len(sheets)), told.cards[act].slot
        for side in (s for s in told.sides if s != author and s not in struck(told, act)):
            quiet = laid(laid(sheets, month, author, slot, HOLD), month, side, slot, HOLD)
            mine, theirs = (
                laid(quiet, month, author, slot, act),
                laid(quiet, month, side, slot, f"{act}_{side}"),
            )
            yield Pair("author", game, game, frozenset({author, side}), mine, theirs)
        still = [{side: sheet for side, sheet in each.items() if side != author} for each in sheets]
        for month in (
            1,
            draw.randint(1, len(sheets)),
        ):  # nothing before the first drowns what an act sets off
            games = opened(strange(name, act, 0), seed), opened(strange(name, act, month), seed)
            one, other = (laid(still, month, author, slot, each) for each in (act, HOLD))
            yield Pair("nobody", *games, frozenset({author}), one, other)
    for line, noun in told.redlines.items():
        if not noun.declared and noun.drawn_by:
            games = opened(book(name), seed), opened(without(name, line), seed)
            played = crossing(name, line, sheets, draw)
            yield Pair("line", *games, frozenset({noun.drawn_by}), played, played)


def crossing(name: str, line: str, sheets: Months, draw: random.Random) -> Months:
    """Return the sheets of a game with a card laid again and again that crosses a line, if a card can."""
    rules, names = book(name), list(book(name).index.cards)
    cards = [names[row] for row in rules.lines[rules.index.lines[line]].overt]
    if not cards:
        return sheets
    card = draw.choice(cards)
    noun = rules.scenario.cards[card]
    for month in range(draw.randint(1, 4), len(sheets) + 1, 4):
        sheets = laid(sheets, month, noun.side, noun.slot, card)
    return sheets


def known(match: Match, eyes: str | None) -> Known:
    """Return what a reader may know of a game: see the top of this file."""
    sides = set(match.book.index.sides) if eyes is None else {eyes}
    told = match.book.scenario
    acts = {f"{kind}:{name}" for name in deniable(told) for kind in ("card", "outsider")}
    open_moves, sums = [], Counter[tuple[object, ...]]()
    for e in match.entries:
        if not sides <= set(e.seen_by):
            continue
        if sides <= set(e.known_to):
            open_moves.append((e.month, e.phase, e.track, e.cause.name, e.asked, e.cause.why))
        elif e.known_to != (owner_of(e.track, told),):
            sums[(e.month, e.track, e.cause.veil if e.cause.name in acts else "")] += e.asked
    heard = [
        (h.month, h.kind, h.title, h.why) if h.kind == "suspicion" else h
        for h in match.happenings
        if sides <= set(h.seen_by)
    ]
    lines = match.book.index.lines.items()
    drawn = [told.redlines[line] for line, row in lines if match.tables.declared[row, 0]]
    return (open_moves, sorted(sums.items(), key=repr), sorted(heard, key=repr), drawn, match.over)


def dated(match: Match) -> list[tuple[object, ...]]:
    """Return what the calendar has brought."""
    return [(e.month, e.track, e.cause.name, e.asked) for e in match.entries if e.phase is Phase.NEWS]


def compared(pair: Pair, whole: bool) -> Iterator[tuple[int, str]]:
    """Hold the pages of all who may not know the secret against each other; yield each position.

    A usual run holds them where games part, and last before the secret comes out, where all has been told
    that will be; a whole run holds them in every month between as well.
    """
    one, other, parted = pair.one, pair.other, 0
    readers = [None, *(side for side in one.book.index.sides if side not in pair.secret_of)]
    for number, sheets in enumerate(zip(pair.sheets, pair.changed, strict=True), start=1):
        if one.over or other.over:
            return
        one, other = one.played(sheets[0]), other.played(sheets[1])
        started = not parted
        if not parted and one.tables.digest() != other.tables.digest():
            parted = number
        if parted and number >= parted + LATE:
            return
        looked_at = parted and (whole or started or number == parted + LATE - 1 or one.over or other.over)
        for eyes in readers if looked_at else ():
            if known(one, eyes) != known(other, eyes):
                told = pair.kind != "line" and dated(one) == dated(other)
                assert not told, (pair.kind, one.seed, number, eyes)
                return
            mine, theirs = pages(one, eyes, past(one)), pages(other, eyes, past(other))
            for page, content in mine.items():
                assert content == theirs[page], (pair.kind, one.seed, number, eyes, page)
            yield number, str(eyes)


SECRETIVE = tuple(name for name in SHIPPED if deniable(scenario(name)))


@pytest.mark.parametrize("name", SHIPPED)
def test_12_games_that_differ_in_one_secret_have_the_same_pages_for_all_who_may_not_know_it(
    name: str, whole: bool
) -> None:
    count, kinds = Counter[str](), set()
    for seed in range(WHOLE if whole else GAMES):
        for pair in pairs(name, seed):
            kinds.add(pair.kind)
            count[pair.kind] += sum(1 for _each in compared(pair, whole))

    assert {kind: count[kind] >= LEAST[kind] for kind in kinds} == dict.fromkeys(kinds, True)
    assert not whole or name not in SECRETIVE or count.total() >= 1000


@pytest.mark.parametrize("name", SECRETIVE)
def test_4_4_a_sealed_sheet_is_on_no_page_of_the_others(name: str) -> None:
    rules = book(name)
    match = opened(rules, 1).played(persona_game(name, 1)[0])
    for side in rules.index.sides:
        bare = match.seal(side)
        assert isinstance(bare, Match)
        for slot, cards in match.menu(side).items():
            for card in (card for card, refusal in cards.items() if refusal is None):
                sealed = match.lay(side, slot, Order(card))
                sealed = sealed.seal(side) if isinstance(sealed, Match) else sealed
                if isinstance(sealed, Match):
                    for eyes in (None, *(each for each in rules.index.sides if each != side)):
                        assert pages(sealed, eyes) == pages(bare, eyes), (side, card, eyes)
                    break


def test_12_the_pages_of_two_games_that_differ_in_the_open_are_not_the_same() -> None:
    sheets = list(persona_game("deadlock-2020", 1))
    match = opened(book("deadlock-2020"), 1)
    loud = match.played(laid(sheets, 1, "washington", "act", "exercise")[0])
    still = match.played(laid(sheets, 1, "washington", "act", HOLD)[0])

    differ = {
        page for page, content in pages(loud, "seoul").items() if content != pages(still, "seoul")[page]
    }
    assert {"reveal", "feed", "ledger", "why", "curtain", "map", "replay"} <= differ


def test_12_an_own_secret_is_read_by_its_own_side() -> None:
    match = opened(book("deadlock-2020"), 1)
    acted = match.played({"pyongyang": {"act": Order("mines")}})
    still = match.played({})

    assert pages(acted, "pyongyang")["reveal"] != pages(still, "pyongyang")["reveal"]
