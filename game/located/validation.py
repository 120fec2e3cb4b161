"""The shape of a scenario: a model's complaints, put at their places in the file."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from game.located.complaint import Complaint, complaints, strict_complaints
from game.located.extent import Extent, stretch, value_or_key, whole
from game.located.findings import Finding, Grade
from game.located.gap import Gap, leaves_open, may_hold
from game.located.introspection import fields_of
from game.located.meant import spaced
from game.located.messages import word
from game.located.node import Node, Scalar
from game.located.slips import cut_texts, strangers
from game.located.suggest import nearest

ON_KEY = ("extra_forbidden", "missing", "union_tag_not_found")

Shape = TypeVar("Shape", bound=BaseModel)


def shape(
    root: Node,
    model: type[Shape],
    lines: Sequence[str],
    file: str = "",
    gaps: Sequence[Gap] = (),
    own_to: int = sys.maxsize,
) -> tuple[Shape | None, tuple[Finding, ...]]:
    """Return the model a tree spells out, or the complaints about its shape, each at its place.

    What may only follow from *gaps* is left out. What a variant inherits begins at line *own_to*.
    """
    told, piece = list(strict_complaints(root, model, lines)), None
    try:
        piece = model.model_validate(root.value)
    except ValidationError as error:
        told += complaints(error, model, root, lines)
    own = [each for each in told if not _follows(each, gaps)]
    strange = dict(strangers(own, root, own_to))
    known = [each for each in own if each.kind != "missing" or each.spot.path not in strange]
    found = [stranger.finding(file) for stranger in strange.values()]
    for cut, pieces in cut_texts(known, root, lines):
        found.append(cut.finding(lines, file))
        known = [each for each in known if each.spot.path not in pieces]
    return (None if told else piece), (*found, *_findings(known, lines, file))


OF_ITSELF = ("extra_forbidden", "union_tag_invalid")
"""Complaints about what is there, not about what else should be."""


def _follows(complaint: Complaint, gaps: Sequence[Gap]) -> bool:
    """Say whether a complaint may come from what was cut out of the file."""
    spot = complaint.spot
    if complaint.kind == "missing" and spot.missing is not None:
        return may_hold(gaps, *spot.path, spot.missing)
    return complaint.kind not in OF_ITSELF and leaves_open(gaps, spot.path)


def _findings(told: Sequence[Complaint], lines: Sequence[str], file: str) -> Iterator[Finding]:
    meant = set(_meant(told))
    for complaint in told:
        spot = complaint.spot
        if complaint.kind == "missing" and (spot.path, spot.missing) in meant:
            continue
        code, message, hint = word(complaint)
        where = spot.where if len(spot.path) > 1 else ""
        extent = _extent(complaint, lines)
        yield Finding(code, Grade.ERROR, message, file, *extent, hint, where)


def _meant(told: Iterable[Complaint]) -> Iterator[tuple[tuple[str | int, ...], str | None]]:
    """Yield the keys that mistyped keys stand for, so that none is called missing as well."""
    for complaint in told:
        *above, key = complaint.spot.path or ("",)
        if complaint.kind == "extra_forbidden" and complaint.spot.owner:
            meant = spaced(str(key)).partition(":")[0] or str(key)
            yield tuple(above), nearest(meant, fields_of(complaint.spot.owner))


def _extent(complaint: Complaint, lines: Sequence[str]) -> Extent:
    """Return what a complaint points at: a key, a value, or a stretch of a condition."""
    spot, bounds = complaint.spot, complaint.bounds
    if complaint.kind == "condition" and isinstance(spot.node, Scalar) and "start" in bounds:
        scalar = spot.key if spot.on_key and spot.key else spot.node
        return stretch(scalar, lines, int(bounds["start"]), int(bounds.get("end", 0)))
    if complaint.kind == "union_tag_invalid":
        return whole(complaint.tag_node)
    if spot.on_key or (complaint.kind in ON_KEY and not isinstance(spot.missing, int)):
        return whole(spot.key or spot.node)
    if complaint.kind == "value_error" and not isinstance(spot.node, Scalar):
        return whole(spot.key or spot.node)
    return value_or_key(spot)
