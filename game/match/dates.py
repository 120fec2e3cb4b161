"""Dates: the month of play as the calendar writes it and as people say it."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def year_month(start: str, number: int) -> str:
    """Return month *number* of play, from 1, of a game that starts in *start*, as 2020-05."""
    year, month = map(int, start.split("-"))
    years, past = divmod(month + number - 2, 12)
    return f"{year + years:04}-{past + 1:02}"


def in_words(date: str) -> str:
    """Return 2020-05 as May 2020."""
    year, month = date.split("-")
    return f"{MONTHS[int(month) - 1]} {year}"
