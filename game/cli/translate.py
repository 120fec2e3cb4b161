"""`simmer translate`: a side file brought up to date, and how far it has come."""

from pathlib import Path
from typing import Annotated, Any

import typer

from game.cli.options import Json, OneScenario
from game.cli.output import STDOUT, Exit, fail, say_plain, write_json
from game.located.findings import Grade, has_errors, render_all, tally
from game.match.files import reason, write_whole
from game.match.trouble import Trouble, TroubleKind
from game.scenario.nouns import SUFFIX, is_split, noun_paths
from game.scenario.reader import Reading, read_scenario
from game.scenario.sidefile import SideReading, briefs, is_language, nouns_path, read_side
from game.scenario.sidetext import Wanted, side_texts
from game.scenario.translation import Standing, sides_of, standing, wanted_texts


def translate(
    scenario: OneScenario,
    language: Annotated[
        str | None, typer.Argument(metavar="LANGUAGE", help="The language, such as ko; or --to.")
    ] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="LANGUAGE", help="The same.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say what is unfinished.")] = False,
    json: Json = None,
) -> Exit:
    """Bring the translation of a scenario up to date."""
    wanted = to or language or ""
    reading = read_scenario(scenario)
    if reading.scenario is None or reading.path is None:
        return _unread(scenario, reading)
    if not is_language(wanted) or wanted == reading.scenario.language:
        told = f"--to wants another language than the scenario's, such as ko, not '{wanted}'."
        return fail(Trouble(TroubleKind.SEAT, told))
    side = read_side(reading.path, wanted)
    if has_errors(side.findings):
        say_plain(render_all(side.findings, side.sources))
        return Exit.NO
    if not check:
        wrong = _updated(scenario, wanted, reading)
        if wrong is not None:
            return fail(wrong)
    return _told(wanted, reading, check, json)


def _unread(name: str, reading: Reading) -> Exit:
    """Say why there is nothing to translate."""
    if reading.path is None:
        error = next(found for found in reading.findings if found.grade is Grade.ERROR)
        return fail(
            Trouble(TroubleKind.MISSING, f"{error.message}{f'; {error.hint}' if error.hint else ''}.")
        )
    say_plain(f"{reading.report}\n{name}: {tally(reading.findings)}")
    return Exit.NO


def _updated(scenario: str, language: str, reading: Reading) -> Trouble | None:
    """Write the side file anew where that changes it."""
    assert reading.scenario is not None
    assert reading.path is not None
    path = reading.path
    sides, files = sides_of(reading, language), briefs(path)
    names = {name: f"{Path(name).stem}.{language}.md" for name in files}
    there = {name: told for name, told in names.items() if path.with_name(told).is_file()}
    texts = wanted_texts(reading, sides)
    folder = nouns_path(path, language)
    nouns = _nouns(path, folder, fresh=not sides[0].path.exists()) if folder else ()
    wanted = Wanted(scenario, reading.scenario.title, language, texts, files, there, nouns)
    before = {page.path: page.source for page in sides[0].pages}
    for noun, text in side_texts(wanted, sides[0]).items():
        at = folder / f"{noun}{SUFFIX}" if noun and folder else sides[0].path
        wrong = _written(at, text) if before.pop(at, None) != text else None
        if wrong is not None:
            return wrong
    return next(filter(None, (_written(at, "texts: {}\n") for at in before if at)), None)


def _nouns(path: Path, folder: Path, *, fresh: bool) -> frozenset[str]:
    """Return the nouns whose texts stand in files of their own, as the scenario's nouns do.

    A translation is kept so as soon as there is a folder of its language; a *fresh* one from the start.
    """
    if not (folder.is_dir() or (fresh and is_split(path))):
        return frozenset()
    return frozenset(noun for home in (path.parent, folder) for noun, _at in noun_paths(home))


def _written(at: Path, text: str) -> Trouble | None:
    """Write a file, and its folder before it, or say why not."""
    try:
        at.parent.mkdir(exist_ok=True)
    except OSError as wrong:
        return Trouble(TroubleKind.UNWRITABLE, f"'{at.parent}' could not be made: {reason(wrong)}.")
    return write_whole(at, text.encode())


def _told(language: str, reading: Reading, check: bool, json: str | None) -> Exit:
    """Tell how far the translation has come."""
    sides = sides_of(reading, language)
    stands = standing(reading, sides)
    if json is not None:
        wrong = write_json(_as_json(language, reading, sides[0], stands), json)
        if wrong is not None:
            return fail(wrong)
    if json != STDOUT:
        for kind in ("stale", "missing", "gone"):
            for key in getattr(stands, kind)[:MOST]:
                say_plain(f"{kind}: {key}")
        say_plain(f"{sides[0].path}: {_count(stands)}.")
    return Exit.NO if check and not stands.complete else Exit.GOOD


MOST = 20
"""Texts told of each kind."""


def _count(stands: Standing) -> str:
    return (
        f"{len(stands.done)} translated, {len(stands.stale)} stale, "
        f"{len(stands.missing)} missing, {len(stands.gone)} no longer in the scenario"
    )


def _as_json(language: str, reading: Reading, side: SideReading, stands: Standing) -> dict[str, Any]:
    """Return the count as JSON-ready values."""
    assert reading.scenario is not None
    return {
        "format": 1,
        "scenario": reading.scenario.id,
        "language": language,
        "file": str(side.path),
        "done": len(stands.done),
        "stale": list(stands.stale),
        "missing": list(stands.missing),
        "gone": list(stands.gone),
    }
