"""Halls: what whoever leads a class, and whoever sits in it, may ask for at any time."""

from hypothesis import strategies as st

from game.classroom.events import Act
from game.classroom.lever_acts import (
    BranchFixed,
    Extended,
    Frozen,
    Injected,
    Muted,
    Paused,
    Practised,
    Relocated,
    Resumed,
    Rotated,
    SteppedBack,
    TableEnded,
)
from game.classroom.people_acts import Departed, Guessed, Noted, PostTaken, Said
from game.classroom.play_acts import HallReached, Shut, Signed, TableReached, Undone, Unsealed
from game.classroom.states import HallState, TableState
from tests.classroom.rooms import SIDES

TABLES = st.sampled_from((1, 2))
ANY_TABLE = st.integers(0, 3)
"""Tables that there are, and two that there are not."""

SEATS = st.sampled_from([(table, side) for table in (1, 2) for side in SIDES])
PLAYERS = st.sampled_from(("human", "persona", "nobody"))
SLOTS = st.sampled_from(("act", "home", "table"))
ANY_SLOT = st.sampled_from(("act", "home", "table", "x"))
CARDS = st.sampled_from(
    ("hold", "short_range_test", "border_fire", "nuclear_test", "exercise", "sanctions", "shift_policy")
)
EITHER = st.booleans()
ODDS = st.integers(0, 3)
"""Three to one that it is so."""

STEERED: st.SearchStrategy[type[Muted | Relocated]] = st.sampled_from((Muted, Relocated))

LEVERS: st.SearchStrategy[Act] = st.sampled_from(
    (
    Paused(), Resumed(), Extended(seconds=120), Frozen(on=True), Frozen(on=False), Shut(by="lever"),
    TableReached(state=TableState.NEWS), TableReached(state=TableState.OPEN),
    SteppedBack(to=1), SteppedBack(to=2), HallReached(state=HallState.BRIEF),
    HallReached(state=HallState.PLAY), Injected(id="flood"), Injected(id="tremor"), TableEnded(),
    BranchFixed(event="election", branch="challenger"), BranchFixed(event="election"),
    Rotated(what="posts"), Rotated(what="seats"), Practised(on=True), Practised(on=False),
    )
)  # fmt: skip
"""What only whoever leads a class may ask for."""

DEEDS: st.SearchStrategy[Act] = st.sampled_from(
    (
        Undone(),
        Unsealed(),
        Signed(left=200),
        Signed(left=5),
        Departed(),
        PostTaken(post=0),
        PostTaken(post=1),
        PostTaken(post=8),
        Noted(task="risk", text="x"),
        Said(to="seoul", text="x"),
        Said(to="all", text="x", terms={"relief": 1}),
        Said(to="all", text="x", terms={"relief": 19}),
        Guessed(about="seoul", line="yes", track="tension", reading=6, goal="calm", sure=1),
    )
)
"""What people in their seats ask for."""
