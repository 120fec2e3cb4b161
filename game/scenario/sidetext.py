"""A side file written anew: in the order of the scenario, with finished work and comments as they stand."""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.located.excerpt import lines_of
from game.located.node import Block, Node, Scalar
from game.scenario.nouns import HOMES
from game.scenario.sidefile import Rendering, SideReading

HEAD = """\
# {title} in another language ({language}): beside every text what it says there.
# 'simmer translate {name} --to {language}' adds what is new. A text that has changed gets a line 'was';
# mend its translation, then delete that line.

format: 1
language: {language}
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a side file is to hold."""

    name: str
    """How the scenario is called on the command line."""

    title: str
    """The scenario's title."""

    language: str
    """The language it translates to."""

    texts: Mapping[str, str]
    """Every text by its path."""

    files: Mapping[str, str]
    """The digest of every Markdown text by its file's name."""

    there: Mapping[str, str]
    """The file a Markdown text stands in in the other language, where there is one."""

    nouns: Collection[str] = ()
    """The nouns whose texts stand in files of their own."""


def side_texts(wanted: Wanted, side: SideReading) -> Mapping[str, str]:
    """Return the side file that holds what is *wanted*, under "", and its noun files, by noun.

    They are made from those there are; a noun file without any text is left out.
    """
    kept = _Kept(side)
    head = kept.heads.get("") or HEAD.format(title=wanted.title, name=wanted.name, language=wanted.language)
    texts: dict[str, list[str]] = {"": []}
    for key, text in wanted.texts.items():
        noun = HOMES.get(key.partition(".")[0], "")
        texts.setdefault(noun if noun in wanted.nouns else "", []).append(kept.entry("texts", key, text))
    files = [kept.entry("files", key, told, wanted.there.get(key, "")) for key, told in wanted.files.items()]
    parts = {"texts": texts.pop(""), "files": files, "gone": list(kept.left())}
    told = (f"{part}:\n{''.join(entries)}" for part, entries in parts.items() if entries)
    begun = {noun: f"{kept.heads[noun].rstrip()}\n\n" if kept.heads.get(noun) else "" for noun in texts}
    return {
        "": "\n".join((f"{head.rstrip()}\n", *told)),
        **{noun: f"{begun[noun]}texts:\n{''.join(entries)}" for noun, entries in texts.items()},
    }


class _Kept:
    """The work in the side file there is: found again by its path, or by the same words elsewhere."""

    def __init__(self, side: SideReading) -> None:
        self.side, self.lines = side, side.lines
        parts = ("texts", "files", "gone")
        self.old = {part: getattr(side.file, part) if side.file else {} for part in parts}
        self.nodes = {part: side.entries(part) for part in parts}
        self.memory = {
            (_field(key), each.en): each.to
            for part in reversed(parts)
            for key, each in self.old[part].items()
            if each.to and not each.was
        }
        self.taken: set[tuple[str, str]] = set()
        self.used: set[str] = set()

    @property
    def heads(self) -> Mapping[str, str]:
        """The lines before the first part of each file, by its noun."""
        pages = self.side.pages if self.side.file else ()
        return {page.noun: _head(lines_of(page.source)) for page in pages}

    def entry(self, part: str, key: str, text: str, to: str = "") -> str:
        """Return the entry of one text: as it stands, taken from elsewhere, marked as stale, or new."""
        old, remark = self.old[part].get(key), self._remark(part, key)
        self.used.add(key)
        if old and old.en == text and (old.to or not to):
            self.taken.add((_field(key), text))
            return (
                self._raw(part, key) if old.to or not self._elsewhere(key, text) else self._moved(key, text)
            )
        if self._elsewhere(key, text):
            return remark + self._moved(key, text)
        if old and old.to:
            return remark + _written(key, Rendering(en=text, was=old.was or old.en, to=old.to))
        return remark + _written(key, Rendering(en=text, to=to))

    def left(self) -> Iterator[str]:
        """Yield the work that nothing in the scenario has use for."""
        for part, entries in self.old.items():
            for key, each in entries.items():
                unused = part == "gone" or key not in self.used
                if each.to and unused and (_field(key), each.en) not in self.taken:
                    yield self._raw(part, key)

    def _elsewhere(self, key: str, text: str) -> str:
        return self.memory.get((_field(key), text), "")

    def _moved(self, key: str, text: str) -> str:
        self.taken.add((_field(key), text))
        return _written(key, Rendering(en=text, to=self._elsewhere(key, text)))

    def _raw(self, part: str, key: str) -> str:
        """Return an entry as it stands, with the remark above it."""
        node = self.nodes[part][key]
        first, last = self._first(part, key), _last_line(node)
        return self._remark(part, key) + "".join(f"{line}\n" for line in self.lines[first : last + 1])

    def _remark(self, part: str, key: str) -> str:
        """Return the comment lines above an entry."""
        if key not in self.nodes[part]:
            return ""
        first = start = self._first(part, key)
        while start and self.lines[start - 1].lstrip().startswith("#"):
            start -= 1
        return "".join(f"{line}\n" for line in self.lines[start:first])

    def _first(self, part: str, key: str) -> int:
        assert isinstance(self.side.root, Block)
        held = self.side.root.entries[part].node
        assert isinstance(held, Block)
        return held.entries[key].key.line


_PARTS = ("texts:", "files:", "gone:")

_PLAIN = re.compile(r"[A-Za-z][\w. -]*")
"""A path that needs no quotes as a key."""


def _head(lines: Sequence[str]) -> str:
    """Return the lines before the first part of a file."""
    starts = [n for n, line in enumerate(lines) if line.split("#")[0].rstrip() in _PARTS]
    return "\n".join(lines[: min(starts)]) if starts else ""


def _field(key: str) -> str:
    """Return the field a path ends in, so that only like words are taken for one another."""
    return next((part for part in reversed(key.split(".")) if not part.isdigit()), key)


def _last_line(node: Node) -> int:
    """Return the line in which an entry ends."""
    if isinstance(node, Scalar):
        return node.end_line
    inner = [entry.node for entry in node.entries.values()] if isinstance(node, Block) else node.nodes
    return max((_last_line(each) for each in inner), default=node.line)


def _written(key: str, rendering: Rendering) -> str:
    """Return an entry written out."""
    was = f"    was: {_quoted(rendering.was)}\n" if rendering.was else ""
    name = key if _PLAIN.fullmatch(key) else _quoted(key)
    return f"  {name}:\n    en: {_quoted(rendering.en)}\n{was}    to: {_quoted(rendering.to)}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
