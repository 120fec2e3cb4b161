"""Salvage: after a syntax error the rest of a file is read all the same, and every such error is told.

What cannot be read is cut out, as little as the indentation allows; what may have stood there is kept as
gaps, so that nothing is told that only follows from the cut.
"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
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
    block = _Block((), everything, *outline_of(salver.lines, everything))
    try:
        salver.salve_entries(block, whole.findings[-1])
        rest = salver.rest() if salver.found else whole
        if rest.root is None and salver.salve_between(block, rest.findings[-1]) is None:
            rest = salver.rest()
    except _TooMuchError:
        return Composition(None, tuple(salver.found) or whole.findings)
    if rest.root is None:
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

    def rest(self) -> Composition:
        """Return the tree of what is left, which has findings of its own."""
        return compose("\n".join(self.lines), self._part.file, self._part.loader)

    def salve_entries(self, block: _Block, first: Finding) -> None:
        """Cut what troubles the reading of each entry by itself, *first* of all.

        Of those in which nothing is wrong ever more are read at once.
        """
        at, stride = self._reached(block, first), 1
        while at < len(block.entries):
            last = min(at + stride, len(block.entries))
            together = Passage(block.entries[at].start, block.entries[last - 1].end)
            if last == at + 1:
                at, stride = self._next(block, at), FEW
            elif (trouble := self._trouble(together)) is None:
                at, stride = last, FEW * stride
            else:
                stride = (last - at) // FEW if trouble.code in UNCLOSED else 1
                at = max(at, self._reached(block, trouble))

    def salve_between(self, block: _Block, trouble: Finding) -> Finding | None:
        """Cut what troubles the reading of a block between its entries, *trouble* first.

        Returns what no cut inside it ends.
        """
        left: Finding | None = trouble
        while left:
            left = self._of_first(block, left)
            entry = self._standing(block, left.line)
            if entry is None:
                return left
            inner = self._within(block, entry, left)
            if inner is None or self.salve_between(inner, left):
                self._cut(block, entry, left)
            left = self._trouble(Passage(self._sound(block, entry), block.whole.end))
        return None

    def _reached(self, block: _Block, first: Finding) -> int:
        """Return the place of the entry that stopped the reading: what stands above it was read.

        Trouble may be told one entry below; a quote or a bracket may have been opened anywhere above.
        """
        if first.code in UNCLOSED:
            return 0
        stopped = bisect_left(block.entries, first.line + 1, key=attrgetter("start")) - 1
        return max(stopped - (first.code in BELOW), 0)

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
        inner = self._within(block, entry, trouble)
        if inner is None:
            self._cut(block, entry, self._of_keyless(entry.start, trouble))
        else:
            self.salve_entries(inner, trouble)

    def _within(self, block: _Block, entry: Passage, trouble: Finding) -> _Block | None:
        """Return an entry as a block of its own, none where it is none or the trouble is with its key."""
        key = key_alone(self.lines[entry.start])
        inner = outline_of(self.lines, Passage(entry.start + 1, entry.end))
        if key is None or trouble.line <= entry.start or not inner.entries or len(block.path) >= DEEPEST:
            return None
        return _Block((*block.path, key), entry, *inner)

    def _trouble(self, passage: Passage) -> Finding | None:
        """Return what stops the reading of a passage by itself."""
        if self._left < 0:
            raise _TooMuchError
        stop = obstacle("\n".join(self.lines[slice(*passage)]), self._part._replace(first=passage.start))
        read_to = passage.end if stop is None else stop.line + 1
        self._left -= sum(map(len, self.lines[passage.start : read_to])) + LEAST_READ
        return stop

    def _standing(self, block: _Block, row: int) -> Passage | None:
        """Return the entry a row stands in, unless it is cut out."""
        entry = next((each for each in block.entries if each.start <= row < each.end), None)
        return entry if entry and any(map(str.strip, self.lines[slice(*entry)])) else None

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
