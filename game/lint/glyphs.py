"""Glyphs: which characters the desk can draw and how wide, read from the very fonts it draws with.

A font is a table of tables: `cmap` tells the glyph of each character, `hmtx` how far each glyph advances.
"""

import struct
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate
from pathlib import Path
from struct import iter_unpack, unpack_from

HOUSE = Path(__file__).parents[1]
SHELVES = (HOUSE / "_assets", HOUSE.parent / "assets")

FACES = {
    400: "Pretendard-Regular",
    500: "Pretendard-Medium",
    600: "Pretendard-SemiBold",
    700: "Pretendard-Bold",
}
"""The desk's font in each of its weights."""

FALLBACK = "NotoSansCJKkr-Subset"
"""The font of Hanja, Kanji and the commoner Hanzi, which the others lack."""


def undrawn(text: str) -> str:
    """Return each character of a text that no font of the desk can draw, once; they are drawn as boxes."""
    own, other = advances(FACES[400]), advances(FALLBACK)
    if not own:
        return ""
    signs = dict.fromkeys(sign for sign in text if not sign.isspace())
    return "".join(sign for sign in signs if ord(sign) not in own and ord(sign) not in other)


def width(text: str, size: int, weight: int) -> float:
    """Return how many pixels wide a line of text is at a size; kerning may make it a little narrower."""
    own, other = advances(FACES[weight]), advances(FALLBACK)
    return size * sum(own.get(ord(sign), other.get(ord(sign), 1.0)) for sign in text)


def lines(text: str, size: int, weight: int, room: float) -> int:
    """Return in how many lines a text stands in some room; 0 where a word is wider than that."""
    words = [width(word, size, weight) for word in text.split()]
    if not words or max(words) > room:
        return 0 if words else 1
    blank = width(" ", size, weight)
    starts = accumulate(words, lambda at, word: at + blank + word if at + blank + word <= room else word)
    ends = list(starts)
    return 1 + sum(end == word for end, word in zip(ends[1:], words[1:], strict=True))


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Part a text into what the desk's own font draws and what is left to the other."""
    own, other = advances(FACES[400]), advances(FALLBACK)
    held, was = "", False
    for sign in text:
        lent = ord(sign) not in own and ord(sign) in other
        if held and lent != was:
            yield held, was
            held = ""
        held, was = held + sign, lent
    if held:
        yield held, was


@cache
def type_size(style: str) -> tuple[int, int]:
    """Return the size in pixels and the weight of a style of type at scale 1.0; nothing without a theme."""
    raw = _asset("theme.toml")
    size, weight, _leading = tomllib.loads(raw.decode())["type"][style] if raw else (0, 400, 0)
    return size, weight


@cache
def advances(name: str) -> Mapping[int, float]:
    """Return how far each character of a font advances, in parts of its size; nothing without the font."""
    raw = _asset(f"fonts/{name}.otf")
    try:
        return _advances(raw) if raw else {}
    except (struct.error, KeyError, IndexError):
        return {}


def _asset(path: str) -> bytes:
    found = next((shelf / path for shelf in SHELVES if (shelf / path).is_file()), None)
    return found.read_bytes() if found else b""


def _advances(raw: bytes) -> dict[int, float]:
    count = unpack_from(">H", raw, 4)[0]
    entries = (unpack_from(">4sLLL", raw, 12 + 16 * n) for n in range(count))
    tables = {tag: raw[start : start + length] for tag, _sum, start, length in entries}
    em = unpack_from(">H", tables[b"head"], 18)[0]
    told = unpack_from(">H", tables[b"hhea"], 34)[0]
    wide = [each for each, _side in iter_unpack(">Hh", tables[b"hmtx"][: 4 * told])]
    signs = _cmap(tables[b"cmap"])
    return {sign: wide[min(glyph, told - 1)] / em for sign, glyph in signs.items()}


def _cmap(table: bytes) -> dict[int, int]:
    """Return the glyph of each character: from groups of any plane, else from segments of the first."""
    count = unpack_from(">H", table, 2)[0]
    starts = [unpack_from(">HHL", table, 4 + 8 * n)[2] for n in range(count)]
    by_format = {unpack_from(">H", table, start)[0]: table[start:] for start in starts}
    found = _groups(by_format[12]) if 12 in by_format else _segments(by_format[4])
    return {sign: glyph for sign, glyph in found if glyph}


def _groups(part: bytes) -> Iterator[tuple[int, int]]:
    count = unpack_from(">L", part, 12)[0]
    for first, last, glyph in iter_unpack(">LLL", part[16 : 16 + 12 * count]):
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _segments(part: bytes) -> Iterator[tuple[int, int]]:
    twice = unpack_from(">H", part, 6)[0]
    for at in range(14, 14 + twice, 2):
        last, first = (unpack_from(">H", part, at + skip)[0] for skip in (0, twice + 2))
        delta, offset = (unpack_from(">H", part, at + skip)[0] for skip in (2 * twice + 2, 3 * twice + 2))
        for sign in range(first, min(last, 0xFFFE) + 1):
            there = at + 3 * twice + 2 + offset + 2 * (sign - first)
            glyph = unpack_from(">H", part, there)[0] if offset else sign
            yield sign, (glyph + delta) % 0x10000 if glyph or not offset else 0
