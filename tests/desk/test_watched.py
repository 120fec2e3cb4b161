"""A scenario that is written while it is played: the table follows its file."""

import os
from pathlib import Path

import pytest

from game.desk.scene import Redraw, Swap
from game.desk.scenes.session import Session
from game.desk.scenes.table import TableScene
from game.desk.scenes.title import TitleScene
from game.desk.scenes.watched import EVERY, Watched
from game.desk.window import new_stage
from game.located.findings import Grade
from game.match.loading import open_match
from game.match.match import Match
from game.match.watch import Watch
from game.rules.sheets import Order
from tests.desk.walk import faults
from tests.match.matches import accepted


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a blank scenario of one's own."""
    from game import cli

    monkeypatch.chdir(tmp_path)
    assert cli.run(["new", "mine"]) == 0
    return tmp_path / "mine" / "scenario.yaml"


def table(path: Path) -> TableScene:
    """Return the table of a watched game one month old, with a card in hand."""
    match = open_match(str(path.parent), 3, {"upland": "human"})
    assert isinstance(match, Match)
    match = accepted(accepted(match.lay("upland", "act", Order("close_sluice"))).seal("upland")).adjudicated()
    match = accepted(match.lay("upland", "home", Order("show_figures")))
    session = Session(match, path.parent.parent / "kept.simmer", watched=Watched(Watch(match.source)))
    stage = new_stage()
    return TableScene(stage, session, "upland", lambda: TitleScene(stage))


def saved(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    later = path.stat().st_mtime_ns + 10_000_000
    os.utime(path, ns=(later, later))


def test_nothing_happens_until_the_file_is_saved(path: Path) -> None:
    scene = table(path)
    before = scene.match

    assert not isinstance(scene.advance(EVERY), Swap)
    assert scene.match is before


def test_a_remark_changes_nothing_at_the_table(path: Path) -> None:
    scene = table(path)
    before = scene.match
    saved(path, "format: 1", "format: 1 # a remark")

    assert isinstance(scene.advance(EVERY), Redraw)
    assert scene.match is before
    assert scene.session.watched is not None
    assert scene.session.watched.said == "Saved; nothing that a game depends on has changed."


def test_a_good_change_is_taken_over_with_the_game_and_the_hand(path: Path) -> None:
    scene = table(path)
    saved(path, "title: Close the sluice", "title: Shut the gates")
    change = scene.advance(EVERY)

    assert isinstance(change, Swap)
    assert isinstance(change.scene, TableScene)
    match = change.scene.match
    assert match.book.scenario.cards["close_sluice"].title == "Shut the gates"
    assert match.month == 2
    assert match.hands["upland"].sheet == {"home": Order("show_figures")}
    watched = change.scene.session.watched
    assert watched is not None
    assert (watched.said, watched.findings) == ("Changed; all sheets played again and kept.", ())


def test_an_error_is_shown_beside_the_table_and_the_last_good_version_stays(path: Path) -> None:
    scene = table(path)
    before = scene.match
    saved(path, "crossed_by: [close_sluice]", "crossed_by: [close_sluce]")
    change = scene.advance(EVERY)

    assert isinstance(change, Redraw)
    assert scene.match is before
    watched = scene.session.watched
    assert watched is not None
    assert [found.message for found in watched.findings] == ["there is no card or class 'close_sluce'"]
    assert faults(scene.page) == []

    saved(path, "close_sluce", "close_sluice")
    assert scene.advance(EVERY) is not None
    assert scene.session.watched is not None
    assert scene.session.watched.findings == ()


def test_what_makes_no_sense_is_shown_as_well_while_the_change_is_taken_over(path: Path) -> None:
    scene = table(path)
    saved(path, "when: water >= 2", "when: water >= 0")
    change = scene.advance(EVERY)

    assert isinstance(change, Swap)
    assert isinstance(change.scene, TableScene)
    watched = change.scene.session.watched
    assert watched is not None
    assert [(found.code, found.grade) for found in watched.findings] == [("D410", Grade.WARNING)]


def test_a_change_that_forbids_a_sheet_goes_back_to_its_month(path: Path) -> None:
    scene = table(path)
    saved(path, "when: water >= 2", "when: water >= 9")
    change = scene.advance(EVERY)

    assert isinstance(change, Swap)
    assert isinstance(change.scene, TableScene)
    assert change.scene.match.month == 1
    watched = change.scene.session.watched
    assert watched is not None
    assert watched.said.startswith("Changed; the game goes on in April. April 2031: Upland could not order")


def test_only_time_passing_makes_it_look(path: Path) -> None:
    scene = table(path)
    saved(path, "title: Close the sluice", "title: Shut the gates")

    assert not isinstance(scene.advance(EVERY / 3), Swap)
    assert isinstance(scene.advance(EVERY), Swap)
