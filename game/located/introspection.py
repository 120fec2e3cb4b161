"""What a model is made of: the annotation behind each key, entry and union, taken apart."""

import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache, wraps
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

Hint: TypeAlias = Any
Model: TypeAlias = type[BaseModel]


@cache
def fields_of(model: Model) -> Mapping[str, Hint]:
    """Return the annotation of each field, with all its marks, under the name that authors write."""
    return {
        field.alias or name: Annotated[field.annotation, *field.metadata]
        if field.metadata
        else field.annotation
        for name, field in model.model_fields.items()
    }


def sentence_of(model: Model | None, key: str) -> str:
    """Return the sentence that explains a field to authors, or an empty text."""
    fields = model.model_fields.items() if model else ()
    return next((field.description or "" for name, field in fields if key == (field.alias or name)), "")


def _origin(hint: Hint) -> Hint:
    return get_origin(hint)


Told = TypeVar("Told")


def once_a_hint(function: Callable[[Hint], Told]) -> Callable[[Hint], Told]:
    """Return a function of annotations that works each out once; they are told apart by being the same one.

    Not every annotation can be hashed. Those met here belong to models, and there are only so many.
    """
    known: dict[int, tuple[Hint, Told]] = {}

    @wraps(function)
    def remembered(hint: Hint) -> Told:
        if id(hint) not in known:
            known[id(hint)] = (hint, function(hint))
        return known[id(hint)][1]

    return remembered


@once_a_hint
def opened(hint: Hint) -> tuple[Hint, tuple[object, ...]]:
    """Return what stands inside ``Annotated`` and type aliases, and the marks found on the way."""
    marks: tuple[object, ...] = ()
    while True:
        if _origin(hint) is Annotated:
            hint, *found = get_args(hint)
            marks += tuple(found)
        elif hasattr(hint, "__value__"):
            hint = hint.__value__
        else:
            return hint, marks


@once_a_hint
def members(hint: Hint) -> tuple[Hint, ...]:
    """Return what a hint allows besides nothing: one member, or several for a union."""
    core, _ = opened(hint)
    if _origin(core) in (Union, types.UnionType):
        return tuple(inner for each in get_args(core) if each is not type(None) for inner in members(each))
    return (hint,)


def model_in(hint: Hint) -> Model | None:
    """Return the model a hint stands for, if it is one."""
    core, _ = opened(hint)
    return core if isinstance(core, type) and issubclass(core, BaseModel) else None


def key_of(hint: Hint) -> Hint:
    """Return the annotation of the keys of a mapping."""
    arguments = get_args(opened(hint)[0])
    return arguments[0] if len(arguments) == 2 else Any


def inside(hint: Hint, part: str | int) -> Hint:
    """Return the annotation one step down: of a field, of a mapping's values or of an entry."""
    model = model_in(hint)
    if model:
        return fields_of(model).get(str(part), Any)
    core, _ = opened(hint)
    arguments = get_args(core)
    if is_mapping(core) and len(arguments) == 2:
        return arguments[1]
    if isinstance(part, int) and arguments:
        many = len(arguments) == 1 or arguments[-1] is Ellipsis
        return arguments[0] if many else arguments[min(part, len(arguments) - 1)]
    return Any


def is_mapping(core: Hint) -> bool:
    """Say whether an opened hint is a mapping."""
    origin = _origin(core) or core
    return isinstance(origin, type) and issubclass(origin, Mapping)


def tagged(hints: Iterable[Hint], tag: object) -> Hint | None:
    """Return the member of a union that carries *tag* in one of its literal fields."""
    return next((hint for hint in hints if tag in _tags(model_in(hint))), None)


@cache
def _tags(model: Model | None) -> frozenset[str]:
    hints = fields_of(model).values() if model else ()
    return frozenset(
        choice for hint in hints if _origin(opened(hint)[0]) is Literal for choice in choices_of(hint)
    )


def choices_of(hint: Hint) -> tuple[str, ...]:
    """Return the words an author may choose from, for an enum or literal; otherwise none."""
    allowed = members(hint)
    core, _ = opened(allowed[0]) if len(allowed) == 1 else (None, ())
    if _origin(core) is Literal:
        return tuple(str(each.value if isinstance(each, Enum) else each) for each in get_args(core))
    if isinstance(core, type) and issubclass(core, Enum):
        return tuple(str(each.value) for each in core)
    return ()


@cache
def fields_holding(model: Model, wanted: type) -> tuple[str, ...]:
    """Return the fields of a model that can hold a value of class *wanted*, however deep."""
    return tuple(name for name, hint in fields_of(model).items() if _holds(hint, wanted, {model}))


def _holds(hint: Hint, wanted: type, seen: set[Model]) -> bool:
    core, _ = opened(hint)
    if isinstance(core, type) and issubclass(core, wanted):
        return True
    model = model_in(core)
    if model is None:
        return any(_holds(inner, wanted, seen) for inner in get_args(core))
    new = model not in seen
    seen.add(model)
    return new and any(_holds(inner, wanted, seen) for inner in fields_of(model).values())


def marks_within(hint: Hint, seen: set[Model] | None = None) -> Iterator[object]:
    """Yield every mark on a hint and on anything it can hold, fields of models included."""
    seen = set() if seen is None else seen
    core, marks = opened(hint)
    yield from marks
    model = model_in(core)
    if model and model not in seen:
        seen.add(model)
        yield from (mark for each in fields_of(model).values() for mark in marks_within(each, seen))
    for inner in () if model else get_args(core):
        yield from marks_within(inner, seen)
