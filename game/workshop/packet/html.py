"""The packet as one HTML page that stands alone and prints sheet by sheet."""

from game.pages.rendering import render
from game.scenario.languages import catalogue
from game.workshop.packet.blocks import Packet, runs


def packet_page(packet: Packet) -> str:
    """Return the packet as a whole HTML page."""
    say = catalogue(packet.language).gettext
    return render("packet.html", language=packet.language, packet=packet, say=say, runs=runs)
