"""What one side may read of the ledger and of what came to pass (§7.1, §12, §14)."""

import random

from hypothesis import given, settings

from game.match.match import Match
from game.match.retold import UNKNOWN
from game.rules.sheets import Order
from tests.builders import a_book, a_card, an_offer
from tests.match.matches import BOOK, PEOPLE, SIDES, a_match, accepted, laid
from tests.strategies.numbers import FEW_SEEDS


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
        assert (entry.track, entry.change, entry.cause.name, entry.cites) == ("heat", 1, UNKNOWN, ())
        assert entry.why == "Mines went off"
    own = next(e for e in match.news_for("north", 1).entries if e.phase == "acts")
    assert (own.cause.name, own.why, own.cites) == ("card:mines", "It was played.", ("c32",))


def test_7_1_a_suspicion_names_neither_the_act_nor_its_author_to_the_others() -> None:
    match = _after("mines")

    told = match.news_for("west", 1).happenings
    assert [(t.kind, t.id, t.side, t.cites) for t in told] == [("suspicion", UNKNOWN, None, ())]
    own = match.news_for("north", 1).happenings
    assert [(t.kind, t.id) for t in own] == [("order", "mines"), ("suspicion", UNKNOWN)]


def test_7_3_attribution_names_the_act_to_everybody() -> None:
    match = _after("mines", chance=100)

    assert ("attribution", "mines") in {(t.kind, t.id) for t in match.news_for("south", 1).happenings}


def test_7_1_the_public_reads_no_more_of_a_deniable_act_than_whoever_knows_least() -> None:
    news = _after("mines").news_for(None, 1)

    moved = [(e.track, e.cause.name, e.why, e.cites) for e in news.entries if e.phase == "acts"]
    assert moved == [("heat", UNKNOWN, "Mines went off", ())]
    assert [(t.kind, t.id, t.side, t.cites) for t in news.happenings] == [("suspicion", UNKNOWN, None, ())]


def test_12_the_public_reads_only_of_tracks_and_offers_that_everybody_may_see() -> None:
    tested = _after("small_test").news_for(None, 1)
    offered = _after("north_offer", "table")

    assert {e.track for e in tested.entries if e.phase == "acts"} == {"heat"}
    assert "north.home" in {e.track for e in _after("small_test").news_for("north", 1).entries}
    assert [t.kind for t in offered.news_for(None, 1).happenings if t.kind == "offer"] == []


def test_12_an_offer_is_told_to_the_two_principals_alone() -> None:
    match = _after("north_offer", "table")

    told = {
        side: [t.title for t in match.news_for(side, 1).happenings if t.kind == "offer"] for side in SIDES
    }
    assert told == {"west": ["North made an offer"], "north": ["North made an offer"], "south": []}


@settings(max_examples=30)
@given(seed=FEW_SEEDS)
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
                assert "card:mines" not in {entry.cause.name for entry in news.entries}


HUSH = a_card(
    "west", kind="domestic", show="owner", price={"west.resolve": 2}, effects={"trust": -1, "south.home": 1}
)
"""A hidden card that costs and moves what others read."""

PROUD = {
    "effects": {"heat": 1, "north.pride": 1},
    "attribution": {"chance": 0, "never": 0, "sped_by": {"inquiry": 100}},
}
"""A deniable act that is pinned down by an inquiry, and moves a track of its author's that all may read."""


def _course(*months: dict[str, str]) -> list[Match]:
    """Return a match after each of some months, in each of which these sides play a card."""
    book = a_book(
        cards={"hush": HUSH, "mines": PROUD, "boast": a_card("west", effects={"west.resolve": 9})},
        tracks={"north.pride": {"label": "Pride", "start": 5}},
        upkeep={"cooling": {"when": "heat > 9"}},
    )
    found = [a_match(PEOPLE, book=book)]
    for played in months:
        found.append(found[-1].played({side: {"act": Order(card)} for side, card in played.items()}))
    return found


def test_7_1_what_an_act_did_to_its_authors_own_track_is_read_by_nobody_else_until_it_is_pinned_down() -> (
    None
):
    before, acted, named = _course({"north": "mines"}, {"south": "inquiry"})

    for side in ("west", "south", None):
        assert [m.glimpse(side).readings["north.pride"] for m in (before, acted, named)] == [5, 5, 6]
        assert "north.pride" not in {entry.track for entry in acted.news_for(side, 1).entries}
        came = [e for e in named.news_for(side, 2).entries if e.track == "north.pride"]
        assert [(e.cause.name, e.before, e.after) for e in came] == [("card:mines", 5, 6)]
    assert acted.glimpse("north").readings["north.pride"] == 6


def test_12_what_a_hidden_card_cost_is_read_three_months_later_and_without_a_name() -> None:
    course = _course({"west": "hush"}, {}, {}, {})

    assert [match.glimpse("north").readings["west.resolve"] for match in course] == [6, 6, 6, 6, 4]
    assert [match.glimpse("west").readings["west.resolve"] for match in course] == [6, 4, 4, 4, 4]
    late = [e for e in course[-1].news_for("north", 4).entries if e.track == "west.resolve"]
    assert [(e.cause.name, e.change, e.cites, e.rule) for e in late] == [(UNKNOWN, -2, (), "12")]


def test_12_what_comes_out_late_says_nothing_of_a_secret_of_that_month() -> None:
    first: tuple[dict[str, str], ...] = ({"west": "hush"}, {"west": "boast"}, {})
    one, other = _course(*first, {"west": "hush"}), _course(*first, {})

    assert [match.view("west").reading("west.resolve")[0] for match in (one[-1], other[-1])] == [8, 10]
    mine, theirs = (match.glimpse("north").entries for match in (one[-1], other[-1]))
    assert [e for e in mine if e.track == "west.resolve"] == [e for e in theirs if e.track == "west.resolve"]
    assert one[-1].glimpse("north").readings["west.resolve"] == 10


def test_12_what_a_hidden_card_did_to_others_is_one_move_that_nobody_told_of() -> None:
    _before, after = _course({"west": "hush"})

    told = {e.track: (e.change, e.cause.name, e.why) for e in after.news_for("south", 1).entries if e.change}
    said = "Something moved; nobody said why."
    assert told == {"trust": (-1, UNKNOWN, said), "south.home": (1, UNKNOWN, said)}


def test_12_what_a_person_is_foretold_rests_on_what_the_pages_tell() -> None:
    _before, after = _course({"west": "hush"})

    assert int(after.view("north").reading("west.resolve")[0]) == 4
    assert int(after.told_view("north").reading("west.resolve")[0]) == 6
    assert int(after.told_view("west").reading("west.resolve")[0]) == 4
    assert int(after.told_view("north").reading("trust")[0]) == int(after.view("north").reading("trust")[0])


def test_6_1_a_private_line_that_is_crossed_gives_no_reason_to_others() -> None:
    redlines = {
        "boil": {"effects": {"trust": -1, "south.home": -1}, "limit": {"track": "heat", "above": [4]}}
    }
    match = a_match(PEOPLE, book=a_book(redlines=redlines)).played({"north": {"act": Order("small_test")}})

    for side in ("west", "north"):
        moved = [e for e in match.news_for(side, 1).entries if e.track == "trust"]
        assert [(e.change, e.cause.name, e.why, e.rule) for e in moved] == [
            (-1, UNKNOWN, "Something moved; nobody said why.", "12")
        ]
        assert "crossing" not in {told.kind for told in match.news_for(side, 1).happenings}
    own = [e for e in match.news_for("south", 1).entries if e.track == "trust"]
    assert [(e.change, e.cause.name) for e in own] == [(-1, "redline:boil")]


def _heat(match: Match, side: str) -> list[tuple[int, int, str]]:
    return [(e.before, e.after, e.why) for e in match.news_for(side, 1).entries if e.track == "heat"]


def test_14_where_the_scale_ends_the_others_read_what_fits_what_they_know() -> None:
    cards = {"mines": {"effects": {"heat": 3}}, "inquiry": {"effects": {"heat": 7}}}
    book = a_book(cards=cards, upkeep={"cooling": {"when": "heat > 10"}})
    match = a_match(PEOPLE, book=book)
    match = match.played({"north": {"act": Order("mines")}, "south": {"act": Order("inquiry")}})

    assert _heat(match, "west") == [(4, 10, "It was played. The scale ends at 10: of 7 asked, 6 moved.")]
    assert [(before, after) for before, after, _why in _heat(match, "north")] == [(4, 10), (10, 10)]


def test_14_what_nobody_knows_who_did_ends_where_the_track_stands() -> None:
    match = a_match(PEOPLE, book=a_book(cards={"mines": {"effects": {"heat": 9}}}))
    match = match.played({"north": {"act": Order("mines")}})

    assert int(match.view("west").reading("heat")[0]) == 9
    assert _heat(match, "west") == [(4, 3, "Tempers cooled."), (3, 9, "Mines went off")]


def test_7_1_several_acts_of_a_month_are_told_in_an_order_that_says_nothing_of_their_authors() -> None:
    case = {"chance": 0, "headline": "A bang", "why": "It was named."}
    bang = a_card("south", kind="provocation", scale="ambiguous", effects={"heat": 1}, attribution=case)
    match = a_match(PEOPLE, book=a_book(cards={"bang": bang}))
    match = match.played({"north": {"act": Order("mines")}, "south": {"act": Order("bang")}})

    assert list(match.book.index.deniable) == ["mines", "bang"]
    news = match.news_for("west", 1)
    assert [t.title for t in news.happenings if t.kind == "suspicion"] == ["A bang", "Mines went off"]
    assert [e.why for e in news.entries if e.rule == "7.1"] == ["A bang", "Mines went off"]


@settings(max_examples=20)
@given(seed=FEW_SEEDS)
def test_12_the_public_reads_and_hears_what_every_side_does_and_no_more(seed: int) -> None:
    draw = random.Random(seed)
    match = a_match(PEOPLE, seed)
    while not match.over and match.month < 4:
        match = laid(match, draw)
        for side in SIDES:
            match = accepted(match.seal(side))
        match = match.adjudicated()
    public = match.glimpse(None)

    assert {name for name, readers in BOOK.tracks.readers.items() if readers == SIDES} == set(public.readings)
    assert {entry.track for entry in public.entries} <= set(public.readings)
    assert {told.seen_by for told in public.happenings} <= {SIDES}
    assert {e.cause.name for e in public.entries}.isdisjoint({"card:mines", "redline:boil"})
