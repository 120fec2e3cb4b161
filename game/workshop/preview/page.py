"""The preview as one HTML page that stands alone: graph, calendar, and every condition in English."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from game.debrief.markup import Html, joined, script, tag, values
from game.debrief.paper import paper
from game.match.dates import in_words
from game.model.scenario import Scenario
from game.model.turn import date_of_turn, turn_of
from game.workshop.preview.details import details_of
from game.workshop.preview.graph import Graph, Node

HERE = Path(__file__).parent
HEADS = ("What is done", "What it moves", "What it crosses", "What it comes to")
WORLD = "world"
KINDS = {
    "card": "Cards",
    "event": "Calendar",
    "upkeep": "Standing rules",
    "track": "Tracks",
    "line": "Lines",
    "ending": "Endings",
    "goal": "Goals",
}

Details = Mapping[str, tuple[tuple[str, str], ...]]


def preview_page(scenario: Scenario, graph: Graph) -> str:
    """Return the preview as a whole HTML page."""
    details = details_of(scenario)
    style, code = ((HERE / name).read_text(encoding="utf-8") for name in ("look.css", "look.js"))
    first = next(node.id for node in graph.nodes if node.id.startswith("track:"))
    lines = tag("svg", role="img", aria_label="Lines between what is chosen and what it bears on")
    columns = (tag("div", tag("h2", head), tag("ol"), class_="column") for head in HEADS)
    return paper(
        f"{scenario.title}: a preview",
        tag("p", "What moves what", class_="note"),
        tag("h1", scenario.title),
        tag("p", scenario.summary, class_="lead"),
        _calendar(scenario),
        _filters(scenario),
        tag("p", "Lines lead from cause to effect; dashed ones lead back.", class_="note key"),
        tag(
            "div",
            tag("div", lines, *columns, class_="graph", data_first=first),
            tag("aside", class_="panel", aria_live="polite"),
            class_="view",
        ),
        _words(scenario, graph, details),
        style=style,
        language=scenario.language,
        script=joined(values("graph", _graph(scenario, graph, details)), script(code)),
    )


def _calendar(scenario: Scenario) -> Html:
    """Return the calendar as a strip of months, each with its events."""
    events: dict[int, list[Html]] = {}
    for name, event in scenario.calendar.items():
        turn = turn_of(scenario.start, scenario.turns, event.month)
        press = tag("button", event.title, type="button", data_id=f"event:{name}")
        events.setdefault(turn, []).append(press)
    months = (
        tag("div", tag("b", date), *events.get(number, ()), class_="month")
        for number, date in enumerate(_dates(scenario), 1)
    )
    wide = f"grid-template-columns:repeat({min(scenario.months, 12)},minmax(84px,1fr))"
    return tag("div", *months, class_="strip", style=wide)


def _dates(scenario: Scenario) -> Iterator[str]:
    """Yield when each turn begins, the year only where it is another than before."""
    before = ""
    for number in range(1, scenario.months + 1):
        date = date_of_turn(scenario.start, scenario.turns, number)
        year = date.split("-")[0]
        yield in_words(date).removesuffix(f" {year}" if year == before else "")
        before = year


def _filters(scenario: Scenario) -> Html:
    labels = {side: noun.label for side, noun in scenario.sides.items()}
    presses = (
        tag("button", label, type="button", data_side=side, aria_pressed="false" if side else "true")
        for side, label in {"": "Everybody", **labels, WORLD: "The world"}.items()
    )
    sought = tag("input", type="search", placeholder="Find by name", aria_label="Find by name")
    return tag("div", *presses, sought, class_="top")


def _words(scenario: Scenario, graph: Graph, details: Details) -> Html:
    """Return everything in words, kind by kind, for printing and for readers without scripts."""
    parts = []
    for kind, head in KINDS.items():
        told = [_told(node, details) for node in graph.nodes if node.id.startswith(f"{kind}:")]
        if told:
            summary = tag("summary", f"{head} ({len(told)})")
            parts.append(tag("details", summary, tag("div", *told, class_="grid")))
    return tag("section", tag("h2", "Everything in words"), *parts, class_="words")


def _told(node: Node, details: Details) -> Html:
    said = _pairs(details[node.id])
    return tag("article", tag("h3", node.title), tag("dl", *said), data_side=node.side or WORLD)


def _pairs(told: tuple[tuple[str, str], ...]) -> Iterator[Html]:
    for word, said in told:
        yield joined(tag("dt", word), tag("dd", said)) if word else tag("dd", said, class_="whole")


def _graph(scenario: Scenario, graph: Graph, details: Details) -> Mapping[str, Any]:
    """Return the graph for the script."""
    sides = scenario.sides.items()
    return {
        "nodes": [vars(node) for node in graph.nodes],
        "edges": [edge._asdict() for edge in graph.edges],
        "details": details,
        "marks": {side: noun.mark.value for side, noun in sides},
        "labels": {side: noun.label for side, noun in sides},
    }
