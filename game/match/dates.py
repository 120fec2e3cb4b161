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


@lru_cache(maxsize=1024)
def _said(date: str, say: Say, month: str, day: str) -> str:
    """Return a date by the skeleton for a month or for a day, its names those of the language."""
    from babel import Locale  # its data is read only where a date is told: starts stay light
    from babel.dates import format_date

    language = language_of(say)
    parts = [int(part) for part in date.split("-")]
    skeleton = day if len(parts) == 3 else month
    pattern = Locale.parse(WRITTEN.get(language, language)).datetime_skeletons.get(skeleton, skeleton)
    told = datetime.date(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
    return say(format_date(told, str(getattr(pattern, "pattern", pattern)), locale=language))
