"""The gate: what was not meant for what is shown does nothing, and no flood of input stops the window."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.desk.actions import LayCard
from game.desk.gate import QUIET, Gate, settled
from game.desk.kit.keys import WALKING, key_names
from game.desk.scene import Change, Redraw, Swap
from game.desk.scenes.glossary import GlossaryScene
from game.desk.scenes.reveal import RevealScene
from game.desk.scenes.session import Session
from game.desk.scenes.table import TableScene
from game.desk.scenes.title import TitleScene
from game.desk.stage import new_stage
from game.desk.window import Loop
from game.match.loading import open_match
from game.match.match import Match
from game.match.savefile import load
from game.match.trouble import Trouble
from game.rules.sheets import Order
from tests.desk.pilot import FRAME, Desk, listening
from tests.desk.scenes import table

SIDE = "pyongyang"
LETTERS = {pygame.K_s: "s", pygame.K_RETURN: "\r", pygame.K_SPACE: " ", pygame.K_z: "z", pygame.K_1: "1"}


def down(key: int, unicode: str = "", scancode: int = 0, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=unicode, scancode=scancode)


def up(key: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYUP, key=key, mod=0, scancode=0)


def click(at: tuple[int, int]) -> list[pygame.event.Event]:
    return [
        pygame.event.Event(kind, pos=at, button=1) for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    ]


def opened(gate: Gate) -> Gate:
    gate.look("a scene")
    for _turn in range(2):
        gate.advance(0)
    gate.advance(QUIET)
    return gate


class Leads:
    """A scene that every press leads on from, to one more of its kind."""

    def __init__(self, seen: list[int]) -> None:
        self.seen, self.face = seen, object()

    def handle(self, event: pygame.event.Event) -> Change | None:
        if event.type not in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL):
            return None
        self.seen.append(event.type)
        return Swap(Leads(self.seen))

    def advance(self, seconds: float) -> Change | None:
        return None

    def draw(self, surface: pygame.Surface) -> None:
        pass


def leading(display: pygame.Surface) -> tuple[Loop, list[int]]:
    seen: list[int] = []
    return Loop(display, (Leads(seen),), lambda: Leads(seen)), seen


def test_what_was_queued_before_a_scene_was_shown_does_nothing(display: pygame.Surface) -> None:
    loop, seen = leading(display)

    listening(loop).turn([down(pygame.K_s), up(pygame.K_s), *click((5, 5)), down(pygame.K_RETURN)], FRAME)

    assert seen == [pygame.KEYDOWN]


def test_what_came_while_the_scene_was_made_and_drawn_does_nothing_however_long_that_took(
    display: pygame.Surface,
) -> None:
    loop, seen = leading(display)
    listening(loop).turn([down(pygame.K_s)], FRAME)

    loop.turn([up(pygame.K_s), down(pygame.K_s)], 60.0)
    loop.turn([up(pygame.K_s), down(pygame.K_s)], 0.1)

    assert seen == [pygame.KEYDOWN]


@pytest.mark.parametrize(
    "press",
    [
        down(pygame.K_s),
        down(pygame.K_TAB),
        down(pygame.K_ESCAPE),
        pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=1),
        pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1),
    ],
    ids=["a letter", "tab", "escape", "a click", "the wheel"],
)
def test_the_first_half_second_of_a_scene_takes_no_press(
    display: pygame.Surface, press: pygame.event.Event
) -> None:
    loop, seen = leading(display)
    loop.turn([], FRAME)
    loop.turn([], FRAME)
    for _turn in range(14):
        loop.turn([press, up(pygame.K_s), up(pygame.K_TAB), up(pygame.K_ESCAPE)], FRAME)
    assert seen == []

    listening(loop).turn([press], FRAME)

    assert len(seen) == 1


@pytest.mark.parametrize("key", LETTERS)
def test_a_held_key_counts_once_until_it_is_let_go(key: int) -> None:
    gate = opened(Gate())

    passed = [gate.lets(down(key, LETTERS[key])) for _press in range(300)]
    gate.lets(up(key))

    assert passed == [True] + [False] * 299
    assert gate.lets(down(key, LETTERS[key]))


def test_arrows_and_backspace_go_on_while_held_once_a_turn() -> None:
    gate = opened(Gate())
    for key in WALKING:
        assert gate.lets(down(key))
        assert [gate.lets(down(key)) for _press in range(3)] == [True, False, False]
    gate.advance(FRAME)
    assert gate.lets(down(pygame.K_DOWN))


def test_what_is_typed_at_a_newly_shown_line_is_not_lost_but_for_the_key_that_led_there() -> None:
    gate = opened(Gate())
    text = {letter: pygame.event.Event(pygame.TEXTINPUT, text=letter) for letter in "gt"}
    assert gate.lets(down(pygame.K_g, "g"))
    gate.look("the glossary")
    assert not gate.lets(text["t"])
    gate.advance(FRAME)
    gate.advance(FRAME)

    assert gate.lets(text["t"])
    assert not gate.lets(text["g"])
    gate.lets(up(pygame.K_g))
    assert gate.lets(text["g"])


def test_a_glossary_opened_by_a_held_key_finds_what_is_typed(display: pygame.Surface) -> None:
    stage = new_stage()
    loop = listening(Loop(display, (TitleScene(stage),), lambda: TitleScene(stage)))
    loop.turn([down(pygame.K_g, "g")], FRAME)
    for letter in "gggten":
        loop.turn([pygame.event.Event(pygame.TEXTINPUT, text=letter)], FRAME)
    loop.turn([], FRAME)
    for letter in "sio":
        loop.turn([pygame.event.Event(pygame.TEXTINPUT, text=letter)], FRAME)

    scene = loop.scenes[-1]
    assert isinstance(scene, GlossaryScene)
    assert scene.wanted == "tensio"


def test_a_storm_of_motions_and_of_the_wheel_is_one_of_each() -> None:
    motions = [pygame.event.Event(pygame.MOUSEMOTION, pos=(n, n), rel=(1, 1)) for n in range(500)]
    wheel = [
        event
        for _n in range(500)
        for event in (
            pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1),
            pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(1, 1), button=5),
            pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(1, 1), button=5),
        )
    ]
    press = click((3, 3))

    found = settled([*motions, *press, *motions, *wheel])

    assert [event.type for event in found] == [
        pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION,
        pygame.MOUSEWHEEL,
    ]  # fmt: skip
    assert found[0].pos == (499, 499)
    assert (found[-1].x, found[-1].y) == (0, -500)


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Loop:
    """Return a window on the first month of a game that is kept in *tmp_path*."""
    from game.desk.scenes.flow import next_scene

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    match = open_match("first-steps", 7, {SIDE: "human"})
    assert isinstance(match, Match)
    stage = new_stage()
    game = Session(match, tmp_path / "kept.simmer", briefed={SIDE})
    game.keep()
    surface = pygame.display.set_mode((1280, 800))
    return listening(Loop(surface, (next_scene(stage, game),), lambda: TitleScene(stage)))


def months(loop: Loop, tmp_path: Path) -> int:
    """Return how many months were played, on the desk and on the disk alike."""
    journal = load(tmp_path / "kept.simmer")
    assert not isinstance(journal, Trouble)
    top = loop.scenes[0]
    assert isinstance(top, TableScene | RevealScene)
    assert len(journal.months) == len(top.session.match.months)
    return len(journal.months)


def test_a_double_click_where_the_reveal_goes_on_seals_no_sheet(played: Loop, tmp_path: Path) -> None:
    table = played.scenes[-1]
    assert isinstance(table, TableScene)
    laid = table.session.match.lay(SIDE, "act", Order("border_fire"))
    assert isinstance(laid, Match)
    table.session.match = laid
    table.refreshed()
    played.turn(click(table.page.find("seal").box.centre), FRAME)
    reveal = listening(played).scenes[-1]
    assert isinstance(reveal, RevealScene)
    on = reveal.page.find("reveal:on").box.centre

    for _click in range(2):  # the first shows all at once, the second would go on
        played.turn(click(on), FRAME)
    assert played.scenes[-1] is reveal
    listening(played)
    for _click in range(4):  # 0.4 seconds of them
        for event in click(on):
            played.turn([event], 0.05)

    assert isinstance(played.scenes[-1], TableScene)
    assert months(played, tmp_path) == 1
    assert played.scenes[-1].page.face.popover is None


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_s])
def test_a_key_held_for_ten_seconds_plays_no_month(played: Loop, tmp_path: Path, key: int) -> None:
    table = played.scenes[-1]
    assert isinstance(table, TableScene)
    table.page.focus_on("seal")

    for _turn in range(300):
        played.turn([down(key, LETTERS[key])] * 2, FRAME)
    played.turn([up(key)], FRAME)

    assert months(played, tmp_path) == 0
    assert table.page.find("seal:sure") is not None


def test_a_sheet_that_holds_on_every_line_is_asked_about_once(played: Loop, tmp_path: Path) -> None:
    table = played.scenes[-1]
    assert isinstance(table, TableScene)
    for answer, left in ((pygame.K_RETURN, 0), (pygame.K_ESCAPE, 0), (pygame.K_s, 1)):
        listening(played).turn([down(pygame.K_s, "s"), up(pygame.K_s)], FRAME)
        assert table.page.focused == "seal:back"
        played.turn([down(answer), up(answer)], FRAME)
        assert table.page.find("seal:sure") is not None, "an answer from before the question"
        listening(played).turn([down(answer), up(answer)], FRAME)
        assert months(played, tmp_path) == left


def test_a_sheet_with_a_card_on_it_is_sealed_without_a_question(played: Loop, tmp_path: Path) -> None:
    table = played.scenes[-1]
    assert isinstance(table, TableScene)
    table.acted(LayCard("border_fire"))

    played.turn([down(pygame.K_s, "s")], FRAME)

    assert months(played, tmp_path) == 1


def test_a_dialog_takes_no_press_in_its_first_half_second(display: pygame.Surface) -> None:
    stage = new_stage()
    scene = table(stage)
    loop = listening(Loop(display, (scene,), lambda: TitleScene(stage)))
    loop.turn([down(pygame.K_m, "m"), up(pygame.K_m)], FRAME)
    assert scene.page.top.popover is not None

    loop.turn([down(pygame.K_ESCAPE), up(pygame.K_ESCAPE)], FRAME)
    loop.turn(click((2, 2)), FRAME)
    assert scene.page.top.popover is not None

    listening(loop).turn([down(pygame.K_ESCAPE)], FRAME)
    assert scene.page.top.popover is None


CYRILLIC_YERU, FRENCH_AMPERSAND = 0x44B, pygame.K_AMPERSAND


@pytest.mark.parametrize(
    ("key", "place", "names"),
    [
        pytest.param(pygame.K_s, pygame.KSCAN_S, ("s",), id="Latin goes by what it writes"),
        pytest.param(pygame.K_q, pygame.KSCAN_A, ("q",), id="French Q at the place of A is no A"),
        pytest.param(pygame.K_SEMICOLON, pygame.KSCAN_Z, (";",), id="Dvorak's semicolon is no Z"),
        pytest.param(FRENCH_AMPERSAND, pygame.KSCAN_1, ("&", "1"), id="French digits without Shift"),
        pytest.param(pygame.K_1, pygame.KSCAN_1, ("1",), id="a digit"),
        pytest.param(pygame.K_RETURN, pygame.KSCAN_RETURN, ("enter",), id="Enter"),
    ],
)
def test_a_key_is_called_by_what_it_writes(key: int, place: int, names: tuple[str, ...]) -> None:
    assert key_names(down(key, scancode=place)) == names


def test_every_printed_key_is_found_under_a_layout_that_is_not_latin(display: pygame.Surface) -> None:
    places = {letter: getattr(pygame, f"KSCAN_{letter}") for letter in "ABDFGLMRSTWZ123"}
    for letter, place in places.items():
        assert key_names(down(CYRILLIC_YERU, "ы", place))[-1] == letter.lower()


def test_a_printed_key_opens_the_menu_under_a_cyrillic_layout(display: pygame.Surface) -> None:
    stage = new_stage()
    scene = table(stage)
    loop = listening(Loop(display, (scene,), lambda: TitleScene(stage)))

    loop.turn([down(CYRILLIC_YERU, "ь", pygame.KSCAN_M)], FRAME)

    assert scene.page.top.popover is not None
    assert scene.page.top.popover.name == "menu"


def test_why_is_asked_under_a_cyrillic_layout(display: pygame.Surface) -> None:
    scene = table(new_stage())
    assert isinstance(scene.handle(down(0x446, "ц", pygame.KSCAN_W)), Redraw)
    assert scene.page.top.popover is not None


def test_a_pilot_waits_until_the_desk_listens() -> None:
    desk = Desk()
    assert not desk.loop.gate.open
    desk.strike(pygame.K_TAB)
    assert desk.loop.gate.open
