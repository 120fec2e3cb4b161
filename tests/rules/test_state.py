"""The declaration of state: what follows from it leaves nothing out (§12)."""

import numpy as np
import pytest

from game.rules.layout import Seen
from game.rules.setup import set_up
from game.rules.state import STATE, State
from game.rules.tables import Tables
from game.rules.views import View, view_of
from tests.builders import a_book, a_table

BOOK = a_book()


def test_every_row_of_both_buffers_belongs_to_one_array() -> None:
    rows: dict[bool, list[int]] = {False: [], True: []}
    for name, (first, end, _) in BOOK.layout.places.items():
        rows[STATE[name].wide] += range(first, end)

    assert rows[False] == list(range(BOOK.layout.narrow))
    assert rows[True] == list(range(BOOK.layout.wide))


@pytest.mark.parametrize("side", BOOK.index.sides)
def test_a_view_tells_every_array_that_somebody_sees_and_no_other(side: str) -> None:
    view = view_of(BOOK.sights[side], set_up(BOOK, range(3)))

    for name, array in STATE.items():
        assert hasattr(view, name) is (array.seen is not Seen.NOBODY), name


@pytest.mark.parametrize("name", STATE)
def test_a_part_put_in_place_changes_that_array_alone(name: str) -> None:
    tables = set_up(BOOK, range(3))
    before = {each: STATE[each].__get__(tables, State).copy() for each in STATE}

    changed = tables.with_parts(**{name: STATE[name].kind(1)})

    for each, array in STATE.items():
        found = array.__get__(changed, State)
        assert np.array_equal(found, np.ones_like(found) if each == name else before[each]), each
        assert np.array_equal(array.__get__(tables, State), before[each]), each


@pytest.mark.parametrize(
    "name", [name for name, each in STATE.items() if BOOK.layout.places[name][2] != (0,)]
)
def test_a_digest_stands_for_every_array(name: str) -> None:
    tables = a_table(BOOK)
    rest = STATE[name].__get__(tables, State)
    other = ~rest if rest.dtype == np.bool_ else rest + rest.dtype.type(1)

    assert tables.with_parts(**{name: other}).digest() != tables.digest()


@pytest.mark.parametrize("side", BOOK.index.sides)
def test_12_what_everybody_may_see_stands_in_a_view_as_it_stands(side: str) -> None:
    tables = set_up(BOOK, range(3))
    view = view_of(BOOK.sights[side], tables)

    for array in STATE.values():
        if array.seen is Seen.EVERYBODY:
            assert np.array_equal(array.__get__(view, View), array.__get__(tables, Tables)), array.name
