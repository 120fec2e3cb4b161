"""The doors that open saves: what they say of a scenario that is missing or has changed, where forks go."""

import json
from pathlib import Path

import pytest

from game import cli
from game.cli import play
from game.match.journal import journal_of
from game.match.loading import open_match
from game.match.match import Match
from game.match.savefile import keep
from game.scenario import shelf
from tests.match.golden import golden
from tests.match.matches import a_file, in_first_format
from tests.match.test_golden_saves import carried, every_text_changed, put


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[Match, Path]]:
    """Return what the window was opened on; new saves go to a shelf of the test's own."""
    found: list[tuple[Match, Path]] = []
    monkeypatch.setattr(play, "_open_desk", lambda match, path: found.append((match, path)))
    monkeypatch.setattr(play, "_open_watching", lambda match, path: found.append((match, path)))
    monkeypatch.setattr("game.match.saves.user_data_path", lambda *_, **__: tmp_path / "data")
    return found


def a_save(folder: Path, seats: dict[str, str], first_format: bool = False) -> Path:
    """Return a save of the small scenario, whose file is gone."""
    source = a_file(folder)
    match = open_match(str(source), 5, seats)
    assert isinstance(match, Match)
    path = folder / "game.simmer"
    if first_format:
        path.write_bytes(in_first_format(journal_of(match), str(source)))
    else:
        keep(path, journal_of(match))
    return path


@pytest.mark.parametrize("command", ["replay", "debrief", "play"])
def test_every_door_takes_the_scenario_that_a_save_of_the_first_format_lacks(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], opened: list[tuple[Match, Path]]
) -> None:
    path = a_save(tmp_path, {"west": "human"}, first_format=True)
    asked = {
        "replay": ["replay", str(path)],
        "debrief": ["debrief", str(path), "-o", str(tmp_path / "page.html")],
        "play": ["play", "--load", str(path)],
    }[command]

    assert cli.run(asked) == 2
    assert "name the file it was played in by --scenario." in capsys.readouterr().err
    code = cli.run([*asked, "--scenario", str(tmp_path / "small.yaml")])
    assert code == (2 if command == "debrief" else 0)
    assert "--scenario" not in capsys.readouterr().err


def test_a_scenario_is_named_beside_a_save_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["play", "--scenario", "first-steps"]) == 2
    assert "--scenario goes with --load" in capsys.readouterr().err


@pytest.mark.parametrize("source", ["\\\\server\\share\\small.yaml", "//server/share/small.yaml", "\x1b[2J"])
def test_a_place_that_a_stranger_s_save_names_is_neither_opened_nor_told(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    match = open_match(str(a_file(tmp_path)), 5, {})
    assert isinstance(match, Match)
    path = tmp_path / "game.simmer"
    path.write_bytes(in_first_format(journal_of(match), source))
    looked: list[str] = []
    monkeypatch.setattr("game.scenario.reader.find", looked.append)

    assert cli.run(["replay", str(path)]) == 2
    assert source not in "".join(capsys.readouterr())
    assert looked == []


def test_play_says_that_the_words_have_changed_and_how_they_are_taken_over(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    opened: list[tuple[Match, Path]],
) -> None:
    path = tmp_path / "game.simmer"
    path.write_bytes(golden("first-steps", 2).read_bytes())

    (tmp_path / "scenarios").mkdir()
    put(tmp_path / "scenarios", "first-steps", every_text_changed(carried(path)))
    monkeypatch.setattr(shelf, "SHELVES", (tmp_path / "scenarios",))

    assert cli.run(["play", "--load", str(path)]) == 0
    assert (
        f"'simmer play --load {path} --scenario first-steps' takes over its new words."
        in capsys.readouterr().err
    )
    assert cli.run(["play", "--load", str(path), "--scenario", "first-steps"]) == 0
    titles = [match.book.scenario.title for match, _path in opened]
    assert [title.endswith("(mended)") for title in titles] == [False, True]


def test_another_seat_in_a_game_that_people_play_is_a_fork_in_a_file_of_its_own(
    tmp_path: Path, opened: list[tuple[Match, Path]], capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_save(tmp_path, {"west": "human", "north": "human"})
    before = path.read_bytes()

    assert cli.run(["play", "--load", str(path), "--seat", "north=persona"]) == 0
    assert "fork" in capsys.readouterr().err
    ((match, place),) = opened
    assert place != path
    assert match.luck != match.seed == 5
    assert [fork.stay for fork in match.forks] == [("west",)]
    assert path.read_bytes() == before


def test_a_game_of_computers_is_gone_on_with_by_the_same_luck(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = a_save(tmp_path, {})

    assert cli.run(["play", "--load", str(path), "--auto", "--seat", "west=easy", "--json", "-"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["seed"] == 5


def test_a_save_of_an_own_scenario_is_watched_where_its_file_is_named(
    tmp_path: Path, opened: list[tuple[Match, Path]], capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_save(tmp_path, {"west": "human"})

    assert cli.run(["play", "--load", str(path), "--watch"]) == 2
    assert "name that of 'small' by --scenario." in capsys.readouterr().err
    file = str(tmp_path / "small.yaml")
    assert cli.run(["play", "--load", str(path), "--watch", "--scenario", file]) == 0
    assert opened[0][0].source == file
