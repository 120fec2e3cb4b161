"""The watch: notices when the files of a scenario have been saved, and reads them again."""

from pathlib import Path

from game.match.opening import Opened, opened_from
from game.scenario.findings import Finding
from game.scenario.reader import Reading, read_scenario
from game.scenario.shelf import find

Stamp = tuple[int, int]
"""When a file was changed, in nanoseconds, and how large it is."""


class Watch:
    """Looks after one scenario: its own file, those it extends, and the texts beside them."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._files = _files(source, read_scenario(source))
        self._seen = _stamps(self._files)

    def look(self) -> Reading | None:
        """Return the scenario read anew if a file has changed since the last look, none otherwise.

        A file that is gone for the moment, as while an editor saves it, is not looked at.
        """
        now = _stamps(self._files)
        if now == self._seen or self._files[0] not in now:
            return None
        reading = read_scenario(self.source)
        self._files = _files(self.source, reading)
        self._seen = _stamps(self._files)
        return reading

    def opened(self, reading: Reading, language: str) -> Opened | None:
        """Return a reading as something to play, told in a language; none where it has errors."""
        return None if reading.scenario is None else opened_from(reading, self.source, language)


def _files(source: str, reading: Reading) -> tuple[Path, ...]:
    """Return the files a scenario is read from, its own first, the folders of its texts last."""
    found = find(source)
    own = () if isinstance(found, Finding) else (found,)
    pages = [page.path for page in reading.pages if page.path is not None]
    texts = [text for path in pages for text in sorted(path.parent.glob("*.md"))]
    return tuple(dict.fromkeys((*own, *pages, *texts, *(path.parent for path in pages))))


def _stamps(files: tuple[Path, ...]) -> dict[Path, Stamp]:
    """Return the stamps of the files that are there."""
    found = {}
    for path in files:
        try:
            now = path.stat()
        except OSError:
            continue
        found[path] = (now.st_mtime_ns, now.st_size)
    return found
