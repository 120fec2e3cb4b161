"""Tracks on screen: the gauge, where things stand, and the own home."""

from game.match.match import Match
from game.match.redaction import EVERYBODY
from game.model.seen import owner_of
from game.model.track import Show, Track
from game.presenters.content import GaugeContent, GaugeLine, Stretch, TrackContent
from game.presenters.naming import side_mark, track_name
from game.presenters.words import _
from game.rules.ledger import Phase


def may_read(match: Match, eyes: str | None, track: str) -> bool:
    """Return whether *eyes* may read a track."""
    return eyes == EVERYBODY or track in match.glimpse(eyes).readings


def reading(match: Match, eyes: str | None, track: str) -> int:
    """Return where a track of the match stands, as far as *eyes* may know."""
    if eyes == EVERYBODY:
        return int(match.tables.readings[match.book.index.tracks[track], 0])
    return match.glimpse(eyes).readings[track]


def reading_before(match: Match, eyes: str | None, track: str, month: int) -> int:
    """Return where a track stood when the orders of *month* were given, as far as *eyes* may know."""
    entries = match.entries if eyes == EVERYBODY else match.glimpse(eyes).entries
    later = [e for e in entries if e.track == track and _when(e.month, e.phase) >= (month, 1)]
    return later[0].before if later else reading(match, eyes, track)


def change_in(match: Match, eyes: str | None, track: str, month: int) -> int | None:
    """Return how far a track moved between the orders of *month* and those of the next; none at first."""
    if month < 1:
        return None
    return reading_before(match, eyes, track, month + 1) - reading_before(match, eyes, track, month)


def _when(month: int, phase: Phase) -> tuple[int, int]:
    """Return a month's news before its orders, everything else after them."""
    return (month, 0 if phase is Phase.NEWS else 1)


def gauge_track(match: Match) -> str:
    """Return the track that the gauge shows: the first with bands."""
    tracks = match.book.scenario.tracks
    return next((name for name, track in tracks.items() if track.bands), next(iter(tracks)))


def present_gauge(match: Match, side: str | None, before: int | None = None) -> GaugeContent:
    """Return the gauge with the lines *side* may see drawn on it; *before* is where it stood."""
    name = gauge_track(match)
    track = match.book.scenario.tracks[name]
    return GaugeContent(
        id=name,
        label=track.label,
        reading=reading(match, side, name),
        stretches=tuple(Stretch(_band_word(band), *ends, kind=band) for band, ends in track.bands.items()),
        lines=_lines(match, side, name),
        before=before,
        high=track.range[1],
    )


def _band_word(name: str) -> str:
    """Return how a band is called; one that is not of the usual three goes by its own name."""
    return {"calm": _("calm"), "simmer": _("simmer"), "boil": _("boil")}.get(name, name)


def _lines(match: Match, side: str | None, track: str) -> tuple[GaugeLine, ...]:
    """Return the redlines on a track that *side* may see: those declared and its own."""
    scenario, found = match.book.scenario, []
    for name, line in scenario.redlines.items():
        row = match.book.index.lines[name]
        declared = bool(match.tables.declared[row, 0])
        if line.limit is None or line.limit.track != track or not (declared or line.drawn_by == side):
            continue
        owner = scenario.sides[line.drawn_by].label if line.drawn_by else _("the world")
        found.append(
            GaugeLine(
                id=name,
                mark=side_mark(scenario, line.drawn_by, filled=declared),
                label=owner if declared else _("yours only"),
                limit=int(match.tables.limits[row, 0]),
                declared=declared,
                crossed=bool(match.tables.crossed[row, 0] == match.month - 1 > 0),
            )
        )
    return tuple(found)


def present_standing(match: Match, side: str | None) -> tuple[TrackContent, ...]:
    """Return the public tracks that belong to nobody, the gauge's left out."""
    scenario = match.book.scenario
    return tuple(
        _content(match, name, track, side)
        for name, track in scenario.tracks.items()
        if track.show is Show.ALL and owner_of(name, scenario) is None and name != gauge_track(match)
    )


def present_others(match: Match, side: str | None) -> tuple[TrackContent, ...]:
    """Return what is publicly known of the other sides."""
    scenario = match.book.scenario
    return tuple(
        _content(match, name, track, side)
        for name, track in scenario.tracks.items()
        if track.show is Show.ALL and owner_of(name, scenario) not in (None, side)
    )


def present_home(match: Match, side: str) -> tuple[TrackContent, ...]:
    """Return the side's own tracks, those only it sees marked private."""
    scenario = match.book.scenario
    return tuple(
        _content(match, name, track, side)
        for name, track in scenario.tracks.items()
        if owner_of(name, scenario) == side and track.show is not Show.NONE
    )


def _content(match: Match, name: str, track: Track, side: str | None) -> TrackContent:
    now = reading(match, side, name)
    return TrackContent(
        id=name,
        icon=track.icon,
        label=track_name(match.book.scenario, name, side),
        reading=now,
        low=track.range[0],
        high=track.range[1],
        change=change_in(match, side, name, match.month - 1),
        level=track.levels[now - track.range[0]] if track.levels else "",
        private=track.show is Show.OWNER,
    )
