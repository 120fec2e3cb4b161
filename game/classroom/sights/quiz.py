"""The quiz: the same questions before the game and after it, one at a time, for nobody's marks."""

from dataclasses import dataclass

from game.classroom.denials import quiz_open
from game.classroom.eyes import Eyes


@dataclass(frozen=True)
class QuizSight:
    """The question that is open to somebody."""

    when: str
    """Before or after."""
    number: int
    """Its place among the questions, from 1; one more than there are once all are answered."""
    all: int
    ask: str
    options: tuple[str, ...]
    done: tuple[tuple[str, str, bool, str], ...]
    """After the game, of each question: what was asked, what is right, whether that was said, and why."""


def quiz(eyes: Eyes) -> QuizSight | None:
    """Return the first question not answered yet; none where none is asked now."""
    teaching = eyes.seen.book.scenario.teaching
    questions = teaching.quiz if teaching else ()
    when = quiz_open(eyes.lesson)
    if not (when and questions):
        return None
    given = [eyes.answered.get((when, n)) for n in range(len(questions))]
    left = next((n for n, option in enumerate(given) if option is None), len(questions))
    told = [
        (each.ask, each.options[each.right - 1], option == each.right - 1, each.why)
        for each, option in zip(questions, given, strict=True)
        if option is not None and when == "after"
    ]
    now = questions[left] if left < len(questions) else None
    return QuizSight(
        when, left + 1, len(questions), now.ask if now else "", now.options if now else (), tuple(told)
    )
