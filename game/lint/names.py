"""The names a scenario gives to its nouns, kind by kind, for other nouns to refer to."""

from collections.abc import Collection, Mapping
from typing import TypeAlias

from game.lint.icon_names import icon_names
from game.model.card import CardKind, Scale
from game.model.scenario import Scenario

ICON = "icon"
"""The one kind of noun that comes with Simmer and not from the scenario."""

Names: TypeAlias = Mapping[str, Collection[str]]


def names_of(scenario: Scenario) -> Names:
    """Return what may be named: ids by the kind of noun they belong to."""
    bargain = scenario.bargain
    return {
        "side": scenario.sides,
        "slot": scenario.slots,
        "track": scenario.tracks,
        "card": scenario.cards,
        "class": [*CardKind, *Scale],
        "deniable card": [name for name, card in scenario.cards.items() if card.attribution],
        "redline": scenario.redlines,
        "ladder": bargain.ladders if bargain else (),
        "principal": principals_of(scenario),
        "package": bargain.packages if bargain else (),
        "event": scenario.calendar,
        "ending": scenario.endings,
        "place": scenario.places,
        "claim": scenario.claims,
        "source": scenario.sources,
        ICON: icon_names(),
    }


def principals_of(scenario: Scenario) -> Collection[str]:
    """Return who bargains; where one of them is no side, any side may have been meant."""
    named = scenario.bargain.principals if scenario.bargain else ()
    return named if all(side in scenario.sides for side in named) else (*named, *scenario.sides)
