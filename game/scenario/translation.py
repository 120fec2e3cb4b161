"""Translation: a scenario in another language, and which of its texts are missing or stale there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from game.lint.drawn import undrawn_values
from game.located.extent import whole
from game.located.findings import Finding, Grade, ranked
from game.located.node import Block, Node
from game.model.scenario import Scenario
from game.scenario.languages import PSEUDO
from game.scenario.pseudolocale import longer
from game.scenario.reader import Reading, by_members
from game.scenario.sidefile import Rendering, SideFile, SideReading, briefs, fingerprint, languages, read_side
from game.scenario.texts import texts
from game.scenario.translatable import retold, spoken


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a translation has come."""

    done: tuple[str, ...]
    """Texts and files that are translated."""

    stale: tuple[str, ...]
    """Those whose English has changed since."""

    missing: tuple[str, ...]
    """Those that nobody has translated yet."""

    gone: tuple[str, ...]
    """Those that are translated and no longer in the scenario."""

    @property
    def complete(self) -> bool:
        """Whether every text is translated as it stands now."""
        return not (self.stale or self.missing)


def in_language(reading: Reading, language: str) -> Scenario:
    """Return the scenario of a reading told in a language; a text without a fresh translation stays.

    A scenario without a side file in that language stays as it is.
    """
    scenario = reading.scenario
    assert scenario is not None
    if language == PSEUDO:
        return retold(scenario, lambda _path, text: longer(text))
    sides = [] if language == scenario.language else sides_of(reading, language)
    if not any(side.file for side in sides):
        return scenario
    return retold(scenario, partial(_rendered, sides)).model_copy(update={"language": language})


def sides_of(reading: Reading, language: str) -> tuple[SideReading, ...]:
    """Return the side files in one language: the scenario's own, then those of the ones it extends."""
    return tuple(read_side(path, language) for path in reading.homes)


def standing(reading: Reading, sides: Sequence[SideReading]) -> Standing:
    """Return how far the translation of a scenario has come; what it extends may be translated there."""
    assert reading.scenario is not None
    assert reading.path is not None
    own, *inherited = sides
    kept = {**own.file.texts, **_standing_files(reading.path, own.file)} if own.file else {}
    told = {**spoken(reading.scenario), **briefs(reading.path)}
    owed = {key: kept.get(key) for key, text in told.items() if not _rendering(inherited, key, text)}
    return Standing(
        done=tuple(key for key in told if key not in owed or _is_fresh(owed[key], told[key])),
        stale=tuple(key for key, each in owed.items() if each and each.to and not _is_fresh(each, told[key])),
        missing=tuple(key for key, each in owed.items() if each is None or not each.to),
        gone=tuple(key for key in kept if key not in told),
    )


def wanted_texts(reading: Reading, sides: Sequence[SideReading]) -> dict[str, str]:
    """Return the texts a scenario's own side file is to hold: all that what it extends does not translate."""
    assert reading.scenario is not None
    return {
        key: text for key, text in spoken(reading.scenario).items() if not _rendering(sides[1:], key, text)
    }


def with_translations(reading: Reading) -> Reading:
    """Return a reading with what is wrong in every translation of its scenario."""
    if reading.path is None:
        return reading
    found, sources = list(reading.findings), dict(reading.beside)
    for language in languages(reading.path):
        side = read_side(reading.path, language)
        found += [*side.findings, *_doubts(reading, side, language)]
        if side.root:
            found += map(side.placed, undrawn_values(side.root, side.lines, str(side.path)))
        sources |= side.sources
    return by_members(replace(reading, findings=ranked(found), beside=sources))


def text_in_language(reading: Reading, stem: str, language: str) -> str:
    """Return a Markdown text of a reading in a language, as it stands where it has no fresh translation."""
    text = reading.texts.get(stem, "")
    name = f"{stem}.md"
    for side in sides_of(reading, language):
        found = side.file.files.get(name) if side.file else None
        if _is_fresh(found, fingerprint(text)) and found is not None:
            return reading.texts.get(found.to.removesuffix(".md"), text)
    return text


def _rendered(sides: Sequence[SideReading], path: str, text: str) -> str:
    """Return the translation of a text if it is fresh, otherwise the text."""
    return _rendering(sides, path, text) or text


def _rendering(sides: Sequence[SideReading], path: str, text: str) -> str:
    """Return the first fresh translation of a text; empty where there is none."""
    found = (side.file.texts.get(path) for side in sides if side.file)
    return next((each.to for each in found if each and _is_fresh(each, text)), "")


def _standing_files(path: Path, file: SideFile) -> dict[str, Rendering]:
    """Return the texts in files of their own, as not yet done where there is no such file."""
    there = {f"{stem}.md" for stem in texts(path.parent)}
    found = file.files.items()
    return {key: each if each.to in there else each.model_copy(update={"to": ""}) for key, each in found}


def _is_fresh(rendering: Rendering | None, text: str) -> bool:
    return rendering is not None and bool(rendering.to) and not rendering.was and rendering.en == text


def _doubts(reading: Reading, side: SideReading, language: str) -> Iterator[Finding]:
    """Yield a finding for every text that is stale or gone, and one for all that are missing."""
    if side.file is None or reading.scenario is None:
        return
    stands = standing(reading, sides_of(reading, language))
    nodes = {**side.entries("texts"), **side.entries("files")}
    for key in stands.stale:
        told = "the text has changed since it was translated"
        yield side.placed(_about("L701", nodes[key], key, told, _MEND))
    for key in stands.gone:
        yield side.placed(_about("L702", nodes[key], key, "the scenario has no such text", _UPDATE))
    if stands.missing:
        count, first = len(stands.missing), stands.missing[0]
        told = f"{count} text{'s are' if count > 1 else ' is'} not translated yet, first {first}"
        yield Finding("L703", Grade.WARNING, told, str(side.path), hint=_UPDATE)


_MEND = "mend the translation, then set 'en' to the new text and delete 'was'"
_UPDATE = "'simmer translate' brings the file up to date"


def _about(code: str, node: Node, key: str, message: str, hint: str) -> Finding:
    """Return a finding about one entry, at its first value."""
    at = next(iter(node.entries.values())).node if isinstance(node, Block) and node.entries else node
    return Finding(code, Grade.WARNING, message, "", *whole(at), hint, key)
