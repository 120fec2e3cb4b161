"""References: names that must exist elsewhere in the scenario."""

import pytest

from game.lint.references import reference_findings, references
from game.located.compose import compose
from game.located.findings import Finding
from game.located.piece import read_text
from tests.lint.kinds import kinds_in
from tests.scenario.sample import CRISIS, Crisis, names_in


def unknown(source: str) -> tuple[Finding, ...]:
    crisis, _ = read_text(source, Crisis)
    root = compose(source).root
    assert crisis is not None
    assert root is not None
    return reference_findings(crisis, names_in(crisis), root, "crisis.yaml")


def test_every_reference_is_found_with_its_kinds_and_address() -> None:
    crisis, _ = read_text(CRISIS, Crisis)
    assert crisis is not None

    found = [(each.name, each.kinds, ".".join(map(str, each.loc))) for each in references(crisis)]

    assert ("tension", ("track",), "cards.icbm_test.effects.tension.[key]") in found
    assert ("icbm_test", ("card", "package"), "cards.envoy.opens.1") in found
    assert ("washington", ("side",), "lines.guam.owner") in found
    assert len(found) == 14


def test_a_file_whose_names_all_exist_has_no_finding() -> None:
    assert unknown(CRISIS) == ()


@pytest.mark.parametrize(
    ("old", "new", "at", "said", "hint"),
    [
        ("{tension: +2,", "{tensoin: +2,", "tensoin", "track 'tensoin'", "did you mean 'tension'?"),
        ("owner: washington", "owner: Seuol", "Seuol", "side 'Seuol'", "did you mean 'seoul'?"),
        ("[shelling, ", "[sheling, ", "sheling", "card 'sheling'", "did you mean 'shelling'?"),
        ("[big_deal,", "[deal,", "deal,", "card or package 'deal'", "did you mean 'big_deal'?"),
        ("[big_deal,", "[계약,", "계약", "card or package '계약'", ""),
    ],
)
def test_an_unknown_name_is_told_at_its_place(old: str, new: str, at: str, said: str, hint: str) -> None:
    source = CRISIS.replace(old, new)

    (finding,) = unknown(source)

    assert finding.code == "R301"
    assert (finding.message, finding.hint) == (f"there is no {said}", hint)
    assert source.split("\n")[finding.line][finding.column :].startswith(at)


def test_of_a_removed_noun_every_mention_is_told() -> None:
    source = CRISIS.replace("  icbm_test:\n", "  satellite:\n")

    assert [finding.line + 1 for finding in unknown(source)] == [36, 43, 49]


def test_the_kinds_a_model_can_name_are_known_without_a_scenario() -> None:
    assert kinds_in(Crisis) == {"track", "side", "card", "package"}
