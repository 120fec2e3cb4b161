"""Meant: values written by habits of other programs, and how a scenario writes them."""

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBERS = (
    re.compile(r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})(?:[-/. ](?P<day>\d{1,2}))?"),
    re.compile(r"(?P<month>\d{1,2})[-/. ](?P<year>\d{4})"),
)
WORDS = (
    re.compile(r"(?:(?P<day>\d{1,2})\.? )?(?P<name>[a-z]{3,9})\.?,? (?P<year>\d{4})", re.IGNORECASE),
    re.compile(r"(?P<name>[a-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})", re.IGNORECASE),
    re.compile(r"(?P<year>\d{4})[- ](?P<name>[a-z]{3,9})", re.IGNORECASE),
)

YES, NO = ("yes", "on", "y", "t"), ("no", "off", "n", "f")

TIGHT = re.compile(r"([^\s:]+):([^\s:]\S*)")


def date_meant(text: str) -> str:
    """Return a month or a day as a scenario writes it, such as 2031-04 for '2031/4'; empty if it is none."""
    for form in (*NUMBERS, *WORDS):
        found = form.fullmatch(text.strip())
        if found:
            return _date(found.groupdict())
    return ""


def _date(parts: dict[str, str | None]) -> str:
    name = (parts.get("name") or "")[:3].lower()
    month = MONTHS.index(name) + 1 if name in MONTHS else int(parts.get("month") or 0)
    day = int(parts.get("day") or 1)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return ""
    whole = f"{parts['year']}-{month:02}"
    return f"{whole}-{day:02}" if parts.get("day") else whole


def truth_meant(text: str) -> str:
    """Return true or false where another word for it is written; empty if it is none."""
    word = text.strip().lower()
    return "true" if word in YES else "false" if word in NO else ""


def percent_meant(number: object) -> int | None:
    """Return the percent that a share such as 0.5 stands for, if it is a whole number of them."""
    if not isinstance(number, float) or not 0 < number <= 1:
        return None
    percent = round(100 * number)
    return percent if abs(percent - 100 * number) < 1e-9 else None


def spaced(key: str) -> str:
    """Return 'water: +2' for a key such as 'water:+2', in which a blank is missing; empty for another."""
    found = TIGHT.fullmatch(key)
    return f"{found[1]}: {found[2]}" if found else ""
