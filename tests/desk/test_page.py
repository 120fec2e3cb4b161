"""Pages: focus, keys, pointer, pop-overs and typing, as a pilot uses them."""

from __future__ import annotations

import pygame
import pytest

from game.desk.kit.drawing.lettering import Lettering
from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.page import Page
from game.desk.kit.theme import load_theme
from game.desk.kit.touch import Closed, Moved, Picked, Pressed, Touch, Typed
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.choice import Choice, Option
from game.desk.kit.widgets.entry import Entry
from game.desk.kit.widgets.label import Label
from game.desk.kit.widgets.option_list import Dropdown
from game.desk.kit.widgets.popover import Popover
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.slider import Slider
from game.desk.kit.widgets.stack import Column, Row
from game.desk.kit.widgets.stepper import Stepper
from game.desk.window import Stage
from tests.desk.gallery import PAGES, page_of

OPTIONS = (Option("a", "First"), Option("b", "Second"), Option("c", "Third", off="not yet"))


def page_with(*widgets: Widget) -> Page:
    return Page(Stage(Pen(load_theme())), lambda pen, box: Column(*widgets))


def key(page: Page, code: int, mod: int = 0) -> Touch | None:
    return page.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=""))


def click(page: Page, name: str) -> Touch | None:
    at = page.find(name).box.centre
    page.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    page.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    return page.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))


def type_text(page: Page, text: str) -> Touch | None:
    return page.handle(pygame.event.Event(pygame.TEXTINPUT, text=text))


@pytest.mark.parametrize("name", [*PAGES, "why"])
@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080)])
def test_keys_alone_reach_everything(name: str, size: tuple[int, int]) -> None:
    page = page_of(name, size)
    stops = {spot.name for spot in page.top.stops()}
    groups = {spot.name: spot.group for spot in page.top.stops()}
    reached: set[str] = set()
    for _ in range(2 * len(stops)):
        key(page, pygame.K_TAB)
        reached.add(page.focused)
    missed = {groups[name] for name in stops - reached}
    assert "" not in missed
    assert missed <= {groups[name] for name in reached}


@pytest.mark.parametrize("name", list(PAGES))
def test_names_of_spots_are_told_apart(name: str) -> None:
    names = [spot.name for spot in page_of(name).top.stops() if not spot.name.startswith(("why:", "claim:"))]
    assert len(names) == len(set(names))


def test_arrows_walk_a_rack_and_tab_returns_to_the_last_card() -> None:
    page = page_of("table")
    page.focus_on("card:hold")
    key(page, pygame.K_RIGHT)
    assert page.focused == "card:test"
    key(page, pygame.K_DOWN)
    assert page.focused == "card:fire"
    key(page, pygame.K_TAB)
    assert not page.focused.startswith("card:")
    key(page, pygame.K_TAB, pygame.KMOD_SHIFT)
    assert page.focused == "card:fire"


def test_enter_presses_what_has_the_focus() -> None:
    page = page_with(Button("one", "One"), Button("two", "Two"))
    key(page, pygame.K_TAB)
    assert key(page, pygame.K_RETURN) == Pressed("one")


def test_a_printed_key_presses_from_anywhere() -> None:
    page = page_with(Button("one", "One", key="Z"), Button("two", "Two", key="Enter"))
    assert key(page, pygame.K_z) == Pressed("one")
    page.focus_on("")
    assert key(page, pygame.K_RETURN) == Pressed("two")


def test_what_is_off_takes_the_focus_and_cannot_be_pressed() -> None:
    page = page_with(Button("seal", "Seal", off="choose a card first"))
    assert click(page, "seal") == Moved("seal")
    assert key(page, pygame.K_RETURN) == Moved("seal")


def test_a_click_presses_only_where_it_began() -> None:
    page = page_with(Button("one", "One"), Button("two", "Two"))
    assert click(page, "two") == Pressed("two")
    start, end = page.find("one").box.centre, page.find("two").box.centre
    page.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1))
    assert page.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=end, button=1)) == Moved("one")


def test_a_link_in_a_sentence_is_pressed_like_a_button() -> None:
    page = page_with(Label("Tension **+1** [why?](why:tension)"))
    assert click(page, "why:tension") == Pressed("why:tension")


def popped(page: Page) -> Page:
    page.open(lambda pen, box: Popover("over", Column(Button("yes", "Yes"), Button("no", "No"))))
    return page


def test_a_popover_holds_the_focus_until_escape() -> None:
    page = popped(page_with(Button("one", "One", key="Z")))
    seen = {(key(page, pygame.K_TAB), page.focused)[1] for _ in range(5)}
    assert seen == {"yes", "no"}
    assert key(page, pygame.K_z) is None
    assert key(page, pygame.K_ESCAPE) == Closed("over")
    assert key(page, pygame.K_z) == Pressed("one")


def test_a_click_beside_a_popover_closes_it() -> None:
    page = popped(page_with(Button("one", "One")))
    assert page.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(3, 790), button=1)) == Closed("over")


def test_escape_on_a_bare_page_names_nothing() -> None:
    assert key(page_with(Button("one", "One")), pygame.K_ESCAPE) == Closed("")


def test_a_dropdown_unfolds_and_folds_when_something_is_picked() -> None:
    page = page_with(Row(Dropdown("seat", OPTIONS, "a")))
    click(page, "seat")
    assert len(page.layers) == 2
    assert page.press("seat:b") == Picked("seat", "b")
    assert len(page.layers) == 1


def test_a_choice_answers_with_what_was_picked() -> None:
    page = page_with(Choice("order", OPTIONS, "a"))
    assert click(page, "order:b") == Picked("order", "b")
    assert click(page, "order:c") == Moved("order:c")


@pytest.mark.parametrize(
    ("code", "value"), [(pygame.K_RIGHT, 1.1), (pygame.K_LEFT, 0.9), (pygame.K_END, 2.0)]
)
def test_a_slider_follows_the_arrows(code: int, value: float) -> None:
    page = page_with(Slider("size", 1.0, 0.8, 2.0, 0.1, decimals=1))
    page.focus_on("size")
    assert key(page, code) == Picked("size", value)


def test_a_stepper_stops_at_its_ends() -> None:
    page = page_with(Stepper("level", 5, 0, 5))
    assert isinstance(click(page, "level:plus"), Moved)
    assert click(page, "level:minus") == Picked("level", 4)


def test_an_entry_takes_letters_that_are_keys_elsewhere() -> None:
    page = page_with(Entry("name"), Button("undo", "Undo", key="Z"))
    page.focus_on("name")
    assert key(page, pygame.K_z) is None
    assert type_text(page, "z") == Typed("name", "z")
    assert key(page, pygame.K_BACKSPACE) == Typed("name", "")


def test_an_entry_waits_while_a_syllable_is_composed() -> None:
    page = page_with(Entry("name"))
    page.focus_on("name")
    page.handle(pygame.event.Event(pygame.TEXTEDITING, text="하", start=0, length=1))
    assert key(page, pygame.K_RETURN) == Moved("name")
    assert type_text(page, "한") == Typed("name", "한")
    assert key(page, pygame.K_RETURN) == Typed("name", "한", done=True)


@pytest.mark.parametrize("unseen", ["\u202e", "\u200b", "\x00", "\t", "\ufeff"])
def test_signs_that_show_nothing_are_not_typed_and_can_be_drawn(unseen: str) -> None:
    page = page_with(Entry("name"))
    page.focus_on("name")
    assert type_text(page, f"a{unseen}b") == Typed("name", "ab")
    composing = pygame.event.Event(pygame.TEXTEDITING, text=unseen, start=0, length=1)
    assert page.handle(composing) == Typed("name", "ab")
    page.draw(pygame.Surface((1280, 800)))


@pytest.mark.parametrize("text", ["\u202e", "\u200b", "\ufeff", "\u0301", ""])
def test_a_text_without_width_is_a_picture_without_ink(text: str) -> None:
    picture = Lettering().picture(text, 20, 400, "#000000")
    assert picture.get_height() > 0
    assert not pygame.mask.from_surface(picture).count() or text == "\u0301"


def test_the_wheel_scrolls_what_lies_under_the_pointer() -> None:
    rows = Column(*(Button(f"row{i}", f"Row {i}") for i in range(40)))
    page = page_with(Scroll("list", rows).grow())
    before = page.find("row5").box.y
    page.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(40, 300), rel=(0, 0), buttons=(0, 0, 0)))
    page.handle(pygame.event.Event(pygame.MOUSEWHEEL, y=-2, x=0))
    assert page.find("row5").box.y < before


def test_the_focus_is_brought_into_sight_and_scroll_survives_a_refresh() -> None:
    rows = [Button(f"row{i}", f"Row {i}") for i in range(40)]
    page = Page(Stage(Pen(load_theme())), lambda pen, box: Column(Scroll("list", Column(*rows)).grow()))
    page.focus_on("row39")
    assert page.find("row39").box.within(Box(0, 0, 1280, 800))
    page.refresh()
    assert page.focused == "row39"
    assert page.find("row39").box.within(Box(0, 0, 1280, 800))


def test_a_tip_appears_after_a_rest_and_goes_with_the_next_key() -> None:
    page = page_with(Button("one", "One", tip="what it does"))
    page.focus_on("one")
    assert page.advance(0.1) is None
    assert page.advance(0.6) == Moved("one")
    assert page.advance(0.6) is None
    key(page, pygame.K_TAB)
    assert page.advance(0.6) == Moved("one")


def test_resizing_lays_the_page_out_again_at_its_own_size() -> None:
    page = page_with(Button("one", "One", Kind.PRIMARY))
    page.handle(pygame.event.Event(pygame.VIDEORESIZE, w=1600, h=1000, size=(1600, 1000)))
    assert page.find("one").box.w == 1600
    assert page.pen.scale == pytest.approx(1.25)


def test_two_links_to_one_place_are_walked_apart_and_mean_the_same() -> None:
    page = page_with(Label("[why?](why:trust)"), Label("[why?](why:trust)"), Button("on", "On"))
    seen = [(key(page, pygame.K_TAB), page.focused)[1] for _ in range(3)]
    assert seen == ["why:trust", "why:trust#2", "on"]
    assert page.press("why:trust#2") == Pressed("why:trust")


def test_an_unknown_name_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError, match="'nothing'"):
        page_with(Button("one", "One")).find("nothing")
