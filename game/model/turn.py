"""Turns: the months of play and their dates, where a turn need not be a month (§3)."""

from collections.abc import Sequence


def turn_of(start: str, turns: Sequence[str], date: str) -> int:
    """Return the turn from 1 in which a *date* falls, below 1 before the first.

    *turns* are the first days of the turns; where there are none, each is a month, from *start* on.
    """
    if turns:
        return sum(turn <= date for turn in turns)
    (y0, m0), (y1, m1) = (map(int, text.split("-")[:2]) for text in (start, date))
    return (y1 - y0) * 12 + m1 - m0 + 1


def date_of_turn(start: str, turns: Sequence[str], number: int) -> str:
    """Return when turn *number*, from 1, begins: as 2020-05, or as the scenario dates its *turns*."""
    if turns:
        return turns[min(number, len(turns)) - 1]
    year, month = map(int, start.split("-"))
    years, past = divmod(month + number - 2, 12)
    return f"{year + years:04}-{past + 1:02}"
