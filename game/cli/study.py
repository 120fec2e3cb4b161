"""The doors to many games: study and bench."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.options import Json, Scenario, Work

app = typer.Typer()


@app.command()
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
) -> Work:
    """Play many games in lockstep and count what comes of them."""

    def work() -> int:
        from game.study.asked import Asked
        from game.study.door import study_command

        return study_command(
            Asked(
                scenario, games, seed, players, claims, jobs, json,
                tuple(vary or ()), assumptions, record, html, csv, keep,
            )
        )  # fmt: skip

    return work


@app.command()
def bench(json: Json = None) -> Work:
    """Measure the engine's own speed, in decisions a second."""

    def work() -> int:
        from game.study.door import bench_command

        return bench_command(json)

    return work
