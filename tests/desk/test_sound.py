"""Sounds: composed by our own script, told in words, silent without a card."""

import struct
import sys
import wave
from io import BytesIO
from pathlib import Path
from subprocess import run

import numpy as np
import pygame
import pytest

from game.desk.caption import LASTS
from game.desk.kit.assets import read
from game.desk.kit.page import Page
from game.desk.scenes.settings import SettingsScene
from game.desk.settings import Settings
from game.desk.sound import NAMES, Sounds, caption_of
from game.desk.stage import Stage, new_stage
from tests.desk.scenes import table

COMPOSE = Path(__file__).parents[2] / "assets" / "sounds" / "compose.py"


def samples(content: bytes) -> tuple[int, ...]:
    with wave.open(BytesIO(content)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        return struct.unpack(f"<{file.getnframes()}h", file.readframes(file.getnframes()))


def test_every_sound_is_what_the_script_composes(tmp_path: Path) -> None:
    run([sys.executable, str(COMPOSE), str(tmp_path)], check=True)
    assert sorted(path.stem for path in tmp_path.glob("*.wav")) == sorted(NAMES)
    for name in NAMES:
        kept, made = (
            samples(content)
            for content in (read(f"sounds/{name}.wav"), (tmp_path / f"{name}.wav").read_bytes())
        )
        assert len(kept) == len(made)
        assert max(abs(a - b) for a, b in zip(kept, made, strict=True)) <= 1


@pytest.mark.parametrize("name", NAMES)
def test_every_sound_is_short_heard_and_told(name: str) -> None:
    heard = samples(read(f"sounds/{name}.wav"))
    assert len(heard) < 2 * 22_050
    assert 20_000 < max(map(abs, heard)) < 32_000
    assert abs(heard[-1]) < 2_000
    assert caption_of(name)


def test_sounds_are_played_where_there_is_a_card() -> None:
    sounds = Sounds()
    sounds.play("lay", 40)
    assert not sounds.silent
    assert pygame.mixer.get_init() is not None
    pygame.mixer.quit()


def test_without_a_card_the_desk_is_silent_and_tells_the_sound_in_words(
    monkeypatch: pytest.MonkeyPatch, display: pygame.Surface
) -> None:
    def refuse(*args: object) -> None:
        raise pygame.error("no such audio device")

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    stage = new_stage()
    stage.play("seal")
    assert stage.sounds.silent
    assert stage.caption.words == caption_of("seal")


@pytest.mark.parametrize("muted", [Settings(volume=0), Settings(captions=False)])
def test_no_caption_is_shown_for_what_is_not_heard_or_not_wanted(muted: Settings) -> None:
    stage = Stage(new_stage().pen, muted)
    stage.play("lay")
    assert stage.caption.words == ""


def test_a_caption_stands_for_a_moment_and_goes(display: pygame.Surface) -> None:
    stage = new_stage()
    scene = SettingsScene(stage)
    scene.draw(display)
    bare = pygame.image.tobytes(display, "RGB")
    stage.play("turn")
    scene.draw(display)
    assert pygame.image.tobytes(display, "RGB") != bare
    assert scene.advance(LASTS + 0.1) is not None
    scene.draw(display)
    assert pygame.image.tobytes(display, "RGB") == bare
    pygame.mixer.quit()


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_at_the_table_a_caption_covers_no_card_no_detail_and_no_button(size: tuple[int, int]) -> None:
    stage, surface = new_stage(), pygame.Surface(size)
    scene = table(stage)
    scene.page = Page(stage, scene.compose, size)
    scene.draw(surface)
    bare = pygame.surfarray.array3d(surface)
    stage.caption.show("lay")
    scene.draw(surface)
    changed = np.argwhere((pygame.surfarray.array3d(surface) != bare).any(axis=2))
    (left, top), (right, bottom) = changed.min(axis=0), changed.max(axis=0)
    told = pygame.Rect(left, top, right - left + 1, bottom - top + 1)

    spots = [each for each in scene.page.top.targets() if each.name.startswith(("card:", "slot:", "seal"))]
    assert len(spots) > 5
    assert [each.name for each in spots if told.colliderect(each.own.box)] == []
    assert not told.colliderect(scene.page.find("opened").box)
