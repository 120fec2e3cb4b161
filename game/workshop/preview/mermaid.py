"""The graph as Mermaid text, for pages that draw it themselves."""

from game.located.printable import on_one_line
from game.model.scenario import Scenario
from game.workshop.preview.graph import CAUSES, ENDS, LINES, TRACKS, Graph

NAMES = {CAUSES: "Causes", TRACKS: "Tracks", LINES: "Lines", ENDS: "Endings and goals"}
SHAPES = {CAUSES: ("[", "]"), TRACKS: ("(", ")"), LINES: ("{{", "}}"), ENDS: ("([", "])")}


def mermaid(scenario: Scenario, graph: Graph, side: str | None = None) -> str:
    """Return the graph as Mermaid text; with *side*, only what it does and what bears on its goals."""
    kept = [node for node in graph.nodes if side is None or node.side in (None, side)]
    number = {node.id: f"n{count}" for count, node in enumerate(kept)}
    lines = ["flowchart LR", f"  %% {_words(scenario.title)}"]
    for column, name in NAMES.items():
        lines.append(f'  subgraph c{column}["{name}"]')
        before, after = SHAPES[column]
        lines += [
            f'    {number[node.id]}{before}"{_words(node.title)}"{after}'
            for node in kept
            if node.column == column
        ]
        lines.append("  end")
    lines += [
        f'  {number[edge.source]} -->|"{_words(edge.how)}"| {number[edge.target]}'
        for edge in graph.edges
        if edge.source in number and edge.target in number
    ]
    return "\n".join(lines)


def _words(title: str) -> str:
    """Return words that Mermaid takes for nothing but words."""
    plain = on_one_line(title)
    return "".join(f"#{ord(char)};" if char in '"#;<>&%{}[]()|`\\' else char for char in plain)
