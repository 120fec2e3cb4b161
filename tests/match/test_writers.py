"""Two writers on one save: one goes on, the other is told, and nothing is written over."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from game.desk.scenes.session import Session
from game.match import files
from game.match.files import write_whole
from game.match.loading import open_match, open_save
from game.match.match import Match
from game.match.savefile import SaveWriter, checksum_of, keep, load
from game.match.saves import autosave
from game.match.trouble import Trouble, TroubleKind
from tests.match.matches import a_file, a_journal, accepted

JOURNAL = a_journal()


def test_the_second_writer_is_refused_in_a_sentence_and_writes_nothing_over(tmp_path: Path) -> None:
    path = tmp_path / "game.simmer"
    keep(path, JOURNAL)
    known = checksum_of(path.read_bytes())
    one, other = SaveWriter(path, known), SaveWriter(path, known)

    assert one.keep(replace(JOURNAL, seed=1)) is None
    assert one.keep(replace(JOURNAL, seed=2)) is None
    wrong = other.keep(replace(JOURNAL, seed=3))

    assert isinstance(wrong, Trouble)
    assert wrong.kind is TroubleKind.TAKEN
    assert wrong.sentence == (
        f"another window has gone on with '{path}': nothing was written over. "
        "Go on there, or load the game again here."
    )
    assert [load(each).seed for each in (path, path.with_name("game.simmer.1"))] == [2, 1]  # type: ignore[union-attr]
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "game.simmer",
        "game.simmer.1",
        "game.simmer.2",
    ]


def test_a_new_game_is_not_kept_over_another(tmp_path: Path) -> None:
    path = tmp_path / "game.simmer"
    keep(path, JOURNAL)

    assert SaveWriter(path).keep(replace(JOURNAL, seed=1)) is not None
    assert load(path) == JOURNAL


def test_what_is_kept_already_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "game.simmer"
    writer = SaveWriter(path)
    writer.keep(JOURNAL)
    os.utime(path, (1, 1))

    assert writer.keep(JOURNAL) is None
    assert path.stat().st_mtime == 1
    path.unlink()
    assert writer.keep(JOURNAL) is None
    assert load(path) == JOURNAL


def test_a_damaged_save_does_not_stand_in_the_way_of_its_game(tmp_path: Path) -> None:
    path = tmp_path / "game.simmer"
    writer = SaveWriter(path)
    writer.keep(JOURNAL)
    path.write_bytes(path.read_bytes()[:-9])

    assert writer.keep(replace(JOURNAL, seed=1)) is None
    assert load(path) == replace(JOURNAL, seed=1)


def test_two_sessions_on_one_save_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "game.simmer"
    begun = open_match(str(a_file(tmp_path)), 5, {"west": "human", "north": "human"})
    assert isinstance(begun, Match)
    autosave(begun, path)
    one, other = (Session(_opened(path), path) for _ in range(2))

    for session in (one, other):
        session.keep()
        session.match = accepted(session.match.seal("west"))
        session.keep()

    assert one.trouble == ""
    assert other.trouble.startswith("another window has gone on with")
    assert _opened(path).hands["west"].sealed


def _opened(path: Path) -> Match:
    match = open_save(path)
    assert isinstance(match, Match)
    return match


def test_many_writers_at_once_leave_a_whole_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "game.simmer"
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda seed: keep(path, replace(JOURNAL, seed=seed)), range(80)))

    assert told == [None] * 80
    kept = [path, *(path.with_name(f"game.simmer.{n}") for n in (1, 2, 3))]
    assert sorted(tmp_path.iterdir()) == kept
    assert len({load(each).seed for each in kept}) == 4  # type: ignore[union-attr]


def test_what_a_killed_writer_left_is_swept_away_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "game.simmer"
    with monkeypatch.context() as patched:
        patched.setattr(files, "_step_back", _stopped)
        patched.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(KeyboardInterrupt):
            write_whole(path, b"half")
    assert len(list(tmp_path.iterdir())) == 1

    assert write_whole(path, b"whole") is None
    assert list(tmp_path.iterdir()) == [path]


def _stopped(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_place_another_program_holds_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_: int) -> None:
        raise BlockingIOError(11, "held")

    monkeypatch.setattr("game.match.lock._take", held)
    monkeypatch.setattr("game.match.lock.PAUSE", 0)
    wrong = write_whole(tmp_path / "x", b"")

    assert isinstance(wrong, Trouble)
    assert wrong.sentence.endswith("could not be written: another program is writing there.")


def test_where_there_are_no_locks_a_file_is_still_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(_: int) -> None:
        raise OSError(37, "no locks available")

    monkeypatch.setattr("game.match.lock._take", without)

    assert write_whole(tmp_path / "x", b"1") is None
