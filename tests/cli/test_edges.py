"""The command at its edges: odd names, closed streams, pipes, early breaks: a sentence and the right code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import cli
from game.scenario.pack import LABEL, packed
from tests.cli.test_command import ROOT, SIMMER, Simmer, simmer
from tests.match.matches import a_file
from tests.scenario.small import SMALL_TEXT

__all__ = ["simmer"]


needs_a_shell = pytest.mark.skipif(os.name == "nt", reason="a shell closes the streams")


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the small scenario's path; the test works in its folder."""
    monkeypatch.chdir(tmp_path)
    return str(a_file(tmp_path))


def refused(simmer: Simmer, *arguments: str | Path) -> str:
    """Return the one sentence by which a command line is refused."""
    code, out, err = simmer(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1), (arguments, out, err)
    assert err.endswith((".\n", "?\n"))
    assert not err.endswith(("?.\n", "; .\n", "..\n"))
    return err


@pytest.mark.parametrize(
    "asked",
    [
        ("play", "", "--auto"),
        ("study", "", "--games", "5"),
        ("arena", "", "--games", "2"),
        ("docs", ""),
        ("preview", ""),
        ("pack", ""),
        ("translate", "", "ko"),
    ],
    ids=lambda asked: asked[0],
)
def test_an_empty_name_is_no_scenario(simmer: Simmer, asked: tuple[str, ...]) -> None:
    assert "there is no scenario ''" in refused(simmer, *asked).lower()


@pytest.mark.parametrize("name", ["aux", "CON", "nul", "com1", "LPT9"])
def test_no_folder_is_made_that_windows_cannot_open(simmer: Simmer, small: str, name: str) -> None:
    assert "Windows keeps it" in refused(simmer, "new", name)
    assert not Path(name).exists()


@pytest.mark.parametrize(
    "asked",
    [
        ("docs", "first-steps", "-o", "packet.docx"),
        ("preview", "first-steps", "-o", "graph.pdf"),
        ("study", "first-steps", "--games", "2", "--html", "study.pdf"),
        ("debrief", "game.simmer", "-o", "page.txt"),
        ("pack", "first-steps", "-o", "first.rar"),
        ("pack", "first-steps", "-o", "first"),
    ],
    ids=lambda asked: " ".join(asked),
)
def test_nothing_is_written_under_a_name_by_which_nothing_reads_it(
    simmer: Simmer, small: str, asked: tuple[str, ...]
) -> None:
    assert asked[-1] in refused(simmer, *asked)
    assert not Path(asked[-1]).exists()


@pytest.mark.parametrize("name", ["nosuch", "tensoin", "pyongyang.ecnomy.start", "x" * 90])
def test_what_cannot_be_varied_is_refused_in_a_whole_sentence(simmer: Simmer, name: str) -> None:
    assert "can be varied" in refused(simmer, "study", "first-steps", "--games", "5", "--vary", name)


@pytest.mark.parametrize("seat", ["nosuch=easy", "seoull=easy", "seoul=esay", "seoul=nosuchplayer"])
def test_an_unknown_seat_or_player_is_refused_in_a_whole_sentence(simmer: Simmer, seat: str) -> None:
    assert "there is no" in refused(simmer, "play", "--auto", "--seat", seat).lower()


@pytest.mark.parametrize("digits", ["0", "1", "-5", "wide"])
def test_a_terminal_without_width_loses_no_word(small: str, digits: str) -> None:
    run = subprocess.run(
        [*SIMMER, "study", small, "--games", "2"],
        env={**os.environ, "COLUMNS": digits}, capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip

    assert (run.returncode, run.stderr) == (0, "")
    assert "decisions in" in run.stdout


if hasattr(os, "mkfifo"):

    @pytest.mark.parametrize("name", ["x.zip", "x.yaml", "x.simmer"])
    def test_a_pipe_in_place_of_a_file_is_not_waited_for(simmer: Simmer, small: str, name: str) -> None:
        os.mkfifo(name)
        asked = (("play", "--auto", "--load"), ("replay",)) if name == "x.simmer" else (("play", "--auto"),)
        for words in asked:
            told = refused(simmer, *words, name)
            assert name in told
            assert ("pipe or a device" in told) is (name == "x.simmer")


@needs_a_shell
def test_a_closed_output_is_told_in_a_sentence(small: str) -> None:
    for more in ((), ("--json", "-")):
        run = subprocess.run(
            ["sh", "-c", 'exec "$@" >&-', "sh", *SIMMER, "play", small, "--auto", *more],
            stderr=subprocess.PIPE, check=False, cwd=ROOT,
        )  # fmt: skip
        assert run.returncode == 2
        assert run.stderr.startswith(b"The output could not be written: ")
        assert run.stderr.count(b"\n") == 1


@needs_a_shell
def test_with_all_outputs_closed_only_the_exit_code_speaks(small: str) -> None:
    for asked, code in (("check", small), 2), (("check", "nosuch"), 2), (("replay", small), 2):
        run = subprocess.run(["sh", "-c", 'exec "$@" >&- 2>&-', "sh", *SIMMER, *asked], check=False, cwd=ROOT)
        assert run.returncode == code, asked


def test_a_program_broken_off_while_it_is_read_in_says_stopped() -> None:
    breaking = """if True:
        import builtins
        real = builtins.__import__
        def broken(name, *rest, **more):
            if name == "typer":
                raise KeyboardInterrupt
            return real(name, *rest, **more)
        builtins.__import__ = broken
        from game.__main__ import main
        main()
    """
    run = subprocess.run(
        [sys.executable, "-c", breaking], capture_output=True, text=True, check=False, cwd=ROOT
    )

    assert (run.returncode, run.stdout, run.stderr) == (130, "", "Stopped.\n")


def a_pack(label: str) -> bytes:
    """Return a pack of the small scenario with this label."""
    return packed({LABEL: label.encode(), "small/scenario.yaml": SMALL_TEXT.encode()})


def test_a_pack_of_another_format_is_not_opened(simmer: Simmer, small: str) -> None:
    Path("small.zip").write_bytes(a_pack("format: 99\nscenario: small\ndigest: x\n"))

    assert "format 99" in refused(simmer, "play", "small.zip", "--auto")
    assert cli.run(["check", "small.zip"]) == 2


def test_a_pack_that_was_changed_after_packing_is_not_opened(simmer: Simmer, small: str) -> None:
    Path("small.zip").write_bytes(a_pack(f"format: 1\nscenario: small\ndigest: {'f' * 64}\n"))

    assert "changed after it was packed" in refused(simmer, "play", "small.zip", "--auto")
    assert cli.run(["check", "small.zip"]) == 2
