"""The door of `simmer upgrade`: scenarios of an older format in this version's, with what has changed."""

from collections.abc import Sequence

from game.located.edits import difference
from game.located.findings import Finding
from game.located.source import read_source
from game.match.files import write_whole
from game.match.trouble import Kind, Trouble
from game.match.voice import Exit, fail, say_plain
from game.scenario.reader import read_scenario
from game.scenario.shelf import find
from game.scenario.upgrade import upgraded


def upgrade_command(names: Sequence[str], check: bool = False) -> Exit:
    """Upgrade scenarios in place; *check* only says what would change, which is a no."""
    return max(_upgrade(name, check) for name in names)


def _upgrade(name: str, check: bool) -> Exit:
    path = find(name)
    source = path if isinstance(path, Finding) else read_source(path)
    if isinstance(source, Finding) or isinstance(path, Finding):
        told = source if isinstance(source, Finding) else path
        assert isinstance(told, Finding)
        return fail(Trouble(Kind.UNREADABLE, f"'{name}' cannot be read: {told.message}."))
    after = upgraded(source)
    if after == source:
        return _as_it_is(name)
    say_plain(difference(source, after, str(path)))
    if check:
        say_plain(f"{name}: would be rewritten")
        return Exit.NO
    wrong = write_whole(path, after.encode("utf-8"))
    if wrong is not None:
        return fail(wrong)
    say_plain(f"{name}: rewritten; 'simmer check' says what is left to do")
    return Exit.GOOD


def _as_it_is(name: str) -> Exit:
    """Tell of a scenario in which there is nothing to rewrite, even if only because it makes no sense."""
    other = [each for each in read_scenario(name).findings if each.code.startswith("S12")]
    if other:
        return fail(Trouble(Kind.FAULTY, f"'{name}' is left as it is: {other[0].message}."))
    say_plain(f"{name}: nothing to upgrade")
    return Exit.GOOD
