"""The debrief as one page that stands alone: it opens anywhere and prints."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from game.debrief.reasons_text import how_held, reasons_in_words, worth_in_words
from game.debrief.story import Story, answers_in_words, gathered, story_of
from game.match.dates import in_words
from game.match.files import write_whole
from game.match.match import Match
from game.match.trouble import Trouble
from game.model.scenario import Scenario
from game.model.teaching import Section
from game.model.track import Track
from game.pages.rendering import render
from game.rules.index import Say

ARTICLE = "article"
"""The source that a scenario's claims come from, where they are those of one article."""

DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
"""A date that can be said in words."""

GAUGE = "tension"
"""The track that is drawn, where the scenario has it; else its first."""


@dataclass(frozen=True)
class Plot:
    """A track over the months, as it is drawn."""

    label: str
    readings: Sequence[float]
    """The reading at the start and after every month."""

    months: Sequence[str]
    bounds: tuple[int, int]
    bands: Sequence[tuple[float, str]]
    """The highest reading of each band with its name."""

    marks: Sequence[tuple[int, str]]
    """A month's number from 1 and what is written there."""


WHOLE = tuple(Section)
"""Every part of a debrief in its usual order: numbers first, the scores last."""


def debrief_page(
    story: Story,
    scenario: Scenario,
    say: Say = str,
    order: Sequence[Section] = WHOLE,
    *,
    wall: bool = False,
) -> str:
    """Return the debrief of a game as a whole HTML page, its parts in *order*.

    *say* says the page's own words. On a *wall* one part fills a screen, in words that a room can read.
    """
    record = scenario.teaching.record if scenario.teaching else ()
    return render(
        "debrief.html",
        language=scenario.language,
        say=say,
        order=order,
        wall=wall,
        numbers=numbers_of(story, scenario, say),
        story=story,
        sides=scenario.sides,
        course=course_of(story, scenario, say),
        answers=partial(answers_in_words, say=say),
        offers=gathered(story.offers),
        how_held=how_held(say),
        motives=[(m, worth_in_words(m, say), reasons_in_words(scenario, m, say)) for m in story.motives],
        of_article=ARTICLE in scenario.sources,
        record=[(dated(fact.date, say), fact.text) for fact in record],
    )


def numbers_of(story: Story, scenario: Scenario, say: Say) -> tuple[tuple[int, str], ...]:
    """Return the three numbers that a debrief begins with."""
    gauge = gauge_of(scenario)
    highest = say("was the highest {track}").format(track=scenario.tracks[gauge].label)
    crossed = sum(len(line.crossed) for line in story.lines)
    signed = sum(offer.taken for offer in story.offers)
    return (
        (max(story.readings[gauge]), highest),
        (crossed, say("times a line was crossed")),
        (signed, say("offers were signed")),
    )


def gauge_of(scenario: Scenario) -> str:
    """Return the track that is drawn."""
    return GAUGE if GAUGE in scenario.tracks else next(iter(scenario.tracks))


def dated(date: str, say: Say) -> str:
    """Return a fact's date in words, as it stands where it is in words already."""
    return in_words(date, say) if DATE.fullmatch(date) else date


def course_of(story: Story, scenario: Scenario, say: Say) -> Plot:
    """Return the gauge over the months with the crossings on it."""
    name = gauge_of(scenario)
    track = scenario.tracks[name]
    marks = [
        (number, f"{date}: {'; '.join(titles)}")
        for number, date in enumerate(story.dates, start=1)
        if (titles := [line.title for line in story.lines if date in line.crossed])
    ]
    label = say("{track}, month by month").format(track=track.label)
    return Plot(label, story.readings[name], story.short, track.range, _bands(track, say), marks)


def _bands(track: Track, say: Say) -> list[tuple[float, str]]:
    """Return the bands of a track, or one band of its whole range."""
    top = track.range[1]
    bands = [(min(top, last + 0.5), say(name)) for name, (_first, last) in track.bands.items()]
    return bands or [(top, "")]


def write_debrief(
    match: Match, out: Path, order: Sequence[Section] = WHOLE, *, wall: bool = False
) -> Trouble | None:
    """Write the debrief of a *match* that is over to a file; what stood there is kept as NAME.1."""
    page = debrief_page(story_of(match), match.book.scenario, match.book.index.say, order, wall=wall)
    return write_whole(out, page.encode(), keep=1)
