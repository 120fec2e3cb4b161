"""Templates: words put in them stay words, in every place, and nothing in them runs or fetches."""

import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from jinja2 import TemplateAssertionError, UndefinedError
from jinja2.nodes import (
    Add,
    Assign,
    AssignBlock,
    Block,
    Call,
    Concat,
    Div,
    Expr,
    Filter,
    FilterBlock,
    Macro,
    Name,
    Node,
    Output,
    TemplateData,
)
from markupsafe import Markup

from game.pages.rendering import HERE, fill, scale, source, templates, values

NAMES = sorted(path.name for path in HERE.glob("*.html"))

HELD = re.compile("\ue000(\\d+)\ue001")
"""What stands for an expression where the place of it is looked for."""

OURS = {"source", "values"}
"""What alone may be put in a style or a script."""

FETCHES = {
    "script",
    "link",
    "img",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "base",
    "form",
    "use",
    "image",
}


def made(template: str, **content: Any) -> str:
    return templates().from_string(template).render(content)


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("<p>{{ x }}</p>", "<p>&lt;b&gt;&amp;&#34;&#39;[U+202E]</p>"),
        ('<p title="{{ x }}">', '<p title="&lt;b&gt;&amp;&#34;&#39;[U+202E]">'),
        ("{% macro strong(x) %}<b>{{ x }}</b>{% endmacro %}{{ strong('<') }}", "<b>&lt;</b>"),
        ("{{ fill('{a} is {b}', a='{b}', b=x) }}", "{b} is &lt;b&gt;&amp;&#34;&#39;[U+202E]"),
        ("{{ x.replace('b', '<i>') }}", "&lt;&lt;i&gt;&gt;&amp;&#34;&#39;[U+202E]"),
        ("{{ ', '.join([x, x])|truncate(4, true, '…', 0) }}", "&lt;b&gt;…"),
        ("{{ y }}", "\u2068שלום\u2069 5"),
        ("{{ 2 * n }} {{ n / 3 }} {{ 200.0 * n }} {{ (0.256 * n)|figure('.1%') }}", "2 0.3 200 25.6%"),
    ],
)
def test_words_stay_words_and_figures_are_told_in_short(template: str, page: str) -> None:
    assert made(template, x="<b>&\"'\u202e", y="שלום 5", n=1) == page


@pytest.mark.parametrize("value", [None, True, [1], {}])
def test_what_is_no_words_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        made("{{ x }}", x=value)


def test_what_is_missing_is_refused() -> None:
    for template in ("{{ x }}", "{{ y.x }}", "{% if x %}{% endif %}"):
        with pytest.raises(UndefinedError):
            made(template, y={})


@pytest.mark.parametrize(
    "name", ["safe", "escape", "join", "tojson", "replace", "format", "striptags", "urlize"]
)
def test_no_filter_goes_round_the_door(name: str) -> None:
    with pytest.raises(TemplateAssertionError):
        made("{{ 'x'|" + name + " }}")


def test_a_field_of_a_sentence_is_a_name_and_no_more() -> None:
    assert fill("{a} is {b}", a="<", b=Markup("<b>{a}</b>")) == "&lt; is <b>{a}</b>"
    with pytest.raises(KeyError):
        fill("{a.__class__}", a="x")


def test_values_for_a_script_cannot_end_their_element() -> None:
    told = values({"a": "</script><!--&", "name": "שלום"})

    assert not set("<>&") & set(told)
    assert json.loads(told) == {"a": "</script><!--&", "name": "שלום"}
    assert json.loads(values({"a": ["\u202eb", "שלום 5"]}))["a"] == ["[U+202E]b", "\u2068שלום\u2069 5"]


def test_a_style_that_could_end_its_element_is_refused() -> None:
    with pytest.raises(AssertionError):
        source("base.html")


def test_a_scale_takes_one_stretch_to_another() -> None:
    assert [scale(0, 4, 10, 30)(value) for value in (0, 1, 4)] == [10, 15, 30]
    assert [scale(4, 0, 10, 30)(value) for value in (0, 4)] == [30, 10]


class Places(HTMLParser):
    """Notes where in the markup of a template its expressions stand."""

    def __init__(self, template: str) -> None:
        super().__init__()
        self.found: list[tuple[str, Expr]] = []
        self.wrong: list[str] = []
        self.held: list[Expr] = []
        self.within = ""
        self.feed("".join(self.written(templates().parse(template))))

    def written(self, tree: Node) -> Iterator[str]:
        """Yield the text of a template, all its branches one after another, with signs for expressions."""
        for part in tree.find_all((Block, Macro, Output)):
            if isinstance(part, Block | Macro):
                yield "<style>" if part.name == "style" else "</style>"
            for node in part.nodes if isinstance(part, Output) else ():
                if isinstance(node, TemplateData):
                    yield node.data
                else:
                    yield f"\ue000{len(self.held)}\ue001"
                    self.held.append(node)

    def noted(self, place: str, text: str) -> None:
        self.found += [(place, self.held[int(number)]) for number in HELD.findall(text)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = tag if tag in ("style", "script") else ""
        for name, value in attrs:
            self.wrong += [f"{tag} {name}"] * bool(HELD.search(tag + name) or name.startswith("on"))
            fetched = name in ("href", "src", "srcset", "xlink:href") and not (value or "").startswith("#")
            self.wrong += [f"{tag} {name}={value}"] * (
                fetched or (name == "style" and "url" in (value or ""))
            )
            self.noted("style attribute" if name == "style" else "attribute", value or "")
        plain = tag in FETCHES and not (tag == "script" and not dict(attrs).keys() - {"type", "id"})
        self.wrong += [tag] * plain
        tail = re.search("=\\s*\ue000", self.get_starttag_text() or "")
        self.wrong += [f"{tag}: no quotes"] * bool(tail)

    def handle_endtag(self, tag: str) -> None:
        self.within = ""

    def handle_data(self, data: str) -> None:
        self.noted(self.within or "words", data)

    def handle_comment(self, data: str) -> None:
        self.wrong.append(data)


@cache
def places(name: str) -> Places:
    return Places((HERE / name).read_text(encoding="utf-8"))


@cache
def makers() -> set[str | None]:
    """Return the names of what makes markup: macros, a filled sentence and what is ours."""
    trees = [templates().parse((HERE / name).read_text(encoding="utf-8")) for name in NAMES]
    return {"fill", *OURS, *(macro.name for tree in trees for macro in tree.find_all(Macro))}


@cache
def kept(name: str) -> set[str]:
    """Return the names under which a template keeps markup."""
    tree = templates().parse((HERE / name).read_text(encoding="utf-8"))
    return {
        assign.target.name
        for assign in tree.find_all(Assign)
        if isinstance(assign.target, Name) and {*map(called, assign.find_all(Call))} & makers()
    }


def called(node: Node) -> str | None:
    """Return the name of what an expression calls, if it calls anything by its name."""
    return node.node.name if isinstance(node, Call) and isinstance(node.node, Name) else None


@pytest.mark.parametrize("name", NAMES)
def test_a_template_runs_and_fetches_nothing(name: str) -> None:
    assert places(name).wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_every_expression_stands_where_it_can_be_no_more_than_words(name: str) -> None:
    """In an attribute stands no markup; in a style a figure; in code what is ours, and that nowhere else."""
    for place, node in places(name).found:
        kinds = [called(each) for each in (node, *node.find_all(Call))]
        if place == "attribute":
            used = {each.name for each in (node, *node.find_all(Name)) if isinstance(each, Name)}
            assert not set(kinds) & makers(), node
            assert not used & kept(name), node
        elif place == "style attribute":
            assert isinstance(node, Div | Filter), node
            assert list(node.find_all(Call)) == []
        elif place in ("style", "script"):
            assert kinds[0] in OURS, node
        else:
            assert not set(kinds) & OURS, node


@pytest.mark.parametrize("name", NAMES)
def test_markup_is_put_together_by_the_template_alone(name: str) -> None:
    tree = templates().parse((HERE / name).read_text(encoding="utf-8"))

    assert [*tree.find_all((Concat, AssignBlock, FilterBlock))] == []
    for add in tree.find_all(Add):
        assert {called(each) for each in add.find_all(Call)} <= {None, "x", "y", "tall"}, add


@pytest.mark.parametrize(
    "template",
    [
        "<p onclick='{{ x }}'>",
        "<a href='{{ x }}'>",
        "<p class={{ x }}>",
        "<p {{ x }}='a'>",
        "<p style='background:url(x)'>",
        "<img src='#x'>",
        "<script src='#x'>",
        "<!-- {{ x }} -->",
    ],
)
def test_a_template_that_lets_something_run_is_caught(template: str) -> None:
    assert Places(template).wrong


@pytest.mark.parametrize("path", sorted(HERE.glob("*.css")), ids=lambda path: path.name)
def test_a_style_fetches_nothing_and_takes_its_colours_from_one_place(path: Any) -> None:
    style = path.read_text(encoding="utf-8")

    assert re.findall(r"url\(|@import|expression\(", style) == []
    assert path.name == "variables.css" or re.findall(r"#(?!fff\b)[0-9a-f]{3,6}\b(?=[;} ])", style) == []
