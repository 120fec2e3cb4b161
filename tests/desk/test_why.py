"""Why?: behind numbers and headlines stand entries, rules and claims, none that a seat may not see."""

from functools import cache

import pytest

from game.desk.kit.touch import Picked
from game.desk.scenes.ledger import LedgerScene
from game.desk.window import new_stage
from game.match.loading import open_match
from game.match.match import Match
from game.match.redaction import EVERYBODY
from game.match.retold import UNKNOWN
from game.presenters.asking import AskWhy
from game.presenters.feed import happened_before, present_feed
from game.presenters.ledger import WORLD, Sieve, present_ledger
from game.presenters.rules_told import rule_told
from game.presenters.why import present_answer, present_claim, present_line, present_told, present_why
from game.rules.cause import CauseKind
from game.rules.ledger import Entry
from tests.desk.scenes import SIDE, played, table

SIDES = ("washington", "pyongyang", "seoul")


@cache
def whole_game(name: str = "deadlock-2020", seed: int = 3) -> Match:
    match = open_match(name, seed, {})
    assert isinstance(match, Match)
    while not match.over:
        match = match.adjudicated()
    return match


@pytest.mark.parametrize("side", SIDES)
def test_14_every_chain_adds_up_from_start_to_end(side: str) -> None:
    match = whole_game()
    for month in range(2, match.month + 1):
        for track in match.book.sights[side].index.tracks:
            page = present_why(match.glimpse(side), track, month)
            figures = [int(row.amount.replace("−", "-")) for row in page.chain]

            assert figures[0] + sum(figures[1:-1]) == figures[-1], (track, month)


@pytest.mark.parametrize("side", SIDES)
def test_every_headline_has_a_why_that_is_answered(side: str) -> None:
    match = whole_game()
    for month in range(1, match.month + 1):
        for line in present_feed(match.glimpse(side), month):
            assert line.why is not None
            page = present_answer(match.glimpse(side), line.why, month)
            assert page is not None
            assert page.question == line.headline
            assert page.note


@pytest.mark.parametrize("name", ["deadlock-2020", "first-steps"])
def test_every_rule_that_the_ledger_cites_is_told_in_plain_words(name: str) -> None:
    cited = {entry.rule for seed in range(6) for entry in whole_game(name, seed).entries}

    assert {number for number in cited if not rule_told(number)} == set()


@pytest.mark.parametrize("side", SIDES)
def test_12_no_why_tells_of_an_entry_its_side_may_not_see(side: str) -> None:
    match = whole_game()
    hidden = {e.why for e in match.entries if side not in e.known_to} - {
        e.why for e in match.entries if side in e.known_to
    }
    told = [
        row.sentence
        for month in range(2, match.month + 1)
        for track in match.book.sights[side].index.tracks
        for row in present_why(match.glimpse(side), track, month).chain
    ]

    assert hidden
    assert hidden.isdisjoint(told)


def test_12_a_number_out_of_sight_is_not_asked_about() -> None:
    scene = table(new_stage())
    scene.acted(AskWhy("seoul.approval"))
    assert len(scene.page.layers) == 2
    scene.pressed("close:why")
    scene.acted(AskWhy("washington.stance"))

    assert len(scene.page.layers) == 1


def test_a_claim_behind_a_cause_is_told_with_how_it_fared() -> None:
    match = played(3)
    page = present_told(match.glimpse(SIDE), "order:answer_fire", 4)

    assert page is not None
    told = {claim.id: claim for claim in page.claims}
    assert told["S2"].says == match.book.scenario.claims["S2"].says
    assert told["S2"].fared == match.book.scenario.claims["S2"].fared
    assert "documented" in page.over


def test_what_nobody_told_is_not_asked_about() -> None:
    match = played(3)

    assert present_told(match.glimpse(SIDE), "order:no_such_card", 4) is None
    assert present_claim(match.glimpse(None), "no_such_claim") is None


def test_a_line_on_the_gauge_says_who_drew_it_and_how_it_is_answered() -> None:
    page = present_line(played(1).glimpse(None), "too_hot")

    assert page.over == "Redline of Seoul · private"
    assert "Build up arms" in page.note


def test_the_months_of_a_why_lead_to_each_other() -> None:
    match = whole_game()
    middle = present_why(match.glimpse("seoul"), "tension", 5)

    assert (middle.earlier, middle.later) == (AskWhy("tension", 4), AskWhy("tension", 6))
    assert present_why(match.glimpse("seoul"), "tension", 1).earlier is None
    assert present_why(match.glimpse("seoul"), "tension", match.month).later is None


def test_a_why_is_turned_back_by_a_month_over_the_table() -> None:
    scene = table(new_stage())
    scene.acted(AskWhy("tension"))
    first = scene.page.top.root
    scene.acted(AskWhy("tension", 3))

    assert len(scene.page.layers) == 2
    assert scene.page.top.root is not first


@pytest.mark.parametrize("eyes", [*SIDES, None, EVERYBODY])
def test_14_the_ledger_shows_every_entry_of_these_eyes_and_no_other(eyes: str | None) -> None:
    match = whole_game()
    page = present_ledger(match.glimpse(eyes), Sieve())
    seen = {None: set(SIDES), EVERYBODY: set()}.get(eyes, {eyes})
    mine = [e for e in match.entries if e.asked and seen <= set(e.known_to)]
    read = match.entries if eyes == EVERYBODY else match.glimpse(eyes).entries
    named = [e for e in read if e.asked and e.cause.name != UNKNOWN and not _came_out(e)]

    assert sum(len(rows) for _title, rows in page.months) == page.count == page.all
    assert page.count == len([e for e in read if e.change or (e.asked and e.cause.kind is CauseKind.CARD)])
    if eyes != EVERYBODY:
        assert sorted((e.month, e.cause.name, e.track, e.asked) for e in named) == sorted(
            (e.month, e.cause.name, e.track, e.asked) for e in mine
        )


def _came_out(entry: Entry) -> bool:
    """Return whether a row tells late, on attribution, what an act did to its author's own track."""
    return entry.cause.kind is CauseKind.CARD and entry.phase == "attribution"


def test_the_sieve_parts_the_ledger_by_month_side_and_track() -> None:
    match = whole_game()
    seen = match.glimpse(EVERYBODY)
    everything = present_ledger(seen, Sieve()).count
    months = [present_ledger(seen, Sieve(month=n)).count for n in range(1, match.month + 1)]
    sides = [present_ledger(seen, Sieve(side=s)).count for s in (*SIDES, WORLD)]
    tracks = [present_ledger(seen, Sieve(track=t)).count for t in match.book.index.tracks]

    assert sum(months) == sum(sides) == sum(tracks) == everything > 100


def test_the_ledger_scene_takes_over_what_is_picked() -> None:
    scene = LedgerScene(new_stage(), whole_game(), "seoul")
    scene.touched(Picked("sieve:track", "tension"))
    scene.touched(Picked("sieve:month", "0"))

    rows = [w for w in scene.page.top.root.walk() if w.name.startswith("ledger:entry")]
    assert len(rows) == present_ledger(scene.match.glimpse("seoul"), Sieve(track="tension")).count > 5


def test_headlines_of_a_deniable_act_do_not_lead_to_its_author() -> None:
    for seed in range(40):
        match = whole_game("deadlock-2020", seed)
        for month in range(2, match.month + 1):
            for told in happened_before(match.glimpse("seoul"), month):
                if told.kind == "suspicion":
                    page = present_told(match.glimpse("seoul"), f"{told.kind}:{told.id}", month)
                    assert page is not None
                    assert all(row.mark and row.mark.shape != "diamond" for row in page.chain)
                    return
    raise AssertionError("no deniable act was played")


def test_once_all_is_open_a_private_number_has_its_whole_chain() -> None:
    match = whole_game()
    for month in range(2, match.month + 1):
        for track in match.book.index.tracks:
            page = present_why(match.glimpse(EVERYBODY), track, month)
            figures = [int(row.amount.replace("−", "-")) for row in page.chain]

            assert figures[0] + sum(figures[1:-1]) == figures[-1], (track, month)
    moved = [e for e in match.entries if e.track == "pyongyang.legitimacy" and e.month == 3 and e.asked]
    page = present_why(match.glimpse(EVERYBODY), "pyongyang.legitimacy", 4)
    assert moved
    assert len(page.chain) >= len([e for e in moved if e.phase != "news"]) + 2
