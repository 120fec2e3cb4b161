"""Tracks that nothing moves, and tracks that nothing reads."""

from collections.abc import Iterator

from game.lint.notice import Notice
from game.lint.usage import Usage
from game.located.findings import Grade
from game.model.scenario import Scenario


def idle_tracks(scenario: Scenario, usage: Usage) -> Iterator[Notice]:
    """Yield a notice for each track that stands still or stands for nothing; a stance may stand still."""
    homes = scenario.bargain.homes.values() if scenario.bargain else ()
    needed = {home.stance for home in homes}
    for name, track in scenario.tracks.items():
        loc = ("tracks", name)
        if name not in usage.moved | usage.switched | needed:
            message = f"nothing in the game moves this track; it stays at {track.start}"
            yield Notice("D402", loc, message, "let a card, an event or a rule move it", on_key=True)
        if name not in usage.read:
            message = "no rule, goal or temperament reads this track; it is on the board only to be looked at"
            yield Notice("D403", loc, message, grade=Grade.NOTE, on_key=True)
