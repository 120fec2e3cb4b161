"""Codes: what every finding means, read from the one file that tells it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.located.findings import Grade

FILE = Path(__file__).with_name("codes.md")
HEAD = re.compile(r"^## ([A-Z]\d{3}) · (\w+) · (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Code:
    """One kind of finding, explained."""

    name: str
    """Letter and number."""

    grade: Grade
    """How much it matters, at its gravest."""

    title: str
    """What it is called, in a few words."""

    text: str
    """What it means and what to do, in Markdown."""


@cache
def codes() -> Mapping[str, Code]:
    """Return every code by its name."""
    text = FILE.read_text(encoding="utf-8")
    heads = list(HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    found = (
        Code(head[1], Grade(head[2]), head[3], text[head.end() : end].strip())
        for head, end in zip(heads, ends, strict=True)
    )
    return {code.name: code for code in found}
