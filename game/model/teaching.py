"""Teaching: what whoever leads a class through a game needs, from the plan of the lesson to the quiz."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from game.model.base import CiteId, Minutes, Months, Piece, SideId, SlotId, Text, TrackId


class Doing(StrEnum):
    """What a class does in a stretch of a lesson."""

    HOME = "home"
    JOIN = "join"
    BRIEF = "brief"
    PRACTICE = "practice"
    PLAY = "play"
    DEBRIEF = "debrief"


class Section(StrEnum):
    """A part of the debrief."""

    NUMBERS = "numbers"
    COURSE = "course"
    PARTED = "parted"
    LINES = "lines"
    PROMISES = "promises"
    DEALS = "deals"
    CLAIMS = "claims"
    DENIABLE = "deniable"
    REASONS = "reasons"
    STARRED = "starred"
    QUIZ = "quiz"
    QUESTIONS = "questions"
    RECORD = "record"
    SCORES = "scores"


class Evidence(StrEnum):
    """What a game keeps of a student that bears on a mark."""

    MESSAGES = "messages"
    REASONS = "reasons"
    TERMS = "terms"
    GUESSES = "guesses"
    NOTES = "notes"


class Stage(Piece):
    """One stretch of a lesson."""

    title: Text
    """Its name, in a few words."""

    minutes: Minutes
    """How long it takes."""

    text: Text
    """What the class and its facilitator do, in a sentence or two."""

    doing: Doing | None = None
    """What it is for, so that a class that is hosted can follow the plan."""


class LessonPlan(Piece):
    """One way to spend a lesson, or two, on the game."""

    title: Text
    """How long it takes, as a teacher says it."""

    stages: tuple[Stage, ...] = Field(min_length=1)
    """Its stretches in order; those at home come before the bell."""

    months: Annotated[Months, Field(ge=1)]
    """Months that are played."""

    debrief: tuple[Section, ...] = Field(min_length=1)
    """Parts of the debrief, in the order they are shown; scores come last or not at all."""

    @model_validator(mode="after")
    def _ends_with_the_scores(self) -> Self:
        if Section.SCORES in self.debrief[:-1]:
            raise ValueError("scores come last in a debrief, since nothing is talked about after them")
        if len(set(self.debrief)) < len(self.debrief):
            raise ValueError("a part of the debrief is named twice")
        return self

    @property
    def minutes(self) -> int:
        """Return the minutes it takes in class."""
        return sum(stage.minutes for stage in self.stages if stage.doing is not Doing.HOME)


class Post(Piece):
    """One of the posts of a seat, so that several people have work in it."""

    title: Text
    """Name of the post, such as Foreign Ministry."""

    text: Text
    """What whoever holds it does, in a sentence or two."""

    may: tuple[SlotId, ...] | None = None
    """Lines of the sheet that it lays; all of them where left out, none where the list is empty."""

    watches: tuple[TrackId, ...] = ()
    """Readings it keeps an eye on, which its page shows first."""

    task: Text = ""
    """What it has to do each month besides, in a sentence; it takes a minute."""


class QuizQuestion(Piece):
    """One question that a class answers before the game and again after it."""

    ask: Text
    """The question."""

    options: tuple[Text, ...] = Field(min_length=2, max_length=5)
    """Answers to choose from."""

    right: Annotated[int, Field(ge=1, le=5)]
    """Which of them is right, from 1."""

    why: Text
    """Why that is so, in a sentence or two."""

    misconception: Text = ""
    """What whoever errs most often believes."""

    @model_validator(mode="after")
    def _has_an_answer(self) -> Self:
        if self.right > len(self.options):
            raise ValueError(f"answer {self.right} is right, and there are {len(self.options)}")
        return self


class Misconception(Piece):
    """What many believe at first, and what speaks against it."""

    belief: Text
    """The belief, as somebody would say it."""

    instead: Text
    """What the game or the record shows instead."""

    cites: tuple[CiteId, ...] = ()
    """Claims and sources it rests on."""


class Criterion(Piece):
    """One line of the rubric: what good work looks like."""

    title: Text
    """Its name, in a few words."""

    text: Text
    """What a student shows who meets it, in a sentence."""

    evidence: Evidence | None = None
    """What the record of a hosted class has to show for it."""


class Fact(Piece):
    """Something that really happened."""

    date: str
    """When, as 2015-08-25 or 2015-08, or in words."""

    text: Text
    """What happened, in one sober sentence."""

    cites: tuple[CiteId, ...] = ()
    """Claims and sources it rests on."""


class Teaching(Piece):
    """Notes for whoever leads a class through the game."""

    audience: Text = ""
    """Whom it suits, and what they should know or have read before."""

    aims: tuple[Text, ...] = ()
    """What a class should be able to say or do afterwards, a sentence each."""

    lesson: tuple[Stage, ...] = ()
    """The lesson from its start to its end; the minutes of its stages together are what it takes."""

    posts: Mapping[SideId, tuple[Post, ...]] = {}
    """The posts of each seat, two as a rule; where left out, one looks abroad and one keeps the house."""

    plans: Mapping[str, LessonPlan] = {}
    """Ways to spend a lesson on the game, by how long they take, such as "50", "75" or "2x75"."""

    quiz: tuple[QuizQuestion, ...] = Field(default=(), max_length=12)
    """Questions that the class answers before the game and again after it."""

    misconceptions: tuple[Misconception, ...] = ()
    """What many believe at first, for the facilitator to listen for."""

    rubric: tuple[Criterion, ...] = ()
    """What good work looks like, a line each, for whoever gives marks."""

    care: tuple[Text, ...] = ()
    """What to handle with care, and how, a sentence each."""

    privacy: tuple[Text, ...] = ()
    """What is kept of students and for how long, for parents, a sentence each."""

    record: tuple[Fact, ...] = ()
    """What really happened, for the end of the debrief, in the order of time."""
