"""The command: doors, exit codes, and one clear sentence for every mistake."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from game import cli
from game.cli import play
from game.match.journal import journal_of
from game.match.loading import open_match
from game.match.match import Match
from game.match.savefile import SaveWriter, load, pack
from tests.match.matches import a_file

ROOT = Path(__file__).parents[2]
SIMMER = (sys.executable, "-c", "from game.__main__ import main; main()")

Said = tuple[int, str, str]
Simmer = Callable[..., Said]


@pytest.fixture
def small(tmp_path: Path) -> str:
    """Return the path of the small scenario."""
    return str(a_file(tmp_path))


@pytest.fixture
def simmer(capfdbinary: pytest.CaptureFixture[bytes]) -> Simmer:
    """Return the command: arguments in, exit code and both outputs out."""

    def run(*arguments: str | Path) -> Said:
        code = cli.run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


class Desk:
    """Stands in for the window: notes what it was opened on."""

    def __init__(self, says: str | None = None) -> None:
        self.says = says
        self.opened: list[tuple[Match | None, Path | None]] = []

    def __call__(self, match: Match | None, path: Path | None) -> str | None:
        self.opened.append((match, path))
        return self.says


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Put a desk without a window in place of the real one."""
    found = Desk()
    monkeypatch.setattr(play, "_open_desk", found)
    return found


def test_help_needs_none_of_what_a_game_needs() -> None:
    asked = "import sys; from game import cli; cli.run(['--help']); print(sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT)

    loaded = set(re.findall(r"'(\w+)'", run.stdout.splitlines()[-1]))
    assert "typer" in loaded
    assert not loaded & {"numpy", "pydantic", "pygame", "yaml", "platformdirs", "jinja2"}


def test_every_command_is_listed_by_what_it_says_of_itself() -> None:
    for name, (module, sentence) in cli.COMMANDS.items():
        assert getattr(import_module(f"game.cli.{module}"), name).__doc__ == sentence, name


def test_auto_tells_a_whole_game(simmer: Simmer, small: str) -> None:
    code, out, err = simmer("play", small, "--auto", "--seed", 3)

    assert (code, err) == (0, "")
    assert out.startswith("Small   seed 3\n")
    assert [f"{month} 2020" in out for month in ("May", "June", "July", "August", "September", "October")]
    assert "points" in out


def test_json_goes_out_alone_and_the_same_for_the_same_seed(simmer: Simmer, small: str) -> None:
    first = simmer("play", small, "--auto", "--seed", 3, "--json", "-")
    second = simmer("play", small, "--auto", "--seed", 3, "--json", "-")

    assert first == second
    code, out, err = first
    assert (code, err) == (0, "")
    assert json.loads(out)["seed"] == 3


def test_json_to_a_file_is_what_goes_to_the_terminal(simmer: Simmer, small: str, tmp_path: Path) -> None:
    _, out, _ = simmer("play", small, "--auto", "--seed", 3, "--json", "-")
    code, told, _ = simmer("play", small, "--auto", "--seed", 3, "--json", tmp_path / "game.json")

    assert code == 0
    assert (tmp_path / "game.json").read_text(encoding="ascii") == out
    assert told.startswith("Small   seed 3")


def test_a_game_without_a_seed_tells_the_one_it_drew(simmer: Simmer, small: str) -> None:
    _, out, _ = simmer("play", small, "--auto", "--json", "-")

    drawn = json.loads(out)
    _, again, _ = simmer("play", small, "--auto", "--json", "-", "--seed", drawn["seed"])
    assert again == out


def test_seats_are_taken_by_name(simmer: Simmer, small: str) -> None:
    _, out, _ = simmer("play", small, "--auto", "--json", "-", "--seat", "west=persona:calm")

    assert json.loads(out)["players"] == {"west": "persona:calm", "north": "persona", "south": "persona"}


MISTAKES = [
    (["plya"], "No such command 'plya'"),
    (["play", "--sed", "3"], "No such option: --sed"),
    (["play", "--seed", "x"], "Invalid value for '--seed'"),
    (["play", "--seed", "-1"], "Invalid value for '--seed'"),
    (["play", "{small}", "--auto", "--seat", "west"], "--seat wants SIDE=PLAYER, such as"),
    (["play", "{small}", "--auto", "--seat", "=human"], "--seat wants SIDE=PLAYER, such as"),
    (
        ["play", "{small}", "--auto", "--seat", "wets=persona"],
        "There is no side 'wets'; did you mean 'west'?",
    ),
    (["play", "{small}", "--auto", "--seat", "west=persnoa"], "did you mean 'persona'?"),
    (["play", "{small}", "--auto", "--seat", "west=human"], "--auto fills every seat by computer"),
    (
        ["play", "{small}", "--auto", "--seat", "west=persona", "--seat", "west=persona"],
        "--seat names 'west' twice.",
    ),
    (["play", "{small}", "--json", "-"], "--json goes with --auto"),
    (["play", "{small}", "--auto", "--save", "{small}"], "is there already"),
    (["play", "{small}", "--auto", "--save", "{small}/game"], "a file stands in the way."),
    (["play", "{small}", "--auto", "--json", "{folder}/no/game"], "there is no such folder."),
    (["play", "{small}", "--auto", "--json", "{folder}"], "it is a folder."),
    (["play", "{small}", "--load", "{folder}/x"], "leave them out beside --load."),
    (["play", "--load", "{folder}/x"], "There is no save '"),
    (["play", "--load", "{small}"], "is damaged, or not a save of Simmer."),
    (["play", "nonsense", "--auto"], "There is no scenario 'nonsense'"),
    (["play", "{folder}/none.yaml", "--auto"], "there is no such file or folder"),
    (["replay"], "Missing argument 'SAVE'"),
    (["replay", "{folder}"], "could not be read: it is a folder."),
    (["check"], "Missing argument"),
]


@pytest.mark.parametrize(("arguments", "told"), MISTAKES)
def test_a_mistake_is_one_clear_sentence(
    simmer: Simmer, small: str, tmp_path: Path, arguments: list[str], told: str
) -> None:
    code, _, err = simmer(*(each.format(small=small, folder=tmp_path) for each in arguments))

    assert code == 2
    assert told in err
    assert len(err.splitlines()) == 1


def test_a_faulty_scenario_is_an_answer_and_not_a_mistake(simmer: Simmer, small: str) -> None:
    text = Path(small).read_text(encoding="utf-8")
    Path(small).write_text(text.replace("months: 6", "months: 600"), encoding="utf-8")

    code, _, err = simmer("play", small, "--auto")

    assert code == 1
    assert f"'simmer check {small}'" not in err
    assert "simmer check" in err


def test_a_game_on_the_desk_seats_a_person_first_and_is_kept_where_wished(
    simmer: Simmer, small: str, tmp_path: Path, desk: Desk
) -> None:
    code, _, _ = simmer("play", small, "--save", tmp_path / "mine.simmer")

    match, path = desk.opened[0]
    assert code == 0
    assert match is not None
    assert dict(match.seats) == {"west": "human", "north": "persona", "south": "persona"}
    assert path == tmp_path / "mine.simmer"


def test_a_save_is_gone_on_with_where_it_stands(
    simmer: Simmer, small: str, tmp_path: Path, desk: Desk
) -> None:
    opened = open_match(small, 5, {"north": "human"})
    assert isinstance(opened, Match)
    sealed = opened.seal("north")
    assert isinstance(sealed, Match)
    save = tmp_path / "game.simmer"
    save.write_bytes(pack(journal_of(sealed)))

    assert simmer("play", "--load", save)[0] == 0

    match, path = desk.opened[0]
    assert match is not None
    assert (journal_of(match), path) == (journal_of(sealed), save)


@pytest.mark.parametrize("there", [True, False])
def test_the_version_says_what_carries_out_the_rules(
    simmer: Simmer, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    monkeypatch.setattr("game.cli.version.library", lambda: object() if there else None)

    code, out, err = simmer("--version")

    assert (code, err) == (0, "")
    assert out.startswith("simmer ")
    assert ("in C" in out, "numpy" in out) == (there, not there)


def test_without_a_command_the_title_opens(simmer: Simmer, desk: Desk) -> None:
    assert simmer() == (0, "", "")
    assert desk.opened == [(None, None)]


@pytest.mark.parametrize("arguments", [(), ("play", "{small}")])
def test_without_a_display_one_sentence_names_auto(
    simmer: Simmer, small: str, desk: Desk, arguments: tuple[str, ...]
) -> None:
    desk.says = "The window cannot be opened here: no display."

    code, _, err = simmer(*(each.format(small=small) for each in arguments))

    assert code == 2
    assert err == (
        "The window cannot be opened here: no display; 'simmer play --auto' plays a game without a window.\n"
    )


def test_a_game_cut_short_and_gone_on_with_is_the_same_game(
    simmer: Simmer, small: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = tmp_path / "game.simmer"
    _, whole, _ = simmer("play", small, "--auto", "--seed", 8, "--json", "-")

    with monkeypatch.context() as patched:
        patched.setattr(play, "autosave", _stops_after(3))
        assert simmer("play", small, "--auto", "--seed", 8, "--save", save)[0] == cli.STOPPED
    code, rest, _ = simmer("play", "--auto", "--load", save, "--save", save, "--json", "-")

    assert code == 0
    assert rest == whole
    journal = load(save)
    assert [m.digest for m in journal.months] == [m["digest"] for m in json.loads(whole)["months"]]  # type: ignore[union-attr]


def _stops_after(months: int) -> Callable[[Match, SaveWriter], Any]:
    """Return an autosave during which the keyboard stops the program, some months in."""

    def autosave(match: Match, writer: SaveWriter) -> Any:
        writer.path.write_bytes(pack(journal_of(match)))
        if len(match.months) == months:
            raise KeyboardInterrupt

    return autosave


def test_stopped_by_the_keyboard_it_says_so(
    simmer: Simmer, small: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(play, "autosave", _stops_after(1))

    code, _, err = simmer("play", small, "--auto", "--save", tmp_path / "game")

    assert (code, err) == (130, "Stopped.\n")


def test_replay_finds_every_month_as_it_was_kept(simmer: Simmer, small: str, tmp_path: Path) -> None:
    save = tmp_path / "game.simmer"
    simmer("play", small, "--auto", "--seed", 8, "--save", save)

    code, out, err = simmer("replay", save)
    assert (code, err) == (0, "")
    assert out.count("as it was kept") == 6
    code, out, _ = simmer("replay", save, "--json", "-")
    assert code == 0
    assert json.loads(out)["differs"] is None
    assert all(month["same"] for month in json.loads(out)["months"])


def test_replay_names_the_month_that_differs(simmer: Simmer, small: str, tmp_path: Path) -> None:
    save = tmp_path / "game.simmer"
    simmer("play", small, "--auto", "--seed", 8, "--save", save)
    journal = load(save)
    for month in journal.months[2:3]:  # type: ignore[union-attr]
        vars(month)["digest"] = "0" * 16
    save.write_bytes(pack(journal))  # type: ignore[arg-type]

    code, out, _ = simmer("replay", save)
    assert code == 1
    assert "July 2020 is the first month that differs." in out
    code, out, _ = simmer("replay", save, "--json", "-")
    assert (code, json.loads(out)["differs"]) == (1, "2020-07")


def test_check_tells_every_finding_of_every_file(simmer: Simmer, small: str, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text(
        Path(small).read_text(encoding="utf-8").replace("months: 6", "months: 600"), encoding="utf-8"
    )

    assert simmer("check", small)[:2] == (0, f"{small}: nothing to mend\n")
    code, out, _ = simmer("check", small, faulty)
    assert code == 1
    assert re.search(rf"{re.escape(str(faulty))}:\d+:\d+: error", out)
    assert f"{faulty}: 1 error\n" in out
    assert simmer("check", small, faulty, tmp_path / "none.yaml")[0] == 2


def test_check_as_json_places_every_finding(simmer: Simmer, small: str) -> None:
    text = Path(small).read_text(encoding="utf-8")
    Path(small).write_text(text.replace("months: 6", "months: 600"), encoding="utf-8")

    code, out, err = simmer("check", small, "--json", "-")

    assert (code, err) == (1, "")
    (file,) = json.loads(out)["files"]
    assert (file["file"], file["scenario"]) == (small, None)
    assert file["findings"][0]["line"] == text[: text.index("months:")].count("\n") + 1


def test_strict_counts_warnings_as_errors(simmer: Simmer, small: str) -> None:
    text = Path(small).read_text(encoding="utf-8")
    Path(small).write_text(text.replace("title: Small", "title: yes"), encoding="utf-8")

    assert simmer("check", small)[0] == 0
    assert simmer("check", small, "--strict")[0] == 1


def test_a_reader_who_leaves_early_breaks_nothing(small: str) -> None:
    run = subprocess.Popen(
        [*SIMMER, "play", small, "--auto"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.close()

    told = run.stderr.read()
    run.stderr.close()
    assert (run.wait(), told) == (0, b"")


if Path("/dev/full").exists():

    @pytest.mark.parametrize("json_out", [(), ("--json", "-")])
    def test_output_to_a_full_disk_is_told_in_a_sentence(small: str, json_out: tuple[str, ...]) -> None:
        with Path("/dev/full").open("wb") as full:
            run = subprocess.run(
                [*SIMMER, "play", small, "--auto", *json_out], stdout=full, stderr=subprocess.PIPE, cwd=ROOT
            )

        assert run.returncode == 2
        assert run.stderr == b"The output could not be written: no space left on device.\n"

    def test_a_device_is_written_to_and_not_replaced(simmer: Simmer, small: str) -> None:
        code, _, err = simmer("play", small, "--auto", "--json", "/dev/full")

        assert (code, err) == (2, "'/dev/full' could not be written: the disk is full.\n")
        assert not Path("/dev/full").is_file()
        assert simmer("play", small, "--auto", "--json", os.devnull)[0] == 0
        assert not Path(os.devnull).is_file()
