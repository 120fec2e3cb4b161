"""One schema, four uses: what editors are told agrees with what the checker says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from game import cli
from game.lint.names import names_of
from game.located.compose import compose
from game.located.introspection import fields_of, marks_within, model_in, opened
from game.model.scenario import Scenario
from game.scenario.reader import read_scenario, read_scenario_text
from game.scenario.shelf import shipped
from game.workshop.schema import BESIDE, GIVEN, TOGETHER, VARIED, editor_schema, names_for, refresh, written
from tests.scenario.mistakes import NAMES, SHAPE, Mistake
from tests.scenario.small import SMALL_TEXT, with_slip
from tests.workshop.schemas import flagged, validator

SEEN = [each for each in (*SHAPE, *NAMES) if each.seen]
UNSEEN = [each for each in (*SHAPE, *NAMES) if not each.seen]


def own() -> Draft202012Validator:
    """Return a validator that knows the small scenario's own names."""
    scenario, _ = read_scenario_text(SMALL_TEXT)
    assert scenario is not None
    return Draft202012Validator(editor_schema(names_of(scenario)))


OWN = own()


def models(
    piece: type[BaseModel] = Scenario, seen: set[type[BaseModel]] | None = None
) -> set[type[BaseModel]]:
    """Return every model that a scenario is made of."""
    seen = set() if seen is None else seen
    if piece not in seen:
        seen.add(piece)
        for hint in fields_of(piece).values():
            for inner in _models_in(hint):
                models(inner, seen)
    return seen


def _models_in(hint: Any) -> Iterator[type[BaseModel]]:
    found = model_in(hint)
    if found:
        yield found
    for inner in () if found else getattr(opened(hint)[0], "__args__", ()):
        yield from _models_in(inner)


@pytest.mark.parametrize("model", sorted(models(), key=str))
def test_every_field_is_explained_in_a_sentence(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        sentence = field.description or ""

        assert len(sentence) > 8, name
        assert sentence[0].isupper() or sentence[0].isdigit(), (name, sentence)
        assert sentence.endswith("."), (name, sentence)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(editor_schema())
    assert json.loads(written(editor_schema())) == editor_schema()


@pytest.mark.parametrize("name", shipped())
def test_the_schema_accepts_every_shipped_scenario(name: str) -> None:
    names = names_for(name)
    assert isinstance(names, dict)
    reading = read_scenario(name)
    assert reading.path is not None
    own = (page for page in reading.pages if page.path and page.path.parent == reading.path.parent)
    source = "\n".join(page.source for page in own)

    assert flagged(source) == set()
    assert flagged(source, Draft202012Validator(editor_schema(names))) == set()


def test_at_least_thirty_kinds_of_mistake_are_compared() -> None:
    assert flagged(SMALL_TEXT) == flagged(SMALL_TEXT, OWN) == set()
    assert len(SEEN) >= 30


@pytest.mark.parametrize("mistake", SEEN, ids=[f"{each.code} {each.new.strip()[:30]!r}" for each in SEEN])
def test_an_editor_marks_the_lines_that_the_checker_marks(mistake: Mistake) -> None:
    told = {each.line for each in read_scenario_text(mistake.source)[1]}

    assert flagged(mistake.source, OWN) == told
    assert mistake.code.startswith("R") or flagged(mistake.source) == told


def test_what_only_the_checker_can_see_is_known() -> None:
    assert {each.code for each in UNSEEN if not flagged(each.source, OWN)} <= {
        "S109",
        "R302",
        "R303",
        "X200",
        "X201",
    }


@pytest.mark.parametrize(
    ("source", "accepted"),
    [
        pytest.param("extends: deadlock-2020\nid: mine\n", True, id="a variant may leave out everything"),
        pytest.param("extends: deadlock-2020\nid: mine\ncards: {threat: null}\n", True, id="null removes"),
        pytest.param("extends: a\nid: mine\ncards: {threat: {limit: null}}\n", True, id="deep down"),
        pytest.param("extends: deadlock-2020\nid: mine\ntitel: x\n", False, id="a wrong key is still wrong"),
        pytest.param("extends: deadlock-2020\nid: mine\nmonths: 0\n", False, id="and a wrong value"),
        pytest.param("id: mine\n", False, id="a scenario of its own may not"),
    ],
)
def test_a_variant_says_only_what_differs(source: str, accepted: bool) -> None:
    assert (flagged(source) == set()) is accepted


def test_kinds_are_told_apart_in_one_clear_complaint() -> None:
    slip = with_slip("kind: signal\n", "kind: signl\n")
    found = list(validator().iter_errors(json.loads(json.dumps(read(slip)))))

    (error,) = found
    assert error.message.startswith("'signl' is not one of ['relief', 'concession', 'provocation'")


def read(source: str) -> Any:
    root = compose(source).root
    assert root is not None
    return root.value


def test_the_tables_of_the_schema_name_models_there_are() -> None:
    kinds = editor_schema()["$defs"]

    assert set(TOGETHER) <= set(kinds)
    assert all(key in kinds[kind]["properties"] for kind, key in GIVEN)
    assert {name for name in kinds if name.startswith(VARIED)} == {
        f"{VARIED}{model.__name__}" for model in models()
    }


def test_no_mark_of_ours_is_left_and_every_reference_of_the_models_was_marked() -> None:
    marks = {type(mark).__name__ for model in models() for mark in marks_within(model)}

    assert "Ref" in marks
    assert "x-refers-to" not in written(editor_schema())


def test_schema_for_a_scenario_completes_its_own_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(with_slip("months: 6", "months: none"), encoding="utf-8")
    (tmp_path / ".schema").mkdir()
    (tmp_path / BESIDE).write_text("{}", encoding="utf-8")

    assert cli.run(["schema", "--for", str(file), "-o", str(tmp_path / "out.json")]) == 0
    schema = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert schema["$defs"]["Card"]["properties"]["side"]["enum"] == ["west", "north", "south"]
    assert "heat" in schema["$defs"]["Card"]["properties"]["effects"]["propertyNames"]["enum"]
    refresh(file)
    assert json.loads((tmp_path / BESIDE).read_text(encoding="utf-8")) == schema
    assert cli.run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == editor_schema()
    assert cli.run(["schema", "--for", str(tmp_path / "none.yaml")]) == 2
