"""Settings: what a person has chosen about the desk, kept in the platform's own folder."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.desk.kit.drawing.pen import Motion
from game.desk.kit.geometry import LARGEST_SCALE, SMALLEST_SCALE
from game.desk.kit.theme import Variant
from game.match.files import reason, write_whole
from game.presenters.words import _


class Settings(BaseModel):
    """What can be chosen; every value has a first one that suits most people."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: float = Field(1.0, ge=SMALLEST_SCALE, le=LARGEST_SCALE)
    """How large all text is."""

    look: Variant = Variant.NORMAL
    """Which colours and edges."""

    motion: Motion = Motion.FULL
    """How much moves."""

    hints: bool = True
    """Whether a tip is also shown for what has the focus, not only under the pointer."""

    volume: int = Field(40, ge=0, le=100)
    """How loud sounds are; none at 0."""

    captions: bool = True
    """Whether a sound is also told in words."""

    language: str = Field("en", pattern=r"^[a-z]{2,3}$")
    """The language of the desk's own words."""

    window: tuple[int, int] | None = None
    """How large the window was when it was last closed; none before the first time."""

    full_screen: bool = False
    """Whether the window fills the screen."""


@dataclass(frozen=True)
class Recalled:
    """The settings of this computer, and what has to be said about them."""

    settings: Settings
    said: str = ""


def settings_file() -> Path:
    """Return where this platform keeps the settings of Simmer."""
    return user_config_path("simmer", appauthor=False) / "settings.json"


def recall(path: Path) -> Recalled:
    """Read the settings; a damaged file is kept aside, and first values are used."""
    try:
        return Recalled(Settings.model_validate_json(path.read_bytes()))
    except FileNotFoundError:
        return Recalled(Settings())
    except OSError as wrong:
        said = _("The settings could not be read: {why}.").format(why=reason(wrong))
    except ValidationError:
        aside = path.with_name("settings.damaged.json")
        with suppress(OSError):
            path.replace(aside)
        said = _("The settings were damaged; they are kept aside in {file}, and first values are used.")
        said = said.format(file=aside.name)
    return Recalled(Settings(), said)


def keep(settings: Settings, path: Path) -> str:
    """Write the settings; return why they could not be kept, empty when they were."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        return _("The settings could not be kept: {why}.").format(why=reason(wrong))
    trouble = write_whole(path, settings.model_dump_json(indent=2).encode())
    return trouble.sentence if trouble else ""
