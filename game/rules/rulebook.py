"""The rulebook: a scenario compiled once into arrays and rules, for any number of tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

from game.model.scenario import Scenario
from game.rules.acts import compile_acts
from game.rules.attribution import Case, compile_cases
from game.rules.cause import CauseKind
from game.rules.deal import compile_deal
from game.rules.endings import Mark, compile_endings, compile_goals
from game.rules.engine import Engine, Readout
from game.rules.index import HOLD, Index, Say, card_order, classes_of, numbered
from game.rules.injects import Brought, bring_in, compile_injects
from game.rules.language import Language, cause_of
from game.rules.layout import laid_out
from game.rules.month import Mechanisms, open_game, play_month
from game.rules.news import compile_news, with_branches
from game.rules.redlines import Line, compile_lines
from game.rules.rule import Rule
from game.rules.score import Points, put_down_scores
from game.rules.scribe import Scribe
from game.rules.sight import Sight, compile_sight
from game.rules.state import STATE, WEARS_FOR
from game.rules.tables import Tables
from game.rules.terms import TermsIndex
from game.rules.tracks import compile_tracks


@dataclass(frozen=True, eq=False)
class Rulebook(Mechanisms):
    """Everything the rules need to know of a scenario; compiled once, never changed."""

    scenario: Scenario
    """What it was compiled from."""

    goals: tuple[Mark, ...]
    """What sides are scored on."""

    sights: Mapping[str, Sight]
    """What each side may see."""

    injects: Mapping[str, Brought]
    """What whoever leads a game can bring in, by name."""

    @property
    def months(self) -> int:
        """Return how many months are played."""
        return self.scenario.months

    @cached_property
    def opening(self) -> Engine:
        """Return the news of the first month, made ready."""
        return Engine(open_game(self))

    @cached_property
    def month(self) -> Engine:
        """Return a month, made ready."""
        return Engine(play_month(self, self.months, self.scribe()))

    @cached_property
    def spared(self) -> Engine:
        """Return a month in which no ending comes by chance, made ready; see `play_month`."""
        return Engine(play_month(self, self.months, self.scribe(), spared=True))

    @cached_property
    def scoring(self) -> Readout:
        """Return what tells the scores, made ready; see `put_down_scores`."""
        to = self.onlooker()
        put_down_scores(self.goals, self.endings, len(self.index.sides), to)
        return Readout(to, self.layout)

    def score(self, tables: Tables) -> Points:
        """Return what each goal is worth at every table, in hundredths of a point, shape (goals, tables).

        An ending with points of its own replaces all goals of a side; see `returns`.
        """
        return self.scoring(tables)[: len(self.goals)].astype(np.int64)

    def returns(self, tables: Tables) -> Points:
        """Return each side's points at every table, in hundredths, shape (sides, tables) (§11.4)."""
        return self.scoring(tables)[len(self.goals) :].astype(np.int64)

    @cached_property
    def bringing(self) -> Mapping[str, Engine]:
        """Return the injects, made ready."""
        return {name: Engine(self._brought(inject)) for name, inject in self.injects.items()}

    def _brought(self, inject: Brought) -> Scribe:
        to = self.scribe()
        bring_in(inject, to)
        return to


def compile_rulebook(scenario: Scenario, say: Say = str) -> Rulebook:
    """Return the rulebook of a *scenario* whose references are sound; *say* says the rules' own words."""
    index = _index(scenario, say)
    language = Language(index)
    tracks = compile_tracks(scenario)
    lines, cases = compile_lines(scenario, index, language), compile_cases(scenario, index, language)
    layout = laid_out(STATE, _sizes(index, lines, cases))
    return Rulebook(
        scenario=scenario,
        index=index,
        tracks=tracks,
        layout=layout,
        acts=compile_acts(scenario, index, language),
        lines=lines,
        cases=cases,
        deal=compile_deal(scenario, index, language),
        upkeep=_upkeep(scenario, language),
        news=compile_news(scenario, index, language),
        endings=compile_endings(scenario, language),
        goals=compile_goals(scenario, index, language),
        sights={side: compile_sight(scenario, side, index, tracks, layout) for side in scenario.sides},
        injects=compile_injects(scenario, language),
    )


def steered(book: Rulebook, branches: Mapping[str, str]) -> Rulebook:
    """Return the same rules where some events take a branch whatever luck says, by event (§10)."""
    return _steered(book, tuple(sorted(branches.items()))) if branches else book


@lru_cache(maxsize=16)
def _steered(book: Rulebook, branches: tuple[tuple[str, str], ...]) -> Rulebook:
    """Return rules in which branches are fixed, made ready once for all months and tables."""
    return replace(book, news=with_branches(book.news, dict(branches)))


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
