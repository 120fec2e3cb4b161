"""Conditions in words, for cards, documents and the answer to 'why?': one walk for every language."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch

from game.conditions.logic import bounded, number_last, pairs, plain
from game.conditions.phrases import Phrases
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
    """How everything a condition names is called, and what is said of it."""

    phrases: Phrases
    """What the language says."""

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


def say(node: Node, phrases: Phrases, label: Label, title: Title | None = None) -> str:
    """Return a tree in the words of a language, without capital or full stop.

    Readings are called as *label* says, and cards, lines, events and sides as *title* says, if
    their ids can be the same as those of readings.
    """
    return _say(node, Words(phrases, label, title or (lambda _, name: label(name))))


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
    return words.phrases.always if node.value else words.phrases.never


@_tell.register
def _name(node: Name, words: Words) -> str:
    return words.phrases.month if node.name == MONTH else words.label(node.name)


@_tell.register
def _question(node: Question, words: Words) -> str:
    if node.function in COUNTS:
        return words.phrases.counted[node.function][0].format(*words.named(node))
    return _answered(node, words, yes=True)


def _answered(node: Question, words: Words, yes: bool) -> str:
    """Return a question as the statement that its answer is *yes*."""
    said = words.phrases.asked[node.function] if node.args else words.phrases.agreed
    return said[0 if yes else 1].format(*words.named(node))


@_tell.register
def _fold(node: Fold, words: Words) -> str:
    said = words.phrases
    if node.function == "abs":
        return said.size.format(_counting(node.items[0], words))
    several, held = said.folds[node.function]
    bound = bounded(node)
    if bound is not None:
        return held.format(_counting(bound[0], words), bound[1])
    return several.format(said.listed("numbers", [_inner(item, words) for item in node.items]))


@_tell.register
def _negative(node: Negative, words: Words) -> str:
    return words.phrases.minus.format(_inner(node.item, words))


@_tell.register
def _arithmetic(node: Arithmetic, words: Words) -> str:
    for one, other in ((node.left, node.right), (node.right, node.left)):
        if node.operator == "*" and is_truth(other) and not is_truth(one):
            return words.phrases.counted_if.format(_inner(one, words), _say(other, words))
    left = _inner(node.left, words, tight=node.operator not in {"+", "-"})
    right = _inner(node.right, words, tight=node.operator != "+")
    return words.phrases.operators[node.operator].format(left, right)


def _inner(node: Node, words: Words, tight: bool = True) -> str:
    """Return a number inside another, in brackets where what stands around it binds as *tight*."""
    told, always = _counting(node, words), words.phrases.bracketed
    loose = isinstance(node, Arithmetic) and (tight or always or is_truth(node.left) or is_truth(node.right))
    folded = isinstance(node, Fold) and (node.function != "abs" or always)
    return f"({told})" if loose or folded or is_truth(node) else told


def _counting(node: Node, words: Words) -> str:
    """Return a number, a truth as the number it counts for."""
    return words.phrases.counted_if.format(1, _say(node, words)) if is_truth(node) else _tell(node, words)


@_tell.register
def _comparison(node: Comparison, words: Words) -> str:
    said = words.phrases
    if set(node.operators) == {"<="} and len(node.items) == 3:
        low, item, high = (_tell(each, words) for each in node.items)
        in_months = isinstance(node.items[1], Name) and node.items[1].name == MONTH
        return said.within_months.format(low, high) if in_months else said.within.format(item, low, high)
    return said.listed("all", [_link(link, words) for link in pairs(node)])


def _link(link: Comparison, words: Words) -> str:
    """Return one comparison, its number last."""
    left, sign, right = number_last(link)
    if is_truth(left):
        return _same(left, sign == "==", right, words)
    if isinstance(right, Number):
        return _measured(left, sign, right.value, words)
    return words.phrases.related[sign].format(_tell(left, words), _tell(right, words))


def _same(left: Node, alike: bool, right: Node, words: Words) -> str:
    """Return that two conditions hold alike, or unlike."""
    if isinstance(right, Truth):
        return _tell(plain(left, right.value is alike), words)
    said = words.phrases.alike if alike else words.phrases.unlike
    return said.format(_say(left, words), _say(right, words))


def _measured(left: Node, sign: str, value: int, words: Words) -> str:
    """Return how something compares with a written number."""
    said = words.phrases
    if isinstance(left, Name) and left.name == MONTH:
        return said.months[sign].format(value)
    if isinstance(left, Question):
        amount = said.amounts[sign].format(said.unit(left.function, value))
        return said.counted[left.function][1].format(*words.named(left), amount)
    if isinstance(left, Arithmetic) and left.operator == "%" and value == 0 and sign in said.multiple:
        return said.multiple[sign].format(_inner(left.left, words), _tell(left.right, words))
    return said.compared[sign].format(_tell(left, words), value)


@_tell.register
def _among(node: Among, words: Words) -> str:
    return _chosen(node, words, words.phrases.among)


def _chosen(node: Among, words: Words, said: str) -> str:
    options = words.phrases.listed("choice", [_tell(each, words) for each in node.options])
    return said.format(_tell(node.item, words), options)


@_tell.register
def _not(node: Not, words: Words) -> str:
    if isinstance(node.item, Among):
        return _chosen(node.item, words, words.phrases.not_among)
    assert isinstance(node.item, Question)
    return _answered(node.item, words, yes=False)


@_tell.register
def _both(node: Both, words: Words) -> str:
    told = [f"({_tell(i, words)})" if isinstance(i, Either) else _tell(i, words) for i in node.items]
    return words.phrases.listed("all", told)


@_tell.register
def _either(node: Either, words: Words) -> str:
    said, told = words.phrases, [_tell(item, words) for item in node.items]
    mixed = [isinstance(item, Both) for item in node.items]
    inside = [said.mixed.format(each) if both else each for each, both in zip(told, mixed, strict=True)]
    return said.listed("mixed" if any(mixed) else "any", inside)
