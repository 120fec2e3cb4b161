"""Labels that are too long for where the desk draws them, measured with the desk's own fonts."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.lint.conditions import Loc
from game.lint.glyphs import FACES, advances, lines, type_size, width
from game.lint.notice import Notice
from game.model.scenario import Scenario

CODE = "D502"


class LabelRoom(NamedTuple):
    """How much room the desk has for a label at scale 1.0, in its usual window."""

    style: str
    wide: int
    """Pixels; no word may be wider."""
    lines: int
    what: str


GAUGE = LabelRoom("headline", 77, 3, "beside the gauge's number")
CARD = LabelRoom("card", 99, 4, "on the face of a card")
SIDE = LabelRoom("panel", 154, 3, "above a seat")
SLOT = LabelRoom("note", 120, 1, "in a row of the order sheet")

LETTER = {"square": 0.80, "circle": 0.76, "diamond": 0.62, "triangle": 0.5}
"""How wide the letter in a mark may be, in parts of the mark's size."""

TYPE = {"square": 0.58, "circle": 0.58, "diamond": 0.5, "triangle": 0.48}
"""How large the letter is drawn, in parts of the mark's size; several letters a little smaller."""

SMALLER = 0.86


def long_labels(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice for each label that runs out of its place on the desk."""
    if not advances(FACES[400]):
        return
    for loc, text, room in _labels(scenario):
        yield from _judged(loc, text, room)
    for side, each in scenario.sides.items():
        shape = each.mark.value
        if letter_width(each.letter, shape) > LETTER[shape]:
            told = f"'{each.letter}' is too long for inside a mark"
            yield Notice(CODE, ("sides", side, "letter"), told, "write one letter, or two narrow ones")


def letter_width(letter: str, shape: str) -> float:
    """Return how wide a letter stands in a mark, in parts of the mark's size."""
    return width(letter, 1, 700) * TYPE[shape] * (SMALLER if len(letter) > 1 else 1.0)


def _labels(scenario: Scenario) -> Iterator[tuple[Loc, str, LabelRoom]]:
    tracks = scenario.tracks
    gauge = next((name for name, track in tracks.items() if track.bands), next(iter(tracks), ""))
    if gauge:
        yield ("tracks", gauge, "label"), tracks[gauge].label, GAUGE
    named: Mapping[str, tuple[Mapping[str, object], str, LabelRoom]] = {
        "cards": (scenario.cards, "title", CARD),
        "sides": (scenario.sides, "label", SIDE),
        "slots": (scenario.slots, "title", SLOT),
    }
    for block, (pieces, key, room) in named.items():
        for name, piece in pieces.items():
            yield (block, name, key), str(getattr(piece, key)), room


def _judged(loc: Loc, text: str, room: LabelRoom) -> Iterator[Notice]:
    size, weight = type_size(room.style)
    found = lines(text, size, weight, room.wide)
    if found == 0:
        widest = max(text.split(), key=lambda word: width(word, size, weight))
        told = f"'{widest}' is wider than the room {room.what}"
        yield Notice(CODE, loc, told, "use a shorter word")
    elif found > room.lines:
        most = "one line" if room.lines == 1 else f"{room.lines} lines"
        told = f"'{text}' does not fit {room.what}: {most} is all the room there is"
        yield Notice(CODE, loc, told, "shorten it")
