"""A game taken over into a scenario that has changed, and the watch that notices the change."""

import os
from pathlib import Path

import pytest

from game.match.loading import Opened, open_match, opened_from
from game.match.match import Match
from game.match.reload import Reloaded, reloaded
from game.match.trouble import Trouble, TroubleKind
from game.match.watch import Watch
from game.rules.sheets import Order
from game.scenario.reader import read_scenario
from tests.match.matches import accepted
from tests.scenario.small import SMALL_TEXT, with_slip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of the small scenario."""
    path = tmp_path / "small" / "scenario.yaml"
    path.parent.mkdir()
    path.write_text(SMALL_TEXT, encoding="utf-8")
    return path


def begun(path: Path, months: int = 2) -> Match:
    """Return a game in which West has protested for some months, and lies in wait with a signal."""
    match = open_match(str(path), 5, {"west": "human"})
    assert isinstance(match, Match)
    for _ in range(months):
        match = accepted(accepted(match.lay("west", "act", Order("protest"))).seal("west")).adjudicated()
    return accepted(match.lay("west", "act", Order("signal")))


def taken_over(match: Match, path: Path, source: str) -> Reloaded:
    """Return the game in the scenario as it is written now."""
    path.write_text(source, encoding="utf-8")
    found = reloaded(match, opened(path))
    assert isinstance(found, Reloaded), found
    return found


def opened(path: Path) -> Opened:
    reading = read_scenario(path)
    assert reading.scenario is not None, reading.report
    return opened_from(reading, str(path))


def test_a_scenario_saved_unchanged_keeps_the_whole_game(path: Path) -> None:
    match = begun(path)
    again = taken_over(match, path, f"# a remark\n{SMALL_TEXT}")

    assert (again.kept, again.stopped) == (2, "")
    assert again.match.months == match.months
    assert again.match.hands == match.hands


def test_sheets_are_played_again_under_the_new_rules(path: Path) -> None:
    match = begun(path)
    again = taken_over(match, path, with_slip("    start: 4\n", "    start: 5\n"))

    assert again.kept == 2
    row = match.book.index.tracks["heat"]
    assert again.match.tables.readings[row, 0] > match.tables.readings[row, 0]
    assert [month.sheets for month in again.match.months] == [month.sheets for month in match.months]
    assert again.match.hands["west"].sheet == {"act": Order("signal")}


def test_the_game_stops_before_the_first_sheet_that_is_no_longer_legal(path: Path) -> None:
    match = begun(path)
    text = with_slip("    effects:\n      heat: 1\n  signal:", "    limit: 1\n  signal:")
    again = taken_over(match, path, text)

    assert again.kept == 1
    assert again.stopped.startswith("June 2020: West could not order 'protest'")
    assert again.match.date == "2020-06"


def test_a_line_in_hand_that_is_no_longer_legal_is_cleared_and_the_sheet_opened(path: Path) -> None:
    match = accepted(begun(path).seal("west"))
    again = taken_over(
        match, path, SMALL_TEXT.replace("  signal:\n    side: west\n", "  signal:\n    side: north\n")
    )

    assert again.kept == 2
    assert again.match.hands["west"].sheet == {}
    assert not again.match.hands["west"].sealed


def test_players_who_are_no_longer_there_are_a_trouble(path: Path) -> None:
    match = open_match(str(path), 5, {"west": "human", "north": "persona:proud"})
    assert isinstance(match, Match)
    path.write_text(with_slip("  proud:\n", "  humble:\n"), encoding="utf-8")
    found = reloaded(match, opened(path))

    assert isinstance(found, Trouble)
    assert found.kind is TroubleKind.SEAT


def saved(path: Path, source: str) -> None:
    """Save a file so that the change is seen whatever the clock of the disk."""
    path.write_text(source, encoding="utf-8")
    now = path.stat().st_mtime_ns
    os.utime(path, ns=(now + 10_000_000, now + 10_000_000))


def test_the_watch_notices_what_is_saved_and_nothing_else(path: Path) -> None:
    watch = Watch(str(path.parent))
    assert watch.look() is None

    saved(path, with_slip("title: Small\n", "title: Larger\n"))
    reading = watch.look()
    assert reading is not None
    assert reading.scenario is not None
    assert reading.scenario.title == "Larger"
    assert watch.look() is None


def test_the_watch_sees_the_parent_of_a_variant_and_the_texts(path: Path) -> None:
    variant = path.parent.parent / "short" / "scenario.yaml"
    variant.parent.mkdir()
    variant.write_text("extends: small\nid: short\n", encoding="utf-8")
    brief = path.parent / "brief-west.md"
    brief.write_text("# West\n", encoding="utf-8")
    watch = Watch(str(variant.parent))

    saved(path, with_slip("title: Small\n", "title: Larger\n"))
    assert watch.look() is not None
    saved(brief, "# The West\n")
    assert watch.look() is not None
    assert watch.look() is None


def test_a_save_in_the_scenario_s_folder_is_no_change_and_a_new_text_is_one(path: Path) -> None:
    watch = Watch(str(path.parent))
    for name in ("kept.simmer", "kept.simmer.1", ".scenario.yaml.swp", "scenario.yaml~"):
        (path.parent / name).write_text("x", encoding="utf-8")
        assert watch.look() is None

    (path.parent / "brief-west.md").write_text("# West\n", encoding="utf-8")
    reading = watch.look()
    assert reading is not None
    assert reading.texts == {"brief-west": "# West\n"}


def test_a_file_that_is_gone_while_it_is_saved_is_waited_for(path: Path) -> None:
    watch = Watch(str(path.parent))
    path.rename(path.with_suffix(".tmp"))
    assert watch.look() is None

    path.with_suffix(".tmp").rename(path)
    saved(path, with_slip("months: 6", "moths: 6"))
    reading = watch.look()
    assert reading is not None
    assert watch.opened(reading, "en") is None
    saved(path, SMALL_TEXT)
    mended = watch.look()
    assert mended is not None
    assert isinstance(watch.opened(mended, "en"), Opened)
