"""The story of a finished game: scores, lines, offers, what was hidden, and what the article expected."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from game.debrief.advice import Advised, advised
from game.debrief.history import past
from game.debrief.motives import Motive, motives
from game.debrief.turning_points import MissedDeal, TurningPoint, deals, turns
from game.match.dates import in_short, in_words
from game.match.match import Match
from game.match.outcome import Outcome
from game.match.record import readings_after
from game.match.terms import terms_in_words, terms_of
from game.model.claim import Claim, Compare, World
from game.model.speech import told_in
from game.rules.formula import formula
from game.rules.index import Say
from game.rules.ledger import HappeningKind
from game.rules.tables import Tables

SHORT = 60
"""Letters of a measure that are still read at a glance."""


@dataclass(frozen=True)
class LineStory:
    """What became of one redline."""

    title: str
    owner: str | None
    """The side that drew it; the world, if none."""
    crossed: tuple[str, ...]
    """The months it was crossed in."""
    answered: int
    let_pass: int
    owes: bool
    """Whether its owner owes an answer when it is crossed."""


def answers_in_words(line: LineStory, say: Say) -> str:
    """Return how often the owner of a line answered and how often not, each only where it came to pass."""
    told = ((line.answered, say("; answered {n}")), (line.let_pass, say("; let pass {n}")))
    return "".join(words.format(n=count) for count, words in told if line.owes and count)


@dataclass(frozen=True)
class Offered:
    """Terms that were tabled, and what became of them."""

    date: str
    side: str
    terms: str
    taken: bool


@dataclass(frozen=True)
class Hidden:
    """A deniable act: who did it, and whether it was pinned down."""

    date: str
    side: str | None
    """Its author; none for a third party."""
    title: str
    named: str | None
    """The month it was pinned on its author, none for never."""


@dataclass(frozen=True)
class Compared:
    """One claim: what the article expected, what happened, and how this table went."""

    id: str
    says: str
    fared: str
    here: str
    """What this table says to it; empty where one table cannot tell."""


@dataclass(frozen=True)
class Story:
    """Everything the debrief tells."""

    title: str
    ending: str
    text: str
    seed: int
    dates: tuple[str, ...]
    """The months played, in words."""
    short: tuple[str, ...]
    """The same in short."""
    outcome: Mapping[str, Outcome]
    readings: Mapping[str, tuple[int, ...]]
    """Every track at the start and after each month."""
    lines: tuple[LineStory, ...]
    offers: tuple[Offered, ...]
    deals: tuple[MissedDeal, ...]
    hidden: tuple[Hidden, ...]
    turns: tuple[TurningPoint, ...]
    compared: tuple[Compared, ...]
    questions: tuple[str, ...]
    advised: tuple[Advised, ...]
    motives: tuple[Motive, ...]


@lru_cache(maxsize=2)
def story_of(match: Match) -> Story:
    """Return the story of a *match* that is over, told once for all who ask."""
    scenario, say = match.book.scenario, match.book.index.say
    ending = scenario.endings[match.ending or list(scenario.endings)[-1]]
    months = past(match)
    count = len(match.months)
    after = [readings_after(match, n) for n in range(count + 1)]
    return Story(
        title=scenario.title,
        ending=ending.title,
        text=ending.text,
        seed=match.seed,
        dates=tuple(in_words(match.date_of(n + 1), say) for n in range(count)),
        short=tuple(in_short(match.date_of(n + 1), say) for n in range(count)),
        outcome=match.outcome,
        readings={track: tuple(month[track] for month in after) for track in scenario.tracks},
        lines=line_stories(match),
        offers=_offers(match),
        deals=deals(match, months),
        hidden=hidden_acts(match),
        turns=turns(match, months),
        compared=tuple(_compared(match, name, months) for name in scenario.claims),
        questions=_questions(match, months[-1]),
        advised=advised(match, months),
        motives=motives(match, months),
    )


def line_stories(match: Match) -> tuple[LineStory, ...]:
    """Return what became of every redline."""
    return tuple(_line(match, name) for name in match.book.scenario.redlines)


def _line(match: Match, name: str) -> LineStory:
    line = match.book.scenario.redlines[name]
    told = [h for h in match.happenings if h.id == name]
    crossed = (_date(match, h.month) for h in told if h.kind is HappeningKind.CROSSING)
    return LineStory(
        title=line.title,
        owner=line.drawn_by,
        crossed=tuple(dict.fromkeys(crossed)),
        answered=sum(h.kind is HappeningKind.ANSWER for h in told),
        let_pass=sum(h.kind is HappeningKind.BACKED_DOWN for h in told),
        owes=bool(line.answered_by),
    )


def _offers(match: Match) -> tuple[Offered, ...]:
    """Return every offer, and whether an agreement came of it the month after."""
    signed = {h.month for h in match.happenings if h.kind is HappeningKind.AGREEMENT}
    return tuple(
        Offered(
            _date(match, h.month),
            str(h.side),
            terms_in_words(match.book, terms_of(match.book, h)),
            bool(signed & {h.month, h.month + 1}),
        )
        for h in match.happenings
        if h.kind is HappeningKind.OFFER
    )


def gathered(offers: Iterable[Offered]) -> tuple[Offered, ...]:
    """Return offers with those of the same terms and fate told once, all their months before them."""
    months: dict[tuple[str, str, bool], list[str]] = {}
    for offer in offers:
        months.setdefault((offer.side, offer.terms, offer.taken), []).append(offer.date)
    return tuple(Offered(", ".join(dates), *told) for told, dates in months.items())


def hidden_acts(match: Match) -> tuple[Hidden, ...]:
    """Return every deniable act that was played, and after them what third parties did."""
    scenario = match.book.scenario
    played = [
        Hidden(
            _date(match, number),
            side,
            scenario.cards[order.card].title,
            _found_out(match, HappeningKind.ATTRIBUTION, order.card, number),
        )
        for number, month in enumerate(match.months, start=1)
        for side, sheet in month.sheets.items()
        for order in sheet.values()
        if scenario.cards[order.card].attribution is not None
    ]
    return (*played, *_outsiders(match))


def _outsiders(match: Match) -> Iterator[Hidden]:
    """Yield what looked like a deniable act in a month in which nobody played it (§7.4)."""
    scenario = match.book.scenario
    laid = [
        {order.card for sheet in month.sheets.values() for order in sheet.values()} for month in match.months
    ]
    for told in match.happenings:
        card = scenario.cards.get(told.id)
        case = card.attribution if card else None
        unplayed = told.kind is HappeningKind.SUSPICION and told.id not in laid[told.month - 1]
        if unplayed and case and case.outsider:
            found = _found_out(match, HappeningKind.CLEARED, told.id, told.month)
            yield Hidden(_date(match, told.month), None, case.outsider.title, found)


def _found_out(match: Match, kind: HappeningKind, card: str, month: int) -> str | None:
    """Return the month in which an act of *month* was pinned on its author, or traced to a third party."""
    later = (h.month for h in match.happenings if (h.kind, h.id) == (kind, card))
    found = min((m for m in later if m >= month), default=None)
    return None if found is None else _date(match, found)


def _date(match: Match, month: int) -> str:
    """Return a month of play in words."""
    return in_words(match.date_of(month), match.book.index.say)


def _compared(match: Match, name: str, months: tuple[Tables, ...]) -> Compared:
    """Return one claim beside what happened and what this table did."""
    claim = match.book.scenario.claims[name]
    return Compared(name, claim.says, claim.fared, _here(match, claim, months))


def _here(match: Match, claim: Claim, months: tuple[Tables, ...]) -> str:
    """Return how one table looks beside a claim that is measured in the world as it stands."""
    say = match.book.index.say
    measure, expect = claim.measure, claim.expect
    alone = claim.given == World() and claim.against is None and claim.compare is Compare.DIFFERENCE
    if measure is None or expect is None or not alone or measure.within is not None or measure.points:
        return ""
    index, played = match.book.index, months[1:]
    if measure.mean is not None:
        number = int(formula(measure.mean, index)(played[-1])[0])
        told = told_in(match.book.scenario, measure.mean.tree)
        return f"{told}: {number}" if len(told) <= SHORT else say("{n} at this table").format(n=number)
    asked = measure.ever or measure.ends
    assert asked is not None
    holds = formula(asked, index)
    truths = [bool(holds(tables)[0]) for tables in played]
    happened = any(truths) if measure.ever is not None else truths[-1]
    verdict = say("as expected") if expect.holds(float(happened)) else say("otherwise at this table")
    when = _date(match, truths.index(True) + 1) if happened else say("never")
    return f"{verdict} · {when}: {told_in(match.book.scenario, asked.tree)}"


def _questions(match: Match, end: Tables) -> tuple[str, ...]:
    """Return the questions that fit what happened."""
    return tuple(
        question.ask
        for question in match.book.scenario.questions.values()
        if question.when is None or bool(formula(question.when, match.book.index)(end)[0])
    )
