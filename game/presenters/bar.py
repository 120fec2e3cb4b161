"""The bar: which month it is, how many there are, and the dates ahead."""

import re
from dataclasses import dataclass

from game.match.glimpse import Glimpse
from game.model.turn import turn_of
from game.presenters.content import CalendarContent, Occasion
from game.presenters.naming import month_name, month_short
from game.presenters.words import _


@dataclass(frozen=True)
class BarPage:
    """What the bar across the top says."""

    title: str
    """The month and year."""

    note: str
    """Which month of how many."""

    calendar: CalendarContent
    """The months as a strip, with the dates worth announcing."""


def present_bar(seen: Glimpse, month: int | None = None) -> BarPage:
    """Return the bar for a month of play, the open one if none is named."""
    shown = min(month or seen.month, seen.book.months)
    date = seen.date_of(shown)
    said = _("Turn {now} of {all}") if seen.book.scenario.turns else _("Month {now} of {all}")
    note = said.format(now=shown, all=seen.book.months)
    return BarPage(month_name(date), note, _calendar(seen, shown))


def _calendar(seen: Glimpse, shown: int) -> CalendarContent:
    scenario = seen.book.scenario
    months = tuple(month_short(seen.date_of(n)).strip() for n in range(1, seen.book.months + 1))
    occasions = tuple(
        Occasion(
            month=turn_of(scenario.start, scenario.turns, event.month) - 1,
            part=0.5 if scenario.turns else _part(event.day),
            label=event.day,
            branch=bool(event.branches),
        )
        for event in scenario.calendar.values()
        if event.day
    )
    return CalendarContent(months, shown - 1, occasions, scenario.start[:4])


def _part(day: str) -> float:
    """Return how far into its month a day such as '3 Nov election' or '11월 3일 대선' falls, from 0 to 1."""
    found = re.match(r"(\d+)\s|\d+월 (\d+)일", day)
    return min(int(found[1] or found[2]), 31) / 31 if found else 0.5
