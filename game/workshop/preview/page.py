"""The preview as one HTML page that stands alone: graph, calendar, and every condition in English."""

import json
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from game.debrief.paper import paper, tag, text
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
    style, script = ((HERE / name).read_text(encoding="utf-8") for name in ("look.css", "look.js"))
    first = next(node.id for node in graph.nodes if node.id.startswith("track:"))
    columns = (tag("div", tag("h3", text(head)), tag("ol"), class_="column") for head in HEADS)
    return paper(
        f"{scenario.title}: a preview",
        tag("p", "What moves what", class_="note"),
        tag("h1", text(scenario.title)),
        tag("p", text(scenario.summary), class_="lead"),
        _calendar(scenario),
        _filters(scenario),
        tag("p", "Lines lead from cause to effect; dashed ones lead back.", class_="note key"),
        tag(
            "div",
            tag("div", "<svg aria-hidden='true'></svg>", *columns, class_="graph", **{"data-first": first}),
            tag("aside", class_="panel", **{"aria-live": "polite"}),
            class_="view",
        ),
        _words(scenario, graph, details),
        f'<script type="application/json" id="graph">{_json(scenario, graph, details)}</script>',
        f"<script>{script}</script>",
        style=style,
        language=scenario.language,
    )


def _calendar(scenario: Scenario) -> str:
    """Return the calendar as a strip of months, each with its events."""
    events: dict[int, list[str]] = {}
    for name, event in scenario.calendar.items():
        turn = turn_of(scenario.start, scenario.turns, event.month)
        press = tag("button", text(event.title), type="button", **{"data-id": f"event:{name}"})
        events.setdefault(turn, []).append(press)
    months = (
        tag("div", tag("b", text(date)), *events.get(number, ()), class_="month")
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


def _filters(scenario: Scenario) -> str:
    labels = {side: noun.label for side, noun in scenario.sides.items()}
    presses = (
        f'<button type="button" data-side="{escape(side)}" aria-pressed="{"false" if side else "true"}">'
        f"{text(label)}</button>"
        for side, label in {"": "Everybody", **labels, WORLD: "The world"}.items()
    )
    sought = '<input type="search" placeholder="Find by name" aria-label="Find by name">'
    return tag("div", *presses, sought, class_="top")


def _words(scenario: Scenario, graph: Graph, details: Details) -> str:
    """Return everything in words, kind by kind, for printing and for readers without scripts."""
    parts = []
    for kind, head in KINDS.items():
        told = [_told(node, details) for node in graph.nodes if node.id.startswith(f"{kind}:")]
        if told:
            summary = tag("summary", text(f"{head} ({len(told)})"))
            parts.append(tag("details", summary, tag("div", *told, class_="grid")))
    return tag("section", tag("h2", "Everything in words"), *parts, class_="words")


def _told(node: Node, details: Details) -> str:
    said = "".join(_pairs(details[node.id]))
    return tag("article", tag("h4", text(node.title)), tag("dl", said), **{"data-side": node.side or WORLD})


def _pairs(told: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for word, said in told:
        yield tag("dt", text(word)) + tag("dd", text(said)) if word else tag("dd", text(said), class_="whole")


def _json(scenario: Scenario, graph: Graph, details: Details) -> str:
    """Return the graph for the script, with nothing in it that could end its element."""
    sides = scenario.sides.items()
    found = {
        "nodes": [vars(node) for node in graph.nodes],
        "edges": [edge._asdict() for edge in graph.edges],
        "details": details,
        "marks": {side: noun.mark.value for side, noun in sides},
        "labels": {side: noun.label for side, noun in sides},
    }
    written = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
