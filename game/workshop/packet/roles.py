"""Role sheets: what each seat reads before it plays, and the cards it holds."""

from collections.abc import Iterator, Mapping

from game.model.card import Card, Kind
from game.model.goal import Goal
from game.model.redline import Redline
from game.model.scenario import Scenario
from game.model.speech import told_in
from game.model.teaching import Post
from game.model.track import Show
from game.workshop.packet.blocks import Block, Box, Boxes, Heading, Para, Rows, Sheet
from game.workshop.packet.markdown import from_markdown
from game.workshop.words import card_lines, kind_told, moves_told


def role_sheet(scenario: Scenario, side: str, brief: str) -> Sheet:
    """Return the role sheet of a side: its brief, goals, lines, home tracks and two posts."""
    noun = scenario.sides[side]
    blocks: list[Block] = [Para(noun.office, "note"), Para(noun.summary, "lead")]
    work = tuple(Box(post.title, (Para(post.text),), noun.mark) for post in posts(scenario, side))
    blocks += [Boxes(work, 2), *from_markdown(brief)]
    blocks += [Heading("What you are scored on"), _goals(scenario, noun.goals)]
    blocks += _secrets(scenario, noun.goals)
    blocks += _lines(scenario, side)
    blocks += _home(scenario, side)
    return Sheet(f"{noun.label}: your role", f"{noun.label} only", tuple(blocks), noun.mark, private=True)


def card_sheet(scenario: Scenario, side: str) -> Sheet:
    """Return the cards of a side, line by line of the order sheet."""
    noun = scenario.sides[side]
    blocks: list[Block] = [
        Para("One card a month on each line of the sheet; holding a line is always allowed.", "note")
    ]
    for slot, line in scenario.slots.items():
        cards = [card for card in scenario.cards.values() if (card.side, card.slot) == (side, slot)]
        if cards:
            boxes = tuple(_card(scenario, card, side) for card in cards)
            blocks += [Heading(f"{line.title}: {line.text[:1].lower()}{line.text[1:]}"), Boxes(boxes, 3)]
    return Sheet(f"{noun.label}: your cards", f"{noun.label} only", tuple(blocks), noun.mark, private=True)


def _card(scenario: Scenario, card: Card, side: str) -> Box:
    told = (Para(f"**{word}** {said}", "note") for word, said in card_lines(scenario, card, side) if said)
    mark = scenario.sides[side].mark
    return Box(card.title, (Para(card.text), *told), mark, kind_told(card))


def posts(scenario: Scenario, side: str) -> tuple[Post, ...]:
    """Return the posts of a seat: the scenario's own, else one for abroad and one for home."""
    own = scenario.teaching.posts.get(side) if scenario.teaching else None
    if own:
        return own
    home = [noun.title for slot, noun in scenario.slots.items() if _is_home(scenario, side, slot)]
    abroad = [noun.title for noun in scenario.slots.values() if noun.title not in home]
    return (
        Post(
            title="Speaks abroad",
            text=f"Lays {_lines_told(abroad or home)} of the sheet, and speaks with the other seats.",
        ),
        Post(
            title="Keeps the house",
            text=f"Lays {_lines_told(home)} of the sheet. " * bool(home and abroad)
            + "Watches the goals, the lines and the readings at home, and countersigns the sheet.",
        ),
    )


def goal_told(scenario: Scenario, goal: Goal) -> str:
    """Return how a goal is scored."""
    if goal.when is not None:
        return f"if {told_in(scenario, goal.when.tree)}"
    assert goal.grade is not None
    return f"{told_in(scenario, goal.grade.tree)}: nothing at {goal.low}, all at {goal.high}"


def limit_told(scenario: Scenario, line: Redline) -> str:
    """Return what crosses a line."""
    cards = scenario.cards
    acts = [f"“{cards[n].title}”" if n in cards else f"any {n} act" for n in line.crossed_by]
    told = ["playing " + ", ".join(acts)] if acts else []
    if line.limit is not None:
        above = " or ".join(str(reading) for reading in line.limit.above)
        track = scenario.tracks[line.limit.track].label
        drawn = ", one of which each game draws" if len(line.limit.above) > 1 else ""
        told.append(f"{track} above {above}{drawn}")
    when = f", while {told_in(scenario, line.when.tree)}" if line.when else ""
    return "; ".join(told) + when


def owner(scenario: Scenario, line: Redline) -> str:
    """Return who drew a line, and whether in private."""
    drawn = scenario.sides[line.drawn_by].label if line.drawn_by else "the world"
    return drawn if line.declared else f"{drawn}, in private"


def _goals(scenario: Scenario, goals: Mapping[str, Goal]) -> Rows:
    rows = [
        (goal.text, goal_told(scenario, goal), str(goal.points)) for goal in goals.values() if not goal.secret
    ]
    return Rows(("Goal", "How it is measured at the end", "Points"), tuple(rows), (40, 48, 8))


def _secrets(scenario: Scenario, goals: Mapping[str, Goal]) -> Iterator[Block]:
    rows = [
        (goal.text, goal_told(scenario, goal), str(goal.points)) for goal in goals.values() if goal.secret
    ]
    if rows:
        yield Para("One of these is yours as well. The game draws it and shows it to you alone.", "note")
        yield Rows(("Secret goal", "How it is measured at the end", "Points"), tuple(rows), (40, 48, 8))


def _lines(scenario: Scenario, side: str) -> Iterator[Block]:
    """Yield a side's own lines, and the declared ones of others."""
    rows = [
        (
            line.title,
            "you" + ", in private" * (not line.declared) if line.drawn_by == side else owner(scenario, line),
            limit_told(scenario, line),
            _answer(scenario, line, side),
        )
        for line in scenario.redlines.values()
        if line.declared or line.drawn_by == side
    ]
    if rows:
        yield Heading("Lines you know of")
        yield Rows(("Line", "Drawn by", "Crossed by", "Then"), tuple(rows), (26, 14, 30, 30))


def _answer(scenario: Scenario, line: Redline, side: str) -> str:
    if line.drawn_by != side:
        return "; ".join(answer.title for answer in line.answers.values()) or "an answer is owed"
    cards = " or ".join(f"“{scenario.cards[card].title}”" for card in line.answered_by)
    cost = moves_told(scenario, line.backed_down, side)
    return f"answer next month with {cards}" + (f", or {cost}" if cost else "") if cards else ""


def _home(scenario: Scenario, side: str) -> Iterator[Block]:
    """Yield the readings that belong to a side, and which of them it alone can see."""
    own = {name: track for name, track in scenario.tracks.items() if name.startswith(f"{side}.")}
    rows = [
        (
            track.label,
            track.text,
            f"{track.start} of {track.range[1]}",
            "you alone" if track.show is Show.OWNER else "all",
        )
        for track in own.values()
        if track.show is not Show.NONE
    ]
    if rows:
        yield Heading("Your own readings")
        yield Rows(("Reading", "What it measures", "Starts at", "Seen by"), tuple(rows), (22, 50, 14, 14))


def _is_home(scenario: Scenario, side: str, slot: str) -> bool:
    """Say whether most of a side's cards on a line are played at home."""
    kinds = [card.kind for card in scenario.cards.values() if (card.side, card.slot) == (side, slot)]
    return 2 * sum(kind is Kind.DOMESTIC for kind in kinds) > len(kinds)


def _lines_told(titles: list[str]) -> str:
    named = " and ".join(f"‘{title}’" for title in titles)
    return f"the line{'s' * (len(titles) > 1)} {named}"
