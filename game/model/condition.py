"""Conditions and expressions as a scenario writes them (§4.2)."""

from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from game.model.syntax import ConditionError, Negative, Node, Number, Truth, is_truth, parse


class Expression:
    """A whole number, or a text that gives one at every table; frozen and hashable."""

    wants_truth = False

    __slots__ = ("text", "tree")

    text: str
    """The text as written."""

    tree: Node
    """The tree it stands for."""

    def __init__(self, source: str | int | bool) -> None:
        """Read *source*; a ConditionError tells what is wrong with it."""
        text = str(source).lower() if isinstance(source, bool) else str(source)
        tree = parse(text)
        if self.wants_truth and not is_truth(tree):
            raise ConditionError(
                "this is a number, not a condition", 0, len(text), "compare it, such as '>= 1'"
            )
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "tree", tree)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse to change."""
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        """Return whether both are of one kind and read the same."""
        return isinstance(other, Expression) and type(other) is type(self) and self.text == other.text

    def __hash__(self) -> int:
        """Return a hash of the text."""
        return hash((type(self).__name__, self.text))

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        """Return how to copy or pickle it: by its text."""
        return type(self), (self.text,)

    def __repr__(self) -> str:
        """Return the text as it would be written in code."""
        return f"{type(self).__name__}({self.text!r})"

    @property
    def constant(self) -> int | None:
        """Return the number it always gives, if it is written as one."""
        if isinstance(self.tree, Number):
            return self.tree.value
        if isinstance(self.tree, Negative) and isinstance(self.tree.item, Number):
            return -self.tree.item.value
        return int(self.tree.value) if isinstance(self.tree, Truth) else None

    @classmethod
    def read(cls, source: Any) -> Self:
        """Return *source* read for pydantic, an error placed by its offsets in the text."""
        if isinstance(source, cls):
            return source
        if not isinstance(source, str | int):
            raise PydanticCustomError("condition_type", "a number or a text was expected here")
        try:
            return cls(source)
        except ConditionError as wrong:
            where = {"start": wrong.start, "end": wrong.end, "hint": wrong.hint}
            raise PydanticCustomError("condition", wrong.message.replace("{", "{{"), where) from wrong

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return how pydantic reads and writes it."""
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.plain_serializer_function_ser_schema(_written)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return how an author's editor knows it."""
        return {"type": ["boolean", "string"] if cls.wants_truth else ["integer", "string"]}


class Condition(Expression):
    """A text that is true or false at every table."""

    __slots__ = ()

    wants_truth = True


def _written(value: Expression) -> str | int:
    """Return an expression as a scenario would write it."""
    return value.text if value.constant is None or value.wants_truth else value.constant
