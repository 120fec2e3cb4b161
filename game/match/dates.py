"""Dates: the month of play as the calendar writes it and as people say it."""

from game.rules.index import Say

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def in_words(date: str, say: Say = str) -> str:
    """Return 2020-05 as May 2020, and 2015-08-04 as 4 August 2015; *say* says it in another language."""
    year, month, *day = date.split("-")
    named = _with_day(say(MONTHS[int(month) - 1]), day, say)
    return say("{month} {year}").format(month=named, year=year)


def in_short(date: str, say: Say = str) -> str:
    """Return 2020-08 as Aug, and 2015-08-04 as 4 Aug."""
    _year, month, *day = date.split("-")
    return _with_day(say(MONTHS[int(month) - 1])[:3], day, say)


def _with_day(month: str, day: list[str], say: Say) -> str:
    return say("{day} {month}").format(day=int(day[0]), month=month) if day else month
