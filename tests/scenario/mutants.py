"""Mutants: a scenario's file with one key or value renamed, removed, mistyped or mis-referenced."""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import NamedTuple

from game.conditions.condition import Condition, Expression
from game.conditions.syntax import ConditionError
from game.lint.conditions import ASKED, expressions, resolved
from game.lint.references import references
from game.located.edits import Edit, edited
from game.located.excerpt import lines_of
from game.located.extent import stretch
from game.located.introspection import Hint, choices_of, fields_of, key_of, members, model_in, opened
from game.located.locate import locate
from game.located.node import Block, Items, Node, Scalar
from game.located.partial import BLOCKS
from game.model.base import Ref
from game.model.scenario import Scenario

Place = tuple[int, int]
Path = tuple[str | int, ...]

GIVEN = (("sides",), ("bargain", "ladders"))
"""Blocks whose keys are marked as names, and give them."""


class Mutant(NamedTuple):
    """A file with one slip, and what should be told of it."""

    kind: str
    """What was done: renamed, removed, mistyped or mis-referenced."""

    path: Path
    made: Callable[[], str]
    """Makes the file: most mutants are counted and never looked at."""

    places: frozenset[Place] = frozenset()
    """Where it should be told; where the name stands that is missing now, if empty."""

    meant: str = ""
    """The name that should be suggested, if any."""

    @property
    def source(self) -> str:
        """The file with the slip in it."""
        return self.made()


def spoken(scenario: Scenario) -> set[Path]:
    """Return where each noun that something speaks of is given its name."""
    named = [
        (kind, each.name)
        for each in references(scenario)
        if each.loc[:-2] not in GIVEN
        for kind in each.kinds
    ]
    for usage in expressions(scenario):
        named += [("track", resolved(name.name, usage.side)) for name in usage.expression.names]
        named += [("ladder", name.name) for name in usage.expression.names]
        for question in usage.expression.questions:
            named += [(kind, arg.name) for arg in question.args[:1] for kind in ASKED[question.function]]
            named += [(f"branch {question.args[0].name}", arg.name) for arg in question.args[1:]]
    ways = {f"branch {event}": ("calendar", event, "branches") for event in scenario.calendar}
    blocks = {**BLOCKS, **ways, "deniable card": ("cards",), "principal": ("sides",)}
    return {(*blocks[kind], name) for kind, name in named if kind in blocks}


def mutants(source: str, root: Node, merged: Node, used: Collection[Path]) -> Iterator[Mutant]:
    """Yield every mutant of a file that is a mistake.

    No mistake is a key left out that may be left out, a new name for what nothing speaks of, and other
    words in a text. *merged* is the whole of a variant and what it extends, *used* is where
    every noun stands that is spoken of.
    """
    waiting: list[tuple[Path, Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Block):
            for name, entry in node.entries.items():
                waiting.append(((*path, name), entry.node))
                yield from _of_key(
                    source, path, entry.key, entry.node, locate(path, Scenario, merged).hint, used
                )
        elif isinstance(node, Items):
            waiting += [((*path, at), held) for at, held in enumerate(node.nodes)]
        elif node.value is not None:
            yield from _of_value(source, path, node, locate(path, Scenario, merged).hint)


def slipped(word: str) -> str:
    """Return a word with a slip of the finger: two letters exchanged, or one more."""
    for at in range(1, len(word) - 1):
        if word[at] != word[at + 1] and word[at].isalpha() and word[at + 1].isalpha():
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return f"{word}z"


def _of_key(
    source: str, path: Path, key: Scalar, held: Node, hint: Hint, used: Collection[Path]
) -> Iterator[Mutant]:
    """Yield the mutants of a key in the block at *path*."""
    whole, here = (*path, key.text), frozenset({(key.line, key.column)})
    slip = Edit(key.line, key.column, key.end_column - key.column, slipped(key.text))
    renamed, removed = partial(edited, source, [slip]), partial(without, source, key, held)
    model = model_in(members(hint)[0])
    if model:
        yield Mutant("renamed", whole, renamed, here, key.text)
        if key.text in fields_of(model) and model.model_fields[key.text].is_required():
            yield Mutant("removed", whole, removed)
    elif path not in GIVEN and any(isinstance(mark, Ref) for mark in opened(key_of(members(hint)[0]))[1]):
        yield Mutant("mis-referenced", whole, renamed, here, key.text)
    elif whole in used:
        yield Mutant("renamed", whole, renamed, here)
        yield Mutant("removed", whole, removed)


def without(source: str, key: Scalar, held: Node) -> str:
    """Return the source without one key and what it stands for."""
    lines = source.split("\n")
    before = lines[key.line][: key.column]
    last = end(held, lines)
    if before.strip() in ("", "-") and (last[0] > key.line or not lines[last[0]][last[1] :].strip(" ,")):
        kept = [before.rstrip()] if before.strip() else []
        return "\n".join((*lines[: key.line], *kept, *lines[last[0] + 1 :]))
    after = lines[last[0]][last[1] :].lstrip()
    after = after[1:].lstrip() if after.startswith(",") else after
    return "\n".join((*lines[: key.line], before + after, *lines[last[0] + 1 :]))


def end(node: Node, lines: list[str]) -> Place:
    """Return where a node ends: after the last of anything in it, and after the bracket that closes it."""
    if isinstance(node, Scalar):
        block = node.style in ("|", ">") and node.end_column == 0
        return (
            (node.end_line - 1, len(lines[node.end_line - 1])) if block else (node.end_line, node.end_column)
        )
    inner = [entry.node for entry in node.entries.values()] if isinstance(node, Block) else node.nodes
    line, column = max([*(end(each, lines) for each in inner), (node.line, node.column + 1)])
    if lines[node.line][node.column : node.column + 1] not in ("{", "["):
        return line, column
    while lines[line][column : column + 1] not in ("}", "]"):
        line, column = (line, column + 1) if column < len(lines[line]) else (line + 1, 0)
    return line, column + 1


def _of_value(source: str, path: Path, node: Scalar, hint: Hint) -> Iterator[Mutant]:
    """Yield the mutants of a value."""
    here = frozenset({(node.line, node.column)})
    yield Mutant(
        "mistyped", path, partial(spoilt, source, node, "[zz]"), here | {(node.line, node.column + 1)}
    )
    core, marks = opened(members(hint)[0])
    names = any(isinstance(mark, Ref) for mark in (*marks, *opened(hint)[1]))
    if names or choices_of(hint):
        wrong = slipped(node.text)
        yield Mutant("mis-referenced", path, partial(spoilt, source, node, wrong), here, node.text)
    elif core in (Condition, Expression) and isinstance(node.value, str) and node.style not in ("|", ">"):
        yield from _of_condition(source, path, node, core)


def _of_condition(source: str, path: Path, node: Scalar, kind: type[Expression]) -> Iterator[Mutant]:
    """Yield a mutant for each name inside a condition on one line."""
    if node.line != node.end_line:
        return
    try:
        expression = kind(node.text)
    except ConditionError:
        return
    lines = lines_of(source)
    asked = [argument for question in expression.questions for argument in question.args]
    for name in (*expression.names, *asked):
        if len(name.name) > 2:
            line, column, span = stretch(node, lines, name.start, name.end)
            wrong = partial(edited, source, [Edit(line, column, span, slipped(name.name))])
            yield Mutant("mis-referenced", path, wrong, frozenset({(line, column)}), name.name)


def spoilt(source: str, scalar: Scalar, instead: str) -> str:
    """Return the source with one scalar written anew; a text over several lines gives way to one line."""
    lines = source.split("\n")
    after = lines[scalar.end_line][scalar.end_column :]
    if scalar.style in ("|", ">"):
        after = "\n" + after
    lines[scalar.line : scalar.end_line + 1] = [lines[scalar.line][: scalar.column] + instead + after]
    return "\n".join(lines)
