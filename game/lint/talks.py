"""Talks: which terms can be offered, signed and ratified, and how far agreements can move tracks (§8)."""

from collections.abc import Iterable, Iterator, Mapping

from game.conditions.ranges import Range, interval
from game.lint.known import Possible
from game.lint.spans import Spans, added, one_of
from game.model.bargain import Bargain, Home, Ladder
from game.model.card import Role
from game.model.scenario import Scenario


class Talks:
    """The bargaining table while the months go by."""

    def __init__(self, scenario: Scenario, known: Possible) -> None:
        """Sit down at the table of a *scenario*, if it has one."""
        self.scenario = scenario
        self.known = known

    def month(self) -> Iterable[Spans]:
        """Return how far breaches, steps and signatures can move tracks this month (§8.6, §8.3)."""
        bargain = self.scenario.bargain
        if bargain is None:
            return []
        offering = [side for side in bargain.principals if self._can(Role.OFFER, side)]
        for side in offering:
            self.known.open("offered", side)
        liked = [one_of((self.known.moves(bargain.homes[side].pleased, side),)) for side in offering]
        if not self.agree(bargain):
            return [*liked, *self._failures(bargain)] if self._meet(bargain) else liked
        return [*liked, *self._steps(bargain), *self._signature(bargain), self._breach(bargain)]

    def walk_out(self, side: str) -> Iterator[Spans]:
        """Return how far tracks can move when *side* leaves what is in force (§8.6)."""
        bargain = self.scenario.bargain
        if bargain and self.in_force and side in {ladder.side for ladder in bargain.ladders.values()}:
            yield self._end(bargain)

    @property
    def in_force(self) -> bool:
        """Return whether an agreement can be in force by now."""
        return ("bargain",) in self.known.reached

    def agree(self, bargain: Bargain) -> bool:
        """Return whether any terms can be signed now, and open the questions that ask for them."""
        if not self.in_force and not (self._meet(bargain) and self._any_terms(bargain)):
            return False
        self.known.reached.add(("bargain",))
        self.known.open("in_force")
        for name, package in bargain.packages.items():
            loc = ("bargain", "packages", name)
            if loc not in self.known.reached and self.ratified(bargain, package.levels, package.first):
                self.known.reached.add(loc)
                self.known.open("in_force", name)
        return True

    def _meet(self, bargain: Bargain) -> bool:
        """Return whether one principal can offer what the other accepts, or both the same."""
        one, other = bargain.principals
        offers = {side: self._can(Role.OFFER, side) for side in bargain.principals}
        return any(
            offers[mine] and (offers[theirs] or self._can(Role.ACCEPT, theirs))
            for mine, theirs in ((one, other), (other, one))
        )

    def _can(self, role: Role, side: str | None = None) -> bool:
        """Return whether a card of a *role* can be played by now, by one side or by any."""
        return any(
            card.role is role and side in (None, card.side) and ("cards", name) in self.known.reached
            for name, card in self.scenario.cards.items()
        )

    def _any_terms(self, bargain: Bargain) -> bool:
        return all(self._ratifies(bargain.homes[side], bargain.spans) for side in bargain.principals)

    def ratified(self, bargain: Bargain, levels: Mapping[str, int], first: str | None) -> bool:
        """Return whether both homes can ratify these terms by now (§8.4)."""
        return all(self.ratifies(bargain, side, levels, first) for side in bargain.principals)

    def ratifies(self, bargain: Bargain, side: str, levels: Mapping[str, int], first: str | None) -> bool:
        """Return whether one home can ratify these terms by now."""
        spans = {name: (levels.get(name, 0),) * 2 for name in bargain.ladders}
        firsts = {f"first.{each}": (int(each == first),) * 2 for each in bargain.principals}
        return self._ratifies(bargain.homes[side], {**spans, **firsts})

    def _ratifies(self, home: Home, terms: Mapping[str, Range]) -> bool:
        if home.room is None or home.needs is None:
            return True
        least, most = self._shortfall(home, terms)
        step, lent = self._bridged
        asks = interval(home.asks.tree, terms)
        short = (max(least - step, 0), most)
        needed = interval(home.needs.tree, {**terms, "asks": asks, "shortfall": short})
        return needed[0] <= self.known.ranges[home.room][1] + lent

    @property
    def _bridged(self) -> tuple[int, int]:
        """Return the step that a third side can take off a shortfall, and the room it can lend (§8.7)."""
        bargain, bridged = self.scenario.bargain, int(self._can(Role.BRIDGE))
        lends = None if bargain is None else bargain.lends
        return (bridged, 0) if lends is None else (0, bridged * lends)

    def _shortfall(self, home: Home, terms: Mapping[str, Range]) -> Range:
        """Return how far terms can go beyond a stance, at least and at most."""
        asks, stance = interval(home.asks.tree, terms), self.known.ranges[home.stance]
        return max(asks[0] - stance[1], 0), max(asks[1] - stance[0], 0)

    def _steps(self, bargain: Bargain) -> Iterator[Spans]:
        """Yield what the one step due on each ladder can move, or what its stalling can."""
        stalled = self.known.moves(bargain.stalled)
        for name, ladder in bargain.ladders.items():
            yield one_of((stalled, *self._rungs(name, ladder)))

    def _rungs(self, name: str, ladder: Ladder) -> Iterator[Spans]:
        for number, step in enumerate(ladder.steps):
            below = self.known.ranges[ladder.track][1] >= number
            if below and self.known.able(
                ("bargain", "ladders", name, "steps", number), step.when, ladder.side
            ):
                yield added(({ladder.track: (1, 1)}, self.known.moves(step.effects, ladder.side)))

    def _signature(self, bargain: Bargain) -> Iterator[Spans]:
        for side in bargain.principals:
            home = bargain.homes[side]
            most = self._shortfall(home, bargain.spans)[1]
            price = {
                track: (min(most * low, 0), max(most * high, 0))
                for track, (low, high) in self.known.moves(home.price, side).items()
            }
            yield one_of((self.known.moves(home.failed, side), price))
        yield one_of((self.known.moves(bargain.signed),))

    def _failures(self, bargain: Bargain) -> Iterator[Spans]:
        """Yield what a signature that no home can ratify costs those at whose home it fails (§8.4)."""
        for side in bargain.principals:
            yield one_of((self.known.moves(bargain.homes[side].failed, side),))

    def _breach(self, bargain: Bargain) -> Spans:
        """Return what one side's leaving or breaking can move."""
        broken = any(("cards", card) in self.known.reached for card in _breaking(bargain))
        return self._end(bargain) if broken or self._can(Role.LEAVE) else {}

    def _end(self, bargain: Bargain) -> Spans:
        """Return what moves when an agreement ends: what can be taken back falls to its foot."""
        back = (
            added((self.known.moves(ladder.undone), {ladder.track: self._foot(ladder.track)}))
            for ladder in bargain.ladders.values()
            if ladder.undone
        )
        return one_of((added((self.known.moves(bargain.breach), *back)),))

    def _foot(self, track: str) -> Range:
        low, high = self.known.ranges[track]
        return -high, -low


def _breaking(bargain: Bargain) -> Iterator[str]:
    """Yield the cards that can break a promise and be seen."""
    for ladder in bargain.ladders.values():
        yield from (card for card, percent in ladder.broken_by.items() if percent > 0)
