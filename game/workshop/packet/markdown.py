"""The little Markdown that briefs are written in, as blocks."""

import re
from collections.abc import Iterator

from game.workshop.packet.blocks import Block, Bullets, Heading, Line, Para, PrintedTable, TextRun, TextWeight


def from_markdown(text: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text; its first heading, which repeats the title, is left out."""
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    points: list[str] = []
    apart = re.sub(r"^#.*$", r"\n\g<0>\n", text, flags=re.MULTILINE)
    for part in filter(None, (part.strip() for part in apart.split("\n\n"))):
        items = _points(part)
        if points and not items:
            yield _listed(points)
            points = []
        if items:
            points += items
        elif part.startswith("|"):
            yield _table(part)
        elif part.startswith("#"):
            yield from [Heading(starred(part.lstrip("# ")))] * part.startswith("##")
        else:
            yield Para(starred(" ".join(part.split())))
    if points:
        yield _listed(points)


def starred(text: str) -> Line:
    """Return a text with its **bold** and *slanted* words as runs; one without any stays as it is."""
    parts = filter(None, re.split(r"(\*\*.+?\*\*|\*\S(?:.*?\S)?\*)", text))
    found = tuple(map(_run, parts))
    return found if any(run.weight is not TextWeight.PLAIN for run in found) else text


def _run(part: str) -> TextRun:
    if len(part) > 4 and part.startswith("**") and part.endswith("**"):
        return TextRun(part[2:-2], TextWeight.BOLD)
    if len(part) > 2 and part.startswith("*") and part.endswith("*"):
        return TextRun(part[1:-1], TextWeight.SLANTED)
    return TextRun(part)


def _points(part: str) -> list[str]:
    """Return the points of a list, nothing for another block; each keeps its number or dash."""
    found: list[str] = []
    for line in part.splitlines():
        if _is_point(line):
            found.append(line.strip())
        elif not found:
            return []
        else:
            found[-1] += f" {line.strip()}"
    return found


def _is_point(line: str) -> bool:
    number, dot, rest = line.strip().partition(". ")
    return line.strip().startswith(("- ", "* ")) or (number.isdigit() and bool(dot and rest))


def _listed(points: list[str]) -> Bullets:
    return Bullets(tuple(starred(point.partition(" ")[2]) for point in points), points[0][:1].isdigit())


def _table(part: str) -> PrintedTable:
    """Return a table; its widths follow the longest cell of each column."""
    lines = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in part.splitlines()]
    head, body = tuple(lines[0]), [tuple(line) for line in lines[1:] if set("".join(line)) - set("-: ")]
    full = [(*line, *[""] * len(head))[: len(head)] for line in body]
    widths = tuple(
        max(4, min(30, *[max(len(line[column]) for line in [head, *full])])) for column in range(len(head))
    )
    return PrintedTable(tuple(map(starred, head)), tuple(tuple(map(starred, line)) for line in full), widths)
