"""The guide for contributors: its worked diffs fit the tree as it stands."""

import re

import pytest

from tests.house.source import ROOT

GUIDE = (ROOT / "docs" / "guides" / "contribute.md").read_text(encoding="utf-8")


def hunks() -> list[tuple[str, str]]:
    """Return every hunk of the guide's diffs: the file it changes, and the lines it expects there."""
    found = []
    for diff in re.findall(r"^```diff\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL):
        for change in re.split(r"^--- a/", diff, flags=re.MULTILINE)[1:]:
            file, *parts = re.split(r"^@@.*\n", change, flags=re.MULTILINE)
            for part in parts:
                kept = [line[1:] for line in part.splitlines(keepends=True) if line[0] in " -\n"]
                found.append((file.split("\n")[0], "".join(kept)))
    return found


def test_the_guide_works_two_changes_out() -> None:
    assert len({file for file, _ in hunks()}) >= 6


@pytest.mark.parametrize(("file", "expected"), hunks())
def test_a_worked_diff_fits_the_file_it_changes(file: str, expected: str) -> None:
    assert expected in (ROOT / file).read_text(encoding="utf-8")
