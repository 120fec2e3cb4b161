"""What is sealed is kept: after every sheet, whoever comes next, and after every month (§4.4)."""

from pathlib import Path

import pytest

from game.desk.actions import LayCard
from game.desk.scene import Scene, Swap
from game.desk.scenes.flow import next_scene
from game.desk.scenes.reveal import RevealScene
from game.desk.scenes.session import Session
from game.desk.scenes.table import TableScene
from game.desk.window import new_stage
from game.match.loading import open_match, open_save
from game.match.match import Match
from game.rules.sheets import Order

ACTS = {"washington": "exercise", "pyongyang": "short_range_test", "seoul": "build_up"}


def sealed(session: Session, side: str) -> Scene:
    """Lay one card and seal the sheet at *side*'s table, and return the scene that follows."""
    stage = new_stage()
    scene = TableScene(stage, session, side, lambda: next_scene(stage, session))
    scene.acted(LayCard(ACTS[side]))
    change = scene.pressed("seal")
    assert isinstance(change, Swap)
    return change.scene


def kept(path: Path) -> Match:
    """Return the match as it lies on the disk."""
    found = open_save(path)
    assert isinstance(found, Match), found
    return found


@pytest.mark.parametrize("sides", [("washington", "pyongyang"), ("pyongyang", "seoul"), tuple(ACTS)])
def test_a_sealed_sheet_is_kept_while_others_are_still_open(sides: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "kept.simmer"
    match = open_match("deadlock-2020", 7, dict.fromkeys(sides, "human"))
    assert isinstance(match, Match)
    session = Session(match, path)

    for side in sides[:-1]:
        sealed(session, side)

        found = kept(path)
        assert found.hands[side].sealed
        assert found.hands[side].sheet["act"] == Order(ACTS[side])
        assert side not in found.waiting
        assert sides[-1] in found.waiting


def test_the_month_is_kept_once_the_last_sheet_is_sealed(tmp_path: Path) -> None:
    path = tmp_path / "kept.simmer"
    match = open_match("deadlock-2020", 7, dict.fromkeys(ACTS, "human"))
    assert isinstance(match, Match)
    session = Session(match, path)
    scenes = [sealed(session, side) for side in ACTS]

    found = kept(path)

    assert isinstance(scenes[-1], RevealScene)
    assert found.month == 2
    assert found.tables.digest() == session.match.tables.digest()
