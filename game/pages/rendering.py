"""Rendering: the one door of text into HTML. Words given to a template come out as words."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from game.located.printable import apart, shown

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent

FILTERS = (
    "abs", "default", "length", "list", "max", "min",
    "rejectattr", "reverse", "selectattr", "sort", "sum", "truncate",
)  # fmt: skip
"""What templates may use of the library's filters: none of them makes markup of words."""

STROKES = re.compile(r'<(?:path|circle|rect|line|polyline|polygon|ellipse)(?: [a-z0-9]+="[\w ,.#-]*")* ?/>')
"""The shapes that an icon is drawn with."""


def render(template: str, /, **content: Any) -> str:
    """Return a whole page, which stands alone: its style and its script are within it."""
    return templates().get_template(template).render(content)


@cache
def templates() -> "Environment":
    """Return what reads templates; its library is loaded when the first page is made."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        finalize=worded,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters = {**{name: made.filters[name] for name in FILTERS}, "figure": format}
    known = {name: made.globals[name] for name in ("namespace", "range")}
    made.globals = {
        **known,
        "drawing": drawing,
        "fill": fill,
        "scale": scale,
        "source": source,
        "values": values,
    }
    return made


def worded(value: object) -> str:
    """Return what a template puts in a page: words to be escaped, a number, or markup of a template.

    A float is a place in a drawing and has one decimal; what is missing or is no words is refused.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return apart(shown(value))
    if isinstance(value, float):
        return f"{round(value, 1):g}"
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise TypeError(f"a page tells words, and these are none: {value}")


def fill(told: str, **parts: object) -> Markup:
    """Return a sentence of the program's own with *parts* in its fields; a field is a name and no more."""
    found: list[str] = []
    for words, field, _format, _conversion in Formatter().parse(told):
        found.append(escape(worded(words)))
        if field is not None:
            found.append(escape(worded(parts[field])))
    return Markup("").join(found)


def scale(low: float, high: float, start: float, end: float) -> Callable[[float], float]:
    """Return what takes a value between *low* and *high* to its place between *start* and *end*."""
    return lambda value: start + (value - low) * (end - start) / (high - low)


def source(name: str) -> Markup:
    """Return a style or a script of ours, as it stands in its file; it holds nothing that could end it."""
    text = (HERE / name).read_text(encoding="utf-8")
    assert "</" not in text, name
    assert "<!--" not in text, name
    return Markup(text)  # noqa: S704 - a file of the program, which nobody else writes


def drawing(svg: str) -> Markup:
    """Return what an icon of ours is drawn with, without the element round it; it is nothing but lines."""
    inside = svg.partition(">")[2].rpartition("</svg>")[0].strip()
    assert not STROKES.sub("", inside).strip(), inside
    return Markup(inside)  # noqa: S704 - shapes alone are left in it


def values(held: Mapping[str, Any]) -> Markup:
    """Return JSON for a script of ours, with nothing in it that could end its element."""
    written = json.dumps(_readable(held), ensure_ascii=False, separators=(",", ":"))
    safe = written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe)  # noqa: S704 - no sign in it opens or closes anything


def _readable(held: Any) -> Any:
    """Return values with every text in them as a page shows it; a single word may be a name and stays."""
    if isinstance(held, str):
        return apart(shown(held)) if " " in held else shown(held)
    if isinstance(held, Mapping):
        return {shown(name): _readable(each) for name, each in held.items()}
    if isinstance(held, list | tuple):
        return [_readable(each) for each in held]
    return held
