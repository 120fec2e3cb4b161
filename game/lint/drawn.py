"""Characters that the desk's fonts cannot draw, each told at its place in a tree or a text."""

from collections.abc import Iterator, Sequence
from unicodedata import category, name

from game.lint.glyphs import undrawn
from game.located.excerpt import lines_of
from game.located.extent import Extent, stretch
from game.located.findings import Finding, Grade
from game.located.node import Block, Items, Node

CODE = "D501"
MOST = 6
"""How many characters one finding names."""

_HINT = "Latin letters, Hangul, Kana and the common Hanja are drawn; write it in these"


def undrawn_values(root: Node, lines: Sequence[str], file: str, where: str = "") -> Iterator[Finding]:
    """Yield a finding for each value of a tree that holds what no font of the desk draws."""
    if isinstance(root, Block):
        for key, entry in root.entries.items():
            yield from undrawn_values(entry.node, lines, file, f"{where}.{key}" if where else key)
    elif isinstance(root, Items):
        for node in root.nodes:
            yield from undrawn_values(node, lines, file, where)
    elif signs := _boxes(root.text):
        at = root.text.index(signs[0])
        yield _finding(signs, file, stretch(root, lines, at, at + 1), where)


def undrawn_lines(text: str, file: str) -> Iterator[Finding]:
    """Yield a finding for each line of a text that holds what no font of the desk draws."""
    for number, line in enumerate(lines_of(text)) if _boxes(text) else ():
        if signs := _boxes(line):
            yield _finding(signs, file, Extent(number, line.index(signs[0]), 1))


def _boxes(text: str) -> str:
    """Return what is drawn as boxes; what is never seen, such as a byte order mark, is told elsewhere."""
    return "".join(sign for sign in undrawn(text) if category(sign) not in ("Cf", "Mn"))


def _finding(signs: str, file: str, place: Extent, where: str = "") -> Finding:
    first = f"U+{ord(signs[0]):04X} {name(signs[0], '').lower()}".rstrip()
    more = f" and {len(signs) - MOST} more" if len(signs) > MOST else ""
    told = f"the desk cannot draw '{signs[:MOST]}'{more} ({first}): a box stands there instead"
    return Finding(CODE, Grade.WARNING, told, file, *place, _HINT, where)
