"""The packet as a PDF, set by Typst where the print extra is installed."""

from importlib import import_module
from pathlib import Path

from game.match.trouble import Trouble, TroubleKind
from game.workshop.packet.blocks import Packet
from game.workshop.packet.typst import TEMPLATE, packet_values

HOUSE = Path(__file__).resolve().parents[2]
SHELVES = (HOUSE / "_assets" / "fonts", HOUSE.parent / "assets" / "fonts")


def packet_pdf(packet: Packet) -> bytes | Trouble:
    """Return the packet as a PDF, or how to come by what sets it."""
    try:
        typst = import_module("typst")
    except ImportError:
        told = "a PDF needs the print extra: pip install 'simmer[print]'; or print the HTML from a browser."
        return Trouble(TroubleKind.MISSING, told)
    fonts = [str(shelf) for shelf in SHELVES if shelf.is_dir()]
    try:
        made: bytes = typst.compile(
            TEMPLATE.read_bytes(),
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"packet": packet_values(packet)},
        )
    except RuntimeError as wrong:
        return Trouble(TroubleKind.FAULTY, f"the PDF could not be set: {str(wrong).partition(chr(10))[0]}.")
    return made
