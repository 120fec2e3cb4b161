"""`simmer pack`: a scenario in one file, once it is clean, tested and translated."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from game.cli.check import read_whole
from game.cli.output import Exit, complain, fail, say_plain
from game.located.findings import Finding, Grade, tally
from game.match.files import reason, write_whole
from game.match.trouble import Trouble, TroubleKind
from game.scenario.pack import FORMAT, KINDS, LABEL, SUFFIX, Contents, contents_of, packed
from game.scenario.reader import Reading, read_scenario
from game.scenario.shelf import FILE
from game.scenario.sidefile import languages, translated_nouns
from game.scenario.translation import sides_of, standing
from game.workshop.scenario_tests import try_out
from game.workshop.templates import quoted


def pack(
    name: Annotated[
        str, typer.Argument(metavar="SCENARIO", help="A shipped scenario, a folder or a YAML file.")
    ],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Where it goes.")] = None,
) -> Exit:
    """Put a clean and tested scenario into one file to pass on."""
    misled = why_no_pack(out)
    if misled is not None:
        return fail(misled)
    reading = read_whole(name)
    if reading.path is None:
        error = next(found for found in reading.findings if found.grade is Grade.ERROR)
        return fail(
            Trouble(TroubleKind.MISSING, f"{error.message}{f'; {error.hint}' if error.hint else ''}.")
        )
    lacks = tuple(_lacks(reading))
    for lack in lacks:
        say_plain(lack)
    if lacks or reading.scenario is None:
        complain(f"'{name}' is not packed yet.")
        return Exit.NO
    try:
        files = {name: path.read_bytes() for name, path in _files(reading)}
    except OSError as wrong:
        return fail(Trouble(TroubleKind.UNREADABLE, f"'{name}' could not be read: {reason(wrong)}."))
    label = {"format": FORMAT, "scenario": _folder(reading, 0), "digest": reading.digest}
    if not _stands_alone(files, label):
        told = (
            "what it extends is not found inside the pack: name it by its folder, beside the scenario's own."
        )
        return fail(Trouble(TroubleKind.FAULTY, f"'{name}' cannot be packed: {told}"))
    text = "".join(
        f"{key}: {value if key == 'format' else quoted(str(value))}\n" for key, value in label.items()
    )
    return _packed(out or Path(f"{reading.scenario.id}.zip"), {LABEL: text.encode(), **files})


def why_no_pack(out: Path | None) -> Trouble | None:
    """Return why a pack of this name could not be opened again: only what ends in .zip is taken for one."""
    if out is None or out.suffix.lower() == SUFFIX:
        return None
    return Trouble(
        TroubleKind.UNWRITABLE, f"'{out}' could not be opened again: a pack's name ends in {SUFFIX}."
    )


def _packed(out: Path, files: Contents) -> Exit:
    """Write the pack, after a look at it with the eyes of whoever opens it."""
    raw = packed(files)
    seen = contents_of(raw, str(out))
    if isinstance(seen, Finding):
        return fail(Trouble(TroubleKind.FAULTY, f"'{out}' could not be packed: {seen.message}."))
    wrong = write_whole(out, raw)
    if wrong is not None:
        return fail(wrong)
    say_plain(f"wrote {out}: {len(files)} files, {len(raw) / 1024:,.0f} KiB")
    return Exit.GOOD


def _stands_alone(files: Contents, label: dict[str, object]) -> bool:
    """Say whether the same scenario can be read from these files alone."""
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_bytes(content)
        return read_scenario(Path(folder) / str(label["scenario"])).digest == label["digest"]


def _lacks(reading: Reading) -> Iterator[str]:
    """Yield what stands in the way of packing: findings, tests that fail, texts without translation."""
    grave = [found for found in reading.findings if found.grade is not Grade.NOTE]
    if grave:
        yield f"{reading.report}\n{tally(grave)}"
    if reading.scenario is None or reading.path is None:
        return
    for tried in try_out(reading.scenario):
        if not tried.holds:
            yield f"test '{tried.name}' fails: {'; '.join(tried.faults)}"
    for language in languages(reading.path):
        stands = standing(reading, sides_of(reading, language))
        if not stands.complete:
            yield f"{language}: {len(stands.missing)} texts are missing and {len(stands.stale)} stale"


def _files(reading: Reading) -> Iterator[tuple[str, Path]]:
    """Yield what goes into the pack: every file beside the scenario and beside those it extends."""
    packed_whole: set[Path] = set()
    for number, home in enumerate(reading.homes):
        folder = _folder(reading, number)
        if home.name != FILE:
            if home.parent not in packed_whole:
                yield f"{folder}/{FILE}", home
            continue
        packed_whole.add(home.parent)
        for path in sorted((*home.parent.iterdir(), *translated_nouns(home))):
            if path.suffix in KINDS and path.is_file() and not path.name.startswith("."):
                yield f"{folder}/{path.relative_to(home.parent).as_posix()}", path


def _folder(reading: Reading, number: int) -> str:
    """Return the folder of one file of a lineage inside the pack, by which the others find it."""
    path = reading.homes[number]
    return path.resolve().parent.name if path.name == FILE else path.stem
