"""The guide for authors: every command in it is run as it stands, and says what the guide says it does."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import cli
from game.cli import table

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "write-a-scenario.md"
FENCE = re.compile(r"^```(console|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FIRST = re.compile(r"# (\S+)(?: \((.+)\))?\n")

WINDOWS = ("simmer play river", "simmer play dry-river --watch")
"""Commands that open a window."""

NOS = {"simmer check dry-river": 1, "simmer test dry-river": 1}
"""Commands whose first answer is no, with their exit code."""

Capture = pytest.CaptureFixture[str]


def blocks() -> Iterator[tuple[str, str]]:
    """Yield the blocks of the guide that are run or written, in order."""
    return ((found[1], found[2]) for found in FENCE.finditer(GUIDE.read_text(encoding="utf-8")))


def write(block: str) -> None:
    """Carry out what a YAML block stands for: a whole file, an end to it, or a change in it."""
    head = FIRST.match(block)
    assert head is not None, block
    path, where, rest = Path(head[1]), head[2], block[head.end() :]
    before = path.read_text(encoding="utf-8")
    if where == "at the end":
        rest = f"{before}\n{rest}"
    elif where is not None:
        assert before.count(where) == 1
        rest = before.replace(where, rest.strip())
    path.write_text(rest, encoding="utf-8")


def spoken(words: str) -> str:
    """Return what is said in one line, so that it does not matter where lines were broken."""
    return " ".join(words.split())


def test_everything_in_the_guide_works_in_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    opened: list[str] = []
    for door in ("_open_desk", "_open_watching"):
        monkeypatch.setattr(table, door, lambda match, _path: opened.append(match.book.scenario.id))
    answers = dict(NOS)

    for kind, block in blocks():
        if kind == "yaml":
            write(block)
            continue
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *said = part.strip().splitlines()
            code = cli.run(shlex.split(command)[1:])
            out, err = capsys.readouterr()
            assert (command, code) == (command, answers.pop(command, 0)), err
            for line in said:
                assert spoken(line) in spoken(out), (command, line, out)

    assert opened == ["river", "dry-river"]
    assert answers == {}


def test_every_command_of_the_guide_is_one_that_is_run() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    outside = FENCE.sub("", text)
    run = [
        line[2:]
        for kind, block in blocks()
        if kind == "console"
        for line in block.splitlines()
        if line[:2] == "$ "
    ]

    assert len(run) >= 15
    assert set(WINDOWS) <= set(run)
    assert "$ " not in outside
    for command in re.findall(r"`(simmer [^`]+)`", outside):
        words = shlex.split(command)[1:]
        assert cli.run([words[0], "--help"]) == 0, command
