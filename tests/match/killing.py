"""Plays games between people, keeping each after every sealed sheet, and is killed in the middle of each.

Run by itself: FOLDER GAMES KEY [two]. Writes one line a game: how many sheets it had told to be sealed and
kept. With `two`, two windows go on with the same save, each its own way; a line tells of both, and how often
each was refused.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from game.match import keyring
from game.match.journal import journal_of
from game.match.match import Match
from game.match.savefile import SaveWriter, checksum_of, keep
from game.match.trouble import TroubleKind
from tests.match.matches import PEOPLE, SIDES, a_match, accepted, laid

LONGEST = 0.003
"""Seconds at most between the last sheet that is waited for and the kill."""


def sealed_so_far(match: Match) -> int:
    """Return how many sheets have been sealed since the first month."""
    return len(match.months) * len(SIDES) + len(SIDES) - len(match.waiting)


def steps(match: Match, seed: int) -> list[Match]:
    """Return a whole game between people, sheet by sheet as they are sealed."""
    draw = random.Random(seed)
    found = [match]
    while not match.over:
        match = laid(match, draw)
        for side in SIDES:
            match = accepted(match.seal(side))
            found.append(match)
        match = match.adjudicated()
    return found


def play_until_killed(seed: int, path: Path, told: int) -> None:
    """Seal sheet after sheet, keep each, and tell it once it is kept."""
    for match in steps(a_match(PEOPLE, seed), seed)[1:]:
        if keep(path, journal_of(match)) is None:
            os.write(told, b".")
    time.sleep(60)


def killed(seed: int, path: Path) -> int:
    """Kill a game at a random moment; return how many sheets it had told to be kept."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        play_until_killed(seed, path, writer)
    os.close(writer)
    draw = random.Random(seed)
    waited = sum(len(os.read(reader, 1)) for _ in range(draw.randint(1, 17)))
    time.sleep(draw.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    count = waited + len(os.read(reader, 10_000))
    os.close(reader)
    return count


def go_on_until_killed(way: int, seed: int, writer: SaveWriter, told: int) -> None:
    """Go on with a save in one of two ways, and tell of every sheet whether it was kept or refused."""
    for match in ways(seed)[way][1:]:
        wrong = writer.keep(journal_of(match))
        if wrong is not None and wrong.kind is not TroubleKind.TAKEN:
            os.write(told, b"?")
        os.write(told, b"ab"[way : way + 1] if wrong is None else b"xy"[way : way + 1])
    time.sleep(60)


def ways(seed: int) -> tuple[list[Match], list[Match]]:
    """Return the same game as two windows go on with it, sheet by sheet."""
    match = a_match(PEOPLE, seed)
    return steps(match, 2 * seed), steps(match, 2 * seed + 1)


def killed_pair(seed: int, path: Path) -> bytes:
    """Kill two windows on one save at a random moment; return what they had told."""
    keep(path, journal_of(a_match(PEOPLE, seed)))
    known = checksum_of(path.read_bytes())
    reader, writer = os.pipe()
    children = []
    for way in range(2):
        child = os.fork()
        if child == 0:
            go_on_until_killed(way, seed, SaveWriter(path, known), writer)
        children.append(child)
    os.close(writer)
    draw = random.Random(seed)
    told, wanted = b"", draw.randint(1, 12)
    while sum(map(told.count, (b"a", b"b"))) < wanted:
        told += os.read(reader, 1)
    time.sleep(draw.random() * LONGEST)
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    told += os.read(reader, 10_000)
    os.close(reader)
    return told


if __name__ == "__main__":
    folder, games, key = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    keyring.key_file = lambda: key
    for seed in range(games):
        path = folder / f"{seed}.simmer"
        line = killed_pair(seed, path).decode() if sys.argv[4:] else str(killed(seed, path))
        sys.stdout.write(f"{line}\n")
