"""Where the focus goes next: TAB from group to group, arrows to the nearest spot."""

from collections.abc import Mapping, Sequence

from game.desk.kit.geometry import Way, nearest
from game.desk.kit.widgets.base import Spot


def step(spots: Sequence[Spot], focus: str, back: bool, visited: Mapping[str, str]) -> str:
    """Return the spot that TAB leads to, round and round; into a group, to the one last *visited* there."""
    stops = _stops(spots, focus, visited)
    if not stops:
        return ""
    names = [spot.name for spot in stops]
    if focus not in names:
        return names[-1 if back else 0]
    return names[(names.index(focus) + (-1 if back else 1)) % len(names)]


def toward(spots: Sequence[Spot], focus: str, way: Way) -> str:
    """Return the spot an arrow leads to: in the group if it can, else anywhere, else the same."""
    here = next((spot for spot in spots if spot.name == focus), None)
    if here is None:
        return spots[0].name if spots else ""
    others = [spot for spot in spots if spot.name != focus]
    for near in ([spot for spot in others if here.group and spot.group == here.group], others):
        index = nearest([spot.box for spot in near], here.box, way)
        if index is not None:
            return near[index].name
    return focus


def _stops(spots: Sequence[Spot], focus: str, visited: Mapping[str, str]) -> list[Spot]:
    """One spot for each group: the focus, else the one last visited, else the first."""
    names = {spot.name for spot in spots}
    doors: dict[str, str] = {}
    for spot in spots:
        if spot.group and (spot.name == focus or spot.group not in doors):
            last = visited.get(spot.group, "")
            doors[spot.group] = spot.name if spot.name == focus or last not in names else last
    return [spot for spot in spots if not spot.group or doors[spot.group] == spot.name]
