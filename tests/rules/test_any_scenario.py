"""Whatever scenario is drawn, the promises of the rules hold in its games."""

import numpy as np
from hypothesis import HealthCheck, given, settings

from game.model.scenario import Scenario
from game.rules.adjudicate import adjudicate
from game.rules.blocks import LARGEST
from game.rules.ledger import Ledger
from game.rules.rulebook import compile_rulebook
from game.rules.setup import set_up
from game.rules.views import view_of
from tests.hidden import turned
from tests.lint.test_reach import reach_of, told_wrongly, unreached
from tests.rules.machines import differing, sheets_of
from tests.rules.test_machines import block
from tests.rules.test_sums import added_up
from tests.scenario.games import Games
from tests.strategies.scenarios import scenarios

TABLES = 9

drawn = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])


@drawn
@given(scenario=scenarios())
def test_3_4_a_game_goes_the_same_alone_in_a_batch_and_in_c(scenario: Scenario) -> None:
    rules, luck = compile_rulebook(scenario), np.random.default_rng(1)
    program = rules.month.plain.program
    machine = (
        block(rules, program) if program.width <= LARGEST else None
    )  # wider numbers have but one machine
    tables, alone = set_up(rules, range(TABLES)), set_up(rules, [TABLES - 1])
    while tables.month <= rules.months:
        sheets = sheets_of("anyhow", rules, tables, luck)
        alone = adjudicate(rules, alone, sheets[:, :, -1:])
        found, _ = rules.month.plain.play(tables, sheets)
        assert machine is None or not differing(found, machine.play(tables, sheets)[0])
        tables = found

        assert tables.digest(TABLES - 1) == alone.digest()


@drawn
@given(scenario=scenarios())
def test_14_the_ledger_tells_every_move_of_every_track(scenario: Scenario) -> None:
    rules, luck = compile_rulebook(scenario), np.random.default_rng(2)
    books = Ledger(sides=tuple(scenario.sides))
    tables = set_up(rules, [5], ledger=books)
    while tables.month <= rules.months:
        tables = adjudicate(rules, tables, sheets_of("anyhow", rules, tables, luck), ledger=books)

    added_up(rules, books, tables)


@drawn
@given(scenario=scenarios())
def test_12_a_view_is_the_same_whatever_its_side_may_not_see(scenario: Scenario) -> None:
    rules = compile_rulebook(scenario)
    for tables in Games(rules, TABLES, seed=3).months[:-1]:
        for side, sight in rules.sights.items():
            assert view_of(sight, tables).packed() == view_of(sight, turned(rules, tables, side)).packed()


@drawn
@given(scenario=scenarios())
def test_15_nothing_that_is_said_to_be_out_of_reach_comes_to_pass(scenario: Scenario) -> None:
    rules, found = compile_rulebook(scenario), reach_of(scenario)
    games = Games(rules, TABLES, seed=4)

    assert unreached(rules, found, games) + told_wrongly(rules, found, games) == []
