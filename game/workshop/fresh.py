"""Fresh scenarios: the files that a new one starts from, blank, copied or varied."""

import json
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from game.located.excerpt import lines_of
from game.located.findings import Finding
from game.model.scenario import Scenario
from game.scenario.nouns import NOUNS, SUFFIX
from game.scenario.reader import Reading
from game.scenario.shelf import FILE, find_parent
from game.scenario.sidefile import translated_nouns
from game.workshop.schema import BESIDE, editor_schema, noun_schema, noun_schema_path, written

NAME = re.compile(r"\w[\w-]{0,59}")
"""What a scenario can be called."""

EDITOR_LINE = f"# yaml-language-server: $schema={BESIDE}\n"
BLANK = Path(__file__).with_name("blank.yaml")

COPIED = (".md", ".yaml", ".yml", ".png", ".jpg")
"""What is copied from beside a scenario."""

SETTINGS: Mapping[str, Any] = {
    "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.detectIndentation": False},
    "files.encoding": "utf8",
}
"""What VS Code and its kin need to know, beside an extension for YAML."""

WORDS = ("true", "false", "null", "yes", "no", "on", "off")
"""Words that YAML takes for something else than text."""

Files = Mapping[str, bytes]
"""What to write, by path inside the new folder."""


def blank(name: str) -> Files:
    """Return a small game that plays as it stands."""
    text = BLANK.read_text(encoding="utf-8").replace("id: ID", f"id: {quoted(name)}")
    return _with_editor(EDITOR_LINE + text.replace("TITLE", quoted(titled(name))))


def copied(reading: Reading, folder: Path) -> Files | str:
    """Return the files of a scenario under *folder*'s name, or why they would not do there.

    The id is changed in the text, and nothing else. An unreadable file is an OSError.
    """
    assert reading.scenario is not None
    assert reading.path is not None
    extends = reading.scenario.extends
    if extends is not None and isinstance(find_parent(extends, folder / FILE), Finding):
        return f"it extends '{extends}', which is not found from '{folder}'"
    home = reading.path.parent
    beside = (*home.iterdir(), *translated_nouns(reading.path)) if reading.path.name == FILE else ()
    wanted = (path for path in sorted(beside) if path.suffix in COPIED and path.name != FILE)
    held = {path.relative_to(home).as_posix(): path.read_bytes() for path in wanted if path.is_file()}
    nouns = [noun for noun in NOUNS if f"{noun}{SUFFIX}" in held]
    for noun in nouns:
        text = held[f"{noun}{SUFFIX}"].decode()
        held[f"{noun}{SUFFIX}"] = _for_editors(text, noun_schema_path(noun)).encode()
    return {**_with_editor(_renamed(reading.source, folder.name), nouns, extends is not None), **held}


def varied(reading: Reading, named: str, folder: Path) -> Files | str:
    """Return a variant that changes nothing yet, with suggestions to take up, or why there cannot be one."""
    assert reading.scenario is not None
    assert reading.path is not None
    reference = _reference(reading.path, named, folder)
    if reference is None:
        return f"a variant stands beside what it varies, in '{reading.path.parent.parent}'"
    head = f"""\
# A variant of {reading.scenario.title}. What stands here is laid over it: blocks merge, lists and single
# values replace, 'NAME+:' adds to a list, and 'NAME: null' takes a piece away. Take the '# ' off a line
# below to try it.

extends: {quoted(reference)}
id: {quoted(folder.name)}
title: {quoted(f"{reading.scenario.title}, varied")}

"""
    pages = [page.source for page in reading.pages]
    return _with_editor(EDITOR_LINE + head + "".join(_suggestions(reading.scenario, pages)))


def _reference(parent: Path, named: str, folder: Path) -> str | None:
    """Return how a variant in *folder* names its parent, best by its name; none if it cannot."""
    names = (named, parent.parent.name, os.path.relpath(parent, folder).replace(os.sep, "/"))
    for name in names:
        found = find_parent(name, folder / FILE)
        if isinstance(found, Path) and found.resolve() == parent.resolve():
            return name
    return None


def _suggestions(parent: Scenario, sources: Iterable[str]) -> Iterable[str]:
    """Yield lines that would each change one thing, and break nothing."""
    if not parent.turns:
        yield f"# months: {max(1, parent.months // 2)}\n"
    track, noun = next(iter(parent.tracks.items()))
    yield f"# tracks:\n#   {track}: {{start: {min(noun.start + 1, noun.range[1])}}}\n"
    words = re.findall(r"[\w.]+", "\n".join(sources))
    loose = next((card for card in parent.cards if words.count(card) == 1), None)
    if loose is not None:
        yield f"# cards:\n#   {loose}: null\n"
    if parent.tests:
        yield "# tests: null  # they come along; take them away where a change is meant to break them\n"


def titled(name: str) -> str:
    """Return a title made of a name: my-crisis becomes My crisis."""
    words = re.sub(r"[-_]+", " ", name).strip()
    return words[:1].upper() + words[1:]


def quoted(text: str) -> str:
    """Return a text as YAML takes it for text: in quotes where it might be taken for anything else."""
    plain = re.fullmatch(r"[^\W\d_][\w -]*[\w]|[^\W\d_]", text) and text.lower() not in WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)


def editor_files(nouns: Iterable[str] = (), varied: bool = False) -> Files:
    """Return what lets an editor complete and check keys, in the files of *nouns* as well."""
    schemas = {noun_schema_path(noun): noun for noun in nouns}
    known = {BESIDE: [FILE], **{schema: [f"{noun}{SUFFIX}"] for schema, noun in schemas.items()}}
    settings = {"yaml.schemas": known, **SETTINGS}
    return {
        BESIDE: written(editor_schema()).encode(),
        **{schema: written(noun_schema(noun, varied)).encode() for schema, noun in schemas.items()},
        ".vscode/settings.json": f"{json.dumps(settings, indent=2)}\n".encode(),
    }


def _with_editor(text: str, nouns: Iterable[str] = (), varied: bool = False) -> Files:
    return {FILE: text.encode(), **editor_files(nouns, varied)}


def _for_editors(source: str, schema: str) -> str:
    """Return a text under the line that editors look for at its top."""
    lines = [line for line in lines_of(source) if not line.startswith("# yaml-language-server:")]
    return f"# yaml-language-server: $schema={schema}\n" + "\n".join(lines)


def _renamed(source: str, name: str) -> str:
    """Return a scenario's text with another id, and the line that editors look for at its top."""
    lines = lines_of(source)
    at = next(n for n, line in enumerate(lines) if re.match(r"['\"]?id['\"]?\s*:", line))
    remark = re.search(r"\s+#.*$", lines[at])
    lines[at] = f"id: {quoted(name)}{remark[0] if remark else ''}"
    return _for_editors("\n".join(lines), BESIDE)
