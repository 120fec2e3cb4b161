"""Saves: written whole, checked before they are believed, earlier ones kept."""

import errno
import os
import random
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings

from game.match.files import write_whole
from game.match.journal import Journal, from_json
from game.match.savefile import KEPT, keep, load, pack, unpack
from game.match.trouble import Trouble, TroubleKind
from tests.match.matches import a_journal
from tests.strategies.matches import MONTHS
from tests.strategies.numbers import SEEDS
from tests.strategies.texts import BYTES

JOURNAL = a_journal()
SAVE = pack(JOURNAL)


def _resealed(body: bytes) -> bytes:
    """Return a save with another body whose checksum fits."""
    return b'{"checksum":"%s",%s\n' % (sha256(body).hexdigest().encode(), body)


@settings(max_examples=25)
@given(seed=SEEDS, months=MONTHS)
def test_a_save_holds_the_whole_journal(seed: int, months: int) -> None:
    journal = a_journal(seed, months)

    assert unpack(pack(journal)) == journal


def test_a_save_is_one_line_of_ascii_that_any_reader_of_json_can_read() -> None:
    assert SAVE.isascii()
    assert SAVE.count(b"\n") == 1
    assert pack(JOURNAL) == SAVE


def test_ten_thousand_damaged_saves_are_refused_or_are_the_very_game() -> None:
    draw = random.Random(417)
    found = []
    for n in range(10_000):
        damaged = bytearray(SAVE)
        if n % 4 == 0:
            del damaged[draw.randrange(len(SAVE)) :]
        else:
            for _ in range(draw.choice((1, 1, 2, 50))):
                damaged[draw.randrange(len(SAVE))] ^= 1 << draw.randrange(8)
        found.append(unpack(bytes(damaged)) if bytes(damaged) != SAVE else None)

    assert set(found) <= {TroubleKind.DAMAGED, None}
    assert found.count(TroubleKind.DAMAGED) > 9_900


@given(BYTES)
def test_any_other_file_is_refused(content: bytes) -> None:
    assert unpack(content) is TroubleKind.DAMAGED


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param(b'"format":3,"journal":{}}', TroubleKind.NEWER, id="a newer format"),
        pytest.param(b'"format":"one"}', TroubleKind.NEWER, id="a format of another kind"),
        pytest.param(b'"format":1,"journal":{"seed":-1}}', TroubleKind.UNSOUND, id="no journal"),
        pytest.param(b'"format":1,"journal":' + b"[" * 100_000 + b"}", TroubleKind.UNSOUND, id="a deep one"),
        pytest.param(b'"format":1,\xff}', TroubleKind.UNSOUND, id="no text"),
    ],
)
def test_a_save_that_was_sealed_anew_is_still_not_believed(body: bytes, kind: TroubleKind) -> None:
    assert unpack(_resealed(body)) is kind


def test_a_newer_format_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "game.simmer"
    path.write_bytes(pack(JOURNAL, version=3))

    trouble = load(path)

    assert isinstance(trouble, Trouble)
    assert trouble.kind is TroubleKind.NEWER
    assert trouble.sentence.endswith(
        "was saved by a newer version of Simmer; install that version to open it."
    )


def test_the_three_saves_before_stay_beside_a_save(tmp_path: Path) -> None:
    path = tmp_path / "game.simmer"
    for seed in range(1, 7):
        assert keep(path, replace(JOURNAL, seed=seed)) is None

    names = [path, *(path.with_name(f"game.simmer.{n}") for n in (1, 2, 3))]
    assert [load(each).seed for each in names] == [6, 5, 4, 3]  # type: ignore[union-attr]
    assert sorted(tmp_path.iterdir()) == names


@pytest.mark.parametrize("whole", [1, 2, 3])
def test_a_damaged_save_is_refused_and_the_newest_whole_one_offered(tmp_path: Path, whole: int) -> None:
    path = tmp_path / "game.simmer"
    for seed in range(KEPT + 1):
        keep(path, replace(JOURNAL, seed=seed))
    for name in (path, *(path.with_name(f"{path.name}.{n}") for n in range(1, whole))):
        name.write_bytes(name.read_bytes()[:-20])

    trouble = load(path)

    assert isinstance(trouble, Trouble)
    assert trouble.kind is TroubleKind.DAMAGED
    assert trouble.older == path.with_name(f"{path.name}.{whole}")
    assert f"'{trouble.older}', kept from before, is whole." in trouble.sentence


def test_a_save_that_is_gone_offers_what_was_kept_from_before(tmp_path: Path) -> None:
    path = tmp_path / "game.simmer"
    keep(path, JOURNAL)
    keep(path, JOURNAL)
    path.unlink()

    trouble = load(path)

    assert isinstance(trouble, Trouble)
    assert (trouble.kind, trouble.older) == (TroubleKind.MISSING, path.with_name("game.simmer.1"))


def test_a_folder_is_not_a_save(tmp_path: Path) -> None:
    trouble = load(tmp_path)

    assert isinstance(trouble, Trouble)
    assert trouble.sentence == f"'{tmp_path}' could not be read: it is a folder."


def _refusing(code: int) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    return refuse


@pytest.mark.parametrize(
    ("code", "told"),
    [
        pytest.param(errno.ENOSPC, "the disk is full", id="a full disk"),
        pytest.param(errno.EROFS, "the disk may only be read", id="a disk that may only be read"),
        pytest.param(errno.EIO, os.strerror(errno.EIO).lower(), id="a failing disk"),
    ],
)
@pytest.mark.parametrize("where", ["os.fsync", "pathlib.Path.replace"])
def test_a_disk_that_refuses_leaves_the_save_as_it_was_and_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, code: int, told: str
) -> None:
    path = tmp_path / "game.simmer"
    keep(path, JOURNAL)
    with monkeypatch.context() as patched:
        patched.setattr(where, _refusing(code))
        trouble = keep(path, replace(JOURNAL, seed=1))

    assert isinstance(trouble, Trouble)
    assert trouble.sentence == f"'{path}' could not be written: {told}."
    assert load(path) == JOURNAL
    assert not path.with_name("game.simmer.new").exists()


def test_where_links_cannot_be_made_the_save_before_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "game.simmer"
    monkeypatch.setattr("os.link", _refusing(errno.EPERM))
    keep(path, JOURNAL)
    keep(path, replace(JOURNAL, seed=1))

    assert load(path.with_name("game.simmer.1")) == JOURNAL


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere/game.simmer", "there is no such folder"),
        ("", "it is a folder"),
        ("x" * 300, "the name is too long"),
        ("a\0b", "the name is not one a file can have"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path, name: str, told: str) -> None:
    trouble = write_whole(tmp_path / name, b"{}")

    assert isinstance(trouble, Trouble)
    assert trouble.sentence == f"'{tmp_path / name}' could not be written: {told}."


def test_a_journal_is_read_from_nothing_but_a_journal() -> None:
    assert from_json({"scenario": "small"}) is None
    assert isinstance(unpack(SAVE), Journal)
