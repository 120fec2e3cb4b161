"""Scenarios whose every text is hostile: each between two marks, so that it can be found and held whole."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from game.located.printable import END, FIRST_STRONG, shown
from game.scenario.nouns import noun_paths
from game.scenario.reader import Reading, read_scenario
from game.scenario.translatable import spoken

RUN = "document.documentElement.dataset.ran=1"
"""What a script does that gets to run: it marks the page."""

ASK = "http://127.0.0.1:{port}/asked"
"""What a page asks for that does not keep to itself."""

PLAIN = (
    f'"><script>{RUN}</script>',
    f"' onmouseover='{RUN}' autofocus onfocus='{RUN}' x=\"",
    f"</title></style></script></text></svg><img src={ASK} onerror={RUN}>",
    f'<svg onload="{RUN}"><a href="javascript:{RUN}">x</a></svg> <link rel=stylesheet href={ASK}>',
    f"<!-- --> ]]> <iframe srcdoc='<script>{RUN}</script>'></iframe> url({ASK}) @import '{ASK}'",
    "&lt;b&gt; &amp; &#0; &NotAnEntity; &",
    "[/draft] [sic] [bold]loud[/bold] [link=file:///etc/hosts]here[/link] [/] [[x]] \\[y]",
    ":smile: :warning: {} {0} {0.__class__.__mro__} {month} %s %(name)s %n %% ${HOME} $(id)",
    '#panic("x") #read("/etc/hosts") $x^2$ @ref <label> \\u{41} `raw` ```code``` = head /* x */ // y',
    f"__under__ _it_ # head - item | cell | ~~out~~ [a]({ASK}) ![i]({ASK}) <{ASK}>",
    'back\\slash \\n \\" "double" \'single\' ‘typo’ “quotes” end\\',
    "עברית 5 → 7 שלום 12 (a) عربي ١٢ 3, 4",
    "한국어 漢字 😀 e\u0301 ﬁ ½ – — … ␛ �",
    "W" * 260 + " " + "한" * 90,
    "two\nlines\n\n# three\n- four\n    five",
    "tab\there",
)
"""Texts that a scenario may hold, and that must stand on a page as they are."""

OBEYED = (
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\ \x1b[2J\x1b[H",
    "\x9b31m c1 \x90dcs\x9c \x85 \x8e",
    "abc\u202egnp.exe\u202c \u2066iso\u2069 \u2067rev\u2069 \u200f \u200e \u061c 1 2 3",
    "nul\x00 back\x08 bell\x07 return\rover \x7f \x0b \x0c",
    "line \u2028 and \u2029 paragraph \ufff9x\ufffb",
)
"""What a terminal or a browser would obey; the checker keeps most of it out, and the doors all of it."""

IN_MARKDOWN = tuple(text for text in PLAIN if not re.search(r"[*\n]|__", text))
"""Texts that the Markdown of a brief reads nothing into."""

OTHERS = {
    "sources": ("date", "where"),
    "glossary": ("korean",),
}
"""Free texts that are not translated."""

BARRED = frozenset({"letter"})
"""A text of one letter."""


def hostile_scenario(
    name: str, folder: Path, port: int = 9, texts: tuple[str, ...] = PLAIN
) -> dict[str, Dealt]:
    """Write a shipped scenario with hostile texts into *folder*; return them by their numbers."""
    deck = Deck(random.Random(name), texts, port)
    _write(name, folder, deck)
    merged = read_scenario(folder).scenario
    assert merged is not None
    held = merged.model_dump_json()
    dealt = {number: each for number, each in deck.dealt.items() if f"Q{number}a " in held}
    return dealt | _write_briefs(merged.sides, folder, deck)


def _write(name: str, folder: Path, deck: Deck) -> None:
    """Write a scenario with hostile texts, and beside it what it extends, which is hostile as well."""
    reading = read_scenario(name)
    scenario = reading.scenario
    assert scenario is not None
    raw = written_in(reading)
    raw["id"] = folder.name
    if "extends" in raw:
        extended, raw["extends"] = raw["extends"], f"{folder.name}-extended"
        _write(extended, folder.with_name(raw["extends"]), deck)
    for path in spoken(scenario):
        put(raw, path, path, deck)
    for block, keys in OTHERS.items():
        for name_of, piece in raw.get(block, {}).items():
            for key in keys:
                if key in (piece or ()):
                    piece[key] = deck.next(f"{block}.{name_of}.{key}")
    folder.mkdir(parents=True)
    written = yaml.dump(raw, allow_unicode=False, sort_keys=False, width=10_000)
    (folder / "scenario.yaml").write_text(written, encoding="utf-8")


def _write_briefs(sides: Iterable[str], folder: Path, deck: Deck) -> dict[str, Dealt]:
    """Write every side's brief with hostile texts; return them by their numbers."""
    before = len(deck.dealt)
    for side in sides:
        said = [deck.next("brief", IN_MARKDOWN) for _ in range(3)]
        brief = f"# Title\n\n## {said[0]}\n\n- {said[1]}\n\n{said[2]}"
        (folder / f"brief-{side}.md").write_text(brief, encoding="utf-8")
    return dict([*deck.dealt.items()][before:])


def written_in(reading: Reading) -> dict[str, Any]:
    """Return what a scenario says in all its files; what it extends is left out."""
    assert reading.path is not None
    raw: dict[str, Any] = yaml.safe_load(reading.source)
    for _noun, path in noun_paths(reading.path.parent):
        for key, held in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            raw[key] = {**raw.get(key, {}), **held}
    return raw


class Dealt(NamedTuple):
    """A hostile text, and where in the scenario it stands."""

    path: str
    text: str


class Deck:
    """Deals hostile texts, each marked with a number of its own."""

    def __init__(self, draw: random.Random, texts: tuple[str, ...], port: int) -> None:
        self.draw, self.texts, self.port = draw, texts, port
        self.left: list[str] = []
        self.dealt: dict[str, Dealt] = {}

    def next(self, path: str, texts: tuple[str, ...] = ()) -> str:
        """Return the next text, or any of *texts*; all come up before one comes again."""
        if not self.left:
            self.left = list(self.texts)
            self.draw.shuffle(self.left)
        text = (self.draw.choice(texts) if texts else self.left.pop()).replace("{port}", str(self.port))
        number = f"{len(self.dealt) + 1}"
        self.dealt[number] = Dealt(path, text)
        return f"Q{number}a {text} Q{number}z"


def put(raw: Any, path: str, whole: str, deck: Deck) -> None:
    """Put a hostile text where a path leads, if the file itself holds a text there."""
    head, rest = step(raw, path)
    if head is None:
        return
    if rest:
        put(raw[head], rest, whole, deck)
    elif isinstance(raw[head], str) and head not in BARRED:
        raw[head] = deck.next(whole)


def step(raw: Any, path: str) -> tuple[Any, str]:
    """Return the key or number that a path begins with, and the rest; keys may hold dots."""
    if isinstance(raw, list):
        first, _dot, rest = path.partition(".")
        return (int(first) - 1, rest) if first.isdigit() else (None, "")
    for key in sorted(raw, key=lambda key: -len(str(key))) if isinstance(raw, dict) else ():
        if path == str(key) or path.startswith(f"{key}."):
            return key, path[len(str(key)) + 1 :]
    return None, ""


def marked(text: str) -> Iterator[tuple[str, str]]:
    """Yield every hostile text that begins in *text*, up to its second mark or the end, by its number."""
    for found in re.finditer(r"[Qq](\d+)a ", text):
        end = re.compile(rf"[Qq]{found[1]}z").search(text, found.end())
        begun = re.compile(r"[Qq]\d+a ").search(text, found.end())
        stop = end.start() if end else len(text)
        yield found[1], text[found.end() : stop] if not begun or begun.start() > stop else text[found.end() :]


def plain(text: str) -> str:
    """Return a text as it is compared: each run of blanks as one, marks of isolation left out."""
    return " ".join(shown(text.translate({ord(FIRST_STRONG): None, ord(END): None})).split())
