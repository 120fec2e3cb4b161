"""People of a class, as its rows tell them: what they wrote, what they signed, what they took part in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Letter:
    """A message that was sent at a table."""

    table: int
    month: int
    """The month of play, from 1."""
    at: str
    """When, as the record has it."""
    sender: str
    """The side that sent it."""
    to: str
    """The side it went to, or all."""
    text: str
    terms: str = ""
    """Terms that came with it, in words."""
    promise: str = ""
    """What it promises, in words."""
    kept: bool | None = None
    """Whether the promise was kept; none where there is none, or where that cannot be told yet."""


@dataclass(frozen=True)
class Signature:
    """How the sheet of a side came to be sealed."""

    table: int
    month: int
    side: str
    sealed_by: str = ""
    countersigned_by: str = ""
    seconds_left: int | None = None
    auto: bool = False
    """Whether the clock sealed it."""
    drafts: int = 0
    """How often its lines were changed before."""


@dataclass(frozen=True)
class Student:
    """What the record keeps of one person; a rubric starts from it, and the teacher decides."""

    name: str
    table: int
    side: str
    post: str = ""
    joined: str = ""
    months_present: int = 0
    notes: int = 0
    messages: int = 0
    seals: int = 0
    guesses: int = 0
    brier: float | None = None
    """How far guesses lay from the truth, from 0, which is best; none where nothing was guessed."""
    quiz_before: int | None = None
    """Right answers."""
    quiz_after: int | None = None
    rubric: str = ""
    comment: str = ""


@dataclass(frozen=True)
class ClassRecord:
    """What is known of the people of a class beside its games; empty where it played from saves alone."""

    letters: tuple[Letter, ...] = ()
    signatures: tuple[Signature, ...] = ()
    students: tuple[Student, ...] = ()


NOBODY = ClassRecord()
"""What is known of people where a class played from saves alone."""
