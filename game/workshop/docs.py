"""The door of `simmer docs SCENARIO`: the packet of a scenario, as a page or as a PDF."""

from pathlib import Path

from game.match.files import PAGE, misnamed, write_whole
from game.match.opening import why_faulty
from game.match.trouble import Kind, Trouble
from game.match.voice import STDOUT, Exit, fail, say_plain
from game.scenario.reader import read_scenario
from game.scenario.tongue import ENGLISH, LANGUAGES
from game.scenario.translation import in_language, text_in_language
from game.workshop.packet.html import packet_page
from game.workshop.packet.packet import packet_of

PDF = ".pdf"


def packet_command(name: str, out: str | None, language: str = ENGLISH) -> Exit:
    """Write the packet of a scenario: HTML, or a PDF where *out* ends in .pdf; '-' is the terminal."""
    if language not in LANGUAGES:
        told = f"there is no language '{language}'; there are {' and '.join(LANGUAGES)}."
        return fail(Trouble(Kind.SEAT, told))
    wrong = misnamed(out or "", *PAGE, PDF)
    if wrong is not None:
        return fail(wrong)
    reading = read_scenario(name)
    if reading.scenario is None:
        return fail(why_faulty(name, reading))
    told_texts = {stem: text_in_language(reading, stem, language) for stem in reading.texts}
    packet = packet_of(in_language(reading, language), told_texts)
    where = out or f"{reading.scenario.id}.html"
    if where == STDOUT:
        say_plain(packet_page(packet).rstrip("\n"))
        return Exit.GOOD
    content: bytes | Trouble = packet_page(packet).encode()
    if where.lower().endswith(PDF):
        from game.workshop.packet.pdf import packet_pdf

        content = packet_pdf(packet)
    wrong = content if isinstance(content, Trouble) else write_whole(Path(where), content)
    if wrong is not None:
        return fail(wrong)
    say_plain(f"wrote {where}: {len(packet.sheets)} sheets")
    return Exit.GOOD
