"""The article's claims as rules of the 2020 scenario, by their numbers."""

import numpy as np
import pytest

from game.rules.adjudicate import adjudicate
from game.rules.dice import FAIR, Dice
from game.rules.ledger import Entry, Ledger
from game.rules.legality import Refusal, why_refused
from game.rules.setup import set_up
from game.rules.sheets import Order, encode
from game.rules.tables import Tables
from game.rules.views import view_of
from tests.builders import played, reading
from tests.claims.positions import book

WITH_PANDEMIC = {"pandemic": 2}
MAJOR = ("icbm_test", "nuclear_test")


def at(seed: int = 1, **starts: int) -> Tables:
    """Return one table of the 2020 scenario."""
    return set_up(book(), [seed], {name.replace("__", "."): start for name, start in starts.items()})


def month(tables: Tables, *cards: str, dice: Dice = FAIR, ledger: Ledger | None = None) -> Tables:
    """Return the tables after a month in which these cards were played, the rest held."""
    return played(book(), tables, *cards, dice=dice, **({"ledger": ledger} if ledger else {}))


def refusal(tables: Tables, card: str) -> Refusal | None:
    """Return why a card may not be played."""
    found = book().scenario.cards[card]
    return why_refused(book(), view_of(book().sights[found.side], tables), found.slot, Order(card))


def moves(tables: Tables, *cards: str) -> list[Entry]:
    """Return the ledger of a month in which these cards were played."""
    ledger = Ledger()
    month(tables, *cards, ledger=ledger)
    return [entry for entry in ledger.entries if entry.phase != "news"]


def now(tables: Tables, track: str) -> int:
    """Return where a track stands."""
    return reading(book(), tables, track)


def test_c3_while_the_pandemic_weighs_washington_cannot_act_abroad_two_months_running() -> None:
    acted = month(at(**WITH_PANDEMIC), "exercise")

    assert refusal(acted, "threat") is not None
    assert refusal(month(acted), "threat") is None


def test_c3_a_major_act_gives_washington_its_attention_back() -> None:
    acted = month(at(pyongyang__economy=8, **WITH_PANDEMIC), "exercise", "icbm_test")

    assert refusal(acted, "threat") is None


@pytest.mark.parametrize("epidemic", [0, 5, 10])
def test_c4_the_arsenal_grows_whatever_the_virus_does(epidemic: int) -> None:
    tables = at(pyongyang__epidemic=epidemic)
    for _ in range(4):
        tables = month(tables)

    assert now(tables, "arsenal") == 8


def test_c4_a_freeze_stops_the_arsenal() -> None:
    tables = at(denuclearisation=2)
    for _ in range(4):
        tables = month(tables)

    assert now(tables, "arsenal") == 6


def test_c6_a_report_on_new_works_brings_no_sanctions() -> None:
    book_of_news = {name: event for name, event in book().scenario.calendar.items() if name == "new_works"}

    assert book_of_news
    assert all("sanctions" not in event.effects for event in book_of_news.values())
    assert not any("sanctions" in rider.effects for e in book_of_news.values() for rider in e.riders)


def test_c7_talk_about_the_leader_weighs_until_he_shows_himself() -> None:
    silent = moves(at(rumours=4), "short_range_test")
    shown = month(at(rumours=4), "show_leader")

    assert any(entry.cause.name == "upkeep:burden_rumours" for entry in silent)
    assert now(shown, "rumours") < 4
    assert now(shown, "denuclearisation") == now(shown, "relief") == 0


@pytest.mark.parametrize(
    ("card", "claim"), [("partial_relief", "C11"), ("dismantle_site", "C12")], ids=["C11", "C12"]
)
def test_c11_c12_real_steps_need_a_shift_of_policy_first(card: str, claim: str) -> None:
    side = book().scenario.cards[card].side

    assert refusal(at(), card) is not None
    assert refusal(at(**{f"{side}__stance": 1}), card) is None
    assert claim in book().scenario.cards[card].cites


def test_c12_gestures_are_always_open() -> None:
    assert refusal(at(), "halt_tests") is None


def test_c13_talks_open_on_a_signal_or_relief_and_on_nothing_less() -> None:
    signalled = month(at(), "flexibility")

    assert refusal(at(), "offer_pyongyang") is not None
    assert refusal(month(at(), "aid_waivers"), "offer_pyongyang") is not None
    assert [why.reason for why in [refusal(signalled, "offer_pyongyang")] if why] in ([], ["terms"])


def test_c15_aid_opens_nothing_and_moves_no_stance_or_ladder() -> None:
    tracks = {"washington.stance", "pyongyang.stance", "denuclearisation", "relief", "cooperation"}
    for name, card in book().scenario.cards.items():
        if card.kind.value == "aid":
            moved = {*card.effects, *card.gains, *(t for rider in card.riders for t in rider.effects)}
            assert not moved & tracks, name

    assert now(month(at(), "aid_waivers"), "aid") > 2


def test_c17_ignoring_costs_nothing_below_alarm_six_and_standing_from_six_on() -> None:
    cause = "upkeep:ignored_alarm"

    assert not any(e.cause.name == cause for e in moves(at(washington__alarm=5)))
    assert any(e.cause.name == cause for e in moves(at(washington__alarm=8)))
    assert not any(e.cause.name == cause for e in moves(at(washington__alarm=8), "exercise"))


def test_c23_hardship_makes_major_acts_dearer() -> None:
    def cost(economy: int) -> int:
        entries = moves(at(pyongyang__economy=economy, pyongyang__epidemic=8), "icbm_test")
        return sum(e.asked for e in entries if e.track.startswith("pyongyang.") and e.asked < 0)

    assert cost(2) < cost(7)


@pytest.mark.parametrize(
    ("burden", "starts", "relieved"),
    [
        pytest.param("virus", {"pyongyang__epidemic": 8, "aid": 0}, ("close_border",), id="C24 the virus"),
        pytest.param("rumours", {"rumours": 4}, ("show_leader",), id="C24 the rumours"),
        pytest.param("refusal", {}, ("short_range_test",), id="C24 the refusal, by strength"),
        pytest.param("refusal", {}, ("build_sites",), id="C24 the refusal, by building"),
        pytest.param(
            "economy", {"pyongyang__economy": 1}, ("mobilise",), id="C24 the economy, by a campaign"
        ),
        pytest.param("economy", {"pyongyang__economy": 1}, ("markets",), id="C24 the economy, by markets"),
    ],
)
def test_c24_each_burden_costs_legitimacy_until_it_is_met(
    burden: str, starts: dict[str, int], relieved: tuple[str, ...]
) -> None:
    tables = at(**starts)
    cause = f"upkeep:burden_{burden}"

    left = [e for e in moves(tables) if e.cause.name == cause]
    met = [e for e in moves(tables, *relieved) if e.cause.name == cause]

    assert [e.asked for e in left] == [-1]
    assert len(met) == 0 or burden == "rumours"


@pytest.mark.parametrize(
    ("answer", "share"),
    [
        pytest.param("un_sanctions", 0.92, id="C26 new UN sanctions"),
        pytest.param("threat_of_force", 0.92, id="C27 threats of force"),
        pytest.param("aid_cut", 0.92, id="C28 less humanitarian help"),
        pytest.param("beijing_cut", 0.90, id="C29 even from Beijing"),
    ],
)
def test_the_worlds_answers_to_a_major_act(answer: str, share: float) -> None:
    tables = set_up(book(), range(4000), {"pyongyang.economy": 9, "pyongyang.legitimacy": 9})
    line = book().lines[book().index.lines["major_act"]]
    coming = next(c for c in line.coming if c.cause.id.endswith(answer))

    after = month(tables, "nuclear_test")

    still = (after.due[coming.row] > 0).mean()
    at_once = (coming.lag[0] / 65_536) * share
    assert still == pytest.approx(share - at_once, abs=0.025)


def test_c31_low_level_acts_alone_never_bring_un_sanctions() -> None:
    low = [name for name, card in book().scenario.cards.items() if card.scale == "low"]
    tables = set_up(book(), range(300))
    for turn in range(6):
        tables = month(tables, low[turn % len(low)])

    assert (tables.readings[book().index.tracks["sanctions"]] == 8).all()


@pytest.mark.parametrize("card", ["short_range_test", "border_fire"])
def test_c31_low_level_acts_work_on_washington_and_on_seoul(card: str) -> None:
    found = book().scenario.cards[card]
    moved = {*found.effects, *found.gains, *(t for rider in found.riders for t in rider.effects)}

    assert moved & {"washington.alarm", "washington.standing", "trust"}
    assert moved & {"seoul.approval", "inter_korean"}


def test_c33_before_attribution_a_penalty_costs_double_and_may_hit_the_wrong_culprit() -> None:
    clear, murky = at(), at(unsolved=1)
    wrong = Dice({f"sheet.washington.act.{n}": 0 for n in range(2)})
    ledger = Ledger()

    month(murky, "sanctions", dice=wrong, ledger=ledger)

    def trust(entries: list[Entry]) -> int:
        return sum(e.asked for e in entries if e.track == "trust" and e.cause.name == "card:sanctions")

    assert trust(moves(murky, "sanctions")) == 2 * trust(moves(clear, "sanctions"))
    chances = [r.chance.constant for r in book().scenario.cards["sanctions"].riders if r.chance]
    assert 25 in chances


@pytest.mark.parametrize("card", MAJOR)
def test_c37_room_for_relief_falls_in_the_month_of_a_major_act(card: str) -> None:
    entries = moves(at(pyongyang__economy=9, washington__relief_room=9), card)

    fallen = sum(e.asked for e in entries if e.track == "washington.relief_room")
    assert fallen <= -3


def test_s2_seoul_may_answer_border_fire_explain_it_or_let_it_pass() -> None:
    fired = month(at(), "border_fire")

    assert refusal(fired, "answer_fire") is None
    assert now(month(fired, "answer_fire"), "tension") > now(month(fired), "tension")
    assert now(month(fired, "answer_fire"), "seoul.approval") > now(month(fired), "seoul.approval")


def test_s5_the_landslide_gives_seoul_room_at_the_start() -> None:
    assert book().scenario.tracks["seoul.approval"].start == 7


def test_s6_going_alone_without_an_exemption_costs_the_alliance() -> None:
    alone = now(month(at(), "rail_tours"), "alliance")
    exempt = now(month(at(relief=2), "rail_tours"), "alliance")

    assert alone < exempt


def test_s7_help_from_seoul_is_mostly_refused() -> None:
    tables = set_up(book(), range(3000))

    after = month(tables, "aid_offer")

    accepted = (after.readings[book().index.tracks["aid"]] > 2).mean()
    assert accepted <= 0.35


def test_s8_stopping_leaflets_calms_the_north_and_costs_at_home_and_abroad() -> None:
    entries = moves(at(), "restrain_leaflets")
    moved = {e.track: e.asked for e in entries if e.cause.name == "card:restrain_leaflets"}

    assert moved.get("tension", 0) < 0 or moved.get("inter_korean", 0) > 0
    assert moved.get("seoul.approval", 0) < 0 or moved.get("alliance", 0) < 0


def test_s16_a_broker_replaces_neither_signal_nor_relief_nor_disarmament() -> None:
    card = book().scenario.cards["mediate"]

    assert not {"relief", "denuclearisation"} & {*card.effects, *card.gains}
    assert refusal(at(), "mediate") is not None or refusal(at(), "offer_pyongyang") is not None


def test_sheets_of_holds_leave_the_ladders_at_their_foot() -> None:
    tables = set_up(book(), range(50))
    for _ in range(book().months):
        tables = adjudicate(book(), tables, np.repeat(encode(book(), {}), 50, axis=2))

    assert (tables.readings[book().index.tracks["denuclearisation"]] == 0).all()
    assert (tables.signed == 0).all()
