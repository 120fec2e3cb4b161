"""Reading conditions (§4.2): the tree, the limits and the exact place of every complaint."""

import copy
import pickle
from random import Random
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from game.conditions.condition import Condition, Expression
from game.conditions.parse import parse
from game.conditions.syntax import QUESTIONS, ConditionError, names, own, questions
from game.model.base import Piece
from tests.conditions.conditions import a_number, a_truth, value

SCRAPS = ["and", "or", "not", "in", "true", "a", "side.x", "신뢰", "3", "played(", "min(", "abs(", "//", ">="]
SCRAPS += ["==", "=>", *"(),<+-*%.\"'{\0"]

STATE = {"a": 3, "b": 5, "month": 4, "washington.resolve": 6, "played(test)": 1, "uses(test)": 2}


class Holding(Piece):
    """A piece with a condition and a number."""

    when: Condition | None = None
    chance: Expression = Expression(100)


def complaint(text: str) -> ConditionError:
    with pytest.raises(ConditionError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a == 3 or b == 0 and b == 1", 1, id="4.2 'and' binds closer than 'or'"),
        pytest.param("not a == 3 or b == 5", 1, id="4.2 'not' reaches to the end of its comparison"),
        pytest.param("not not a == 3", 1, id="4.2 'not' can be said twice"),
        pytest.param("1 + 2 * 3", 7, id="4.2 times before plus"),
        pytest.param("9 - 3 - 2", 4, id="4.2 minus from the left"),
        pytest.param("-a + 5", 2, id="4.2 a sign binds closest"),
        pytest.param("- -a", 3, id="4.2 two signs"),
        pytest.param("-7 // 2", -4, id="4.2 division goes down"),
        pytest.param("-7 % 3", 2, id="4.2 a remainder has the sign of its divisor"),
        pytest.param("7 // -2", -4, id="4.2 a divisor may be negative"),
        pytest.param("3 <= month <= 6", 1, id="4.2 a chain holds link by link"),
        pytest.param("1 < b < a", 0, id="4.2 a chain fails with one link"),
        pytest.param("a in (1, b - 2)", 1, id="4.2 one of several"),
        pytest.param("min(a, b, 4) + max(a, b) + abs(-2)", 10, id="4.2 folds"),
        pytest.param("played(test) and uses(test) >= 2", 1, id="4.2 questions"),
        pytest.param("60 + 15 * played(test)", 75, id="4.2 a truth counts as 1 among numbers"),
        pytest.param("played(test) == true", 1, id="4.2 two truths can be compared"),
        pytest.param("(a + 1) * 2", 8, id="4.2 brackets first"),
    ],
)
def test_a_text_means_what_the_grammar_says(text: str, expected: int) -> None:
    assert value(parse(text), STATE) == expected


@pytest.mark.parametrize(
    ("text", "start", "end", "message", "hint"),
    [
        pytest.param("a => 1", 2, 4, "'=>' is not used here", "write '>='", id="arrow"),
        pytest.param("a = 1", 2, 3, "'=' is not used here", "write '=='", id="one equals sign"),
        pytest.param("a > 1 && b > 1", 6, 8, "'&&' is not used here", "write 'and'", id="ampersands"),
        pytest.param("a > 1 || b > 1", 6, 8, "'||' is not used here", "write 'or'", id="bars"),
        pytest.param("a > 1 AND b > 1", 6, 9, "'AND' is not used here", "write 'and'", id="capitals"),
        pytest.param("!crossed(x)", 0, 1, "'!' is not used here", "write 'not'", id="exclamation"),
        pytest.param("긴장 ≥ 3", 3, 4, "'≥' is not used here", "write '>='", id="after Hangul"),
        pytest.param("'a' > 1", 0, 1, "''' is not used here", "write names without quotes", id="quotes"),
        pytest.param("{a} > 1", 0, 1, "'{' is not used here", "", id="braces"),
        pytest.param("a > 0.5", 4, 7, "'0.5' is not a whole number", "", id="decimals"),
        pytest.param("a > 1_000", 4, 9, "'1_000' is not a whole number", "", id="grouped digits"),
        pytest.param("a > 1234567890", 4, 14, "a number has at most 9 digits", "", id="ten digits"),
        pytest.param("a.b.c > 1", 3, 4, "'.' is not used here", "", id="two points"),
        pytest.param(
            "", 0, 0, "a track, a number or a question was expected here, not the end", "", id="nothing"
        ),
        pytest.param(
            "a >", 3, 3, "a track, a number or a question was expected here, not the end", "", id="half"
        ),
        pytest.param("(a > 1", 6, 6, "')' was expected here, not the end", "", id="open bracket"),
        pytest.param("a > 1 b", 6, 7, "'and' or 'or' was expected here, not 'b'", "", id="two in a row"),
        pytest.param(
            "a not in (1, 2)",
            2,
            5,
            "'and' or 'or' was expected here, not 'not'",
            "write 'not' before what it denies",
            id="not in",
        ),
        pytest.param(
            "a and b > 1",
            0,
            1,
            "'and' joins conditions, and this is a number",
            "compare it, such as '>= 1'",
            id="a bare number",
        ),
        pytest.param(
            "b > 1 or a", 9, 10, "'or' joins conditions, and this is a number", "compare it, such as '>= 1'",
            id="a bare number at the end",
        ),
        pytest.param(
            "1 < a > 2 == true",
            13,
            17,
            "a condition is true or false, and cannot be compared with a number",
            "leave the comparison out",
            id="a truth in a chain",
        ),
        pytest.param(
            "played(x) < played(y)",
            0,
            21,
            "'<' compares numbers, and these are conditions",
            "join them with 'and' or 'or'",
            id="truths by size",
        ),
        pytest.param(
            "a in (1, played(x))",
            9,
            18,
            "a condition is true or false, and cannot be compared with a number",
            "leave the comparison out",
            id="a truth among numbers",
        ),
        pytest.param(
            "a // b", 5, 6, "'//' divides only by a written number, and not by 0", "", id="by a track"
        ),
        pytest.param("a % 0", 4, 5, "'%' divides only by a written number, and not by 0", "", id="by 0"),
        pytest.param("plaid(x)", 0, 5, "there is no question 'plaid'", "did you mean 'played'?", id="a slip"),
        pytest.param("in_force", 0, 8, "'in_force' needs brackets", "write 'in_force()'", id="no brackets"),
        pytest.param("a > max", 4, 7, "'max' needs brackets", "write 'max(…)'", id="a fold without any"),
        pytest.param("played()", 0, 8, "'played' takes one name, not 0", "", id="too few names"),
        pytest.param("in_force(a, b)", 0, 14, "'in_force' takes at most one name, not 2", "", id="too many"),
        pytest.param("branch(vote)", 0, 12, "'branch' takes 2 names, not 1", "", id="half a branch"),
        pytest.param("min(1) > 0", 0, 6, "'min' takes at least 2 numbers, not 1", "", id="the least of one"),
        pytest.param("abs(1, 2)", 0, 9, "'abs' takes one number, not 2", "", id="the size of two"),
        pytest.param("played(3)", 7, 8, "a name was expected here, not '3'", "", id="a number for a name"),
        pytest.param(
            "played(big-test)", 10, 11, "',' or ')' was expected here, not '-'", "ids are written with '_'",
            id="a hyphen",
        ),
    ],
)  # fmt: skip
def test_a_wrong_text_is_told_at_its_place(text: str, start: int, end: int, message: str, hint: str) -> None:
    wrong = complaint(text)

    assert (wrong.message, wrong.start, wrong.end, wrong.hint) == (message, start, end, hint)


@pytest.mark.parametrize(
    ("text", "start", "message"),
    [
        pytest.param("a > 1" + " " * 500, 500, "a condition has at most 500 characters", id="characters"),
        pytest.param("(" * 20 + "a" + ")" * 20, None, "", id="20 levels"),
        pytest.param("(" * 21 + "a" + ")" * 21, 20, "brackets are nested more than 20 levels deep", id="21"),
        pytest.param("min(0," * 30 + "a" + ")" * 30, 123, "brackets are nested more than 20", id="calls"),
        pytest.param("+".join("a" * 50), None, "", id="99 parts"),
        pytest.param("+".join("a" * 51), 0, "a condition has at most 100 parts", id="101 parts"),
        pytest.param("-" * 400 + "a", 300, "a condition has at most 100 parts", id="signs"),
        pytest.param("not " * 120 + "a > 1", 88, "a condition has at most 100 parts", id="denials"),
        pytest.param("a * a * a * a", None, "", id="four readings multiplied"),
        pytest.param("a * a * a * a * a", 0, "this can grow past 2,147,483,647", id="five of them"),
        pytest.param("1 + 999999999 * 3", 4, "this can grow past 2,147,483,647", id="large numbers"),
    ],
)
def test_a_text_has_limits(text: str, start: int | None, message: str) -> None:
    if start is None:
        assert parse(text).start == 0 or text.startswith("(")
    else:
        wrong = complaint(text)

        assert wrong.message.startswith(message)
        assert wrong.start == start


def test_every_part_knows_its_place() -> None:
    text = "tension >= 7 and not crossed(guam) or self.resolve < 3 and branch(vote, stays)"
    tree = parse(text)

    assert [text[n.start : n.end] for n in names(tree)] == ["tension", "self.resolve"]
    assert [n.name for n in names(tree)] == ["tension", "self.resolve"]
    assert [text[q.start : q.end] for q in questions(tree)] == ["crossed(guam)", "branch(vote, stays)"]
    assert [text[a.start : a.end] for q in questions(tree) for a in q.args] == ["guam", "vote", "stays"]


def test_names_may_be_written_in_hangul() -> None:
    assert [n.name for n in names(parse("신뢰 >= 3 and 서울.지지율 > 2"))] == ["신뢰", "서울.지지율"]


def test_self_is_the_side_it_is_read_for() -> None:
    tree = own(parse("self.resolve >= 3 and attributed(mines) and selfish > 1"), "washington")

    assert [n.name for n in names(tree)] == ["washington.resolve", "selfish"]
    assert tree.end == len("self.resolve >= 3 and attributed(mines) and selfish > 1")


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_read(question: str) -> None:
    args = ", ".join("ab"[: QUESTIONS[question][1]])

    assert questions(parse(f"{question}({args}) == {question}({args})"))[0].function == question


def test_a_scenario_may_write_a_number_or_a_truth() -> None:
    piece = Holding.model_validate({"when": True, "chance": 92})

    assert (str(piece.when and piece.when.text), piece.chance.text) == ("true", "92")
    assert (piece.when and piece.when.constant, piece.chance.constant) == (1, 92)


def test_a_condition_is_written_back_as_it_was_read() -> None:
    piece = Holding.model_validate({"when": "a  >=  3", "chance": "2 * a"})

    assert piece.model_dump(mode="json") == {"when": "a  >=  3", "chance": "2 * a"}
    assert Holding.model_validate(piece.model_dump()) == piece
    assert Holding(chance=Expression(7)).model_dump() == {"when": None, "chance": 7}


@pytest.mark.parametrize(
    ("given", "kind", "context"),
    [
        pytest.param(
            {"when": "a => 1"}, "condition", {"start": 2, "end": 4, "hint": "write '>='"}, id="a wrong text"
        ),
        pytest.param(
            {"when": "a + 1"},
            "condition",
            {"start": 0, "end": 5, "hint": "compare it, such as '>= 1'"},
            id="a number for a condition",
        ),
        pytest.param(
            {"when": 1},
            "condition",
            {"start": 0, "end": 1, "hint": "compare it, such as '>= 1'"},
            id="a bare 1",
        ),
        pytest.param(
            {"chance": "a > 1"},
            "condition",
            {"start": 0, "end": 5, "hint": "say how much it counts, such as '10 * (…)'"},
            id="a condition for a number",
        ),
        pytest.param({"chance": True}, "condition_type", None, id="a truth for a number"),
        pytest.param({"chance": 0.5}, "condition_type", None, id="a fraction"),
        pytest.param({"when": ["a > 1"]}, "condition_type", None, id="a list"),
    ],
)
def test_a_model_refuses_with_the_place_in_the_text(given: Any, kind: str, context: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        Holding.model_validate(given)
    (error,) = caught.value.errors()

    assert (error["type"], error.get("ctx")) == (kind, context)


def test_a_brace_in_the_text_does_not_spoil_the_message() -> None:
    with pytest.raises(ValidationError, match=r"'\{' is not used here"):
        Holding.model_validate({"when": "{start} > 1"})


def test_an_editor_is_told_what_may_be_written() -> None:
    assert TypeAdapter(Condition).json_schema() == {"type": ["boolean", "string"]}
    assert TypeAdapter(Expression).json_schema() == {
        "type": ["integer", "string"],
        "minimum": -999_999_999,
        "maximum": 999_999_999,
    }


def test_a_condition_is_a_value() -> None:
    one = Condition("a > 1")

    assert {one, Condition("a > 1"), Condition("a > 2")} == {one, Condition("a > 2")}
    assert one != Condition("a  > 1")
    assert Expression("a") != Expression("b")
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one
    with pytest.raises(AttributeError):
        one.text = "a > 2"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"), [("-5", -5), ("2 * 3 + 1", 7), ("min(4, 2)", 2), ("a - a", None), ("uses(x)", None)]
)
def test_an_expression_that_reads_nothing_is_a_number(text: str, expected: int | None) -> None:
    assert Expression(text).constant == expected


def test_no_text_can_do_more_than_be_refused() -> None:
    luck = Random(20)
    refused = 0
    for number in range(60_000):
        if number % 3 == 0:
            text = " ".join(luck.choices(SCRAPS, k=luck.randint(1, 14)))
        elif number % 3 == 1:
            text = "".join(
                chr(luck.choice((luck.randint(0, 127), luck.randint(0, 0xFFFF)))) for _ in range(8)
            )
        else:
            text = _damaged(luck.choice((a_truth, a_number))(luck, 1), luck)
        refused += _is_refused(text)

    assert 30_000 < refused < 60_000


def _is_refused(text: str) -> bool:
    """Return whether a text is refused; no other exception is caught."""
    try:
        parse(text)
    except ConditionError as wrong:
        return 0 <= wrong.start <= wrong.end <= len(text)
    return False


def _damaged(text: str, luck: Random) -> str:
    at = luck.randrange(len(text))
    return text[:at] + luck.choice(["", " ", "(", ")", "=", "-", "9", "x", ".", "and"]) + text[at + 1 :]
