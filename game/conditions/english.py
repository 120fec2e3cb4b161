"""Conditions in plain English, for cards, documents and the answer to 'why?'."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import singledispatch

from game.conditions.logic import bounded, number_last, pairs, plain
from game.conditions.syntax import (
    COUNTS,
    MONTH,
    Among,
    Arithmetic,
    Both,
    Comparison,
    Either,
    Fold,
    Name,
    Negative,
    Node,
    Not,
    Number,
    Question,
    Truth,
    is_truth,
)

Label = Callable[[str], str]
"""How a reading is called in a sentence, by its name."""

Title = Callable[[str, str], str]
"""How what a question is about is called, by the question and its id; a branch by event.branch."""


@dataclass(frozen=True)
class Words:
    """How everything a condition names is called."""

    label: Label
    """How readings are called."""

    title: Title
    """How what questions are about is called."""

    def named(self, asked: Question) -> list[str]:
        """Return how the things that a question is about are called."""
        ids = [arg.name for arg in asked.args]
        if asked.function == "branch":
            ids[1] = f"{ids[0]}.{ids[1]}"
        return [self.title(asked.function, each) for each in ids]


_COMPARED = {
    "==": "is {}",
    "!=": "is not {}",
    "<": "is below {}",
    "<=": "is at most {}",
    ">": "is above {}",
    ">=": "is at least {}",
}
_MONTHS = {
    "==": "it is month {}",
    "!=": "it is not month {}",
    "<": "it is before month {}",
    "<=": "it is month {} or earlier",
    ">": "it is after month {}",
    ">=": "it is month {} or later",
}
_AMOUNTS = {
    "==": "exactly {}",
    "!=": "other than {}",
    "<": "fewer than {}",
    "<=": "at most {}",
    ">": "more than {}",
    ">=": "at least {}",
}
_ASKED = {
    "played": ("{} has been played", "{} has not been played"),
    "playing": ("{} is played this month", "{} is not played this month"),
    "in_force": ("{} is in force", "{} is not in force"),
    "crossed": ("{} has been crossed", "{} has not been crossed"),
    "owed": ("an answer is owed on {}", "no answer is owed on {}"),
    "happened": ("{} has happened", "{} has not happened"),
    "branch": ("{} came out as {}", "{} did not come out as {}"),
    "attributed": ("{} has been attributed", "{} has not been attributed"),
    "offered": ("{} has an offer on the table", "{} has no offer on the table"),
}
_COUNTED = {
    "months_since": ("the months since {}", "it is {1} since {0}"),
    "uses": ("the number of times {} has been played", "{0} has been played {1}"),
    "months_since_crossed": ("the months since {} was crossed", "it is {1} since {0} was crossed"),
}
_OPERATORS = {"+": "plus", "-": "minus", "*": "times", "//": "divided by", "%": "modulo"}
_SUMS = {"+", "-"}


def english(node: Node, label: Label, title: Title | None = None) -> str:
    """Return a tree in plain English, without capital or full stop.

    Readings are called as *label* says, and cards, lines, events and sides as *title* says, if
    their ids can be the same as those of readings.
    """
    return _say(node, Words(label, title or (lambda _, name: label(name))))


def _say(node: Node, words: Words) -> str:
    """Return a tree told with 'not' drawn into its words."""
    return _tell(plain(node) if is_truth(node) else node, words)


@singledispatch
def _tell(node: Node, words: Words) -> str:
    raise TypeError(f"{type(node).__name__} is no part of a condition")


@_tell.register
def _number(node: Number, words: Words) -> str:
    return str(node.value)


@_tell.register
def _truth(node: Truth, words: Words) -> str:
    return "always" if node.value else "never"


@_tell.register
def _name(node: Name, words: Words) -> str:
    return "the month" if node.name == MONTH else words.label(node.name)


@_tell.register
def _question(node: Question, words: Words) -> str:
    if node.function in COUNTS:
        return _COUNTED[node.function][0].format(*words.named(node))
    return _answered(node, words, yes=True)


def _answered(node: Question, words: Words, yes: bool) -> str:
    """Return a question as the statement that its answer is *yes*."""
    if not node.args:
        return "an agreement is in force" if yes else "no agreement is in force"
    return _ASKED[node.function][0 if yes else 1].format(*words.named(node))


@_tell.register
def _fold(node: Fold, words: Words) -> str:
    if node.function == "abs":
        return f"the size of {_counting(node.items[0], words)}"
    held = bounded(node)
    if held is not None:
        item, number = held
        bound = "at most" if node.function == "min" else "at least"
        return f"{_counting(item, words)}, {bound} {number}"
    told = _listed([_inner(item, words, tight=True) for item in node.items], "and")
    return f"the {'smallest' if node.function == 'min' else 'largest'} of {told}"


@_tell.register
def _negative(node: Negative, words: Words) -> str:
    return f"minus {_inner(node.item, words, tight=True)}"


@_tell.register
def _arithmetic(node: Arithmetic, words: Words) -> str:
    for one, other in ((node.left, node.right), (node.right, node.left)):
        if node.operator == "*" and is_truth(other) and not is_truth(one):
            return f"{_inner(one, words, tight=True)} if {_say(other, words)}"
    left = _inner(node.left, words, tight=node.operator not in _SUMS)
    right = _inner(node.right, words, tight=node.operator != "+")
    return f"{left} {_OPERATORS[node.operator]} {right}"


def _inner(node: Node, words: Words, tight: bool) -> str:
    """Return a number inside another, in brackets where what stands around it binds as *tight*."""
    told = _counting(node, words)
    loose = isinstance(node, Arithmetic) and (tight or is_truth(node.left) or is_truth(node.right))
    folded = isinstance(node, Fold) and node.function != "abs"
    return f"({told})" if loose or folded or is_truth(node) else told


def _counting(node: Node, words: Words) -> str:
    """Return a number, a truth as the number it counts for."""
    return f"1 if {_say(node, words)}" if is_truth(node) else _tell(node, words)


@_tell.register
def _comparison(node: Comparison, words: Words) -> str:
    if set(node.operators) == {"<="} and len(node.items) == 3:
        low, item, high = (_tell(each, words) for each in node.items)
        month = isinstance(node.items[1], Name) and node.items[1].name == MONTH
        return f"it is month {low} to {high}" if month else f"{item} is from {low} to {high}"
    return _listed([_link(link, words) for link in pairs(node)], "and")


def _link(link: Comparison, words: Words) -> str:
    """Return one comparison, its number last."""
    left, sign, right = number_last(link)
    if is_truth(left):
        return _same(left, sign == "==", right, words)
    if isinstance(right, Number) and isinstance(left, Name | Question | Arithmetic):
        return _measured(left, sign, right.value, words)
    return f"{_tell(left, words)} {_COMPARED[sign].format(_tell(right, words))}"


def _same(left: Node, alike: bool, right: Node, words: Words) -> str:
    """Return that two conditions hold alike, or unlike."""
    if isinstance(right, Truth):
        return _tell(plain(left, right.value is alike), words)
    told = _say(left, words), _say(right, words)
    return "{} exactly when {}".format(*told) if alike else "either {} or {}, not both".format(*told)


def _measured(left: Name | Question | Arithmetic, sign: str, value: int, words: Words) -> str:
    """Return how something compares with a written number."""
    if isinstance(left, Name) and left.name == MONTH:
        return _MONTHS[sign].format(value)
    if isinstance(left, Question):
        unit = _times(value) if left.function == "uses" else f"{value} month{'' if value == 1 else 's'}"
        return _COUNTED[left.function][1].format(*words.named(left), _AMOUNTS[sign].format(unit))
    if isinstance(left, Arithmetic) and left.operator == "%" and value == 0 and sign in {"==", "!="}:
        said = _COMPARED[sign].format("a multiple of")
        return f"{_inner(left.left, words, tight=True)} {said} {_tell(left.right, words)}"
    return f"{_tell(left, words)} {_COMPARED[sign].format(value)}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


@_tell.register
def _among(node: Among, words: Words) -> str:
    return f"{_tell(node.item, words)} is {_listed([_tell(each, words) for each in node.options], 'or')}"


@_tell.register
def _not(node: Not, words: Words) -> str:
    if isinstance(node.item, Among):
        options = [_tell(each, words) for each in node.item.options]
        return f"{_tell(node.item.item, words)} is not {_listed(options, 'or')}"
    assert isinstance(node.item, Question)
    return _answered(node.item, words, yes=False)


@_tell.register
def _both(node: Both, words: Words) -> str:
    told = [f"({_tell(i, words)})" if isinstance(i, Either) else _tell(i, words) for i in node.items]
    return _listed(told, "and")


@_tell.register
def _either(node: Either, words: Words) -> str:
    told = [_tell(item, words) for item in node.items]
    return ", or ".join(told) if any(isinstance(i, Both) for i in node.items) else _listed(told, "or")


def _listed(told: Sequence[str], word: str) -> str:
    """Return several things as one list."""
    if len(told) == 1:
        return told[0]
    return f"{', '.join(told[:-1])} {word} {told[-1]}"
