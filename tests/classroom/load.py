"""A load of phones on the loopback: `python -m tests.classroom.load [TABLES]` tells what they waited for.

Three phones a table, all at once: they join, hold a line open, lay a card, seal, and load the news. They
share the processor with the server, so that waits are told as worse than they are; what the server itself
used a request is told from its own clock of processor time. It ends by itself.
"""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import httpx

from tests.classroom.test_kills import Child
from tests.classroom.test_pages import Page

CARDS = {"washington": "sanctions", "pyongyang": "short_range_test", "seoul": "reduced_exercise"}


class Phone:
    """One phone, with its line open."""

    def __init__(self, base: str, side: str) -> None:
        self.side = side
        self.client = httpx.AsyncClient(base_url=base, timeout=60, limits=httpx.Limits(max_connections=4))
        self.heard = asyncio.Event()

    async def joins(self, code: str) -> None:
        answer = await self.client.post("/join", data={"code": code, "name": "A"})
        assert answer.status_code == 303
        assert (await self.client.get("/seat/orders")).status_code == 200

    async def listens(self) -> None:
        async with self.client.stream("GET", "/stream") as line:
            async for _told in line.aiter_lines():
                self.heard.set()

    async def sends(self, page: str, action: str) -> None:
        form = Page((await self.client.get(page)).text).form(action)
        answer = await self.client.post(action, data=form)
        assert answer.status_code == 303, answer.text

    async def lays(self) -> None:
        await self.sends(f"/seat/card/{CARDS[self.side]}", "/act/lay")

    async def seals(self) -> None:
        await self.sends("/seat/orders", "/act/seal")

    async def reloads(self) -> None:
        assert (await self.client.get("/seat/news")).status_code == 200


async def timed(what: str, *work: Any) -> int:
    """Carry work out all at once and tell how long each part of it took; return how many there were."""

    async def one(each: Any) -> float:
        start = perf_counter()
        await each
        return perf_counter() - start

    took = sorted(await asyncio.gather(*map(one, work)))
    half, most = took[len(took) // 2], took[min(len(took) - 1, int(0.99 * len(took)))]
    sys.stdout.write(f"{what:28}{1000 * half:8.0f} ms{1000 * most:8.0f} ms\n")
    return len(took)


async def loaded(child: Child) -> int:
    """Let all phones come and play a month; return how many requests that were."""
    phones = [Phone(child.base, side) for _table, side, _code in child.codes]
    joined = zip(phones, child.codes, strict=True)
    count = 2 * await timed("join", *(phone.joins(each[2]) for phone, each in joined))
    lines = [asyncio.create_task(phone.listens()) for phone in phones]
    await asyncio.sleep(1)
    count += 2 * await timed("open a card and lay it", *(phone.lays() for phone in phones))
    for phone in phones:
        phone.heard.clear()
    sealed = [phone.seals() for phone in phones]
    heard = [phone.heard.wait() for phone in phones]
    count += 2 * len(phones)
    await asyncio.gather(timed("seal, all months turn", *sealed), timed("hear of it", *heard))
    count += await timed("load the news", *(phone.reloads() for phone in phones))
    for line in lines:
        line.cancel()
    return count


def main() -> None:
    """Measure, and tell."""
    tables = int(sys.argv[1]) if sys.argv[1:] else 10
    with TemporaryDirectory() as folder:
        child = Child(Path(folder), tables)
        sys.stdout.write(f"{tables} tables, {3 * tables} phones         half       99 in 100\n")
        memory = Path(f"/proc/{child.process.pid}/status")
        began = _used(child.process.pid)
        count = asyncio.run(loaded(child))
        used = _used(child.process.pid) - began
        kept = [line for line in memory.read_text().splitlines() if line.startswith("VmRSS")]
        child.kill()
    sys.stdout.write(f"{count} requests, {1000 * used / count:.2f} ms of the server's processor time each\n")
    sys.stdout.write(f"{' '.join(kept[0].split())}\n")


def _used(process: int) -> float:
    """Return the processor time that a process has used, in seconds."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


if __name__ == "__main__":
    main()
