"""A game on paper: the board that lies open, blank order sheets, and what the facilitator does each month."""

from collections.abc import Iterator

from game.match.dates import in_words
from game.model.scenario import Scenario
from game.model.speech import settled_for_players, told_in
from game.model.track import Show, Track
from game.model.turn import date_of_turn
from game.scenario.languages import speaker
from game.workshop.packet.blocks import (
    Block,
    Bullets,
    Heading,
    Line,
    Para,
    PrintedTable,
    Sheet,
    TextRun,
    TextWeight,
    bold,
)
from game.workshop.phrases import chance_told, moves_told

BLANK = " "
"""A cell to write in."""


def order_sheet(scenario: Scenario, side: str) -> Sheet:
    """Return the blank sheet of a side: a row a turn, a cell a line, and two signatures."""
    say, noun = speaker(scenario), scenario.sides[side]
    lines = tuple(slot.title for slot in scenario.slots.values())
    head = (say("Turn"), *lines, say("Terms"), say("Signed"), say("Countersigned"))
    rows = tuple((_turn(scenario, n), *(BLANK for _each in head[1:])) for n in range(1, scenario.months + 1))
    told = say("A card on each line, or hold. Terms are a level on each ladder, and who moves first.")
    title, eyes = say("{side}: order sheet"), say("{side} only")
    blocks = (
        Para(told, "note"),
        PrintedTable(head, rows, (16, *(20 for _line in lines), 20, 12, 16), to_write=True),
    )
    return Sheet(
        side, title.format(side=noun.label), eyes.format(side=noun.label), blocks, noun.mark, private=True
    )


def board_sheet(scenario: Scenario) -> Sheet:
    """Return what lies open on the table: the shared scales, the declared lines, ladders and packages."""
    say = speaker(scenario)
    shared = [track for track in scenario.tracks.values() if track.show is Show.ALL and not track.switch]
    scales = tuple((bold(track.label), _scale(track), track.text) for track in shared)
    blocks: list[Block] = [
        Para(say("Put a marker on each bold reading, and move it after every reveal."), "note"),
        PrintedTable((say("Reading (track)"), say("Scale"), say("What it measures")), scales, (20, 38, 42)),
        *at_the_table(scenario),
    ]
    return Sheet("class", say("The board"), say("everybody"), tuple(blocks))


def paper_sheet(scenario: Scenario) -> Sheet:
    """Return how the facilitator plays a month on paper, with a laptop out of sight or with none."""
    say = speaker(scenario)
    steps = (
        say("Read the news of the month, from the calendar or from the screen."),
        say("Teams talk, write a line of their order sheet and sign it twice. Collect the sheets together."),
        say("With a laptop: seat people everywhere, enter the sheets out of sight, read the reveal aloud."),
        say(
            "Without one: pay each card’s price, then move what it moves; two ten-sided dice below a chance "
            "mean that it happens."
        ),
        say("Then carry out the rules below, tell which lines were crossed, and move the markers."),
    )
    blocks: list[Block] = [Bullets(steps, numbered=True)]
    rules = tuple(_standing_rules(scenario))
    if rules:
        blocks += [Heading(say("At the end of each month"))]
        blocks += [PrintedTable((say("Rule"), say("When"), say("Moves")), rows=rules, widths=(26, 44, 30))]
    return Sheet(
        "facilitator", say("Played on paper"), say("the facilitator only"), tuple(blocks), private=True
    )


def at_the_table(scenario: Scenario) -> Iterator[Block]:
    """Yield the ladders and packages of the bargain, if there is one."""
    bargain, say = scenario.bargain, speaker(scenario)
    if bargain is None:
        return
    yield Heading(say("At the table"))
    for ladder in bargain.ladders.values():
        steps = "; ".join(f"{n}. {step.title}" for n, step in enumerate(ladder.steps, start=1))
        yield Para(bold(ladder.label, f" ({scenario.sides[ladder.side].label}): {steps}."))
    rows = tuple(
        (
            bold(package.title),
            package.text,
            ", ".join(f"{bargain.ladders[name].label} {level}" for name, level in package.levels.items()),
            scenario.sides[package.first].label if package.first else say("in parallel"),
        )
        for package in bargain.packages.values()
    )
    if rows:
        head = (say("Package"), say("What is exchanged"), say("Levels"), say("First"))
        yield PrintedTable(head, rows, (22, 38, 27, 13))


def _standing_rules(scenario: Scenario) -> Iterator[tuple[Line, ...]]:
    """Yield what happens by itself at the end of each month."""
    say = speaker(scenario)
    for rule in scenario.upkeep.values():
        when = rule.when and told_in(scenario, settled_for_players(scenario, rule.when.tree))
        asked = ", ".join(filter(None, (when or say("always"), chance_told(scenario, rule.chance))))
        yield bold(rule.title), asked, moves_told(scenario, rule.effects)


def _scale(track: Track) -> Line:
    """Return the readings of a scale, its start in bold."""
    low, high = track.range
    if high - low > 10:
        return (TextRun(f"{low} … "), TextRun(str(track.start), TextWeight.BOLD), TextRun(f" … {high}"))
    cells: list[TextRun] = []
    for reading in range(low, high + 1):
        weight = TextWeight.BOLD if reading == track.start else TextWeight.PLAIN
        cells += [TextRun(f"{reading}", weight), TextRun("  ")]
    return tuple(cells[:-1])


def _turn(scenario: Scenario, number: int) -> str:
    return in_words(date_of_turn(scenario.start, scenario.turns, number), speaker(scenario))
