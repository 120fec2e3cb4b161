"""The small language of conditions and expressions: text to a tree with positions.

    or › and › not › comparisons and 'in' › + - › * // % › unary - › numbers, names, questions

It has no strings, attributes, powers, loops or calls by value, so every text is decided in time
that grows with its length, and nothing in it can reach outside the readings.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

LONGEST = 500
"""Characters a text may have."""

DEEPEST = 20
"""Levels of nesting."""

MOST = 100
"""Parts of a tree."""

QUESTIONS: dict[str, tuple[int, int]] = {
    "played": (1, 1),
    "playing": (1, 1),
    "months_since": (1, 1),
    "uses": (1, 1),
    "in_force": (0, 1),
    "crossed": (1, 1),
    "months_since_crossed": (1, 1),
    "owed": (1, 1),
    "happened": (1, 1),
    "branch": (2, 2),
    "attributed": (1, 1),
    "offered": (1, 1),
}
"""Questions and how many names each takes, least and most."""

COUNTS = frozenset({"months_since", "uses", "months_since_crossed"})
"""Questions answered by a number; the others by yes or no."""

FOLDS = frozenset({"min", "max", "abs"})
"""Functions of numbers."""


class ConditionError(ValueError):
    """A text the language does not read: what is wrong, where, and what to write instead."""

    def __init__(self, message: str, start: int, end: int, hint: str = "") -> None:
        """Note the *message*, the span it is about and a *hint*."""
        super().__init__(message)
        self.message, self.start, self.end, self.hint = message, start, end, hint


@dataclass(frozen=True)
class Node:
    """A part of a condition, with the span of text it stands for."""

    start: int
    end: int


@dataclass(frozen=True)
class Number(Node):
    """A whole number."""

    value: int


@dataclass(frozen=True)
class Truth(Node):
    """True or false, written out."""

    value: bool


@dataclass(frozen=True)
class Name(Node):
    """A track, the month, or a number that stands beside the readings."""

    name: str


@dataclass(frozen=True)
class Question(Node):
    """A question about what was played, crossed, signed or brought by the calendar."""

    function: str
    args: tuple[Name, ...]


@dataclass(frozen=True)
class Fold(Node):
    """The least, the greatest or the size of numbers."""

    function: str
    items: tuple[Node, ...]


@dataclass(frozen=True)
class Negative(Node):
    """A number with its sign turned."""

    item: Node


@dataclass(frozen=True)
class Arithmetic(Node):
    """Two numbers and one of + - * // %."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Comparison(Node):
    """A chain of comparisons, each of which must hold."""

    items: tuple[Node, ...]
    operators: tuple[str, ...]


@dataclass(frozen=True)
class Among(Node):
    """Whether a number is one of several."""

    item: Node
    options: tuple[Node, ...]


@dataclass(frozen=True)
class Not(Node):
    """The contrary."""

    item: Node


@dataclass(frozen=True)
class Both(Node):
    """All of several conditions."""

    items: tuple[Node, ...]


@dataclass(frozen=True)
class Either(Node):
    """At least one of several conditions."""

    items: tuple[Node, ...]


def is_truth(node: Node) -> bool:
    """Return whether a node is a condition rather than a number."""
    if isinstance(node, Question):
        return node.function not in COUNTS
    return isinstance(node, Truth | Comparison | Among | Not | Both | Either)


def parts(node: Node) -> Iterator[Node]:
    """Yield a node and every node inside it, outermost first."""
    yield node
    for value in vars(node).values():
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Node):
                yield from parts(item)


def names(node: Node) -> tuple[Name, ...]:
    """Return the names of readings and numbers a tree reads, in order."""
    asked = {id(arg) for q in questions(node) for arg in q.args}
    return tuple(p for p in parts(node) if isinstance(p, Name) and id(p) not in asked)


def questions(node: Node) -> tuple[Question, ...]:
    """Return the questions a tree asks, in order."""
    return tuple(p for p in parts(node) if isinstance(p, Question))


def parse(text: str) -> Node:
    """Return the tree of a *text*; a ConditionError tells what is wrong and where."""
    if len(text) > LONGEST:
        raise ConditionError(f"a condition has at most {LONGEST} characters", 0, len(text))
    return _Reader(text).whole()


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<number>\d+)|(?P<name>[^\W\d]\w*(?:\.[^\W\d]\w*)*)"
    r"|(?P<wrong>&&|\|\||=>|=<|<>|===|!(?!=)|=(?!=))|(?P<sign>==|!=|<=|>=|//|[-+*%<>(),])"
)
_INSTEAD = {
    "&&": "and",
    "||": "or",
    "=>": ">=",
    "=<": "<=",
    "<>": "!=",
    "===": "==",
    "!": "not",
    "=": "==",
}
_COMPARED = ("==", "!=", "<=", ">=", "<", ">")
_WORDS = frozenset({"and", "or", "not", "in", "true", "false"})


def _tokens(text: str) -> list[_Token]:
    """Return the words and signs of a text, an end mark last."""
    found, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ConditionError(f"'{text[at]}' is not used here", at, at + 1)
        kind, word = str(match.lastgroup), match.group()
        if kind == "wrong":
            raise ConditionError(f"'{word}' is not used here", at, match.end(), f"write '{_INSTEAD[word]}'")
        if kind == "number" and len(word) > 9:
            raise ConditionError("a number has at most nine digits", at, match.end())
        if kind != "space":
            found.append(_Token("word" if word in _WORDS else kind, word, at, match.end()))
        at = match.end()
    return [*found, _Token("end", "", len(text), len(text))]


class _Reader:
    """Reads tokens from left to right, one rule of the grammar a method."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0
        self.depth = 0
        self.count = 0

    def whole(self) -> Node:
        node = self.either()
        if self.token.kind != "end":
            raise self.unexpected("'and' or 'or'")
        return node

    @property
    def token(self) -> _Token:
        return self.tokens[self.at]

    def take(self, *texts: str) -> _Token | None:
        """Return the next token and move on, if it is one of *texts*."""
        token = self.token
        if token.kind in {"sign", "word"} and token.text in texts:
            self.at += 1
            return token
        return None

    def need(self, text: str) -> _Token:
        token = self.take(text)
        if token is None:
            raise self.unexpected(f"'{text}'")
        return token

    def unexpected(self, wanted: str) -> ConditionError:
        token = self.token
        found = f"'{token.text}'" if token.text else "the end"
        return ConditionError(f"{wanted} was expected here, not {found}", token.start, max(token.end, 1))

    def counted(self, node: Node) -> Node:
        """Return *node*, unless the tree has grown too large."""
        self.count += 1
        if self.count > MOST:
            raise ConditionError(f"a condition has at most {MOST} parts", node.start, node.end)
        return node

    def either(self) -> Node:
        """Read conditions joined by 'or'."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise ConditionError(f"nested more than {DEEPEST} levels deep", self.token.start, self.token.end)
        node = self.joined("or", self.both, Either)
        self.depth -= 1
        return node

    def both(self) -> Node:
        """Read conditions joined by 'and'."""
        return self.joined("and", self.contrary, Both)

    def joined(self, word: str, part: Callable[[], Node], kind: type[Both] | type[Either]) -> Node:
        first = part()
        items = [first]
        while self.take(word):
            items.append(self.truth(part(), word))
        if len(items) == 1:
            return first
        self.truth(first, word)
        return self.counted(kind(first.start, items[-1].end, tuple(items)))

    def contrary(self) -> Node:
        """Read a condition, or 'not' before one."""
        negations = []
        while word := self.take("not"):
            negations.append(word)
        node = self.comparison()
        for word in reversed(negations):
            node = self.counted(Not(word.start, node.end, self.truth(node, "not")))
        return node

    def comparison(self) -> Node:
        """Read a chain of comparisons, or a choice among numbers."""
        first = self.sum()
        if self.take("in"):
            return self.among(first)
        items, operators = [first], []
        while sign := self.take(*_COMPARED):
            operators.append(sign.text)
            items.append(self.sum())
        if not operators:
            return first
        return self.counted(Comparison(first.start, items[-1].end, tuple(items), tuple(operators)))

    def among(self, item: Node) -> Node:
        self.need("(")
        options = [self.sum()]
        while self.take(","):
            options.append(self.sum())
        close = self.need(")")
        return self.counted(Among(item.start, close.end, item, tuple(options)))

    def sum(self) -> Node:
        """Read numbers added and taken away."""
        return self.chain(self.product, ("+", "-"))

    def product(self) -> Node:
        """Read numbers multiplied and divided."""
        return self.chain(self.signed, ("*", "//", "%"))

    def chain(self, part: Callable[[], Node], signs: tuple[str, ...]) -> Node:
        node = part()
        while sign := self.take(*signs):
            right = part()
            if sign.text in {"//", "%"} and not (isinstance(right, Number) and right.value):
                raise ConditionError(
                    f"'{sign.text}' divides only by a whole number other than 0", right.start, right.end
                )
            node = self.counted(Arithmetic(node.start, right.end, sign.text, node, right))
        return node

    def signed(self) -> Node:
        """Read a number, or '-' before one."""
        signs = []
        while sign := self.take("-"):
            signs.append(sign)
        node = self.atom()
        for sign in reversed(signs):
            node = self.counted(Negative(sign.start, node.end, node))
        return node

    def atom(self) -> Node:
        """Read a number, a name, a question, or anything in brackets."""
        token = self.token
        if self.take("("):
            node = self.either()
            self.need(")")
            return node
        if word := self.take("true", "false"):
            return self.counted(Truth(word.start, word.end, word.text == "true"))
        if token.kind not in {"number", "name"}:
            raise self.unexpected("a track, a number or a question")
        self.at += 1
        if token.kind == "number":
            return self.counted(Number(token.start, token.end, int(token.text)))
        if self.take("("):
            return self.call(token)
        return self.counted(Name(token.start, token.end, token.text))

    def call(self, name: _Token) -> Node:
        """Read what stands in the brackets after a function's name."""
        if name.text in FOLDS:
            return self.fold(name)
        if name.text not in QUESTIONS:
            close = get_close_matches(name.text, [*QUESTIONS, *FOLDS], 1, 0.6)
            hint = f"did you mean '{close[0]}'?" if close else f"there are {', '.join(sorted(QUESTIONS))}"
            raise ConditionError(f"there is no question '{name.text}'", name.start, name.end, hint)
        args: list[Name] = []
        while not self.take(")"):
            if args:
                self.need(",")
            token = self.token
            if token.kind != "name":
                raise self.unexpected("a name")
            self.at += 1
            args.append(Name(token.start, token.end, token.text))
        end = self.tokens[self.at - 1].end
        least, most = QUESTIONS[name.text]
        if not least <= len(args) <= most:
            wanted = str(least) if least == most else f"{least} or {most}"
            raise ConditionError(f"'{name.text}' takes {wanted} name(s), not {len(args)}", name.start, end)
        return self.counted(Question(name.start, end, name.text, tuple(args)))

    def fold(self, name: _Token) -> Node:
        items = [self.sum()]
        while self.take(","):
            items.append(self.sum())
        end = self.need(")").end
        if (name.text == "abs") != (len(items) == 1):
            wanted = "one number" if name.text == "abs" else "two numbers or more"
            raise ConditionError(f"'{name.text}' takes {wanted}", name.start, end)
        return self.counted(Fold(name.start, end, name.text, tuple(items)))

    def truth(self, node: Node, word: str) -> Node:
        """Return *node* if it is a condition; a bare number beside and, or, not is an error."""
        if not is_truth(node):
            raise ConditionError(
                f"'{word}' joins conditions, and this is a number", node.start, node.end,
                "compare it, such as '>= 1'",
            )  # fmt: skip
        return node
