"""The doors to many games: study and bench."""

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
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Processes that share the work.")] = 1,
    json: Json = None,
) -> Work:
    """Play many games in lockstep and count what comes of them."""

    def work() -> int:
        from game.study.door import Asked, study_command

        return study_command(Asked(scenario, games, seed, players, claims, jobs, json))

    return work


@app.command()
def bench(json: Json = None) -> Work:
    """Measure the engine's own speed, in decisions a second."""

    def work() -> int:
        from game.study.door import bench_command

        return bench_command(json)

    return work
