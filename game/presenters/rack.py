"""The rack: the cards of a slot in columns, and one card opened beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.match.glimpse import Glimpse
from game.match.naming import signed
from game.model.card import Card, Role
from game.model.speech import never_met
from game.presenters.content import CardContent, CardState, Chip
from game.presenters.glossary import with_terms
from game.presenters.naming import shape_of, track_name
from game.presenters.tastes import helps
from game.presenters.words import _
from game.rules.index import HOLD
from game.rules.legality import Refusal

SMALL = 2
"""Chips a card in the rack has room for; the opened card shows them all."""


@dataclass(frozen=True)
class RackColumn:
    """Cards of one group under each other."""

    title: str
    """The group."""

    cards: tuple[CardContent, ...]
    """Its cards."""


@dataclass(frozen=True)
class CardDetail:
    """One card opened: everything it does, in words."""

    id: str
    title: str
    icon: str
    kind: str
    """What sort of act it is and who sees it."""
    text: str
    """What is done, as markup: a word of the glossary in it is a link."""
    chips: tuple[Chip, ...]
    """All effects in words."""
    notes: tuple[str, ...]
    """What depends: riders, odds, wear."""
    lines: tuple[str, ...]
    """The lines it would cross, in words."""
    rests_on: str
    """The claims and sources behind it, and how well they carry."""
    state: CardState
    reason: str
    """Why it is off."""


def present_rack(seen: Glimpse, slot: str) -> tuple[RackColumn, ...]:
    """Return the cards of a slot by group, hold first."""
    scenario = seen.book.scenario
    columns: dict[str, list[CardContent]] = {_("Quiet"): []}
    menu = seen.menu[slot]  # over a wire its keys come sorted, so the scenario gives the order
    for card in sorted(menu, key=seen.book.index.cards.__getitem__):
        if card == HOLD:
            columns[_("Quiet")].append(_hold(seen, slot))
        else:
            group = scenario.cards[card].group or _("Other")
            columns.setdefault(group, []).append(_face(seen, slot, card, menu[card]))
    return tuple(RackColumn(title, tuple(cards)) for title, cards in columns.items())


def present_card(seen: Glimpse, slot: str, card: str) -> CardDetail:
    """Return one card of the side opened."""
    if card == HOLD:
        return _hold_detail(seen, slot)
    scenario = seen.book.scenario
    found = scenario.cards[card]
    refusal = seen.menu[slot].get(card)
    return CardDetail(
        id=card,
        title=found.title,
        icon=found.icon,
        kind=_kind(found),
        text=with_terms(scenario, found.text),
        chips=_chips(seen, card),
        notes=_notes(seen, found),
        lines=tuple(
            _("Would cross: {line}").format(line=scenario.redlines[name].title)
            for name in crossed_by(seen, card)
        ),
        rests_on=_rests_on(found),
        state=_state(seen, slot, card, refusal),
        reason=refusal.sentence if refusal else "",
    )


def crossed_by(seen: Glimpse, card: str) -> tuple[str, ...]:
    """Return the lines in these eyes' sight that an act crosses as soon as its author is known."""
    book = seen.book
    row = book.index.cards[card]
    names = list(book.index.lines)
    return tuple(
        names[line.row]
        for line in book.lines
        if row in (*line.overt, *line.deniable) and names[line.row] in seen.lines
    )


def _hold(seen: Glimpse, slot: str) -> CardContent:
    state = CardState.ON_SHEET if seen.on_sheet(slot).card == HOLD else CardState.READY
    return CardContent(
        HOLD,
        _("Hold"),
        "hourglass",
        _("free"),
        state=state,
        side=shape_of(seen.book.scenario, seen.seat),
    )


def _hold_detail(seen: Glimpse, slot: str) -> CardDetail:
    face = _hold(seen, slot)
    told = seen.book.scenario.slots[slot].hold
    return CardDetail(
        HOLD,
        face.title,
        face.icon,
        _("waited out, at no price"),
        with_terms(seen.book.scenario, told),
        (),
        (),
        (),
        "",
        face.state,
        "",
    )


def _face(seen: Glimpse, slot: str, card: str, refusal: Refusal | None) -> CardContent:
    scenario = seen.book.scenario
    found = scenario.cards[card]
    price = tuple(
        Chip(scenario.tracks[track].icon, str(amount), scenario.tracks[track].label)
        for track, amount in found.price.items()
    )
    return CardContent(
        id=card,
        title=found.title,
        icon=found.icon,
        price=_("pay") if price else _("free"),
        price_chips=price,
        chips=_chips(seen, card)[:SMALL],
        state=_state(seen, slot, card, refusal),
        reason=refusal.sentence if refusal else "",
        side=shape_of(scenario, seen.seat),
    )


def _state(seen: Glimpse, slot: str, card: str, refusal: Refusal | None) -> CardState:
    if seen.on_sheet(slot).card == card:
        return CardState.ON_SHEET
    return CardState.OFF if refusal else CardState.READY


def _chips(seen: Glimpse, card: str) -> tuple[Chip, ...]:
    """Return what a card moves for certain, gains first and as worn as they are, then its odds."""
    scenario = seen.book.scenario
    found = scenario.cards[card]
    gains = {track: max(0, amount - _wear(seen, card)) for track, amount in found.gains.items()}
    moves = {**gains, **_certain(found.effects)}
    shown = [track for track in moves if seen.seat in seen.book.tracks.readers[track]]
    shown.sort(key=lambda track: -abs(moves[track]) if track not in gains else -99)
    chips = [
        Chip(
            scenario.tracks[track].icon,
            signed(moves[track]) if moves[track] else "+0",
            track_name(scenario, track, seen.seat),
            helps(scenario, seen.seat, track, moves[track]),
        )
        for track in shown
    ]
    if found.attribution is not None:
        chips.append(Chip("eye", f"{found.attribution.chance} %", _("pinned down each month"), helps=False))
    return tuple(chips)


def _certain(effects: Mapping[str, object]) -> dict[str, int]:
    """Return the moves of an effects block whose amount is a plain number."""
    found = {}
    for track, amount in effects.items():
        constant = getattr(amount, "constant", None)
        if constant:
            found[track] = int(constant)
    return found


def _wear(seen: Glimpse, card: str) -> int:
    """Return how often the side used a card within the last three months (§4.3)."""
    return int((seen.view.recent[..., 0] == seen.book.index.cards[card]).sum())


def _notes(seen: Glimpse, card: Card) -> tuple[str, ...]:
    """Return what a card does only sometimes, in words."""
    notes = [
        _maybe(seen, rider) for rider in card.riders if not never_met(seen.book.scenario, rider, card.side)
    ]
    if card.gains:
        notes.append(_("Used again within three months, it brings one less each time."))
    if card.limit is not None:
        notes.append(_("At most {n} in a game.").format(n=card.limit))
    return tuple(note for note in notes if note)


def _maybe(seen: Glimpse, rider: object) -> str:
    """Return a rider in words: what it moves, and when or how likely."""
    scenario = seen.book.scenario
    effects = _certain(getattr(rider, "effects", {}))
    public = {t: a for t, a in effects.items() if seen.book.tracks.readers[t]}
    moves = ", ".join(f"{scenario.tracks[t].label} {signed(a)}" for t, a in public.items())
    chance = getattr(rider, "chance", None)
    odds = _("{n} in 100").format(n=chance.constant) if chance is not None and chance.constant else ""
    return " · ".join(part for part in (moves, odds or _("in some cases")) if part) if moves else ""


def _kind(card: Card) -> str:
    scale = {"major": _("major act"), "low": _("low-level act"), "ambiguous": _("deniable act")}
    kinds = {
        "relief": _("relief"), "concession": _("concession"), "pressure": _("pressure"),
        "diplomacy": _("diplomacy"), "aid": _("aid"), "domestic": _("at home"), "signal": _("signal"),
        "provocation": _("provocation"),
    }  # fmt: skip
    name = scale[card.scale.value] if card.scale else kinds[card.kind.value]
    quiet = card.show.value == "owner" or card.attribution is not None
    if card.role is Role.OFFER:
        return _("offer · goes to the other side")
    return f"{name} · {_('only you know') if quiet else _('seen by all')}"


def _rests_on(card: Card) -> str:
    tags = {"documented": _("documented"), "plausible": _("plausible"), "invented": _("invented")}
    cites = ", ".join(card.cites)
    return _("Rests on {cites} · {tag}").format(cites=cites, tag=tags[card.tag.value]) if cites else ""
