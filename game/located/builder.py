"""Building the tree of a file from the parser's events, one by one and without recursion."""

from typing import NoReturn, TypeAlias

import yaml

from game.located.excerpt import short
from game.located.findings import Finding, Grade
from game.located.invisible import called, cleaned, first_odd
from game.located.node import Block, Items, Node, Pair, Scalar, Single
from game.located.scalars import read_plain

DEEPEST = 30
MOST_NODES = 100_000
MOST_TOLD = 400

FromTo: TypeAlias = tuple[int, int, int, int]


class UnreadableError(Exception):
    """Stops the reading of a file that makes no sense any further."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Builder:
    """Puts nodes where they belong while events arrive, and finds what scenarios do not use."""

    def __init__(self, file: str) -> None:
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self._file = file
        self._open: list[Items | Block] = []
        self._keys: list[Scalar | None] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Add one event to the tree."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._look_at(event)
        text, style = self._visible(event), event.style or ""
        value, doubt = (text, None) if style or self._wants_key() else read_plain(text)
        if doubt:
            self._find(doubt.code, _extent(event), doubt.message, doubt.hint, doubt.grade)
        self._place(_scalar(event, text, value, style))

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        self._look_at(event)
        if self._wants_key():
            self._stop("Y022", event, "a key is a single word, not a list or a block", _hint("{", "braces"))
        if len(self._open) >= DEEPEST:
            self._stop("Y021", event, f"this is nested more than {DEEPEST} levels deep")
        line, column, *_ = _extent(event)
        is_block = isinstance(event, yaml.MappingStartEvent)
        node = Block(line, column, {}, {}) if is_block else Items(line, column, [], [])
        self._place(node)
        self._open.append(node)
        self._keys.append(None)

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._look_at(event)
        self._place(_scalar(event, f"*{event.anchor}", None, ""))

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(
                "Y025", event, "a file holds one scenario, and '---' begins a second", "delete this line"
            )

    def _wants_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], Block) and self._keys[-1] is None

    def _place(self, node: Node) -> None:
        """Hang *node* into the collection that is open."""
        if not self._open:
            self.root = node
            return
        owner, key = self._open[-1], self._keys[-1]
        if isinstance(owner, Items):
            owner.nodes.append(node)
            owner.value.append(node.value)
        elif key is not None:
            self._enter(owner, key, node)
            self._keys[-1] = None
        elif isinstance(node, Scalar):
            self._look_at_key(owner, node)
            self._keys[-1] = node

    def _enter(self, owner: Block, key: Scalar, node: Node) -> None:
        if key.text not in owner.entries:
            owner.entries[key.text] = Pair(key, node)
            owner.value[key.text] = node.value

    def _look_at_key(self, owner: Block, key: Scalar) -> None:
        if key.text == "<<" and not key.style:
            self._find("Y024", key[:4], "merge keys ('<<') are not used here", "write the keys out")
        elif not key.text:
            self._find("Y034", key[:4], "a key is missing before ':'")
        elif key.text[0].isspace() and not key.style:
            self._find(
                "Y011", key[:4], "indent with plain spaces; this line begins with another kind of blank"
            )
        elif key.text in owner.entries:
            first = owner.entries[key.text].key.line + 1
            self._find(
                "Y030", key[:4], f"'{short(key.text)}' is given twice in this block (first on line {first})"
            )

    def _look_at(self, event: yaml.NodeEvent) -> None:
        """Count the node; refuse anchors, aliases and tags."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._stop("Y023", event, f"the file holds more than {MOST_NODES:,} values")
        if isinstance(event, yaml.AliasEvent):
            self._find("Y024", _extent(event), f"'*{event.anchor}' is not used here", _hint("*", "aliases"))
        elif event.anchor is not None:
            self._find("Y024", _extent(event), f"'&{event.anchor}' is not used here", _hint("&", "anchors"))
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._find("Y020", _extent(event), f"the tag '{short(tag)}' is not used here", _hint("!", "tags"))

    def _visible(self, event: yaml.ScalarEvent) -> str:
        """Return a text without the invisible characters that an escape can bring into it."""
        odd = first_odd(event.value) if event.style == '"' else None
        if odd is None:
            return event.value
        message = f"this text holds an invisible character ({called(event.value[odd])})"
        self._find("Y003", _extent(event), message, "write the text without it")
        return cleaned(event.value)

    def _find(
        self, code: str, extent: FromTo, message: str, hint: str = "", grade: Grade = Grade.ERROR
    ) -> None:
        line, column, end_line, end_column = extent
        span = max(end_column - column, 1) if line == end_line else 1
        if len(self.findings) < MOST_TOLD:
            self.findings.append(Finding(code, grade, message, self._file, line, column, span, hint))

    def _stop(self, code: str, event: yaml.Event, message: str, hint: str = "") -> NoReturn:
        line, column, *_ = _extent(event)
        raise UnreadableError(Finding(code, Grade.ERROR, message, self._file, line, column, 1, hint))


def _scalar(event: yaml.NodeEvent, text: str, value: Single, style: str) -> Scalar:
    return Scalar(*_extent(event), text, value, style)


def _extent(event: yaml.Event) -> FromTo:
    """Return where an event begins and ends; every parser says so."""
    start, end = event.start_mark, event.end_mark
    assert start
    assert end
    return start.line, start.column, end.line, end.column


def _hint(mark: str, thing: str) -> str:
    return f"text that starts with '{mark}' needs quotes; scenarios have no {thing}"
