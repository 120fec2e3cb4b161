"""Names: how sides, tracks, months and causes are called on screen."""

from collections.abc import Mapping, Sequence

from game.match import naming
from game.match.match import Match
from game.model.card import Outsider
from game.model.scenario import Scenario
from game.presenters.content import Mark
from game.presenters.words import _
from game.rules.ledger import Entry, Happening

WORLD = Mark("triangle")
"""The mark of the calendar and of the world."""


def side_mark(scenario: Scenario, side: str | None, filled: bool = True) -> Mark:
    """Return a side's mark; the world's where there is no side."""
    if side is None or side not in scenario.sides:
        return WORLD
    return Mark(scenario.sides[side].mark.value, scenario.sides[side].letter, filled)


def shape_of(scenario: Scenario, side: str) -> str:
    """Return the shape that stands for a side and gives it its colour."""
    return scenario.sides[side].mark.value


def track_name(scenario: Scenario, track: str, side: str | None = None) -> str:
    """Return a track's name, with its owner's where it is not *side*'s own."""
    return naming.track_name(scenario, track, side, _)


def month_name(date: str) -> str:
    """Return a date such as 2020-08 as August 2020, and 2015-08-04 as 4 August 2015."""
    return _("{month} {year}").format(month=month_word(date), year=date[:4])


def month_word(date: str) -> str:
    """Return a date such as 2020-08 as August, and 2015-08-04 as 4 August."""
    return _dated(date, _months())


def month_short(date: str) -> str:
    """Return a date such as 2020-08 as Aug, and 2015-08-04 as 4 Aug."""
    return _dated(date, _short_months())


def _dated(date: str, names: Sequence[str]) -> str:
    _year, month, *day = map(int, date.split("-"))
    name = names[month - 1]
    return _("{day} {month}").format(day=day[0], month=name.strip()) if day else name


def cause_side(match: Match, item: Entry | Happening) -> str | None:
    """Return whose doing an entry or happening is, as far as its cause tells."""
    if isinstance(item, Happening):
        return item.side
    kind, _sep, name = item.cause.partition(":")
    scenario = match.book.scenario
    if kind in {"card", "attribution"} and name in scenario.cards:
        return scenario.cards[name].side
    if kind == "redline" and name in scenario.redlines:
        return scenario.redlines[name].drawn_by
    if kind == "agreement":
        return next((side for side in scenario.sides if name.endswith(f".{side}")), None)
    return None


def piece_behind(match: Match, item: Entry | Happening) -> object:
    """Return the piece of the scenario that an entry or a happening comes from; none where the rules do."""
    scenario = match.book.scenario
    if isinstance(item, Happening):
        kinds = {"news": "calendar", "cleared": "outsider"}
        kinds |= dict.fromkeys(("order", "suspicion", "attribution"), "card")
        kind, name = kinds.get(item.kind, "redline" if item.id in scenario.redlines else item.kind), item.id
    else:
        kind, _sep, name = item.cause.partition(":")
    if kind == "answer":
        name = name.partition(".")[0]
    pieces: dict[str, Mapping[str, object]] = {
        "card": scenario.cards,
        "attribution": scenario.cards,
        "outsider": outsiders(scenario),
        "redline": scenario.redlines,
        "answer": scenario.redlines,
        "upkeep": scenario.upkeep,
        "calendar": scenario.calendar,
    }
    return pieces.get(kind, {}).get(name)


def outsiders(scenario: Scenario) -> dict[str, Outsider]:
    """Return the third parties that may do what looks like a deniable act, by the act."""
    cases = {name: card.attribution for name, card in scenario.cards.items() if card.attribution}
    return {name: case.outsider for name, case in cases.items() if case.outsider}


def cause_title(match: Match, entry: Entry) -> str:
    """Return the headline of what moved a track."""
    kind, _sep, name = entry.cause.partition(":")
    scenario = match.book.scenario
    if kind in {"card", "attribution"} and name in scenario.cards:
        return scenario.cards[name].headline or scenario.cards[name].title
    if kind == "outsider" and name in outsiders(scenario):
        return outsiders(scenario)[name].title
    if kind == "redline" and name in scenario.redlines:
        return scenario.redlines[name].title
    if kind == "upkeep" and name in scenario.upkeep:
        return scenario.upkeep[name].title
    if kind == "calendar" and name in scenario.calendar:
        return scenario.calendar[name].title
    if kind == "answer":
        line, _dot, answer = name.partition(".")
        return scenario.redlines[line].answers[answer].title
    return _("The agreement") if kind == "agreement" else _("Nobody knows who")


def _months() -> tuple[str, ...]:
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
        _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip


def _short_months() -> tuple[str, ...]:
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May "), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
