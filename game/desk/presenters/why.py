"""Why a number stands where it does: its chain of entries, and the claim behind them."""

from dataclasses import dataclass

from game.desk.content import CauseRow
from game.desk.presenters.feed import moved_before
from game.desk.presenters.naming import (
    cause_side,
    cause_title,
    month_name,
    month_word,
    side_mark,
    signed,
    track_name,
)
from game.desk.presenters.tracks import reading, reading_before
from game.desk.words import _
from game.match.match import Match
from game.rules.ledger import Entry


@dataclass(frozen=True)
class ClaimBehind:
    """A claim of the article, or a source, that an entry rests on."""

    id: str
    says: str
    fared: str


@dataclass(frozen=True)
class WhyPage:
    """The answer to a why."""

    over: str
    """When, and which track."""

    question: str
    """The question it answers."""

    chain: tuple[CauseRow, ...]
    """From where the reading stood, through every cause, to where it stands."""

    claims: tuple[ClaimBehind, ...]
    """What stands behind the causes."""

    note: str
    """How many entries this seat may see."""


def present_why(match: Match, side: str | None, track: str, month: int) -> WhyPage:
    """Return why *track* stands where it does as the orders of *month* are given.

    Only entries the side may see are told, and nothing hints at others (§12).
    """
    scenario = match.book.scenario
    entries = [e for e in moved_before(match, side, month) if e.track == track and e.asked]
    now = reading(match, track) if month >= match.month else reading_before(match, track, month)
    start = entries[0].before if entries else now
    name = track_name(scenario, track, side)
    date = match.date_of(min(month, match.book.months))
    now_words = _("Start of {month}").format(month=month_word(date))
    chain = (
        CauseRow(str(start), None, _("Where it stood"), rule=_("rule 2.1")),
        *(_cause(match, entry) for entry in entries),
        CauseRow(str(now), None, now_words, rule=_("rule 2.1"), last=True),
    )
    count = len(entries)
    note = (
        _("{n} entries of the ledger moved this number.").format(n=count) if count else _("Nothing moved it.")
    )
    question = _("Why does {track} stand at {n}?").format(track=name, n=now)
    return WhyPage(f"{month_name(date)} · {name}", question, chain, _claims(match, entries), note)


def _cause(match: Match, entry: Entry) -> CauseRow:
    """Return one link of the chain."""
    mark = side_mark(match.book.scenario, cause_side(match, entry))
    rule = _("rule {n}").format(n=entry.rule)
    if not entry.cites:
        rule = _("{rule} · a design choice").format(rule=rule)
    return CauseRow(signed(entry.change), mark, cause_title(match, entry), entry.why, rule, entry.cites[:4])


def _claims(match: Match, entries: list[Entry]) -> tuple[ClaimBehind, ...]:
    """Return the claims and sources the entries rest on, each once, claims first."""
    scenario = match.book.scenario
    cited = list(dict.fromkeys(cite for entry in entries for cite in entry.cites))
    claims = [
        ClaimBehind(c, scenario.claims[c].says, scenario.claims[c].fared)
        for c in cited
        if c in scenario.claims
    ]
    sources = [
        ClaimBehind(c, scenario.sources[c].title, scenario.sources[c].date)
        for c in cited
        if c in scenario.sources
    ]
    return (*claims, *sources)
