"""Role sheets: what each seat reads before it plays, and the cards it holds."""

from collections.abc import Iterator, Mapping

from game.model.card import Card
from game.model.goal import Goal
from game.model.redline import Redline
from game.model.scenario import Scenario
from game.model.speech import called, told_in
from game.model.teaching import Post
from game.model.track import Show
from game.presenters.posts import posts
from game.rules.index import Say
from game.scenario.languages import speaker
from game.workshop.packet.blocks import Block, Boxes, Frame, Heading, Para, PrintedTable, Sheet, bold
from game.workshop.packet.markdown import from_markdown
from game.workshop.phrases import card_lines, kind_told, moves_told


def role_sheet(scenario: Scenario, side: str, brief: str) -> Sheet:
    """Return the role sheet of a side: its brief, goals, lines, home tracks and two posts."""
    noun, say = scenario.sides[side], speaker(scenario)
    blocks: list[Block] = [Para(noun.office, "note"), Para(noun.summary, "lead")]
    work = tuple(Frame(post.title, tuple(_work(post, say)), noun.mark) for post in posts(scenario, side))
    blocks += [Boxes(work, 2), *from_markdown(brief)]
    blocks += [Heading(say("What you are scored on")), _goals(scenario, noun.goals)]
    blocks += _secrets(scenario, noun.goals)
    blocks += _lines(scenario, side)
    blocks += _home(scenario, side)
    title, eyes = say("{side}: your role"), say("{side} only")
    told = (title.format(side=noun.label), eyes.format(side=noun.label))
    return Sheet(side, *told, tuple(blocks), noun.mark, private=True)


def _work(post: Post, say: Say) -> Iterator[Para]:
    """Yield what a post does, and what it does each month besides."""
    yield Para(post.text)
    if post.task:
        yield Para(bold(say("Each month:"), f" {post.task}"), "note")


def card_sheet(scenario: Scenario, side: str) -> Sheet:
    """Return the cards of a side, line by line of the order sheet."""
    noun, say = scenario.sides[side], speaker(scenario)
    rule = say("One card a month on each line of the sheet; holding a line is always allowed.")
    blocks: list[Block] = [Para(rule, "note")]
    for slot, line in scenario.slots.items():
        cards = [card for card in scenario.cards.values() if (card.side, card.slot) == (side, slot)]
        if cards:
            boxes = tuple(_card(scenario, card, side) for card in cards)
            blocks += [Heading(f"{line.title}: {line.text[:1].lower()}{line.text[1:]}"), Boxes(boxes, 3)]
    title, eyes = say("{side}: your cards"), say("{side} only")
    told = (title.format(side=noun.label), eyes.format(side=noun.label))
    return Sheet(side, *told, tuple(blocks), noun.mark, private=True)


def _card(scenario: Scenario, card: Card, side: str) -> Frame:
    told = (Para(bold(word, f" {said}"), "note") for word, said in card_lines(scenario, card, side) if said)
    mark = scenario.sides[side].mark
    return Frame(card.title, (Para(card.text), *told), mark, kind_told(scenario, card))


def goal_told(scenario: Scenario, goal: Goal) -> str:
    """Return how a goal is scored."""
    say = speaker(scenario)
    if goal.when is not None:
        return say("if {condition}").format(condition=told_in(scenario, goal.when.tree))
    assert goal.grade is not None
    measure = told_in(scenario, goal.grade.tree)
    told = say("{measure}: nothing at {low}, all at {high}")
    return told.format(measure=measure, low=goal.low, high=goal.high)


def limit_told(scenario: Scenario, line: Redline) -> str:
    """Return what crosses a line."""
    say = speaker(scenario)
    acts = [called(scenario, name) for name in line.crossed_by]
    told = [say("playing {acts}").format(acts=", ".join(acts))] if acts else []
    if line.limit is not None:
        above = say(" or ").join(str(reading) for reading in line.limit.above)
        track = scenario.tracks[line.limit.track].label
        drawn = say(", one of which each game draws") if len(line.limit.above) > 1 else ""
        told.append(say("{track} above {limit}").format(track=track, limit=above) + drawn)
    when = say(", while {condition}").format(condition=told_in(scenario, line.when.tree)) if line.when else ""
    return "; ".join(told) + when


def owner(scenario: Scenario, line: Redline) -> str:
    """Return who drew a line, and whether in private."""
    say = speaker(scenario)
    drawn = scenario.sides[line.drawn_by].label if line.drawn_by else say("the world")
    return drawn if line.declared else say("{side}, in private").format(side=drawn)


def _goals(scenario: Scenario, goals: Mapping[str, Goal]) -> PrintedTable:
    rows = [
        (goal.text, goal_told(scenario, goal), str(goal.points)) for goal in goals.values() if not goal.secret
    ]
    say = speaker(scenario)
    head = (say("Goal"), say("How it is measured at the end"), say("Points"))
    return PrintedTable(head, tuple(rows), (40, 48, 8))


def _secrets(scenario: Scenario, goals: Mapping[str, Goal]) -> Iterator[Block]:
    rows = [
        (goal.text, goal_told(scenario, goal), str(goal.points)) for goal in goals.values() if goal.secret
    ]
    if rows:
        say = speaker(scenario)
        yield Para(say("One of these is yours as well. The game draws it and shows it to you alone."), "note")
        head = (say("Secret goal"), say("How it is measured at the end"), say("Points"))
        yield PrintedTable(head, tuple(rows), (40, 48, 8))


def _lines(scenario: Scenario, side: str) -> Iterator[Block]:
    """Yield a side's own lines, and the declared ones of others."""
    say = speaker(scenario)
    rows = [
        (
            line.title,
            (say("you") if line.declared else say("you, in private"))
            if line.drawn_by == side
            else owner(scenario, line),
            limit_told(scenario, line),
            _answer(scenario, line, side),
        )
        for line in scenario.redlines.values()
        if line.declared or line.drawn_by == side
    ]
    if rows:
        yield Heading(say("Lines you know of"))
        head = (say("Line"), say("Drawn by"), say("Crossed by"), say("Then"))
        yield PrintedTable(head, tuple(rows), (26, 14, 30, 30))


def _answer(scenario: Scenario, line: Redline, side: str) -> str:
    say = speaker(scenario)
    if line.drawn_by != side:
        return "; ".join(answer.title for answer in line.answers.values()) or say("an answer is owed")
    cards = say(" or ").join(f"“{scenario.cards[card].title}”" for card in line.answered_by)
    cost = moves_told(scenario, line.backed_down, side)
    if not cards:
        return ""
    if not cost:
        return say("answer next month with {cards}").format(cards=cards)
    return say("answer next month with {cards}, or {cost}").format(cards=cards, cost=cost)


def _home(scenario: Scenario, side: str) -> Iterator[Block]:
    """Yield the readings that belong to a side, and which of them it alone can see."""
    say = speaker(scenario)
    own = {name: track for name, track in scenario.tracks.items() if name.startswith(f"{side}.")}
    rows = [
        (
            track.label,
            track.text,
            say("{n} of {most}").format(n=track.start, most=track.range[1]),
            say("you alone") if track.show is Show.OWNER else say("all"),
        )
        for track in own.values()
        if track.show is not Show.NONE and not track.switch
    ]
    if rows:
        yield Heading(say("Your own readings"))
        head = (say("Reading (track)"), say("What it measures"), say("Starts at"), say("Seen by"))
        yield PrintedTable(head, tuple(rows), (22, 50, 14, 14))
