"""Golden saves replay, debrief and go on, whatever becomes of their scenarios."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli.replay import debrief
from game.match import archive, keyring
from game.match.journal import journal_of
from game.match.loading import brought, open_save, replay_save, told_in_language
from game.match.match import Match
from game.match.replay import Replay
from game.match.savefile import FORMAT, keep, load
from game.match.saves import autosave
from game.match.trouble import Trouble
from game.match.versions import other_version, taken_to
from game.model.scenario import Scenario
from game.scenario import shelf
from game.scenario.translatable import retold
from tests.match.golden import KEY, NAMES, golden

pytestmark = pytest.mark.usefixtures("_golden_key")

SAVES = [pytest.param(golden(n, v), id=golden(n, v).stem) for n in NAMES for v in range(1, FORMAT + 1)]
CARRYING = [pytest.param(golden(n, FORMAT), id=n) for n in NAMES]


@pytest.fixture
def _golden_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "key_file", lambda: KEY)


@pytest.fixture(scope="module")
def changed_shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a shelf on which every shipped scenario was changed in every part."""
    place = tmp_path_factory.mktemp("scenarios")
    for name in shelf.shipped():
        put(place, name, every_part_changed(carried(golden(name, 1))))
    return place


@pytest.fixture(params=["empty", "changed"])
def another_shelf(
    request: pytest.FixtureRequest, changed_shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """Put an empty shelf in place of the shipped one, or one on which every scenario was changed."""
    monkeypatch.setattr(shelf, "SHELVES", (changed_shelf if request.param == "changed" else tmp_path,))
    return str(request.param)


def carried(path: Path) -> Scenario:
    journal = load(path)
    assert not isinstance(journal, Trouble)
    opened = brought(journal)
    assert not isinstance(opened, Trouble)
    return opened.edition.scenario


def put(place: Path, name: str, scenario: Scenario) -> None:
    held = scenario.model_dump(mode="json", exclude_defaults=True, exclude={"extends"})
    (place / name).mkdir()
    (place / name / "scenario.yaml").write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")


def every_text_changed(scenario: Scenario) -> Scenario:
    """Return a scenario with other words throughout, and other sources, notes and places."""
    told = retold(scenario, lambda _path, text: f"{text} (mended)")
    return told.model_copy(update={"minutes": 5, "tests": {}, "teaching": None})


def every_part_changed(scenario: Scenario) -> Scenario:
    """Return a scenario with another text, start and price everywhere, and another name for every card."""
    told = every_text_changed(scenario)
    tracks = {
        name: track.model_copy(update={"start": track.start + (1 if track.start < track.range[1] else -1)})
        for name, track in told.tracks.items()
    }
    cards = {
        f"other_{name}": card.model_copy(update={"cooldown": card.cooldown + 1})
        for name, card in told.cards.items()
    }
    return told.model_copy(update={"tracks": tracks, "cards": cards})


def _resumed(path: Path, language: str = "en") -> Match:
    match = open_save(path, language)
    assert isinstance(match, Match), match
    return match


def test_there_are_golden_saves_of_every_format() -> None:
    assert len(NAMES) == 8
    assert all(golden(name, version).exists() for name in NAMES for version in range(1, FORMAT + 1))


@pytest.mark.parametrize("path", SAVES)
def test_a_golden_save_replays_and_is_opened_as_it_was_kept(path: Path) -> None:
    again, match = replay_save(path), _resumed(path)

    assert isinstance(again, Replay)
    assert again.differs is None
    assert again.months
    kept = load(path)
    assert not isinstance(kept, Trouble)
    assert replace(journal_of(match), edition=kept.edition) == kept
    assert match.note == ""


@pytest.mark.parametrize("path", CARRYING)
def test_a_save_that_carries_its_scenario_needs_no_other(
    path: Path, another_shelf: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    monkeypatch.setattr(archive, "PLACES", ())
    if whole or another_shelf == "changed" or path.name.startswith(SHORT):
        _holds_on(path, tmp_path)
    if whole or (another_shelf == "changed" and path.name.startswith(SHORT)):
        assert _is_debriefed(path, tmp_path)


@pytest.mark.parametrize("path", [golden(name, 1) for name in NAMES], ids=NAMES)
def test_a_save_of_the_first_format_finds_its_scenario_in_the_archive(
    path: Path, another_shelf: str, tmp_path: Path, whole: bool
) -> None:
    if whole or another_shelf == "changed":
        _holds_on(path, tmp_path)
    if whole:
        assert _is_debriefed(path, tmp_path)


SHORT = ("first-steps", "mines-2015", "hotseat")
"""Games whose debriefs a usual run writes; the others take longer to find their turning points."""


def _is_debriefed(path: Path, tmp_path: Path) -> bool:
    """Say whether a game that is over has a debrief, and one that goes on has none."""
    return _resumed(path).over == (debrief([path], tmp_path / "page.html") == 0)


def _holds_on(path: Path, tmp_path: Path) -> None:
    """Check that a save replays, is gone on with, kept again and told in Korean."""
    again, match = replay_save(path), _resumed(path)
    assert isinstance(again, Replay)
    assert again.differs is None
    assert "(mended)" not in match.book.scenario.title
    korean = told_in_language(match, "ko")
    assert isinstance(korean, Match)
    assert korean.book.scenario.language == "ko"
    assert korean.tables.digest() == match.tables.digest()
    before = _month_before(path, tmp_path)
    assert before.played(match.months[-1].sheets).tables.digest() == match.tables.digest()
    if not match.over:
        later = _sealed(match).adjudicated()
        assert autosave(later, tmp_path / "later.simmer") is None
        assert journal_of(_resumed(tmp_path / "later.simmer")) == journal_of(later)


def _month_before(path: Path, tmp_path: Path) -> Match:
    """Return the same game as it was kept a month before."""
    journal = load(path)
    assert not isinstance(journal, Trouble)
    keep(tmp_path / "before.simmer", replace(journal, months=journal.months[:-1], hands={}))
    return _resumed(tmp_path / "before.simmer")


def _sealed(match: Match) -> Match:
    for side in match.waiting:
        sealed = match.seal(side)
        assert isinstance(sealed, Match)
        match = sealed
    return match


def test_where_only_words_have_changed_a_game_goes_on_in_either_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = golden("hotseat-unfinished", FORMAT)
    put(tmp_path, "deadlock-2020", every_text_changed(carried(path)))
    monkeypatch.setattr(shelf, "SHELVES", (tmp_path,))
    match = _resumed(path)
    other = other_version(match)

    assert other is not None
    assert other.same_rules
    assert "(mended)" not in match.book.scenario.title
    taken = taken_to(match, other.opened)
    assert isinstance(taken, Match)
    assert taken.book.scenario.title.endswith("(mended)")
    assert taken.tables.digest() == match.tables.digest()
    assert taken.hands == match.hands
    named = open_save(path, scenario="deadlock-2020")
    assert isinstance(named, Match)
    assert journal_of(named) == journal_of(taken)


def test_where_the_rules_have_changed_it_goes_on_by_those_it_was_begun_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = golden("hotseat-unfinished", FORMAT)
    scenario = carried(path)
    tracks = {
        n: t.model_copy(update={"start": max(t.start - 1, t.range[0])}) for n, t in scenario.tracks.items()
    }
    put(tmp_path, "deadlock-2020", scenario.model_copy(update={"tracks": tracks}))
    monkeypatch.setattr(shelf, "SHELVES", (tmp_path,))
    other = other_version(_resumed(path))

    assert other is not None
    assert not other.same_rules
    assert isinstance(open_save(path, scenario="deadlock-2020"), Trouble)
    assert isinstance(taken_to(_resumed(path), other.opened), Trouble)
