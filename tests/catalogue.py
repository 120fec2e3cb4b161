"""The catalogues of the program's own words: ``python -m tests.catalogue`` brings them up to date.

Every text marked in the source by `_`, `say` or `many` goes into each .po; a translator fills what is new,
and the same command compiles each .po to the .mo that the program reads.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.nodes import Call, Name

from game.pages.rendering import HERE, templates
from game.scenario.languages import DOMAIN, known_languages, language_name, locale

SOURCE = locale().parent
"""Where texts are marked."""

MARKS = {"_": 1, "say": 1, "many": 2}
"""The functions that mark texts, and how many of their first arguments are texts."""

DAY = datetime(2020, 5, 1, tzinfo=UTC)
"""The date in every compiled catalogue, so that it too changes only with its texts."""

PASSING = (b'"POT-C', b'"PO-R', b'"Report', b'"Last-T', b'"Language-T', b'"Project-I', b'"Generated')
"""How header lines begin that say when and by what a file was written."""

HEAD = """\
# {language} translation of Simmer, under the same licence as Simmer.
# New texts are brought in, and this file is compiled, by: python -m tests.catalogue
#"""


def marked() -> Catalog:
    """Return every text that is marked in the source, those within f-strings too."""
    found = Catalog(fuzzy=False)
    for path in sorted(SOURCE.rglob("*.py")):
        for texts in marked_in(ast.parse(path.read_text(encoding="utf-8"))):
            message = texts[0] if len(texts) == 1 else texts
            found.add(message, locations=[(path.relative_to(SOURCE.parent).as_posix(), 0)])
    for page in sorted(HERE.rglob("*.html")):
        for text in marked_on(page.read_text(encoding="utf-8")):
            found.add(text, locations=[(page.relative_to(SOURCE.parent).as_posix(), 0)])
    return found


def marked_on(page: str) -> Iterator[str]:
    """Yield the texts of one template in their order."""
    for call in templates().parse(page).find_all(Call):
        if isinstance(call.node, Name) and call.node.name == "say":
            yield call.args[0].as_const()


def marked_in(tree: ast.Module) -> Iterator[tuple[str, ...]]:
    """Yield the texts of one file in their order."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        first = [each for each in call.args[: MARKS.get(name, 0)] if isinstance(each, ast.Constant)]
        texts = tuple(each.value for each in first if isinstance(each.value, str))
        if texts and len(texts) == MARKS[name]:
            yield texts


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
    plain = _Timeless(catalogue.locale, fuzzy=False, creation_date=DAY, revision_date=DAY)
    for message in read_po(BytesIO(text_of(catalogue)), locale=catalogue.locale):
        if message.id:
            plain[message.id] = message
    write_mo(out, plain)
    return out.getvalue()


class _Timeless(Catalog):
    """A catalogue that does not tell which version of what program compiled it."""

    def _get_mime_headers(self) -> list[tuple[str, str]]:
        return [each for each in super()._get_mime_headers() if each[0] != "Generated-By"]

    mime_headers = property(_get_mime_headers)


def po_path(language: str) -> Path:
    """Return where the translations to a language are written."""
    return locale() / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def mo_path(language: str) -> Path:
    """Return where the program reads them."""
    return po_path(language).with_suffix(".mo")


def main() -> None:
    """Bring every catalogue up to date and compile it."""
    for language in known_languages():
        if language == "en":
            continue
        catalogue = written(language)
        catalogue.update(marked(), no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        catalogue.header_comment = HEAD.format(language=language_name(language))
        po_path(language).parent.mkdir(parents=True, exist_ok=True)
        po_path(language).write_bytes(text_of(catalogue))
        mo_path(language).write_bytes(compiled(catalogue))
        left = [message.id for message in catalogue if message.id and not message.string]
        print(f"{language_name(language)}: {len(catalogue)} texts, {len(left)} to translate")  # noqa: T201 - a command's answer


if __name__ == "__main__":
    main()
