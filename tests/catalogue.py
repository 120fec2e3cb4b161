"""The catalogues of the program's own words: ``python -m tests.catalogue`` brings them up to date.

Every text marked in the source by `_`, `say` or `many` goes into each .po; a translator fills what is new,
and the same command compiles each .po to the .mo that the program reads.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from game.scenario.tongue import DOMAIN, LANGUAGES, LOCALE

SOURCE = LOCALE.parent
"""Where texts are marked."""

MARKS = {"_": None, "say": None, "many": (1, 2)}
"""The functions that mark a text, and which of their arguments are texts."""

DAY = datetime(2020, 5, 1, tzinfo=UTC)
"""The date in every compiled catalogue, so that it too changes only with its texts."""

PASSING = (b'"POT-C', b'"PO-R', b'"Report', b'"Last-T', b'"Language-T', b'"Project-I', b'"Generated')
"""How header lines begin that say when and by what a file was written."""

HEAD = """\
# {language} translation of Simmer, under the same licence as Simmer.
# New texts are brought in, and this file is compiled, by: python -m tests.catalogue
#"""


def marked() -> Catalog:
    """Return every text that is marked in the source."""
    found = Catalog(fuzzy=False)
    walk = extract_from_dir(SOURCE, [("**.py", "python")], keywords=MARKS)
    for file, _line, message, _comments, _context in walk:
        found.add(message, locations=[(str(Path("game", file)), 0)])
    return found


def written(language: str) -> Catalog:
    """Return a catalogue as it stands, empty if there is none."""
    path = po_path(language)
    if not path.exists():
        return Catalog(language, fuzzy=False)
    with path.open("rb") as opened:
        return read_po(opened, locale=language)


def text_of(catalogue: Catalog) -> bytes:
    """Return a catalogue as translators read it, without dates, so that it changes only with its texts."""
    out = BytesIO()
    write_po(out, catalogue, width=110, include_lineno=False)
    lines = out.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(PASSING))


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as the program reads it."""
    out = BytesIO()
    plain = read_po(BytesIO(text_of(catalogue)), locale=catalogue.locale)
    plain.creation_date = plain.revision_date = DAY
    write_mo(out, plain)
    return out.getvalue()


def po_path(language: str) -> Path:
    """Return where the translations to a language are written."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def mo_path(language: str) -> Path:
    """Return where the program reads them."""
    return po_path(language).with_suffix(".mo")


def main() -> None:
    """Bring every catalogue up to date and compile it."""
    for language, name in LANGUAGES.items():
        if language == "en":
            continue
        catalogue = written(language)
        catalogue.update(marked(), no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        catalogue.header_comment = HEAD.format(language=name)
        po_path(language).parent.mkdir(parents=True, exist_ok=True)
        po_path(language).write_bytes(text_of(catalogue))
        mo_path(language).write_bytes(compiled(catalogue))
        left = [message.id for message in catalogue if message.id and not message.string]
        print(f"{name}: {len(catalogue)} texts, {len(left)} to translate")  # noqa: T201 - a command's answer


if __name__ == "__main__":
    main()
