"""What a save of a game that people play tells: closed sheets, and forks in which only the public stays."""

import json
import stat
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.cli import run
from game.match import keyring
from game.match.fork import forked
from game.match.journal import journal_of
from game.match.loading import open_match, open_save
from game.match.luck import Fork, drawn_seed
from game.match.match import Match
from game.match.record import record
from game.match.retold import UNKNOWN
from game.match.savefile import keep, load, pack
from game.match.seats import HUMAN
from game.rules.sheets import Order
from game.rules.views import view_of
from tests.match.matches import accepted

SIDES = ("washington", "pyongyang", "seoul")


@cache
def hotseat(seed: int = 11, secret: str = "mines", players: str = HUMAN) -> Match:
    """Return a game between three people in its third month, a secret act in its first and in hand."""
    match = open_match("deadlock-2020", seed, dict.fromkeys(SIDES, players))
    assert isinstance(match, Match)
    for card in ("cyber_raid", "short_range_test"):
        match = accepted(match.lay("pyongyang", "act", Order(card)))
        for side in SIDES:
            match = accepted(match.seal(side))
        match = match.adjudicated()
    return accepted(accepted(match.lay("pyongyang", "act", Order(secret))).seal("pyongyang"))


def test_the_sheets_of_the_open_month_cannot_be_read_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "game.simmer"
    kept = {}
    for secret in ("mines", "rocket_test", "short_range_test"):
        match = open_match("deadlock-2020", 11, dict.fromkeys(SIDES, HUMAN))
        assert isinstance(match, Match)
        if match.why_refused("pyongyang", "act", Order(secret)) is not None:
            continue
        match = accepted(accepted(match.lay("pyongyang", "act", Order(secret))).seal("pyongyang"))
        keep(path, journal_of(match))
        held = json.loads(path.read_bytes())["journal"]
        assert held["hands"] == {}
        assert secret not in json.dumps({**held, "edition": ""})
        kept[secret] = len(path.read_bytes())
        assert load(path) == journal_of(match)

    assert len(kept) == 2
    assert len(set(kept.values())) == 1, "the length of the file tells what was laid"


def test_on_another_computer_the_open_month_is_laid_again_and_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "game.simmer"
    match = hotseat()
    keep(path, journal_of(match))
    monkeypatch.setattr(keyring, "key_file", lambda: tmp_path / "theirs" / "sheets.key")

    again = open_save(path)

    assert isinstance(again, Match)
    assert again.months == match.months
    assert set(again.waiting) == set(match.hands)
    assert "laid again" in again.note


def test_the_key_is_made_once_and_only_its_user_may_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new" / "sheets.key"
    monkeypatch.setattr(keyring, "key_file", lambda: path)

    assert keyring.known_key() is None
    made = keyring.key()
    assert made is not None
    assert keyring.key() == made == keyring.known_key()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_where_no_key_can_be_made_the_months_are_kept_and_the_sheets_are_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(keyring, "key_file", lambda: tmp_path / "file" / "sheets.key")
    path, match = tmp_path / "game.simmer", hotseat()

    wrong = keep(path, journal_of(match))

    assert wrong is not None
    assert "not the sheets of the open one" in wrong.sentence
    kept = load(path)
    assert kept == replace(journal_of(match), hands={})


@pytest.mark.parametrize("change", ["seed", "month", "byte"])
def test_closed_sheets_fit_no_other_game_and_no_other_month(change: str) -> None:
    journal = journal_of(hotseat())
    shut = journal.closed(keyring.key())
    changed = {
        "seed": replace(shut, seed=12),
        "month": replace(shut, months=shut.months[:-1]),
        "byte": replace(shut, shut=("B" if shut.shut[0] == "A" else "A") + shut.shut[1:]),
    }[change]

    assert shut.opened(keyring.key()) == journal
    assert changed.opened(keyring.key()) == changed
    assert shut.opened(b"x" * 32) == shut


def test_the_same_game_gives_the_same_save_and_another_sheet_another() -> None:
    assert pack(journal_of(hotseat())) == pack(journal_of(hotseat()))
    first = accepted(hotseat().undo("pyongyang"))
    assert pack(journal_of(first)) != pack(journal_of(hotseat()))


def test_a_seed_nobody_named_has_64_bits() -> None:
    drawn = [drawn_seed() for _ in range(64)]

    assert len(set(drawn)) == 64
    assert max(drawn) > 2**60
    assert all(0 <= seed < 2**64 for seed in drawn)


def test_json_writes_a_long_seed_as_the_number_it_is() -> None:
    match = open_match("first-steps", 2**64 - 1, {})
    assert isinstance(match, Match)

    assert json.loads(json.dumps(record(match)))["seed"] == 2**64 - 1


def public_of(match: Match) -> list[object]:
    """Return what everybody may read of the months played."""
    return [match.news_for(None, month) for month in range(1, len(match.months) + 1)]


def test_a_fork_of_nobody_s_tells_the_same_whatever_was_hidden() -> None:
    """Non-interference: two games that differ in what is hidden alone fork into the same game."""
    match = hotseat()
    row = match.book.index.sides["pyongyang"]
    hidden = match.tables.secrets.copy()
    hidden[row] = (hidden[row] + 1) % 3
    turned = replace(
        match, tables=match.tables.with_parts(secrets=hidden, seeds=match.tables.seeds + np.uint64(1))
    )
    fork = Fork(match.month, 99, ())

    one, other = (forked(each, fork) for each in (match, turned))

    assert one.tables.digest() == other.tables.digest()
    assert (one.entries, one.happenings, one.months) == (other.entries, other.happenings, other.months)
    assert one.hands == {}


def test_a_fork_tells_of_the_months_before_only_what_everybody_saw() -> None:
    match = hotseat()
    apart = forked(match, Fork(match.month, 99, ()))
    everybody = set(SIDES)

    assert public_of(apart)[:1] == public_of(match)[:1]
    assert all(everybody <= set(entry.known_to) or entry.cause.name == UNKNOWN for entry in apart.entries)
    assert all(everybody <= set(told.seen_by) for told in apart.happenings)
    assert "cyber_raid" not in {
        order.card for m in apart.months for s in m.sheets.values() for order in s.values()
    }
    assert "card:cyber_raid" not in json.dumps(record(apart)["months"])
    assert journal_of(apart).months == match.months


def test_in_a_fork_the_ledger_still_adds_up() -> None:
    match = hotseat()
    for stay in ((), ("seoul",), ("seoul", "washington")):
        apart = forked(match, Fork(match.month, 99, stay))
        for name, row in match.book.index.tracks.items():
            moved = sum(entry.change for entry in apart.entries if entry.track == name)
            start = match.book.scenario.tracks[name].start
            assert start + moved == apart.tables.readings[row, 0]


def test_whoever_goes_along_into_a_fork_sees_what_they_saw_and_no_more() -> None:
    match = hotseat()
    stay = ("seoul", "washington")
    apart = forked(match, Fork(match.month, 99, stay))

    for side in stay:
        sight = match.book.sights[side]
        assert view_of(sight, apart.tables).packed() == view_of(sight, match.tables).packed()
    assert set(apart.hands) == set(stay)
    assert not any("pyongyang" in entry.known_to and len(entry.known_to) == 1 for entry in apart.entries)


def test_a_fork_is_kept_and_is_the_same_game_when_played_again(tmp_path: Path) -> None:
    path = tmp_path / "fork.simmer"
    match = hotseat()
    apart = forked(match, Fork(match.month, 99, ("seoul",)))
    apart = apart.with_seats({**match.seats, "washington": "persona", "pyongyang": "persona"})
    apart = accepted(apart.seal("seoul")).adjudicated()
    keep(path, journal_of(apart))

    again = open_save(path)

    assert isinstance(again, Match)
    assert (again.tables.digest(), again.months, again.entries) == (
        apart.tables.digest(),
        apart.months,
        apart.entries,
    )
    assert again.luck == 99


def test_auto_on_a_save_that_people_play_tells_a_fork_each_time_another(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "game.simmer"
    keep(path, journal_of(hotseat()))
    before = path.read_bytes()
    told = []
    for _ in range(2):
        assert run(["play", "--load", str(path), "--auto", "--json", "-"]) == 0
        out, err = capfdbinary.readouterr()
        assert b"fork" in err
        told.append(json.loads(out))

    assert path.read_bytes() == before
    assert len({one["seed"] for one in told} | {11}) == 3
    first = [one["months"][0] for one in told]
    assert first[0]["orders"] == first[1]["orders"]
    assert first[0]["orders"]["pyongyang"]["act"] == UNKNOWN
    assert first[0]["digest"] == ""


def test_a_fork_that_is_over_has_a_debrief_without_what_was_hidden_before(tmp_path: Path) -> None:
    path, page = tmp_path / "fork.simmer", tmp_path / "page.html"
    match = hotseat()
    apart = forked(match, Fork(match.month, 99, ())).with_seats(dict.fromkeys(SIDES, "persona"))
    while not apart.over:
        apart = apart.adjudicated()
    keep(path, journal_of(apart))

    assert run(["debrief", str(path), "-o", str(page)]) == 0
    assert page.read_text(encoding="utf-8").count("<svg") > 0


def test_a_fork_is_not_kept_in_the_place_of_the_game_it_left(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "game.simmer"
    keep(path, journal_of(hotseat()))

    assert run(["play", "--load", str(path), "--save", str(path), "--auto"]) == 2
    assert b"name another file by --save" in capfdbinary.readouterr().err
