"""The words of the house: one word, one meaning, and none that means nothing."""

import re

import pytest

from tests.house.source import ROOT, names

EMPTY = {"manager", "handler", "helper", "util", "utils", "misc", "common", "data", "info", "process", "do"}
"""Words that say nothing about what they name."""

STARTS = ("get_", "set_")
"""Beginnings that a plain noun or a verb of the trade replaces."""

OTHERS = {"set_up", "set_by_ending"}
"""A verb of its own, and a participle."""

UNFINISHED = re.compile(r"TODO|FIXME|XXX|NotImplementedError|@pytest\.mark\.(skip|xfail)")


def says_nothing(name: str) -> bool:
    words = set(re.split(r"_+|(?<=[a-z])(?=[A-Z])", name))
    words = {word.lower() for word in words}
    return name not in OTHERS and (bool(words & EMPTY) or name.startswith(STARTS))


@pytest.mark.parametrize(
    ("name", "empty"),
    [("GameManager", True), ("get_score", True), ("document", False), ("set_up", False), ("do_it", True)],
)
def test_a_word_that_says_nothing_is_recognised(name: str, empty: bool) -> None:
    assert says_nothing(name) is empty


def test_every_name_says_what_it_names() -> None:
    assert [f"{place} {name}" for place, name in names() if says_nothing(name)] == []


def test_nothing_is_left_for_later() -> None:
    here = __file__
    texts = [p for folder in ("game", "tests", "docs") for p in (ROOT / folder).rglob("*.*")]
    left = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in texts
        if path.suffix in {".py", ".md"} and str(path) != here
        for line in path.read_text(encoding="utf-8").splitlines()
        if UNFINISHED.search(line)
    ]

    assert left == []
