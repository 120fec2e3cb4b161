"""The desk's own words in the language chosen at the start (gettext)."""

from game.scenario.languages import ENGLISH, PSEUDO, catalogue

__all__ = ["PSEUDO", "_", "language", "many", "use"]

_chosen = [ENGLISH]


def use(language: str) -> None:
    """Choose the language, such as "en" or "ko"; what is not translated stays English."""
    _chosen[0] = language


def language() -> str:
    """Return the language that was chosen."""
    return _chosen[0]


def _(text: str) -> str:
    """Return the text in the chosen language."""
    return catalogue(_chosen[0]).gettext(text)


def many(one: str, more: str, count: int) -> str:
    """Return the form of a text that suits a count."""
    return catalogue(_chosen[0]).ngettext(one, more, count)
