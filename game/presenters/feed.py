"""The feed: what one seat learned of a month, headline by headline."""

from collections.abc import Iterable

from game.match.match import Match
from game.match.naming import signed
from game.match.redaction import EVERYBODY, News, for_all
from game.presenters.content import FeedLine, Mark
from game.presenters.glossary import with_terms
from game.presenters.naming import cause_side, side_mark, track_name
from game.presenters.words import _
from game.rules.cause import CauseKind
from game.rules.ledger import Entry, Happening, HappeningKind, Phase


def news_of(match: Match, eyes: str | None, month: int) -> News:
    """Return what *eyes* may read of a month: a side's, the public's for none, or everybody's at once."""
    if eyes != EVERYBODY:
        return match.news_for(eyes, month)
    told = tuple(h for h in match.happenings if h.month == month)
    return News(told, tuple(e for e in match.entries if e.month == month))


def happened_before(match: Match, side: str | None, month: int) -> tuple[Happening, ...]:
    """Return what *side* learned between the orders of the month before *month* and its own."""
    past = (
        [h for h in news_of(match, side, month - 1).happenings if h.phase is not Phase.NEWS]
        if month > 1
        else []
    )
    news = [h for h in news_of(match, side, month).happenings if h.phase is Phase.NEWS]
    return (*past, *news)


def moved_before(match: Match, side: str | None, month: int) -> tuple[Entry, ...]:
    """Return the entries *side* may see between the orders of the month before *month* and its own."""
    past = (
        [e for e in news_of(match, side, month - 1).entries if e.phase is not Phase.NEWS] if month > 1 else []
    )
    news = [e for e in news_of(match, side, month).entries if e.phase is Phase.NEWS]
    return (*past, *news)


def present_feed(match: Match, side: str | None, month: int) -> tuple[FeedLine, ...]:
    """Return the feed that lies on the table in *month*: public lines numbered, private ones last.

    A public line lies on paper and tells what everybody may read of its moves.
    """
    told = named(happened_before(match, side, month))
    own = moved_before(match, side, month)
    everybodys = own if side == EVERYBODY else moved_before(match, None, month)
    public = [name for name, happening in told.items() if for_all(happening, match.book)]
    private = [name for name in told if name not in public]
    numbers = {name: str(number) for number, name in enumerate(public, start=1)}
    return tuple(
        _line(match, side, name, told[name], everybodys if name in numbers else own, numbers.get(name, ""))
        for name in (*public, *private)
    )


def named(happenings: Iterable[Happening]) -> dict[str, Happening]:
    """Return happenings by names of their own: the second of a kind and id ends in "~2"."""
    found: dict[str, Happening] = {}
    for happening in happenings:
        name = f"{happening.kind}:{happening.id}"
        count = sum(other.partition("~")[0] == name for other in found)
        found[f"{name}~{count + 1}" if count else name] = happening
    return found


def headline(match: Match, happening: Happening) -> str:
    """Return the headline of a happening."""
    label = match.book.scenario.sides[happening.side].label if happening.side else ""
    if happening.kind is HappeningKind.BACKED_DOWN:
        return _("{side} let it pass").format(side=label)
    if happening.kind is HappeningKind.OFFER:
        return _("{side} has an offer on the table").format(side=label)
    if happening.kind is HappeningKind.CROSSING:
        return _("Line crossed: {line}").format(line=happening.title)
    return happening.title


def _line(
    match: Match, side: str | None, name: str, happening: Happening, entries: Iterable[Entry], number: str
) -> FeedLine:
    mark = side_mark(match.book.scenario, cause_side(happening))
    if number:
        mark = Mark(mark.shape, number, mark.filled)
    mine = [entry for entry in entries if is_of(entry, happening)]
    changes = " · ".join(
        f"{track_name(match.book.scenario, entry.track, side)} **{signed(entry.change)}**"
        for entry in mine[:3]
    )
    return FeedLine(
        id=name,
        mark=mark,
        headline=headline(match, happening),
        changes=changes,
        why=f"told:{name}",
        private=not number,
        marked=with_terms(match.book.scenario, headline(match, happening)),
    )


MOVES = {
    HappeningKind.ORDER: CauseKind.CARD,
    HappeningKind.NEWS: CauseKind.CALENDAR,
    HappeningKind.CROSSING: CauseKind.REDLINE,
    HappeningKind.ATTRIBUTION: CauseKind.ATTRIBUTION,
    HappeningKind.CLEARED: CauseKind.OUTSIDER,
}
"""The kind of cause by which something moves tracks; any other moves them by every cause of its name."""


def is_of(entry: Entry, happening: Happening) -> bool:
    """Return whether a change is of this happening's making."""
    cause = entry.cause
    if cause.id != happening.id or entry.month != happening.month:
        return False
    return MOVES.get(happening.kind, cause.kind) is cause.kind
