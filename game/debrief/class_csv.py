"""Rows of a class for a spreadsheet: what was laid, where tables stood, what was said, who took part.

UTF-8 with its mark and lines that end as RFC 4180 asks, so that every spreadsheet reads them; a text that a
spreadsheet would take for a formula has an apostrophe before it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from csv import writer
from io import StringIO
from pathlib import Path

from game.debrief.of_class import NOBODY, ClassRecord, Signature
from game.match.files import reason, write_whole
from game.match.match import Match
from game.match.record import readings_after
from game.match.terms import terms_in_words
from game.match.trouble import Trouble, TroubleKind
from game.rules.index import HOLD
from game.rules.ledger import HappeningKind
from game.rules.sheets import Order, Sheet

Cell = str | int | float | bool | None

MARK = "\ufeff"
"""By which spreadsheets know UTF-8."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that a spreadsheet would reckon out."""

MOVES = (
    "class", "table", "branch", "month", "date", "side", "slot", "card", "terms", "first", "sealed_by",
    "countersigned_by", "seconds_left", "auto", "drafts", "digest",
)  # fmt: skip
MESSAGES = ("table", "month", "at", "from", "to", "letters", "terms", "promise", "kept", "text")
PEOPLE = (
    "person", "name", "table", "side", "post", "joined", "months_present", "notes", "messages", "seals",
    "guesses", "brier", "quiz_before", "quiz_after", "rubric", "comment",
)  # fmt: skip


def write_rows(tables: Sequence[Match], folder: Path, people: ClassRecord = NOBODY) -> Trouble | None:
    """Write the rows of *tables* into a folder, made where there is none; it names the class."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        return Trouble(TroubleKind.UNWRITABLE, f"'{folder}' could not be made: {reason(wrong)}.")
    for file, content in class_files(folder.resolve().name, tables, people).items():
        refused = write_whole(folder / file, content, keep=1)
        if refused is not None:
            return refused
    return None


def class_files(name: str, tables: Sequence[Match], record: ClassRecord = NOBODY) -> Mapping[str, bytes]:
    """Return the files of a class by name; those of its people only where something of them is known."""
    people = [(number, *vars(student).values()) for number, student in enumerate(record.students, start=1)]
    letters = [
        (
            *(letter.table, letter.month, letter.at, letter.sender, letter.to, len(letter.text)),
            *(letter.terms, letter.promise, letter.kept, letter.text),
        )
        for letter in record.letters
    ]
    found = {
        "moves.csv": _written(MOVES, _moves(name, tables, record.signatures)),
        "class.csv": _written(class_heads(tables[0]), _months(tables)),
        "messages.csv": _written(MESSAGES, letters) if letters else b"",
        "people.csv": _written(PEOPLE, people) if people else b"",
    }
    return {file: content for file, content in found.items() if content}


def class_heads(match: Match) -> tuple[str, ...]:
    """Return the heads of the rows that tell where tables stood."""
    points = (f"points.{side}" for side in match.book.scenario.sides)
    return ("table", "branch", "month", "date", *_public(match), "crossings", "offers", "agreement", "ending",
            *points)  # fmt: skip


def _public(match: Match) -> tuple[str, ...]:
    """Return the tracks that everybody sees."""
    return tuple(name for name in match.book.scenario.tracks if name in match.account(None).readings)


def _moves(name: str, tables: Sequence[Match], signatures: Iterable[Signature]) -> Iterator[Sequence[Cell]]:
    """Yield one row for every line of every sheet, held lines too."""
    signed = {(each.table, each.month, each.side): each for each in signatures}
    for table, match in enumerate(tables, start=1):
        for month, played in enumerate(match.months, start=1):
            head = (name, table, len(match.forks), month, match.date_of(month))
            for side, sheet in played.sheets.items():
                seal = signed.get((table, month, side), Signature(table, month, side))
                tail = (
                    *(seal.sealed_by, seal.countersigned_by, seal.seconds_left, seal.auto, seal.drafts),
                    played.digest,
                )
                yield from ((*head, side, *line, *tail) for line in _lines(match, sheet))


def _lines(match: Match, sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    """Yield the line, the card, the terms and who moves first."""
    for slot in match.book.index.slots:
        order = sheet.get(slot, Order(HOLD))
        terms = order.terms
        told = "" if terms is None else terms_in_words(match.book, terms)
        yield slot, order.card, told, None if terms is None else terms.first


def _months(tables: Sequence[Match]) -> Iterator[Sequence[Cell]]:
    """Yield one row for every month of every table; endings and points stand in its last."""
    for table, match in enumerate(tables, start=1):
        tracks = _public(match)
        for month in range(1, len(match.months) + 1):
            last = match.over and month == len(match.months)
            told = [each.kind for each in match.happenings if each.month == month]
            after = readings_after(match, month)
            yield (
                *(table, len(match.forks), month, match.date_of(month)),
                *(after[track] for track in tracks),
                told.count(HappeningKind.CROSSING),
                told.count(HappeningKind.OFFER),
                told.count(HappeningKind.AGREEMENT),
                match.ending if last else None,
                *_scores(match, last),
            )


def _scores(match: Match, last: bool) -> Iterator[Cell]:
    """Yield what every side made of the game, where the row is the *last* of one that is over."""
    for side in match.book.scenario.sides:
        yield match.outcome[side].points if last else None


def _written(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows under their heads as one file."""
    held = StringIO()
    out = writer(held, lineterminator="\r\n")
    out.writerow(heads)
    out.writerows([_cell(cell) for cell in row] for row in rows)
    return (MARK + held.getvalue()).encode()


def _cell(cell: Cell) -> str | int | float:
    """Return what stands in a cell: nothing for nothing, yes or no, and text that is never a formula."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return cell
