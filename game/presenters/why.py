"""Why a number stands where it does, and what a headline did: entries, rules, claims and sources behind."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.match.glimpse import Glimpse
from game.match.naming import signed
from game.match.redaction import EVERYBODY, for_all
from game.model.base import Cited
from game.model.event import Inject
from game.presenters.asking import AskClaim, AskLine, AskTold, AskWhy, Inquiry
from game.presenters.content import CauseRow
from game.presenters.feed import happened_before, headline, is_of, moved_before, named
from game.presenters.ledger import listed
from game.presenters.naming import (
    cause_side,
    cause_title,
    month_name,
    month_word,
    piece_behind,
    side_mark,
    track_name,
)
from game.presenters.rules_told import rule_told
from game.presenters.tracks import reading_before
from game.presenters.words import _, many
from game.rules.cause import CauseKind
from game.rules.ledger import Entry, Happening


@dataclass(frozen=True)
class ClaimBehind:
    """A claim of the article, or a source, that an entry rests on."""

    id: str
    kind: str
    """Whether it is a claim or a source, in words."""
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
    """From where the reading stood, through every cause, to where it stands; of a headline, its changes."""

    rules: tuple[tuple[str, str], ...]
    """The rules at work: number and sentence."""

    claims: tuple[ClaimBehind, ...]
    """What stands behind the causes."""

    note: str
    """How many entries this seat may see, or what is told of a headline."""

    earlier: AskWhy | None = None
    """The why? of the month before, if there is one."""

    later: AskWhy | None = None
    """The why? of the month after, if there is one."""

    private: bool = False
    """Whether it tells what not everybody may know."""


def present_why(seen: Glimpse, track: str, month: int) -> WhyPage:
    """Return why *track* stands where it does as the orders of *month* are given.

    Only entries the side may see are told, and nothing hints at others (§12); a track out of its sight is a
    KeyError.
    """
    scenario = seen.book.scenario
    entries = listed(e for e in moved_before(seen, month) if e.track == track)
    now = reading_before(seen, track, month)
    start = entries[0].before if entries else now
    name = track_name(scenario, track, seen.side)
    date = seen.date_of(min(month, seen.book.months))
    ended = seen.over and month >= seen.month
    now_words = _("At the end") if ended else _("Start of {month}").format(month=month_word(date))
    chain = (
        CauseRow(str(start), None, _("Where it stood"), rule=_("rule {n}").format(n="2.1")),
        *(_cause(seen, entry, cause_title(seen.book.scenario, entry.cause), entry.why) for entry in entries),
        CauseRow(str(now), None, now_words, rule=_("rule {n}").format(n="2.1"), last=True),
    )
    count = len(entries)
    moved = many(
        "{n} entry of the ledger moved this number.", "{n} entries of the ledger moved this number.", count
    )
    return WhyPage(
        over=f"{month_name(date)} · {name}",
        question=_("Why does {track} stand at {n}?").format(track=name, n=now),
        chain=chain,
        rules=_rules(entry.rule for entry in entries),
        claims=_claims(seen, (cite for entry in entries for cite in entry.cites)),
        note=moved.format(n=count) if count else _("Nothing moved it."),
        earlier=AskWhy(track, month - 1) if month > 1 else None,
        later=AskWhy(track, month + 1) if month < seen.month else None,
        private=_private(seen, entries) or (seen.side != EVERYBODY and track not in seen.public.readings),
    )


def present_answer(seen: Glimpse, question: Inquiry, month: int) -> WhyPage | None:
    """Return the answer to a question asked in *month*; none where what it asks about is out of sight."""
    match question:
        case AskWhy(track, asked):
            return present_why(seen, track, asked or month) if track in seen.readings else None
        case AskTold(told):
            return present_told(seen, told, month)
        case AskLine(line):
            return present_line(seen, line)
        case AskClaim(claim):
            return present_claim(seen, claim)


def present_told(seen: Glimpse, name: str, month: int) -> WhyPage | None:
    """Return what a headline, named as in the feed that lay on the table in *month*, did and rests on."""
    told = named(happened_before(seen, month)).get(name)
    if told is None:
        return None
    entries = listed(e for e in moved_before(seen, month) if is_of(e, told))
    chain = [
        _cause(seen, e, f"{track_name(seen.book.scenario, e.track, seen.side)} {e.before} → {e.after}", e.why)
        for e in entries
    ]
    cites = [*told.cites, *(cite for entry in entries for cite in entry.cites)]
    return WhyPage(
        over=f"{month_name(seen.date_of(min(told.month, seen.book.months)))} · {_tag(seen, told)}",
        question=headline(seen.book.scenario, told),
        chain=tuple(chain),
        rules=_rules(entry.rule for entry in entries),
        claims=_claims(seen, cites),
        note=told.why,
        private=_private(seen, [told, *entries]),
    )


def present_line(seen: Glimpse, name: str) -> WhyPage:
    """Return what a redline drawn on the gauge says, and how it is answered."""
    scenario = seen.book.scenario
    line = scenario.redlines[name]
    owner = scenario.sides[line.drawn_by].label if line.drawn_by else _("The world")
    declared = name in seen.lines and seen.lines[name].declared
    answers = ", ".join(scenario.cards[card].title for card in line.answered_by)
    told = _("It is answered by: {cards}.").format(cards=answers) if answers else ""
    kind = _("declared") if declared else _("private")
    return WhyPage(
        over=_("Redline of {side} · {kind}").format(side=owner, kind=kind),
        question=line.title,
        chain=(),
        rules=_rules(("6.1", "6.4") if line.answered_by else ("6.1", "6.3")),
        claims=_claims(seen, line.cites),
        note=" ".join(part for part in (line.text, told) if part),
    )


def present_claim(seen: Glimpse, name: str) -> WhyPage | None:
    """Return one claim or source on a page of its own."""
    found = _claims(seen, (name,))
    if not found:
        return None
    return WhyPage(
        over=found[0].kind, question=found[0].says, chain=(), rules=(), claims=(), note=found[0].fared
    )


def _private(seen: Glimpse, items: Iterable[Entry | Happening]) -> bool:
    """Return whether not everybody may know all of this; once all eyes are open, everybody may."""
    return seen.side != EVERYBODY and not all(for_all(item, seen.book) for item in items)


def _cause(seen: Glimpse, entry: Entry, title: str, sentence: str) -> CauseRow:
    """Return one link of a chain."""
    mark = side_mark(seen.book.scenario, cause_side(entry))
    rule = _("rule {n}").format(n=entry.rule)
    brought = entry.cause.kind is CauseKind.INJECT
    tag = _tag(seen, entry) if entry.cites or brought else _("a design choice")
    return CauseRow(
        signed(entry.change), mark, title, sentence, f"{rule} · {tag}" if tag else rule, entry.cites[:4]
    )


def _tag(seen: Glimpse, item: Entry | Happening) -> str:
    """Return how well the record supports what caused an entry or was told, as far as its piece says."""
    tags = {"documented": _("documented"), "plausible": _("plausible"), "invented": _("invented")}
    piece = piece_behind(seen.book.scenario, item)
    if isinstance(piece, Inject):
        return _("brought in by the facilitator")
    return tags[piece.tag.value] if isinstance(piece, Cited) else _("by the rules")


def _rules(numbers: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the rules of these numbers in plain English, each once."""
    return tuple((n, rule_told(n)) for n in dict.fromkeys(numbers) if rule_told(n))


def _claims(seen: Glimpse, cites: Iterable[str]) -> tuple[ClaimBehind, ...]:
    """Return the claims and sources of these names, each once, claims first."""
    scenario, cited = seen.book.scenario, list(dict.fromkeys(cites))
    claims = [
        ClaimBehind(
            c, _("The claim behind it · {id}").format(id=c), scenario.claims[c].says, scenario.claims[c].fared
        )
        for c in cited
        if c in scenario.claims
    ]
    sources = [
        ClaimBehind(
            c,
            _("A source"),
            scenario.sources[c].title,
            f"{scenario.sources[c].date} · {scenario.sources[c].where}",
        )
        for c in cited
        if c in scenario.sources
    ]
    return (*claims, *sources)
