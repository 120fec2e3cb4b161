"""Did you mean: the known name nearest to a mistyped one."""

from collections.abc import Iterable
from difflib import SequenceMatcher

ALIKE = 0.6
SWAPPED = 0.95
LONGEST = 60


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like *name*, or nothing if none is at least 60 % alike."""
    if len(name) > LONGEST:
        return None
    graded = [(likeness(name, each), each) for each in known]
    best, found = max(graded, key=lambda pair: pair[0], default=(0.0, ""))
    return found if best >= ALIKE else None


def likeness(name: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1; case, '-', '_' and blanks count for nothing.

    Of two names of one owner, such as seoul.trust and seoul.mood, only the last parts are compared.
    Letters in another order, the commonest slip of the finger, are all but the same.
    """
    owner, dot, own = name.rpartition(".")
    if dot and other.startswith(owner + dot):
        return likeness(own, other.removeprefix(owner + dot))
    mine, theirs = _bare(name), _bare(other)
    if 2 * min(len(mine), len(theirs)) < ALIKE * (len(mine) + len(theirs)):
        return 0.0  # so far apart in length that the rest need not be looked at
    swapped = mine != theirs and sorted(mine) == sorted(theirs)
    return SWAPPED if swapped else SequenceMatcher(None, mine, theirs).ratio()


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the hint "did you mean 'major'?", or an empty text."""
    found = nearest(name, known)
    return f"did you mean '{found}'?" if found else ""


def choices(name: str, known: Iterable[str], word: str = "choices", most: int = 12) -> str:
    """Return a hint with the nearest known name and all known names, if they are few."""
    names = tuple(known)
    nearest_one = did_you_mean(name, names)
    if not 0 < len(names) <= most:
        return nearest_one
    listed = f"{word}: {', '.join(names)}"
    return f"{nearest_one} {listed[:1].upper()}{listed[1:]}" if nearest_one else listed


def closing(name: str, known: Iterable[str], word: str = "choices", most: int = 12) -> str:
    """Return how a sentence ends that refuses *name*: with what may have been meant, where anything may."""
    told = choices(name, known, word, most)
    return f"; {told[:1].lower()}{told[1:]}{'' if told.endswith('?') else '.'}" if told else "."


def _bare(name: str) -> str:
    return name.casefold().translate({ord(mark): None for mark in "-_ "})
