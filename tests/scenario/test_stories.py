"""Every story on the shelf is whole, cited, tagged, and fits its cards and briefs."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from game.model.base import Cited, Tag
from game.model.scenario import Scenario
from tests.scenario.shipped import SHIPPED, STORIES, WHOLE_STORIES, pieces, reading, scenario

HOUSE = Path(__file__).resolve().parents[2]
MOST_WORDS = {"title": 4, "headline": 6, "news": 8, "upkeep": 5}
WORD = re.compile(r"[\w'-]*\w[\w'-]*")


def told(s: Scenario) -> list[tuple[str, str]]:
    """Return every title of a scenario with the place it must fit."""
    news = [event.title for event in s.calendar.values()]
    news += [way.title for event in s.calendar.values() for way in event.branches.values()]
    news += [inject.title for inject in s.injects.values()]
    news += [line.title for line in s.redlines.values()]
    news += [answer.title for line in s.redlines.values() for answer in line.answers.values()]
    return [
        *(("title", c.title) for c in s.cards.values()),
        *(("headline", c.headline or c.title) for c in s.cards.values()),
        *(("headline", c.attribution.headline) for c in s.cards.values() if c.attribution),
        *(("news", title) for title in news),
        *(("upkeep", rule.title) for rule in s.upkeep.values()),
    ]


@pytest.mark.parametrize("name", SHIPPED)
def test_it_reads_without_a_finding(name: str) -> None:
    assert reading(name).findings == ()


@pytest.mark.parametrize("name", STORIES)
def test_every_piece_is_cited_and_every_card_line_and_event_tagged(name: str) -> None:
    s = scenario(name)
    shown = {**s.cards, **s.redlines, **s.calendar, **s.injects}
    made_up = [inject for inject in s.injects.values() if inject.tag is Tag.INVENTED]

    assert [n for n, piece in shown.items() if "tag" not in piece.model_fields_set] == []
    bare = [piece for piece in pieces(s) if isinstance(piece, Cited) and not piece.cites]
    assert [piece for piece in bare if piece not in made_up] == []


@pytest.mark.parametrize("name", STORIES)
def test_every_claim_says_how_it_fared_and_some_are_put_to_the_test(name: str) -> None:
    claims = scenario(name).claims

    assert [n for n, claim in claims.items() if not claim.fared] == []
    assert sum(claim.measure is not None for claim in claims.values()) >= 5


@pytest.mark.parametrize("name", STORIES)
def test_titles_and_headlines_keep_to_their_length(name: str) -> None:
    assert [text for kind, text in told(scenario(name)) if len(text.split()) > MOST_WORDS[kind]] == []


@pytest.mark.parametrize("name", STORIES)
def test_every_icon_is_on_the_shelf(name: str) -> None:
    s = scenario(name)
    icons = {path.stem for path in (HOUSE / "assets" / "icons").glob("*.svg")}

    assert {card.icon for card in s.cards.values()} - icons == set()
    assert {track.icon for track in s.tracks.values()} - icons == set()


@pytest.mark.parametrize("name", STORIES)
def test_no_slot_needs_more_than_five_columns_of_three(name: str) -> None:
    s = scenario(name)
    for side in s.sides:
        for slot in s.slots:
            groups = [c.group for c in s.cards.values() if (c.side, c.slot) == (side, slot)]
            columns = {group: groups.count(group) for group in groups}
            columns["Quiet"] = columns.get("Quiet", 0) + 1  # hold stands there
            assert len(columns) <= 5, (side, slot)
            assert max(columns.values()) <= 3, (side, slot)


@pytest.mark.parametrize("name", STORIES)
def test_11_4_open_goals_are_worth_a_hundred_points_and_one_of_three_secrets_is_drawn(name: str) -> None:
    for side in scenario(name).sides.values():
        assert sum(goal.points for goal in side.goals.values() if not goal.secret) == 100
        assert [goal.points for goal in side.goals.values() if goal.secret] == [15, 15, 15]


@pytest.mark.parametrize("name", STORIES)
def test_a_brief_is_read_in_three_minutes_and_in_brief_in_one(name: str) -> None:
    for side in scenario(name).sides:
        brief = reading(name).texts[f"brief-{side}"]
        short = brief.split("## In brief\n")[1].split("\n## ")[0]
        assert 450 <= len(WORD.findall(brief)) <= 550, side
        assert 130 <= len(WORD.findall(short)) <= 170, side


@pytest.mark.parametrize("name", WHOLE_STORIES)
def test_the_page_of_sources_lists_every_source_and_marks_what_is_remembered(name: str) -> None:
    rows = {
        cells[1].strip(" `"): cells[4].strip()
        for line in reading(name).texts["sources"].splitlines()
        if line.startswith("| `") and len(cells := line.split("|")) == 6
    }
    assert set(rows) == set(scenario(name).sources)
    for source, noun in scenario(name).sources.items():
        assert (rows[source] == "remembered, still to be checked") == noun.remembered


@pytest.mark.parametrize("name", STORIES)
def test_every_source_is_used_and_says_where_it_is_found_or_that_it_is_remembered(name: str) -> None:
    s = scenario(name)
    named = {cite for piece in pieces(s) for cite in getattr(piece, "cites", ())}

    assert {n for n in s.sources if n not in named} - {"article"} == set()
    assert [n for n, source in s.sources.items() if not (source.where or source.remembered)] == []


@pytest.mark.parametrize("name", STORIES)
def test_6_3_the_parts_of_every_lag_and_fork_add_up(name: str) -> None:
    s = scenario(name)
    answers = [answer for line in s.redlines.values() for answer in line.answers.values()]
    forks: list[Mapping[str, object]] = [answer.branches for answer in answers]

    assert [sum(answer.lag) for answer in answers if sum(answer.lag) != 100] == []
    for fork in (*forks, *(event.branches for event in s.calendar.values())):
        chances = [getattr(way, "chance", None) for way in fork.values()]
        shares = [chance.constant or 0 for chance in chances if chance is not None]
        assert len(chances) - len(shares) in (0, 1)
        assert sum(shares) <= 100


@pytest.mark.parametrize("name", STORIES)
def test_every_story_can_be_taught_and_tells_what_really_happened(name: str) -> None:
    s = scenario(name)
    teaching = s.teaching
    assert teaching is not None

    assert len(teaching.aims) >= 3
    assert len(teaching.care) >= 3
    lessons = [sum(stage.minutes for stage in teaching.lesson)] if teaching.lesson else []
    for name, plan in teaching.plans.items():
        count = name.rpartition("x")[0] or "1"  # "2x75" takes two lessons
        lessons.append(plan.minutes // int(count))
    assert lessons
    assert all(45 <= minutes <= 120 for minutes in lessons)
    assert set(teaching.posts) == set(s.sides)
    assert all(2 <= len(posts) <= 3 for posts in teaching.posts.values())
    dates = [fact.date for fact in teaching.record]
    assert len(dates) >= 6
    assert dates == sorted(dates)


@pytest.mark.parametrize("name", SHIPPED)
def test_its_yaml_is_such_as_any_reader_of_yaml_accepts(name: str) -> None:
    texts = [page.source for page in reading(name).pages]
    events = [event for text in texts for event in yaml.parse(text, Loader=yaml.SafeLoader)]

    assert len(events) > 100
