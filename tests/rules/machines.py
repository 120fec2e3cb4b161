"""Both machines on the same program, and sheets of every kind to play them with."""

import ctypes
import runpy
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from numpy.typing import NDArray

from game.players.player import Player, sheets_for
from game.players.roster import PERSONA, hire
from game.rules.blocks import library, opened
from game.rules.legality import menu
from game.rules.rulebook import Rulebook
from game.rules.sheets import Sheets
from game.rules.state import STATE
from game.rules.tables import Tables
from game.rules.views import view_of
from tests.house.source import ROOT

SHEETS = ("anyhow", "persona", "mixed")
"""Sheets drawn from all that is legal, those that temperaments lay, and half of each."""


@cache
def loaded() -> ctypes.CDLL:
    """Return the library of the block machine, built now if it is not there; a skip without a compiler."""
    found = library() or _built()
    if found is None:
        pytest.skip("no compiler can be had here")
    return found


def _built() -> ctypes.CDLL | None:
    text = (ROOT / "game" / "rules" / "machine.c").read_bytes()
    with TemporaryDirectory(ignore_cleanup_errors=True) as aside:
        target = Path(aside) / "machine.built"
        made = runpy.run_path(str(ROOT / "hatch_build.py"))["built"](target)
        return opened(str(target), text) if made else None


def sheets_of(kind: str, book: Rulebook, tables: Tables, luck: np.random.Generator) -> Sheets:
    """Return sheets of a kind."""
    if kind == "anyhow":
        return _anyhow(book, tables, luck)
    laid = sheets_for(book, _players(book), tables)
    if kind == "mixed":
        laid = np.where(luck.random(tables.count) < 0.5, laid, _anyhow(book, tables, luck))
    return laid


@cache
def _players(book: Rulebook) -> dict[str, Player]:
    hired = {side: hire(PERSONA, book, side) for side in book.index.sides}
    return {side: player for side, player in hired.items() if player is not None}


def _anyhow(book: Rulebook, tables: Tables, luck: np.random.Generator) -> Sheets:
    """Return sheets of legal cards and any terms at all."""
    shape = (len(book.index.sides), len(book.index.slots), tables.count)
    sheets = np.zeros(shape, dtype=np.int16)
    for side, s in book.index.sides.items():
        for k, legal in enumerate(menu(book, view_of(book.sights[side], tables))):
            drawn = luck.random(legal.shape)
            drawn[~legal] = -1
            rows = np.array(book.acts.menus[s][k].rows)[drawn.argmax(axis=0)]
            sheets[s, k] = np.where(_offers(book, s, rows), rows + _terms(book, s, tables.count, luck), rows)
    return sheets


def _offers(book: Rulebook, side: int, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    return (rows == book.acts.offers[side]) & (rows > 0)


def _terms(book: Rulebook, side: int, count: int, luck: np.random.Generator) -> NDArray[np.int64]:
    """Return what makes an offer of a card's row: all cards less that row, and terms."""
    if book.deal is None:
        return np.zeros(count, dtype=np.int64)
    return len(book.index.cards) - book.acts.offers[side] + luck.integers(0, len(book.deal.terms), count)


def differing(one: Tables, other: Tables) -> list[str]:
    """Return the arrays in which tables differ, and the month if they are not of one."""
    arrays = [
        name
        for name, each in STATE.items()
        if not np.array_equal(each.__get__(one, Tables), each.__get__(other, Tables))
    ]
    return arrays + ["month"] * (one.month != other.month)
