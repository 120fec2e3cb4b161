"""Did you mean: the known names nearest to a mistyped one, and whether one of them is meant for certain."""

from collections import Counter
from collections.abc import Iterable

ALIKE = 0.6
LONGEST = 60

MOST_TOLD = 3
"""So many names are told at most where several can be meant."""

LONG = 10
"""From so many letters on, two slips of the finger in a name are believed, else one."""

SHORTEST = 3
"""A shorter name with a slip in it may stand for anything."""


def guesses(
    name: str, known: Iterable[str], side: str | None = None, *, own: bool = False
) -> tuple[str, ...]:
    """Return what a name may be meant for, the likeliest first; one alone where no other is nearly as near.

    A track whose owner was left out comes before all that is only alike, those of the acting *side* first;
    where only an *own* one makes sense, that is meant.
    """
    if len(name) > LONGEST:
        return ()
    names = sorted(set(known))
    lacking = [each for each in names if "." in each and _bare(_last(each)) == _bare(name)]
    if lacking and "." not in name and not any(_bare(each) == _bare(name) for each in names):
        ranked = sorted(lacking, key=lambda each: not each.startswith(f"{side}."))
        is_own = own and ranked[0].startswith(f"{side}.")
        return tuple(ranked[: 1 if is_own else MOST_TOLD])
    graded = sorted((-likeness(name, each), each) for each in names)
    near = [each for grade, each in graded if -grade >= ALIKE]
    margin = max(2 * slips(name, near[0]), 1) if near else 0
    return tuple(each for at, each in enumerate(near) if not at or slips(name, each) < margin)[:MOST_TOLD]


def is_slip(name: str, meant: str) -> bool:
    """Say whether a name is so near to another that nothing but a slip lies between: it may be rewritten."""
    if "." not in name and _bare(_last(meant)) == _bare(name):
        return True
    letters = len(_bare(_own(name, meant)[0]))
    return slips(name, meant) <= (0 if letters < SHORTEST else 2 if letters >= LONG else 1)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like *name*, or nothing if none is at least 60 % alike."""
    return next(iter(guesses(name, known)), None)


def likeness(name: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1; case, '-', '_' and blanks count for nothing.

    Of two names of one owner, such as seoul.trust and seoul.mood, only the last parts are compared; a name
    without an owner is compared with the last part of one that has one as well.
    """
    mine, theirs = _own(name, other)
    whole = _likeness(mine, theirs)
    if "." in mine or "." not in theirs:
        return whole
    return max(whole, _likeness(mine, _last(theirs)) - TWICE)


TWICE = 0.01
"""Taken off where the owner is missing as well as a letter."""


def slips(name: str, other: str) -> int:
    """Return how many slips of the finger lie between two names."""
    mine, theirs = map(_bare, _own(name, other))
    return _distance(mine, theirs, max(len(mine), len(theirs)))


def _likeness(one: str, other: str) -> float:
    mine, theirs = sorted((_bare(one), _bare(other)), key=len)
    longest = max(len(theirs), 1)
    most = int((1 - ALIKE) * longest)
    found = _distance(mine, theirs, most)
    is_part = len(mine) > SHORTEST and mine in theirs
    return max(1 - found / longest if found <= most else 0.0, is_part * 2 * len(mine) / (len(mine) + longest))


def _distance(one: str, other: str, most: int) -> int:
    """Return how many letters are wrong, missing, too many or swapped; anything above *most* if more."""
    shared = sum((Counter(one) & Counter(other)).values())
    if max(len(one), len(other)) - shared > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, each in enumerate(other, 1):
            least = min(line[-1] + 1, last[column] + 1, last[column - 1] + (letter != each))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == each:
                least = min(least, before[column - 2] + 1)
            line.append(least)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return last[-1]


def _own(name: str, other: str) -> tuple[str, str]:
    """Return both names, without their owner where it is the same."""
    owner, dot, own = name.rpartition(".")
    return (own, other[len(owner) + 1 :]) if dot and other.startswith(owner + dot) else (name, other)


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def did_you_mean(name: str, known: Iterable[str], side: str | None = None, *, own: bool = False) -> str:
    """Return the hint "did you mean 'major'?", or an empty text; of several names all are told."""
    found = [f"'{each}'" for each in guesses(name, known, side, own=own)]
    return f"did you mean {' or '.join(found)}?" if found else ""


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


_DASHES = str.maketrans("", "", "-_ ")


def _bare(name: str) -> str:
    return name.casefold().translate(_DASHES)
