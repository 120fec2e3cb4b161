"""The map: places with names, and pins where things happened."""

from game.match.glimpse import Glimpse
from game.match.redaction import for_all
from game.model.card import Card
from game.model.event import Event, Inject
from game.presenters.content import FeedLine
from game.presenters.map_content import MapContent, MapName, Pin, Town
from game.presenters.naming import piece_behind
from game.presenters.words import _
from game.rules.ledger import Happening

_BY_THE_COAST = ((34, -34), (40, 30), (-44, -34), (-44, 32), (60, 4), (-64, 4))
"""Where the marks of several pins stand beside their places, in pixels."""


def present_map(
    seen: Glimpse, feed: tuple[FeedLine, ...], told: tuple[Happening, ...], caption: str
) -> MapContent:
    """Return the map with a pin for every public line of the *feed* that happened at a place."""
    scenario = seen.book.scenario
    pins: list[Pin] = []
    named = {name for name, place in scenario.places.items() if place.landmark}
    public = [h for h in told if for_all(h, seen.book)]
    for line, happening in zip(feed, public, strict=False):
        place = _place(seen, happening)
        if place is not None and len(pins) < len(_BY_THE_COAST):
            named.add(place)
            at = scenario.places[place].at
            pins.append(Pin(line.id, line.mark, at, "", _BY_THE_COAST[len(pins)]))
    towns = tuple(
        Town(place.label, place.at, capital=place.label in _capitals(seen), left=place.at[0] < -60)
        for name, place in scenario.places.items()
        if name in named or place.label in _capitals(seen)
    )
    return MapContent(caption, towns, _seas(), tuple(pins), _("North"), _("South"))


def _place(seen: Glimpse, happening: Happening) -> str | None:
    """Return where a happening took place, if its card or event says so."""
    scenario = seen.book.scenario
    piece = piece_behind(scenario, happening)
    return piece.place if isinstance(piece, Card | Event | Inject) else None


def _capitals(seen: Glimpse) -> frozenset[str]:
    return frozenset(side.label for side in seen.book.scenario.sides.values())


def _seas() -> tuple[MapName, ...]:
    """Return the names of the waters; where names are disputed both stand."""
    return (
        MapName(_("East Sea / Sea of Japan"), (205, -20)),
        MapName(_("Yellow Sea"), (-290, 130)),
        MapName(_("China"), (-240, -330), "other"),
    )
