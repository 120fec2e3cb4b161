"""The program's own words in another language: catalogues of gettext, one for each language."""

from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

from game.conditions import phrases
from game.conditions.phrases import ENGLISH as ENGLISH
from game.conditions.phrases import TABLE
from game.model.scenario import Scenario
from game.rules.index import Say
from game.scenario.pseudolocale import longer

DOMAIN = "simmer"
"""The name of the catalogues."""

PSEUDO = "xx"
"""The pseudo-language: English made longer, to try a layout."""


def locale() -> Path:
    """Return where the languages stand, a folder each: a table, a catalogue and the .mo made from it."""
    return Path(str(phrases.LOCALE))


def known_languages() -> tuple[str, ...]:
    """Return the codes of the program's languages, the one it is written in first: each is a folder."""
    found = sorted(path.parent.name for path in locale().glob(f"*/{TABLE}"))
    return (ENGLISH, *(code for code in found if code != ENGLISH))


def language_name(code: str) -> str:
    """Return what a language calls itself."""
    from babel import Locale  # read only where languages are chosen: starts stay light

    return Locale.parse(code).get_display_name(code) or code


def no_language(code: str) -> str:
    """Return the sentence that a language is not among those of the program."""
    return f"there is no language '{code}'; there are {' and '.join(known_languages())}."


class _Longer(NullTranslations):
    """The pseudo-language, through the same doors as a translation."""

    def gettext(self, message: str) -> str:
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return longer(super().ngettext(msgid1, msgid2, n))


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the catalogue of a language; one that has none leaves every text in English."""
    if language == PSEUDO:
        return _Longer()
    return translation(DOMAIN, str(locale()), languages=[language], fallback=True)


def language_of(say: Say) -> str:
    """Return the language that *say* speaks: a catalogue says so in its head, the text of no text."""
    head = dict(line.split(": ", 1) for line in say("").splitlines() if ": " in line)
    return head.get("Language", ENGLISH)


def speaker(scenario: Scenario) -> Say:
    """Return what says the program's own words in the language of a scenario."""
    return catalogue(scenario.language).gettext
