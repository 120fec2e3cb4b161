"""The whole packet of a scenario: cover, roles, cards, guide, sources, glossary."""

from collections.abc import Mapping
from dataclasses import replace

from game.match.dates import in_words
from game.model.scenario import Scenario
from game.model.turn import date_of_turn
from game.scenario.languages import speaker
from game.workshop.packet.blocks import Packet
from game.workshop.packet.guide import claims_sheet, glossary_sheet, guide_sheet, sources_sheet
from game.workshop.packet.lesson import cockpits, lesson_sheets
from game.workshop.packet.paper import board_sheet, order_sheet, paper_sheet
from game.workshop.packet.roles import card_sheet, role_sheet


def packet_of(scenario: Scenario, texts: Mapping[str, str]) -> Packet:
    """Return a scenario on paper; *texts* are the Markdown texts beside it, by name."""
    sheets = []
    for side in scenario.sides:
        sheets += [role_sheet(scenario, side, texts.get(f"brief-{side}", "")), card_sheet(scenario, side)]
        sheets.append(order_sheet(scenario, side))
        lesson = (*cockpits(scenario), guide_sheet(scenario), *lesson_sheets(scenario))
    paper = (paper_sheet(scenario), board_sheet(scenario))
    annexes = (claims_sheet(scenario), sources_sheet(scenario, texts), glossary_sheet(scenario))
    for_all = filter(None, (*lesson, *paper, *annexes))
    sheets += (replace(sheet, name=_beside(sheet.name, scenario)) for sheet in for_all)
    return Packet(
        scenario.id, scenario.title, scenario.summary, _facts(scenario), tuple(sheets), scenario.language
    )


def _beside(name: str, scenario: Scenario) -> str:
    """Return a sheet's name, another where a side bears it: what is that side's goes to nobody else."""
    return f"{name}-sheet" if name in scenario.sides else name


def _facts(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    say = speaker(scenario)
    first, last = (date_of_turn(scenario.start, scenario.turns, n) for n in (1, scenario.months))
    plans = scenario.teaching.plans.values() if scenario.teaching else ()
    lesson = scenario.teaching.lesson if scenario.teaching else ()
    takes = sum(stage.minutes for stage in lesson)
    plays = say("{first} to {last}, {n} turns")
    in_class, alone = say("{n} minutes in class"), say("about {n} minutes")
    long = in_class.format(n=takes) if takes else alone.format(n=scenario.minutes)
    return (
        (say("Plays"), plays.format(first=in_words(first, say), last=in_words(last, say), n=scenario.months)),
        (say("Seats"), ", ".join(side.label for side in scenario.sides.values())),
        (say("Takes"), " · ".join(plan.title for plan in plans) or long),
    )
