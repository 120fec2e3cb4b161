"""The door to the arena."""

from typing import Annotated

import typer

from game.cli.options import Json, Scenario, Work

app = typer.Typer()


@app.command()
def arena(
    scenario: Scenario = None,
    players: Annotated[
        str | None, typer.Option(metavar="P,P,…", help="Whom to compare, strongest first.")
    ] = None,
    games: Annotated[int, typer.Option(min=2, max=100_000, help="Games of every line-up.")] = 200,
    seed: Annotated[int, typer.Option(min=0, max=10**12, help="The study's number.")] = 0,
    field: Annotated[
        str | None,
        typer.Option(metavar="P", help="Measure instead what replacing one seat of such a field would gain."),
    ] = None,
    exploit: Annotated[
        bool,
        typer.Option("--exploit", help="Measure what best answers win, on a scenario that is small enough."),
    ] = False,
    efg: Annotated[
        str | None,
        typer.Option("--efg", metavar="FILE", help="Write such a scenario out for Gambit."),
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Processes that share the work.")] = 1,
    json: Json = None,
) -> Work:
    """Compare computer players, seat by seat, with the same luck."""

    def work() -> int:
        from game.study.arena_door import Called, arena_command

        return arena_command(Called(scenario, games, seed, players, field, jobs, json, exploit, efg))

    return work
