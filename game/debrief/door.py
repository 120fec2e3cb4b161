"""The door of `simmer debrief`."""

from pathlib import Path

from game.debrief.page import debrief_page
from game.debrief.story import story_of
from game.match.files import PAGE, misnamed, write_whole
from game.match.loading import open_save
from game.match.match import Match
from game.match.trouble import Kind, Trouble
from game.match.voice import Exit, fail, say_plain
from game.scenario.languages import ENGLISH, PSEUDO, known_languages, no_language


def debrief_command(save: Path, out: Path, language: str = ENGLISH, scenario: str | None = None) -> Exit:
    """Write the debrief of a finished game as one page; a game that goes on has none yet."""
    if language not in (*known_languages(), PSEUDO):
        return fail(Trouble(Kind.SEAT, no_language(language)))
    misled = misnamed(out, *PAGE)
    if misled is not None:
        return fail(misled)
    match = open_save(save, language, scenario)
    if isinstance(match, Trouble):
        return fail(match)
    if not match.over:
        told = f"'{save}' is a game that still goes on; its debrief is written when it is over."
        return fail(Trouble(Kind.UNSOUND, told))
    wrong = write_debrief(match, out)
    if wrong is not None:
        return fail(wrong)
    say_plain(f"The debrief is in '{out}'.")
    return Exit.GOOD


def write_debrief(match: Match, out: Path) -> Trouble | None:
    """Write the debrief of a *match* that is over to a file; what stood there is kept as NAME.1."""
    page = debrief_page(story_of(match), match.book.scenario, match.book.index.say)
    return write_whole(out, page.encode(), keep=1)
