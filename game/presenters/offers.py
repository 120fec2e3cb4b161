"""Offers: the ladders side by side, and what terms would cost at home."""

from dataclasses import dataclass

import numpy as np

from game.match.glimpse import Glimpse
from game.presenters.content import LadderContent, StepContent
from game.presenters.naming import side_mark
from game.presenters.words import _
from game.rules.bargaining import covered, shortfalls
from game.rules.deal import Signatory
from game.rules.terms import Terms


@dataclass(frozen=True)
class Verdict:
    """What one home would make of terms, as far as the seat can see it."""

    side: str
    label: str
    asks: int
    stands: int
    short: int
    room: int | None
    needs: int | None
    passes: bool
    words: str


@dataclass(frozen=True)
class PackageChoice:
    """Named terms to start from."""

    id: str
    title: str
    text: str
    chosen: bool


@dataclass(frozen=True)
class OffersPage:
    """The bargaining table as one principal sees it."""

    standing: str
    """Whose offer stands, in words; empty for none."""
    standing_text: str
    ladders: tuple[LadderContent, ...]
    first: tuple[tuple[str, str, bool], ...]
    """Who moves first: id, words, chosen."""
    packages: tuple[PackageChoice, ...]
    verdict: Verdict | None
    """What the own home would make of the draft."""
    standing_verdict: Verdict | None
    """What the own home would make of the offer that stands."""
    in_force: str
    """The agreement in force, in words; empty for none."""


def standing_offer(seen: Glimpse) -> Terms | None:
    """Return the other principal's standing offer, if these eyes may see one (§8.3)."""
    if seen.side is None or seen.side not in seen.book.index.principals:
        return None
    return seen.offers.get(other_principal(seen, seen.side))


def other_principal(seen: Glimpse, side: str) -> str:
    """Return the side whose signature is asked beside *side*'s."""
    principals = seen.book.index.principals
    return next(name for name, row in principals.items() if row != principals[side])


def present_offers(seen: Glimpse, draft: Terms) -> OffersPage | None:
    """Return the bargaining table with *draft* on it; none for a side that signs nothing."""
    scenario, deal, side = seen.book.scenario, seen.book.deal, seen.side
    if deal is None or scenario.bargain is None or side is None or side not in seen.book.index.principals:
        return None
    other, offer = other_principal(seen, side), standing_offer(seen)
    return OffersPage(
        standing=_("Standing offer from {side}").format(side=scenario.sides[other].label) if offer else "",
        standing_text=terms_in_words(seen, offer) if offer else "",
        ladders=tuple(_ladder(seen, side, other, name, offer, draft) for name in scenario.bargain.ladders),
        first=tuple(
            (first or "", _order_words(seen, first), draft.first == first) for first in deal.terms.orders
        ),
        packages=tuple(
            PackageChoice(
                name,
                package.title,
                package.text,
                seen.book.index.packages[name] == deal.terms.number(draft),
            )
            for name, package in scenario.bargain.packages.items()
        ),
        verdict=judge(seen, side, draft),
        standing_verdict=judge(seen, side, offer) if offer else None,
        in_force=_in_force(seen),
    )


def judge(seen: Glimpse, side: str, terms: Terms) -> Verdict:
    """Return what *side*'s own home would make of *terms* today (§8.4)."""
    book = seen.book
    deal = book.deal
    assert deal is not None
    own = book.index.principals[side]
    signatory: Signatory = deal.signatories[own]
    number = np.array([deal.terms.number(terms)], dtype=np.int16)
    names = list(book.index.tracks)
    stands = np.array([seen.readings[names[signatory.stance]]])
    short = shortfalls(deal, number, [stands] * len(deal.signatories))[own]  # each home is asked for itself
    room = needs = None
    passes = True
    if signatory.room is not None:
        room = seen.readings[names[signatory.room]]
        needs = int(signatory.needs[number[0], short[0]])
        passes = bool(covered(signatory, number, short, np.array([room]))[0])
    return Verdict(
        side=side,
        label=book.scenario.sides[side].label,
        asks=int(signatory.asks[number[0]]),
        stands=int(stands[0]),
        short=int(short[0]),
        room=room,
        needs=needs,
        passes=passes,
        words=_("Passes at home") if passes else _fails((needs or 0) - (room or 0), deal.lends or 0),
    )


def _fails(lacks: int, lent: int) -> str:
    """Return that room is lacking at home, and whether mediation would lend as much (§8.7)."""
    if lacks <= lent:
        return _("Fails at home by {n} without mediation").format(n=lacks)
    return _("Fails at home by {n}").format(n=lacks)


def terms_in_words(seen: Glimpse, terms: Terms) -> str:
    """Return terms as a sentence: every ladder's level, and who moves first."""
    bargain = seen.book.scenario.bargain
    assert bargain is not None
    parts = []
    for name, level in terms.levels.items():
        if level:
            ladder = bargain.ladders[name]
            parts.append(f"{ladder.label} {level}: {ladder.steps[level - 1].title.lower()}")
    told = "; ".join(parts) or _("Nothing for nothing")
    return f"{told}. {_order_words(seen, terms.first)}."


def _order_words(seen: Glimpse, first: str | None) -> str:
    if first is None:
        return _("In parallel")
    return _("{side} first").format(side=seen.book.scenario.sides[first].label)


def _ladder(
    seen: Glimpse, side: str, other: str, name: str, offer: Terms | None, draft: Terms
) -> LadderContent:
    scenario = seen.book.scenario
    assert scenario.bargain is not None
    ladder = scenario.bargain.ladders[name]
    done = seen.readings[ladder.track]
    steps = tuple(
        StepContent(number, step.title, step.text, carried_out=number <= done)
        for number, step in enumerate(ladder.steps, start=1)
    )
    theirs = (side_mark(scenario, other), offer.levels.get(name, 0)) if offer else None
    return LadderContent(
        id=name,
        title=ladder.label,
        owner=side_mark(scenario, ladder.side),
        owner_note=_("by {side}").format(side=scenario.sides[ladder.side].label),
        steps=steps,
        theirs=theirs,
        draft=(side_mark(scenario, side), draft.levels.get(name, 0)),
        ground_note=_("nothing carried out yet") if done == 0 else _("{n} carried out").format(n=done),
    )


def _in_force(seen: Glimpse) -> str:
    return "" if seen.terms is None else terms_in_words(seen, seen.terms)
