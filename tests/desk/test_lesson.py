"""The lesson: first offered to a newcomer, shown prompt by prompt, finished within ten minutes."""

from pathlib import Path

import pygame
import pytest
from pydantic import ValidationError

from game.desk.scenes.ending import EndScene
from game.desk.scenes.session import Session
from game.desk.scenes.table import TableScene
from game.desk.scenes.title import TitleScene
from game.desk.window import new_stage
from game.lint.unseen import unseen
from game.match.loading import open_match
from game.match.match import Match
from game.model.lesson import Deed, Lesson, Prompt
from game.presenters.lesson import prompt_at_reveal, prompt_at_table
from game.rules.sheets import Order
from tests.desk.newcomer import Newcomer
from tests.desk.pilot import Desk, Fingers, Mouse
from tests.desk.scenes import SIDE, lesson


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the newcomer's games on an empty shelf."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def prompts() -> Lesson:
    found = lesson(0).book.scenario.lesson
    assert found is not None
    return found


def lay(match: Match, slot: str, card: str) -> Match:
    laid = match.lay(SIDE, slot, Order(card))
    assert isinstance(laid, Match)
    return laid


def test_who_has_no_saved_game_is_offered_the_lesson_first(shelf: Path) -> None:
    title = TitleScene(new_stage())
    assert title.first_focus() == "title:learn"
    keys = {spot.name: spot.key for spot in title.page.top.stops()}

    (shelf / "simmer" / "saves").mkdir(parents=True)
    (shelf / "simmer" / "saves" / "old.simmer").write_bytes(b"")

    title = TitleScene(new_stage())
    assert title.first_focus() == "title:play"
    assert {spot.name: spot.key for spot in title.page.top.stops()} == keys


@pytest.mark.parametrize("hand", [Mouse, Fingers])
def test_a_newcomer_seals_the_first_sheet_within_twelve_inputs_and_three_minutes(
    hand: type[Mouse] | type[Fingers],
) -> None:
    desk = Desk()
    newcomer = Newcomer(desk, hand(desk))

    newcomer.seal()

    assert desk.inputs <= 12
    assert newcomer.minutes <= 3


@pytest.mark.parametrize("hand", [Mouse, Fingers])
def test_the_lesson_is_finished_within_ten_minutes(hand: type[Mouse] | type[Fingers]) -> None:
    desk = Desk()
    newcomer = Newcomer(desk, hand(desk))

    newcomer.finish()

    scene = desk.scene
    assert isinstance(scene, EndScene)
    assert newcomer.prompts == list(prompts().prompts)
    assert scene.session.match.ending == "small_deal"
    assert newcomer.minutes <= 10


def test_the_lesson_has_its_player_cross_owe_and_pay() -> None:
    match = lesson(3)
    told = [(h.month, h.kind, h.id) for h in match.happenings]

    assert (2, "crossing", "quiet_border") in told
    assert (2, "crossing", "no_drills") in told
    assert (3, "answer", "no_drills") in told


def test_a_prompt_that_was_carried_out_gives_way_to_the_next() -> None:
    match = lesson(0)
    first, second = list(prompts().prompts)[:2]

    before = prompt_at_table(match.glimpse(SIDE), "act")
    after = prompt_at_table(lay(match, "act", "short_range_test").glimpse(SIDE), "act")

    assert (before and before.id, after and after.id) == (first, second)


def test_a_prompt_points_at_the_tab_while_its_card_is_out_of_sight() -> None:
    match = lay(lesson(2), "act", "hotline")
    seen = prompt_at_table(match.glimpse(SIDE), "act"), prompt_at_table(match.glimpse(SIDE), "table")

    assert [page and page.at for page in seen] == ["slot:table", "card:accept_pyongyang"]


def test_a_prompt_whose_card_cannot_be_laid_is_passed_over() -> None:
    match = open_match("first-steps", 7, {SIDE: "human", "washington": "human"})
    assert isinstance(match, Match)
    for _month in range(2):
        match = match.played({})

    laid = lay(match, "act", "hotline")
    page = prompt_at_table(laid.glimpse(SIDE), "act")

    assert page is not None
    assert page.id == "last_seal"


def test_nobody_else_is_taught() -> None:
    assert prompt_at_table(lesson(0).glimpse("seoul"), "act") is None
    assert prompt_at_reveal(lesson(1).glimpse(None)) is None


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"deed": Deed.LAY}, id="a card to lay is named"),
        pytest.param({"deed": Deed.SEAL, "card": "hotline"}, id="sealing lays no card"),
        pytest.param({"deed": Deed.ASK}, id="a track to ask about is named"),
        pytest.param({"deed": Deed.READ, "track": "tension"}, id="reading asks about none"),
    ],
)
def test_a_prompt_names_exactly_what_it_points_at(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Prompt.model_validate({"month": 1, "title": "A", "text": "B", **wrong})


def test_words_that_could_never_be_said_are_refused() -> None:
    detour = {"title": "A", "text": "B"}

    with pytest.raises(ValidationError, match="never said"):
        Prompt.model_validate({"month": 1, "deed": Deed.SEAL, "otherwise": [detour], **detour})


def test_12_a_prompt_may_read_only_what_its_side_can_see() -> None:
    scenario = lesson(0).book.scenario
    assert scenario.lesson is not None
    written = {"month": 1, "deed": Deed.SEAL, "when": "washington.stance >= 1", "title": "A", "text": "B"}
    peeking = Prompt.model_validate(written)
    prompts = {**scenario.lesson.prompts, "small_act": peeking}
    told = scenario.model_copy(update={"lesson": scenario.lesson.model_copy(update={"prompts": prompts})})

    assert [n.code for n in unseen(told)] == ["D415"]
    assert list(unseen(scenario)) == []


def crowded() -> TableScene:
    """Return the lesson's table where text is large for its window, a why? to be asked."""
    pygame.display.set_mode((640, 480))
    scene = TableScene(new_stage(), Session(lesson(1), Path("kept.simmer")), SIDE, lambda: scene)
    pygame.display.set_mode((1280, 800))
    return scene


def test_what_lies_behind_a_tab_is_pointed_at_by_its_tab() -> None:
    assert crowded().points_at() == "part:standing"


def test_w_asks_why_of_the_gauge_even_where_it_is_out_of_sight() -> None:
    scene = crowded()
    scene.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_w, mod=0, unicode="w", scancode=0))

    assert scene.page.top.popover is not None
    assert scene.session.asked == {"ask_why"}


def test_a_card_that_is_pointed_at_is_scrolled_into_sight() -> None:
    pygame.display.set_mode((1024, 700))
    session = Session(lesson(1), Path("kept.simmer"), asked={"ask_why"})
    scene = TableScene(new_stage(), session, SIDE, lambda: scene)
    scene.draw(pygame.display.get_surface())
    pygame.display.set_mode((1280, 800))
    target = scene.page.top.target("card:border_fire")

    assert target is not None
    assert target.spot.shown.h == target.spot.box.h
