"""A glimpse shows what one seat may be shown, and goes over a wire and back unchanged."""

import json

import pytest
from jsonschema import Draft202012Validator

from game.match.glimpse import Glimpse, glimpse_schema
from game.match.match import Match
from game.match.redaction import EVERYBODY
from tests.desk.secretive import book, games
from tests.scenario.shipped import SHIPPED


def eyes_of(match: Match) -> tuple[str | None, ...]:
    return (None, *match.book.index.sides, *([EVERYBODY] if match.over else []))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_glimpse_goes_to_json_and_comes_back_the_same(name: str) -> None:
    for match in games(name, 1)[::3]:
        for eyes in eyes_of(match):
            seen = match.glimpse(eyes)
            back = Glimpse.from_json(seen.to_json(), match.book)

            assert back == seen
            assert back.to_json() == seen.to_json()
            if eyes in match.book.index.sides:
                assert back.view.packed() == match.told_view(str(eyes)).packed()


@pytest.mark.parametrize("name", SHIPPED)
def test_every_glimpse_keeps_to_its_schema(name: str) -> None:
    schema = Draft202012Validator(glimpse_schema())
    for match in (games(name, 1)[0], games(name, 1)[-1]):
        for eyes in eyes_of(match):
            schema.validate(json.loads(match.glimpse(eyes).to_json()))


def test_a_glimpse_is_not_read_with_the_rules_of_another_scenario() -> None:
    text = games("first-steps", 1)[0].glimpse(None).to_json()

    with pytest.raises(ValueError, match="'first-steps', not of 'deadlock-2020'"):
        Glimpse.from_json(text, book("deadlock-2020"))


@pytest.mark.parametrize("name", SHIPPED)
def test_12_what_is_hidden_is_absent(name: str) -> None:
    match = games(name, 1)[1]
    told = match.book.scenario
    for eyes in (None, *match.book.index.sides):
        seen = match.glimpse(eyes)
        hidden = {track for track, readers in match.book.tracks.readers.items() if eyes not in readers}

        assert eyes is None or hidden.isdisjoint(seen.readings)
        assert all(
            drawn.declared or told.redlines[name].drawn_by == eyes for name, drawn in seen.lines.items()
        )
        assert seen.secret is None or told.sides[str(eyes)].goals[seen.secret].secret


def test_a_seat_without_eyes_has_no_view() -> None:
    with pytest.raises(KeyError):
        _ = games("first-steps", 1)[0].glimpse(None).view
