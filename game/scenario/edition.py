"""An edition: one scenario as it stood on one day, in every language, small enough to travel in a save.

What it extends is merged in and its translations are picked out, so that reading it opens no file.
"""

import base64
import binascii
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from pydantic import TypeAdapter, ValidationError

from game.located.compose import MOST_BYTES
from game.model.scenario import Scenario
from game.scenario.digest import digest
from game.scenario.languages import PSEUDO
from game.scenario.pseudolocale import longer
from game.scenario.reader import Reading, read_scenario_text
from game.scenario.sidefile import BRIEF, languages
from game.scenario.translatable import retold, spoken
from game.scenario.translation import in_language, text_in_language

MOST_PACKED = 12_000_000
MOST_WHOLE = 32_000_000
"""Bytes of an edition at most, as it travels and as it is read; what would swell beyond them is not read."""

EXTENDS = "extends"


@dataclass(frozen=True)
class Tongue:
    """What an edition says in one language."""

    spoken: Mapping[str, str]
    """The texts that differ from the scenario's own, by their paths."""

    briefs: Mapping[str, str]
    """The briefs, by their names without ".md"."""


@dataclass(frozen=True)
class _Whole:
    """An edition as it is written."""

    scenario: str
    tongues: Mapping[str, Tongue]


_WHOLE = TypeAdapter(_Whole)


class Edition:
    """A scenario, its briefs and its translations, free of the files they came from."""

    def __init__(self, scenario: Scenario, tongues: Callable[[], Mapping[str, Tongue]]) -> None:
        self.scenario = scenario
        self._tongues = tongues

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """Return the edition of a scenario read without errors; translations are read when wanted."""
        assert reading.scenario is not None
        return cls(reading.scenario, lambda: _tongues(reading))

    @classmethod
    def unpacked(cls, packed: str) -> Self | None:
        """Return the edition that was packed, its scenario checked as any is; none if it is not one."""
        whole = _whole(packed)
        if whole is None:
            return None
        scenario, _findings = read_scenario_text(whole.scenario)
        if scenario is None or scenario.extends is not None:
            return None
        edition = cls(scenario, lambda: whole.tongues)
        edition.packed = packed
        return edition

    @cached_property
    def digest(self) -> str:
        """The digest of its scenario."""
        return digest(self.scenario)

    @cached_property
    def tongues(self) -> Mapping[str, Tongue]:
        """What it says in its own language and in those it is translated to."""
        return self._tongues()

    @cached_property
    def packed(self) -> str:
        """The edition as a line of text, to be kept; empty where it is larger than anything is read."""
        text = _plain(self.scenario)
        if len(text.encode()) > MOST_BYTES:
            return ""
        written = _WHOLE.dump_json(_Whole(text, self.tongues))
        return base64.b64encode(zlib.compress(written, 9)).decode("ascii")

    def in_language(self, language: str) -> Scenario:
        """Return the scenario told in a language, as far as it is translated."""
        if language == PSEUDO:
            return retold(self.scenario, lambda _path, text: longer(text))
        found = self.tongues.get(language)
        if found is None or language == self.scenario.language:
            return self.scenario
        told = retold(self.scenario, lambda path, text: found.spoken.get(path, text))
        return told.model_copy(update={"language": language})

    def brief(self, side: str, language: str) -> str:
        """Return the Markdown of a side's brief in a language, or as written; empty if there is none."""
        stem = f"{BRIEF}-{side}"
        told = (self.tongues.get(each) for each in (language, self.scenario.language))
        return next((each.briefs[stem] for each in told if each and stem in each.briefs), "")


def _tongues(reading: Reading) -> Mapping[str, Tongue]:
    """Return what a reading says in every language it can be told in."""
    assert reading.scenario is not None
    stems = [stem for stem in reading.texts if stem.startswith(BRIEF) and "." not in stem]
    own = reading.scenario.language
    plain = spoken(reading.scenario)
    known = {code for path in reading.homes for code in languages(path)}
    found = {own: Tongue({}, {stem: reading.texts[stem] for stem in stems})}
    for code in sorted(known - {own}):
        told = spoken(in_language(reading, code))
        briefs = {stem: text_in_language(reading, stem, code) for stem in stems}
        found[code] = Tongue({path: text for path, text in told.items() if plain.get(path) != text}, briefs)
    return found


def _plain(scenario: Scenario) -> str:
    """Return a scenario in one file of its own, as JSON that is YAML too."""
    held = scenario.model_dump(mode="json", exclude_defaults=True, by_alias=True, exclude={EXTENDS})
    written = json.dumps(held, ensure_ascii=False, separators=(", ", ": "))
    return "".join(each if each.isprintable() else _escaped(each) for each in written)


def _escaped(char: str) -> str:
    """Return a character nobody can see as YAML writes it; JSON has escaped what breaks a line."""
    return f"\\U{ord(char):08x}"


def _whole(packed: str) -> _Whole | None:
    """Return what was packed, never more than is good to read."""
    if len(packed) > MOST_PACKED:
        return None
    try:
        opener, pressed = zlib.decompressobj(), base64.b64decode(packed, validate=True)
        written = opener.decompress(pressed, MOST_WHOLE)
        if not opener.eof or opener.unused_data or base64.b64encode(pressed) != packed.encode():
            return None  # some decoders take more padding than there should be; one edition has one spelling
        return _WHOLE.validate_json(written, strict=True)
    except (zlib.error, binascii.Error, ValidationError, ValueError):
        return None
