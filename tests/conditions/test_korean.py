"""Conditions told in Korean: like the English in meaning, and readable on a card."""

import re
from collections.abc import Iterator
from contextlib import suppress
from random import Random

import pytest

from game.conditions.condition import Condition
from game.conditions.parse import parse
from game.conditions.phrases import phrases
from game.conditions.say import say
from game.conditions.syntax import ConditionError, is_truth
from tests.conditions.conditions import a_number, a_truth

CALLED = {"tension": "긴장", "trust": "신뢰", "freeze": "“동결”", "test": "“핵실험”", "major": "고강도 도발"}


def told(text: str) -> str:
    return say(parse(text), phrases("ko"), lambda name: CALLED.get(name, name))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tension >= 5", "긴장 5 이상"),
        ("5 < tension", "긴장 5 초과"),
        ("tension != 3", "긴장 3 아님"),
        ("4 <= month and month <= 6", "4개월째부터 그리고 6개월째까지"),
        ("4 <= month <= 6", "4~6개월째"),
        ("3 <= tension <= 7", "긴장 3~7"),
        ("tension > trust + 2", "긴장 > 신뢰 + 2"),
        ("played(test) and not in_force(freeze)", "“핵실험” 사용한 적 있음 그리고 “동결” 발효 중 아님"),
        ("not in_force()", "발효 중인 합의 없음"),
        ("uses(test) >= 2", "“핵실험” 사용 2번 이상"),
        ("months_since(major) <= 4", "고강도 도발 이후 4개월 이하"),
        ("month in (2, 4, 6)", "진행 개월 2, 4 또는 6"),
        ("not (tension in (1, 2))", "긴장 1 또는 2 아님"),
        ("month % 2 == 0", "진행 개월 ÷ 2의 나머지 0"),
        ("tension >= 8 or tension >= 6 and trust <= 1", "긴장 8 이상 또는 (긴장 6 이상 그리고 신뢰 1 이하)"),
        ("not (tension >= 8 or played(test))", "긴장 8 미만 그리고 “핵실험” 사용한 적 없음"),
        ("max(1, trust)", "신뢰(최소 1)"),
        ("min(tension, trust, 9)", "긴장, 신뢰, 9 가운데 가장 작은 값"),
        ("2 * (tension - trust)", "2 × (긴장 − 신뢰)"),
        ("3 * (tension >= 5)", "3(긴장 5 이상일 때)"),
    ],
)
def test_a_condition_is_told_in_korean(text: str, said: str) -> None:
    assert told(text) == said


def texts(count: int = 600) -> Iterator[str]:
    """Yield random texts that the language accepts."""
    for seed in range(count):
        luck = Random(seed)
        text = a_truth(luck) if seed % 2 else a_number(luck)
        with suppress(ConditionError):
            parse(text)
            yield text


def test_whatever_the_language_can_say_can_be_told_in_korean() -> None:
    tellable = list(texts())
    assert len(tellable) > 400
    for text in tellable:
        said = told(text)
        assert said
        assert not re.search(r"[{}]|\b(and|or|not|in|played|uses|months_since|true|false)\b", said), said


def test_contrary_conditions_are_told_apart() -> None:
    for text in texts():
        if is_truth(parse(text)) and Condition(text).constant is None:
            assert told(text) != told(f"not ({text})"), text
