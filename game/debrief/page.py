"""The debrief as one page that stands alone: it opens anywhere and prints."""

from game.debrief.after import Deal, Turn
from game.debrief.paper import listed, paper, section, table, tag, text, trend
from game.debrief.story import Hidden, LineStory, Offered, Story
from game.model.scenario import Scenario
from game.model.track import Track

GAUGE = "tension"
"""The track that is drawn, where the scenario has it; else its first."""


def debrief_page(story: Story, scenario: Scenario) -> str:
    """Return the debrief of a game as a whole HTML page."""
    return paper(
        f"{story.title}: {story.ending}",
        tag(
            "p",
            text(f"{story.title} · {story.dates[0]} to {story.dates[-1]} · seed {story.seed}"),
            class_="note",
        ),
        tag("h1", text(story.ending)),
        tag("p", text(story.text), class_="lead"),
        _scores(story, scenario),
        _drawn(story, scenario),
        section("Turning points", listed(_turn(turn, scenario) for turn in story.turns)),
        section("Every line’s story", listed(_line(line, scenario) for line in story.lines)),
        section("Offers", _offers(story, scenario), listed(_deal(deal, scenario) for deal in story.deals)),
        section("Deniable and true", listed(_hidden(act, scenario) for act in story.hidden)),
        _compared(story),
        section("To talk about", listed(text(question) for question in story.questions)),
        tag("p", text("Invented events say so in the game; facts carry a date and a source."), class_="note"),
    )


def _span(story: Story) -> str:
    """Return from when to when the game went."""
    return story.dates[0] if len(story.dates) == 1 else f"{story.dates[0]} to {story.dates[-1]}"


def named(scenario: Scenario, side: str) -> str:
    """Return a side's name in its colour."""
    noun = scenario.sides[side]
    return tag("strong", text(noun.label), class_=f"t-{noun.mark.value}")


def _scores(story: Story, scenario: Scenario) -> str:
    sheets = []
    for side, made in story.outcome.items():
        noun = scenario.sides[side]
        rows = [
            (
                text(won.text) + (tag("span", " · secret until now", class_="note") if won.secret else ""),
                text(f"{won.points:.1f} of {won.most}"),
            )
            for won in made.goals
        ]
        points = tag("span", text(f"{made.points:.1f}"), class_="points")
        goals = table(("Goal", "Points"), rows, figures=1).replace(' class="wide"', "")
        sheets.append(
            tag("div", points, tag("h3", text(noun.label)), goals, class_=f"sheet {noun.mark.value}")
        )
    return section("Who scored what", tag("div", *sheets, class_="columns"))


def _drawn(story: Story, scenario: Scenario) -> str:
    """Return the gauge over the months with the crossings on it."""
    name = GAUGE if GAUGE in scenario.tracks else next(iter(scenario.tracks))
    track = scenario.tracks[name]
    marks = [
        (story.dates.index(month) + 1, f"{line.title}: crossed in {month}")
        for line in story.lines
        for month in line.crossed
    ]
    months = [date[:3] for date in story.dates]
    drawn = trend(story.readings[name], months, track.range, _bands(track), marks)
    return section(f"{track.label}, month by month", drawn, tag("p", "● a line was crossed", class_="note"))


def _bands(track: Track) -> list[tuple[float, str]]:
    """Return the bands of a track, or one band of its whole range."""
    top = track.range[1]
    bands = [(min(top, last + 0.5), name) for name, (_first, last) in track.bands.items()]
    return bands or [(top, "")]


def _turn(turn: Turn, scenario: Scenario) -> str:
    way = "rose" if turn.points > 0 else "fell"
    told = f"In {turn.date} the outlook of "
    moved = f" {way} by {abs(turn.points):.1f} points. "
    return text(told) + named(scenario, turn.side) + text(moved + "; ".join(turn.headlines) + ".")


def _line(line: LineStory, scenario: Scenario) -> str:
    owner = "" if line.owner is None else f" ({named(scenario, line.owner)})"
    if not line.crossed:
        return f"{text(line.title)}{owner}: never crossed."
    told = f": crossed in {', '.join(line.crossed)}"
    if line.owes:
        told += f"; answered {line.answered}, let pass {line.let_pass}"
    return f"{text(line.title)}{owner}{text(told)}."


def _offers(story: Story, scenario: Scenario) -> str:
    rows = [_offer(offer, scenario) for offer in story.offers]
    return table(("Month", "From", "Terms", ""), rows) or tag("p", "No terms were tabled.")


def _offer(offer: Offered, scenario: Scenario) -> tuple[str, str, str, str]:
    return (
        text(offer.date),
        named(scenario, offer.side),
        text(offer.terms),
        "signed" if offer.taken else "not taken",
    )


def _deal(deal: Deal, scenario: Scenario) -> str:
    gains = ", ".join(f"{named(scenario, side)} {points:+.1f}" for side, points in deal.gains.items())
    told = f"‘{deal.title}’, had both homes borne it in {deal.date}, would have left every side better off: "
    return f"{text(told)}{gains}."


def _hidden(act: Hidden, scenario: Scenario) -> str:
    fate = "never pinned down" if act.named is None else f"pinned down in {act.named}"
    return f"{text(act.date)}: {text(act.title)}, by {named(scenario, act.side)}; {text(fate)}."


def _compared(story: Story) -> str:
    rows = [
        (text(f"{claim.id} {claim.says}"), text(claim.fared), text(claim.here))
        for claim in story.compared
        if claim.here
    ]
    heads = ("The article expected", "What happened", "Your table")
    return section("Expected, happened, played", table(heads, rows))
