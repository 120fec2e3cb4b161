"""Practice: players are watched, and temperaments learn to play in their manner (§12).

What a temperament reckons a card to be worth is kept as far as it explains what was laid; what it does not
explain is learnt as a manner: which cards those who look ahead lay more or less often than it would, by
what they see, by the month and by their secret goal.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from game.players.cares import HUNDREDTHS
from game.players.fates import Fates
from game.players.logit import Cases, fitted, joined
from game.players.manner import features, manner_of
from game.players.persona import PersonaPlayer
from game.players.player import Lines, Player, sheets_for
from game.rules.dice import Seeds, key, scramble
from game.rules.rulebook import Rulebook
from game.rules.setup import set_up
from game.rules.views import View, view_of

Watched = list[tuple[View, Lines]]
"""What one side saw, month by month, and the sheets it laid."""


def practised(
    book: Rulebook, tempers: Mapping[str, PersonaPlayer], players: Mapping[str, Player], games: int
) -> Mapping[str, PersonaPlayer]:
    """Return *tempers*, by side, in the manner of *players*, who are watched for so many *games*."""
    watched = _watched(book, players, games)
    return {side: _taught(book, temper, watched[side]) for side, temper in tempers.items()}


def _watched(book: Rulebook, players: Mapping[str, Player], games: int) -> Mapping[str, Watched]:
    """Return what every side saw and laid in *games* among *players*, no sudden ending drawn."""
    seen: dict[str, Watched] = {side: [] for side in book.index.sides}
    tables = set_up(book, _seeds(games))
    spared = Fates(book, games)
    while tables.month <= book.months:
        sheets = sheets_for(book, players, tables)
        for side, row in book.index.sides.items():
            seen[side].append((view_of(book.sights[side], tables), sheets[row]))
        tables = spared.play(tables, sheets)
    return seen


def _taught(book: Rulebook, temper: PersonaPlayer, watched: Watched) -> PersonaPlayer:
    """Return a temperament that has learnt the manner of what was *watched* in its seat."""
    slots, coolness = list(temper.slots), list(temper.coolness)
    for slot, cases in _cases(book, temper, watched).items():
        logit = fitted(cases)
        coolness[slot] /= logit.trust
        manner = manner_of(book, temper.persona.side, logit.pulls, coolness[slot])
        slots[slot] = replace(slots[slot], manner=manner)
    return replace(temper, slots=tuple(slots), coolness=tuple(coolness))


def _cases(book: Rulebook, temper: PersonaPlayer, watched: Watched) -> Mapping[int, Cases]:
    """Return by slot what was chosen wherever there was a choice, and what *temper* makes of it."""
    found: dict[int, list[Cases]] = {}
    for view, lines in watched:
        hangs_on = features(book, view)
        for slot, legal, values in temper.weighed(view, _seeds(view.count)):
            open_to = np.flatnonzero(view.live & (legal.sum(axis=0) > 1))
            worth = values[:, open_to] / (HUNDREDTHS * temper.coolness[slot])
            made = temper.column_of(slot, lines[slot, open_to])
            found.setdefault(slot, []).append(Cases(worth, legal[:, open_to], hangs_on[:, open_to], made))
    return {slot: joined(cases) for slot, cases in found.items()}


def _seeds(count: int) -> Seeds:
    """Return the luck of so many games watched."""
    return scramble(np.arange(count, dtype=np.uint64) ^ key("practice"))
