"""The one place where tests make scenarios, rulebooks and tables."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import numpy as np

from game.model.scenario import Scenario
from game.rules.adjudicate import adjudicate
from game.rules.dice import FAIR, Dice
from game.rules.ledger import SILENT, Ledger
from game.rules.rulebook import Rulebook, compile_rulebook
from game.rules.setup import set_up
from game.rules.sheets import Order, encode
from game.rules.tables import Tables
from game.rules.terms import Terms


def a_card(side: str, slot: str = "act", kind: str = "pressure", **more: Any) -> dict[str, Any]:
    """Return a card as a scenario writes it."""
    card = {
        "side": side,
        "slot": slot,
        "kind": kind,
        "title": "A card",
        "text": "It acts.",
        "why": "It was played.",
    }
    return card | more


SMALL: dict[str, Any] = {
    "format": 1,
    "id": "small",
    "title": "Small",
    "summary": "Two principals and a neighbour.",
    "start": "2020-05",
    "months": 6,
    "sides": {
        "west": {
            "label": "West",
            "letter": "W",
            "mark": "square",
            "office": "the cabinet",
            "summary": "Wants quiet.",
            "goals": {
                "quiet": {"text": "Calm.", "points": 50, "grade": "heat", "low": 10, "high": 0},
                "plan": {"text": "A plan.", "points": 10, "when": "relief >= 1", "secret": True},
                "pride": {"text": "Pride.", "points": 10, "when": "west.home >= 5", "secret": True},
            },
        },
        "north": {
            "label": "North",
            "letter": "N",
            "mark": "diamond",
            "office": "the bureau",
            "summary": "Wants relief.",
            "goals": {"relief": {"text": "Relief.", "points": 50, "grade": "relief", "low": 0, "high": 2}},
        },
        "south": {
            "label": "South",
            "letter": "S",
            "mark": "circle",
            "office": "the council",
            "summary": "Wants peace.",
            "goals": {"peace": {"text": "Peace.", "points": 50, "when": "heat <= 6"}},
        },
    },
    "slots": {
        "act": {"title": "Act", "text": "Abroad.", "hold": "Nothing is done."},
        "table": {"title": "Table", "text": "Offers.", "hold": "Offers lapse."},
    },
    "tracks": {
        "heat": {"label": "Heat", "start": 4},
        "sanctions": {"label": "Sanctions", "start": 5},
        "trust": {"label": "Trust", "start": 3},
        "arms": {"label": "Arms", "start": 0, "range": [0, 3]},
        "relief": {"label": "Relief", "start": 0, "range": [0, 2]},
        "west.home": {"label": "Home", "start": 5, "show": "owner"},
        "west.stance": {"label": "Stance", "start": 0, "range": [0, 3], "show": "owner"},
        "west.resolve": {"label": "Resolve", "start": 6},
        "north.home": {"label": "Home", "start": 5, "show": "owner"},
        "north.stance": {"label": "Stance", "start": 0, "range": [0, 3], "show": "owner"},
        "south.home": {"label": "Home", "start": 5, "show": "owner"},
    },
    "cards": {
        "protest": a_card("west", effects={"heat": 1}),
        "signal": a_card("west", kind="signal", effects={"trust": 1}),
        "push": a_card("west", effects={"sanctions": 1}, price={"west.home": 2}),
        "west_offer": a_card("west", "table", "diplomacy", role="offer"),
        "west_accept": a_card("west", "table", "diplomacy", role="accept", when="offered(north)"),
        "small_test": a_card(
            "north", kind="provocation", scale="low", effects={"heat": 1}, gains={"north.home": 2}
        ),
        "big_test": a_card("north", kind="provocation", scale="major", effects={"heat": 2}, limit=1),
        "mines": a_card(
            "north",
            kind="provocation",
            scale="ambiguous",
            effects={"heat": 1},
            cooldown=1,
            attribution={
                "chance": 50,
                "never": 10,
                "headline": "Mines went off",
                "effects": {"trust": -1},
                "sped_by": {"inquiry": 15},
                "why": "The author was named.",
            },
        ),
        "north_offer": a_card("north", "table", "diplomacy", role="offer"),
        "north_accept": a_card("north", "table", "diplomacy", role="accept", when="offered(west)"),
        "north_stall": a_card("north", "table", "diplomacy", role="stall", when="in_force()"),
        "north_leave": a_card("north", "table", "diplomacy", role="leave", when="in_force()"),
        "inquiry": a_card("south", effects={"trust": 0}),
        "mediate": a_card("south", "table", "diplomacy", role="bridge"),
    },
    "redlines": {
        "tests": {
            "title": "No big tests",
            "drawn_by": "west",
            "crossed_by": ["major", "mines"],
            "why": "It was crossed.",
            "effects": {"trust": -1},
            "answered_by": ["protest", "push"],
            "answered": {"heat": 1},
            "backed_down": {"west.resolve": -2},
            "answers": {
                "council": {
                    "title": "The council acts",
                    "chance": 92,
                    "lag": [15, 55, 20, 10],
                    "effects": {"sanctions": 2},
                    "why": "The council met.",
                }
            },
        },
        "boil": {
            "title": "No boil",
            "drawn_by": "south",
            "declared": False,
            "limit": {"track": "heat", "above": [6, 7]},
            "why": "It boiled.",
            "answered_by": ["inquiry"],
            "backed_down": {"south.home": -1},
        },
    },
    "bargain": {
        "slot": "table",
        "principals": ["west", "north"],
        "homes": {
            "west": {
                "stance": "west.stance",
                "asks": "max(0, relief - arms + first.west)",
                "room": "west.home",
                "needs": "relief + 2 * shortfall",
                "price": {"west.home": -1},
                "failed": {"west.home": -1},
            },
            "north": {
                "stance": "north.stance",
                "asks": "max(0, arms - relief + first.north)",
                "price": {"north.home": -1},
            },
        },
        "signed": {"trust": 1},
        "breach": {"trust": -2},
        "stalled": {"trust": -1},
        "ladders": {
            "arms": {
                "label": "Arms",
                "side": "north",
                "track": "arms",
                "broken_by": {"big_test": 100},
                "steps": [{"title": "Halt"}, {"title": "Freeze"}, {"title": "Dismantle"}],
            },
            "relief": {
                "label": "Relief",
                "side": "west",
                "track": "relief",
                "undone": {"sanctions": 1},
                "steps": [{"title": "Food", "effects": {"sanctions": -1}}, {"title": "Trade"}],
            },
        },
        "packages": {
            "swap": {"title": "Swap", "text": "One for one.", "levels": {"arms": 1, "relief": 1}},
            "arms_first": {
                "title": "Arms first",
                "text": "Arms, then relief.",
                "first": "north",
                "levels": {"arms": 2, "relief": 1},
            },
        },
    },
    "calendar": {
        "vote": {
            "month": "2020-07",
            "title": "A vote",
            "text": "The West voted.",
            "branches": {
                "stays": {"title": "Stays", "chance": "min(90, 20 + 5 * west.resolve)"},
                "goes": {"title": "Goes", "effects": {"trust": -1}},
            },
        },
    },
    "upkeep": {
        "cooling": {
            "title": "Cooling",
            "when": "heat > 4",
            "effects": {"heat": -1},
            "why": "Tempers cooled.",
        },
    },
    "endings": {
        "war": {
            "title": "War",
            "text": "It came to war.",
            "when": "heat >= 8",
            "chance": "5 * (heat - 7)",
            "at_once": True,
            "points": {"west": -150, "north": -150, "south": -150},
            "near_miss": "Close.",
        },
        "deal": {"title": "Deal", "text": "They dealt.", "when": "in_force()"},
        "drift": {"title": "Drift", "text": "Nothing changed."},
    },
    "personas": {
        "calm": {
            "side": "west",
            "label": "Calm",
            "text": "Calm.",
            "cares": {"heat": {"each": -1}, "west.home": {"each": 1}, "arms": {"each": 2}},
        },
        "proud": {
            "side": "north",
            "label": "Proud",
            "text": "Proud.",
            "cares": {"north.home": {"each": 1}, "relief": {"each": 2}},
        },
        "mild": {"side": "south", "label": "Mild", "text": "Mild.", "cares": {"heat": {"each": -1}}},
    },
    "ignore": ["D403", "D422 cards.mines"],
}
"""A whole game in small: every mechanism once."""


def a_scenario(**changes: Any) -> Scenario:
    """Return the small scenario; *changes* are merged into it, block by block."""
    return Scenario.model_validate(_merged(deepcopy(SMALL), changes))


def a_book(**changes: Any) -> Rulebook:
    """Return the small scenario's rulebook."""
    return compile_rulebook(a_scenario(**changes))


def a_table(book: Rulebook, seed: int = 1, **readings: int) -> Tables:
    """Return one table; *readings* are starts, with a double underscore for the dot."""
    return set_up(book, [seed], {name.replace("__", "."): at for name, at in readings.items()})


def an_offer(card: str, first: str | None = None, **levels: int) -> Order:
    """Return an order that tables terms."""
    return Order(card, Terms(levels, first))


def played(
    book: Rulebook,
    tables: Tables,
    *cards: str | Order,
    dice: Dice = FAIR,
    ledger: Ledger = SILENT,
) -> Tables:
    """Return the tables after a month in which these cards were played, the rest held."""
    sheets: dict[str, dict[str, Order]] = {}
    for each in cards:
        order = each if isinstance(each, Order) else Order(each)
        card = book.scenario.cards[order.card]
        sheets.setdefault(card.side, {})[card.slot] = order
    laid = np.repeat(encode(book, sheets), tables.count, axis=2)
    return adjudicate(book, tables, laid, dice, ledger)


def reading(book: Rulebook, tables: Tables, track: str, table: int = 0) -> int:
    """Return where a track stands at one table."""
    return int(tables.readings[book.index.tracks[track], table])


def _merged(old: dict[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return *old* with *new* merged in; none removes."""
    for name, value in new.items():
        if value is None:
            old.pop(name, None)
        elif isinstance(value, Mapping) and isinstance(old.get(name), dict):
            _merged(old[name], value)
        else:
            old[name] = value
    return old
