"""Dates: the month of play as the calendar writes it and as people say it."""

import datetime
from functools import lru_cache

from game.rules.index import Say
from game.scenario.languages import ENGLISH, language_of

WRITTEN = {ENGLISH: "en_GB"}
"""Whose order of day, month and year a language takes, where it is not its own."""


def in_words(date: str, say: Say = str) -> str:
    """Return 2020-05 as May 2020, and 2015-08-04 as 4 August 2015; *say* says it in another language."""
    return _said(date, say, "yMMMM", "yMMMMd")


def month_in_words(date: str, say: Say = str) -> str:
    """Return 2020-08 as August, and 2015-08-04 as 4 August."""
    return _said(date, say, "LLLL", "MMMMd")


def in_short(date: str, say: Say = str) -> str:
    """Return 2020-08 as Aug, and 2015-08-04 as 4 Aug."""
    return _said(date, say, "LLL", "MMMd")


def _said(date: str, say: Say, month: str, day: str) -> str:
    """Return a date by the skeleton for a month or for a day, its names those of the language."""
    return say(_in(language_of(say), date, day if date.count("-") == 2 else month))


@lru_cache(maxsize=1024)
def _in(language: str, date: str, skeleton: str) -> str:
    """Return a date by a skeleton in a language, which is not always that of whoever asked before."""
    from babel import Locale  # its data is read only where a date is told: starts stay light
    from babel.dates import format_date

    year, month, day = (*map(int, date.split("-")), 1)[:3]
    pattern = Locale.parse(WRITTEN.get(language, language)).datetime_skeletons.get(skeleton, skeleton)
    told = datetime.date(year, month, day)
    return str(format_date(told, str(getattr(pattern, "pattern", pattern)), locale=language))
