"""A third language is files: a table, a catalogue and a side file, and no line of code."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from babel.messages.catalog import Catalog

from game.conditions import phrases as tables
from game.conditions.condition import Condition
from game.desk.scenes.base import PageScene
from game.desk.scenes.settings import SettingsScene
from game.desk.scenes.title import TitleScene
from game.desk.stage import kept_stage
from game.match.dates import in_short, in_words, month_in_words
from game.model.speech import told_in
from game.presenters.words import use
from game.scenario.languages import catalogue, known_languages, language_name
from game.scenario.reader import read_scenario
from game.scenario.shelf import shelf
from game.scenario.translation import in_language
from tests.catalogue import compiled
from tests.desk.newcomer import shown

SAID = {"Settings": "Einstellungen", "Load": "Laden", "Language": "Sprache", "Reading": "Lesen"}

GERMAN = {
    'all = [", ", " and "]': 'all = [", ", " und "]',
    'in_force = ["{} is in force", "{} is not in force"]': 'in_force = ["{} gilt", "{} gilt nicht"]',
    'agreed = ["an agreement is in force", "no agreement is in force"]': (
        'agreed = ["ein Abkommen gilt", "kein Abkommen gilt"]'
    ),
    '"<=" = "{} is at most {}"': '"<=" = "{} ist höchstens {}"',
    "lowered = true": "lowered = false",
    'one = "{} month"': 'one = "{} Monat"',
    'other = "{} months"': 'other = "{} Monate"',
    '"it is {1} since {0} was crossed"': '"seit {0} sind es {1}"',
    '"<=" = "at most {}"': '"<=" = "höchstens {}"',
}

SIDE = """format: 1
language: de
texts:
  title: {en: "First steps", to: "Erste Schritte"}
  tracks.tension.label: {en: "Tension", to: "Spannung"}
"""


@pytest.fixture(autouse=True)
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "locale"
    shutil.copytree(str(tables.LOCALE), folder)
    table = (folder / "en" / tables.TABLE).read_text(encoding="utf-8")
    for english, told in GERMAN.items():
        assert english in table
        table = table.replace(english, told)
    texts = Catalog("de", fuzzy=False)
    for text, told in SAID.items():
        texts.add(text, told)
    made = folder / "de" / "LC_MESSAGES"
    made.mkdir(parents=True)
    (folder / "de" / tables.TABLE).write_text(table, encoding="utf-8")
    (made / "simmer.mo").write_bytes(compiled(texts))
    monkeypatch.setattr(tables, "LOCALE", folder)
    yield
    use("en")
    tables.phrases.cache_clear()
    catalogue.cache_clear()


def written(scene: PageScene) -> str:
    scene.draw(pygame.Surface((1280, 800)))
    return "\n".join(shown(scene.page.top.root))


def test_a_language_is_known_by_its_folder_and_called_as_it_calls_itself() -> None:
    assert known_languages() == ("en", "de", "ko")
    assert [language_name(code) for code in known_languages()] == ["English", "Deutsch", "한국어"]


def test_a_condition_is_told_in_it_with_its_plurals(tmp_path: Path) -> None:
    folder = tmp_path / "first-steps"
    shutil.copytree(shelf() / "first-steps", folder)
    (folder / "de.yaml").write_text(SIDE, encoding="utf-8")
    scenario = in_language(read_scenario(str(folder)), "de")
    assert (scenario.title, scenario.language) == ("Erste Schritte", "de")
    for text, said in (
        ("in_force() and tension <= 2", "ein Abkommen gilt und Spannung ist höchstens 2"),
        ("months_since_crossed(quiet_border) <= 1", "seit {} sind es höchstens 1 Monat"),
        ("months_since_crossed(quiet_border) <= 3", "seit {} sind es höchstens 3 Monate"),
    ):
        line = f"“{scenario.redlines['quiet_border'].title}”"
        assert told_in(scenario, Condition(text).tree) == said.format(line)


def test_the_title_and_the_settings_are_drawn_in_it(tmp_path: Path) -> None:
    use("de")
    stage = kept_stage(tmp_path / "settings.json")
    use("de")
    title, settings = TitleScene(stage), SettingsScene(stage)
    assert "Einstellungen" in written(title)
    assert "Laden" in written(title)
    assert {"Sprache", "Deutsch", "Lesen"} <= set(written(settings).splitlines())


def test_a_date_is_written_as_the_language_writes_it() -> None:
    speak = catalogue("de").gettext
    assert [in_words(date, speak) for date in ("2020-03", "2015-08-04")] == ["März 2020", "4. August 2015"]
    assert (month_in_words("2020-03", speak), in_short("2020-12", speak)) == ("März", "Dez")
