"""`simmer host`: what it asks for, what it refuses, and what it says."""

import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import httpx
import pytest

from game.classroom.addresses import LOOPBACK, is_private, listening
from game.classroom.classroom import Classroom, reopened
from game.classroom.serving import in_signs
from game.cli import host as command
from game.cli.host import host
from game.cli.output import Exit
from tests.house.source import ROOT


def told(capsys: pytest.CaptureFixture[str], code: Exit = Exit.WRONG, **wished: Any) -> str:
    """Return what is said to a wish that is refused."""
    assert host(**wished) is code
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_without_its_packages_it_says_the_one_line_that_installs_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "find_spec", lambda _name: None)

    assert "pip install 'simmer[classroom]'" in told(capsys)


@pytest.mark.parametrize(
    ("wished", "said"),
    [
        ({"bind": "8.8.8.8"}, "no private address"),
        ({"bind": "0.0.0.0"}, "no private address"),
        ({"bind": "localhost"}, "no private address"),
        ({"public": "http://class.example"}, "https"),
        ({"language": "xx"}, "there are en and ko"),
        ({"plan": "60"}, "there are 50, 75, 2x75"),
        ({"resume": Path("x"), "scenario": "mines-2015"}, "leave them out"),
        ({"forget": Path("nowhere")}, "no class in"),
    ],
)
def test_a_wish_that_cannot_be_met_is_one_sentence_and_nothing_is_begun(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, wished: dict[str, Any], said: str
) -> None:
    folder = tmp_path / "class"
    given = wished if "resume" in wished else {"folder": folder, **wished}

    assert said in told(capsys, **given)
    assert not folder.exists()


def test_a_scenario_that_is_not_there_is_no_class(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "nowhere" in told(capsys, scenario="nowhere", folder=tmp_path / "class")


def test_a_folder_that_holds_a_class_is_not_begun_again(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "class.db").write_bytes(b"")

    assert "--resume" in told(capsys, folder=tmp_path)


def test_what_is_no_log_is_not_gone_on_with(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "class.db").write_bytes(b"not a log at all" * 99)

    assert "cannot be gone on with" in told(capsys, resume=tmp_path)
    assert (tmp_path / "class.db").read_bytes() == b"not a log at all" * 99


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("192.168.1.20", True),
        ("10.0.0.7", True),
        ("172.16.3.4", True),
        ("127.0.0.1", True),
        ("8.8.8.8", False),
        ("172.32.0.1", False),
        ("0.0.0.0", False),
        ("class.example", False),
        ("", False),
    ],
)
def test_only_an_address_of_a_room_is_private(address: str, private: bool) -> None:
    assert is_private(address) is private


def test_a_port_that_is_taken_makes_way_for_the_next() -> None:
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen()
        port = taken.getsockname()[1]
        found = listening((LOOPBACK,), port)
    assert found is not None
    assert port < found[0] < port + 10
    for each in found[1]:
        each.close()


def test_an_address_is_drawn_in_signs_that_every_terminal_has() -> None:
    drawn = in_signs("http://192.168.137.1:8000/")

    assert set(drawn) <= set("█▀▄ \n")
    assert len({len(line) for line in drawn.split("\n")}) == 1


def test_a_class_says_where_it_is_and_ends_well_when_it_is_stopped(tmp_path: Path) -> None:
    command = [sys.executable, "main.py", "host", "--bind", LOOPBACK, "--port", "18950", "--tables", "1"]
    folder = tmp_path / "class"
    with subprocess.Popen(
        [*command, "--data", str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            said = list(iter(lambda: lines(process.stdout), ""))
            address = said[1].split()[-1]
            answer = httpx.get(address, timeout=30)
            process.send_signal(signal.SIGINT)
            code = process.wait(30)
        finally:
            process.kill()

    told = [line for line in said if line[0].isalpha()]
    starts = ["No network", "Phones open", "Facilitator", "Board", "Kept in"]
    assert [line.startswith(start) for line, start in zip(told, starts, strict=True)] == [True] * 5
    assert answer.status_code == 200
    assert code == 0
    assert isinstance(reopened(folder), Classroom)


def lines(stream: IO[str] | None) -> str:
    """Return the next line that is said, none from the last one on."""
    assert stream is not None
    line = stream.readline()
    return "" if line.startswith("Stop") else line


def test_the_desk_and_the_usual_start_need_no_server() -> None:
    code = (
        "import sys, game.desk.stage, game.cli.play, game.cli.replay\n"
        "from game.cli import run; run(['--help'])\n"
        "found = {'starlette', 'uvicorn', 'segno', 'sqlite3', 'asyncio'} & set(sys.modules)\n"
        "sys.exit(f'{found}' if found else 0)"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert told.returncode == 0, told.stderr
