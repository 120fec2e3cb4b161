"""What a touch of the desk meant: the answers a page gives to a scene."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Pressed:
    """Something was chosen by mouse or key."""

    name: str
    action: Hashable = None
    """What its spot says that this means, where its name alone does not."""


@dataclass(frozen=True)
class Picked:
    """A value was picked on a control."""

    name: str
    value: str | int | float


@dataclass(frozen=True)
class Typed:
    """The text in an entry changed; *done* after Enter."""

    name: str
    text: str
    done: bool = False
    composing: str = ""
    """What an input method is still composing, to be read after the text."""


@dataclass(frozen=True)
class Moved:
    """Only the look changed: focus, pointer, scroll."""

    focus: str = ""


@dataclass(frozen=True)
class Closed:
    """Esc was pressed: on a pop-over, its name; on a bare page, the empty name."""

    name: str = ""


@dataclass(frozen=True)
class Unfold:
    """A widget asks its page to lay something over it; the page answers the scene with `Moved`."""

    make: Callable[..., Any]
    """Composes what is laid over, from a pen and the box of the window."""


Touch = Pressed | Picked | Typed | Moved | Closed | Unfold
