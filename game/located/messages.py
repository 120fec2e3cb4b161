"""What a validation error means, said to an author: one sentence and what to write instead."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from game.located.complaint import Complaint, named
from game.located.excerpt import short
from game.located.introspection import choices_of, fields_of, sentence_of
from game.located.meant import date_meant, percent_meant, spaced, truth_meant
from game.located.node import Plain, Scalar
from game.located.suggest import choices, did_you_mean

PICTURES = ("image", "picture", "img")
"""Keys by which other programs know pictures."""

DATED = (("start",), ("turns",), ("month",), ("by",), ("until",))
"""Keys of dates, which look like numbers where they are not written out."""

DATE_TOLD = "write a month or a day, such as 1962-10 or 1962-10-16"


class Message(NamedTuple):
    """A code, a sentence and a hint."""

    code: str
    message: str
    hint: str = ""


def word(complaint: Complaint) -> Message:
    """Return how a complaint is put to the author."""
    tight = _tight(complaint)
    if tight:
        return tight
    if complaint.spot.on_key:
        return _bad_key(complaint)
    if complaint.given is None and complaint.kind.endswith(("_type", "enum", "literal_error")):
        return _empty(complaint)
    told = _TOLD.get(complaint.kind)
    if told:
        return told(complaint)
    wanted = _WANTED.get(complaint.kind)
    if wanted:
        return _wrong_type(complaint, wanted)
    return Message("S100", f"{complaint.name} is not right: {_lowered(complaint.said)}", _sentence(complaint))


def _tight(complaint: Complaint) -> Message | None:
    """Return that a blank is missing after the colon, where a key without a value shows it."""
    key = str(complaint.spot.path[-1]) if complaint.spot.path else ""
    apart = spaced(key) if complaint.given is None else ""
    return (
        Message("S111", f"a blank is missing after ':' in '{short(key)}'", f"write '{apart}'")
        if apart
        else None
    )


def _empty(complaint: Complaint) -> Message:
    hint = "text that starts with '#' needs quotes" if "#" in complaint.line else _sentence(complaint)
    return Message("S111", f"{complaint.name} is empty", hint)


def _unknown_key(complaint: Complaint) -> Message:
    owner, key = named(complaint.spot.path[:-1]), str(complaint.spot.path[-1])
    model, meant = complaint.spot.owner, complaint.bounds.get("discriminator")
    hint = choices(key, fields_of(model), "known here") if model else did_you_mean(key, [str(meant)])
    if key in PICTURES:
        hint = "there are no pictures; 'icon' takes the name of one of the icons"
    return Message("S101", f"'{short(key)}' is not known in {owner}", hint)


def _missing(complaint: Complaint) -> Message:
    part = complaint.spot.missing
    if isinstance(part, int):
        return Message("S106", f"{complaint.name} has too few entries", _sentence(complaint))
    return Message("S102", f"{complaint.name} has no '{part}'", sentence_of(complaint.spot.owner, str(part)))


def _no_choice(complaint: Complaint) -> Message:
    allowed = choices_of(complaint.spot.hint)
    given = short(str(complaint.given))
    hint = (given in allowed and _quotes_hint(complaint)) or choices(given, allowed)
    return Message("S103", f"'{given}' is not a choice for {complaint.name}", hint)


def _no_tag(complaint: Complaint) -> Message:
    key = f"'{complaint.bounds['discriminator']}'"
    if complaint.kind == "union_tag_not_found":
        return Message("S102", f"{complaint.name} has no {key}")
    tag, listed = str(complaint.bounds.get("tag", "")), str(complaint.bounds.get("expected_tags", ""))
    allowed = [each.strip("' ") for each in listed.split(",")]
    return Message("S103", f"'{short(tag)}' is not a choice for {key}", choices(tag, allowed))


def _wrong_type(complaint: Complaint, wanted: str) -> Message:
    message = f"{complaint.name} should be {wanted}, not {described(complaint.given)}"
    percent = percent_meant(complaint.given) if complaint.spot.path[-1:] == ("chance",) else None
    if percent is not None:
        message = f"chances are in percent, and this is {complaint.given}"
    meant = truth_meant(str(complaint.given)) if complaint.kind.startswith("bool") else str(percent or "")
    return Message("S104", message, _written(meant) or _quotes_hint(complaint) or _sentence(complaint))


def _no_text(complaint: Complaint) -> Message:
    message = f"{complaint.name} should be text, not {described(complaint.given)}"
    node = complaint.spot.node
    if not isinstance(node, Scalar):
        return Message("S107", message, _sentence(complaint))
    is_date = any(choice in DATED for choice in (complaint.spot.path[:1], complaint.spot.path[-1:]))
    if is_date:
        return Message("S108", message, _written(date_meant(node.text)) or DATE_TOLD)
    return Message("S107", message, f'put it in quotes: "{short(node.text)}"')


def _written(meant: str) -> str:
    """Return the hint to write what was meant, if that is known."""
    return f"write '{meant}'" if meant else ""


def _quotes_hint(complaint: Complaint) -> str:
    """Return the hint to take quotes off a number or a true."""
    given = str(complaint.given)
    bare = given.lstrip("+-").replace(".", "", 1).isdigit() or given in ("true", "false")
    node = complaint.spot.node
    quoted = isinstance(node, Scalar) and node.style in ("'", '"')
    return f"write it without quotes: {short(given)}" if bare and quoted else ""


def _out_of_bounds(complaint: Complaint) -> Message:
    said = {
        "ge": "at least",
        "gt": "more than",
        "le": "at most",
        "lt": "less than",
        "multiple_of": "a multiple of",
    }
    bound = next(
        (f"{said[key]} {limit}" for key, limit in complaint.bounds.items() if key in said), "within bounds"
    )
    return Message("S105", f"{complaint.name} should be {bound}, not {complaint.given}", _sentence(complaint))


def _wrong_length(complaint: Complaint) -> Message:
    low, high = complaint.bounds.get("min_length"), complaint.bounds.get("max_length")
    what = "characters" if complaint.kind.startswith("string") else "entries"
    if low == 1:
        return Message("S111", f"{complaint.name} is empty", _sentence(complaint))
    said = f"needs {low} {what} or more" if low else f"has more than {high} {what}"
    return Message("S106", f"{complaint.name} {said}", _sentence(complaint))


def _no_match(complaint: Complaint) -> Message:
    message = f"'{short(str(complaint.given))}' does not fit {complaint.name}"
    pattern = str(complaint.bounds.get("pattern"))
    meant = date_meant(str(complaint.given)) if "d{4}" in pattern else ""
    if not re.search(pattern, meant):
        meant = meant[: len("2031-04")]
    return Message("S108", message, _written(meant) or _sentence(complaint))


def _against_a_rule(complaint: Complaint) -> Message:
    said = str(complaint.bounds.get("error", complaint.said))
    return Message("S109", f"{complaint.name}: {said}" if complaint.spot.path else said)


def _bad_condition(complaint: Complaint) -> Message:
    return Message("X200", complaint.said, str(complaint.bounds.get("hint", "")))


def _bad_key(complaint: Complaint) -> Message:
    if complaint.kind == "condition":
        return _bad_condition(complaint)
    given, allowed = short(str(complaint.given)), choices_of(complaint.spot.hint)
    reason = "" if allowed else f": {_lowered(complaint.said)}"
    return Message("S112", f"'{given}' cannot be a key here{reason}", choices(given, allowed))


def described(given: Plain) -> str:
    """Return what a value is, in words: "a list", "the text 'x'", "the number 7"."""
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, str):
        return f"the text '{short(given)}'"
    if isinstance(given, int | float):
        return f"the number {given}"
    if given is None:
        return "nothing"
    return "a list" if isinstance(given, list) else "a block of keys"


def _sentence(complaint: Complaint) -> str:
    path = complaint.spot.path
    return sentence_of(complaint.spot.owner, str(path[-1])) if path else ""


def _lowered(said: str) -> str:
    return said[:1].lower() + said[1:]


_WANTED = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "list_type": "a list, as [a, b]",
    "tuple_type": "a list, as [a, b]",
    "set_type": "a list, as [a, b]",
    "frozen_set_type": "a list, as [a, b]",
    "condition_type": "a whole number or an expression",
    "dict_type": "a block of keys",
    "mapping_type": "a block of keys",
    "model_type": "a block of keys",
    "model_attributes_type": "a block of keys",
}

_TOLD: Mapping[str, Callable[[Complaint], Message]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "enum": _no_choice,
    "literal_error": _no_choice,
    "union_tag_invalid": _no_tag,
    "union_tag_not_found": _no_tag,
    "string_type": _no_text,
    "greater_than": _out_of_bounds,
    "greater_than_equal": _out_of_bounds,
    "less_than": _out_of_bounds,
    "less_than_equal": _out_of_bounds,
    "multiple_of": _out_of_bounds,
    "too_short": _wrong_length,
    "too_long": _wrong_length,
    "string_too_short": _wrong_length,
    "string_too_long": _wrong_length,
    "string_pattern_mismatch": _no_match,
    "value_error": _against_a_rule,
    "assertion_error": _against_a_rule,
    "condition": _bad_condition,
}
