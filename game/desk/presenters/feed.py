"""The feed: what one seat learned of a month, headline by headline."""

from collections.abc import Iterable

from game.desk.content import FeedLine, Mark
from game.desk.presenters.glossary import with_terms
from game.desk.presenters.naming import cause_side, side_mark, signed, track_name
from game.desk.words import _
from game.match.match import Match
from game.rules.ledger import Entry, Happening

TOLD = ("news", "order", "suspicion", "attribution", "crossing", "answer", "backed_down", "agreement",
        "refusal", "step", "stall", "breach", "offer", "near_miss", "ending")  # fmt: skip
"""What the feed tells, and in which order within a phase it came to pass."""


def happened_before(match: Match, side: str | None, month: int) -> tuple[Happening, ...]:
    """Return what *side* learned between the orders of the month before *month* and its own."""
    past = [h for h in match.news_for(side, month - 1).happenings if h.phase != "news"] if month > 1 else []
    news = [h for h in match.news_for(side, month).happenings if h.phase == "news"]
    return tuple(h for h in (*past, *news) if h.kind in TOLD)


def moved_before(match: Match, side: str | None, month: int) -> tuple[Entry, ...]:
    """Return the entries *side* may see between the orders of the month before *month* and its own."""
    past = [e for e in match.news_for(side, month - 1).entries if e.phase != "news"] if month > 1 else []
    news = [e for e in match.news_for(side, month).entries if e.phase == "news"]
    return (*past, *news)


def present_feed(match: Match, side: str | None, month: int) -> tuple[FeedLine, ...]:
    """Return the feed that lies on the table in *month*: public lines numbered, private ones last."""
    told = happened_before(match, side, month)
    entries = moved_before(match, side, month)
    public = [h for h in told if len(h.seen_by) > 1]
    private = [h for h in told if len(h.seen_by) == 1]
    lines = [
        _line(match, side, happening, entries, str(number), private=False)
        for number, happening in enumerate(public, start=1)
    ]
    return (*lines, *(_line(match, side, h, entries, "", private=True) for h in private))


def headline(match: Match, happening: Happening) -> str:
    """Return the headline of a happening."""
    label = match.book.scenario.sides[happening.side].label if happening.side else ""
    if happening.kind == "backed_down":
        return _("{side} let it pass").format(side=label)
    if happening.kind == "offer":
        return _("{side} has an offer on the table").format(side=label)
    if happening.kind == "crossing":
        return _("Line crossed: {line}").format(line=happening.title)
    return happening.title


def _line(
    match: Match, side: str | None, happening: Happening, entries: Iterable[Entry], number: str, private: bool
) -> FeedLine:
    mark = side_mark(match.book.scenario, cause_side(match, happening))
    if number:
        mark = Mark(mark.shape, number, mark.filled)
    mine = [entry for entry in entries if _belongs(entry, happening)]
    changes = " · ".join(
        f"{track_name(match.book.scenario, entry.track, side)} **{signed(entry.change)}**"
        for entry in mine[:3]
    )
    return FeedLine(
        id=f"{happening.kind}:{happening.id}",
        mark=mark,
        headline=headline(match, happening),
        changes=changes,
        why=f"why:{mine[0].track}" if mine else "",
        private=private,
        marked=with_terms(match.book.scenario, headline(match, happening)),
    )


def _belongs(entry: Entry, happening: Happening) -> bool:
    """Return whether a change is of this happening's making."""
    kind, _sep, name = entry.cause.partition(":")
    if name != happening.id or entry.month != happening.month:
        return False
    kinds = {"order": "card", "news": "calendar", "crossing": "redline", "attribution": "attribution"}
    return kinds.get(happening.kind, kind) == kind
