"""Acts: what the cards on the sheets move (§4, §5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from game.model.card import Card, Role
from game.model.effect import Effect
from game.model.scenario import Scenario
from game.model.track import Show
from game.rules.cause import Cause, CauseKind
from game.rules.dice import LANES
from game.rules.index import Index
from game.rules.language import Language, cause_of
from game.rules.ledger import HappeningKind, Phase
from game.rules.rule import Move, Rule
from game.rules.scribe import Scribe
from game.rules.state import WEARS_FOR
from game.rules.value import Operand, most, unit


@dataclass(frozen=True)
class Menu:
    """The cards of one side for one slot: hold, then one run of card rows."""

    side: int
    slot: int
    first: int
    """Row of the first card after hold."""
    count: int
    """How many cards there are besides hold."""

    @property
    def rows(self) -> tuple[int, ...]:
        """Return the card rows of the menu, hold first."""
        return (0, *range(self.first, self.first + self.count))


@dataclass(frozen=True)
class CompiledCard:
    """A card compiled: what it moves for certain, what wears off, what depends."""

    row: int
    cause: Cause
    sure: tuple[Move, ...]
    gains: tuple[Move, ...]
    riders: tuple[Rule, ...]
    menu: Menu
    declares: int | None


@dataclass(frozen=True)
class Acts:
    """All cards of a scenario, compiled."""

    menus: tuple[tuple[Menu, ...], ...]
    """By side and slot."""

    cards: tuple[CompiledCard, ...]
    """In the order of their rows, from row 1."""

    offers: tuple[int, ...]
    """Row of each side's offer card, 0 for none; an order past all rows is that card with terms."""


def compile_acts(scenario: Scenario, index: Index, language: Language) -> Acts:
    """Return the cards of a *scenario*, compiled."""
    menus = _menus(scenario, index)
    cards = tuple(
        _played(name, scenario.cards[name], index, language, menus) for name in list(index.cards)[1:]
    )
    return Acts(
        menus=menus,
        cards=cards,
        offers=tuple(_offer_row(scenario, index, side) for side in index.sides),
    )


def lay_out(acts: Acts, to: Scribe) -> None:
    """Tell the card on every line from the terms that an offer carries, and note what is played (§4)."""
    cards = len(acts.cards) + 1
    for side, offer in enumerate(acts.offers):
        if offer:
            line = to.on(side, acts.cards[offer - 1].menu.slot)
            to.tabled[side] = to.keep(most(line - cards, -1))
            with to.where(line >= cards):
                to.put(line, offer)
    for card in acts.cards:
        with to.where(to.played(card.row)):
            to.put(to.row("last", card.row), to.month)
            to.add(to.row("uses", card.row), 1)


def put_by(to: Scribe) -> None:
    """Keep the sheets of this month among the recent ones, in place of the oldest (§4.3)."""
    sides, slots = to.shape
    for side, slot in product(range(sides), range(slots)):
        sheets = [to.on(side, slot), *(to.recent(ago, side, slot) for ago in range(WEARS_FOR))]
        for older, newer in zip(sheets[:0:-1], sheets[-2::-1], strict=True):
            to.put(older, newer)


def play_acts(acts: Acts, to: Scribe) -> None:
    """Move what the cards on the sheets move, and declare the lines they declare (§3.4, §5)."""
    for card in acts.cards:
        with to.where(to.played(card.row)):
            to.move(card.cause, card.sure)
            for gain in card.gains:
                to.strike(card.cause, gain.row, most(to.amount(gain.amount) - _worn(card, to), 0))
            for rider in card.riders:
                to.follow(rider)
            if card.declares is not None:
                to.put(to.row("declared", card.declares), 1)
            to.tell(Phase.ACTS, HappeningKind.ORDER, card.cause)


def _worn(card: CompiledCard, to: Scribe) -> Operand:
    """Return how often a card lay on its line within the last three months (§4.3)."""
    return sum(
        (unit(to.recent(ago, card.menu.side, card.menu.slot).equals(card.row)) for ago in range(WEARS_FOR)),
        start=0,
    )


def _menus(scenario: Scenario, index: Index) -> tuple[tuple[Menu, ...], ...]:
    """Return the run of card rows of every side and slot."""
    homes = [(c.side, c.slot) for c in (scenario.cards[n] for n in list(index.cards)[1:])]
    menus = []
    for side, s in index.sides.items():
        row = []
        for slot, k in index.slots.items():
            count = homes.count((side, slot))
            first = homes.index((side, slot)) + 1 if count else 1
            row.append(Menu(s, k, first, count))
        menus.append(tuple(row))
    return tuple(menus)


def _played(
    name: str, card: Card, index: Index, language: Language, menus: Sequence[Sequence[Menu]]
) -> CompiledCard:
    """Return one card compiled."""
    quiet = card.attribution is not None or card.show is Show.OWNER
    veil = card.attribution.headline if card.attribution else index.say("Something moved; nobody said why.")
    cause = cause_of(
        CauseKind.CARD,
        name,
        card,
        card.headline or card.title,
        "7.1" if card.attribution else "5.1",
        card.why,
        side=card.side,
        owner=card.side if quiet else None,
        veil=veil if quiet else "",
    )
    riders = tuple(_rider(card, rider, cause, n, language) for n, rider in enumerate(card.riders))
    return CompiledCard(
        row=index.cards[name],
        cause=cause,
        sure=(*language.moves(card.price, sign=-1), *language.moves(card.effects, card.side)),
        gains=language.moves(card.gains),
        riders=riders,
        menu=menus[index.sides[card.side]][index.slots[card.slot]],
        declares=None if card.declares is None else index.lines[card.declares],
    )


def _rider(card: Card, rider: Effect, cause: Cause, number: int, language: Language) -> Rule:
    """Return one rider; all riders of a line draw from one word, as only one of its cards is played."""
    word, lane = divmod(number, LANES)
    rule = language.rule(rider, cause, f"sheet.{card.side}.{card.slot}.{word}", card.side)
    if rule.chance is None:
        return rule
    return replace(rule, chance=replace(rule.chance, lane=lane))


def _offer_row(scenario: Scenario, index: Index, side: str) -> int:
    """Return the row of the card by which *side* tables terms, 0 if it has none."""
    rows = [
        index.cards[name]
        for name, card in scenario.cards.items()
        if card.side == side and card.role is Role.OFFER
    ]
    return rows[0] if rows else 0
