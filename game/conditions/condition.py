"""Conditions and expressions as a scenario writes them (§4.2)."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from game.conditions.bounds import LARGEST_WRITTEN
from game.conditions.parse import parse
from game.conditions.ranges import interval
from game.conditions.syntax import ConditionError, Name, Node, Number, Question, is_truth, names, questions


@lru_cache(maxsize=8192)
def _taken_in(text: str) -> tuple[Node, tuple[Name, ...], tuple[Question, ...]]:
    """Return the tree of a text, and what it reads and asks; each text is read once."""
    tree = parse(text)
    return tree, names(tree), questions(tree)


@dataclass(frozen=True, repr=False)
class Expression:
    """A whole number, or a text that gives one at every table; a ConditionError tells what is wrong."""

    text: str
    """The text as written."""

    tree: Node = field(init=False, compare=False)
    """The tree it stands for."""

    names: tuple[Name, ...] = field(init=False, compare=False)
    """The readings and numbers it reads, in order."""

    questions: tuple[Question, ...] = field(init=False, compare=False)
    """The questions it asks, in order."""

    wants_truth: ClassVar[bool] = False
    """Whether the text must be true or false."""

    def __init__(self, source: str | int) -> None:
        """Read *source*, a text or a value that stands for itself."""
        text = str(source).lower() if isinstance(source, bool) else str(source)
        object.__setattr__(self, "text", text)
        tree, read, asked = _taken_in(text)
        object.__setattr__(self, "tree", self._fitting(tree))
        object.__setattr__(self, "names", read)
        object.__setattr__(self, "questions", asked)

    def __repr__(self) -> str:
        """Return the text as it would be written in code."""
        return f"{type(self).__name__}({self.text!r})"

    @property
    def constant(self) -> int | None:
        """Return the number it always gives, if it reads nothing; 1 for true and 0 for false."""
        if self.names or self.questions:
            return None
        return interval(self.tree, {})[0]

    @classmethod
    def read(cls, source: Any) -> Self:
        """Return *source* read for pydantic, an error placed by its offsets in the text."""
        if isinstance(source, cls):
            return source
        if not isinstance(source, str | int) or (isinstance(source, bool) and not cls.wants_truth):
            raise PydanticCustomError("condition_type", "a whole number or an expression was expected here")
        try:
            return cls(source)
        except ConditionError as wrong:
            where = {"start": wrong.start, "end": wrong.end, "hint": wrong.hint}
            where |= {"more": wrong.more} if wrong.more else {}
            raise PydanticCustomError("condition", wrong.message, where) from wrong

    @classmethod
    def _fitting(cls, tree: Node) -> Node:
        """Return *tree*, unless it is a condition where a number is wanted or the other way round."""
        if is_truth(tree) is cls.wants_truth:
            return tree
        if cls.wants_truth:
            message, hint = "this is a number, not a condition", "compare it, such as '>= 1'"
        else:
            message, hint = "this is a condition, not a number", "say how much it counts, such as '10 * (…)'"
        raise ConditionError(message, tree.start, tree.end, hint)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, inner: GetCoreSchemaHandler) -> CoreSchema:
        """Return how pydantic reads and writes it."""
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.plain_serializer_function_ser_schema(_written)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, inner: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return how an author's editor knows it."""
        if cls.wants_truth:
            return {"type": ["boolean", "string"]}
        return {"type": ["integer", "string"], "minimum": -LARGEST_WRITTEN, "maximum": LARGEST_WRITTEN}


@dataclass(frozen=True, repr=False, init=False)
class Condition(Expression):
    """A text that is true or false at every table; a ConditionError tells what is wrong."""

    wants_truth: ClassVar[bool] = True


def _written(value: Expression) -> str | int:
    """Return an expression as a scenario would write it."""
    return value.tree.value if isinstance(value.tree, Number) else value.text
