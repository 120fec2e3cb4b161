"""Orders: the sheet as it lies, the rack of one line, one card opened, and the terms of an offer."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.classroom.eyes import Eyes
from game.classroom.sights.dial import Signs, gauge_of
from game.classroom.sights.team import others, signatures
from game.model.card import Role
from game.presenters.content import CardContent, SheetLine, TrackContent
from game.presenters.markup import Span, spans
from game.presenters.offers import PackageChoice, Verdict, judge, present_offers, standing_offer
from game.presenters.posts import posts
from game.presenters.rack import CardDetail, present_card, present_rack
from game.presenters.sheet import present_sheet
from game.presenters.tracks import present_home, present_others, present_standing
from game.presenters.words import _
from game.rules.terms import Terms


@dataclass(frozen=True)
class OrdersSight:
    """The orders page."""

    gauge: Signs
    home: tuple[TrackContent, ...]
    lines: tuple[tuple[SheetLine, str], ...]
    """The sheet, each line with who laid it."""
    touched: bool
    """Whether there is something to take back."""
    open: bool
    sealed: bool
    signed: tuple[tuple[str, str, bool, bool], ...]
    """Of each needed signature its post, whose it is, whether it is there, and whether it is the own."""
    by: str
    """Who has signed, in words."""
    sign: bool
    """Whether the own signature is still to come."""
    others: tuple[tuple[str, str, object], ...]
    alone: bool
    """Whether one signature is enough."""


@dataclass(frozen=True)
class Rung:
    """A ladder as it is set on a phone: its steps, and how far it is climbed."""

    id: str
    title: str
    note: str
    steps: tuple[tuple[int, str, bool], ...]
    """Level, words, and whether it is chosen."""


@dataclass(frozen=True)
class TermsSight:
    """The terms of an offer while they are put together."""

    standing: str
    standing_text: str
    ladders: tuple[Rung, ...]
    first: tuple[tuple[str, str, bool], ...]
    packages: tuple[PackageChoice, ...]
    verdict: Verdict | None


@dataclass(frozen=True)
class RackSight:
    """The rack of one line, one card opened in it."""

    slot: str
    title: str
    now: SheetLine
    groups: tuple[tuple[str, tuple[CardContent, ...]], ...]
    card: CardDetail | None
    text: tuple[Span, ...]
    lay: str
    """What the button of the opened card replaces; empty where it cannot be laid."""
    terms: TermsSight | None


def orders(eyes: Eyes) -> OrdersSight:
    """Return the orders page."""
    seen, called = eyes.seen, eyes.called
    needed = signatures(eyes)
    sheet = present_sheet(eyes.seen) if seen.draft else ()
    return OrdersSight(
        gauge=gauge_of(eyes),
        home=_watched(eyes),
        lines=tuple(
            (line, called.get(eyes.laid[line.slot].person, "") if line.slot in eyes.laid else "")
            for line in sheet
        ),
        touched=bool(seen.draft and seen.draft.sheet),
        open=eyes.open,
        sealed=bool(seen.draft and seen.draft.sealed),
        signed=tuple((post, mate.name, mate.signed, mate.me) for post, mate in needed),
        by=_and([mate.name for mate in eyes.team if mate.signed]),
        sign=not any(mate.me and mate.signed for mate in eyes.team),
        others=others(eyes),
        alone=len(needed) < 2,
    )


def _watched(eyes: Eyes) -> tuple[TrackContent, ...]:
    """Return four readings: those that the own posts watch, then those of the own house."""
    seen = eyes.seen
    known = {each.id: each for each in (*present_home(seen), *present_standing(seen), *present_others(seen))}
    own = posts(seen.book.scenario, eyes.side)
    watched = [name for n in eyes.me.posts if n < len(own) for name in own[n].watches]
    names = dict.fromkeys((*watched, *(each.id for each in present_home(seen))))
    return tuple(known[name] for name in names if name in known)[:4]


def rack(eyes: Eyes, slot: str, card: str, wished: Mapping[str, str]) -> RackSight | None:
    """Return the rack of a line, *card* opened in it; none where there is no such line or card."""
    book = eyes.seen.book
    if slot not in book.index.slots or eyes.seen.draft is None:
        return None
    columns = present_rack(eyes.seen, slot)
    known = {face.id for column in columns for face in column.cards}
    if card and card not in known:
        return None
    now = next(line for line in present_sheet(eyes.seen) if line.slot == slot)
    detail = present_card(eyes.seen, slot, card) if card else None
    offers = card in book.scenario.cards and book.scenario.cards[card].role is Role.OFFER
    return RackSight(
        slot=slot,
        title=book.scenario.slots[slot].title,
        now=now,
        groups=tuple((column.title, column.cards) for column in columns),
        card=detail,
        text=spans(detail.text) if detail else (),
        lay=now.title if detail and not detail.reason and eyes.open else "",
        terms=terms(eyes, wished) if offers else None,
    )


def terms(eyes: Eyes, wished: Mapping[str, str]) -> TermsSight | None:
    """Return the terms that an offer would table: those wished for, of a package, or those on the sheet."""
    seen = eyes.seen
    draft = _wished(eyes, wished)
    page = present_offers(seen, draft)
    if page is None:
        return None
    return TermsSight(
        standing=page.standing,
        standing_text=page.standing_text,
        ladders=tuple(
            Rung(
                ladder.id,
                ladder.title,
                ladder.owner_note,
                (
                    (0, ladder.ground_note, draft.levels.get(ladder.id, 0) == 0),
                    *((s.level, s.title, draft.levels.get(ladder.id, 0) == s.level) for s in ladder.steps),
                ),
            )
            for ladder in page.ladders
        ),
        first=page.first,
        packages=page.packages,
        verdict=judge(seen, eyes.side, draft),
    )


def read_terms(eyes: Eyes, fields: Mapping[str, str]) -> Terms:
    """Return the terms that the fields of a form spell; what they leave out is nothing."""
    bargain = eyes.seen.book.scenario.bargain
    ladders = bargain.ladders if bargain else {}
    levels = {name: int(fields.get(f"level.{name}", "0") or 0) for name in ladders}
    return Terms(levels, fields.get("first") or None)


def _wished(eyes: Eyes, wished: Mapping[str, str]) -> Terms:
    """Return the terms to start from."""
    seen, deal = eyes.seen, eyes.seen.book.deal
    assert deal is not None
    package = seen.book.index.packages.get(wished.get("package", ""))
    if package is not None:
        return deal.terms.terms(package)
    if wished.get("package") == "standing":
        return standing_offer(seen) or Terms({}, None)
    laid = seen.draft.sheet.values() if seen.draft else ()
    return next((order.terms for order in laid if order.terms is not None), Terms({}, deal.terms.orders[0]))


def _and(names: list[str]) -> str:
    """Return names in words."""
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
