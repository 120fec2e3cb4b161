"""Conditions in Korean, as clauses that end in a noun, so that they join and stand on cards alike."""

from collections.abc import Sequence
from functools import singledispatch

from game.conditions.english import Label, Title, Words
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

_COMPARED = {
    "==": "{} {}",
    "!=": "{} {} 아님",
    "<": "{} {} 미만",
    "<=": "{} {} 이하",
    ">": "{} {} 초과",
    ">=": "{} {} 이상",
}
_SIGNS = {"==": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
_MONTHS = {
    "==": "{}개월째",
    "!=": "{}개월째 아님",
    "<": "{}개월째 이전",
    "<=": "{}개월째까지",
    ">": "{}개월째 이후",
    ">=": "{}개월째부터",
}
_AMOUNTS = {
    "==": "정확히 {}",
    "!=": "{} 아님",
    "<": "{} 미만",
    "<=": "{} 이하",
    ">": "{} 초과",
    ">=": "{} 이상",
}
_ASKED = {
    "played": ("{} 사용한 적 있음", "{} 사용한 적 없음"),
    "playing": ("이번 달에 {} 사용", "이번 달에 {} 사용 안 함"),
    "in_force": ("{} 발효 중", "{} 발효 중 아님"),
    "crossed": ("{} 넘은 적 있음", "{} 넘은 적 없음"),
    "owed": ("{} 넘은 데 대한 답을 빚짐", "{} 넘은 데 대해 빚진 답 없음"),
    "happened": ("{} 일어남", "{} 일어나지 않음"),
    "branch": ("{} 결과가 {}", "{} 결과가 {} 아님"),
    "attributed": ("{} 배후 밝혀짐", "{} 배후 밝혀지지 않음"),
    "offered": ("{} 제안이 테이블에 있음", "{} 제안 없음"),
}
_COUNTED = {
    "months_since": ("{} 이후 개월 수", "{0} 이후 {1}", "{}개월"),
    "uses": ("{} 사용 횟수", "{0} 사용 {1}", "{}번"),
    "months_since_crossed": ("{} 넘은 뒤 개월 수", "{0} 넘은 뒤 {1}", "{}개월"),
}
_OPERATORS = {"+": "+", "-": "−", "*": "×", "//": "÷"}
_AND, _OR = " 그리고 ", " 또는 "


def korean(node: Node, label: Label, title: Title | None = None) -> str:
    """Return a tree in Korean; readings are called as *label* says, everything else as *title* says."""
    return _say(node, Words(label, title or (lambda _, name: label(name))))


def _say(node: Node, words: Words) -> str:
    return _tell(plain(node) if is_truth(node) else node, words)


@singledispatch
def _tell(node: Node, words: Words) -> str:
    raise TypeError(f"{type(node).__name__} is no part of a condition")


@_tell.register
def _number(node: Number, words: Words) -> str:
    return str(node.value)


@_tell.register
def _truth(node: Truth, words: Words) -> str:
    return "언제나" if node.value else "결코 없음"


@_tell.register
def _name(node: Name, words: Words) -> str:
    return "진행 개월" if node.name == MONTH else words.label(node.name)


@_tell.register
def _question(node: Question, words: Words) -> str:
    if node.function in COUNTS:
        return _COUNTED[node.function][0].format(*words.named(node))
    return _answered(node, words, yes=True)


def _answered(node: Question, words: Words, yes: bool) -> str:
    if not node.args:
        return "합의 발효 중" if yes else "발효 중인 합의 없음"
    return _ASKED[node.function][0 if yes else 1].format(*words.named(node))


@_tell.register
def _fold(node: Fold, words: Words) -> str:
    if node.function == "abs":
        return f"{_counting(node.items[0], words)}의 크기"
    held = bounded(node)
    if held is not None:
        item, number = held
        bound = "최대" if node.function == "min" else "최소"
        return f"{_counting(item, words)}({bound} {number})"
    told = ", ".join(_inner(item, words) for item in node.items)
    return f"{told} 가운데 가장 {'작은' if node.function == 'min' else '큰'} 값"


@_tell.register
def _negative(node: Negative, words: Words) -> str:
    return f"−{_inner(node.item, words)}"


@_tell.register
def _arithmetic(node: Arithmetic, words: Words) -> str:
    for one, other in ((node.left, node.right), (node.right, node.left)):
        if node.operator == "*" and is_truth(other) and not is_truth(one):
            return f"{_inner(one, words)}({_say(other, words)}일 때)"
    if node.operator == "%":
        return f"{_inner(node.left, words)} ÷ {_inner(node.right, words)}의 나머지"
    return f"{_inner(node.left, words)} {_OPERATORS[node.operator]} {_inner(node.right, words)}"


def _inner(node: Node, words: Words) -> str:
    """Return a number inside another, in brackets where it is put together itself."""
    told = _counting(node, words)
    return f"({told})" if isinstance(node, Arithmetic | Fold) or is_truth(node) else told


def _counting(node: Node, words: Words) -> str:
    """Return a number, a truth as the number it counts for."""
    return f"1({_say(node, words)}일 때)" if is_truth(node) else _tell(node, words)


@_tell.register
def _comparison(node: Comparison, words: Words) -> str:
    if set(node.operators) == {"<="} and len(node.items) == 3:
        low, item, high = (_tell(each, words) for each in node.items)
        month = isinstance(node.items[1], Name) and node.items[1].name == MONTH
        return f"{low}~{high}개월째" if month else f"{item} {low}~{high}"
    return _AND.join(_link(link, words) for link in pairs(node))


def _link(link: Comparison, words: Words) -> str:
    """Return one comparison, its number last."""
    left, sign, right = number_last(link)
    if is_truth(left):
        return _same(left, sign == "==", right, words)
    if not isinstance(right, Number):
        return f"{_tell(left, words)} {_SIGNS[sign]} {_tell(right, words)}"
    return _measured(left, sign, right.value, words)


def _same(left: Node, alike: bool, right: Node, words: Words) -> str:
    if isinstance(right, Truth):
        return _tell(plain(left, right.value is alike), words)
    ending = "둘 다 참이거나 둘 다 거짓" if alike else "둘 중 하나만 참"
    return f"({_say(left, words)}), ({_say(right, words)}): {ending}"


def _measured(left: Node, sign: str, value: int, words: Words) -> str:
    """Return how something compares with a written number."""
    if isinstance(left, Name) and left.name == MONTH:
        return _MONTHS[sign].format(value)
    if isinstance(left, Question) and left.function in COUNTS:
        _bare, measured, unit = _COUNTED[left.function]
        return measured.format(*words.named(left), _AMOUNTS[sign].format(unit.format(value)))
    return _COMPARED[sign].format(_tell(left, words), value)


@_tell.register
def _among(node: Among, words: Words) -> str:
    return f"{_tell(node.item, words)} {_listed([_tell(each, words) for each in node.options])}"


@_tell.register
def _not(node: Not, words: Words) -> str:
    if isinstance(node.item, Among):
        return f"{_tell(node.item, words)} 아님"
    assert isinstance(node.item, Question)
    return _answered(node.item, words, yes=False)


@_tell.register
def _both(node: Both, words: Words) -> str:
    return _AND.join(f"({_tell(i, words)})" if isinstance(i, Either) else _tell(i, words) for i in node.items)


@_tell.register
def _either(node: Either, words: Words) -> str:
    return _OR.join(f"({_tell(i, words)})" if isinstance(i, Both) else _tell(i, words) for i in node.items)


def _listed(told: Sequence[str]) -> str:
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])}{_OR}{told[-1]}"
