"""Reading scenarios: by shipped name, folder or file, with every finding at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game.model.scenario import Scenario
from game.scenario.compose import compose
from game.scenario.conditions import condition_findings
from game.scenario.digest import digest
from game.scenario.excerpt import lines_of
from game.scenario.extent import whole
from game.scenario.findings import Finding, Grade, ranked, render_all
from game.scenario.names import names_of
from game.scenario.node import Block, Node, Scalar
from game.scenario.piece import read_model, settled
from game.scenario.references import reference_findings
from game.scenario.shape import shape
from game.scenario.shelf import FILE, find
from game.scenario.source import read_source
from game.scenario.texts import read_texts

__all__ = ["FORMAT", "Reading", "read_model", "read_scenario", "read_scenario_text"]

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a scenario: the scenario itself unless a finding is an error."""

    path: Path | None
    """The file it was read from; nothing if none was found."""

    scenario: Scenario | None
    """The scenario; nothing if a finding is an error."""

    findings: tuple[Finding, ...] = ()
    """Everything that is wrong or doubtful, from the top of the file down."""

    source: str = ""
    """The text of the file."""

    texts: Mapping[str, str] = field(default_factory=dict)
    """The Markdown texts beside it, by their names without ".md"."""

    @property
    def digest(self) -> str:
        """The scenario's digest; empty without a scenario."""
        return digest(self.scenario) if self.scenario else ""

    @property
    def report(self) -> str:
        """The findings as text, each with its line and a caret."""
        return render_all(self.findings, {str(self.path): self.source})


def read_scenario(name_or_path: str | Path) -> Reading:
    """Return the scenario of a shipped name, a folder or a YAML file, with its texts and findings."""
    path = find(name_or_path)
    if isinstance(path, Finding):
        return Reading(None, None, (path,))
    source = read_source(path)
    if isinstance(source, Finding):
        return Reading(path, None, (source,))
    scenario, findings = read_scenario_text(source, str(path))
    texts, unreadable = read_texts(path.parent) if path.name == FILE else ({}, ())
    return Reading(path, None if unreadable else scenario, ranked((*findings, *unreadable)), source, texts)


def read_scenario_text(source: str, file: str = "") -> tuple[Scenario | None, tuple[Finding, ...]]:
    """Return the scenario a YAML text spells out, or nothing, and all findings at once.

    Names are looked up only once every shape is right.
    """
    root, found = compose(source, file)
    if root is None:
        return None, ranked(found)
    newer = _newer_format(root, file)
    if newer:
        return None, (newer,)
    scenario, complaints = shape(root, Scenario, lines_of(source), file)
    if scenario:
        complaints = _unknown_names(scenario, root, source, file)
    return settled(scenario, found, complaints)


def _unknown_names(scenario: Scenario, root: Node, source: str, file: str) -> tuple[Finding, ...]:
    names = names_of(scenario)
    inside = condition_findings(scenario, names, root, lines_of(source), file)
    return *reference_findings(scenario, names, root, file), *inside


def _newer_format(root: Node, file: str) -> Finding | None:
    """Return the refusal of a file made for a later version, whose other keys mean nothing yet."""
    entry = root.entries.get("format") if isinstance(root, Block) else None
    if not entry or not isinstance(entry.node, Scalar) or type(entry.node.value) is not int:
        return None
    if entry.node.value <= FORMAT:
        return None
    message = (
        f"this scenario is written in format {entry.node.value}, and this version of Simmer reads {FORMAT}"
    )
    return Finding(
        "S120", Grade.ERROR, message, file, *whole(entry.node), "install a newer version of Simmer"
    )
