"""What a seat, the public, or everybody after the end may be shown, gathered from table and journal (§12)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from game.match.draft import Month
from game.match.glimpse import Drawn, known
from game.match.redaction import EVERYBODY, Account
from game.rules.cause import CauseKind
from game.rules.ledger import Phase
from game.rules.rulebook import Rulebook
from game.rules.sheets import Order, Sheet
from game.rules.tables import Tables
from game.rules.terms import Terms
from game.rules.views import TOLD, View


def arrays_of(view: View) -> Mapping[str, Any]:
    """Return the arrays of a view of one table as plain values, without the axis of tables."""
    return {name: getattr(view, name)[..., 0].tolist() for name in TOLD}


def shown_account(account: Account) -> Account:
    """Return an account whose nameless moves stand in one phase: another would tell what hid them."""
    entries = (
        replace(each, phase=Phase.ACTS)
        if each.cause.kind is CauseKind.UNKNOWN and each.phase is not Phase.NEWS
        else each
        for each in account.entries
    )
    return replace(account, entries=tuple(entries))


def seen_sheets(book: Rulebook, months: Iterable[Month], side: str | None) -> tuple[Mapping[str, Sheet], ...]:
    """Return the orders of every month that *side* saw; what others tabled stands among the offers alone."""
    cards = book.scenario.cards
    return tuple(
        {
            other: {
                slot: order if side in (other, EVERYBODY) else Order(order.card)
                for slot, order in sheet.items()
                if known(cards[order.card], side)
            }
            for other, sheet in month.sheets.items()
        }
        for month in months
    )


def seen_on(book: Rulebook, tables: Tables, side: str | None) -> dict[str, Any]:
    """Return what *side* sees of the one game of *tables* beside its readings, by the names of a glimpse."""
    lines = {}
    for name, row in book.index.lines.items():
        own = side is not None and side in (book.scenario.redlines[name].drawn_by, EVERYBODY)
        if tables.declared[row, 0] or own:
            lines[name] = Drawn(
                declared=bool(tables.declared[row, 0]),
                limit=int(tables.limits[row, 0]),
                crossed=int(tables.crossed[row, 0]),
                owed=bool(tables.owed[row, 0]),
            )
    return {
        "book": book,
        "scenario": book.scenario.id,
        "month": tables.month,
        "lines": lines,
        "secret": _secret(book, tables, side),
        "offers": _offers(book, tables, side),
        "terms": _terms(book, int(tables.terms[0])),
    }


def _secret(book: Rulebook, tables: Tables, side: str | None) -> str | None:
    """Return the secret goal that *side* drew, if it may have one (§11.4)."""
    if side is None or side not in book.index.sides:
        return None
    secrets = [name for name, goal in book.scenario.sides[side].goals.items() if goal.secret]
    return secrets[int(tables.secrets[book.index.sides[side], 0])] if secrets else None


def _offers(book: Rulebook, tables: Tables, side: str | None) -> dict[str, Terms]:
    """Return the terms that stand on the table, for those who may see them (§8.3)."""
    principals = book.index.principals
    if side not in (*principals, EVERYBODY):
        return {}
    standing = {name: _terms(book, int(tables.offers[row, 0])) for name, row in principals.items()}
    return {name: terms for name, terms in standing.items() if terms is not None}


def _terms(book: Rulebook, number: int) -> Terms | None:
    """Return the terms of a number; none for none."""
    return None if book.deal is None or number < 0 else book.deal.terms.terms(number)
