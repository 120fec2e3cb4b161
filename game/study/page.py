"""The study as one page that stands alone: it opens anywhere, on a phone too, and prints."""

from game.match.dates import in_short
from game.model.turn import date_of_turn
from game.pages.rendering import render
from game.rules.rulebook import Rulebook
from game.study.figures import footing
from game.study.interval import bounds_told, figure
from game.study.report import StudyReport

NAMED = 8
"""Months at most that are named below the fan."""


def study_page(found: StudyReport, book: Rulebook) -> str:
    """Return the figures of a study as a whole HTML page."""
    scenario = book.scenario
    return render(
        "study.html",
        language="en",
        found=found,
        scenario=scenario,
        months=[
            {"number": n, "name": _month(date_of_turn(scenario.start, scenario.turns, n))}
            for n in range(1, scenario.months + 1, -(-scenario.months // NAMED))
        ],
        month_name=_month,
        short=figure,
        bounds_told=bounds_told,
        footing=footing,
    )


def _month(date: str) -> str:
    """Return the month of a date in three letters."""
    return in_short(date[:7])
