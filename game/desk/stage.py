"""The stage: what all scenes share, and what the settings change."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from game.desk.caption import Caption
from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import roomy
from game.desk.kit.theme import Variant, load_theme
from game.desk.settings import Settings, keep, recall
from game.desk.sound import Sounds
from game.presenters.words import use


@dataclass
class Stage:
    """The pen, the sounds and the settings that made them."""

    pen: Pen
    """A new one after every change of the settings, so that pages know."""

    settings: Settings = field(default_factory=Settings)
    """What the person at the desk has chosen."""

    path: Path | None = None
    """Where the settings are kept; nowhere when None."""

    said: str = ""
    """What has to be said about the settings, in a sentence."""

    sounds: Sounds = field(default_factory=Sounds)
    """The sounds of the desk, silent without a sound card."""

    caption: Caption = field(default_factory=Caption)
    """The last sound in words."""

    def take(self, settings: Settings) -> None:
        """Look and sound as *settings* say from now on, and keep them."""
        self.settings = settings
        self.pen = pen_for(settings, self.pen)
        use(settings.language)
        if self.path is not None:
            self.said = keep(settings, self.path)

    def play(self, sound: str) -> None:
        """Play a sound, and tell it in words where captions are wanted."""
        self.sounds.play(sound, self.settings.volume)
        if self.settings.captions and self.settings.volume:
            self.caption.show(sound)

    def left(self, size: tuple[int, int]) -> None:
        """Remember how large the window was when it closed."""
        if roomy(size) != self.settings.window:
            self.take(self.settings.model_copy(update={"window": roomy(size)}))


def new_stage(variant: Variant = Variant.NORMAL) -> Stage:
    """Return a stage with the look of a variant at text scale 1.0, which keeps nothing."""
    return Stage(Pen(load_theme(variant)), Settings(look=variant))


def kept_stage(path: Path) -> Stage:
    """Return a stage with the settings kept at *path*."""
    found = recall(path)
    use(found.settings.language)
    pen = pen_for(found.settings, Pen(load_theme(found.settings.look)))
    return Stage(pen, found.settings, path, found.said)


def pen_for(settings: Settings, before: Pen) -> Pen:
    """Return a pen that draws as *settings* say, with the caches of the one before."""
    return Pen(
        load_theme(settings.look),
        before.tools,
        scale=settings.text,
        motion=settings.motion,
        hints=settings.hints,
    )
