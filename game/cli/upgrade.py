"""`simmer upgrade`: scenarios of an older format in this version's, with what has changed."""

from typing import Annotated

import typer

from game.cli.options import Files
from game.cli.output import Exit, fail, say_plain
from game.located.edits import difference
from game.located.findings import Finding
from game.located.source import read_source
from game.match.files import write_whole
from game.match.trouble import Trouble, TroubleKind
from game.scenario.nouns import noun_paths
from game.scenario.reader import read_scenario
from game.scenario.shelf import FILE, find
from game.scenario.upgrade import upgraded_whole


def upgrade(
    files: Files,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say what would change.")] = False,
) -> Exit:
    """Rewrite scenarios of an older format, and show the changes."""
    return max(_upgrade(name, check) for name in files)


def _upgrade(name: str, check: bool) -> Exit:
    path = find(name)
    source = path if isinstance(path, Finding) else read_source(path)
    if isinstance(source, Finding) or isinstance(path, Finding):
        told = source if isinstance(source, Finding) else path
        assert isinstance(told, Finding)
        return fail(Trouble(TroubleKind.UNREADABLE, f"'{name}' cannot be read: {told.message}."))
    beside = dict(noun_paths(path.parent)) if path.name == FILE else {}
    texts = {noun: text for noun, at in beside.items() if isinstance(text := read_source(at), str)}
    after, parts = upgraded_whole(source, texts)
    changed = {path: (source, after)} if after != source else {}
    changed |= {beside[noun]: (texts[noun], text) for noun, text in parts.items() if text != texts[noun]}
    if not changed:
        return _as_it_is(name)
    for at, (old, new) in changed.items():
        say_plain(difference(old, new, str(at)))
    if check:
        say_plain(f"{name}: would be rewritten")
        return Exit.NO
    for at, (_old, new) in changed.items():
        wrong = write_whole(at, new.encode("utf-8"))
        if wrong is not None:
            return fail(wrong)
    say_plain(f"{name}: rewritten; 'simmer check' says what is left to do")
    return Exit.GOOD


def _as_it_is(name: str) -> Exit:
    """Tell of a scenario in which there is nothing to rewrite, even if only because it makes no sense."""
    other = [each for each in read_scenario(name).findings if each.code.startswith("S12")]
    if other:
        return fail(Trouble(TroubleKind.FAULTY, f"'{name}' is left as it is: {other[0].message}."))
    say_plain(f"{name}: nothing to upgrade")
    return Exit.GOOD
