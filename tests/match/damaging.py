"""Damages saves by the thousand: flipped bits, cut ends, and mutations sealed anew with a checksum that fits.

Run by itself: COUNT SEED. Writes how many of each sort were made and what became of them. A save must be
refused, or be the very game that its bytes spell out; anything else raises.
"""

import json
import random
import sys
from collections import Counter
from functools import cache
from hashlib import sha256
from typing import Any

from game.match.canonical_json import canonical
from game.match.journal import Journal, journal_of
from game.match.loading import Opened, brought
from game.match.match import Match
from game.match.replay import resumed
from game.match.savefile import pack, unpack
from game.match.seats import seated
from game.match.trouble import Trouble
from tests.match.golden import golden
from tests.match.matches import BOOK, DIGEST, a_journal

HEAD = len(b'{"checksum":"') + 64 + len(b'",')

ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1,
    2**64,
    1.5,
    "",
    "x",
    "human",
    "\x1b[2J",
    "a" * 300,
    [],
    {},
    [[]],
    {"x": {}},
)
"""What a mutation puts in the place of a value."""

PLAYED = 10
"""One in so many of the mutated saves that can be read is played again as well."""


@cache
def saves() -> tuple[bytes, ...]:
    """Return the saves that are damaged: a small one, and a golden one of each format."""
    golden_ones = (golden("first-steps", 1), golden("first-steps", 2), golden("hotseat-unfinished", 1))
    return (pack(a_journal()), pack(a_journal(8, 3)), *(path.read_bytes() for path in golden_ones))


def flipped(save: bytes, draw: random.Random) -> bytes:
    """Return a save with some bits turned."""
    damaged = bytearray(save)
    for _ in range(draw.choice((1, 1, 2, 50))):
        damaged[draw.randrange(len(save))] ^= 1 << draw.randrange(8)
    return bytes(damaged)


def cut(save: bytes, draw: random.Random) -> bytes:
    """Return a save without its end, or without a piece of its middle."""
    first, last = sorted((draw.randrange(len(save)), draw.randrange(len(save) + 1)))
    return save[:first] + (save[last:] if draw.random() < 0.5 else b"")


def resealed(save: bytes, draw: random.Random) -> bytes:
    """Return a save whose bytes were changed and whose checksum fits again."""
    body = flipped(save[HEAD:-1], draw) if draw.random() < 0.8 else cut(save[HEAD:-1], draw)
    return sealed(body)


def rewritten(save: bytes, draw: random.Random) -> bytes:
    """Return a save in which one value was put in the place of another, sealed and spelt as it should be."""
    body = json.loads(save)
    del body["checksum"]
    places = list(_places(body))
    holder, key = draw.choice(places)
    act = draw.randrange(3)
    if act == 0:
        holder[key] = draw.choice(ODD)
    elif act == 1:
        other, at = draw.choice(places)
        holder[key] = json.loads(json.dumps(other[at]))
    else:
        del holder[key]
    return sealed(canonical(body)[1:])


def sealed(body: bytes) -> bytes:
    """Return a body under a checksum that fits."""
    return b'{"checksum":"%s",%s\n' % (sha256(body).hexdigest().encode(), body)


def _places(value: Any) -> Any:
    """Yield every place of a JSON value: what holds it, and where."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in list(items):
        yield value, key
        yield from _places(held)


WAYS = {"flipped": flipped, "cut": cut, "resealed": resealed, "rewritten": rewritten}


def became(save: bytes, damaged: bytes, play: bool) -> str:
    """Return what became of a damaged save; an AssertionError if it is a game that its bytes do not spell."""
    found = unpack(damaged)
    if not isinstance(found, Journal):
        return str(found.value)
    if damaged == save:
        return "unhurt"
    body = json.loads(damaged)
    assert damaged == sealed(canonical({k: v for k, v in body.items() if k != "checksum"})[1:])
    assert body["format"] == 1 or found.shut or pack(found) == damaged, "something in it was passed over"
    return _played(found) if play else "another journal"


def _played(journal: Journal) -> str:
    """Return what becomes of a journal when it is played again."""
    book, edition = BOOK, None
    if journal.scenario != "small" or journal.digest != DIGEST:
        opened = brought(journal)
        if isinstance(opened, Trouble):
            return f"scenario {opened.kind}"
        assert isinstance(opened, Opened)
        book, edition = opened.book, opened.edition
    wrong = seated(book, journal.players)
    if isinstance(wrong, Trouble):
        return f"players {wrong.kind}"
    match = resumed(journal, book, edition)
    if isinstance(match, Trouble):
        return f"played {match.kind}"
    assert isinstance(match, Match)
    kept = journal_of(match)
    assert (kept.months, kept.seed, kept.players) == (journal.months, journal.seed, journal.players), (
        kept,
        journal,
    )
    return "another sound game"


def damage(count: int, seed: int) -> Counter[str]:
    """Damage *count* saves and return how many came to what."""
    draw = random.Random(seed)
    tally: Counter[str] = Counter()
    weights = (45, 25, 20, 10)
    for n in range(count):
        way = draw.choices(tuple(WAYS), weights)[0]
        save = saves()[draw.choices(range(len(saves())), (60, 20, 10, 5, 5))[0]]
        made = WAYS[way](save, draw)
        came = became(save, made, play=n % PLAYED == 0)
        tally[f"{way}: {came}"] += 1
    return tally


if __name__ == "__main__":
    for sort, number in sorted(damage(int(sys.argv[1]), int(sys.argv[2])).items()):
        sys.stdout.write(f"{number:9,d}  {sort}\n")
