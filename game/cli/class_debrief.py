"""The debrief of a class: the saves of its tables, opened together and told on one page."""

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from game.cli.output import flush, say_plain
from game.debrief.merged import merged_page
from game.debrief.page import gauge_of
from game.debrief.table_told import TableTold, table_told
from game.debrief.usual import usual
from game.match.files import write_whole
from game.match.loading import open_save
from game.match.match import Match
from game.match.trouble import Trouble, TroubleKind
from game.model.teaching import Section


@dataclass(frozen=True)
class Kept:
    """Where the tables of a class are kept, and how they are told."""

    saves: Sequence[Path]
    language: str
    version: str | None
    """The scenario of saves that lack it."""

    def opened(self, save: Path) -> Match | Trouble:
        """Return one of its games."""
        return open_save(save, self.language, self.version)


def open_tables(kept: Kept) -> tuple[Match, ...] | Trouble:
    """Return the games of one class: all of the same rules, and of several at least one month of each."""
    tables: list[Match] = []
    for save in kept.saves:
        match = kept.opened(save)
        if isinstance(match, Trouble):
            return match
        if len(kept.saves) > 1 and not match.months:
            return Trouble(TroubleKind.UNSOUND, f"'{save}' is a game of which no month has been played.")
        if tables and match.scenario_digest != tables[0].scenario_digest:
            told = f"'{save}' is a game of other rules than '{kept.saves[0]}': a class plays one scenario."
            return Trouble(TroubleKind.UNSOUND, told)
        tables.append(match)
    return tuple(tables)


def write_merged(
    tables: Sequence[Match], kept: Kept, out: Path, order: Sequence[Section], *, wall: bool
) -> Trouble | None:
    """Write the debrief of several tables; as many are told at once as there are cores."""
    book = tables[0].book
    told, compared = tables_told(kept), usual(book, gauge_of(book.scenario))
    page = merged_page(told, book.scenario, compared, order, say=book.index.say, wall=wall)
    return write_whole(out, page.encode(), keep=1)


def tables_told(kept: Kept) -> tuple[TableTold, ...]:
    """Return what is told of every table, saying of each when it is done."""
    count, found = len(kept.saves), []
    with ProcessPoolExecutor(min(count, os.cpu_count() or 1), mp_context=get_context("spawn")) as pool:
        for number, table in enumerate(pool.map(partial(_told, kept), kept.saves), start=1):
            say_plain(f"Table {number} of {count} is told.")
            flush()
            found.append(table)
    return tuple(found)


def _told(kept: Kept, save: Path) -> TableTold:
    """Return what is told of a table whose save opened before."""
    match = kept.opened(save)
    assert isinstance(match, Match), match
    return table_told(match)
