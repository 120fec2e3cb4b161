"""The end of a game: why it stopped, who made what of it, and what nobody knew."""

from dataclasses import dataclass

from game.desk.content import Mark
from game.desk.presenters.naming import month_word, shape_of, side_mark
from game.desk.words import _
from game.match.match import Match
from game.match.outcome import Won


@dataclass(frozen=True)
class ScoreRow:
    """One goal and what it brought."""

    text: str
    points: str
    secret: bool


@dataclass(frozen=True)
class ScoreColumn:
    """One side's score, goal by goal."""

    side: str
    label: str
    mark: Mark
    shape: str
    points: str
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True)
class EndPage:
    """The last page of a game."""

    title: str
    text: str
    columns: tuple[ScoreColumn, ...]
    hidden: tuple[str, ...]
    """What was deniable and true."""
    stories: tuple[str, ...]
    """Every redline's story in a line."""


def present_end(match: Match) -> EndPage:
    """Return the last page of a finished game; everything is open now."""
    scenario = match.book.scenario
    ending = scenario.endings[match.ending or list(scenario.endings)[-1]]
    return EndPage(
        title=ending.title,
        text=ending.text,
        columns=tuple(_column(match, side) for side in scenario.sides),
        hidden=_hidden(match),
        stories=tuple(_story(match, name) for name in scenario.redlines),
    )


def _column(match: Match, side: str) -> ScoreColumn:
    scenario = match.book.scenario
    outcome = match.outcome[side]
    return ScoreColumn(
        side=side,
        label=scenario.sides[side].label,
        mark=side_mark(scenario, side),
        shape=shape_of(scenario, side),
        points=f"{outcome.points:.1f}",
        rows=tuple(_row(won) for won in outcome.goals),
    )


def _row(won: Won) -> ScoreRow:
    return ScoreRow(
        won.text, _("{points} of {most}").format(points=f"{won.points:.1f}", most=won.most), won.secret
    )


def _hidden(match: Match) -> tuple[str, ...]:
    """Return every deniable act in a line: who did it, when, and whether it was pinned down."""
    scenario, lines = match.book.scenario, []
    for number, month in enumerate(match.months, start=1):
        for side, sheet in month.sheets.items():
            for order in sheet.values():
                card = scenario.cards[order.card]
                if card.attribution is not None:
                    pinned = _pinned(match, order.card, number)
                    told = _("named in {month}").format(month=pinned) if pinned else _("never pinned down")
                    when = month_word(match.date_of(number))
                    lines.append(f"{when}: {card.title} ({scenario.sides[side].label}), {told}.")
    return tuple(lines)


def _pinned(match: Match, card: str, month: int) -> str:
    """Return the month in which an act of *month* was attributed, empty for never."""
    later = [h for h in match.happenings if h.kind == "attribution" and h.id == card and h.month >= month]
    return month_word(match.date_of(later[0].month)) if later else ""


def _story(match: Match, name: str) -> str:
    """Return what became of one redline."""
    line = match.book.scenario.redlines[name]
    crossings = [h for h in match.happenings if h.kind == "crossing" and h.id == name]
    if not crossings:
        return _("{line}: never crossed.").format(line=line.title)
    months = ", ".join(dict.fromkeys(month_word(match.date_of(h.month)) for h in crossings))
    answered = sum(h.kind == "answer" and h.id == name for h in match.happenings)
    passed = sum(h.kind == "backed_down" and h.id == name for h in match.happenings)
    told = _("{line}: crossed in {months}").format(line=line.title, months=months)
    if line.answered_by:
        told += _("; answered {a}, let pass {b}").format(a=answered, b=passed)
    return f"{told}."
