"""Worth: points that do not add up to what the rules expect, and cards that accept what may not be there."""

from collections.abc import Iterable, Iterator

from game.lint.conditions import Loc
from game.lint.notice import Notice
from game.located.findings import Grade
from game.model.card import Role
from game.model.scenario import Scenario
from game.model.side import Side
from game.model.turn import turn_of

POINTS = 100
"""What the goals of a side are worth together (§11.4)."""

OFFERED = "ask in its 'when' whether a side's offer is there, as 'offered(SIDE)' does"

ABOUT = 4
"""By so much the sum may differ."""


def doubtful_points(scenario: Scenario) -> Iterator[Notice]:
    """Yield a note for each side whose goals are worth more than about 100 (§11.4)."""
    for side_id, side in scenario.sides.items():
        total = _worth(side)
        if total > POINTS + ABOUT:
            message = f"the goals of this side are worth {total} points together"
            hint = f"about {POINTS} a side keep them comparable"
            yield Notice("D423", ("sides", side_id, "goals"), message, hint, Grade.NOTE, on_key=True)


def _worth(side: Side) -> int:
    """Return what the open goals of a side are worth, with its least secret one if they leave room for it."""
    known = sum(goal.points for goal in side.goals.values() if not goal.secret)
    secret = min((goal.points for goal in side.goals.values() if goal.secret), default=0)
    return known + secret if known < POINTS else known


def blind_acceptance(scenario: Scenario) -> Iterator[Notice]:
    """Yield a note for each card that accepts terms without asking whether any lie there (§8)."""
    for name, card in scenario.cards.items():
        asked = {question.function for question in card.when.questions} if card.when else set()
        if card.role is Role.ACCEPT and "offered" not in asked:
            message = "this card accepts terms, and may be laid where none lie on the table"
            yield Notice("D424", ("cards", name), message, OFFERED, Grade.NOTE, on_key=True)


def tests_out_of_time(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice for each month of a test that lies outside the game."""
    for name, test in scenario.tests.items():
        asked: dict[Loc, str] = {("tests", name, "play", month): month for month in test.play}
        asked |= {("tests", name, "until"): test.until} if test.until else {}
        for loc, month in asked.items():
            if not 1 <= turn_of(scenario.start, scenario.turns, month) <= scenario.months:
                message = f"this test cannot be played: {month} lies outside the game"
                yield Notice("D425", loc, message, on_key="play" in loc)
        for month, sheets in test.play.items():
            for side, orders in sheets.items():
                yield from _of_others(scenario, ("tests", name, "play", month, side), side, orders)


def _of_others(scenario: Scenario, loc: Loc, side: str, orders: Iterable[str]) -> Iterator[Notice]:
    """Yield a notice for each card on a sheet that belongs to another side."""
    for card_id in orders:
        card = scenario.cards.get(card_id)
        if card and card.side != side:
            message = f"this test cannot be played: '{card_id}' is a card of {card.side}"
            yield Notice("D425", loc, message)


def long_plans(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice for each plan of a lesson that plays more months than the game has."""
    plans = scenario.teaching.plans if scenario.teaching else {}
    for name, plan in plans.items():
        if plan.months > scenario.months:
            message = f"{plan.months} months are planned in a game of {scenario.months}"
            yield Notice("D428", ("teaching", "plans", name, "months"), message)
