"""The program's own words in another language: catalogues of gettext, one for each language."""

from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

from game.model.scenario import Scenario
from game.rules.index import Say
from game.scenario.pseudolocale import longer

LOCALE = Path(__file__).resolve().parents[1] / "locale"
"""Where the catalogues stand: ko/LC_MESSAGES/simmer.po, and the .mo made from it."""

DOMAIN = "simmer"
"""The name of the catalogues."""

ENGLISH = "en"
"""The language the program is written in."""

LANGUAGES = {ENGLISH: "English", "ko": "한국어"}
"""The languages of the program, each by its own name."""

PSEUDO = "xx"
"""The pseudo-language: English made longer, to try a layout."""


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
    return translation(DOMAIN, str(LOCALE), languages=[language], fallback=True)


def speaker(scenario: Scenario) -> Say:
    """Return what says the program's own words in the language of a scenario."""
    return catalogue(scenario.language).gettext
