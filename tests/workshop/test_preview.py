"""The preview of a scenario: `simmer preview`."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from game import cli
from game.conditions.condition import Condition, Expression
from game.lint.conditions import expressions
from game.model.scenario import Scenario
from game.model.speech import told_in
from game.scenario.reader import read_scenario, read_scenario_text
from game.scenario.shelf import shipped
from game.workshop.preview.graph import Edge, graph_of
from game.workshop.preview.mermaid import mermaid
from game.workshop.preview.page import preview_page
from tests.scenario.small import SMALL_TEXT
from tests.workshop.test_packet import Nesting

PARTS = ("cards", "redlines", "calendar", "upkeep", "endings", "sides")
"""What the preview shows of a scenario."""


def small() -> Scenario:
    scenario, findings = read_scenario_text(SMALL_TEXT)
    assert scenario is not None, findings
    return scenario


def shipped_one(name: str) -> Scenario:
    scenario = read_scenario(name).scenario
    assert scenario is not None
    return scenario


@pytest.mark.parametrize(
    "edge",
    [
        Edge("card:protest", "track:heat", "+1"),
        Edge("card:push", "track:west.home", "−2"),
        Edge("card:mines", "line:tests", "crosses"),
        Edge("card:protest", "line:tests", "answers"),
        Edge("track:heat", "line:boil", "crosses"),
        Edge("line:tests", "track:west.resolve", "−2"),
        Edge("track:heat", "ending:war", "decides"),
        Edge("track:heat", "goal:west.quiet", "scores"),
        Edge("upkeep:cooling", "track:heat", "perhaps −1"),
        Edge("track:heat", "upkeep:cooling", "allows"),
    ],
)
def test_the_graph_links_what_bears_on_what(edge: Edge) -> None:
    assert edge in graph_of(small()).edges


@pytest.mark.parametrize("name", shipped())
def test_every_link_joins_two_pieces_and_every_piece_is_linked_or_free_of_effect(name: str) -> None:
    scenario = shipped_one(name)
    graph = graph_of(scenario)
    known = {node.id for node in graph.nodes}

    assert len(known) == len(graph.nodes)
    assert len({(edge.source, edge.target) for edge in graph.edges}) == len(graph.edges)
    assert {end for edge in graph.edges for end in edge[:2]} <= known
    for card, noun in scenario.cards.items():
        moved = {edge.target for edge in graph.edges if edge.source == f"card:{card}"}
        sure = {
            f"track:{t.replace('self.', f'{noun.side}.')}" for t in (*noun.effects, *noun.price, *noun.gains)
        }
        assert sure <= moved


@pytest.mark.parametrize("name", shipped())
def test_the_page_says_every_condition_in_english_and_fetches_nothing(name: str) -> None:
    scenario = shipped_one(name)
    page = preview_page(scenario, graph_of(scenario))
    said = unescape(page)
    nesting = Nesting(re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL))

    assert (nesting.open, nesting.crossed, nesting.fetched) == ([], [], [])
    for part in PARTS:
        for usage in expressions(getattr(scenario, part)):
            if isinstance(usage.expression, Condition) and "fared" not in usage.loc:
                assert told_in(scenario, usage.expression.tree) in said, usage
    for event in scenario.calendar.values():
        assert f">{event.title}<" in said


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        ("small", ["May 2020", "June", "July", "August", "September", "October"]),
        ("mines-2015", ["4 August 2015", "10 August", "20 August", "22 August"]),
    ],
)
def test_the_calendar_names_a_year_where_it_begins(name: str, dates: list[str]) -> None:
    scenario = small() if name == "small" else shipped_one(name)
    page = preview_page(scenario, graph_of(scenario))

    assert re.findall(r'class="month"><b>([^<]+)</b>', page) == dates


def test_the_graph_inside_the_page_is_whole_and_cannot_end_its_element() -> None:
    hostile = small().model_copy(update={"title": "</script><script>alert(1)</script>"})
    page = preview_page(hostile, graph_of(hostile))
    found = re.search(r'<script type="application/json" id="graph">(.*?)</script>', page, re.DOTALL)

    assert found is not None
    graph = json.loads(found[1])
    assert {node["id"] for node in graph["nodes"]} == set(graph["details"])
    assert page.count("<script") == 2


def test_mermaid_text_has_every_piece_once_and_its_words_are_only_words() -> None:
    scenario = small().model_copy(update={"title": 'A "title" [with] #marks; and\nlines'})
    graph = graph_of(scenario)
    lines = mermaid(scenario, graph).splitlines()

    assert lines[0] == "flowchart LR"
    assert sum(bool(re.match(r'    n\d+[\[({]+".*"[\])}]+$', line)) for line in lines) == len(graph.nodes)
    assert sum(" -->|" in line for line in lines) == len(graph.edges)
    assert lines[1] == "  %% A #34;title#34; #91;with#93; #35;marks#59; and lines"


def test_mermaid_of_one_side_leaves_the_others_out() -> None:
    scenario = small()
    west = mermaid(scenario, graph_of(scenario), "west")

    assert "South" not in west
    assert "Heat" in west


def test_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("small.yaml").write_text(SMALL_TEXT, encoding="utf-8")

    assert cli.run(["preview", "small.yaml"]) == 0
    assert re.fullmatch(r"wrote small-preview.html: \d+ pieces, \d+ links\n", capsys.readouterr().out)
    assert Path("small-preview.html").is_file()
    assert cli.run(["preview", "small.yaml", "--mermaid"]) == 0
    assert capsys.readouterr().out.startswith("flowchart LR\n")
    assert cli.run(["preview", "small.yaml", "--mermaid", "--side", "wst"]) == 2
    assert "did you mean 'west'?" in capsys.readouterr().err
    assert cli.run(["preview", "small.yaml", "--side", "west"]) == 2
    assert cli.run(["preview", "none.yaml"]) == 2
    assert cli.run(["preview", "small.yaml", "-o", "no/where.html"]) == 2


def test_what_an_expression_is_called_in_the_graph_does_not_depend_on_self() -> None:
    scenario = small()
    card = scenario.cards["push"].model_copy(
        update={"when": Condition("self.home >= 3"), "effects": {"self.home": Expression(1)}}
    )
    changed = scenario.model_copy(update={"cards": {**scenario.cards, "push": card}})
    edges = graph_of(changed).edges

    assert Edge("track:west.home", "card:push", "allows") in edges
    assert Edge("card:push", "track:west.home", "−2, +1") in edges
