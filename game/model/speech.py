"""Conditions told in the words of their scenario, as they stand in a sentence of its language."""

from collections.abc import Iterator, Mapping

from game.conditions.phrases import Phrases, phrases
from game.conditions.ranges import settled
from game.conditions.say import say
from game.conditions.syntax import Node, Truth
from game.model.card import Card
from game.model.effect import Effect
from game.model.scenario import Scenario


def told_in(scenario: Scenario, node: Node) -> str:
    """Return a tree in words: tracks called by whose they are, everything else by its title."""
    spoken = dict(_tracks(scenario))
    titles = {name: dict(found) for name, found in _titles(scenario).items()}

    def title(function: str, name: str) -> str:
        return titles[_ABOUT[function]].get(name, _bare(name))

    return say(node, phrases(scenario.language), lambda name: spoken.get(name, _bare(name)), title)


def settled_for_players(scenario: Scenario, node: Node, side: str | None = None) -> Node:
    """Return a condition as players are told it: without what the switches of the scenario decide.

    'self' stands for *side*, where one acts.
    """
    switches = {name: (track.start, track.start) for name, track in scenario.tracks.items() if track.switch}
    own = {f"self.{name.removeprefix(f'{side}.')}": at for name, at in switches.items()}
    return settled(node, switches | own)


def never_met(scenario: Scenario, effect: Effect, side: str | None = None) -> bool:
    """Return whether the switches of the scenario keep an effect of *side* from ever following."""
    asked = None if effect.when is None else settled_for_players(scenario, effect.when.tree, side)
    return isinstance(asked, Truth) and not asked.value


def called(scenario: Scenario, card: str) -> str:
    """Return how a card, or any card of a kind or scale, is called in a sentence."""
    return dict(_cards(scenario.cards, phrases(scenario.language))).get(card, _bare(card))


_ABOUT = {
    "played": "card",
    "playing": "card",
    "months_since": "card",
    "uses": "card",
    "attributed": "card",
    "in_force": "package",
    "crossed": "redline",
    "months_since_crossed": "redline",
    "owed": "redline",
    "happened": "event",
    "branch": "event",
    "offered": "side",
}
"""What kind of noun each question is about."""


def _tracks(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Yield tracks, lower-case where the language has it so, unless they begin with a proper name."""
    said = phrases(scenario.language)
    for name, track in scenario.tracks.items():
        label = _lowered(track.label, scenario) if said.lowered else track.label
        owner, _, rest = name.partition(".")
        if rest and owner in scenario.sides:
            yield f"self.{rest}", said.own.format(label)
            yield name, said.of.format(scenario.sides[owner].label, label)
        else:
            yield name, label


def _titles(scenario: Scenario) -> Mapping[str, Iterator[tuple[str, str]]]:
    """Return how nouns other than tracks are called, by their kind."""
    packages = scenario.bargain.packages if scenario.bargain else {}
    return {
        "card": _cards(scenario.cards, phrases(scenario.language)),
        "package": ((name, f"“{package.title}”") for name, package in packages.items()),
        "redline": ((name, f"“{line.title}”") for name, line in scenario.redlines.items()),
        "event": _events(scenario),
        "side": ((name, side.label) for name, side in scenario.sides.items()),
    }


def _cards(cards: Mapping[str, Card], said: Phrases) -> Iterator[tuple[str, str]]:
    """Yield kinds and scales of card by a phrase, and cards by their titles."""
    for card in cards.values():
        for label in (card.kind, card.scale):
            if label is not None:
                yield label.value, said.kinds[label.value]
    for name, card in cards.items():
        yield name, f"“{card.title}”"


def _events(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Yield events and their branches by their titles."""
    for name, event in scenario.calendar.items():
        yield name, f"“{event.title}”"
        for branch_id, branch in event.branches.items():
            yield f"{name}.{branch_id}", f"“{branch.title}”"


def _lowered(label: str, scenario: Scenario) -> str:
    """Return *label* as it stands inside a sentence; proper names and abbreviations keep their capital."""
    proper = {side.label for side in scenario.sides.values()}
    proper |= {place.label for place in scenario.places.values()}
    first = label.split(" ")[0].removesuffix("’s").removesuffix("'s")
    return label if first in proper or not label[1:2].islower() else label[:1].lower() + label[1:]


def _bare(name: str) -> str:
    return name.replace("_", " ")
