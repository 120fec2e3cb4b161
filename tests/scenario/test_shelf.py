"""The shelf of shipped scenarios, and finding one by name or path."""

from pathlib import Path

import pytest

from game.located.findings import Finding
from game.scenario import shelf
from game.scenario.shelf import find, shipped


@pytest.fixture
def two_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shelf with two scenarios and an unfinished folder; the working folder is elsewhere."""
    for name in ("deadlock-2020", "autumn-2017"):
        (tmp_path / "shelf" / name).mkdir(parents=True)
        (tmp_path / "shelf" / name / "scenario.yaml").write_text("format: 1")
    (tmp_path / "shelf" / "unfinished").mkdir()
    (tmp_path / "work" / "mine").mkdir(parents=True)
    (tmp_path / "work" / "mine" / "scenario.yaml").write_text("format: 1")
    monkeypatch.setattr(shelf, "SHELVES", (tmp_path / "installed", tmp_path / "shelf"))
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "shelf"


def test_shipped_scenarios_are_listed_by_name(two_shipped: Path) -> None:
    assert shipped() == ("autumn-2017", "deadlock-2020")


def test_a_shipped_scenario_is_found_by_its_name_from_anywhere(two_shipped: Path) -> None:
    assert find("deadlock-2020") == two_shipped / "deadlock-2020" / "scenario.yaml"


def test_scenarios_inside_the_package_come_before_those_beside_it(two_shipped: Path) -> None:
    packed = two_shipped.parent / "installed" / "deadlock-2020"
    packed.mkdir(parents=True)
    (packed / "scenario.yaml").write_text("format: 1")

    assert find("deadlock-2020") == packed / "scenario.yaml"
    assert shipped() == ("deadlock-2020",)


@pytest.mark.parametrize("given", ["mine", "./mine", "mine/scenario.yaml", Path("mine")])
def test_a_folder_or_file_is_found_by_its_path(two_shipped: Path, given: str | Path) -> None:
    assert find(given) == Path("mine/scenario.yaml")


@pytest.mark.parametrize(
    ("given", "said", "hint"),
    [
        ("deadlok-2020", "there is no scenario 'deadlok-2020'", "did you mean 'deadlock-2020'?"),
        ("xyz", "there is no scenario 'xyz'", "shipped scenarios: autumn-2017, deadlock-2020"),
        ("", "there is no scenario ''", "shipped scenarios: autumn-2017, deadlock-2020"),
        ("a\0b", "there is no scenario 'a b'", "shipped scenarios: autumn-2017, deadlock-2020"),
        ("nowhere/x.yaml", "there is no such file or folder", ""),
        ("../shelf/unfinished", "the folder holds no scenario.yaml", ""),
        ("x" * 5000 + "/", "there is no such file or folder", ""),
    ],
)
def test_a_wrong_name_is_told_in_a_sentence(two_shipped: Path, given: str, said: str, hint: str) -> None:
    found = find(given)

    assert isinstance(found, Finding)
    assert (found.message, found.hint) == (said, hint)


def test_a_file_of_another_kind_is_refused(two_shipped: Path) -> None:
    Path("game.json").write_text("{}")

    found = find("game.json")

    assert isinstance(found, Finding)
    assert found.message == "a scenario is a folder, a file that ends in .yaml, or a pack (.zip)"
