"""The team: its posts, who holds them, who has signed, and the other sides at the table."""

from dataclasses import dataclass
from typing import Any

from game.classroom.eyes import Eyes, Mate
from game.match.seats import HUMAN
from game.presenters.content import Mark
from game.presenters.naming import month_name
from game.presenters.posts import posts
from game.presenters.words import _


@dataclass(frozen=True)
class PostLine:
    """One post of the seat."""

    number: int
    title: str
    text: str
    holder: str
    """Who holds it; empty for nobody."""
    mine: bool


def posts_of(eyes: Eyes) -> tuple[PostLine, ...]:
    """Return the posts of the seat, and who holds them."""
    held = {post: mate for mate in eyes.team for post in mate.posts}
    return tuple(
        PostLine(n, post.title, post.text, held[n].name if n in held else "", n in held and held[n].me)
        for n, post in enumerate(posts(eyes.seen.book.scenario, eyes.side))
    )


def lobby(eyes: Eyes) -> dict[str, Any]:
    """Return what is shown before the first month."""
    scenario = eyes.seen.book.scenario
    return {
        "posts": posts_of(eyes),
        "team": eyes.team,
        "title": scenario.title,
        "summary": scenario.summary,
    }


def signatures(eyes: Eyes) -> tuple[tuple[str, Mate], ...]:
    """Return whose signatures the sheet needs, by post."""
    titles = {post.number: post.title for post in posts_of(eyes)}
    return tuple((titles.get(mate.posts[0], ""), mate) for mate in eyes.team if mate.needed and mate.posts)


def others(eyes: Eyes) -> tuple[tuple[str, str, Mark], ...]:
    """Return the other sides: name, words, and a sign that is hollow until they have sealed."""
    seen = eyes.seen
    return tuple(
        (side, noun.label, eyes.mark(side, filled=seen.seats.get(side) != HUMAN or side not in seen.waiting))
        for side, noun in seen.book.scenario.sides.items()
        if side != eyes.side
    )


def ended(eyes: Eyes) -> dict[str, str]:
    """Return how the game ended."""
    seen = eyes.seen
    ending = seen.book.scenario.endings[seen.ending] if seen.ending else None
    return {
        "ending": ending.title if ending else _("Your teacher has ended this game"),
        "ending_text": ending.text if ending else "",
        "when": month_name(seen.date_of(min(max(1, seen.month - 1), seen.book.months))),
    }
