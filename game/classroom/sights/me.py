"""Me: the own name, post and language."""

from dataclasses import dataclass

from game.classroom.eyes import Eyes
from game.scenario.languages import known_languages, language_name


@dataclass(frozen=True)
class MeSight:
    """The page about oneself."""

    name: str
    languages: tuple[tuple[str, str, bool], ...]
    muted: bool


def me(eyes: Eyes) -> MeSight:
    """Return the page about oneself."""
    name = next((mate.name for mate in eyes.team if mate.me), "")
    languages = tuple((code, language_name(code), code == eyes.me.language) for code in known_languages())
    return MeSight(name, languages, eyes.me.muted)
