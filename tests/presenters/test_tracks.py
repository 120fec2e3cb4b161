"""Tracks on the table: whose they are, and what nobody is shown."""

from game.presenters.tracks import present_home, present_others, present_standing
from game.rules.rulebook import compile_rulebook
from tests.desk.secretive import opened
from tests.scenario.shipped import scenario


def test_a_switch_of_a_study_is_on_nobodys_table_whoever_may_read_it() -> None:
    told = scenario("deadlock-2020")

    def shown(*switches: str) -> set[str]:
        changed = {name: told.tracks[name].model_copy(update={"switch": True}) for name in switches}
        book = compile_rulebook(told.model_copy(update={"tracks": {**told.tracks, **changed}}))
        seen = opened(book, 1).glimpse("pyongyang")
        return {row.id for row in (*present_standing(seen), *present_others(seen), *present_home(seen))}

    switches = {"rumours", "seoul.approval", "pyongyang.economy"}
    assert shown() - shown(*switches) == switches
    assert "pyongyang.hardship" not in shown()
