"""Beside: what the folder of a scenario and the files in it are called."""

from collections.abc import Collection, Iterator
from pathlib import Path

from game.located.extent import whole
from game.located.findings import Finding, Grade
from game.located.node import Block, Node
from game.located.suggest import did_you_mean
from game.model.scenario import Scenario

BRIEF = "brief-"


def misnamed_files(
    scenario: Scenario, path: Path, texts: Collection[str], root: Node | None
) -> Iterator[Finding]:
    """Yield what is odd about the names of a scenario's folder and of the briefs in it."""
    entry = root.entries.get("id") if isinstance(root, Block) else None
    folder = path.resolve().parent.name
    if entry and scenario.id != folder:
        message = f"the id is '{scenario.id}', and the folder is called '{folder}'"
        yield Finding("R311", Grade.NOTE, message, str(path), *whole(entry.node), "give both one name")
    for stem in sorted(texts):
        side = stem.removeprefix(BRIEF).partition(".")[0]
        brief = path.with_name(f"{stem}.md")
        if stem.startswith(BRIEF) and side not in scenario.sides and brief.is_file():
            message = f"there is no side '{side}', so nobody reads this brief"
            yield Finding("R310", Grade.WARNING, message, str(brief), hint=_renamed(side, scenario))


def _renamed(side: str, scenario: Scenario) -> str:
    return did_you_mean(side, scenario.sides) or f"sides: {', '.join(scenario.sides)}"
