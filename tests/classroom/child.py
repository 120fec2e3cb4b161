"""A server of its own to be killed: `python -m tests.classroom.child FOLDER [TABLES]` founds a class there.

Where one is already it goes on with it. It tells on one line of JSON where it is reached, and by which codes
while it still knows them. Months have no pauses, so that they turn as soon as all have sealed; it ends by
itself after a minute.
"""

import asyncio
import json
import sys
from pathlib import Path
from random import Random
from threading import Timer

import uvicorn

from game.classroom import live as living
from game.classroom.addresses import LOOPBACK, listening
from game.classroom.app import app_of
from game.classroom.clock import Lengths
from game.classroom.codes import digest
from game.classroom.lever_acts import Extended, Paused, Resumed, SteppedBack
from game.classroom.live import Live
from game.classroom.play_acts import HallReached
from game.classroom.states import HallState
from game.classroom.store import LOG
from game.classroom.viewers import Keys
from game.classroom.writer import Receipt
from tests.classroom.rooms import BOARD, DESK, founded_in, taken_up

LEVERS = "levers.txt"
"""Where it writes the levers that were answered."""

SECONDS = 60
"""How long it lives at most."""


async def served(folder: Path, tables: int) -> None:
    """Serve the class in a folder until killed."""
    new = not (folder / LOG).exists()
    room = founded_in(folder, tables=tables) if new else taken_up(folder)
    living.TICK = 0.02
    live = Live(room)
    live.clocks.lengths = Lengths(300.0, 0.01, 0.01)
    found = listening((LOOPBACK,), 18_700)
    assert found is not None
    port, sockets = found
    app = app_of(live, Keys(digest(DESK), digest(BOARD)), {f"{LOOPBACK}:{port}"})
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", access_log=False))
    serving = asyncio.create_task(server.serve(sockets))
    while not server.started:
        await asyncio.sleep(0.01)
    act = HallReached(state=HallState.PLAY) if new else Resumed()
    await live.ask(live.stamped(act))
    codes = [[table, side, code] for (table, side), code in room.codes.items()]
    sys.stdout.write(json.dumps({"port": port, "codes": codes}) + "\n")
    sys.stdout.flush()
    teaching = asyncio.create_task(taught(live, folder, Random(len(codes))))
    await serving
    teaching.cancel()


async def taught(live: Live, folder: Path, draw: Random) -> None:
    """Pull levers at any moment, and write down the number of each that was answered."""
    with (folder / LEVERS).open("a", encoding="utf-8") as told:
        while True:
            await asyncio.sleep(draw.random() / 5)
            table = draw.randrange(4)
            lever = draw.choice((Extended(seconds=60), Paused(), SteppedBack(to=draw.randrange(1, 4))))
            for act in (lever, Resumed()):
                answer = await live.ask(live.stamped(act, table))
                if isinstance(answer, Receipt):
                    told.write(f"{answer.seq} {act.kind}\n")
                    told.flush()


if __name__ == "__main__":
    from os import _exit

    clock = Timer(SECONDS, lambda: _exit(3))
    clock.daemon = True
    clock.start()
    asyncio.run(served(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 3))
