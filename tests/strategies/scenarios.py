"""Scenarios of every kind: each feature drawn or left out, luck and a bargaining table among them.

A field that a rule reads joins here when it joins the model; `tests/house/test_strategies.py` tells which is
missing. The pieces stand in the order of `game/model/scenario.py`, and names are few, so that they meet.
"""

from collections.abc import Mapping
from typing import Any, cast

from hypothesis import strategies as st
from pydantic import ValidationError

from game.lint.consistency import misfits
from game.model.scenario import Scenario
from tests.builders import SMALL, a_card
from tests.strategies.expressions import amounts, truths
from tests.strategies.numbers import either_end

Written = dict[str, Any]
"""A piece as a scenario writes it."""

SIDES = ("west", "north")
SEEN = ("arms", "relief")
PUBLIC = ("heat", "trust", *SEEN)
TRACKS = (*PUBLIC, "west.home", "north.home", "west.stance", "north.stance")
DATES = tuple(f"2020-{month:02}" for month in range(4, 13))
ACTS = tuple(f"{side}_act_{n}" for side in SIDES for n in range(2))
ROLES = ("offer", "accept", "stall", "leave")
ASKED = (
    "played(west_act_0)", "uses(pressure) > 1", "months_since(north_act_0) < 3", "crossed(line)",
    "owed(line)", "happened(vote)", "month >= 3",
)  # fmt: skip
"""Questions that are asked of what has come to pass."""

BARGAINED = ("offered(west)", "in_force()", "in_force(swap)", "months_since(west_offer) < 2")
"""Questions that are asked where there is a bargaining table."""

OPEN = ("crossed(line)", "happened(vote)", "played(south_act_0)", "months_since(south_act_0) > 1")
"""Questions whose answer every side knows."""

TOLD = {"title": "It came", "text": "It came.", "why": "So it was."}
PERCENT = either_end(0, 100)


def maybe(key: str, drawn: st.SearchStrategy[Any]) -> st.SearchStrategy[Written]:
    """Return a field, or none of it."""
    return st.one_of(st.just({}), drawn.map(lambda value: {key: value}))


def of(*fields: st.SearchStrategy[Written], **always: Any) -> st.SearchStrategy[Written]:
    """Return a piece of these fields."""
    return st.tuples(*fields).map(lambda found: _together(always, *found))


def _together(*parts: Mapping[str, Any]) -> Written:
    whole: Written = {}
    for part in parts:
        whole |= part
    return whole


def told(*keys: str) -> Written:
    """Return the words of a piece."""
    return {key: TOLD[key] for key in keys}


CONDITIONS = st.one_of(truths(PUBLIC), st.sampled_from(ASKED))
CHANCES = st.one_of(PERCENT, amounts((*PUBLIC, "month")))
MOVES = st.dictionaries(
    st.sampled_from(TRACKS[:2] + TRACKS[4:6]),
    st.one_of(either_end(-3, 3), amounts(("heat", "trust", "month"))),
    max_size=2,
)
KNOWN = maybe("when", st.one_of(truths((*SEEN, "month")), st.sampled_from(OPEN)))
"""A condition that every side can see the truth of."""

WHEN, CHANCE, EFFECTS = maybe("when", CONDITIONS), maybe("chance", CHANCES), maybe("effects", MOVES)
RIDERS = maybe("riders", st.lists(of(WHEN, CHANCE, EFFECTS, **told("why")), min_size=1, max_size=2))


@st.composite
def branches(draw: st.DrawFn) -> Written:
    """Return two or three ways a thing can go, the last of which takes the rest."""
    leaves = maybe("leaves", st.sampled_from(SIDES))
    ways = {f"way{n}": draw(of(EFFECTS, leaves, title="A way")) for n in range(draw(st.integers(2, 3)))}
    for name in list(ways)[:-1]:
        ways[name]["chance"] = draw(CHANCES)
    return ways


BRANCHES = maybe("branches", branches())


@st.composite
def tracks(draw: st.DrawFn, name: str) -> Written:
    """Return a track on a scale of some size, with who may read it."""
    low, high = draw(st.integers(-3, 0)), draw(st.integers(1, 12))
    track: Written = {"label": "A track", "range": [low, high], "start": draw(either_end(low, high))}
    track |= draw(maybe("switch", st.booleans())) if name == "trust" else {}
    if name in SEEN:
        return track
    return track | draw(maybe("show", st.sampled_from(("all", "owner" if "." in name else "none"))))


OUTSIDER = of(WHEN, EFFECTS, st.fixed_dictionaries({"chance": PERCENT}), **told("title", "why"))
ATTRIBUTION = of(
    st.fixed_dictionaries({"chance": PERCENT, "never": PERCENT, "months": st.integers(1, 4)}),
    maybe("sped_by", st.dictionaries(st.sampled_from(ACTS), PERCENT, max_size=1)),
    maybe("outsider", OUTSIDER),
    EFFECTS,
    headline="Something blew up",
    why="It was named.",
)


@st.composite
def cards(draw: st.DrawFn, side: str) -> Written:
    """Return an act: any kind, any limit and price, open or hidden, for certain or by chance."""
    kind = draw(st.sampled_from(("pressure", "aid", "provocation")))
    own = (*SEEN, f"{side}.home")
    few = st.dictionaries(st.sampled_from(own), st.integers(1, 3), max_size=1)
    card = a_card(side, "act", kind) | draw(of(EFFECTS, RIDERS, maybe("price", few), maybe("gains", few)))
    if kind == "provocation":
        card["scale"] = draw(st.sampled_from(("major", "low", "ambiguous")))
    if card.get("scale") == "ambiguous":
        card["attribution"] = draw(ATTRIBUTION)
    card |= draw(of(maybe("limit", st.integers(1, 2)), maybe("cooldown", st.integers(0, 3)), KNOWN))
    card |= draw(maybe("declares", st.just("private"))) if side == "west" else {}
    return card | draw(maybe("show", st.sampled_from(("all", "owner"))))


ANSWER = of(
    WHEN, CHANCE, EFFECTS, BRANCHES,
    maybe("lag", st.sampled_from(([100], [0, 100], [20, 30, 50], [0, 0, 0, 0, 0, 0, 0, 100]))),
    **told("title", "why"),
)  # fmt: skip


@st.composite
def redlines(draw: st.DrawFn) -> Written:
    """Return a line crossed by cards or by a reading, the world's or a side's, and what follows."""
    line = draw(of(EFFECTS, RIDERS, **told("title", "why")))
    line |= draw(maybe("answers", st.dictionaries(st.just("council"), ANSWER, min_size=1)))
    crossing = st.sampled_from((["north_act_0"], ["major"], ["provocation", "north_act_1"]))
    by: Written = draw(st.one_of(st.fixed_dictionaries({"crossed_by": crossing}), st.just({})))
    if not by or draw(st.booleans()):
        by |= {"limit": {"track": "heat", "above": [0, 1]}} | draw(WHEN)
    if draw(st.booleans()):
        by |= {
            "drawn_by": "west",
            "answered_by": ["west_act_0"],
            "answered": draw(MOVES),
            "backed_down": draw(MOVES),
        }
    return line | by


LADDERS = {"arms": "north", "relief": "west"}
TERMS = (*LADDERS, "first.west", "first.north")


@st.composite
def homes(draw: st.DrawFn, side: str) -> Written:
    """Return what a signature comes to at home."""
    home = {
        "stance": f"{side}.stance",
        "asks": draw(st.sampled_from(("0", f"max(0, {TERMS[0]} - 1)", f"first.{side}"))),
    }
    if draw(st.booleans()):
        named = st.sampled_from(("shortfall", "2 * relief", "relief * min(1, asks)"))
        needs = st.one_of(named, amounts((*TERMS, "shortfall", "asks")))
        home |= {"room": f"{side}.home", "needs": draw(needs)}
    return home | draw(of(maybe("price", MOVES), maybe("failed", MOVES), maybe("pleased", MOVES)))


@st.composite
def ladders(draw: st.DrawFn, name: str, steps: int) -> Written:
    """Return a ladder of as many steps as its track counts."""
    side = LADDERS[name]
    ladder: Written = {"label": "A ladder", "side": side, "track": name}
    ladder["steps"] = [draw(of(WHEN, EFFECTS, title="A step")) for _ in range(steps)]
    broken = st.dictionaries(st.just(f"{side}_act_0"), PERCENT, min_size=1)
    return ladder | draw(of(maybe("broken_by", broken), maybe("undone", MOVES)))


@st.composite
def bargains(draw: st.DrawFn) -> Written:
    """Return a bargaining table: two ladders, two homes, and named terms."""
    tops = {name: draw(st.integers(1, 2)) for name in LADDERS}
    levels = st.fixed_dictionaries({name: st.integers(0, top) for name, top in tops.items()})
    first = maybe("first", st.sampled_from(SIDES))
    package = of(levels.map(lambda found: {"levels": found}), first, **told("title", "text"))
    return {
        "slot": "table",
        "principals": list(SIDES),
        "homes": {side: draw(homes(side)) for side in SIDES},
        "ladders": {name: draw(ladders(name, top)) for name, top in tops.items()},
        "packages": {"swap": draw(package), "more": draw(package)},
        **draw(of(maybe("signed", MOVES), maybe("breach", MOVES), maybe("stalled", MOVES))),
        **draw(maybe("lends", st.integers(0, 9))),
    }


@st.composite
def talks(draw: st.DrawFn) -> dict[str, Written]:
    """Return the cards of the bargaining table."""
    asked = maybe("when", st.sampled_from(BARGAINED))
    made = {
        f"{side}_{role}": a_card(side, "table", "diplomacy", role=role) | draw(asked)
        for side in SIDES
        for role in ROLES
    }
    return made | {"south_bridge": a_card("south", "table", "diplomacy", role="bridge")}


EVENT = of(
    st.fixed_dictionaries({"month": st.sampled_from(DATES)}),
    WHEN,
    EFFECTS,
    RIDERS,
    BRANCHES,
    **told("title", "text"),
)
ENDING = of(
    WHEN, CHANCE, maybe("at_once", st.booleans()),
    maybe("points", st.dictionaries(st.sampled_from(SIDES), either_end(-150, 150), min_size=1)),
    **told("title", "text"),
)  # fmt: skip
CARES = st.dictionaries(
    st.sampled_from(PUBLIC[:2]),
    of(
        st.fixed_dictionaries({"each": st.integers(-3, 3)}),
        maybe("low", st.just(0)),
        maybe("high", st.just(5)),
    ),
    min_size=1,
)
HABIT = of(
    st.fixed_dictionaries(
        {"cards": st.dictionaries(st.sampled_from(("pressure", "provocation")), st.integers(-2, 2))}
    ),
    KNOWN,
    **told("why"),
)
MET = st.fixed_dictionaries({"when": CONDITIONS})
GRADED = st.fixed_dictionaries(
    {"grade": amounts(PUBLIC), "low": st.integers(-9, 0), "high": st.integers(1, 9)}
)
GOAL = of(st.one_of(MET, GRADED), maybe("secret", st.just(True)), text="A goal.", points=30)


@st.composite
def personas(draw: st.DrawFn, side: str) -> Written:
    """Return a temperament of a side."""
    temper = of(
        maybe("habits", st.lists(HABIT, min_size=1, max_size=2)),
        maybe("coolness", st.sampled_from((0.1, 5.0))),
        maybe("foresight", st.sampled_from((0.0, 2.0))),
        maybe("faith", amounts(SEEN)),
        maybe("guess", amounts(SEEN)),
        side=side,
        label="Calm",
        text="Calm.",
    )
    return draw(temper) | {"cares": draw(CARES)}


@st.composite
def written(draw: st.DrawFn) -> Written:
    """Return a scenario of any kind as an author would write it, fit to be played or not."""
    bargain = draw(maybe("bargain", bargains()))
    table = bargain.get("bargain", {})
    made = {name: draw(tracks(name)) for name in TRACKS}
    for name in LADDERS if table else ():
        made[name] = {"label": "Steps", "start": 0, "range": [0, len(table["ladders"][name]["steps"])]}
    for name in ("west", "north") if table else ():
        made[f"{name}.stance"] |= {"show": "owner"}
        made[f"{name}.home"] |= {"show": "owner"}
    months = draw(st.integers(2, 5))
    dated = maybe("turns", st.just(DATES[1 : months + 1]))
    sides = {name: side | {"goals": draw(st.dictionaries(st.sampled_from("ab"), GOAL, min_size=1))}
             for name, side in SMALL["sides"].items()}  # fmt: skip
    acts = {name: draw(cards(name.split("_")[0])) for name in ACTS}
    private = draw(redlines()) | {"drawn_by": "west", "declared": False}
    deal = {"deal": {"when": draw(st.sampled_from(BARGAINED)), **told("title", "text")}} if table else {}
    return _together(
        {key: SMALL[key] for key in ("format", "id", "title", "summary", "start", "slots")},
        {"months": months, "sides": sides, "tracks": made},
        {"cards": acts | (draw(talks()) if table else {}) | {"south_act_0": a_card("south")}},
        {"redlines": {"line": draw(redlines()), "private": private}},
        bargain,
        draw(dated),
        {"calendar": {"vote": draw(EVENT)}},
        {"injects": {"flood": draw(of(EFFECTS, **told("title", "text")))}},
        {"upkeep": {"rule": draw(of(WHEN, CHANCE, EFFECTS, **told("title", "why")))}},
        {"endings": {"storm": draw(ENDING), **deal, "end": {"title": "The end", "text": "It ended."}}},
        {"personas": {f"calm_{side}": draw(personas(side)) for side in SMALL["sides"]}},
    )


def read(found: Written) -> Scenario | None:
    """Return a scenario as the checker reads it, or none where the checker refuses it."""
    try:
        scenario = Scenario.model_validate(found)
    except ValidationError:
        return None
    return None if any(True for _ in misfits(scenario)) else scenario


def scenarios() -> st.SearchStrategy[Scenario]:
    """Return scenarios of any kind that the checker lets be played."""
    return written().map(read).filter(bool).map(lambda scenario: cast(Scenario, scenario))
