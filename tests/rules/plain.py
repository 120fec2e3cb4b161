"""The rules of a month once more in plain whole numbers, for scenarios without luck or a bargaining table."""

from collections.abc import Iterable, Mapping
from typing import Any

from game.conditions.condition import Expression
from game.conditions.syntax import own
from game.model.scenario import Scenario
from tests.conditions.conditions import value

Sheets = Mapping[str, Mapping[str, str]]
"""The card on each line, by side and slot; a line left out is held."""


class Plain:
    """One table, written down as a person would: no arrays, and numbers as large as they come."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.month = 1
        self.readings = {name: track.start for name, track in scenario.tracks.items()}
        self.sheets: list[Sheets] = []
        self.owed: set[str] = set()
        self._settle(self._news())

    def play(self, sheets: Sheets) -> None:
        """Play a month (§3.4)."""
        self.sheets.append(sheets)
        laid = {card for sheet in sheets.values() for card in sheet.values()}
        self._settle(self._acts(sheets))
        crossed = [name for name, line in self.scenario.redlines.items() if laid & set(line.crossed_by)]
        self._settle(self._effects(name, "effects") for name in crossed)
        self._settle(self._answer(name, laid) for name in self.owed)
        self.owed = set(crossed)
        self._settle(
            self._moved(rule.effects)
            for rule in self.scenario.upkeep.values()
            if rule.when is None or self.number(rule.when)
        )
        self.month += 1
        self._settle(self._news())

    def number(self, amount: Expression | int, side: str | None = None) -> int:
        """Return what an amount comes to; a condition is 1 or 0."""
        if isinstance(amount, int):
            return amount
        tree = amount.tree if side is None else own(amount.tree, side)
        return value(tree, {**self.readings, "month": self.month})

    def points(self, side: str) -> int:
        """Return what a side has won, in hundredths (§11.4)."""
        total = 0
        for goal in self.scenario.sides[side].goals.values():
            if goal.grade is None:
                assert goal.when is not None
                total += 100 * goal.points * self.number(goal.when, side)
                continue
            span, climbed = goal.high - goal.low, self.number(goal.grade, side) - goal.low
            climbed, span = (climbed, span) if span > 0 else (-climbed, -span)
            total += 100 * goal.points * min(max(climbed, 0), span) // span
        return total

    def _acts(self, sheets: Sheets) -> Iterable[Mapping[str, int]]:
        """Yield what the cards move: price, effects, gains that wear off, riders (§4.3, §5)."""
        for side, sheet in sheets.items():
            for slot, name in sheet.items():
                card = self.scenario.cards[name]
                uses = sum(past.get(side, {}).get(slot) == name for past in self.sheets[-4:-1])
                yield {track: -price for track, price in card.price.items()}
                yield self._moved(card.effects, side)
                yield {track: max(0, gain - uses) for track, gain in card.gains.items()}
                yield from (
                    self._moved(rider.effects, side)
                    for rider in card.riders
                    if rider.when is None or self.number(rider.when, side)
                )

    def _answer(self, name: str, laid: set[str]) -> Mapping[str, int]:
        """Return what an answer owed moves, given or not (§6.4)."""
        given = laid & set(self.scenario.redlines[name].answered_by)
        return self._effects(name, "answered" if given else "backed_down")

    def _effects(self, line: str, block: str) -> Mapping[str, int]:
        found = self.scenario.redlines[line]
        return self._moved(getattr(found, block), found.drawn_by)

    def _news(self) -> Iterable[Mapping[str, int]]:
        """Yield what the calendar moves this month; the game begins in May."""
        for event in self.scenario.calendar.values():
            if int(event.month[5:]) - 4 == self.month:
                yield self._moved(event.effects)

    def _moved(self, effects: Mapping[str, Any], side: str | None = None) -> Mapping[str, int]:
        return {track: self.number(amount, side) for track, amount in effects.items()}

    def _settle(self, moves: Iterable[Mapping[str, int]]) -> None:
        """Sum the moves of a phase and hold every reading to its scale (§3.5)."""
        made = list(moves)
        for name, track in self.scenario.tracks.items():
            low, high = track.range
            total = self.readings[name] + sum(each.get(name, 0) for each in made)
            self.readings[name] = min(max(total, low), high)
