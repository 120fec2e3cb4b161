"""Addresses: where a laptop is reached by phones in the same room, and that it is reached nowhere else."""

import ipaddress
import socket

NEXT = 10
"""Ports that are tried, one after another."""

LOOPBACK = "127.0.0.1"
"""Where the laptop reaches itself."""

_ASIDE = ("10.255.255.255", 1)
"""An address nobody is asked at: only which way it would be asked is looked at."""


def is_private(address: str) -> bool:
    """Return whether an address is one of a room or of the laptop itself, and a single one."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    return found.version == 4 and not found.is_unspecified and (found.is_private or found.is_loopback)


def private_addresses() -> tuple[str, ...]:
    """Return the laptop's addresses in rooms, the one it would use itself first; none without a network."""
    found = [_way_out(), *_named()]
    rooms = [each for each in dict.fromkeys(found) if each and is_private(each)]
    return tuple(each for each in rooms if not ipaddress.ip_address(each).is_loopback)


def listening(addresses: tuple[str, ...], port: int) -> tuple[int, list[socket.socket]] | None:
    """Return the first of ten ports that is free at all *addresses*, and sockets that listen there."""
    for number in range(port, port + NEXT):
        opened = _opened(addresses, number)
        if opened is not None:
            return number, opened
    return None


def _opened(addresses: tuple[str, ...], port: int) -> list[socket.socket] | None:
    opened: list[socket.socket] = []
    for address in addresses:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        opened.append(listener)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((address, port))
            listener.listen(512)
        except (OSError, OverflowError):
            for each in opened:
                each.close()
            return None
    return opened


def _way_out() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(_ASIDE)  # nothing is sent
            address: str = asked.getsockname()[0]
        except OSError:
            return ""
        return address


def _named() -> tuple[str, ...]:
    try:
        return tuple(socket.gethostbyname_ex(socket.gethostname())[2])
    except OSError:
        return ()
