"""One table of a class, told to stand beside others: its story, and what was laid in every month."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.debrief.story import Story, story_of
from game.match.match import Match
from game.rules.ledger import HappeningKind
from game.rules.sheets import Sheet


@dataclass(frozen=True)
class TableTold:
    """What a class is told of one of its tables, whether or not it reached an ending."""

    story: Story
    over: bool
    """Whether it reached an ending; scores and endings are told of such tables alone."""

    sheets: tuple[Mapping[str, tuple[str, ...]], ...]
    """Titles of the cards that were laid, by month and side."""

    crossings: tuple[tuple[int, str, str | None], ...]
    """The month, from 1, of every crossing, with the line and the side that drew it."""

    signed: int
    """Agreements that came into force."""


def table_told(match: Match) -> TableTold:
    """Return what a class is told of a table at which at least one month was played."""
    lines = match.book.scenario.redlines
    return TableTold(
        story=story_of(match),
        over=match.over,
        sheets=tuple(
            {side: tuple(_titles(match, sheet)) for side, sheet in month.sheets.items()}
            for month in match.months
        ),
        crossings=tuple(
            (told.month, lines[told.id].title, lines[told.id].drawn_by)
            for told in match.happenings
            if told.kind is HappeningKind.CROSSING and told.id in lines
        ),
        signed=sum(told.kind is HappeningKind.AGREEMENT for told in match.happenings),
    )


def _titles(match: Match, sheet: Sheet) -> Iterator[str]:
    """Yield the titles of the cards on a sheet, in the order of its lines."""
    cards = match.book.scenario.cards
    for slot in match.book.index.slots:
        if slot in sheet and sheet[slot].card in cards:
            yield cards[sheet[slot].card].title
