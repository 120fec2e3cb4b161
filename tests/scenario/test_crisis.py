"""The shape of a scenario: complaints at their places, in plain words."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pytest

from game.located.compose import Loader
from game.located.findings import render_all
from game.located.piece import read_text
from game.model.base import Piece
from tests.located.loaders import both_loaders
from tests.scenario.sample import CRISIS, GOLDEN, Crisis, Scale


def test_a_sound_file_becomes_a_model_without_a_finding() -> None:
    crisis, found = read_text(CRISIS, Crisis)

    assert found == ()
    assert crisis is not None
    assert crisis.tracks["arsenal"].start == 3
    assert crisis.lines["guam"].text == "A missile toward Guam\nwill be shot down.\n"


class Slip(NamedTuple):
    """One slip of slips.txt and the finding it earns."""

    said: str
    old: str
    new: str
    at: str
    hint: str


def slips() -> Iterator[Slip]:
    """Yield the slips of the golden file."""
    for block in (GOLDEN / "slips.txt").read_text(encoding="utf-8").split("\n\n")[1:]:
        said, *rest = block.strip("\n").split("\n")
        marked = {line[2]: line[4:].replace("\\n", "\n") for line in rest}
        yield Slip(said, marked["-"], marked["+"], marked["@"], marked.get("=", ""))


@pytest.mark.parametrize("slip", [pytest.param(slip, id=f"{slip.said[:4]} {slip.new}") for slip in slips()])
@both_loaders
def test_a_wrong_shape_is_told_at_its_place(slip: Slip, loader: Loader) -> None:
    source = CRISIS.replace(slip.old, slip.new)
    assert CRISIS.count(slip.old) == source.count(slip.at) == 1

    (finding,) = read_text(source, Crisis, "crisis.yaml", loader)[1]

    assert source.split("\n")[finding.line][finding.column :].startswith(slip.at.split("\n")[0])
    assert f"{finding.code} {finding.message}" == slip.said
    assert finding.hint == slip.hint


def test_all_that_is_wrong_is_told_at_once_and_only_once() -> None:
    source = CRISIS.replace("title: Border", "titel: Border").replace("limit: 3", "limit: yes")
    source = source.replace("  arsenal: 3", "  tension: 3\n  arsenal: &a 3").replace(
        "start: 2017-08", "start: *a"
    )

    _, findings = read_text(source, Crisis)

    assert [each.code for each in findings] == ["Y024", "Y030", "Y024", "S104", "S101"]


def test_a_doubt_alone_keeps_no_model_back() -> None:
    crisis, findings = read_text(CRISIS.replace("title: Fuel", "title: On"), Crisis)

    assert crisis is not None
    assert [each.code for each in findings] == ["Y031"]


def test_the_whole_report_of_a_broken_file_stands_in_its_golden_file() -> None:
    broken = (GOLDEN / "broken.yaml").read_text(encoding="utf-8")
    _, findings = read_text(broken, Crisis, "broken.yaml")

    assert render_all(findings, {"broken.yaml": broken}) + "\n" == (GOLDEN / "broken.txt").read_text("utf-8")


def test_a_key_outside_its_choices_is_told_at_the_key() -> None:
    class Weights(Piece):
        """A weight for each scale."""

        weights: Mapping[Scale, int]
        """How heavily each scale weighs."""

    _, (finding,) = read_text("weights:\n  majr: 1\n  low: 2\n", Weights)

    assert (finding.code, finding.line, finding.column) == ("S112", 1, 2)
    assert finding.message == "'majr' cannot be a key here"
    assert finding.hint == "did you mean 'major'? Choices: major, low"
