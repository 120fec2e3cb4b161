"""The front door for Python: README's lines run as they stand, and every name does what it says."""

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import game

ROOT = Path(__file__).parents[1]
HUMAN = {"pyongyang": "human"}


def test_the_lines_in_the_readme_come_to_what_it_says() -> None:
    _, told = (ROOT / "README.md").read_text(encoding="utf-8").split("```python\n")
    lines = doctest.DocTestParser().get_doctest(told.split("```")[0], {}, "README.md", None, 0)
    found = doctest.DocTestRunner().run(lines)

    assert found.attempted == 8
    assert found.failed == 0


def test_importing_the_front_door_brings_in_no_floor_and_no_library() -> None:
    told = "import game, sys; print([m for m in sys.modules if m.startswith(('game.', 'numpy', 'pydantic'))])"
    run = subprocess.run((sys.executable, "-c", told), capture_output=True, text=True, cwd=ROOT, check=True)

    assert run.stdout.strip() == "[]"


def test_every_name_is_told_in_a_sentence() -> None:
    assert all((getattr(game, name).__doc__ or "").endswith((".", ".\n    ")) for name in game.__all__)


def test_a_saved_match_is_loaded_as_it_stood(tmp_path: Path) -> None:
    match = game.lay(game.new_match("first-steps", 3, HUMAN), "pyongyang", "hotline")
    game.save(match, tmp_path / "game.simmer")
    again = game.load(tmp_path / "game.simmer")

    assert again.hands["pyongyang"].sheet == match.hands["pyongyang"].sheet
    assert again.tables.digest() == match.tables.digest()
    assert game.play_out(again).outcome == game.play_out(match).outcome


def test_what_is_legal_can_be_laid_and_what_is_not_is_refused_in_a_sentence() -> None:
    match = game.new_match("first-steps", 3, HUMAN)
    legal = game.legal_orders(match, "pyongyang")

    assert legal["table"] == ("hold", "offer_pyongyang")
    for card in legal["act"]:
        game.lay(match, "pyongyang", card)
    with pytest.raises(game.Refused, match="terms"):
        game.lay(match, "pyongyang", "offer_pyongyang")
    with pytest.raises(game.Refused, match="computer player"):
        game.lay(match, "seoul", "hold")
    assert set(game.legal_orders(game.play_out(match), "pyongyang").values()) == {()}


def test_an_offer_is_laid_with_its_terms() -> None:
    match = game.lay(game.new_match("first-steps", 3, HUMAN), "pyongyang", "offer_pyongyang", {"halt": 1})

    assert match.hands["pyongyang"].sheet["table"].terms is not None


def test_a_month_goes_by_only_when_every_sheet_is_sealed_and_the_game_goes_on() -> None:
    match = game.new_match("first-steps", 3, HUMAN)

    with pytest.raises(game.Refused, match="pyongyang"):
        game.step(match)
    assert game.step(game.seal(match, "pyongyang")).month == 2
    with pytest.raises(game.Refused, match="over"):
        game.step(game.play_out(match))


def test_a_glimpse_holds_what_its_side_may_know_and_no_more() -> None:
    match = game.new_match("first-steps", 3, HUMAN)

    assert "pyongyang.stance" in game.glimpse(match, "pyongyang").readings
    assert "pyongyang.stance" not in game.glimpse(match, "seoul").readings
    assert "pyongyang.stance" not in game.glimpse(match).readings
    with pytest.raises(game.Refused, match="no side 'moscow'"):
        game.glimpse(match, "moscow")


@pytest.mark.parametrize("games", [0, -1])
def test_a_study_of_no_games_is_refused(games: int) -> None:
    with pytest.raises(game.Refused, match="at least one"):
        game.study_games("first-steps", games)


def test_a_scenario_that_is_not_there_and_a_player_that_is_not_are_refused() -> None:
    with pytest.raises(game.Refused, match="deadlock"):
        game.load_scenario("deadlock-202")
    with pytest.raises(game.Refused, match="nobody"):
        game.new_match(game.load_scenario("first-steps"), 1, {"seoul": "nobody"})
    with pytest.raises(game.Refused, match="nobody"):
        game.study_games("first-steps", 1, players="nobody")


def test_a_study_counts_as_the_command_does() -> None:
    found = game.study_games("first-steps", games=50, seed=2, players="persona")

    assert sum(each.share for each in found.endings.values()) == pytest.approx(1)
    again = game.study_games(game.load_scenario("first-steps"), games=50, seed=2)
    assert found.model_copy(update={"seconds": 0.0}) == again.model_copy(update={"seconds": 0.0})


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "game" / "py.typed").is_file()
