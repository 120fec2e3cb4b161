"""The watch: notices when the files of a scenario have been saved, and reads them again."""

from pathlib import Path

from game.located.findings import Finding
from game.match.loading import Opened, opened_from
from game.scenario.reader import Reading, read_scenario
from game.scenario.shelf import FILE, find

BESIDE = ("*.md", "*.yaml", "??/*.yaml", "???/*.yaml")
"""What is read beside a scenario, and in the folders of its translations."""

Stamp = tuple[int, int]
"""When a file was changed, in nanoseconds, and how large it is."""


class Watch:
    """Looks after one scenario: its own file, those it extends, the texts and translations beside them."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._pages = _pages(source, read_scenario(source))
        self._seen = _stamps(self._pages)

    def look(self) -> Reading | None:
        """Return the scenario read anew if a file has changed since the last look, none otherwise.

        A file that is gone for the moment, as while an editor saves it, is not looked at. Whoever saved it
        is its author, so what makes no sense in it is told as well.
        """
        now = _stamps(self._pages)
        if now == self._seen or self._pages[0] not in now:
            return None
        reading = read_scenario(self.source, thorough=True)
        self._pages = _pages(self.source, reading)
        self._seen = _stamps(self._pages)
        return reading

    def opened(self, reading: Reading, language: str) -> Opened | None:
        """Return a reading as something to play, told in a language; none where it has errors."""
        return None if reading.scenario is None else opened_from(reading, self.source, language)


def _pages(source: str, reading: Reading) -> tuple[Path, ...]:
    """Return the files a scenario is read from, its own first, even where it could not be read."""
    found = find(source)
    own = () if isinstance(found, Finding) else (found,)
    return tuple(dict.fromkeys((*own, *(page.path for page in reading.pages if page.path is not None))))


def _stamps(pages: tuple[Path, ...]) -> dict[Path, Stamp]:
    """Return the stamps of the files that are there, and of the texts beside those in folders of their own.

    Other files in these folders, such as a save, count for nothing.
    """
    folders = [page.parent for page in pages if page.name == FILE]
    beside = [path for folder in folders for end in BESIDE for path in folder.glob(end)]
    found = {}
    for path in (*pages, *beside):
        try:
            now = path.stat()
        except OSError:
            continue
        found[path] = (now.st_mtime_ns, now.st_size)
    return found
