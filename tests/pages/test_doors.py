"""The doors themselves: what the terminal and a save make of a text."""

from pathlib import Path

import pytest
from rich.table import Table

from game import cli
from game.located.printable import UNPRINTABLE, apart, foldable, on_one_line, shown
from game.match.terminal import worded
from game.match.voice import complain, say, say_plain


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\x1b[31m", "[U+001B][31m"),
        ("a\u202eb", "a[U+202E]b"),
        ("\x9b\x00\ud800\u2028", "[U+009B][U+0000][U+D800][U+2028]"),
        ("two\r\nlines\tand\rback", "two\r\nlines\tand[U+000D]back"),
        ("한국어 漢字 😀 é", "한국어 漢字 😀 é"),
    ],
)
def test_what_would_be_obeyed_is_shown(text: str, said: str) -> None:
    assert shown(text) == said


def test_words_from_right_to_left_are_kept_to_themselves() -> None:
    assert apart("שלום עולם 5 → 7") == "\u2068שלום עולם\u2069 5 → 7"
    assert apart("left") == "left"


def test_a_word_too_long_for_a_line_can_be_folded_and_loses_nothing() -> None:
    assert foldable("W" * 100).replace("\u200b", "") == "W" * 100
    assert max(map(len, foldable("W" * 100).split("\u200b"))) < 30
    assert on_one_line("a\nb\x07") == "a b[U+0007]"


def test_the_voice_says_no_word_that_a_terminal_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    table = Table("[sic] \x9b")
    table.add_row("[/draft] :smile:", worded(("\x1b]0;x\x07", "bold")))
    say("[bold]\x1b[2J", table)
    say_plain("one\ntwo \x1b[2J\u202e")
    complain("three\nfour \x07")
    told = capsys.readouterr()

    assert not UNPRINTABLE.search(told.out + told.err)
    for words in ("[sic] [U+009B]", "[/draft] :smile:", "[U+001B]]0;x[U+0007]", "[bold][U+001B][2J"):
        assert words in told.out
    assert "one\ntwo [U+001B][2J[U+202E]\n" in told.out
    assert told.err == "Three four [U+0007]\n"


def test_a_save_cannot_speak_to_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save = tmp_path / "game.simmer"
    assert cli.run(["play", "first-steps", "--auto", "--save", str(save)]) == 0
    held = save.read_text(encoding="utf-8").replace("first-steps", "\\u001b[2Jfirst\\u202e")
    save.write_text(held, encoding="utf-8")
    capsys.readouterr()

    for line in (["replay", str(save)], ["debrief", str(save), "-o", "x.html"], ["\x1b[31mx"]):
        assert cli.run(line) == 2
        told = capsys.readouterr()
        assert "\x1b" not in told.out + told.err
        assert "\u202e" not in told.out + told.err
