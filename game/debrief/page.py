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


def debrief_page(story: Story, scenario: Scenario, say: Say = str) -> str:
    """Return the debrief of a game as a whole HTML page; *say* says the page's own words."""
    record = scenario.teaching.record if scenario.teaching else ()
    return render(
        "debrief.html",
        language=scenario.language,
        say=say,
        story=story,
        sides=scenario.sides,
        course=_course(story, scenario, say),
        answers=partial(answers_in_words, say=say),
        offers=gathered(story.offers),
        how_held=how_held(say),
        motives=[(m, worth_in_words(m, say), reasons_in_words(scenario, m, say)) for m in story.motives],
        of_article=ARTICLE in scenario.sources,
        record=[(dated(fact.date, say), fact.text) for fact in record],
    )


def dated(date: str, say: Say) -> str:
    """Return a fact's date in words, as it stands where it is in words already."""
    return in_words(date, say) if DATE.fullmatch(date) else date


def _course(story: Story, scenario: Scenario, say: Say) -> Plot:
    """Return the gauge over the months with the crossings on it."""
    name = GAUGE if GAUGE in scenario.tracks else next(iter(scenario.tracks))
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


def write_debrief(match: Match, out: Path) -> Trouble | None:
    """Write the debrief of a *match* that is over to a file; what stood there is kept as NAME.1."""
    page = debrief_page(story_of(match), match.book.scenario, match.book.index.say)
    return write_whole(out, page.encode(), keep=1)
