"""`simmer study` and `simmer bench`: many games."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.console import follow, say
from game.cli.options import Json, Scenario
from game.cli.output import STDOUT, Exit, complain, fail, write_json
from game.cli.study_told import bench_told, study_told
from game.match.files import PAGE, misnamed, write_whole
from game.match.loading import open_scenario
from game.match.trouble import Trouble
from game.rules.rulebook import Rulebook
from game.scenario.shelf import DEFAULT
from game.study.bench import as_json, measure
from game.study.options import StudyOptions
from game.study.page import study_page
from game.study.report import StudyReport
from game.study.run import run_study


def study(
    scenario: Scenario = None,
    games: Annotated[int, typer.Option(min=1, max=10_000_000, help="How many games.")] = 10_000,
    seed: Annotated[int, typer.Option(min=0, max=10**12, help="The study's number.")] = 0,
    players: Annotated[
        str | None, typer.Option(metavar="P", help="One player for all seats, or SIDE=PLAYER,SIDE=PLAYER.")
    ] = None,
    claims: Annotated[bool, typer.Option("--claims", help="Put the scenario's claims to the test.")] = False,
    vary: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Set a track's start, a card's price or a chance otherwise."),
    ] = None,
    assumptions: Annotated[
        bool, typer.Option("--assumptions", help="Find the assumptions that move the verdict most.")
    ] = False,
    record: Annotated[
        bool, typer.Option("--record", help="Set the games beside what was counted in the world.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write one page that opens anywhere and prints.")
    ] = None,
    csv: Annotated[Path | None, typer.Option(metavar="FILE", help="Write one row a table.")] = None,
    keep: Annotated[
        str | None,
        typer.Option(metavar="WHAT", help="Save tables as games: typical, surprising, both, or an ending."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, max=64, help="Processes that share the work; all there are where it is much."),
    ] = None,
    json: Json = None,
) -> Exit:
    """Play many games in lockstep and count what comes of them."""
    misled = None if html is None else misnamed(html, *PAGE)
    if misled is not None:
        return fail(misled)
    opened = open_scenario(DEFAULT if scenario is None else scenario)
    if isinstance(opened, Trouble):
        return fail(opened)
    varied = tuple(vary or ())
    options = StudyOptions(games, seed, players, claims, jobs, varied, assumptions, record, csv, keep)
    studied = run_study(opened, options, follow)
    if isinstance(studied, Trouble):
        return fail(studied)
    for sentence in studied.stopped:
        complain(sentence)
    wrong = _written(studied.report, opened.book, html, json)
    if wrong is not None:
        return fail(wrong)
    return Exit.GOOD if studied.holds else Exit.NO


def _written(report: StudyReport, book: Rulebook, html: Path | None, json: str | None) -> Trouble | None:
    """Write and say what was found wherever it was asked for, or return why that cannot be done."""
    wrong = None if html is None else write_whole(html, study_page(report, book).encode())
    if wrong is None and json is not None:
        wrong = write_json(report.as_json(), json)
    if wrong is None and json != STDOUT:
        say(*study_told(report, book))
    return wrong


def bench(json: Json = None) -> Exit:
    """Measure the engine's own speed, in decisions a second."""
    opened = open_scenario(DEFAULT)
    if isinstance(opened, Trouble):
        return fail(opened)
    speeds = measure(opened.book)
    if json is not None and (trouble := write_json(as_json(speeds), json)):
        return fail(trouble)
    if json != STDOUT:
        say(bench_told(speeds))
    return Exit.GOOD
