"""The desk's own words in the language chosen at the start (gettext)."""

from gettext import NullTranslations, translation

from game.desk.assets import shelf

_chosen: list[NullTranslations] = [NullTranslations()]


def speak(language: str) -> None:
    """Choose the language, such as "en" or "ko"; what is not translated stays English."""
    locale = str(shelf().joinpath("locale"))
    _chosen[0] = translation("simmer", locale, languages=[language], fallback=True)


def _(text: str) -> str:
    """Return the text in the chosen language."""
    return _chosen[0].gettext(text)


def many(one: str, more: str, count: int) -> str:
    """Return the form of a text that suits a count."""
    return _chosen[0].ngettext(one, more, count)
