"""The doors to one game: the title, play, replay and debrief."""

from pathlib import Path
from typing import Annotated, Any

import typer

from game.cli.options import Json, Language, Scenario, Seed, Version, Work

app = typer.Typer()


def open_title() -> int:
    """Open the title screen and return the exit code."""
    from game.match.door import title_command

    return title_command(_open_desk)


def _open_desk(match: Any, path: Any) -> str | None:
    from game.desk.door import open_desk

    return open_desk(match, path)


def _open_watching(match: Any, path: Any) -> str | None:
    from game.desk.door import open_desk

    return open_desk(match, path, watch=True)


@app.command()
def play(
    scenario: Scenario = None,
    seat: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SIDE=PLAYER",
            help="Who fills a seat: human, persona, easy, normal, hard; normal:4 thinks four times as long.",
        ),
    ] = None,
    seed: Seed = None,
    load: Annotated[Path | None, typer.Option(metavar="FILE", help="Go on with a save.")] = None,
    version: Version = None,
    save: Annotated[Path | None, typer.Option(metavar="FILE", help="Keep the game here.")] = None,
    auto: Annotated[bool, typer.Option("--auto", help="Computer players in all seats, no window.")] = False,
    json: Json = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Follow the scenario's file while it is written.")
    ] = False,
) -> Work:
    """Open the table; or, with --auto, play a whole game and tell it."""

    def work() -> int:
        from game.match.door import Wish, play_command

        wish = Wish(scenario, tuple(seat or ()), seed, load, version, save, auto, json, watch)
        return play_command(wish, _open_watching if watch else _open_desk)

    return work


@app.command()
def replay(
    save: Annotated[Path, typer.Argument(metavar="SAVE")], version: Version = None, json: Json = None
) -> Work:
    """Play a save again and check every month."""

    def work() -> int:
        from game.match.door import replay_command

        return replay_command(save, json, version)

    return work


@app.command()
def debrief(
    save: Annotated[Path, typer.Argument(metavar="SAVE")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="Where the page goes.")],
    language: Language = "en",
    version: Version = None,
) -> Work:
    """Write what happened in a finished game, and why, as one page."""

    def work() -> int:
        from game.debrief.door import debrief_command

        return debrief_command(save, out, language, version)

    return work
