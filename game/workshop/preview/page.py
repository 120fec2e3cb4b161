"""The preview as one HTML page that stands alone: graph, calendar, and every condition in English."""

from collections.abc import Iterator, Mapping
from typing import Any

from game.match.dates import in_words
from game.model.event import Event
from game.model.scenario import Scenario
from game.model.turn import date_of_turn, turn_of
from game.pages.rendering import render
from game.workshop.preview.details import details_of
from game.workshop.preview.graph import Graph

KINDS = {
    "card": "Cards",
    "event": "Calendar",
    "upkeep": "Standing rules",
    "track": "Tracks",
    "line": "Lines",
    "ending": "Endings",
    "goal": "Goals",
}


def preview_page(scenario: Scenario, graph: Graph) -> str:
    """Return the preview as a whole HTML page."""
    return render(
        "preview.html",
        language=scenario.language,
        scenario=scenario,
        calendar=_calendar(scenario),
        first=next(node.id for node in graph.nodes if node.id.startswith("track:")),
        graph=_graph(scenario, graph),
        kinds=[
            (head, [node for node in graph.nodes if node.id.startswith(f"{kind}:")])
            for kind, head in KINDS.items()
        ],
    )


def _calendar(scenario: Scenario) -> list[tuple[str, list[tuple[str, Event]]]]:
    """Return the months, each with its events and their names."""
    events: dict[int, list[tuple[str, Event]]] = {}
    for name, event in scenario.calendar.items():
        turn = turn_of(scenario.start, scenario.turns, event.month)
        events.setdefault(turn, []).append((name, event))
    return [(date, events.get(number, [])) for number, date in enumerate(_dates(scenario), start=1)]


def _dates(scenario: Scenario) -> Iterator[str]:
    """Yield when each turn begins, the year only where it is another than before."""
    before = ""
    for number in range(1, scenario.months + 1):
        date = date_of_turn(scenario.start, scenario.turns, number)
        year = date.split("-")[0]
        yield in_words(date).removesuffix(f" {year}" if year == before else "")
        before = year


def _graph(scenario: Scenario, graph: Graph) -> Mapping[str, Any]:
    """Return the graph for the script."""
    sides = scenario.sides.items()
    return {
        "nodes": [vars(node) for node in graph.nodes],
        "edges": [edge._asdict() for edge in graph.edges],
        "details": details_of(scenario),
        "marks": {side: noun.mark.value for side, noun in sides},
        "labels": {side: noun.label for side, noun in sides},
    }
