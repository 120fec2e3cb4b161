"""Markup: the one door of text into HTML. Words given to it come out as words, whoever wrote them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from re import fullmatch
from string import Formatter
from typing import Any

from game.located.printable import apart, shown

VOID = frozenset(("col", "input", "meta"))
"""Elements with nothing in them, which are not closed."""

NAMES = (
    "a article aside b body button circle colgroup dd details div dl dt em h1 h2 h3 h4 head header html li "
    "line main ol p path polygon polyline rect section small span strong summary svg table tbody td text th "
    "thead title tr ul"
)
KNOWN = VOID | frozenset(NAMES.split())
"""The elements that pages are made of; none of them runs or fetches anything."""


@dataclass(frozen=True, slots=True)
class Html:
    """Markup that stands in a page. Nothing but this module makes any, and no text turns into it."""

    source: str

    def __bool__(self) -> bool:
        """Say whether there is anything in it."""
        return bool(self.source)

    def __str__(self) -> str:
        """Refuse to become text, which would be told as words where it is put."""
        raise TypeError("markup is put together by 'joined' and 'filled', not by text")


Words = str | Html
"""What an element may hold: words, which are told as they are written, or markup."""

NOTHING = Html("")


def joined(*parts: Words) -> Html:
    """Return parts one after another."""
    return Html("".join(map(_source, parts)))


def parted(by: str, parts: Iterable[Words]) -> Html:
    """Return parts one after another with words between them."""
    return joined(*[each for part in parts for each in (by, part)][1:])


def filled(told: str, **parts: Words) -> Html:
    """Return a sentence of the program's own with *parts* in its fields; a field is a name and no more."""
    found: list[Words] = []
    for words, field, _format, _conversion in Formatter().parse(told):
        found.append(words)
        if field is not None:
            found.append(parts[field])
    return joined(*found)


def tag(name: str, /, *inner: Words, **attributes: str | None) -> Html:
    """Return one element; `class_` stands for class, `a_b` for a-b; what is None is left out."""
    assert name in KNOWN, name
    named = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    told = "".join(_attribute(key, value) for key, value in named if value is not None)
    if name in VOID:
        return Html(f"<{name}{told}>")
    return Html(f"<{name}{told}>{joined(*inner).source}</{name}>")


def document(language: str, title: str, style: str, *parts: Words, code: Words = NOTHING) -> str:
    """Return a whole page, which asks nothing of any network; *style* is ours, as is *code*."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width,initial-scale=1"),
        tag("title", title),
        _ours("style", style),
    )
    body = tag("body", tag("main", *parts, code))
    return f"<!doctype html>{tag('html', head, body, lang=language).source}\n"


def script(source: str) -> Html:
    """Return a script of ours."""
    return _ours("script", source)


def values(name: str, held: Mapping[str, Any]) -> Html:
    """Return JSON for a script of ours, with nothing in it that could end its element."""
    written = json.dumps(_readable(held), ensure_ascii=False, separators=(",", ":"))
    safe = written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Html(f'<script type="application/json" id="{escape(name)}">{safe}</script>')


def _ours(name: str, source: str) -> Html:
    """Return an element whose text is code; it holds nothing that could end it."""
    assert "</" not in source, name
    assert "<!--" not in source, name
    return Html(f"<{name}>{source}</{name}>")


def _source(part: Words) -> str:
    return part.source if isinstance(part, Html) else escape(apart(shown(part)), quote=False)


def _attribute(key: str, value: str) -> str:
    """Return an attribute: a name that runs nothing, a link within the page, a style that fetches nothing."""
    assert fullmatch(r"(?!on)[A-Za-z][A-Za-z0-9-]*", key), key
    assert key not in ("href", "src") or fullmatch(r"#[\w-]+", value), value
    assert key != "style" or "url" not in value, value
    return f' {key}="{escape(shown(value))}"'


def _readable(held: Any) -> Any:
    """Return values with every text in them as a page shows it; a single word may be a name and stays."""
    if isinstance(held, str):
        return apart(shown(held)) if " " in held else shown(held)
    if isinstance(held, Mapping):
        return {shown(name): _readable(each) for name, each in held.items()}
    if isinstance(held, list | tuple):
        return [_readable(each) for each in held]
    return held
