"""What a side may not see, turned into something else, so that secrecy can be put to the test (§12)."""

import numpy as np

from game.rules.adjudicate import adjudicate
from game.rules.rulebook import Rulebook
from game.rules.setup import set_up
from game.rules.tables import Tables
from game.study.bench import persona_sheets


def positions(book: Rulebook, games: int) -> list[Tables]:
    """Return the tables of many persona games, as set up and after every month."""
    tables = set_up(book, range(games))
    found = [tables]
    for sheets in persona_sheets(book, tables):
        tables = adjudicate(book, tables, sheets)
        found.append(tables)
    return found


def turned(book: Rulebook, tables: Tables, side: str) -> Tables:
    """Return tables that differ in all that *side* may not see, and in nothing else.

    Hidden readings, rivals' secret goals and private lines, the authors of unattributed acts and what
    rivals' sheets held in the dark: each is replaced by another.
    """
    sight = book.sights[side]
    readings, secrets, recent = tables.readings.copy(), tables.secrets + 1, tables.recent.copy()
    hidden = np.delete(np.arange(len(readings)), sight.tracks)
    readings[hidden] = (book.tracks.high + book.tracks.low)[hidden] - readings[hidden]
    secrets[sight.row] = tables.secrets[sight.row]
    quiet = np.delete(np.arange(len(tables.last)), sight.cards)
    last, uses = tables.last.copy(), tables.uses.copy()
    last[quiet] = tables.month - 1 - (last[quiet] > 0)
    uses[quiet] = 1 - np.minimum(uses[quiet], 1)
    rivals = np.delete(np.arange(recent.shape[1]), sight.row)
    recent[:, rivals] = (recent[:, rivals] + 1) % len(book.index.cards)
    seen = tables.declared | sight.own_lines
    cases = -tables.cases - 1
    cases[sight.own_cases] = tables.cases[sight.own_cases]
    return tables.with_parts(
        readings=readings,
        secrets=secrets.astype(np.int8),
        last=last,
        uses=uses,
        recent=recent,
        limits=np.where(seen, tables.limits, tables.limits + 1).astype(np.int8),
        crossed=np.where(seen, tables.crossed, tables.crossed + 1).astype(np.int8),
        owed=np.where(seen, tables.owed, ~tables.owed),
        cases=cases.astype(np.int8),
        due=tables.due ^ np.uint8(1),
    )
