"""Practice: what is learnt tells how searchers play better than temperaments do (§12)."""

from collections.abc import Mapping
from functools import cache

import numpy as np
import pytest

from game.match.loading import Opened, open_scenario
from game.players import practice, roster
from game.players.logit import Logit
from game.players.manner import features
from game.players.persona import PersonaPlayer
from game.players.player import Player, seat_luck, sheets_for
from game.players.practice import practised
from game.players.roster import EFFORTS, hire
from game.players.searcher import Searcher
from game.rules.engine import Readout
from game.rules.legality import menu
from game.rules.rulebook import Rulebook, compile_rulebook
from game.rules.setup import set_up
from game.rules.views import view_of
from game.study.batch import seeds_of

GAMES = 12


@cache
def book() -> Rulebook:
    opened = open_scenario("mines-2015")
    assert isinstance(opened, Opened)
    return opened.book


def tempers() -> dict[str, PersonaPlayer]:
    found = {side: hire("persona", book(), side) for side in book().index.sides}
    return {side: player for side, player in found.items() if isinstance(player, PersonaPlayer)}


@cache
def learnt() -> dict[str, PersonaPlayer]:
    players = {side: hire("easy", book(), side) for side in book().index.sides}
    return dict(practised(book(), tempers(), {k: p for k, p in players.items() if p is not None}, GAMES * 4))


def surprise(players: dict[str, PersonaPlayer], watched: practice.Watched, side: str) -> float:
    """Return how unlikely the sheets *watched* are, in logarithms a choice, by what *players* draw by."""
    told: list[float] = []
    for slot, cases in practice._cases(book(), players[side], watched).items():
        bare = Logit(np.zeros((len(cases.worth), len(cases.features))), 1.0)
        chances = bare.chances(cases)[cases.made, np.arange(cases.made.size)]
        told += np.log(np.maximum(chances, 1e-9)).tolist()
        assert slot < len(book().index.slots)
    return -float(np.mean(told))


def test_it_tells_games_it_has_not_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    easy = {side: player for side in book().index.sides if (player := hire("easy", book(), side))}
    monkeypatch.setattr(practice, "_seeds", lambda count: seeds_of(3, 0, count))  # other games
    fresh = practice._watched(book(), easy, GAMES)
    monkeypatch.undo()

    for side in book().index.sides:
        assert surprise(learnt(), fresh[side], side) < surprise(tempers(), fresh[side], side) - 0.05


def test_the_same_games_teach_the_same() -> None:
    easy = {side: player for side in book().index.sides if (player := hire("easy", book(), side))}
    one, other = (practised(book(), tempers(), easy, 3) for _ in range(2))
    tables = set_up(book(), seeds_of(1, 0, 40))

    assert np.array_equal(sheets_for(book(), one, tables), sheets_for(book(), other, tables))


def test_what_is_learnt_lays_legal_cards_only() -> None:
    tables = set_up(book(), seeds_of(1, 0, 300))
    for side, player in learnt().items():
        view = view_of(book().sights[side], tables)
        lines = player.choose(view, seat_luck(tables.seeds, side))
        for slot, legal in enumerate(menu(book(), view)):
            assert legal[player.column_of(slot, lines[slot]), np.arange(view.count)].all()


def test_a_manner_adds_steps_of_readings_to_what_month_and_goal_make() -> None:
    tables = set_up(book(), seeds_of(1, 0, 70))
    for side, player in learnt().items():
        sight = book().sights[side]
        view = view_of(sight, tables)
        for slot in player.slots:
            assert slot.manner is not None
            exact = slot.manner.steps @ view.readings + slot.manner.base[view.month][:, view.secret + 1]
            to = sight.clerk(book().tracks)
            for column in range(len(slot.manner.steps)):
                to.hand_over(to.value(sum(slot.manner.put_down(column, to), start=0)))
            assert np.array_equal(Readout(to, sight.layout)(view), exact)


def test_features_are_shares() -> None:
    tables = set_up(book(), seeds_of(1, 0, 30))
    for side in book().index.sides:
        found = features(book(), view_of(book().sights[side], tables))
        assert found.min() >= 0
        assert found.max() <= 1


def test_hard_practises_and_knows_itself_what_it_wants(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def noted(
        rules: Rulebook, usual: Mapping[str, PersonaPlayer], players: Mapping[str, Player], games: int
    ) -> Mapping[str, PersonaPlayer]:
        asked.append(games)
        return practised(rules, usual, players, GAMES)

    monkeypatch.setattr(roster, "practised", noted)
    fresh = compile_rulebook(book().scenario)  # of its own: what is learnt is kept by the rulebook
    side, rival = list(fresh.index.sides)[:2]
    hard, normal = (hire(name, fresh, side) for name in ("hard", "normal"))
    assert isinstance(hard, Searcher)
    assert isinstance(normal, Searcher)
    assert asked == []  # not before it is needed

    hard.practise()
    normal.practise()

    assert asked == [EFFORTS["hard"].practice]
    assert all(slot.manner is None for slot in normal.others[rival].slots)
    assert any(slot.manner is not None for slot in hard.others[rival].slots)
    assert hard.others[side].coolness == normal.others[side].coolness
    assert hard.others[rival].coolness != normal.others[rival].coolness
