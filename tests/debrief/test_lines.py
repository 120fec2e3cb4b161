"""What became of a line, told without counts of what never came to pass."""

import pytest

from game.debrief.story import LineStory, answers_in_words


@pytest.mark.parametrize(
    ("answered", "let_pass", "owes", "words"),
    [
        pytest.param(1, 0, True, "; answered 1", id="answered alone"),
        pytest.param(0, 2, True, "; let pass 2", id="let pass alone"),
        pytest.param(1, 2, True, "; answered 1; let pass 2", id="both"),
        pytest.param(0, 0, True, "", id="crossed when there was no time left to answer"),
        pytest.param(0, 0, False, "", id="nothing is owed"),
    ],
)
def test_what_never_came_to_pass_is_not_counted(answered: int, let_pass: int, owes: bool, words: str) -> None:
    line = LineStory("A line", "seoul", ("June 2020",), answered, let_pass, owes)

    assert answers_in_words(line, str) == words
