"""The README of located runs, and what it says of other models than the game's holds."""

import doctest
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from game import located
from game.located.piece import read_model, read_text


class Leaf(BaseModel):
    """A piece inside another."""

    model_config = ConfigDict(extra="forbid")
    colour: str
    length: int


class Plant(BaseModel):
    """A model that no game knows."""

    model_config = ConfigDict(extra="forbid")
    name: str
    leaves: dict[str, Leaf] = {}


PLANT = "# a plant\nname: Rowan\nleaves:\n  first: {colour: green, length: 4}\n  last:\n    colour: red\n"


def test_the_readme_runs() -> None:
    readme = Path(located.__file__).with_name("README.md")
    assert doctest.testfile(str(readme), module_relative=False).failed == 0


def test_a_whole_text_becomes_the_model() -> None:
    plant, findings = read_text(f"{PLANT}    length: 2\n", Plant)
    assert findings == ()
    assert plant is not None
    assert plant.leaves["last"] == Leaf(colour="red", length=2)


def test_what_is_missing_is_told_at_the_key_of_its_block() -> None:
    plant, (finding,) = read_text(PLANT, Plant, "plant.yaml")
    assert plant is None
    assert (finding.code, finding.line, finding.column, finding.where) == ("S102", 4, 2, "leaves.last")


def test_a_slip_of_syntax_does_not_hide_a_slip_of_shape() -> None:
    text = PLANT.replace("{colour: green", "{colour: green]").replace("red\n", "red\n    length: long\n")
    _, findings = read_text(text, Plant)
    assert [(each.code[0], each.line) for each in findings] == [("Y", 3), ("S", 6)]


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    plant, (finding,) = read_model(tmp_path / "plant.yaml", Plant)
    assert plant is None
    assert finding.code == "Y000"
