"""Hostile text in a real browser: nothing runs, nothing is asked for, nothing changes places."""

import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.pages.trial import PAGES, Trial, tried

BROWSER = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-browser"))), None)
SWITCHES = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--no-first-run --virtual-time-budget=4000 --dump-dom --window-size=1280,3000"
)

SOUGHT = """
<script>
const wrong = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let count = 0;
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  if (!/Q\\d+a /i.test(node.data) || /^(SCRIPT|STYLE)$/.test(node.parentNode.tagName)) continue;
  const range = document.createRange();
  let before = null;
  for (let at = 0; at < node.data.length; at++) {
    if (!/[0-9A-Za-z→]/.test(node.data[at])) continue;
    range.setStart(node, at); range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    if (before && Math.abs(before.top - box.top) < 2 && box.left < before.left - 1) wrong.push(node.data);
    before = box;
  }
  count++;
}
document.documentElement.dataset.moved = wrong.join(" | ");
document.documentElement.dataset.count = count;
</script>
"""
"""Looks whether letters and figures of a text stand from left to right as they are written."""


class Asked(BaseHTTPRequestHandler):
    """Notes what it is asked for."""

    paths: list[str] = []

    def do_GET(self) -> None:
        self.paths.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the terminal."""


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    if BROWSER is None:
        pytest.skip("no Chromium here: pages are read by a parser alone")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Asked)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield tried("mines-2015", tmp_path_factory.mktemp("browser"), port=server.server_port)
    server.shutdown()
    server.server_close()


def opened(page: Path, home: Path) -> str:
    """Return a page's document after a browser has opened it."""
    assert BROWSER is not None
    line = [BROWSER, *SWITCHES.split(), f"--user-data-dir={home}", page.as_uri()]
    return subprocess.run(line, check=True, capture_output=True, timeout=300).stdout.decode()


def of_root(document: str, name: str) -> str | None:
    """Return an attribute of a document's root."""
    root = re.search(r"<html[^>]*>", document)
    found = re.search(rf'data-{name}="([^"]*)"', root[0]) if root else None
    return found[1] if found else None


@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_leaves_or_changes_places(trial: Trial, name: str, tmp_path: Path) -> None:
    Asked.paths.clear()
    looked = tmp_path / name
    looked.write_text(trial.page(name).replace("</main></body>", f"</main>{SOUGHT}</body>"), encoding="utf-8")
    document = opened(looked, tmp_path / "home")

    assert int(of_root(document, "count") or 0) > 10
    assert of_root(document, "ran") is None
    assert of_root(document, "moved") == ""
    assert Asked.paths == []


@pytest.mark.parametrize(
    ("inside", "attribute"),
    [
        ("<script>document.documentElement.dataset.ran=1</script>", "ran"),
        ("<p>Q1a \u202e12\u202c 34 Q1z</p>", "moved"),
    ],
)
def test_a_page_that_lets_something_through_is_caught(
    trial: Trial, tmp_path: Path, inside: str, attribute: str
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        f"<!doctype html><html><body><main>{inside}</main>{SOUGHT}</body></html>", encoding="utf-8"
    )

    assert of_root(opened(page, tmp_path / "home"), attribute)
