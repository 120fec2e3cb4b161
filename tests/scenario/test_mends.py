"""Slips of the finger in the names of every shipped scenario: the right one is told, none is rewritten wrong.

The figures this guards: the right name is among those told for at least 97 % of the slips, and of all
rewritings that are offered none is wrong.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from game.located.compose import compose
from game.located.edits import Edit, edited
from game.located.findings import Grade
from game.located.suggest import did_you_mean, guesses, is_slip
from game.scenario.autofix import edits_of
from game.scenario.inheritance import trace
from game.scenario.reader import Reading, read_scenario, read_scenario_text
from game.scenario.shelf import shipped
from tests.scenario.mending import mend_text
from tests.scenario.mutants import mutants

SAMPLE = 20
"""How many slips of each scenario a usual run tries, evenly spread."""

RIGHT = 0.97

TRACKS = ("seoul.trust", "tension", "attention_span", "washington.attention", "washington.mood", "seoul.mood")


class Slip(NamedTuple):
    """A scenario with one name written wrong."""

    kind: str
    edit: Edit
    meant: str


class Tallied(NamedTuple):
    """What comes of one slip."""

    slip: Slip
    told: bool
    right: bool
    """Whether the name that was meant is among those told at its place, or written there."""
    rewritten: bool
    wrong: bool
    """Whether anything would be rewritten that does not restore the scenario."""


def slips_of(name: str) -> dict[str, str]:
    """Return a name's slips by kind: its owner left out, two letters swapped, plural, a hyphen."""
    owner, dot, last = name.rpartition(".")
    swaps = [at for at in range(len(last) - 1) if last[at] != last[at + 1] and last[at : at + 2].isalpha()]
    at = swaps[len(name) % len(swaps)] if swaps else 0
    swapped = last[:at] + last[at + 1 : at + 2] + last[at : at + 1] + last[at + 2 :]
    made = {
        "owner": last,
        "swap": owner + dot + swapped,
        "plural": name.removesuffix("s") if name.endswith("s") else f"{name}s",
        "hyphen": name.replace("_", "-"),
    }
    return {kind: slip for kind, slip in made.items() if slip != name and len(last) > 2}


def corpus(reading: Reading) -> Iterator[Slip]:
    """Yield every slip in a name that a scenario speaks of, one at a time."""
    own = compose(reading.source).root
    merged = trace(reading.source, str(reading.path), reading.path).root
    assert own is not None
    assert merged is not None
    lines = reading.source.split("\n")
    for mutant in mutants(reading.source, own, merged, ()):
        for line, column in mutant.places if mutant.kind == "mis-referenced" else ():
            if lines[line][column:].startswith(mutant.meant):
                for kind, slip in slips_of(mutant.meant).items():
                    edit = Edit(line, column, len(mutant.meant), slip)
                    yield Slip(kind, edit, mutant.meant)


@pytest.mark.parametrize("name", shipped())
def test_the_right_name_is_told_for_nearly_all_slips_and_none_is_rewritten_wrong(
    name: str, whole: bool, record_property: Callable[[str, object], None]
) -> None:
    reading = read_scenario(name)
    found = list(corpus(reading))
    tried = found if whole else found[:: len(found) // SAMPLE + 1]

    tallied = [tallied_of(slip, reading) for slip in tried]
    told, right = sum(each.told for each in tallied), sum(each.right for each in tallied)

    figures = f"{right} of {told} right, {sum(each.rewritten for each in tallied)} rewritten"
    assert [each.slip for each in tallied if each.wrong] == [], figures
    missed = [(each.slip.kind, each.slip.edit) for each in tallied if each.told and not each.right]
    assert right >= RIGHT * told, (figures, missed)
    record_property("suggestions", figures)


def tallied_of(slip: Slip, reading: Reading) -> Tallied:
    """Return what comes of a slip."""
    source = edited(reading.source, [slip.edit])
    _, all_told = read_scenario_text(source, str(reading.path), path=reading.path)
    found = [each for each in all_told if each.grade is not Grade.NOTE]
    named = any(f"'{slip.meant}'" in each.hint for each in found if each.line == slip.edit.line)
    edits = list(edits_of(found, source, str(reading.path)))
    restored = bool(edits) and edited(source, edits) == reading.source
    return Tallied(slip, bool(found), named or restored, bool(edits), bool(edits) and not restored)


@pytest.mark.parametrize(
    ("name", "side", "own", "meant"),
    [
        ("attention", "washington", False, ("washington.attention",)),
        ("mood", "seoul", False, ("seoul.mood", "washington.mood")),
        ("mood", None, False, ("seoul.mood", "washington.mood")),
        ("mood", "seoul", True, ("seoul.mood",)),
        ("attention_spam", None, False, ("attention_span",)),
        ("seoul.trsut", None, False, ("seoul.trust",)),
    ],
)
def test_an_owner_left_out_comes_before_likeness_and_the_acting_sides_own_before_others(
    name: str, side: str | None, own: bool, meant: tuple[str, ...]
) -> None:
    assert guesses(name, TRACKS, side, own=own) == meant


def test_names_as_near_as_each_other_are_all_told() -> None:
    assert did_you_mean("bead", ["bread", "beard", "bean"]) == "did you mean 'beard' or 'bread' or 'bean'?"


@pytest.mark.parametrize(
    ("name", "meant", "believed"),
    [
        ("attention", "tension", False),
        ("standing", "cost_sharing", False),
        ("standing", "washington.standing", True),
        ("washington.standign", "washington.standing", True),
        ("first-strike", "first_strike", True),
        ("us", "uk", False),
        ("south", "north", False),
        ("cost_sharign_taks", "cost_sharing_talks", True),
    ],
)
def test_only_a_slip_of_the_finger_is_rewritten(name: str, meant: str, believed: bool) -> None:
    assert is_slip(name, meant) is believed


VARIANT = "extends: deadlock-2020\nid: mine\ncards:\n  exercise: {{{}}}\n  threat: {{{}}}\n"


def test_a_price_without_its_owner_is_paid_by_who_plays_the_card() -> None:
    source = VARIANT.format("price: {attention: 2}", "price: {standing: 1}")

    assert mend_text(source, "mine.yaml") == VARIANT.format(
        "price: {washington.attention: 2}", "price: {washington.standing: 1}"
    )


def test_a_slip_in_a_variant_is_told_where_it_is_and_no_piece_of_its_parent_is_blamed() -> None:
    source = VARIANT.format("when: stance >= 1", "when: stance >= 1")
    _, findings = read_scenario_text(source, "mine.yaml")

    hint = "did you mean 'washington.stance' or 'pyongyang.stance'?"
    assert [(each.code, each.file, each.line, each.hint) for each in findings] == [
        ("X201", "mine.yaml", 3, hint),
        ("X201", "mine.yaml", 4, hint),
    ]
    assert mend_text(source, "mine.yaml") == source


def test_a_name_with_a_hyphen_in_a_condition_is_one_name() -> None:
    source = VARIANT.format("when: cost-sharing >= 1", "when: tension > 1")
    _, (finding, *more) = read_scenario_text(source, "mine.yaml")

    assert (finding.hint, finding.span, more) == ("did you mean 'cost_sharing'?", len("cost-sharing"), [])
