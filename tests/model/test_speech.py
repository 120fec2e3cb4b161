"""What players are told of conditions: what a study's switch decides is told as decided."""

from game.model.speech import never_met
from game.workshop.phrases import card_lines
from tests.scenario.shipped import scenario


def test_players_are_told_neither_of_a_switch_nor_of_what_it_rules_out() -> None:
    told = scenario("deadlock-2020")
    test = told.cards["icbm_test"]
    for_author = [said for _word, said in card_lines(told, test, None)]
    for_player = [said for _word, said in card_lines(told, test, "pyongyang")]

    assert sum("hardship breeds" in said for said in for_author) == 2
    assert not any("hardship breeds" in said for said in for_player)
    assert any("economy is at most 2 or" in said for said in for_player)
    assert [never_met(told, rider, "pyongyang") for rider in test.riders[:2]] == [False, True]
