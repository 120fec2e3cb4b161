"""The month: what happens at every table, from the orders to the news of the next, as one program (§3.4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.rules.acts import Acts, lay_out, play_acts, put_by
from game.rules.attribution import Case, open_cases, solve_cases
from game.rules.bargaining import bargain_month
from game.rules.deal import Deal
from game.rules.endings import Close, read_endings, stop_at_once
from game.rules.index import Index
from game.rules.layout import Layout
from game.rules.ledger import Phase
from game.rules.news import Due, read_news
from game.rules.onlooker import Onlooker
from game.rules.redlines import Line, answer_lines, cross_lines, owe_answers
from game.rules.rule import Rule
from game.rules.scribe import Scribe
from game.rules.tracks import Tracks


@dataclass(frozen=True, eq=False)
class Mechanisms:
    """All that moves in a scenario, compiled."""

    index: Index
    """Which row belongs to which name."""

    tracks: Tracks
    """Names, ranges and readers of the tracks."""

    layout: Layout
    """Which rows of a table's state belong to which array."""

    acts: Acts
    """The cards."""

    lines: tuple[Line, ...]
    """The redlines."""

    cases: tuple[Case, ...]
    """The deniable acts."""

    deal: Deal | None
    """The bargaining table."""

    upkeep: tuple[Rule, ...]
    """The standing rules."""

    news: Mapping[int, tuple[Due, ...]]
    """The calendar, by month."""

    endings: tuple[Close, ...]
    """Why a game stops."""

    def scribe(self) -> Scribe:
        """Return a scribe who can put these down."""
        homes = [(card.menu.side, card.menu.slot) for card in self.acts.cards]
        return Scribe(self.layout, self.tracks, self.index, homes, self._terms)

    def onlooker(self) -> Onlooker:
        """Return who can put down what is read off tables."""
        return Onlooker(self.layout, self.tracks, self._terms)

    @property
    def _terms(self) -> int:
        """Return how many terms can be composed."""
        return 0 if self.deal is None else len(self.deal.terms)


def play_month(rules: Mechanisms, months: int, to: Scribe, spared: bool = False) -> Scribe:
    """Put a month down, with the news of the next; the last of so many *months* reads the endings (§3.4).

    In games that are *spared* no ending comes by chance; its percentages are handed over instead.
    """
    lay_out(rules.acts, to)
    play_acts(rules.acts, to)
    open_cases(rules.cases, to)
    to.settle(Phase.ACTS)
    cross_lines(rules.lines, to)
    to.settle(Phase.CROSSINGS)
    answer_lines(rules.lines, to)
    to.settle(Phase.ANSWERS)
    solve_cases(rules.cases, rules.lines, to)
    owe_answers(rules.lines, to)
    to.settle(Phase.ATTRIBUTION)
    if rules.deal is not None:
        bargain_month(rules.deal, to)
        to.settle(Phase.AGREEMENTS)
    for rule in rules.upkeep:
        to.follow(rule)
    to.settle(Phase.UPKEEP)
    stop_at_once(rules.endings, to, spared)
    put_by(to)
    with to.season([months]):
        read_endings(rules.endings, to)
    to.turn()
    _read(rules, rules.news, to)
    return to


def open_game(rules: Mechanisms) -> Scribe:
    """Put down the news of the first month."""
    to = rules.scribe()
    _read(rules, {month: due for month, due in rules.news.items() if month == 1}, to)
    return to


def _read(rules: Mechanisms, news: Mapping[int, Sequence[Due]], to: Scribe) -> None:
    """Read the news of the month that begins (§3.1)."""
    for month, events in news.items():
        with to.season([month]):
            read_news(events, rules.deal, to)
    to.settle(Phase.NEWS)
