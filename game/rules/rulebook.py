"""The rulebook: a scenario compiled once into arrays and rules, for any number of tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from game.model.scenario import Scenario
from game.rules.acts import Acts, compile_acts
from game.rules.attribution import Case, compile_cases
from game.rules.board import Board
from game.rules.cause import CauseKind
from game.rules.deal import Deal, compile_deal
from game.rules.dice import FAIR, Dice
from game.rules.endings import Close, Mark, compile_endings, compile_goals
from game.rules.index import HOLD, Index, Say, card_order, classes_of, numbered
from game.rules.injects import Brought, compile_injects
from game.rules.language import Language, cause_of
from game.rules.layout import Layout, laid_out
from game.rules.ledger import SILENT, Ledger
from game.rules.news import Due, compile_news
from game.rules.redlines import Line, compile_lines
from game.rules.rule import Rule
from game.rules.sight import Sight, compile_sight
from game.rules.state import STATE, WEARS_FOR
from game.rules.sums import phases_of, width_of
from game.rules.tables import Tables
from game.rules.terms import TermsIndex
from game.rules.tracks import Tracks, compile_tracks


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Everything the rules need to know of a scenario; compiled once, never changed."""

    scenario: Scenario
    """What it was compiled from."""

    index: Index
    """Which row belongs to which name."""

    tracks: Tracks
    """Names, ranges and readers of the tracks."""

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

    injects: Mapping[str, Brought]
    """What whoever leads a game can bring in, by name."""

    endings: tuple[Close, ...]
    """Why a game stops."""

    goals: tuple[Mark, ...]
    """What sides are scored on."""

    sights: Mapping[str, Sight]
    """What each side may see."""

    layout: Layout
    """Which rows of a table's state belong to which array."""

    @property
    def months(self) -> int:
        """Return how many months are played."""
        return self.scenario.months

    def open(self, tables: Tables, dice: Dice = FAIR, ledger: Ledger = SILENT) -> Board:
        """Return *tables* opened for the month that stands open."""
        return Board(tables, self.index, self.tracks, dice, ledger)


def compile_rulebook(scenario: Scenario, say: Say = str) -> Rulebook:
    """Return the rulebook of a *scenario* whose references are sound; *say* says the rules' own words."""
    index = _index(scenario, say)
    language = Language(index, {name: track.range for name, track in scenario.tracks.items()})
    tracks = compile_tracks(scenario)
    moving = (
        compile_acts(scenario, index, language),
        compile_lines(scenario, index, language),
        compile_cases(scenario, index, language),
        compile_deal(scenario, index, language),
        _upkeep(scenario, language),
        compile_news(scenario, index, language),
        compile_injects(scenario, language),
    )
    acts, lines, cases, deal, upkeep, news, injects = moving
    return Rulebook(
        scenario=scenario,
        index=index,
        tracks=replace(tracks, sums=width_of(tracks, phases_of(*moving))),
        acts=acts,
        lines=lines,
        cases=cases,
        deal=deal,
        upkeep=upkeep,
        news=news,
        injects=injects,
        endings=compile_endings(scenario, language),
        goals=compile_goals(scenario, index, language),
        sights={side: compile_sight(scenario, side, index, tracks) for side in scenario.sides},
        layout=laid_out(STATE, _sizes(index, lines, cases)),
    )


def _sizes(index: Index, lines: Sequence[Line], cases: Sequence[Case]) -> dict[str, int]:
    """Return how long each axis of the state is."""
    return {
        "tracks": len(index.tracks),
        "cards": len(index.cards),
        "ago": WEARS_FOR,
        "sides": len(index.sides),
        "slots": len(index.slots),
        "lines": len(lines),
        "answers": sum(len(line.coming) for line in lines),
        "cases": len(cases),
        "principals": 2,
        "events": len(index.events),
    }


def _index(scenario: Scenario, say: Say) -> Index:
    cards = numbered(card_order(scenario))
    terms = TermsIndex(scenario.bargain) if scenario.bargain else None
    packages = scenario.bargain.packages if scenario.bargain else {}
    return Index(
        sides=numbered(scenario.sides),
        slots=numbered(scenario.slots),
        tracks=numbered(scenario.tracks),
        cards=cards,
        classes=classes_of(scenario.cards, cards),
        lines=numbered(scenario.redlines),
        deniable=numbered(c for c in list(cards)[1:] if scenario.cards[c].attribution is not None),
        events=numbered(scenario.calendar),
        branches={name: tuple(event.branches) for name, event in scenario.calendar.items()},
        packages={} if terms is None else {name: terms.of_package(p) for name, p in packages.items()},
        principals=numbered(scenario.bargain.principals if scenario.bargain else ()),
        say=say,
    )


def _upkeep(scenario: Scenario, language: Language) -> tuple[Rule, ...]:
    return tuple(
        language.rule(
            rule, cause_of(CauseKind.UPKEEP, name, rule, rule.title, rule.rule, rule.why), f"upkeep.{name}"
        )
        for name, rule in scenario.upkeep.items()
    )


__all__ = ["HOLD", "Rulebook", "compile_rulebook"]
