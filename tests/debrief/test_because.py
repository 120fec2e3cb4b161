"""Because: a motive is told in the ledger's words, with how often it comes and what it bears on."""

from dataclasses import replace

import pytest

from game.debrief.motives import Motive
from game.debrief.reasons_text import how_held, reasons_in_words, worth_in_words
from game.match.loading import open_match
from game.match.match import Match
from game.model.scenario import Scenario
from game.players.consequences import Consequence
from game.players.reasons import SUDDEN, Often, Reason
from game.rules.cause import Cause, CauseKind
from game.rules.index import Say
from tests.builders import a_scenario

COUNCIL = Cause(CauseKind.ANSWER, "tests.council", "The council acts", "6.3", "The council met.")

SPARED = Reason("quiet", 2.0, Consequence(COUNCIL, "sanctions"), 2, Often(3, 0.3), Often(19, 1.9))
"""The council meets less often."""

MOTIVE = Motive("west", "May 2020", ("Protest",), ("Push", "Offer"), 3.14, (SPARED,))


def told(*reasons: Reason, say: Say = str, scenario: Scenario | None = None) -> tuple[tuple[str, str], ...]:
    return reasons_in_words(scenario or a_scenario(), replace(MOTIVE, reasons=reasons), say)


def test_a_consequence_is_told_as_the_ledger_tells_it() -> None:
    assert told(SPARED) == (
        ("Sanctions +2: The council met.", "In 3 of 20 futures instead of 19. For: Calm."),
    )


def test_a_track_of_another_side_is_told_with_its_owner() -> None:
    theirs = replace(SPARED, consequence=Consequence(COUNCIL, "north.home"), step=-1, points=-1.0)

    assert told(theirs) == (
        ("North’s home −1: The council met.", "In 3 of 20 futures instead of 19. Against: Calm."),
    )


def test_what_one_cause_does_to_several_tracks_is_told_at_once() -> None:
    beside = replace(SPARED, consequence=Consequence(COUNCIL, "trust"), step=-1, goal="plan", points=-0.5)
    beside = replace(beside, laid=Often(3, -0.15), instead=Often(19, -0.95))

    assert told(SPARED, beside) == (
        (
            "Sanctions +2, Trust −1: The council met.",
            "In 3 of 20 futures instead of 19. For: Calm. Against: A plan.",
        ),
    )


@pytest.mark.parametrize(
    ("laid", "instead", "words"),
    [
        pytest.param(Often(20, 4.0), Often(20, 2.0), "In all +4.0 instead of +2.0.", id="oftener"),
        pytest.param(Often(18, 2.5), Often(4, 0.5), "In 18 of 20 futures instead of 4.", id="in more"),
    ],
)
def test_futures_are_counted_unless_how_far_it_goes_tells_more(
    laid: Often, instead: Often, words: str
) -> None:
    assert told(replace(SPARED, laid=laid, instead=instead))[0][1].startswith(words)


def test_a_goal_that_hangs_on_no_track_is_told_itself() -> None:
    goal = Reason("quiet", 5.0, None, 0, Often(14), Often(4))

    assert told(goal) == (("Calm.", "In 14 of 20 futures instead of 4."),)


@pytest.mark.parametrize(("points", "words"), [(1.0, "Less likely: War."), (-1.0, "Likelier: War.")])
def test_sudden_endings_are_told_by_their_odds(points: float, words: str) -> None:
    assert told(replace(SPARED, goal=SUDDEN, points=points))[0][1].endswith(words)


def test_it_is_said_what_a_sheet_was_held_against() -> None:
    assert worth_in_words(MOTIVE, str) == "Worth 3.1 points more to it than ‘Push, Offer’."
    assert worth_in_words(replace(MOTIVE, instead=()), str) == "Worth 3.1 points more to it than waiting."


def test_a_korean_game_is_told_in_korean() -> None:
    match = open_match("deadlock-2020", 1, {}, language="ko")
    assert isinstance(match, Match)
    scenario, say = match.book.scenario, match.book.index.say
    line = scenario.redlines["hostile_policy"]
    cause = Cause(CauseKind.REDLINE, "hostile_policy", line.title, "6.1", line.why)
    theirs = Reason("peace", -1.0, Consequence(cause, "pyongyang.resolve"), -2, Often(5), Often(1))
    motive = Motive("seoul", "", (), (), 2.0, (theirs,))

    [(what, how)] = reasons_in_words(scenario, motive, say)

    assert what == f"{scenario.sides['pyongyang'].label}의 결의 −2: {line.why}"
    assert (
        how == f"미래 20가지 중 1가지 대신 5가지에서. 해로움: {scenario.sides['seoul'].goals['peace'].text}"
    )
    assert worth_in_words(motive, say) == "기다림보다 2.0점 더 값졌다."
    assert how_held(say) != how_held(str)
