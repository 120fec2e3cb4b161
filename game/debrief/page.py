"""The debrief as one page that stands alone: it opens anywhere and prints."""

import re
from pathlib import Path

from game.debrief.markup import NOTHING, Html, Words, filled, joined, parted, tag
from game.debrief.motives import Motive
from game.debrief.paper import listed, paper, section, table
from game.debrief.reasons_text import how_held, reasons_in_words, worth_in_words
from game.debrief.story import Hidden, LineStory, Offered, Story, answers_in_words, gathered, story_of
from game.debrief.trend import Course, trend
from game.debrief.turning_points import Deal, Turn
from game.match.dates import in_words
from game.match.files import write_whole
from game.match.match import Match
from game.match.outcome import Won
from game.match.trouble import Trouble
from game.model.scenario import Scenario
from game.model.track import Track
from game.rules.index import Say

ARTICLE = "article"
"""The source that a scenario's claims come from, where they are those of one article."""

DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
"""A date that can be said in words."""

GAUGE = "tension"
"""The track that is drawn, where the scenario has it; else its first."""


def debrief_page(story: Story, scenario: Scenario, say: Say = str) -> str:
    """Return the debrief of a game as a whole HTML page; *say* says the page's own words."""
    lines, offers = _lines(story, scenario, say), _offers(story, scenario, say)
    return paper(
        f"{story.title}: {story.ending}",
        tag("p", _head(story, say), class_="note"),
        tag("h1", story.ending),
        tag("p", story.text, class_="lead"),
        _scores(story, scenario, say),
        _drawn(story, scenario, say),
        section(say("Turning points"), listed(_turn(turn, scenario, say) for turn in story.turns)),
        section(say("Every line’s story"), listed(lines)),
        section(say("Offers"), offers, listed(_deal(deal, scenario, say) for deal in story.deals)),
        section(say("Deniable and true"), listed(_hidden(act, scenario, say) for act in story.hidden)),
        _motives(story, scenario, say),
        _advised(story, scenario, say),
        _compared(story, scenario, say),
        _happened(scenario, say),
        section(say("To talk about"), listed(story.questions)),
        tag("p", say("Facts carry a date and a source. Invented events say so."), class_="note"),
        language=scenario.language,
    )


def _happened(scenario: Scenario, say: Say) -> Html:
    """Return what really happened, where a scenario's notes tell it."""
    record = scenario.teaching.record if scenario.teaching else ()
    rows = [(dated(fact.date, say), fact.text) for fact in record]
    return section(say("What really happened"), table((say("When"), say("What")), rows))


def dated(date: str, say: Say) -> str:
    """Return a fact's date in words, as it stands where it is in words already."""
    return in_words(date, say) if DATE.fullmatch(date) else date


def named(scenario: Scenario, side: str) -> Html:
    """Return a side's name in its colour."""
    noun = scenario.sides[side]
    return tag("strong", noun.label, class_=f"t-{noun.mark.value}")


def _head(story: Story, say: Say) -> str:
    """Return which game it was: its title, from when to when it went, its seed."""
    first, last = story.dates[0], story.dates[-1]
    span = first if first == last else say("{first} to {last}").format(first=first, last=last)
    seed = say("seed {n}").format(n=story.seed)
    return f"{story.title} · {span} · {seed}"


def _scores(story: Story, scenario: Scenario, say: Say) -> Html:
    sheets = []
    for side, made in story.outcome.items():
        noun = scenario.sides[side]
        rows = [_score(won, say) for won in made.goals]
        points = tag("span", f"{made.points:.1f}", class_="points")
        goals = table((say("Goal"), say("Points")), rows, figures=1, wide=False)
        sheets.append(tag("div", points, tag("h3", noun.label), goals, class_=f"sheet {noun.mark.value}"))
    return section(say("Who scored what"), tag("div", *sheets, class_="columns"))


def _score(won: Won, say: Say) -> tuple[Html, str]:
    secret = tag("span", f" · {say('secret until now')}", class_="note") if won.secret else ""
    points = say("{points} of {most}").format(points=f"{won.points:.1f}", most=won.most)
    return joined(won.text, secret), points


def _drawn(story: Story, scenario: Scenario, say: Say) -> Html:
    """Return the gauge over the months with the crossings on it."""
    name = GAUGE if GAUGE in scenario.tracks else next(iter(scenario.tracks))
    track = scenario.tracks[name]
    marks = [
        (number, f"{date}: {'; '.join(titles)}")
        for number, date in enumerate(story.dates, start=1)
        if (titles := [line.title for line in story.lines if date in line.crossed])
    ]
    title = say("{track}, month by month").format(track=track.label)
    course = Course(title, story.readings[name], story.short, track.range, _bands(track, say), marks)
    wide, narrow = trend(course)
    drawn = tag("div", narrow, class_="small"), tag("div", wide, class_="chart")
    told = [tag("li", label) for _number, label in marks]
    return section(title, *drawn, tag("ol", *told, class_="note") if told else NOTHING)


def _bands(track: Track, say: Say) -> list[tuple[float, str]]:
    """Return the bands of a track, or one band of its whole range."""
    top = track.range[1]
    bands = [(min(top, last + 0.5), say(name)) for name, (_first, last) in track.bands.items()]
    return bands or [(top, "")]


def _turn(turn: Turn, scenario: Scenario, say: Say) -> Html:
    rose, fell = (
        say("{month}: the outlook of {side} rose by {n} points. {news}."),
        say("{month}: the outlook of {side} fell by {n} points. {news}."),
    )
    return filled(
        rose if turn.points > 0 else fell,
        month=turn.date,
        side=named(scenario, turn.side),
        n=f"{abs(turn.points):.1f}",
        news="; ".join(turn.headlines),
    )


def _lines(story: Story, scenario: Scenario, say: Say) -> list[Html]:
    """Return every line's story, those that were never crossed in one."""
    quiet = [_line_name(line, scenario) for line in story.lines if not line.crossed]
    crossed = [_line(line, scenario, say) for line in story.lines if line.crossed]
    return [*crossed, filled(say("{line}: never crossed."), line=parted("; ", quiet))] if quiet else crossed


def _line_name(line: LineStory, scenario: Scenario) -> Html:
    """Return a line with its owner."""
    owner = () if line.owner is None else (" (", named(scenario, line.owner), ")")
    return joined(line.title, *owner)


def _line(line: LineStory, scenario: Scenario, say: Say) -> Html:
    title, months = _line_name(line, scenario), ", ".join(line.crossed)
    crossed = filled(say("{line}: crossed ({months})"), line=title, months=months)
    return joined(crossed, answers_in_words(line, say), ".")


def _offers(story: Story, scenario: Scenario, say: Say) -> Html:
    rows = [_offer(offer, scenario, say) for offer in gathered(story.offers)]
    heads = (say("Month"), say("From"), say("Terms"), say("Outcome"))
    return table(heads, rows) or tag("p", say("No terms were tabled."))


def _offer(offer: Offered, scenario: Scenario, say: Say) -> tuple[Words, ...]:
    taken = say("signed") if offer.taken else say("not taken")
    return offer.date, named(scenario, offer.side), offer.terms, taken


def _deal(deal: Deal, scenario: Scenario, say: Say) -> Html:
    each = (joined(named(scenario, side), f" {points:+.1f}") for side, points in deal.gains.items())
    words = say(
        "‘{deal}’, had both homes borne it by {month}, would have left every side better off: {gains}."
    )
    return filled(words, deal=deal.title, month=deal.date, gains=parted(", ", each))


def _hidden(act: Hidden, scenario: Scenario, say: Say) -> Html:
    fate = say("never pinned down")
    if act.named is not None:
        fate = say("pinned down in {month}").format(month=act.named)
    return filled(
        say("{month}: {act}, by {side}; {fate}."),
        month=act.date,
        act=act.title,
        side=named(scenario, act.side) if act.side else say("a third party"),
        fate=fate,
    )


def _motives(story: Story, scenario: Scenario, say: Say) -> Html:
    """Return what computer players laid, and what decided for it."""
    if not story.motives:
        return NOTHING
    told = listed(_motive(motive, scenario, say) for motive in story.motives)
    how = tag("p", how_held(say), class_="note")
    return section(say("Why the computer players did it"), how, told)


def _motive(motive: Motive, scenario: Scenario, say: Say) -> Html:
    """Return one sheet with the consequences that decided for it."""
    head = filled(
        say("{side}, {date}: {cards}."),
        side=named(scenario, motive.side),
        date=motive.date,
        cards=", ".join(motive.cards),
    )
    words = reasons_in_words(scenario, motive, say)
    because = listed(joined(what, " ", tag("span", how, class_="note")) for what, how in words)
    return joined(head, f" {worth_in_words(motive, say)}", because)


def _advised(story: Story, scenario: Scenario, say: Say) -> Html:
    """Return how often each adviser was right, asked again before every month."""
    rows = [
        (named(scenario, each.side), f"{each.label}: {each.text}", f"{each.right} / {each.made}")
        for each in story.advised
    ]
    if not rows:
        return NOTHING
    head = (say("Side"), say("Adviser"), say("Forecasts that came true"))
    return section(say("How often the advisers were right"), table(head, rows, figures=1))


def _compared(story: Story, scenario: Scenario, say: Say) -> Html:
    rows = [(f"{claim.id} {claim.says}", claim.fared, claim.here) for claim in story.compared if claim.here]
    first = say("The article expected") if ARTICLE in scenario.sources else say("Expected")
    heads = (first, say("What happened"), say("Your table"))
    return section(say("Expected, happened, played"), table(heads, rows))


def write_debrief(match: Match, out: Path) -> Trouble | None:
    """Write the debrief of a *match* that is over to a file; what stood there is kept as NAME.1."""
    page = debrief_page(story_of(match), match.book.scenario, match.book.index.say)
    return write_whole(out, page.encode(), keep=1)
