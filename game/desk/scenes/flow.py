"""The flow of a game: which scene comes after which (§3)."""

from __future__ import annotations

from game.desk.scene import Scene
from game.desk.scenes.brief import BriefScene
from game.desk.scenes.curtain import CurtainScene
from game.desk.scenes.ending import EndScene
from game.desk.scenes.reveal import RevealScene
from game.desk.scenes.session import Session
from game.desk.scenes.table import TableScene
from game.desk.scenes.thinking import ThinkingScene, thinkers
from game.desk.window import Stage
from game.presenters.words import language


def next_scene(stage: Stage, session: Session) -> Scene:
    """Return the scene the game goes on with: the next sheet, the reveal, or the end."""
    match = session.in_language(language())
    if match.over:
        return EndScene(stage, session)
    if match.ready:
        if thinkers(match):
            return ThinkingScene(stage, session, lambda: _turned(stage, session))
        session.match = match.adjudicated()
        session.keep()
        return _turned(stage, session)
    side = match.waiting[0]
    if len(session.people) > 1:
        return CurtainScene(stage, session, side, lambda: seat_scene(stage, session, side))
    return seat_scene(stage, session, side)


def _turned(stage: Stage, session: Session) -> Scene:
    """Return the reveal of the month that has just been adjudicated."""
    return RevealScene(stage, session, lambda: next_scene(stage, session))


def seat_scene(stage: Stage, session: Session, side: str) -> Scene:
    """Return what a seat sees when it sits down: its brief the first time, then the table."""
    if side not in session.briefed:
        session.briefed.add(side)
        return BriefScene(stage, session, side, lambda: seat_scene(stage, session, side))
    return TableScene(stage, session, side, lambda: next_scene(stage, session))
