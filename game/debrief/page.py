"""The debrief as one page that stands alone: it opens anywhere and prints."""

import re

from game.debrief.after import Deal, Turn
from game.debrief.because import how_held, reasons_in_words, worth_in_words
from game.debrief.motives import Motive
from game.debrief.paper import listed, paper, section, table, tag, text, trend
from game.debrief.story import Hidden, LineStory, Offered, Story, answers_in_words, gathered
from game.match.dates import in_words
from game.match.outcome import Won
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
        tag("h1", text(story.ending)),
        tag("p", text(story.text), class_="lead"),
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
        section(say("To talk about"), listed(text(question) for question in story.questions)),
        tag("p", text(say("Facts carry a date and a source. Invented events say so.")), class_="note"),
        language=scenario.language,
    )


def _happened(scenario: Scenario, say: Say) -> str:
    """Return what really happened, where a scenario's notes tell it."""
    record = scenario.teaching.record if scenario.teaching else ()
    rows = [(text(dated(fact.date, say)), text(fact.text)) for fact in record]
    return section(say("What really happened"), table((say("When"), say("What")), rows))


def dated(date: str, say: Say) -> str:
    """Return a fact's date in words, as it stands where it is in words already."""
    return in_words(date, say) if DATE.fullmatch(date) else date


def told(words: str, **parts: str) -> str:
    """Return words as HTML, their fields filled with parts that are HTML already."""
    return text(words).format(**parts)


def named(scenario: Scenario, side: str) -> str:
    """Return a side's name in its colour."""
    noun = scenario.sides[side]
    return tag("strong", text(noun.label), class_=f"t-{noun.mark.value}")


def _head(story: Story, say: Say) -> str:
    """Return which game it was: its title, from when to when it went, its seed."""
    first, last = text(story.dates[0]), text(story.dates[-1])
    span = first if first == last else told(say("{first} to {last}"), first=first, last=last)
    seed = told(say("seed {n}"), n=str(story.seed))
    return f"{text(story.title)} · {span} · {seed}"


def _scores(story: Story, scenario: Scenario, say: Say) -> str:
    sheets = []
    for side, made in story.outcome.items():
        noun = scenario.sides[side]
        rows = [_score(won, say) for won in made.goals]
        points = tag("span", text(f"{made.points:.1f}"), class_="points")
        goals = table((say("Goal"), say("Points")), rows, figures=1).replace(' class="wide"', "")
        sheets.append(
            tag("div", points, tag("h3", text(noun.label)), goals, class_=f"sheet {noun.mark.value}")
        )
    return section(say("Who scored what"), tag("div", *sheets, class_="columns"))


def _score(won: Won, say: Say) -> tuple[str, str]:
    secret = tag("span", text(f" · {say('secret until now')}"), class_="note") if won.secret else ""
    points = told(say("{points} of {most}"), points=f"{won.points:.1f}", most=str(won.most))
    return text(won.text) + secret, points


def _drawn(story: Story, scenario: Scenario, say: Say) -> str:
    """Return the gauge over the months with the crossings on it."""
    name = GAUGE if GAUGE in scenario.tracks else next(iter(scenario.tracks))
    track = scenario.tracks[name]
    marks = [
        (number, f"{date}: {'; '.join(titles)}")
        for number, date in enumerate(story.dates, start=1)
        if (titles := [line.title for line in story.lines if date in line.crossed])
    ]
    drawn = trend(story.readings[name], story.short, track.range, _bands(track, say), marks)
    title = say("{track}, month by month").format(track=track.label)
    told = "".join(tag("li", text(label)) for _number, label in marks)
    return section(title, tag("div", drawn, class_="chart"), tag("ol", told, class_="note") if told else "")


def _bands(track: Track, say: Say) -> list[tuple[float, str]]:
    """Return the bands of a track, or one band of its whole range."""
    top = track.range[1]
    bands = [(min(top, last + 0.5), say(name)) for name, (_first, last) in track.bands.items()]
    return bands or [(top, "")]


def _turn(turn: Turn, scenario: Scenario, say: Say) -> str:
    rose, fell = (
        say("{month}: the outlook of {side} rose by {n} points. {news}."),
        say("{month}: the outlook of {side} fell by {n} points. {news}."),
    )
    return told(
        rose if turn.points > 0 else fell,
        month=text(turn.date),
        side=named(scenario, turn.side),
        n=f"{abs(turn.points):.1f}",
        news=text("; ".join(turn.headlines)),
    )


def _lines(story: Story, scenario: Scenario, say: Say) -> list[str]:
    """Return every line's story, those that were never crossed in one."""
    quiet = [_line_name(line, scenario) for line in story.lines if not line.crossed]
    crossed = [_line(line, scenario, say) for line in story.lines if line.crossed]
    return [*crossed, told(say("{line}: never crossed."), line="; ".join(quiet))] if quiet else crossed


def _line_name(line: LineStory, scenario: Scenario) -> str:
    """Return a line with its owner."""
    owner = "" if line.owner is None else f" ({named(scenario, line.owner)})"
    return f"{text(line.title)}{owner}"


def _line(line: LineStory, scenario: Scenario, say: Say) -> str:
    title = _line_name(line, scenario)
    crossed = told(say("{line}: crossed ({months})"), line=title, months=text(", ".join(line.crossed)))
    return f"{crossed}{text(answers_in_words(line, say))}."


def _offers(story: Story, scenario: Scenario, say: Say) -> str:
    rows = [_offer(offer, scenario, say) for offer in gathered(story.offers)]
    heads = (say("Month"), say("From"), say("Terms"), "")
    return table(heads, rows) or tag("p", text(say("No terms were tabled.")))


def _offer(offer: Offered, scenario: Scenario, say: Say) -> tuple[str, str, str, str]:
    taken = say("signed") if offer.taken else say("not taken")
    return text(offer.date), named(scenario, offer.side), text(offer.terms), text(taken)


def _deal(deal: Deal, scenario: Scenario, say: Say) -> str:
    gains = ", ".join(f"{named(scenario, side)} {points:+.1f}" for side, points in deal.gains.items())
    words = say(
        "‘{deal}’, had both homes borne it by {month}, would have left every side better off: {gains}."
    )
    return told(words, deal=text(deal.title), month=text(deal.date), gains=gains)


def _hidden(act: Hidden, scenario: Scenario, say: Say) -> str:
    fate = say("never pinned down")
    if act.named is not None:
        fate = say("pinned down in {month}").format(month=act.named)
    return told(
        say("{month}: {act}, by {side}; {fate}."),
        month=text(act.date),
        act=text(act.title),
        side=named(scenario, act.side),
        fate=text(fate),
    )


def _motives(story: Story, scenario: Scenario, say: Say) -> str:
    """Return what computer players laid, and what decided for it."""
    if not story.motives:
        return ""
    told = listed(_motive(motive, scenario, say) for motive in story.motives)
    how = tag("p", text(how_held(say)), class_="note")
    return section(say("Why the computer players did it"), how, told)


def _motive(motive: Motive, scenario: Scenario, say: Say) -> str:
    """Return one sheet with the consequences that decided for it."""
    head = told(
        say("{side}, {date}: {cards}."),
        side=named(scenario, motive.side),
        date=text(motive.date),
        cards=text(", ".join(motive.cards)),
    )
    words = reasons_in_words(scenario, motive, say)
    because = listed(f"{text(what)} {tag('span', text(how), class_='note')}" for what, how in words)
    return f"{head} {text(worth_in_words(motive, say))}{because}"


def _advised(story: Story, scenario: Scenario, say: Say) -> str:
    """Return how often each adviser was right, asked again before every month."""
    rows = [
        (named(scenario, each.side), f"{text(each.label)}: {text(each.text)}", f"{each.right} / {each.made}")
        for each in story.advised
    ]
    if not rows:
        return ""
    head = (say("Side"), say("Adviser"), say("Forecasts that came true"))
    return section(say("How often the advisers were right"), table(head, rows, figures=1))


def _compared(story: Story, scenario: Scenario, say: Say) -> str:
    rows = [
        (text(f"{claim.id} {claim.says}"), text(claim.fared), text(claim.here))
        for claim in story.compared
        if claim.here
    ]
    first = say("The article expected") if ARTICLE in scenario.sources else say("Expected")
    heads = (first, say("What happened"), say("Your table"))
    return section(say("Expected, happened, played"), table(heads, rows))
