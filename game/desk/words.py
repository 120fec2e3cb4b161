"""The desk's own words in the language chosen at the start (gettext)."""

from gettext import NullTranslations, translation

from game.desk.assets import shelf
from game.scenario.longer import Longer

LANGUAGES = {"en": "English", "ko": "한국어"}
"""The languages of the desk, each by its own name."""

PSEUDO = "xx"
"""The pseudo-language: English made longer, to try a layout."""

_chosen: list[tuple[str, NullTranslations]] = [("en", NullTranslations())]


def use(language: str) -> None:
    """Choose the language, such as "en" or "ko"; what is not translated stays English."""
    locale = str(shelf().joinpath("locale"))
    found = translation("simmer", locale, languages=[language], fallback=True)
    _chosen[0] = (language, Longer() if language == PSEUDO else found)


def language() -> str:
    """Return the language that was chosen."""
    return _chosen[0][0]


def _(text: str) -> str:
    """Return the text in the chosen language."""
    return _chosen[0][1].gettext(text)


def many(one: str, more: str, count: int) -> str:
    """Return the form of a text that suits a count."""
    return _chosen[0][1].ngettext(one, more, count)
