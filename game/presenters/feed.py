"""The feed: what one seat learned of a month, headline by headline."""

from collections import Counter
from collections.abc import Iterable

from game.match.glimpse import Glimpse
from game.match.naming import signed
from game.match.redaction import EVERYBODY, for_all
from game.model.scenario import Scenario
from game.presenters.asking import AskTold
from game.presenters.content import FeedLine, Mark
from game.presenters.glossary import with_terms
from game.presenters.naming import cause_side, side_mark, track_name
from game.presenters.words import _
from game.rules.cause import CauseKind
from game.rules.ledger import Entry, Happening, HappeningKind, Phase


def happened_before(seen: Glimpse, month: int) -> tuple[Happening, ...]:
    """Return what these eyes learned between the orders of the month before *month* and its own."""
    past = [told for told in seen.of(month - 1).happenings if told.phase is not Phase.NEWS]
    return (*past, *(told for told in seen.of(month).happenings if told.phase is Phase.NEWS))


def moved_before(seen: Glimpse, month: int) -> tuple[Entry, ...]:
    """Return the entries in sight between the orders of the month before *month* and its own."""
    past = [entry for entry in seen.of(month - 1).entries if entry.phase is not Phase.NEWS]
    return (*past, *(entry for entry in seen.of(month).entries if entry.phase is Phase.NEWS))


def present_feed(seen: Glimpse, month: int) -> tuple[FeedLine, ...]:
    """Return the feed that lies on the table in *month*: public lines numbered, private ones last.

    A public line lies on paper and tells what everybody may read of its moves.
    """
    told = named(happened_before(seen, month))
    own = moved_before(seen, month)
    everybodys = own if seen.side == EVERYBODY else moved_before(seen.open, month)
    public = [name for name, happening in told.items() if for_all(happening, seen.book)]
    private = [name for name in told if name not in public]
    numbers = {name: str(number) for number, name in enumerate(public, start=1)}
    return tuple(
        _line(seen, name, told[name], everybodys if name in numbers else own, numbers.get(name, ""))
        for name in (*public, *private)
    )


def named(happenings: Iterable[Happening]) -> dict[str, Happening]:
    """Return happenings by names of their own: the second of a kind and id ends in "~2"."""
    found: dict[str, Happening] = {}
    counts: Counter[str] = Counter()
    for happening in happenings:
        name = f"{happening.kind}:{happening.id}"
        counts[name] += 1
        found[f"{name}~{counts[name]}" if counts[name] > 1 else name] = happening
    return found


def headline(scenario: Scenario, happening: Happening) -> str:
    """Return the headline of a happening."""
    label = scenario.sides[happening.side].label if happening.side else ""
    if happening.kind is HappeningKind.BACKED_DOWN:
        return _("{side} let it pass").format(side=label)
    if happening.kind is HappeningKind.OFFER:
        return _("{side} has an offer on the table").format(side=label)
    if happening.kind is HappeningKind.CROSSING:
        return _("Line crossed: {line}").format(line=happening.title)
    return happening.title


def _line(seen: Glimpse, name: str, happening: Happening, entries: Iterable[Entry], number: str) -> FeedLine:
    mark = side_mark(seen.book.scenario, cause_side(happening))
    if number:
        mark = Mark(mark.shape, number, mark.filled)
    mine = [entry for entry in entries if is_of(entry, happening)]
    changes = " · ".join(
        f"{track_name(seen.book.scenario, entry.track, seen.side)} **{signed(entry.change)}**"
        for entry in mine[:3]
    )
    return FeedLine(
        id=name,
        mark=mark,
        headline=headline(seen.book.scenario, happening),
        changes=changes,
        why=AskTold(name),
        private=not number,
        marked=with_terms(seen.book.scenario, headline(seen.book.scenario, happening)),
    )


MOVES = {
    HappeningKind.ORDER: CauseKind.CARD,
    HappeningKind.NEWS: CauseKind.CALENDAR,
    HappeningKind.INJECT: CauseKind.INJECT,
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
