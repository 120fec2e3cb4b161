"""`simmer host`: a class on one laptop, phones around it."""

from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.options import Language, Seed
from game.cli.output import Exit, fail, flush, say_plain
from game.match.luck import drawn_seed
from game.match.saves import shelf
from game.match.trouble import Trouble, TroubleKind
from game.scenario.languages import known_languages, no_language

if TYPE_CHECKING:
    from game.classroom.classroom import Charter, Classroom
    from game.classroom.serving import Served

DEFAULT = "deadlock-2020-class"
"""The scenario of a class that names none."""

PLANS = ("50", "75", "2x75")
"""The lesson plans, by their minutes."""

EXTRA = ("segno", "starlette", "uvicorn")
"""What a class needs beside the game."""


def host(
    scenario: Annotated[
        str | None,
        typer.Argument(help="A shipped scenario, a folder or a YAML file."),
    ] = None,
    tables: Annotated[int, typer.Option(min=1, max=50, metavar="N", help="Games side by side.")] = 5,
    language: Language = "en",
    minutes: Annotated[
        int, typer.Option(min=1, max=60, metavar="M", help="Minutes in which a month's sheets are written.")
    ] = 5,
    seed: Seed = None,
    own_luck: Annotated[
        bool, typer.Option("--own-luck", help="Each table has luck of its own; else all have the same.")
    ] = False,
    free: Annotated[
        bool, typer.Option("--free", help="Tables may run a month ahead of the slowest; else all keep step.")
    ] = False,
    plan: Annotated[
        str, typer.Option(metavar="50|75|2x75", help="The lesson plan that the console follows.")
    ] = "75",
    port: Annotated[
        int,
        typer.Option(min=1, max=65526, metavar="P", help="Where it is reached; else the next free of ten."),
    ] = 8000,
    folder: Annotated[
        Path | None, typer.Option("--data", metavar="DIR", help="Where the class is kept; a new folder.")
    ] = None,
    resume: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Go on with the class kept there, with the same codes.")
    ] = None,
    bind: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="The one private address to be reached at.")
    ] = None,
    public: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="The https address of a proxy in front, to teach over the internet."
        ),
    ] = None,
    forget: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Forget the names of the class kept there; keep its moves."),
    ] = None,
) -> Exit:
    """Teach a class: one laptop, phones around it, no accounts, no internet."""
    missing = _missing()
    if missing is not None:
        return fail(missing)
    if forget is not None:
        return _forgotten(forget)
    from game.classroom.classroom import Charter, founded, reopened
    from game.classroom.codes import LETTERS, LETTERS_ABROAD
    from game.classroom.serving import unfit

    charter = Charter(
        scenario=scenario or DEFAULT,
        tables=tables,
        seed=drawn_seed() if seed is None else seed,
        own_luck=own_luck,
        minutes=minutes,
        language=language,
        plan=plan,
        free=free,
        letters=LETTERS_ABROAD if public else LETTERS,
    )
    wrong = _contradiction(charter, scenario, resume, folder) or unfit(bind, public)
    if wrong is not None:
        return fail(wrong)
    room = reopened(resume) if resume is not None else founded(folder or fresh_class(), charter)
    return fail(room) if isinstance(room, Trouble) else _served(room, port, bind, public)


def fresh_class() -> Path:
    """Return a folder for a class that begins now, such as classes/2026-11-30 10.15."""
    place, now = shelf().parent / "classes", datetime.now().astimezone()
    name = f"{now:%Y-%m-%d %H.%M}"
    names = (name, *(f"{name} {n}" for n in range(2, 100)))
    return place / next(each for each in names if not (place / each).exists())


def _missing() -> Trouble | None:
    """Return what a class needs and is not installed."""
    if all(find_spec(each) for each in EXTRA):
        return None
    return Trouble(TroubleKind.MISSING, "a class needs a few more packages: pip install 'simmer[classroom]'")


def _contradiction(
    charter: "Charter", scenario: str | None, resume: Path | None, folder: Path | None
) -> Trouble | None:
    """Return which wishes do not go together, or do not exist."""
    if charter.language not in known_languages():
        return Trouble(TroubleKind.SEAT, no_language(charter.language))
    if charter.plan not in PLANS:
        return Trouble(TroubleKind.SEAT, f"there is no plan '{charter.plan}'; there are {', '.join(PLANS)}.")
    if resume is not None and (scenario is not None or folder is not None):
        return Trouble(TroubleKind.SEAT, "--resume brings its own scenario and folder: leave them out.")
    return None


def _forgotten(folder: Path) -> Exit:
    """Forget the names of a class."""
    from game.classroom.people import forget
    from game.classroom.store import LOG, BrokenLogError, Store

    if not (folder / LOG).exists():
        return fail(Trouble(TroubleKind.MISSING, f"there is no class in '{folder}'."))
    try:
        store = Store(folder)
        count = forget(store)
        store.close()
    except (BrokenLogError, OSError) as wrong:
        return fail(Trouble(TroubleKind.UNWRITABLE, f"'{folder}' could not be written: {wrong}."))
    say_plain(f"forgot {count} names in {folder}; every move is kept")
    return Exit.GOOD


def _served(room: "Classroom", port: int, bind: str | None, public: str | None) -> Exit:
    """Serve a class until it is stopped."""
    from game.classroom.serving import ready, serve

    served = ready(room, port, bind, public)
    if isinstance(served, Trouble):
        room.store.close()
        return fail(served)
    for line in _told(served, port):
        say_plain(line)
    flush()
    serve(served)
    room.store.close()
    return Exit.GOOD


def _told(served: "Served", port: int) -> list[str]:
    """Return what a teacher is told: where phones go, both links, where it is kept, how it is stopped."""
    from game.classroom.serving import in_signs

    moved = f"Port {port} is taken; this class is at {served.port}.\n" if served.port != port else ""
    alone = "127.0.0.1" in served.join
    lost = served.room.lost
    rows = (f"{moved}Phones open   {served.join}", in_signs(served.join))
    return [
        *([f"The log lacks its last {lost} entries: the disk lost them."] if lost else []),
        *(["No network was found: only this laptop can open the class."] if alone else []),
        *rows,
        f"Facilitator   {served.desk}",
        f"Board         {served.board}",
        f"Kept in       {served.room.folder}",
        "Stop          Ctrl-C; 'simmer host --resume' goes on with it",
    ]
