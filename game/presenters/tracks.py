"""Tracks on screen: the gauge, where things stand, and the own home."""

from game.match.glimpse import Glimpse
from game.model.scenario import Scenario
from game.model.seen import owner_of
from game.model.track import Show, Track
from game.presenters.content import GaugeContent, GaugeLine, Stretch, TrackContent
from game.presenters.naming import side_mark, track_name
from game.presenters.words import _
from game.rules.ledger import Phase


def reading_before(seen: Glimpse, track: str, month: int) -> int:
    """Return where a track stood when the orders of *month* were given, as far as these eyes may know."""
    later = [e for e in seen.entries if e.track == track and _when(e.month, e.phase) >= (month, 1)]
    return later[0].before if later else seen.readings[track]


def change_in(seen: Glimpse, track: str, month: int) -> int | None:
    """Return how far a track moved between the orders of *month* and those of the next; none at first."""
    if month < 1:
        return None
    return reading_before(seen, track, month + 1) - reading_before(seen, track, month)


def _when(month: int, phase: Phase) -> tuple[int, int]:
    """Return a month's news before its orders, everything else after them."""
    return (month, 0 if phase is Phase.NEWS else 1)


def gauge_track(scenario: Scenario) -> str:
    """Return the track that the gauge shows: the first with bands."""
    tracks = scenario.tracks
    return next((name for name, track in tracks.items() if track.bands), next(iter(tracks)))


def present_gauge(seen: Glimpse, before: int | None = None) -> GaugeContent:
    """Return the gauge with the lines these eyes may see drawn on it; *before* is where it stood."""
    name = gauge_track(seen.book.scenario)
    track = seen.book.scenario.tracks[name]
    return GaugeContent(
        id=name,
        label=track.label,
        reading=seen.readings[name],
        stretches=tuple(Stretch(_band_word(band), *ends, kind=band) for band, ends in track.bands.items()),
        lines=_lines(seen, name),
        before=before,
        high=track.range[1],
    )


def _band_word(name: str) -> str:
    """Return how a band is called; one that is not of the usual three goes by its own name."""
    return {"calm": _("calm"), "simmer": _("simmer"), "boil": _("boil")}.get(name, name)


def _lines(seen: Glimpse, track: str) -> tuple[GaugeLine, ...]:
    """Return the redlines on a track that these eyes may see: those declared and its own."""
    scenario, found = seen.book.scenario, []
    for name, drawn in seen.lines.items():
        line = scenario.redlines[name]
        own = line.drawn_by is not None and line.drawn_by == seen.side
        if line.limit is None or line.limit.track != track or not (drawn.declared or own):
            continue
        owner = scenario.sides[line.drawn_by].label if line.drawn_by else _("the world")
        found.append(
            GaugeLine(
                id=name,
                mark=side_mark(scenario, line.drawn_by, filled=drawn.declared),
                label=owner if drawn.declared else _("yours only"),
                limit=drawn.limit,
                declared=drawn.declared,
                crossed=drawn.crossed == seen.month - 1 > 0,
            )
        )
    return tuple(found)


def present_standing(seen: Glimpse) -> tuple[TrackContent, ...]:
    """Return the public tracks that belong to nobody, the gauge's left out."""
    scenario = seen.book.scenario
    return tuple(
        _content(seen, name, track)
        for name, track in scenario.tracks.items()
        if _public(track) and owner_of(name, scenario) is None and name != gauge_track(scenario)
    )


def present_others(seen: Glimpse) -> tuple[TrackContent, ...]:
    """Return what is publicly known of the other sides."""
    scenario = seen.book.scenario
    return tuple(
        _content(seen, name, track)
        for name, track in scenario.tracks.items()
        if _public(track) and owner_of(name, scenario) not in (None, seen.side)
    )


def present_home(seen: Glimpse) -> tuple[TrackContent, ...]:
    """Return the side's own tracks, those only it sees marked private."""
    scenario = seen.book.scenario
    return tuple(
        _content(seen, name, track)
        for name, track in scenario.tracks.items()
        if owner_of(name, scenario) == seen.side and track.show is not Show.NONE and not track.switch
    )


def _public(track: Track) -> bool:
    """Return whether everybody is shown a track; a switch is set before the game and moves for nobody."""
    return track.show is Show.ALL and not track.switch


def _content(seen: Glimpse, name: str, track: Track) -> TrackContent:
    now = seen.readings[name]
    return TrackContent(
        id=name,
        icon=track.icon,
        label=track_name(seen.book.scenario, name, seen.side),
        reading=now,
        low=track.range[0],
        high=track.range[1],
        change=change_in(seen, name, seen.month - 1),
        level=track.levels[now - track.range[0]] if track.levels else "",
        private=track.show is Show.OWNER,
    )
