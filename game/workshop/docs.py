"""The door of `simmer docs SCENARIO`: the packet of a scenario, as a page or as a PDF, whole or by reader."""

import os
from pathlib import Path

from game.located.suggest import closing
from game.match.files import PAGE, misnamed, reason
from game.match.loading import why_faulty
from game.match.trouble import Kind, Trouble
from game.match.voice import STDOUT, Exit, fail, say_plain, write_document
from game.scenario.languages import ENGLISH, known_languages, no_language
from game.scenario.reader import read_scenario
from game.scenario.translation import in_language, text_in_language
from game.workshop.packet.blocks import Packet
from game.workshop.packet.html import packet_page
from game.workshop.packet.packet import packet_of
from game.workshop.packet.pdf import packet_pdf

PDF = ".pdf"


def packet_command(
    name: str | None, out: str | None, language: str = ENGLISH, sheet: str | None = None
) -> Exit:
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
            Trouble(Kind.SEAT, f"there is no sheet '{sheet}'{closing(sheet, packet.names, 'sheets')}")
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
        return Trouble(Kind.SEAT, "--sheet goes with a scenario.")
    if language not in known_languages():
        return Trouble(Kind.SEAT, no_language(language))
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
        return fail(Trouble(Kind.UNWRITABLE, f"'{folder}' could not be written: {reason(refused)}."))
    for name in packet.names:
        where = str(folder / f"{name}{PDF}")
        content = _printed(packet.only(name), where)
        if isinstance(content, Trouble) and content.kind is Kind.MISSING:
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
