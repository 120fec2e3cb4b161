"""The doors of the workshop, for those who write scenarios."""

from typing import Annotated

import typer

from game.cli.options import Json, Work

app = typer.Typer()


@app.command()
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE…")],
    json: Json = None,
    strict: Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")] = False,
) -> Work:
    """Say everything that is wrong or doubtful in scenarios, and where."""

    def work() -> int:
        from game.workshop.check import check_command

        return check_command(files, json, strict)

    return work
