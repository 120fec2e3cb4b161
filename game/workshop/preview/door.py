"""The door of `simmer preview`."""

from game.located.suggest import closing
from game.match.files import PAGE, misnamed
from game.match.loading import why_faulty
from game.match.trouble import Kind, Trouble
from game.match.voice import STDOUT, Exit, fail, say_plain, write_document
from game.scenario.reader import read_scenario
from game.workshop.preview.graph import graph_of
from game.workshop.preview.mermaid import mermaid
from game.workshop.preview.page import preview_page


def preview_command(name: str, out: str | None, as_mermaid: bool, side: str | None) -> Exit:
    """Write the graph of a scenario: as a page, or as Mermaid text, which goes to the terminal."""
    reading = read_scenario(name)
    if reading.scenario is None:
        return fail(why_faulty(name, reading))
    misled = None if as_mermaid else misnamed(out or "", *PAGE)
    if misled is not None:
        return fail(misled)
    wrong = _unfit(side, tuple(reading.scenario.sides), as_mermaid)
    if wrong is not None:
        return fail(Trouble(Kind.SEAT, wrong))
    graph = graph_of(reading.scenario)
    told = mermaid(reading.scenario, graph, side) if as_mermaid else preview_page(reading.scenario, graph)
    where = out or (STDOUT if as_mermaid else f"{reading.scenario.id}-preview.html")
    trouble = write_document(f"{told.rstrip()}\n".encode(), where)
    if trouble is not None:
        return fail(trouble)
    if where != STDOUT:
        say_plain(f"wrote {where}: {len(graph.nodes)} pieces, {len(graph.edges)} links")
    return Exit.GOOD


def _unfit(side: str | None, sides: tuple[str, ...], as_mermaid: bool) -> str | None:
    """Return why *side* cannot be looked at alone."""
    if side is None:
        return None
    if not as_mermaid:
        return "--side goes with --mermaid: the page has buttons for it."
    if side not in sides:
        return f"there is no side '{side}'{closing(side, sides, 'sides')}"
    return None
