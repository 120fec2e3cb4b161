"""The kinds of noun that references of a model may name."""

from game.located.introspection import Model, marks_within
from game.model.base import Ref


def kinds_in(model: Model) -> frozenset[str]:
    """Return every kind of noun that references anywhere in a model may name."""
    return frozenset(kind for mark in marks_within(model) if isinstance(mark, Ref) for kind in mark.kinds)
