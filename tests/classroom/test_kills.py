"""Killed at any moment, also while a month turns, a class loses nothing it answered, keeps nothing twice."""

import asyncio
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import httpx

from game.classroom.states import TableState
from tests.classroom.child import LEVERS
from tests.classroom.rooms import SIDES, taken_up
from tests.classroom.test_pages import Page
from tests.classroom.test_races import late
from tests.house.source import ROOT

WHOLE, SAMPLE = 50, 2
"""How often it is killed."""

BURST = 12
"""Acts of one phone between two kills."""


class Child:
    """A server in a process of its own."""

    def __init__(self, folder: Path, tables: int = 3) -> None:
        command = [sys.executable, "-m", "tests.classroom.child", str(folder), str(tables)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        told: dict[str, Any] = json.loads(self.process.stdout.readline())
        self.port: int = told["port"]
        self.codes: list[tuple[int, str, str]] = [tuple(each) for each in told["codes"]]

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        """End it as a power cut would: without a word."""
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


async def plays(cookie: str, base: str, draw: Random, kept: list[int]) -> None:
    """Play as one phone does, until the server is gone; every act is sent until it is answered."""
    headers = {"accept": "application/json"}
    async with httpx.AsyncClient(base_url=base, cookies={"seat": cookie}, timeout=120) as phone:
        for _ in range(BURST):
            try:
                page = Page((await phone.get("/seat/orders")).text)
                actions = {action for action, _fields in page.forms}
                if "/act/seal" in actions and draw.random() < 0.8:
                    fields = page.form("/act/seal")
                    answer = await phone.post("/act/seal", data=fields, headers=headers)
                else:
                    fields = {"seen": page.forms[0][1]["seen"], "task": "risk", "text": f"{draw.random()}"}
                    answer = await phone.post("/act/note", data=fields, headers=headers)
            except (httpx.HTTPError, IndexError):
                return
            if answer.status_code == 200:
                kept.append(answer.json()["seq"])


async def burst(child: Child, cookies: list[str], draw: Random) -> list[int]:
    """Have all phones play at once, and kill the server among it."""
    kept: list[int] = []
    playing = [asyncio.create_task(plays(cookie, child.base, draw, kept)) for cookie in cookies]
    aimed = draw.randrange(5, len(cookies) * BURST // 2)
    while len(kept) < aimed and not all(task.done() for task in playing):
        await asyncio.sleep(0.001)
    child.kill()
    await asyncio.gather(*playing)
    return kept


def seated(child: Child) -> list[str]:
    """Seat one phone at every seat, and return what each keeps."""
    found = []
    for _table, _side, code in child.codes:
        answer = httpx.post(f"{child.base}/join", data={"code": code, "name": "A"}, timeout=120)
        found.append(answer.cookies["seat"])
    return found


def test_what_was_answered_is_kept_once_through_every_kill(tmp_path: Path, whole: bool) -> None:
    draw = Random(3)
    child = Child(tmp_path)
    cookies = seated(child)
    assert len(cookies) == 3 * len(SIDES)
    answered: list[int] = []
    for _ in range(WHOLE if whole else SAMPLE):
        answered += asyncio.run(burst(child, cookies, draw))
        child = Child(tmp_path)
    child.kill()

    room = taken_up(tmp_path)
    log = dict(room.store.read())
    months = Counter((by.table, by.branch, by.month) for by in log.values() if by.act.kind == "adjudicated")
    room.store.close()

    levers = [line.split() for line in (tmp_path / LEVERS).read_text().splitlines()]
    assert levers
    assert [seq for seq, kind in levers if int(seq) not in log or log[int(seq)].act.kind != kind] == []
    assert len(answered) > 10
    assert [seq for seq in answered if seq not in log] == []
    assert {log[seq].act.kind for seq in answered} <= {"seal", "note"}
    assert set(months.values()) == {1}
    assert room.lost == 0
    assert late(tmp_path) == []
    assert not any(table.state is TableState.STUCK for table in room.hall.tables.values())
