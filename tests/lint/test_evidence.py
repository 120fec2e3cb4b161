"""What is said to be documented cites a source that somebody can find."""

import pytest

from game.lint.evidence import unsupported
from tests.builders import a_scenario

SOURCES = {
    "paper": {"title": "A paper", "date": "2020-06-16", "where": "example.org, June 2020"},
    "memory": {"title": "A memory", "date": "2020", "remembered": True},
}


def codes(tag: str, *cites: str) -> list[str]:
    """Return the codes told of a card that cites so; the sources themselves are cited elsewhere."""
    goal = {"text": "A goal.", "when": "heat >= 1", "points": 1, "cites": ["paper", "memory"]}
    scenario = a_scenario(
        sources=SOURCES,
        claims={"C1": {"says": "It boils."}},
        cards={"protest": {"tag": tag, "cites": list(cites)}},
        sides={"west": {"goals": {"calm": goal}}},
    )
    return [each.code for each in unsupported(scenario) if each.loc[:2] == ("cards", "protest")]


@pytest.mark.parametrize(
    ("tag", "cites", "told"),
    [
        pytest.param("documented", ("paper",), [], id="a source that can be found"),
        pytest.param("documented", ("memory", "paper"), [], id="one of several"),
        pytest.param("documented", ("memory",), ["D429"], id="only what is remembered"),
        pytest.param("documented", ("C1",), ["D429"], id="only a claim"),
        pytest.param("plausible", ("memory",), [], id="what is plausible may be remembered"),
        pytest.param("documented", (), ["D416"], id="nothing at all"),
    ],
)
def test_a_documented_piece_rests_on_more_than_memory(
    tag: str, cites: tuple[str, ...], told: list[str]
) -> None:
    assert codes(tag, *cites) == told
