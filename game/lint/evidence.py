"""The record: facts that name no source, pieces that say nothing of it, sources nobody can find or needs."""

from collections.abc import Iterator

from game.lint.conditions import Loc
from game.lint.notice import Notice
from game.lint.references import references
from game.located.findings import Grade
from game.model.base import Cited, Tag
from game.model.scenario import Scenario

RECORD = frozenset({"cards", "redlines", "calendar", "injects", "packages"})
"""What may have happened or been said; the other pieces are how a game is made."""


def unsupported(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice for each piece and each source of which the record is in doubt."""
    found = {name for name, source in scenario.sources.items() if not source.remembered}
    for loc, piece in _cited(scenario):
        yield from _piece(loc, piece, of_the_record=bool(scenario.sources) and loc[-2] in RECORD)
        if piece.tag is Tag.DOCUMENTED and piece.cites and found.isdisjoint(piece.cites):
            message = "this is said to be documented, and every source that it cites is only remembered"
            hint = "look a source up and cite it, or tag this plausible"
            yield Notice("D429", (*loc, "tag"), message, hint, Grade.ERROR)
    yield from _idle_sources(scenario)
    for name, source in scenario.sources.items():
        if not (source.date or source.where or source.remembered):
            hint = "give 'date' and 'where', or mark it 'remembered: true'"
            message = "this source has neither a date nor a place where it can be found"
            yield Notice("D417", ("sources", name), message, hint, on_key=True)


def _idle_sources(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice for each source that nothing cites; a variant inherits those of what it leaves out."""
    cited = {each.name for each in references(scenario) if "source" in each.kinds}
    for name in scenario.sources if scenario.extends is None else ():
        if name not in cited:
            hint = f'cite it where it belongs; if it stands behind the whole, ignore: ["D420 sources.{name}"]'
            yield Notice("D420", ("sources", name), "nothing cites this source", hint, on_key=True)


def _piece(loc: Loc, piece: Cited, *, of_the_record: bool) -> Iterator[Notice]:
    if piece.tag is Tag.DOCUMENTED and not piece.cites:
        message = "this is said to be documented, and cites nothing"
        yield Notice("D416", (*loc, "tag"), message, "cite a source, or tag it plausible or invented")
    elif of_the_record and not piece.cites and "tag" not in piece.model_fields_set:
        message = "this neither cites a source nor says with 'tag' how well the record supports it"
        yield Notice(
            "D416", loc, message, "tag it documented, plausible or invented", Grade.NOTE, on_key=True
        )


def _cited(scenario: Scenario) -> Iterator[tuple[Loc, Cited]]:
    """Yield every piece that can say where it comes from."""
    for block in ("cards", "redlines", "calendar", "injects", "upkeep", "personas"):
        for name, piece in getattr(scenario, block).items():
            yield (block, name), piece
    for side_id, side in scenario.sides.items():
        for name, goal in side.goals.items():
            yield ("sides", side_id, "goals", name), goal
    if scenario.bargain:
        for block in ("ladders", "packages"):
            for name, piece in getattr(scenario.bargain, block).items():
                yield ("bargain", block, name), piece
