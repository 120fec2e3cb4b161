"""The desk's door: opens the window on the title, or on one match."""

from __future__ import annotations

import os
from pathlib import Path

from game.match.match import Match

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


def open_desk(match: Match | None, path: Path | None, watch: bool = False) -> str | None:
    """Open the window on *match*, kept at *path*, or on the title; return why it could not be opened.

    With *watch* the table follows the match's scenario whenever its file is saved.
    """
    from game.desk.scene import Scene
    from game.desk.scenes.flow import next_scene
    from game.desk.scenes.session import Session
    from game.desk.scenes.title import TitleScene
    from game.desk.scenes.watched import Watched
    from game.desk.settings import settings_file
    from game.desk.stage import kept_stage
    from game.desk.window import both_installed, open_window
    from game.match.watch import Watch

    mixed = both_installed()
    if mixed is not None:
        return mixed
    stage = kept_stage(settings_file())

    def title() -> Scene:
        return TitleScene(stage)

    def first() -> Scene:
        if match is None or path is None:
            return title()
        session = Session(match, path, briefed=set(match.seats) if match.months or watch else set())
        session.watched = Watched(Watch(match.source)) if watch else None
        session.keep()
        return next_scene(stage, session)

    return open_window(first, title, stage)
