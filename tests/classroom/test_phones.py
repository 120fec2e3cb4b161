"""Phones in a real browser: with the script, without it, from 320 pixels up; nothing leaves the laptop."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import pytest
import uvicorn

from game.classroom.addresses import LOOPBACK, listening
from game.classroom.app import app_of
from game.classroom.codes import digest
from game.classroom.events import Act
from game.classroom.live import Live
from game.classroom.play_acts import HallReached, TableReached
from game.classroom.states import HallState, TableState
from game.classroom.viewers import Keys
from tests.classroom.rooms import BOARD, DESK, SIDES, founded_in

playwright = pytest.importorskip("playwright.sync_api", reason="no playwright here: phones run no script")
BROWSER = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-browser"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium here: phones run no script")

WIDTHS = (320, 390, 768, 1280)
PAGES = ("orders", "news", "talk", "brief", "guess", "me", "foresight", "line/act", "card/short_range_test")

SMALL = """() => [...document.querySelectorAll("a,button,input:not([type=hidden]),select,textarea,summary")]
  .filter(each => each.offsetParent && !each.closest(".unseen"))
  .map(each => [each.closest("label,li,a,summary") || each, each])
  .map(([target, each]) => [target.getBoundingClientRect(), each])
  .filter(([box]) => box.height < 43.5 || box.width < 24)
  .map(([, each]) => each.outerHTML.slice(0, 120))"""
"""What is too small for a thumb."""

WIDE = "() => [document.documentElement.scrollWidth, document.getElementById('main').scrollWidth, innerWidth]"


class Room:
    """A class that is served on the loopback, and phones at it."""

    def __init__(self, folder: Path) -> None:
        self.live = Live(founded_in(folder, tables=1))
        found = listening((LOOPBACK,), 18_900)
        assert found is not None
        self.base = f"http://{LOOPBACK}:{found[0]}"
        app = app_of(self.live, Keys(digest(DESK), digest(BOARD)), {self.base.removeprefix("http://")})
        config = uvicorn.Config(app, log_level="critical", access_log=False, timeout_graceful_shutdown=1)
        self.server = uvicorn.Server(config)
        self.thread = Thread(target=self.server.run, kwargs={"sockets": found[1]}, daemon=True)
        self.thread.start()
        while not self.server.started:
            sleep(0.01)
        self.wrong: list[str] = []

    def ask(self, act: Act, table: int = 0) -> None:
        self.live.writer.ask(self.live.stamped(act, table)).result(30)

    def stop(self) -> None:
        self.live.close()
        self.server.should_exit = True
        self.thread.join(30)

    def phone(self, browser: Any, side: str, name: str, width: int = 390, script: bool = True) -> Any:
        """Return a page of a phone that has taken a seat; what goes wrong on it is noted."""
        context = browser.new_context(viewport={"width": width, "height": 844}, java_script_enabled=script)
        page = context.new_page()
        page.on("console", lambda told: self.wrong.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda wrong: self.wrong.append(str(wrong)))
        page.on(
            "request",
            lambda asked: (
                None
                if asked.url.startswith((self.base, "data:"))
                else self.wrong.append(f"asked for {asked.url}")
            ),
        )
        page.goto(f"{self.base}/")
        page.fill("#code", self.live.room.codes[(1, side)].lower())
        page.fill("#name", name)
        page.click("main form button")
        page.wait_for_url("**/seat/orders")
        return page


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    served = Room(tmp_path)
    yield served
    served.stop()


def begun(room: Room) -> None:
    room.ask(HallReached(state=HallState.PLAY))
    room.ask(TableReached(state=TableState.OPEN), 1)


def test_a_month_is_played_on_three_phones_and_a_second_tab_follows(browser: Any, room: Room) -> None:
    phones = {side: room.phone(browser, side, side) for side in SIDES}
    mine = phones["pyongyang"]
    begun(room)
    mine.wait_for_selector("a[href='/seat/line/act']")
    second = mine.context.new_page()
    second.goto(f"{room.base}/seat/orders")
    mine.click("a[href='/seat/line/act']")
    mine.click("a.card[href*='short_range_test']")
    mine.click("#card form button")
    mine.wait_for_selector(".lines >> text=Short-range test")
    second.wait_for_selector(".lines >> text=Short-range test")
    mine.click("nav.tabs a[href='/seat/talk']")
    mine.fill("#text", "<b>Quietly</b> & soon")
    mine.click("form.write button.main")
    mine.wait_for_selector(".bubble >> text=<b>Quietly</b> & soon")
    assert mine.input_value("#text") == ""
    for page in phones.values():
        page.goto(f"{room.base}/seat/orders")
        page.click("#act form button")
    for page in (*phones.values(), second):
        page.wait_for_selector("text=What happened in May")
    phones["seoul"].click("text=why?")
    phones["seoul"].wait_for_selector(".chain, blockquote")

    assert room.wrong == []


def test_what_is_being_written_stays_while_the_page_looks_again(browser: Any, room: Room) -> None:
    mine, other = room.phone(browser, "pyongyang", "Mina"), room.phone(browser, "pyongyang", "Jun")
    begun(room)
    mine.goto(f"{room.base}/seat/talk?with=seoul")
    mine.fill("#text", "Half a sentence")
    other.goto(f"{room.base}/seat/talk?with=seoul")
    other.fill("#text", "A whole one.")
    other.click("form.write button.main")
    mine.wait_for_selector(".bubble >> text=A whole one.")
    assert mine.input_value("#text") == "Half a sentence"
    mine.reload()
    assert mine.input_value("#text") == "Half a sentence"

    assert room.wrong == []


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_fits_its_screen_and_a_thumb(browser: Any, room: Room, width: int, script: bool) -> None:
    page = room.phone(browser, "pyongyang", "A name of 24 letters…..", width, script)
    begun(room)
    looks = page if script else None
    for name in PAGES:
        page.goto(f"{room.base}/seat/{name}")
        assert page.title().startswith("Pyongyang")
        if looks is not None:
            whole, main, seen = looks.evaluate(WIDE)
            assert (whole <= seen, main <= seen) == (True, True), (name, width)
            assert looks.evaluate(SMALL) == [], (name, width)

    assert room.wrong == []


def test_a_phone_that_runs_no_script_plays_by_links_and_forms(browser: Any, room: Room) -> None:
    page = room.phone(browser, "pyongyang", "Mina", script=False)
    begun(room)
    page.goto(f"{room.base}/seat/orders")
    page.click("a[href='/seat/line/act']")
    page.click("a.card[href*='short_range_test']")
    page.click("#card form button")
    page.wait_for_url("**/seat/orders")
    page.click("#act form button")
    assert "sealed" in page.inner_text("#main").lower()

    assert room.wrong == []


def test_phones_are_told_that_the_class_was_closed(browser: Any, room: Room) -> None:
    page = room.phone(browser, "seoul", "Ann")
    while not len(room.live.streams):
        page.wait_for_timeout(10)
    room.live.close()
    page.wait_for_selector("#closed:not([hidden])")

    assert room.wrong == []
