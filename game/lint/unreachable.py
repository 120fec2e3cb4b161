"""Dead content: cards, lines, events, endings and goals that no game ever reaches."""

from collections.abc import Iterator

from game.conditions.condition import Expression
from game.conditions.ranges import interval, verdict
from game.lint.conditions import Loc
from game.lint.notice import Notice, spans_told
from game.lint.reach import Reach
from game.model.card import Card
from game.model.goal import Goal
from game.model.redline import Redline
from game.model.turn import turn_of


class Dead:
    """Tells what a scenario holds and no game reaches; consequences of one root cause are left out."""

    def __init__(self, reach: Reach) -> None:
        """Look at what can be reached."""
        self.reach = reach
        self.known = reach.known
        self.scenario = reach.known.scenario

    def notices(self) -> Iterator[Notice]:
        """Yield a notice for each piece that no game reaches."""
        yield from self._cards()
        yield from self._lines()
        yield from self._events()
        yield from self._endings()
        yield from self._goals()
        yield from self._packages()

    def missing(self, loc: Loc) -> bool:
        """Return whether what stands at *loc* never comes to pass."""
        return loc not in self.reach.reached

    def _why(self, condition: Expression | None, side: str | None = None) -> str:
        """Return what the readings that a condition asks for span."""
        if condition is None:
            return ""
        return spans_told(self.known.tree(condition, side), self.known.ranges, self.scenario.months)

    def _cards(self) -> Iterator[Notice]:
        for name, card in self.scenario.cards.items():
            if self.missing(("cards", name)):
                yield self._card(name, card)

    def _card(self, name: str, card: Card) -> Notice:
        said = "this card can never be played"
        for track, price in card.price.items():
            most = self.known.ranges[track][1]
            if most < price:
                loc = ("cards", name, "price", track)
                return Notice(
                    "D401", loc, f"{said}: it costs {price} of {track}, which is never above {most}"
                )
        hint = self._why(card.when, card.side)
        return Notice("D401", ("cards", name, "when"), f"{said}: its condition never holds", hint)

    def _lines(self) -> Iterator[Notice]:
        for name, line in self.scenario.redlines.items():
            if self.missing(("redlines", name)):
                yield self._line(name, line)

    def _line(self, name: str, line: Redline) -> Notice:
        loc, said = ("redlines", name), "nobody can cross this line"
        limit = line.limit
        if limit is not None and not line.crossed_by:
            most, low = self.known.ranges[limit.track][1], min(limit.above, default=0)
            if most <= low:
                message = f"{said}: {limit.track} never passes {low}"
                return Notice("D404", (*loc, "limit", "above"), message, f"it is never above {most}")
        if self.known.never_held(loc):
            hint = self._why(line.when, line.drawn_by)
            return Notice("D404", (*loc, "when"), f"{said}: its condition never holds", hint)
        return Notice("D404", (*loc, "crossed_by"), f"{said}: none of its cards can be played")

    def _events(self) -> Iterator[Notice]:
        for name, event in self.scenario.calendar.items():
            loc = ("calendar", name)
            turn = turn_of(self.scenario.start, self.scenario.turns, event.month)
            if not 1 <= turn <= self.scenario.months:
                message = f"this event never happens: {event.month} lies outside the game"
                yield Notice("D405", (*loc, "month"), message)
            elif self.missing(loc):
                message = "this event never happens: its condition cannot hold in its month"
                yield Notice("D405", (*loc, "when"), message, self._why(event.when))

    def _endings(self) -> Iterator[Notice]:
        closed = ""
        for name, ending in self.scenario.endings.items():
            loc = ("endings", name)
            if closed and not ending.at_once:
                message = f"this ending never comes: '{closed}' above it always holds"
                yield Notice("D407", loc, message, "put the ending without a condition last", on_key=True)
            elif self.missing(loc) and self.known.never_held(loc):
                message = "this ending never comes: its condition never holds"
                yield Notice("D407", (*loc, "when"), message, self._why(ending.when))
            if not ending.at_once and self._always(ending.when):
                closed = closed or name

    def _always(self, condition: Expression | None) -> bool:
        """Return whether a condition holds whatever happened, as one that is not there does."""
        return condition is None or verdict(self.known.tree(condition, None), self.known.ranges) is True

    def _goals(self) -> Iterator[Notice]:
        for side_id, side in self.scenario.sides.items():
            for name, goal in side.goals.items():
                yield from self._goal(("sides", side_id, "goals", name), goal, side_id)

    def _goal(self, loc: Loc, goal: Goal, side: str) -> Iterator[Notice]:
        measure = goal.when or goal.grade
        assert measure is not None
        worth = self._worth(goal, side)
        key = "when" if goal.when else "grade"
        if worth == (0, 0):
            yield Notice("D408", (*loc, key), "this goal never wins a point", self._why(measure, side))
        elif worth == (1, 1):
            yield Notice("D409", (*loc, key), "this goal is always won in full", self._why(measure, side))

    def _worth(self, goal: Goal, side: str) -> tuple[int, int]:
        """Return whether a goal is surely won in full, and whether it can win anything at all."""
        if goal.when is not None:
            held = verdict(self.known.tree(goal.when, side), self.known.ranges)
            return (0, 1) if held is None else (int(held), int(held))
        assert goal.grade is not None
        low, high = interval(self.known.tree(goal.grade, side), self.known.ranges)
        if goal.high < goal.low:
            low, high, bottom, top = -high, -low, -goal.low, -goal.high
        else:
            bottom, top = goal.low, goal.high
        return int(low >= top), int(high > bottom)

    def _packages(self) -> Iterator[Notice]:
        bargain = self.scenario.bargain
        if bargain is None:
            return
        if self.missing(("bargain",)):
            hint = "one principal needs a card with the role 'offer', the other one with 'accept' or 'offer'"
            yield Notice("D412", ("bargain",), "no terms can ever be signed here", hint, on_key=True)
            return
        for name in bargain.packages:
            if self.missing(("bargain", "packages", name)):
                message = "no home could ever ratify this package: it needs more room than there can be"
                yield Notice("D412", ("bargain", "packages", name, "levels"), message, on_key=True)
