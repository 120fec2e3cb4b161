"""What several commands are asked for: their arguments and options, each said once."""

from pathlib import Path
from typing import Annotated

import typer

Scenario = Annotated[
    str | None,
    typer.Argument(help="A shipped scenario, a folder or a YAML file; deadlock-2020, if left out."),
]
OneScenario = Annotated[str, typer.Argument(help="A shipped scenario, a folder or a YAML file.")]
Files = Annotated[list[str], typer.Argument(metavar="FILE…")]
Save = Annotated[Path, typer.Argument(metavar="SAVE")]
Out = Annotated[str | None, typer.Option("-o", "--out", metavar="FILE|-", help="Where it goes.")]
Json = Annotated[
    str | None,
    typer.Option("--json", metavar="FILE|-", help="Write JSON to a file, or alone to the terminal."),
]
Language = Annotated[
    str, typer.Option("--language", metavar="CODE", help="The language it is told in: en or ko.")
]
Seed = Annotated[
    int | None,
    typer.Option(
        min=0,
        max=2**64 - 1,
        help="What all luck follows from; drawn from 64 bits, if left out. A short one can be guessed.",
    ),
]
Version = Annotated[
    str | None,
    typer.Option(
        "--scenario", metavar="SCENARIO", help="The scenario of a save that lacks it, or its newer words."
    ),
]
