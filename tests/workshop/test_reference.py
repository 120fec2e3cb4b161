"""The reference: made from the program and never behind it, and every example in the docs can be read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import cli
from game.conditions.condition import Condition, Expression
from game.conditions.syntax import FOLDS, QUESTIONS, ConditionError
from game.lint.finding_codes import codes
from game.lint.icon_names import icon_names
from game.located.compose import compose
from game.located.node import Block
from game.workshop.reference import format_page, icons_page, pages
from tests.workshop.test_schema import models

DOCS = Path(__file__).parents[2] / "docs"
FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")


def examples() -> Iterator[tuple[str, str]]:
    """Yield every YAML example in the docs and in the explanations, with the page it is on."""
    for path in sorted(DOCS.rglob("*.md")):
        for number, found in enumerate(FENCE.findall(path.read_text(encoding="utf-8"))):
            yield f"{path.relative_to(DOCS)} {number}", found


@pytest.mark.parametrize("name", pages())
def test_the_reference_is_as_the_program_makes_it(name: str) -> None:
    written = (DOCS / "reference" / name).read_text(encoding="utf-8")

    assert written == pages()[name], "run: simmer docs -o docs/reference"


def test_every_key_of_every_block_is_in_the_reference() -> None:
    page = format_page()

    for model in models():
        section = page.split(f"\n## {model.__name__}\n", 1)[1].split("\n## ", 1)[0]
        for key, field in model.model_fields.items():
            assert f"`{field.alias or key}`" in section
            assert str(field.description).replace("\n", " ")[:20] in section


def test_links_inside_the_reference_lead_somewhere() -> None:
    headings = {line[3:].lower() for line in format_page().splitlines() if line.startswith("## ")}

    assert set(re.findall(r"\]\(#(\w+)\)", format_page())) <= headings
    for page in (DOCS / "reference").glob("*.md"):
        for link in re.findall(r"\]\((\w+\.md)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).is_file(), (page.name, link)


@pytest.mark.parametrize(("place", "source"), list(examples()), ids=[place for place, _ in examples()])
def test_every_example_is_yaml_with_keys_there_are(place: str, source: str) -> None:
    known = {key for model in models() for key in model.model_fields}
    root, findings, _ = compose(source)

    assert [each for each in findings if each.code != "Y004"] == []
    assert not isinstance(root, Block) or {key.removesuffix("+") for key in root.entries} <= known, place


def test_every_question_and_function_of_the_language_is_in_its_reference() -> None:
    page = (DOCS / "reference" / "conditions.md").read_text(encoding="utf-8")
    told = {text for line in page.splitlines() if line.startswith("|") for text in CODE.findall(line)}
    asked = {text.split("(")[0] for text in told}

    assert set(QUESTIONS) | set(FOLDS) <= asked
    for text in told:
        if re.search(r"[(<>=+]", text.strip("=<>!+-*/%")) and len(text) > 3:
            assert _reads(text), text


def _reads(text: str) -> bool:
    """Say whether a text is a condition or an amount."""
    for kind in (Condition, Expression):
        try:
            kind(text)
        except ConditionError:
            continue
        return True
    return False


def test_the_explanations_name_only_codes_there_are() -> None:
    text = pages()["findings.md"]

    assert set(re.findall(r"\b[A-Z]\d{3}\b", text)) == set(codes())


def test_docs_without_a_scenario_writes_the_reference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["docs"]) == 0
    assert capsys.readouterr().out == format_page().rstrip("\n") + "\n"
    assert cli.run(["docs", "-o", str(tmp_path)]) == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == dict(pages())
    assert cli.run(["docs", "-o", str(tmp_path / "none")]) == 2


def test_every_icon_is_shown_by_its_name_and_its_picture() -> None:
    page = icons_page()
    shown = re.findall(r"!\[\]\((\S+)\) `([\w-]+)`", page)

    assert {name for _, name in shown} == icon_names()
    assert all((DOCS / "reference" / picture).resolve().name == f"{name}.svg" for picture, name in shown)
    assert all((DOCS / "reference" / picture).is_file() for picture, _ in shown)
