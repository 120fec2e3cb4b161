"""Reach: every game a scenario can lead to, told at once by what its tracks span month by month.

What is not reached never comes to pass: each phase adds the greatest moves it can make, in the order of
§3.4, under conditions that could hold. What is reached need not come to pass.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from game.conditions.bounds import LONGEST
from game.conditions.ranges import Range
from game.conditions.syntax import MONTH
from game.lint.conditions import Loc
from game.lint.known import Possible
from game.lint.spans import Spans, added, one_of, perhaps
from game.lint.talks import Talks
from game.lint.usage import Usage
from game.model.card import Card
from game.model.effect import Branch, Effect
from game.model.redline import Redline
from game.model.scenario import Scenario
from game.model.seen import not_of
from game.model.turn import turn_of

PARTS = 65_536
"""Into how many parts luck divides a certainty (§13)."""


@dataclass(frozen=True)
class Reach:
    """How far the games of a scenario can come."""

    known: Possible
    """What tracks span over the whole game, and which questions can be answered by yes."""

    reached: frozenset[Loc]
    """What can come to pass, by where it stands: cards, crossings, events, ways, riders, steps, endings."""


def reach(scenario: Scenario, usage: Usage) -> Reach:
    """Return how far the games of a scenario can come."""
    walk = _Walk(scenario, usage)
    walk.news(1)
    for month in range(1, scenario.months + 1):
        walk.month(month)
    walk.known.ranges[MONTH] = (1, scenario.months + 1)
    return Reach(walk.known, frozenset(walk.known.reached))


class _Walk:
    """Goes through the months, phase by phase."""

    def __init__(self, scenario: Scenario, usage: Usage) -> None:
        self.scenario = scenario
        self.known = Possible(scenario, usage.moved)
        self.talks = Talks(scenario, self.known)
        self.crossed: set[str] = set()
        self.rows = {name: frozenset(_cards_of(scenario, name)) for name in _classes(scenario)}
        self.due: dict[int, list[str]] = {}
        for name, event in scenario.calendar.items():
            turn = turn_of(scenario.start, scenario.turns, event.month)
            self.due.setdefault(turn, []).append(name)

    def month(self, month: int) -> None:
        """Play *month* in every way it can go, and read the news of the next."""
        self.known.at(month)
        phases = (
            *(self.acts, self.crossings, self.answers),
            *(self.attribution, self.cleared, self.talks.month, self.upkeep),
        )
        for phase in phases:
            self.known.settle(added(phase()))
        self.endings(at_once=True)
        if month == self.scenario.months:
            self.endings(at_once=False)
        self.news(month + 1)

    def acts(self) -> Iterable[Spans]:
        """Let one card of every line be played (§4.1)."""
        lines: dict[tuple[str, str], list[Spans]] = {}
        for name, card in self.scenario.cards.items():
            if self._playable(name, card):
                lines.setdefault((card.side, card.slot), []).append(self._card(name, card))
        return [*map(one_of, lines.values()), *self._outsiders()]

    def _outsiders(self) -> Iterator[Spans]:
        """Let third parties do what looks like a deniable act (§7.4)."""
        for name, card in self.scenario.cards.items():
            outsider = card.attribution.outsider if card.attribution else None
            loc = ("cards", name, "attribution", "outsider")
            if outsider and self.known.could(loc, outsider.when) and outsider.chance > 0:
                self.known.reached.add(loc)
                riders = self._riders(("cards", name), card.riders, card.side)
                seen = added((self.known.moves(card.effects, card.side), *riders))
                yield perhaps(not_of(card.side, seen))

    def _playable(self, name: str, card: Card) -> bool:
        covered = all(self.known.ranges[track][1] >= price for track, price in card.price.items())
        return covered and self.known.able(("cards", name), card.when, card.side)

    def _card(self, name: str, card: Card) -> Spans:
        for label in (name, card.kind.value, *([card.scale.value] if card.scale else [])):
            for question in ("played", "playing", "months_since"):
                self.known.open(question, label)
            self.known.open("uses", label)
        self.known.bound(f"uses({name})", min(card.limit or LONGEST, self.scenario.months))
        price = {track: (-amount, -amount) for track, amount in card.price.items()}
        gains = {track: (min(amount, 0), max(amount, 0)) for track, amount in card.gains.items()}
        riders = self._riders(("cards", name), card.riders, card.side)
        return added((price, self.known.moves(card.effects, card.side), gains, *riders))

    def _riders(self, loc: Loc, riders: Iterable[Effect], side: str | None) -> Iterator[Spans]:
        for number, rider in enumerate(riders):
            yield self._effect((*loc, "riders", number), rider, side)

    def _effect(self, loc: Loc, effect: Effect, side: str | None = None) -> Spans:
        """Return how far one effect can move tracks now."""
        least, most = self.known.span(effect.chance, side)
        if not self.known.could(loc, effect.when, side) or most <= 0:
            return {}
        self.known.reached.add(loc)
        moves = self.known.moves(effect.effects, side)
        return moves if effect.when is None and least >= 100 else perhaps(moves)

    def _fork(self, loc: Loc, branches: Mapping[str, Branch]) -> Spans:
        """Return how far the ways something can go can move tracks now."""
        return one_of(
            self.known.moves(branches[name].effects)
            for name in ways(branches, lambda branch: self.known.span(branch.chance))
            if self.known.able((*loc, "branches", name), None)
        )

    def crossings(self) -> Iterable[Spans]:
        """Let every line be crossed that an open act or a reading can cross (§6.1, §6.2)."""
        for name, line in self.scenario.redlines.items():
            acts = (card for entry in line.crossed_by for card in self.rows[entry])
            by_act = any(self._open_act(card) for card in acts)
            if (by_act or self._past(line)) and self.known.able(("redlines", name), line.when, line.drawn_by):
                yield self._cross(name, line)

    def _open_act(self, card: str) -> bool:
        return ("cards", card) in self.known.reached and self.scenario.cards[card].attribution is None

    def _past(self, line: Redline) -> bool:
        limit = line.limit
        return limit is not None and self.known.ranges[limit.track][1] > min(limit.above, default=100)

    def _cross(self, name: str, line: Redline) -> Spans:
        self.crossed.add(name)
        self.known.reached.add(("redlines", name))
        self.known.open("crossed", name)
        self.known.open("months_since_crossed", name)
        if line.answered_by:
            self.known.open("owed", name)
        for answer_id, answer in line.answers.items():
            loc = ("redlines", name, "answers", answer_id)
            if self.known.could(loc, answer.when) and self.known.span(answer.chance)[1] > 0:
                self.known.reached.add(loc)
        riders = self._riders(("redlines", name), line.riders, line.drawn_by)
        return perhaps(added((self.known.moves(line.effects, line.drawn_by), *riders)))

    def answers(self) -> Iterable[Spans]:
        """Let owners answer or back down, and the world's answers fall due (§6.3, §6.4)."""
        for name in self.crossed:
            line = self.scenario.redlines[name]
            given = any(("cards", card) in self.known.reached for card in line.answered_by)
            if line.answered_by:
                replies = (line.answered if given else {}, line.backed_down)
                yield one_of(self.known.moves(reply, line.drawn_by) for reply in replies)
            for answer_id, answer in line.answers.items():
                loc = ("redlines", name, "answers", answer_id)
                if loc in self.known.reached:
                    fork = self._fork(loc, answer.branches)
                    yield perhaps(added((self.known.moves(answer.effects), fork)))

    def attribution(self) -> Iterable[Spans]:
        """Let every deniable act be pinned on its author, which crosses the lines that cover it (§7)."""
        for name, card in self.scenario.cards.items():
            case = card.attribution
            if case is None or ("cards", name) not in self.known.reached or case.never >= 100:
                continue
            sped = any(
                percent > 0 and ("cards", other) in self.known.reached
                for other, percent in case.sped_by.items()
            )
            if case.chance <= 0 and not sped:
                continue
            self.known.reached.add(("cards", name, "attribution"))
            self.known.open("attributed", name)
            self.known.open("played", "low")
            self.known.open("playing", "low")
            self.known.open("months_since", "low")
            yield perhaps(self.known.moves(case.effects, card.side))
            for line_id, line in self.scenario.redlines.items():
                if any(name in self.rows[entry] for entry in line.crossed_by):
                    yield self._cross(line_id, line)

    def cleared(self) -> Iterable[Spans]:
        """Let every third party be found out (§7.4)."""
        for name, card in self.scenario.cards.items():
            outsider = card.attribution.outsider if card.attribution else None
            if outsider and ("cards", name, "attribution", "outsider") in self.known.reached:
                yield perhaps(self.known.moves(outsider.effects))

    def upkeep(self) -> Iterable[Spans]:
        """Apply the standing rules (§9)."""
        return [self._effect(("upkeep", name), rule) for name, rule in self.scenario.upkeep.items()]

    def endings(self, *, at_once: bool) -> None:
        """Let games stop; of the endings read at the end, none comes after one that always holds (§11)."""
        for name, ending in self.scenario.endings.items():
            if ending.at_once is not at_once:
                continue
            # chance is drawn for what stops a game, and for nothing else (§11.2)
            comes = not at_once or self.known.span(ending.chance)[1] > 0
            if self.known.could(("endings", name), ending.when) and comes:
                self.known.reached.add(("endings", name))
            if not at_once and ending.when is None:
                return

    def news(self, turn: int) -> None:
        """Read the news of a turn (§10)."""
        self.known.at(turn)
        self.known.settle(added(span for name in self.due.get(turn, ()) for span in self._event(name)))
        self.known.settle(
            one_of(self.known.moves(inject.effects) for inject in self.scenario.injects.values())
        )

    def _event(self, name: str) -> Iterator[Spans]:
        event, loc = self.scenario.calendar[name], ("calendar", name)
        if not self.known.able(loc, event.when):
            return
        self.known.open("happened", name)
        yield perhaps(self.known.moves(event.effects))
        yield from map(perhaps, self._riders(loc, event.riders, None))
        yield self._fork(loc, event.branches)
        for branch_id, branch in event.branches.items():
            if (*loc, "branches", branch_id) in self.known.reached:
                self.known.open("branch", name, branch_id)
                if branch.leaves is not None:
                    yield from self.talks.walk_out(branch.leaves)


def ways(branches: Mapping[str, Branch], span: Callable[[Branch], Range]) -> Iterator[str]:
    """Yield the branches that luck can take: those before all parts are used up, and the rest (§13)."""
    used, whole = 0, sum(_parts(span(branch)[0]) for branch in branches.values() if branch.chance)
    for name, branch in branches.items():
        if branch.chance is None:
            if whole < PARTS:
                yield name
            continue
        low, high = span(branch)
        if high > 0 and used < PARTS:
            yield name
        used += _parts(low)


def _parts(percent: int) -> int:
    """Return a percentage as luck counts it, the remainder left out."""
    return percent * PARTS // 100


def _classes(scenario: Scenario) -> set[str]:
    return {entry for line in scenario.redlines.values() for entry in line.crossed_by}


def _cards_of(scenario: Scenario, name: str) -> Iterator[str]:
    """Yield the cards that a card's name, a kind or a scale stands for."""
    if name in scenario.cards:
        yield name
        return
    for card_id, card in scenario.cards.items():
        if name in (card.kind, card.scale):
            yield card_id
