"""Naming: how a track and its changes are called wherever a game is told."""

from game.model.scenario import Scenario
from game.model.seen import owner_of
from game.rules.index import Say


def track_name(scenario: Scenario, track: str, side: str | None = None, say: Say = str) -> str:
    """Return a track's name, with its owner's where it is not *side*'s own."""
    label = scenario.tracks[track].label
    owner = owner_of(track, scenario)
    if owner is None or owner == side:
        return label
    return say("{owner}’s {track}").format(owner=scenario.sides[owner].label, track=lowered(label))


def lowered(text: str) -> str:
    """Return *text* with a small first letter, unless it is a name in capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def signed(amount: float, places: int = 0) -> str:
    """Return a change with its sign, to so many decimal *places*."""
    size = f"{abs(amount):.{places}f}"
    return size if not float(size) else f"+{size}" if amount > 0 else f"−{size}"
