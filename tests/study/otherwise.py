"""The 2020 scenario without one of the assumptions that its claims rest on."""

from collections.abc import Callable
from typing import Any

from game.conditions.condition import Condition, Expression
from game.model.event import Event
from game.model.scenario import Scenario
from tests.claims.positions import book

Change = Callable[[], Scenario]
Parts = dict[str, Any]


def changed(**parts: object) -> Scenario:
    """Return the scenario with some of its parts replaced."""
    return book().scenario.model_copy(update=parts)


def cards(scenario: Scenario | None = None, **changes: Parts) -> Scenario:
    """Return the scenario with parts of some cards replaced."""
    scenario = scenario or book().scenario
    found = {n: card.model_copy(update=changes.get(n, {})) for n, card in scenario.cards.items()}
    return scenario.model_copy(update={"cards": found})


def lines(scenario: Scenario | None = None, **changes: Parts) -> Scenario:
    """Return the scenario with parts of some redlines replaced."""
    scenario = scenario or book().scenario
    found = {n: line.model_copy(update=changes.get(n, {})) for n, line in scenario.redlines.items()}
    return scenario.model_copy(update={"redlines": found})


def without_habit(*about: str) -> Scenario:
    """Return the scenario with all temperaments' habits about some cards gone."""
    personas = {
        name: persona.model_copy(
            update={"habits": tuple(h for h in persona.habits if not set(about) & set(h.cards))}
        )
        for name, persona in book().scenario.personas.items()
    }
    return changed(personas=personas)


def without_upkeep(*names: str, scenario: Scenario | None = None) -> Scenario:
    """Return the scenario without some standing rules."""
    scenario = scenario or book().scenario
    return scenario.model_copy(
        update={"upkeep": {name: rule for name, rule in scenario.upkeep.items() if name not in names}}
    )


def started(**readings: int) -> Scenario:
    """Return the scenario from other starts; a double underscore stands for the dot."""
    tracks = dict(book().scenario.tracks)
    for name, start in readings.items():
        track = name.replace("__", ".")
        tracks[track] = tracks[track].model_copy(update={"start": start})
    return changed(tracks=tracks)


def free_at_home() -> Scenario:
    """Return the scenario in which no terms ask anything of a stance."""
    bargain = book().scenario.bargain
    assert bargain is not None
    free = {"asks": Expression(0), "needs": Expression(0)}
    homes = {side: home.model_copy(update=free) for side, home in bargain.homes.items()}
    return changed(bargain=bargain.model_copy(update={"homes": homes}))


def open_doors() -> Scenario:
    """Return the scenario in which homes ask nothing and terms may be tabled at any time."""
    table = {n: {"when": None} for n, card in book().scenario.cards.items() if card.slot == "table"}
    return cards(free_at_home(), **table)


def unasked() -> Scenario:
    """Return the scenario in which Pyongyang may table terms without a signal."""
    return cards(offer_pyongyang={"when": None}, accept_washington={"when": Condition("offered(pyongyang)")})


def unanswered() -> Scenario:
    """Return the scenario in which the world lets every large test pass."""
    passed: Parts = {"answers": {}, "effects": {}, "riders": ()}
    return lines(major_act=passed, satellite_launch=passed, homeland=passed)


def daring() -> Scenario:
    """Return the scenario in which the world lets every test pass and hardship makes them cheaper."""
    return unanswered().model_copy(update={"tracks": started(pyongyang__hardship=-1).tracks})


def unburdened() -> Scenario:
    """Return the scenario in which no standing rule weighs on anybody, and habits do not either."""
    return without_habit("low").model_copy(update={"upkeep": {}})


def alarming() -> Scenario:
    """Return the scenario in which every small act costs Washington at home."""
    low = [name for name, card in book().scenario.cards.items() if card.scale == "low"]
    return cards(None, **{name: {"effects": {"washington.standing": -2}} for name in low})


def turned_in_words() -> Scenario:
    """Return the scenario in which a change of policy changes nothing that a home allows."""
    return cards(None, shift_washington={"effects": {}}, shift_pyongyang={"effects": {}})


def forgiven() -> Scenario:
    """Return the scenario in which no burden weighs, and no answer that is owed is missed by anybody."""
    names = book().scenario.redlines
    return lines(unburdened(), **{name: {"backed_down": {}} for name in names})


def unlightened() -> Scenario:
    """Return the scenario in which no burden weighs on Pyongyang, and no card wins it anything."""
    own = [name for name, card in book().scenario.cards.items() if card.side == "pyongyang"]
    return cards(forgiven(), **{name: {"effects": {}, "gains": {}, "riders": ()} for name in own})


def unnoticed() -> Scenario:
    """Return the scenario in which a flight stirs nothing up, and the world lets it pass."""
    return cards(unanswered(), icbm_test={"effects": {}, "riders": ()})


def welcome() -> Scenario:
    """Return the scenario in which the giving itself moves both homes, and terms need no signal."""
    moving: Parts = {"effects": {"washington.stance": 1, "pyongyang.stance": 1, "washington.relief_room": 2}}
    return cards(unasked(), aid_waivers=moving, aid_offer=moving)


def reviewed_always() -> Scenario:
    """Return the scenario in which a policy review never ends where it began."""
    line = book().scenario.redlines["major_act"]
    review = line.answers["policy_review"]
    ways = {n: way for n, way in review.branches.items() if n != "open"}
    ways["harden"] = ways["harden"].model_copy(update={"chance": Expression(100)})
    answers = {**line.answers, "policy_review": review.model_copy(update={"branches": ways})}
    return lines(major_act={"answers": answers})


def reviewed_openly() -> Scenario:
    """Return the scenario in which a policy review opens as often as it hardens."""
    line = book().scenario.redlines["major_act"]
    review = line.answers["policy_review"]
    even = {"harden": Expression(30), "open": Expression(30)}
    ways = {
        name: way.model_copy(update={"chance": even[name]} if name in even else {})
        for name, way in review.branches.items()
    }
    answers = {**line.answers, "policy_review": review.model_copy(update={"branches": ways})}
    return lines(major_act={"answers": answers})


def small_acts_count() -> Scenario:
    """Return the scenario in which the Council answers small acts as it answers large ones."""
    return lines(major_act={"crossed_by": ("low", "major")})


def shut(*names: str) -> Scenario:
    """Return the scenario in which nobody may play some cards, kinds or scales."""
    never: Parts = {"when": Condition("false"), "needs": ""}
    found = book().scenario.cards.items()
    return cards(None, **{n: never for n, card in found if {n, card.kind, card.scale} & set(names)})


def rewarded() -> Scenario:
    """Return the scenario in which a large test is answered by giving way, and content with that."""
    won = {"washington.stance": 2, "washington.relief_room": 4, "trust": 3, "pyongyang.stance": 2}
    paid = {"answers": {}, "effects": won, "riders": ()}
    tests: Parts = {"effects": {}, "price": {}}
    scenario = cards(unasked(), icbm_test=tests, nuclear_test=tests, satellite=tests)
    return lines(scenario, major_act=paid, satellite_launch=paid, homeland={"effects": {}})


def cheap_turns() -> Scenario:
    """Return the scenario in which a change of course wins Pyongyang credit at home."""
    turn = {"price": {}, "riders": (), "effects": {"pyongyang.stance": 1, "pyongyang.legitimacy": 1}}
    return cards(shift_pyongyang=turn)


def only_launches() -> Scenario:
    """Return the scenario in which nothing can be done to Seoul."""
    return shut("border_fire", "demolish_asset")


def known_at_once() -> Scenario:
    """Return the scenario in which deniable acts are as plain as fire across the border."""
    found: dict[str, Parts] = {}
    for name, card in book().scenario.cards.items():
        if card.attribution is not None:
            sure = card.attribution.model_copy(update={"chance": 100, "never": 0})
            found[name] = {"attribution": sure}
    return cards(None, **found)


def plain_and_punished() -> Scenario:
    """Return the scenario in which such acts are plain, and Seoul gains by answering them."""
    return cards(known_at_once(), answer_fire={"effects": {"tension": -1, "seoul.approval": 2}, "riders": ()})


def weighty_ties() -> Scenario:
    """Return the scenario in which a break between the Koreas moves American policy."""
    return cards(demolish_asset={"effects": {"tension": 1, "washington.stance": 1}})


def strong_broker() -> Scenario:
    """Return the scenario in which a broker can move both homes."""
    moving = {"washington.stance": 1, "pyongyang.stance": 1}
    return cards(unasked(), mediate={"price": {}, "when": None, "effects": moving})


def cheap_shifts() -> Scenario:
    """Return the scenario in which a change of course costs nothing at home."""
    free: Parts = {"price": {}, "riders": ()}
    return cards(
        without_habit("shift_washington", "harden_washington"),
        shift_washington={**free, "effects": {"washington.stance": 1, "washington.standing": 1}},
        harden_washington={"effects": {"washington.stance": -1}},
    )


def eager_guns() -> Scenario:
    """Return the scenario in which answering fire costs Seoul nothing and calms."""
    return cards(answer_fire={"price": {}, "effects": {"tension": -1, "seoul.approval": 2}, "riders": ()})


def taken_up() -> Scenario:
    """Return the scenario in which the North takes help as often as not."""
    riders = book().scenario.cards["aid_offer"].riders
    likely = tuple(rider.model_copy(update={"chance": Expression(50)}) for rider in riders)
    return cards(aid_offer={"riders": likely})


def unsettled() -> Scenario:
    """Return the scenario in which every administration refuses what Seoul offers to pay."""
    riders = book().scenario.cards["cost_sharing_offer"].riders
    refused = tuple(rider.model_copy(update={"chance": Expression(2)}) for rider in riders)
    return cards(cost_sharing_offer={"riders": refused})


def without_event(name: str) -> Scenario:
    """Return the scenario in which an event never happens."""
    calendar: dict[str, Event] = dict(book().scenario.calendar)
    calendar[name] = calendar[name].model_copy(update={"when": Condition("false")})
    return changed(calendar=calendar)


def idle_arsenal() -> Scenario:
    """Return the scenario in which nothing adds to the arsenal."""
    works: Parts = {"effects": {}, "gains": {}, "riders": ()}
    halted = cards(build_sites=works, icbm_test=works, nuclear_test=works)
    return without_upkeep("arsenal_grows", scenario=halted)


def ready_north() -> Scenario:
    """Return the scenario in which Pyongyang is ready to move first and is believed."""
    return started(pyongyang__stance=3, trust=8, washington__relief_room=10)
