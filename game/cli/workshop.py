"""The doors of the workshop, for those who write scenarios."""

import gc
from pathlib import Path
from typing import Annotated

import typer

from game.cli.options import Json, Language, Work

app = typer.Typer()


@app.command()
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE…")],
    json: Json = None,
    strict: Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what has one clear mend, and show it.")] = False,
) -> Work:
    """Say all that is wrong or doubtful in scenarios, and where."""

    def work() -> int:
        gc.disable()  # the run is short, and next to nothing of what it makes is thrown away before its end
        try:
            from game.workshop.check import check_command

            return check_command(files, json, strict, fix)
        finally:
            gc.enable()

    return work


@app.command()
def explain(
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="CODE…", help="Such as S103; all, if left out.")
    ] = None,
) -> Work:
    """Say what the codes of findings mean, and what to do about them."""

    def work() -> int:
        from game.workshop.explain import explain_command

        return explain_command(codes or ())

    return work


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="NAME", help="The folder to make; its name is the id.")],
    copy: Annotated[
        str | None, typer.Option("--from", metavar="SCENARIO", help="Start from a copy of a scenario.")
    ] = None,
    parent: Annotated[
        str | None, typer.Option("--variant-of", metavar="SCENARIO", help="Vary a scenario by 'extends:'.")
    ] = None,
    blank: Annotated[
        bool, typer.Option("--blank", help="Start from a small invented game: the usual.")
    ] = False,
) -> Work:
    """Make a scenario of your own: blank, a copy, or a variant."""

    def work() -> int:
        from game.workshop.new import Asked, new_command

        return new_command(Asked(folder, copy, parent, blank))

    return work


@app.command()
def schema(
    of: Annotated[
        str | None,
        typer.Option("--for", metavar="FILE", help="A scenario whose own names are known as well."),
    ] = None,
    out: Annotated[str | None, typer.Option("-o", "--out", metavar="FILE|-", help="Where it goes.")] = None,
) -> Work:
    """Write the JSON Schema by which editors check a scenario."""

    def work() -> int:
        from game.workshop.schema import schema_command

        return schema_command(of, out)

    return work


@app.command()
def upgrade(
    files: Annotated[list[str], typer.Argument(metavar="FILE…")],
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say what would change.")] = False,
) -> Work:
    """Rewrite scenarios of an older format, and show the changes."""

    def work() -> int:
        from game.workshop.upgrade import upgrade_command

        return upgrade_command(files, check)

    return work


@app.command()
def translate(
    scenario: Annotated[str, typer.Argument(help="A shipped scenario, a folder or a YAML file.")],
    language: Annotated[
        str | None, typer.Argument(metavar="LANGUAGE", help="The language, such as ko; or --to.")
    ] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="LANGUAGE", help="The same.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say what is unfinished.")] = False,
    json: Json = None,
) -> Work:
    """Bring the translation of a scenario up to date."""

    def work() -> int:
        from game.workshop.translate import Asked, translate_command

        return translate_command(Asked(scenario, to or language or "", check, json))

    return work


@app.command()
def docs(
    scenario: Annotated[
        str | None,
        typer.Argument(help="A shipped scenario, a folder or a YAML file; the format, if left out."),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--out",
            metavar="FILE|-",
            help="A .html file, or .pdf with the print extra; a folder, for one file a reader or the format.",
        ),
    ] = None,
    sheet: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="These alone: a side’s, facilitator, sources, glossary."),
    ] = None,
    language: Language = "en",
) -> Work:
    """Write a scenario's packet to print, or the format's reference."""

    def work() -> int:
        from game.workshop.docs import packet_command
        from game.workshop.reference import reference_command

        if scenario is None and sheet is None:
            return reference_command(out)
        return packet_command(scenario, out, language, sheet)

    return work


@app.command()
def preview(
    scenario: Annotated[str, typer.Argument(help="A shipped scenario, a folder or a YAML file.")],
    out: Annotated[str | None, typer.Option("-o", "--out", metavar="FILE|-", help="Where it goes.")] = None,
    mermaid: Annotated[bool, typer.Option("--mermaid", help="Mermaid text instead of a page.")] = False,
    side: Annotated[str | None, typer.Option(metavar="SIDE", help="With --mermaid: this side alone.")] = None,
) -> Work:
    """Draw what moves what in a scenario, on one page."""

    def work() -> int:
        from game.workshop.preview.door import preview_command

        return preview_command(scenario, out, mermaid, side)

    return work


@app.command()
def pack(
    scenario: Annotated[str, typer.Argument(help="A shipped scenario, a folder or a YAML file.")],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Where it goes.")] = None,
) -> Work:
    """Put a clean and tested scenario into one file to pass on."""

    def work() -> int:
        from game.workshop.pack import pack_command

        return pack_command(scenario, out)

    return work


@app.command("test")
def play_tests(
    scenarios: Annotated[list[str], typer.Argument(metavar="SCENARIO…")],
    json: Json = None,
) -> Work:
    """Play the tests that scenarios carry and tell which hold."""

    def work() -> int:
        from game.workshop.tests import try_command

        return try_command(scenarios, json)

    return work
