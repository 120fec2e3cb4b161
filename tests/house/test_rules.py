"""The numbers of the rules: what a docstring cites stands in docs/rules.md."""

import ast
import re

import pytest

from tests.house.source import ROOT, modules

RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
CITED = re.compile(r"§(\d+)(?:\.(\d+))?")


def cited() -> list[tuple[str, str]]:
    """Return every rule number cited in a docstring, with where."""
    found = []
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                for match in CITED.finditer(node.value):
                    found.append((f"{module}:{node.lineno}", ".".join(filter(None, match.groups()))))
    return found


@pytest.mark.parametrize("number", sorted({number for _place, number in cited()}))
def test_every_rule_that_is_cited_is_written_down(number: str) -> None:
    start = rf"^## §{number}\b" if "." not in number else rf"^{re.escape(number)}\b"

    assert re.search(start, RULES, re.MULTILINE), [place for place, n in cited() if n == number]


def test_the_scenarios_cite_rules_that_are_written_down() -> None:
    for path in (ROOT / "scenarios").rglob("*.yaml"):
        numbers = set(
            re.findall(r"^\s+rule: [\"']?(\d+(?:\.\d+)?)", path.read_text(encoding="utf-8"), re.MULTILINE)
        )
        for number in numbers:
            assert re.search(rf"^(## §)?{re.escape(number)}\b", RULES, re.MULTILINE), (path, number)
