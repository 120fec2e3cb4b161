"""The board: public glimpses alone, and letters that are read from eight metres."""

import asyncio
import re
from pathlib import Path

import pytest

from game.classroom.lever_acts import BranchFixed
from game.classroom.play_acts import Shut
from game.classroom.shelf import items
from game.classroom.sights.tower import HEIGHT, LENGTH, tower_of
from game.presenters.content import GaugeContent, GaugeLine, Mark, Stretch
from tests.classroom.rooms import BOARD, SIDES, Taught, founded_in, taught

SMALLEST = 28.0
"""Pixels of 1920 that the smallest letter of a wall has."""

CHROMIUM = Path("/usr/bin/chromium")

PARTS = ("", "/lobby", "/month", "/reveal")


async def seated_and_begun(here: Taught) -> None:
    """Put somebody into each seat, and begin."""
    for table in here.live.hall.tables:
        for side in SIDES:
            await here.seated(table, side, f"{side[:3]}{table}")
    await here.play()


def test_the_board_opens_to_its_key_alone(tmp_path: Path) -> None:
    async def lesson() -> None:
        async with taught(founded_in(tmp_path)) as here:
            wall = here.phone()
            for part in PARTS:
                assert (await wall.get(f"/board/{BOARD}{part}")).status_code == 200
                assert (await wall.get(f"/board/{BOARD}x{part}")).status_code == 403
            assert (await wall.get(f"/board/{BOARD}/nothing")).status_code == 404

    asyncio.run(lesson())


@pytest.mark.parametrize("part", PARTS)
def test_the_board_stays_the_same_byte_for_byte_whatever_is_secret(part: str, tmp_path: Path) -> None:
    async def lesson() -> None:
        async with taught(founded_in(tmp_path)) as here:
            await seated_and_begun(here)
            phone = await here.seated(1, "pyongyang", "pyo1")
            wall = here.phone()
            before = (await wall.get(f"/board/{BOARD}{part}")).text
            version = here.live.hall.version(
                next(p for p in here.live.hall.persons.values() if p.side == "pyongyang")
            )
            seen = f"0.1.{version}"
            for card in ("short_range_test", "border_fire"):
                answer = await phone.post("/act/lay", data={"seen": seen, "slot": "act", "card": card})
                assert answer.status_code == 303
            assert (await phone.post("/act/undo", data={"seen": seen})).status_code == 303
            note = {"seen": seen, "task": "x", "text": "Zwischenruf"}
            assert (await phone.post("/act/note", data=note)).status_code in (303, 409)
            said = await phone.post("/act/say", data={"seen": seen, "to": "seoul", "text": "Zwischenruf"})
            assert said.status_code == 303
            await here.live.ask(here.live.stamped(BranchFixed(event="election", branch="incumbent"), 1))

            assert (await wall.get(f"/board/{BOARD}{part}")).text == before

    asyncio.run(lesson())


def test_a_seal_and_a_played_month_show_on_the_board(tmp_path: Path) -> None:
    async def lesson() -> None:
        async with taught(founded_in(tmp_path)) as here:
            await seated_and_begun(here)
            wall = here.phone()
            before = (await wall.get(f"/board/{BOARD}")).text
            assert before.count(" hollow") == 6
            phone = await here.seated(1, "seoul", "seo1")
            page = (await phone.get("/seat/orders")).text
            seen = re.search(r'name="seen" value="([\d.]+)"', page)
            assert seen is not None
            await phone.post("/act/seal", data={"seen": seen[1]})
            assert (await wall.get(f"/board/{BOARD}")).text.count(" hollow") == 5
            for table in (1, 2):
                await here.live.ask(here.live.stamped(Shut(by="lever"), table))
            after = (await wall.get(f"/board/{BOARD}")).text
            assert "June 2020" in after
            assert "sheets lie open" in after

    asyncio.run(lesson())


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("part", PARTS)
def test_no_board_styles_or_runs_anything_of_its_own(part: str, language: str, tmp_path: Path) -> None:
    async def lesson() -> None:
        async with taught(founded_in(tmp_path)) as here:
            await seated_and_begun(here)
            text = (await here.phone().get(f"/board/{BOARD}{part}", params={"lang": language})).text
            assert not re.search(r"<style|\sstyle=|<script(?! src=)|\son\w+=|javascript:", text)

    asyncio.run(lesson())


def test_no_letter_of_the_wall_is_asked_to_be_smaller_than_is_read_from_the_last_row() -> None:
    style = items()["wall.css"].content.decode()
    base = re.search(r"\.wall\{font-size:([\d.]+)vw", style)
    assert base is not None
    assert float(base[1]) * 19.2 >= SMALLEST
    rest = style.replace(base[0], "")
    assert all(float(size) >= 1 for size in re.findall(r"font-size:([\d.]+)em", rest))
    assert not re.findall(r"font-size:[\d.]+(?!em)[a-z%]+", rest.replace("em", "em"))
    assert all(int(size) >= SMALLEST for size in re.findall(r"\.tower text\{font:\d+ (\d+)px", rest))


MEASURE = """() => {
  const found = [];
  for (const each of document.querySelectorAll("body *")) {
    const own = [...each.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!own || each.closest(".unseen")) continue;
    let size = parseFloat(getComputedStyle(each).fontSize);
    const drawn = each.closest("svg");
    if (drawn) size *= drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width;
    found.push([each.textContent.trim().slice(0, 30), size]);
  }
  return {found, high: document.documentElement.scrollHeight, wide: document.documentElement.scrollWidth};
}"""


def test_every_letter_is_28_pixels_high_in_a_browser_and_nothing_lies_below_the_wall(tmp_path: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("there is no browser here")

    async def lesson(tables: int) -> list[str]:
        async with taught(founded_in(tmp_path / str(tables), tables)) as here:
            pages = [(await here.phone().get(f"/board/{BOARD}/lobby")).text]
            await seated_and_begun(here)
            return [*pages, (await here.phone().get(f"/board/{BOARD}/month")).text]

    pages = [(tables, text) for tables in (1, 2, 3, 4, 5, 6, 8, 10) for text in asyncio.run(lesson(tables))]
    style = "".join(items()[name].content.decode() for name in ("look.css", "wall.css"))
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        wall = browser.new_page(viewport={"width": 1920, "height": 1080})
        for tables, text in pages:
            bare = re.sub(r"<(link|script)[^>]*>(</script>)?", "", text)
            wall.set_content(bare.replace("</head>", f"<style>{style}</style></head>"))
            seen = wall.evaluate(MEASURE)
            assert [each for each in seen["found"] if each[1] < SMALLEST - 0.1] == [], tables
            assert (seen["high"], seen["wide"]) == (1080, 1920), tables
        browser.close()


def test_a_tower_stands_from_its_foot_and_two_lines_at_one_place_are_both_read() -> None:
    lines = tuple(
        GaugeLine(name, Mark(shape, name[0]), name, 6, True, crossed=crossed)
        for name, shape, crossed in (("West", "square", False), ("North", "diamond", True))
    )
    stretches = (
        Stretch("calm", 0, 2, "calm"),
        Stretch("simmer", 3, 7, "simmer"),
        Stretch("boil", 8, 10, "boil"),
    )

    tower = tower_of(GaugeContent("heat", "Heat", 7, stretches, lines, before=5))

    assert [cell.at for cell in tower.cells] == [HEIGHT - 46 * n for n in range(1, 11)]
    assert tower.cells[-1].along + tower.wide == pytest.approx(LENGTH)
    assert [cell.lit for cell in tower.cells] == [True] * 7 + [False] * 3
    assert len({line.words_at for line in tower.lines}) == 2
    assert tower.lines[0].at == HEIGHT - 276
    assert (tower.now, tower.before) == (HEIGHT - 299, HEIGHT - 207)
    assert tower.crossed == (lines[1].mark,)
