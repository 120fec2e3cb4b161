"""The guides: every command in them is run as it stands, and says what the guide says it does."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import cli
from game.cli import play

GUIDES = Path(__file__).parents[2] / "docs" / "guides"
FENCE = re.compile(r"^```(console|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FIRST = re.compile(r"# (\S+)(?: \((.+)\))?\n")

OPENED = {
    "write-a-scenario": ["river", "dry-river"],
    "teach-a-class": ["deadlock-2020-class", "deadlock-2020-class"],
}
"""The scenarios that each guide opens in a window, in order."""

NOS = {"write-a-scenario": {"simmer check dry-river": 1, "simmer test dry-river": 1}, "teach-a-class": {}}
"""Commands whose first answer is no, with their exit code."""

LEAST = {"write-a-scenario": 15, "teach-a-class": 9}
"""Commands that a guide has at least."""

Capture = pytest.CaptureFixture[str]


def text_of(guide: str) -> str:
    """Return the text of a guide."""
    return (GUIDES / f"{guide}.md").read_text(encoding="utf-8")


def blocks(guide: str) -> Iterator[tuple[str, str]]:
    """Yield the blocks of a guide that are run or written, in order."""
    return ((found[1], found[2]) for found in FENCE.finditer(text_of(guide)))


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


@pytest.mark.parametrize("guide", OPENED)
def test_everything_in_the_guide_works_in_its_order(
    guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    opened: list[str] = []
    for door in ("_open_desk", "_open_watching"):
        monkeypatch.setattr(play, door, lambda match, _path: opened.append(match.book.scenario.id))
    answers = dict(NOS[guide])

    for kind, block in blocks(guide):
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

    assert opened == OPENED[guide]
    assert answers == {}


@pytest.mark.parametrize("guide", OPENED)
def test_every_command_of_the_guide_is_one_that_is_run(guide: str) -> None:
    outside = FENCE.sub("", text_of(guide))
    run = [
        line[2:]
        for kind, block in blocks(guide)
        if kind == "console"
        for line in block.splitlines()
        if line[:2] == "$ "
    ]

    assert len(run) >= LEAST[guide]
    assert "$ " not in outside
    for command in re.findall(r"`(simmer [^`]+)`", outside):
        words = shlex.split(command)[1:]
        assert cli.run([words[0], "--help"]) == 0, command
