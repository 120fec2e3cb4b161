"""Reading a condition: from its words to a tree, or to one exact complaint."""

from collections.abc import Callable
from difflib import get_close_matches

from game.conditions.borrowed import borrowed
from game.conditions.bounds import LARGEST
from game.conditions.ranges import interval
from game.conditions.syntax import (
    FOLDS,
    QUESTIONS,
    Among,
    Arithmetic,
    Both,
    Comparison,
    ConditionError,
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
from game.conditions.tokens import COMPARED, Token, tokens

LONGEST = 500
"""Characters a text may have."""

DEEPEST = 20
"""Levels of brackets."""

MOST = 100
"""Parts of a tree."""


def parse(text: str) -> Node:
    """Return the tree of a *text*; a ConditionError tells what is wrong and where."""
    if len(text) > LONGEST:
        raise ConditionError(f"a condition has at most {LONGEST} characters", LONGEST, len(text))
    return _Reader(text).whole()


class _Reader:
    """Reads words from left to right, one rule of the grammar a method."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.at = 0
        self.depth = 0
        self.count = 0

    def whole(self) -> Node:
        node = self.either()
        if self.token.text == "not":
            raise self.unexpected("'and' or 'or'", "write 'not' before what it denies")
        if self.token.kind != "end":
            raise borrowed(self.text, self.tokens, self.at) or self.unexpected("'and' or 'or'")
        return node

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def take(self, *texts: str) -> Token | None:
        """Return the next word or sign and move on, if it is one of *texts*."""
        token = self.token
        if token.kind in {"sign", "word"} and token.text in texts:
            self.at += 1
            return token
        return None

    def need(self, text: str) -> Token:
        token = self.take(text)
        if token is None:
            raise self.unexpected(f"'{text}'")
        return token

    def unexpected(self, wanted: str, hint: str = "") -> ConditionError:
        token = self.token
        found = f"'{token.text}'" if token.text else "the end"
        return ConditionError(f"{wanted} was expected here, not {found}", token.start, token.end, hint)

    def made(self, node: Node) -> Node:
        """Return *node*, unless the tree or its number has grown too large."""
        self.count += 1
        if self.count > MOST:
            raise ConditionError(f"a condition has at most {MOST} parts", node.start, node.end)
        if isinstance(node, Arithmetic) and max(map(abs, interval(node, {}))) > LARGEST:
            raise ConditionError(f"this can grow past {LARGEST:,}", node.start, node.end)
        return node

    def open(self) -> None:
        """Take an opening bracket."""
        bracket = self.need("(")
        self.depth += 1
        if self.depth > DEEPEST:
            message = f"brackets are nested more than {DEEPEST} levels deep"
            raise ConditionError(message, bracket.start, bracket.end)

    def close(self) -> int:
        """Take a closing bracket and return where it ends."""
        self.depth -= 1
        return self.need(")").end

    def either(self) -> Node:
        """Read conditions joined by 'or'."""
        return self.joined("or", self.both, Either)

    def both(self) -> Node:
        """Read conditions joined by 'and'."""
        return self.joined("and", self.contrary, Both)

    def joined(self, word: str, part: Callable[[], Node], kind: type[Both] | type[Either]) -> Node:
        items = [part()]
        while self.take(word):
            _truth(items[0], word)
            items.append(_truth(part(), word))
        if len(items) == 1:
            return items[0]
        return self.made(kind(items[0].start, items[-1].end, tuple(items)))

    def contrary(self) -> Node:
        """Read a condition, or 'not' before one."""
        denials = []
        while word := self.take("not"):
            denials.append(word)
        node = self.comparison()
        for word in reversed(denials):
            node = self.made(Not(word.start, node.end, _truth(node, "not")))
        return node

    def comparison(self) -> Node:
        """Read a chain of comparisons, or a choice among numbers."""
        items, signs = [self.sum()], []
        if self.take("in"):
            return self.among(items[0])
        while sign := self.take(*COMPARED):
            signs.append(sign.text)
            items.append(self.sum())
            _alike(items[-2], sign.text, items[-1])
        if not signs:
            return items[0]
        return self.made(Comparison(items[0].start, items[-1].end, tuple(items), tuple(signs)))

    def among(self, item: Node) -> Node:
        options, end = self.listed()
        for each in (item, *options):
            _alike(each, "==", Number(item.start, item.end, 0))
        return self.made(Among(item.start, end, item, options))

    def listed(self) -> tuple[tuple[Node, ...], int]:
        """Read numbers in brackets, and return them and where they end."""
        self.open()
        items = [self.sum()]
        while self.take(","):
            items.append(self.sum())
        return tuple(items), self.close()

    def sum(self) -> Node:
        """Read numbers added and taken away."""
        return self.chain(self.product, "+", "-")

    def product(self) -> Node:
        """Read numbers multiplied and divided."""
        return self.chain(self.signed, "*", "//", "%")

    def chain(self, part: Callable[[], Node], *signs: str) -> Node:
        node = part()
        while sign := self.take(*signs):
            if sign.text == "%" and self.token.kind == "end" and isinstance(node, Number):
                message, hint = "chances are in percent already", f"write '{node.value}'"
                raise ConditionError(message, node.start, sign.end, hint)
            right = part()
            if sign.text in {"//", "%"} and not (isinstance(right, Number) and right.value):
                message = f"'{sign.text}' divides only by a written number, and not by 0"
                raise ConditionError(message, right.start, right.end)
            node = self.made(Arithmetic(node.start, right.end, sign.text, node, right))
        return node

    def signed(self) -> Node:
        """Read a number, or '-' before one."""
        signs = []
        while sign := self.take("-"):
            signs.append(sign)
        node = self.atom()
        for sign in reversed(signs):
            if isinstance(node, Number):
                node = Number(sign.start, node.end, -node.value)
            else:
                node = self.made(Negative(sign.start, node.end, node))
        return node

    def atom(self) -> Node:
        """Read a number, a name, a question, or anything in brackets."""
        token = self.token
        if token.text == "(":
            return self.bracketed()
        if self.take("true", "false"):
            return self.made(Truth(token.start, token.end, token.text == "true"))
        if token.kind not in {"number", "name"}:
            raise self.unexpected("a track, a number or a question")
        self.at += 1
        if token.kind == "number":
            return self.made(Number(token.start, token.end, int(token.text)))
        return self.made(self.call(token) if self.token.text == "(" else _name(token))

    def bracketed(self) -> Node:
        self.open()
        node = self.either()
        self.close()
        return node

    def call(self, name: Token) -> Node:
        """Read what stands in the brackets after a function's name."""
        if name.text in FOLDS:
            items, end = self.listed()
            _arity(name, len(items), FOLDS[name.text], "number", end)
            return Fold(name.start, end, name.text, items)
        if name.text not in QUESTIONS:
            close = get_close_matches(name.text, [*QUESTIONS, *FOLDS], 1, 0.6)
            hint = f"did you mean '{close[0]}'?" if close else f"questions are {', '.join(QUESTIONS)}"
            raise ConditionError(f"there is no question '{name.text}'", name.start, name.end, hint)
        args, end = self.asked()
        _arity(name, len(args), QUESTIONS[name.text], "name", end)
        return Question(name.start, end, name.text, args)

    def hyphen(self) -> ConditionError:
        """Return what is wrong where a name in brackets does not end, with all hyphens up to their end."""
        is_hyphen = self.token.text == "-"
        error = self.unexpected("',' or ')'", "ids are written with '_'" if is_hyphen else "")
        self.at += 1
        if is_hyphen and self.token.kind in {"name", "word"}:
            self.at += 1
            error.more = (each := self.hyphen(), *each.more) if self.token.text == "-" else ()
        return error

    def asked(self) -> tuple[tuple[Name, ...], int]:
        """Read names in brackets, and return them and where they end."""
        self.open()
        args: list[Name] = []
        while self.token.text != ")":
            if args and not self.take(","):
                raise self.hyphen()
            if self.token.kind != "name":
                raise self.unexpected("a name")
            args.append(Name(self.token.start, self.token.end, self.token.text))
            self.at += 1
        return tuple(args), self.close()


def _name(token: Token) -> Name:
    """Return a name, unless it is a question that lacks its brackets."""
    if token.text in QUESTIONS or token.text in FOLDS:
        least = (QUESTIONS | FOLDS)[token.text][0]
        hint = f"write '{token.text}({'…' if least else ''})'"
        raise ConditionError(f"'{token.text}' needs brackets", token.start, token.end, hint)
    return Name(token.start, token.end, token.text)


def _truth(node: Node, word: str) -> Node:
    """Return *node*, if it is a condition that 'and', 'or' or 'not' can join."""
    if not is_truth(node):
        message = f"'{word}' joins conditions, and this is a number"
        raise ConditionError(message, node.start, node.end, "compare it, such as '>= 1'")
    return node


def _alike(left: Node, sign: str, right: Node) -> None:
    """Refuse to compare a condition with a number, or two conditions by size."""
    if is_truth(left) != is_truth(right):
        odd = left if is_truth(left) else right
        message = "a condition is true or false, and cannot be compared with a number"
        raise ConditionError(message, odd.start, odd.end, "leave the comparison out")
    if is_truth(left) and sign not in {"==", "!="}:
        message = f"'{sign}' compares numbers, and these are conditions"
        raise ConditionError(message, left.start, right.end, "join them with 'and' or 'or'")


def _arity(name: Token, given: int, takes: tuple[int, int], what: str, end: int) -> None:
    """Refuse a function with too few or too many things in its brackets."""
    least, most = takes
    if least <= given <= most:
        return
    if least == most:
        wanted = f"one {what}" if most == 1 else f"{most} {what}s"
    else:
        wanted = f"at least {least} {what}s" if least else f"at most one {what}"
    raise ConditionError(f"'{name.text}' takes {wanted}, not {given}", name.start, end)
