"""`simmer docs` and `simmer preview`: a scenario's packet and its graph, and the reference of the format."""

import os
from pathlib import Path
from typing import Annotated

import typer

from game.cli.options import Language, OneScenario, Out
from game.cli.output import STDOUT, Exit, fail, say_plain, write_document
from game.located.suggest import closing
from game.match.files import PAGE, misnamed, reason, write_whole
from game.match.loading import why_faulty
from game.match.trouble import Trouble, TroubleKind
from game.scenario.languages import known_languages, no_language
from game.scenario.reader import read_scenario
from game.scenario.translation import in_language, text_in_language
from game.workshop.packet.blocks import Packet
from game.workshop.packet.html import packet_page
from game.workshop.packet.packet import packet_of
from game.workshop.packet.pdf import packet_pdf
from game.workshop.preview.graph import graph_of
from game.workshop.preview.mermaid import mermaid as as_mermaid
from game.workshop.preview.page import preview_page
from game.workshop.reference import format_page, pages

PDF = ".pdf"


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
        typer.Option(
            metavar="NAME", help="These alone: a side’s, facilitator, class, parents, sources, glossary."
        ),
    ] = None,
    language: Language = "en",
) -> Exit:
    """Write a scenario's packet to print, or the format's reference."""
    if scenario is None and sheet is None:
        return _reference(out)
    return _packed(scenario, out, language, sheet)


def preview(
    scenario: OneScenario,
    out: Out = None,
    mermaid: Annotated[bool, typer.Option("--mermaid", help="Mermaid text instead of a page.")] = False,
    side: Annotated[str | None, typer.Option(metavar="SIDE", help="With --mermaid: this side alone.")] = None,
) -> Exit:
    """Draw what moves what in a scenario, on one page."""
    reading = read_scenario(scenario)
    if reading.scenario is None:
        return fail(why_faulty(scenario, reading))
    misled = None if mermaid else misnamed(out or "", *PAGE)
    if misled is not None:
        return fail(misled)
    wrong = _unfit(side, tuple(reading.scenario.sides), mermaid)
    if wrong is not None:
        return fail(Trouble(TroubleKind.SEAT, wrong))
    graph = graph_of(reading.scenario)
    told = as_mermaid(reading.scenario, graph, side) if mermaid else preview_page(reading.scenario, graph)
    where = out or (STDOUT if mermaid else f"{reading.scenario.id}-preview.html")
    trouble = write_document(f"{told.rstrip()}\n".encode(), where)
    if trouble is not None:
        return fail(trouble)
    if where != STDOUT:
        say_plain(f"wrote {where}: {len(graph.nodes)} pieces, {len(graph.edges)} links")
    return Exit.GOOD


def _unfit(side: str | None, sides: tuple[str, ...], mermaid: bool) -> str | None:
    """Return why *side* cannot be looked at alone."""
    if side is None:
        return None
    if not mermaid:
        return "--side goes with --mermaid: the page has buttons for it."
    if side not in sides:
        return f"there is no side '{side}'{closing(side, sides, 'sides')}"
    return None


def _reference(out: str | None) -> Exit:
    """Write the reference into the folder *out*, or the format alone to the terminal."""
    if out is None:
        write_document(format_page().encode(), STDOUT)
        return Exit.GOOD
    for name, text in pages().items():
        wrong = write_whole(Path(out) / name, text.encode())
        if wrong is not None:
            return fail(wrong)
    say_plain(f"wrote {len(pages())} pages to {out}")
    return Exit.GOOD


def _packed(name: str | None, out: str | None, language: str, sheet: str | None) -> Exit:
    """Write the packet of a scenario: HTML, or a PDF where *out* ends in .pdf; '-' is the terminal.

    *sheet* names whose sheets alone are wanted; into a folder goes one file for each reader.
    """
    misled = misnamed(out or "", *PAGE, PDF)
    if misled is not None:
        return fail(misled)
    packet = _packet(name, language)
    if isinstance(packet, Trouble):
        return fail(packet)
    if sheet is not None and sheet not in packet.names:
        return fail(
            Trouble(TroubleKind.SEAT, f"there is no sheet '{sheet}'{closing(sheet, packet.names, 'sheets')}")
        )
    kept = packet if sheet is None else packet.only(sheet)
    if out is not None and _is_folder(out):
        return _by_reader(kept, Path(out))
    where = out or f"{'-'.join(filter(None, (packet.name, sheet)))}{PAGE[0]}"
    content = _printed(kept, where)
    wrong = content if isinstance(content, Trouble) else write_document(content, where)
    if wrong is not None:
        return fail(wrong)
    if where != STDOUT:
        say_plain(f"wrote {where}: {len(kept.sheets)} sheets")
    return Exit.GOOD


def _packet(name: str | None, language: str) -> Packet | Trouble:
    """Return a scenario on paper, or why it cannot be had."""
    if name is None:
        return Trouble(TroubleKind.SEAT, "--sheet goes with a scenario.")
    if language not in known_languages():
        return Trouble(TroubleKind.SEAT, no_language(language))
    reading = read_scenario(name)
    if reading.scenario is None:
        return why_faulty(name, reading)
    told_texts = {stem: text_in_language(reading, stem, language) for stem in reading.texts}
    return packet_of(in_language(reading, language), told_texts)


def _is_folder(out: str) -> bool:
    """Say whether a place is a folder: one that is there, or one that is called like no file."""
    path = Path(out)
    return out != STDOUT and (
        path.is_dir() or out.endswith(("/", os.sep)) or not (path.suffix or path.exists())
    )


def _by_reader(packet: Packet, folder: Path) -> Exit:
    """Write one file for each reader, so that none is handed what is another's."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        return fail(Trouble(TroubleKind.UNWRITABLE, f"'{folder}' could not be written: {reason(refused)}."))
    for name in packet.names:
        where = str(folder / f"{name}{PDF}")
        content = _printed(packet.only(name), where)
        if isinstance(content, Trouble) and content.kind is TroubleKind.MISSING:
            where = str(folder / f"{name}{PAGE[0]}")
            content = _printed(packet.only(name), where)
        wrong = content if isinstance(content, Trouble) else write_document(content, where)
        if wrong is not None:
            return fail(wrong)
        say_plain(f"wrote {where}")
    return Exit.GOOD


def _printed(packet: Packet, where: str) -> bytes | Trouble:
    """Return a packet as the file that is named wants it."""
    return packet_pdf(packet) if where.lower().endswith(PDF) else packet_page(packet).encode()
