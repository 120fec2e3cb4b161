"""Acts of the facilitator: the levers of a class."""

from typing import Annotated, Literal

from pydantic import Field

from game.classroom.states import Name, Noun


class Starred(Noun):
    """The facilitator marks a moment, to be spoken of in the debrief."""

    kind: Literal["star"] = "star"
    what: Annotated[str, Field(max_length=200)]
    """What happened, by its name in the feed or in words."""


class Paused(Noun):
    """A table stands still, or all do; nothing can be laid until it goes on."""

    kind: Literal["pause"] = "pause"
    why: Literal["lever", "restart", "sleep"] = "lever"
    """Whether somebody paused it, the laptop was started again, or it had slept."""


class Resumed(Noun):
    """A table goes on, or all do."""

    kind: Literal["go"] = "go"


class Extended(Noun):
    """A table, or all, get more time."""

    kind: Literal["extend"] = "extend"
    seconds: Annotated[int, Field(ge=-3600, le=3600)]
    """How much; less than none takes time away."""


class SteppedBack(Noun):
    """A table goes back to how a month opened; what was played since stays in the log, on its own branch."""

    kind: Literal["stepback"] = "stepback"
    to: Annotated[int, Field(ge=1, le=200)]
    """The month of play that opens again."""


class Frozen(Noun):
    """Messages are stopped at a table, or flow again."""

    kind: Literal["freeze"] = "freeze"
    on: bool
    """Whether they are stopped."""


class Muted(Noun):
    """Somebody may only read, or may act again."""

    kind: Literal["mute"] = "mute"
    who: Name
    """The person."""
    on: bool
    """Whether nothing is taken from this phone."""


class Relocated(Noun):
    """Somebody is moved to the seat of the stamp."""

    kind: Literal["move"] = "move"
    who: Name
    """The person."""


class SeatFilled(Noun):
    """People, or a computer player, take over a seat."""

    kind: Literal["seatplayer"] = "seatplayer"
    player: Name
    """Who: human, or the name of a computer player."""


class SeatLocked(Noun):
    """A seat takes nobody else in, or does again."""

    kind: Literal["lock"] = "lock"
    on: bool
    """Whether it is locked."""


class CodeRotated(Noun):
    """A seat gets a new code; those who sit there stay."""

    kind: Literal["rotate"] = "rotate"


class Injected(Noun):
    """News that the scenario keeps ready is brought into the open month of a table."""

    kind: Literal["inject"] = "inject"
    id: Name
    """Which."""


class BranchFixed(Noun):
    """An event to come is told which way it goes at a table, or is left to luck again."""

    kind: Literal["fix"] = "fix"
    event: Name
    """The event."""
    branch: Name = ""
    """The way it goes; empty for luck."""


class Rotated(Noun):
    """Posts go round in every team of a table, or of all tables; or teams move one seat on."""

    kind: Literal["swap"] = "swap"
    what: Literal["posts", "seats"]
    """What goes round."""
    back: bool = False
    """Whether it goes round the other way, which undoes it."""


class Practised(Noun):
    """All tables play for practice; when that ends, all of it is thrown away."""

    kind: Literal["practice"] = "practice"
    on: bool
    """Whether practice begins or ends."""


class TableEnded(Noun):
    """A table plays no further; a step back lets it go on."""

    kind: Literal["end"] = "end"
