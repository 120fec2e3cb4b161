"""Brief: what a seat reads before it plays, and what words mean."""

from dataclasses import dataclass

from game.classroom.eyes import Eyes
from game.classroom.sights.team import PostLine, posts_of
from game.presenters.brief import BriefPage, present_brief
from game.presenters.glossary import TermLine, present_glossary
from game.presenters.markup import Span, spans

PARTS = ("short", "whole", "words")
"""In brief, the whole text, and the glossary."""


@dataclass(frozen=True)
class BriefSight:
    """The brief page."""

    page: BriefPage
    part: str
    paragraphs: tuple[tuple[Span, ...], ...]
    posts: tuple[PostLine, ...]
    words: tuple[TermLine, ...]


def brief(eyes: Eyes, part: str) -> BriefSight:
    """Return the brief page."""
    part = part if part in PARTS else PARTS[0]
    page = present_brief(eyes.seen, eyes.brief, part != "whole")
    words = present_glossary(eyes.seen.book.scenario) if part == "words" else ()
    return BriefSight(page, part, tuple(map(spans, page.paragraphs)), posts_of(eyes), words)
