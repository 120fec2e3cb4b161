"""The words of every page in the language spoken here: in this thread, for this reader (gettext)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from game.scenario.languages import ENGLISH, PSEUDO, catalogue

__all__ = ["PSEUDO", "_", "language", "many", "speaking", "use"]

_spoken: ContextVar[str] = ContextVar("language", default=ENGLISH)


def use(language: str) -> None:
    """Speak a language, such as "en" or "ko", from now on; what is not translated stays English."""
    _spoken.set(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language within a block; other readers in this process keep theirs."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def language() -> str:
    """Return the language that is spoken here."""
    return _spoken.get()


def _(text: str) -> str:
    """Return the text in the language spoken here."""
    return catalogue(_spoken.get()).gettext(text)


def many(one: str, more: str, count: int) -> str:
    """Return the form of a text that suits a count."""
    return catalogue(_spoken.get()).ngettext(one, more, count)
