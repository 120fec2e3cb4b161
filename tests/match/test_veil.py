"""What one side may read of the ledger and of what came to pass (§7.1, §12, §14)."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from game.match.match import Match
from game.match.retold import UNKNOWN
from game.rules.sheets import Order
from tests.builders import a_book, an_offer
from tests.match.matches import BOOK, PEOPLE, SIDES, a_match, accepted, laid


def _after(card: str, slot: str = "act", chance: int = 0) -> Match:
    """Return a match after a month in which the North played one card."""
    book = a_book(cards={"mines": {"attribution": {"chance": chance, "never": 0}, "cites": ["c32"]}})
    order = an_offer(card, arms=1) if card == "north_offer" else Order(card)
    match = accepted(a_match(PEOPLE, book=book).lay("north", slot, order))
    for side in SIDES:
        match = accepted(match.seal(side))
    return match.adjudicated()


def test_7_1_the_others_see_what_a_deniable_act_moved_and_not_whose_it_was() -> None:
    match = _after("mines")

    for side in ("west", "south"):
        entry = next(e for e in match.news_for(side, 1).entries if e.phase == "acts")
        assert (entry.track, entry.change, entry.cause, entry.cites) == ("heat", 1, UNKNOWN, ())
        assert entry.why == "Mines went off"
    own = next(e for e in match.news_for("north", 1).entries if e.phase == "acts")
    assert (own.cause, own.why, own.cites) == ("card:mines", "It was played.", ("c32",))


def test_7_1_a_suspicion_names_neither_the_act_nor_its_author_to_the_others() -> None:
    match = _after("mines")

    told = match.news_for("west", 1).happenings
    assert [(t.kind, t.id, t.side, t.cites) for t in told] == [("suspicion", UNKNOWN, None, ())]
    own = match.news_for("north", 1).happenings
    assert [(t.kind, t.id) for t in own] == [("order", "mines"), ("suspicion", UNKNOWN)]


def test_7_3_attribution_names_the_act_to_everybody() -> None:
    match = _after("mines", chance=100)

    assert ("attribution", "mines") in {(t.kind, t.id) for t in match.news_for("south", 1).happenings}


def test_12_an_offer_is_told_to_the_two_principals_alone() -> None:
    match = _after("north_offer", "table")

    told = {
        side: [t.title for t in match.news_for(side, 1).happenings if t.kind == "offer"] for side in SIDES
    }
    assert told == {"west": ["North made an offer"], "north": ["North made an offer"], "south": []}


@settings(max_examples=30)
@given(seed=st.integers(0, 10**6))
def test_12_no_side_reads_of_a_track_out_of_its_sight_or_of_a_rivals_deniable_act(seed: int) -> None:
    draw = random.Random(seed)
    match = a_match(PEOPLE, seed)
    for _ in range(3):
        match = laid(match, draw)
        for side in SIDES:
            match = accepted(match.seal(side))
        match = match.adjudicated()
        if match.over:
            break
    for side in SIDES:
        for month in range(1, len(match.months) + 1):
            news = match.news_for(side, month)
            assert all(side in BOOK.tracks.readers[entry.track] for entry in news.entries)
            if side != "north":
                named = {told.id for told in news.happenings if told.kind != "attribution"}
                assert "mines" not in named
                assert "card:mines" not in {entry.cause for entry in news.entries}
