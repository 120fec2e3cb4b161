"""A phone's pages: whole without a script, small, the same for all who may know the same."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest

from game.classroom.pages import html
from game.classroom.shelf import items
from game.classroom.sights.head import TABS
from tests.classroom.rooms import SIDES, Taught, founded_in, taught

PAGES = (*TABS, "me", "foresight", "line/act", "line/home", "line/table", "card/short_range_test")


def in_class(folder: Path, told: Callable[[Taught], Awaitable[None]]) -> None:
    """Carry out what is told while a class plays its first month."""

    async def carried_out() -> None:
        async with taught(founded_in(folder)) as here:
            await told(here)

    asyncio.run(carried_out())


class Page(HTMLParser):
    """The forms of a page, the words on it, and its headings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.ids += [held["id"]] if "id" in held else []
        if tag == "form":
            self.forms.append((held["action"], {}))
        elif tag in ("input", "textarea") and self.forms and "name" in held:
            chosen = held.get("type") != "radio" or "checked" in held
            self.forms[-1][1].update({held["name"]: held.get("value", "")} if chosen else {})

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def form(self, action: str) -> dict[str, str]:
        return next(fields for where, fields in self.forms if where == action)


async def sent(phone: httpx.AsyncClient, page: str, action: str, **fields: str) -> httpx.Response:
    """Send a form of a page as somebody would who runs no script."""
    shown = Page((await phone.get(page)).text)
    return await phone.post(action, data={**shown.form(action), **fields})


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_page_is_there_in_every_language_and_stays_small(tmp_path: Path, language: str) -> None:
    async def told(here: Taught) -> None:
        phone = await here.seated(1, "pyongyang", "Mina", **{"accept-language": language})
        lobby = await phone.get("/seat/orders")
        await here.play()
        for path in PAGES:
            page = await phone.get(f"/seat/{path}")
            assert page.status_code == 200, path
            assert len(page.content) <= 40_000, path
            assert f'<html lang="{language}">' in page.text
            assert len(set(Page(page.text).ids)) == len(Page(page.text).ids), path
            assert "@CLOCK@" not in page.text
        assert lobby.status_code == 200

    in_class(tmp_path, told)


def test_style_and_script_stay_small() -> None:
    assert len(items()["look.css"].content) <= 16_000
    assert len(items()["phone.js"].content) <= 8_000


def test_a_whole_month_is_played_by_forms_alone(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        phones = {side: await here.seated(1, side, side.title()) for side in SIDES}
        await here.play()
        mine = phones["pyongyang"]
        laid = await sent(mine, "/seat/card/short_range_test", "/act/lay")
        assert (laid.status_code, laid.headers["location"]) == (303, "/seat/orders")
        assert "Short-range test" in (await mine.get("/seat/orders")).text
        said = await sent(mine, "/seat/talk?with=seoul", "/act/say", text="Quietly <b>now</b>.")
        assert said.headers["location"] == "/seat/talk?with=seoul"
        guessed = await sent(mine, "/seat/guess?about=seoul", "/act/guess", line="yes", reading="6")
        assert guessed.status_code == 303
        for phone in phones.values():
            assert (await sent(phone, "/seat/orders", "/act/seal")).status_code == 303
        news = await phones["seoul"].get("/seat/news")
        assert "Short-range missiles" in news.text
        talk = await phones["seoul"].get("/seat/talk")
        assert "Quietly &lt;b&gt;now&lt;/b&gt;." in talk.text
        assert "Quietly" not in (await phones["washington"].get("/seat/talk?with=all")).text
        why = re.search(r'href="(/why/2/told:[^"]+)"', news.text)
        assert why is not None
        assert (await phones["seoul"].get(why[1])).status_code == 200

    in_class(tmp_path, told)


def test_a_form_sent_twice_is_one_act_and_a_stale_one_is_told_so(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        phone = await here.seated(1, "pyongyang", "Mina")
        await here.play()
        page = Page((await phone.get("/seat/card/short_range_test")).text)
        fields = page.form("/act/lay")
        headers = {"accept": "application/json"}
        first = await phone.post("/act/lay", data=fields, headers=headers)
        again = await phone.post("/act/lay", data=fields, headers=headers)
        assert (first.json()["r"], again.json()["r"]) == ("ok", "again")
        assert first.json()["seq"] == again.json()["seq"]

        await here.on(301)
        late = await phone.post("/act/undo", data=fields)
        assert late.status_code == 409
        assert "That month is over" in late.text

    in_class(tmp_path, told)


def test_what_is_no_form_of_ours_is_refused_and_breaks_nothing(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        phone = await here.seated(1, "pyongyang", "Mina")
        await here.play()
        seen = Page((await phone.get("/seat/orders")).text).form("/act/seal")["seen"]
        offer = {"slot": "table", "card": "offer_pyongyang", "terms": "yes"}
        wrong: list[tuple[str, dict[str, str]]] = [
            ("lay", {}),
            ("lay", {"seen": "x"}),
            ("lay", {"seen": "9" * 5000}),
            ("lay", {"seen": f"{2**70}.1.1", "slot": "act", "card": "hold"}),
            ("lay", {"seen": seen, "slot": "nowhere", "card": "hold"}),
            ("lay", {"seen": seen, "slot": "act", "card": "no_card"}),
            ("lay", {"seen": seen, "slot": "act", "card": "icbm_test\ud800"}),
            ("lay", {"seen": seen, **offer, "first": "x"}),
            (
                "lay",
                {
                    "seen": seen,
                    "slot": "table",
                    "card": "offer_pyongyang",
                    "terms": "y",
                    "level.relief": "99",
                },
            ),
            ("say", {"seen": seen, "to": "seoul", "text": " \u202e "}),
            ("say", {"seen": seen, "to": "nobody", "text": "x"}),
            ("say", {"seen": seen, "to": "seoul", "text": "x", "level.relief": "-4"}),
            ("say", {"seen": seen, "to": "seoul", "text": "x", "promise": "hidden", "until": "3"}),
            ("guess", {"seen": seen, "about": "pyongyang", "sure": "1"}),
            ("guess", {"seen": seen, "about": "seoul", "line": "perhaps"}),
            ("note", {"seen": seen, "task": "x" * 100}),
            ("post", {"seen": seen, "post": "7"}),
            ("language", {"seen": seen, "language": "xx"}),
            ("rename", {"seen": seen, "name": "\u200b"}),
            ("answer", {"seen": seen, "when": "never", "question": "0", "option": "0"}),
            ("fly", {"seen": seen}),
        ]
        for kind, fields in wrong:
            here.hands.on(1)
            data = {name: value.encode("utf-8", "surrogatepass") for name, value in fields.items()}
            answer = await phone.post(f"/act/{kind}", data=data)
            assert answer.status_code in (400, 404, 409), (kind, fields, answer.status_code)
        assert here.live.writer.trouble == ""
        assert here.live.hall.tables[1].match.hands["pyongyang"].sheet == {}

    in_class(tmp_path, told)


def test_acts_come_in_handfuls_not_in_floods(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        phone = await here.seated(1, "pyongyang", "Mina")
        await here.play()
        codes = [(await phone.post("/act/undo", data={"seen": "0.1.1"})).status_code for _ in range(25)]
        assert codes.count(429) == 5
        here.hands.on(1)
        assert (await phone.post("/act/undo", data={"seen": "0.1.1"})).status_code != 429

    in_class(tmp_path, told)


def test_a_page_is_made_once_for_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(template: str, language: str, **content: Any) -> str:
        made.append(template)
        return html(template, language, **content)

    monkeypatch.setattr("game.classroom.seats.html", counted)

    async def told(here: Taught) -> None:
        phone = await here.seated(1, "pyongyang", "Mina")
        other = await here.seated(1, "seoul", "Jun")
        await here.play()
        for _ in range(3):
            here.hands.on(1)
            await phone.get("/seat/orders")
        assert len(made) == 1
        await sent(phone, "/seat/card/short_range_test", "/act/lay")
        before = len(made)
        await other.get("/seat/orders")
        await other.get("/seat/orders")
        await phone.get("/seat/orders")
        assert len(made) == before + 2

    in_class(tmp_path, told)


def test_who_has_no_seat_is_led_to_the_door(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        phone = here.phone()
        assert (await phone.get("/seat/orders")).headers["location"] == "/"
        assert (await phone.post("/act/seal", data={"seen": "0.1.1"})).status_code == 403
        seated = await here.seated(1, "seoul", "Jun")
        left = await sent(seated, "/seat/me", "/act/leave")
        assert left.headers["location"] == "/"
        assert (await seated.get("/seat/orders")).headers["location"] == "/"

    in_class(tmp_path, told)


def test_one_table_speaks_two_languages_about_one_game(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        english = await here.seated(1, "pyongyang", "Mina")
        korean = await here.seated(1, "seoul", "지우", **{"accept-language": "ko"})
        await here.seated(1, "washington", "Ann")
        await here.play()
        await sent(english, "/seat/card/short_range_test", "/act/lay")
        await here.on(301)

        assert "Short-range missiles fall at sea" in (await english.get("/seat/news")).text
        assert "단거리 미사일" in (await korean.get("/seat/news")).text
        tellings = here.live.hall.tables[1].tellings.values()
        assert len({match.months[-1].digest for match in tellings}) == 1
        await sent(korean, "/seat/me", "/act/language", language="en")
        assert '<html lang="en">' in (await korean.get("/seat/orders")).text

    in_class(tmp_path, told)


class Fields(HTMLParser):
    """Notes what is filled in on a page and has no name that is read out."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.labels = set(re.findall(r'<label for="([^"]+)"', text))
        self.within = 0
        self.nameless: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.within += tag == "label"
        hidden = held.get("type") == "hidden"
        if tag in ("input", "select", "textarea") and not (
            hidden or self.within or held.get("id") in self.labels
        ):
            self.nameless.append(self.get_starttag_text() or "")
        if tag == "svg" and not (held.get("aria-hidden") or held.get("aria-label")) and "x" not in held:
            self.nameless.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.within -= tag == "label"


def test_every_field_and_drawing_has_a_name_that_is_read_out(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        phone = await here.seated(1, "pyongyang", "Mina")
        pages = [await here.phone().get("/"), await phone.get("/seat/orders")]
        await here.play()
        pages += [await phone.get(f"/seat/{path}") for path in PAGES]
        for page in pages:
            assert Fields(page.text).nameless == [], page.url
            levels = [int(n) for n in re.findall(r"<h([1-6])[ >]", page.text)]
            assert levels.count(1) == 1, page.url
            assert [b for a, b in pairwise(levels) if b > a + 1] == [], page.url

    in_class(tmp_path, told)
