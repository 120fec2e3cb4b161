"""`simmer schema`: what editors check a scenario by."""

from typing import Annotated

import typer

from game.cli.options import Out
from game.cli.output import STDOUT, Exit, complain, fail, write_document
from game.located.findings import Finding
from game.workshop.schema import editor_schema, names_for, written


def schema(
    of: Annotated[
        str | None,
        typer.Option("--for", metavar="FILE", help="A scenario whose own names are known as well."),
    ] = None,
    out: Out = None,
) -> Exit:
    """Write the JSON Schema by which editors check a scenario."""
    names = None if of is None else names_for(of)
    if isinstance(names, Finding):
        complain(f"'{of}' cannot be read: {names.message}.")
        return Exit.WRONG
    wrong = write_document(written(editor_schema(names)).encode(), out or STDOUT)
    return Exit.GOOD if wrong is None else fail(wrong)
