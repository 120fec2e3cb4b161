"""Salvage: after a syntax error the rest of a file is read all the same, and every such error is told.

What cannot be read is cut out, as little as the indentation allows; what may have stood there is kept as
gaps, so that nothing is told that only follows from the cut.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import yaml

from game.located.compose import LOADER, Composition, Loader, TextPart, compose, obstacle
from game.located.excerpt import lines_of
from game.located.findings import Finding
from game.located.gap import Gap, gap_of
from game.located.outline import Passage, indent_of, key_alone, key_of, outline_of
from game.located.yaml_syntax import out_of_line, without_key

LONGEST = 256 * 1024
"""Characters of the longest file that is salvaged."""

SLOWER = 4
"""So many times shorter with the parser that is written in Python."""

MOST_READ = 8 * LONGEST
"""Characters read again at most, all parts together."""

LEAST_READ = 20
"""Characters that every part counts for, however short it is."""

MOST_TOLD = 20
"""After so many cuts the rest is left alone."""

MOST_JOINED = 12
"""Lines that a quote or bracket may run on over, beside those indented deeper."""

FEW = 2
"""By so many times more entries are read at once, or fewer."""

DEEPEST = 6
"""Levels of blocks of which a part is cut; deeper ones are cut as a whole."""

FINAL = ("Y001", "Y004", "Y023", "Y025")
"""Findings about a file as a whole: no part of it is at fault."""

EMPTY = "Y004"
"""Told of a file with nothing in it, which is no trouble where all of it was cut out."""

BLANKS = "Y011"
"""Told once in a block, though every line of it may begin with a tab."""

BELOW = ("Y010", "Y016")
"""Told of a line below the first of a block where that is out of line itself, or has no key."""

UNCLOSED = ("Y013", "Y015")
"""Quotes and brackets, which may run on over lines that line up with their own."""


def salvage(source: str, file: str = "", loader: Loader = LOADER) -> Composition:
    """Return the tree of one YAML text without what cannot be read, its gaps and all findings."""
    whole = compose(source, file, loader)
    longest = LONGEST // SLOWER if loader is yaml.SafeLoader else LONGEST
    if whole.root is not None or whole.findings[-1].code in FINAL or len(source) > longest:
        return whole
    salver = _Salver(lines_of(source), TextPart(file, loader))
    everything = Passage(0, len(salver.lines))
    try:
        left = salver.salve(_Block((), everything, *outline_of(salver.lines, everything)))
    except _TooMuchError:
        return Composition(None, tuple(salver.found) or whole.findings)
    rest = salver.left()
    if left or rest.root is None:
        return whole
    return Composition(rest.root, (*rest.findings, *salver.found), salver.gaps)


class _TooMuchError(Exception):
    """Ends the salvage of a file that is not worth any more time."""


class _Block(NamedTuple):
    """A block of a file, by its lines."""

    path: tuple[str, ...]
    """The keys that lead there."""

    whole: Passage
    """All its lines, with that of its key."""

    indent: int
    """How far its entries are indented."""

    entries: Sequence[Passage]


class _Salver:
    """Cuts out of one file what cannot be read, each cut as small as can be."""

    def __init__(self, lines: Sequence[str], part: TextPart) -> None:
        self.lines = list(lines)
        self.found: list[Finding] = []
        self._source = lines
        self._lost: dict[tuple[tuple[str, ...], str | None], list[str]] = {}
        self._tabbed: set[tuple[str, ...]] = set()
        self._part = part
        self._left = MOST_READ

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What was cut out, block by block."""
        return tuple(gap_of(lines, *place) for place, lines in self._lost.items())

    def left(self) -> Composition:
        """Return the tree of what is left of the file; composing remembers it until more is cut."""
        return compose("\n".join(self.lines), self._part.file, self._part.loader)

    def salve(self, block: _Block) -> Finding | None:
        """Cut what troubles the reading of a block: within its entries, and then between them.

        Returns the trouble that no cut inside it ends.
        """
        self._salve_entries(block)
        if block.path and self._lines_up(block):
            return None
        unread = block.whole
        while trouble := self._trouble(unread):
            trouble = self._of_first(block, trouble)
            entry = self._standing(block, trouble.line)
            if entry is None:
                return trouble
            self._cut(block, entry, trouble)
            unread = Passage(self._sound(block, entry), block.whole.end)
        return None

    def _salve_entries(self, block: _Block) -> None:
        """Salve each entry by itself; of those in which nothing is wrong ever more are read at once."""
        at, stride = 0, 1
        while at < len(block.entries):
            last = min(at + stride, len(block.entries))
            together = Passage(block.entries[at].start, block.entries[last - 1].end)
            if last == at + 1:
                at, stride = self._next(block, at), FEW
            elif self._trouble(together) is None:
                at, stride = last, FEW * stride
            else:
                stride = (last - at) // FEW

    def _lines_up(self, block: _Block) -> bool:
        """Say whether all that is left of a block begins with a key at its indent.

        Where each entry is sound they are then sound together, and are not read again at every level of
        blocks around them. The file as a whole is always read again.
        """
        left = (self.lines[each.start] for each in block.entries if self._is_left(each))
        return all(indent_of(line) == block.indent and key_of(line) is not None for line in left)

    def _is_left(self, entry: Passage) -> bool:
        """Say whether an entry is not cut out."""
        return any(map(str.strip, self.lines[slice(*entry)]))

    def _sound(self, block: _Block, cut: Passage) -> int:
        """Return the row from which a block is to be read again after a cut: what stands above is sound."""
        for entry in reversed(block.entries[: bisect_left(block.entries, cut)]):
            if self._standing(block, entry.start) and indent_of(self.lines[entry.start]) == block.indent:
                return entry.start
        return block.whole.start

    def _of_first(self, block: _Block, trouble: Finding) -> Finding:
        """Return the trouble of the first line of a block, where those below only do not line up with it."""
        row = block.entries[0].start if block.entries else 0
        line = self.lines[row]
        is_below = trouble.code in BELOW and trouble.line > row and bool(line.strip())
        if is_below and indent_of(line) != block.indent:
            return out_of_line(row, line, self._part.file)
        return self._of_keyless(row, trouble)

    def _of_keyless(self, row: int, trouble: Finding) -> Finding:
        """Return the trouble of a line without a key, where those below only do not line up with it."""
        line = self.lines[row]
        is_below = trouble.code in BELOW and trouble.line > row and bool(line.strip())
        return without_key(row, line, self._part.file) if is_below and key_of(line) is None else trouble

    def _next(self, block: _Block, at: int) -> int:
        """Salve the entry at a place in a block, and return the place of the next."""
        entry, after = block.entries[at], at + 1
        trouble = self._trouble(entry)
        if trouble is None:
            return after
        if trouble.code in UNCLOSED:
            closed = self._closed(block, at)
            if closed:
                return closed
        self._salve_entry(block, entry, trouble)
        is_open = trouble.code in UNCLOSED and not self._standing(block, entry.start)
        while is_open and after < len(block.entries) and self._runs_on(block.entries[after]):
            self._blank(block, block.entries[after])
            after += 1
        return after

    def _closed(self, block: _Block, at: int) -> int | None:
        """Return the place after the entries on which a quote or bracket runs on until it is closed."""
        start = block.entries[at].start
        for last in range(at + 1, min(at + MOST_JOINED, len(block.entries))):
            if self._trouble(Passage(start, block.entries[last].end)) is None:
                return last + 1
        return None

    def _runs_on(self, entry: Passage) -> bool:
        """Say whether an entry is but more of the text above it."""
        return key_of(self.lines[entry.start]) is None

    def _salve_entry(self, block: _Block, entry: Passage, trouble: Finding) -> None:
        """Cut what troubles the reading of an entry, the whole of it where it is no block."""
        key = key_alone(self.lines[entry.start])
        inner = outline_of(self.lines, Passage(entry.start + 1, entry.end))
        left: Finding | None = self._of_keyless(entry.start, trouble)
        if key is not None and trouble.line > entry.start and inner.entries and len(block.path) < DEEPEST:
            left = self.salve(_Block((*block.path, key), entry, *inner))
        if left:
            self._cut(block, entry, left)

    def _trouble(self, passage: Passage) -> Finding | None:
        """Return what stops the reading of a passage by itself."""
        if self._left < 0:
            raise _TooMuchError
        if passage == (0, len(self.lines)):
            stop = self._stop()
        else:
            part = self._part._replace(first=passage.start)
            stop = obstacle("\n".join(self.lines[slice(*passage)]), part)
        read_to = passage.end if stop is None else stop.line + 1
        self._left -= sum(map(len, self.lines[passage.start : read_to])) + LEAST_READ
        return stop

    def _stop(self) -> Finding | None:
        """Return what stops the reading of what is left of the file; what is sound is built only once."""
        left = self.left()
        is_sound = left.root is not None or left.findings[-1].code == EMPTY
        return None if is_sound else left.findings[-1]

    def _standing(self, block: _Block, row: int) -> Passage | None:
        """Return the entry a row stands in, unless it is cut out."""
        entry = next((each for each in block.entries if each.start <= row < each.end), None)
        return entry if entry and self._is_left(entry) else None

    def _cut(self, block: _Block, entry: Passage, trouble: Finding) -> None:
        """Tell a trouble and cut out the entry it stands in."""
        if trouble.code != BLANKS or block.path not in self._tabbed:
            self.found.append(trouble)
        if trouble.code == BLANKS:
            self._tabbed.add(block.path)
        self._blank(block, entry)
        if len(self.found) >= MOST_TOLD:
            raise _TooMuchError

    def _blank(self, block: _Block, entry: Passage) -> None:
        """Leave the lines of an entry blank, and a gap in its block or in the entry above it."""
        rows, at = slice(*entry), bisect_left(block.entries, entry)
        in_line = at == 0 or indent_of(self._source[entry.start]) == block.indent
        above = None if in_line else key_of(self._source[block.entries[at - 1].start])
        self._lost.setdefault((block.path, above), []).extend(self._source[rows])
        self.lines[rows] = [""] * (entry.end - entry.start)
