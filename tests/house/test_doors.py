"""The doors of text: into a page, into the terminal, onto paper. Nothing goes round them."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.source import ROOT, modules

PAGE, TERMINAL, VOICE, COMMAND, ENTRANCE = (
    "game/pages/rendering.py",
    "game/match/terminal.py",
    "game/match/voice.py",
    "game/cli/__init__.py",
    "game/__main__.py",
)

MARKUP = re.compile(r"</?[a-zA-Z][\w-]*(\s[^<>]*[\"'/]|\s*)/?>|&(amp|lt|gt|quot|#\w+);")
"""A tag or an entity."""

STYLE = re.compile(r"[\w.#:*\]-]+\s*\{\s*[a-z-]+:[^{}]+\}|@(media|import|page|font-face)\b")
"""A rule of CSS."""

NO_TAG = re.compile(r"\?P<\w+>|<block \w+>")
"""The name of a group in a pattern, and what a reader of YAML calls a block."""

COLOUR = re.compile(r"\[/?(bold|dim|red|green|yellow|cyan|blue|italic|reverse|underline)[\w ]*\]|\[/\]|\x1b")
"""Words in brackets that a terminal's markup would read, and its escapes."""

LAYOUT = {"rich.align", "rich.padding", "rich.rule", "rich.table"}
"""What lays words out and prints none; every word in it goes through the terminal's own door."""

TYPES = {("rich.console", "RenderableType"), ("rich.console", "Group")}

PRINTS = {
    "print", "sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__", "os.write",
    "typer.echo", "typer.secho", "click.echo", "warnings.warn", "traceback.print_exc",
}  # fmt: skip


def texts_of(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield every text of a module that is no docstring, with its line."""
    loose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in loose:
            yield node.lineno, node.value


def written(pattern: re.Pattern[str], *but: str) -> list[str]:
    """Return where a text of the program fits a pattern, in all modules but some."""
    return [
        f"{module}:{line} {text}"
        for module, tree in modules().items()
        if module not in but
        for line, text in texts_of(tree)
        if pattern.search(NO_TAG.sub("", text))
    ]


def used(names: set[str], *but: str) -> list[str]:
    """Return where one of *names* is called or looked up, in all modules but some."""
    found = []
    for module, tree in modules().items():
        for node in ast.walk(tree) if module not in but else ():
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            name = ast.unparse(node.func) if called and isinstance(node, ast.Call) else ""
            name = ast.unparse(node) if isinstance(node, ast.Attribute) else name
            found += [f"{module}:{getattr(node, 'lineno', 0)} {name}"] * (name in names)
    return found


def imported(module: str) -> set[tuple[str, str]]:
    """Return every module that a module imports, and the names it takes from it."""
    found = set()
    for node in ast.walk(modules()[module]):
        if isinstance(node, ast.ImportFrom):
            found |= {(node.module or "", each.name) for each in node.names}
        elif isinstance(node, ast.Import):
            found |= {(each.name, "") for each in node.names}
    return found


@pytest.mark.parametrize("text", ["<b>", "</p>", '<svg viewBox="0">', "a <br/> b", "&lt;", "&#34;"])
def test_markup_is_recognised(text: str) -> None:
    assert MARKUP.search(text)


@pytest.mark.parametrize("text", ["a < b", "<= 3", "x<y and y>z", "a & b", "->", "2 <3"])
def test_words_are_not_taken_for_markup(text: str) -> None:
    assert not MARKUP.search(text)


def test_no_module_but_the_door_writes_a_pages_markup() -> None:
    assert written(MARKUP, PAGE) == []


def test_no_module_but_the_door_makes_markup_of_a_text() -> None:
    assert used({"Markup", "html.escape"}, PAGE) == []
    makers = ("html", "markupsafe", "jinja2")
    assert [
        name for name in modules() if name != PAGE for other, _ in imported(name) if other in makers
    ] == []


def test_no_module_writes_a_pages_style() -> None:
    assert written(STYLE) == []


@pytest.mark.parametrize("text", ["p{margin:0}", ".a .b{color:var(--ink);x:y}", "@media print{a{b:c}}"])
def test_a_style_is_recognised(text: str) -> None:
    assert STYLE.search(text)


def test_no_module_but_the_voice_prints() -> None:
    assert used(PRINTS, VOICE, COMMAND, ENTRANCE) == []
    assert [name for name in modules() for other, _ in imported(name) if other in ("logging", "click")] == []


def test_the_command_line_writes_no_word_itself() -> None:
    assert used({"sys.stdout.write", "sys.stderr.write", "print"}, *set(modules()) - {COMMAND}) == []


def test_no_module_but_the_terminal_asks_its_library_for_more_than_layout() -> None:
    asked = {
        (module, *names)
        for module in set(modules()) - {TERMINAL}
        for names in imported(module) - TYPES
        if names[0].split(".")[0] == "rich" and names[0] not in LAYOUT
    }

    assert asked == set()


def test_no_text_is_written_in_a_terminals_markup() -> None:
    assert written(COLOUR) == []


def test_the_packets_template_reads_words_as_values_alone() -> None:
    template = (ROOT / "game/workshop/packet/packet.typ").read_text(encoding="utf-8")
    code = re.sub(r"//.*", "", template)

    assert re.findall(r"\beval\b|\bread\b|\binclude\b|\bimport\b|\bplugin\b|mode:", code) == []
    assert code.count("sys.inputs") == 1
