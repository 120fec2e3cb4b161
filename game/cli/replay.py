"""`simmer replay` and `simmer debrief`: what is done with a save."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from game.cli.class_debrief import Kept, open_tables, write_merged
from game.cli.console import say
from game.cli.options import Json, Language, Save, Version
from game.cli.output import STDOUT, Exit, fail, say_plain, write_json
from game.debrief.class_csv import write_rows
from game.debrief.page import WHOLE, write_debrief
from game.match.dates import in_words
from game.match.files import PAGE, misnamed
from game.match.loading import replay_save
from game.match.match import Match
from game.match.replay import Replay
from game.match.trouble import Trouble, TroubleKind
from game.model.scenario import Scenario
from game.model.teaching import Section
from game.scenario.languages import PSEUDO, known_languages, no_language


def replay(save: Save, version: Version = None, json: Json = None) -> Exit:
    """Play a save again and check every month."""
    again = replay_save(save, version)
    if isinstance(again, Trouble):
        return fail(again)
    wrong = None if json is None else write_json(_replayed(again), json)
    if wrong is not None:
        return fail(wrong)
    if json != STDOUT:
        _tell_replay(again)
    return Exit.GOOD if again.differs is None else Exit.NO


def debrief(
    saves: Annotated[list[Path], typer.Argument(metavar="SAVE…", help="A game, or all tables of a class.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="Where the page goes.")],
    language: Language = "en",
    version: Version = None,
    plan: Annotated[
        str | None, typer.Option(metavar="PLAN", help="Its parts in the order of a lesson: 50, 75 or 2x75.")
    ] = None,
    wall: Annotated[
        bool, typer.Option("--wall", help="One part a screen, in words a room can read.")
    ] = False,
    csv: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Write moves and readings as rows, into files of a folder."),
    ] = None,
) -> Exit:
    """Write what happened in a finished game, or at all tables of a class, as one page."""
    if language not in (*known_languages(), PSEUDO):
        return fail(Trouble(TroubleKind.SEAT, no_language(language)))
    misled = misnamed(out, *PAGE)
    if misled is not None:
        return fail(misled)
    kept = Kept(saves, language, version)
    tables = open_tables(kept)
    if isinstance(tables, Trouble):
        return fail(tables)
    order = WHOLE if plan is None else _order(tables[0].book.scenario, plan)
    if isinstance(order, Trouble):
        return fail(order)
    wrong = _written(tables, kept, out, order, wall) or (write_rows(tables, csv) if csv else None)
    if wrong is not None:
        return fail(wrong)
    say_plain(f"The debrief is in '{out}'.")
    return Exit.GOOD


def _written(
    tables: Sequence[Match], kept: Kept, out: Path, order: Sequence[Section], wall: bool
) -> Trouble | None:
    """Write the debrief of one game that is over, or of several tables side by side."""
    if len(tables) > 1:
        return write_merged(tables, kept, out, order, wall=wall)
    if not tables[0].over:
        told = f"'{kept.saves[0]}' is a game that still goes on; its debrief is written when it is over."
        return Trouble(TroubleKind.UNSOUND, told)
    return write_debrief(tables[0], out, order, wall=wall)


def _order(scenario: Scenario, plan: str) -> tuple[Section, ...] | Trouble:
    """Return the parts of a debrief as a plan of the scenario has them."""
    plans = scenario.teaching.plans if scenario.teaching else {}
    if plan in plans:
        return plans[plan].debrief
    known = ", ".join(plans) or "none"
    return Trouble(TroubleKind.SEAT, f"'{scenario.id}' has no plan '{plan}' for a lesson; it has: {known}.")


def _replayed(again: Replay) -> dict[str, Any]:
    """Return a replay as JSON-ready values."""
    match = again.match
    return {
        "format": 1,
        "scenario": {"id": match.book.scenario.id, "digest": match.scenario_digest},
        "seed": match.seed,
        "months": [vars(month) | {"same": month.same} for month in again.months],
        "differs": None if again.differs is None else again.differs.date,
        "ending": match.ending,
    }


def _tell_replay(again: Replay) -> None:
    """Tell a replay month by month."""
    grid = Table.grid(padding=(0, 3, 0, 0))
    for month in again.months:
        verdict = "as it was kept" if month.same else f"differs: kept as {month.kept}"
        grid.add_row(in_words(month.date), month.found, verdict)
    count = len(again.months)
    said = f"{count} month{'s' * (count != 1)} played again; every digest is the same."
    if again.differs is not None:
        said = f"{in_words(again.differs.date)} is the first month that differs."
    say(grid, said)
