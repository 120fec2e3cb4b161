"""The shelf of saves: a name for every game, and a list of what stands there."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.match import saves as shelf
from game.match.journal import journal_of
from game.match.savefile import load
from game.match.saves import autosave, fresh_save, saved_games
from game.match.trouble import Trouble, TroubleKind
from tests.match.matches import PEOPLE, a_match

NOW = datetime(2020, 5, 1, 20, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep this test's saves in a folder of their own."""
    monkeypatch.setattr(shelf, "user_data_path", lambda *_, **__: tmp_path)
    return tmp_path / "saves"


def test_the_first_save_makes_the_shelf(folder: Path) -> None:
    match = a_match(PEOPLE)
    path = fresh_save("small", NOW)

    assert path == folder / "small 2020-05-01 20.15.simmer"
    assert autosave(match, path) is None
    assert load(path) == journal_of(match)


def test_no_two_games_share_a_save() -> None:
    paths = []
    for _ in range(4):
        paths.append(fresh_save("small", NOW))
        autosave(a_match(), paths[-1])

    assert len(set(paths)) == 4


def test_the_shelf_lists_games_newest_first_the_damaged_with_their_trouble(folder: Path) -> None:
    for number, name in enumerate(("old", "new")):
        path = folder / f"{name}.simmer"
        autosave(a_match(PEOPLE), path)
        os.utime(path, (number, number))
    (folder / "old.simmer").write_bytes(b"{}")
    os.utime(folder / "old.simmer", (0, 0))

    new, old = saved_games()

    assert (new.path.stem, new.trouble) == ("new", None)
    assert new.journal == journal_of(a_match(PEOPLE))
    assert (old.path.stem, old.journal) == ("old", None)
    assert old.trouble is not None
    assert old.trouble.kind is TroubleKind.DAMAGED


def test_an_empty_shelf_lists_nothing() -> None:
    assert saved_games() == ()


def test_a_shelf_that_cannot_be_made_is_told_in_a_sentence(folder: Path) -> None:
    folder.write_text("a file stands in the way", encoding="utf-8")

    trouble = autosave(a_match(), fresh_save("small", NOW))

    assert isinstance(trouble, Trouble)
    assert trouble.sentence.startswith(f"'{folder}' could not be made: ")
