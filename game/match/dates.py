"""Dates: the month of play as the calendar writes it and as people say it."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def in_words(date: str) -> str:
    """Return 2020-05 as May 2020, and 2015-08-04 as 4 August 2015."""
    year, month, *day = date.split("-")
    return " ".join([*(str(int(each)) for each in day), MONTHS[int(month) - 1], year])
