"""Saved games opened at the desk: as they were kept, or in the words of today, and what is told first."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.desk.actions import TakeUpSave
from game.desk.scene import Swap
from game.desk.scenes.changed import ChangedScene
from game.desk.scenes.load import LoadScene
from game.desk.window import new_stage
from game.match import keyring
from game.match import saves as saves
from game.match.loading import Opened, open_scenario
from game.match.match import Match
from game.match.saves import autosave
from game.match.versions import OtherVersion
from tests.desk.scenes import played


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a game on a shelf of its own."""
    monkeypatch.setattr(saves, "user_data_path", lambda *_, **__: tmp_path)
    assert autosave(played(2), tmp_path / "saves" / "one.simmer") is None
    return tmp_path / "saves"


def opened(scene: LoadScene) -> object:
    change = scene.acted(TakeUpSave(0))
    assert isinstance(change, Swap)
    return change.scene


def test_a_save_whose_scenario_stands_unchanged_is_gone_on_with_at_once() -> None:
    assert not isinstance(opened(LoadScene(new_stage())), ChangedScene)


def _other(monkeypatch: pytest.MonkeyPatch, *, same_rules: bool) -> None:
    found = open_scenario("deadlock-2020")
    assert isinstance(found, Opened)
    title = found.book.scenario.model_copy(update={"title": "Mended"})
    book = replace(found.book, scenario=title)
    other = OtherVersion(replace(found, book=book, digest="e" * 64), same_rules)
    monkeypatch.setattr("game.desk.scenes.load.other_version", lambda *_: other)


def test_where_only_words_have_changed_either_version_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    _other(monkeypatch, same_rules=True)
    scene = opened(LoadScene(new_stage()))
    assert isinstance(scene, ChangedScene)

    titles = []
    for name in ("changed:kept", "changed:shelf"):
        change = scene.pressed(name)
        assert isinstance(change, Swap)
        session = change.scene.session  # type: ignore[attr-defined]
        titles.append(session.match.book.scenario.title)
    assert titles == ["Deadlock 2020", "Mended"]


def test_where_the_rules_have_changed_the_game_goes_on_as_it_was_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _other(monkeypatch, same_rules=False)
    scene = opened(LoadScene(new_stage()))
    assert isinstance(scene, ChangedScene)

    names = {spot.name for spot in scene.page.top.stops()}
    assert names == {"changed:kept", "changed:back"}
    assert len(scene.told.lines()) == 2
    back = scene.pressed("changed:back")
    assert isinstance(back, Swap)
    assert isinstance(back.scene, LoadScene)


def test_sheets_closed_by_another_key_are_told_before_the_game_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "key_file", lambda: tmp_path / "other" / "sheets.key")
    scene = opened(LoadScene(new_stage()))

    assert isinstance(scene, ChangedScene)
    assert "laid again" in scene.told.lines()[0]
    assert isinstance(scene.told.match, Match)
