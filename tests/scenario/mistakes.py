"""One mistake of every kind an author makes, seeded into the small scenario, with its code and place."""

from typing import NamedTuple

from tests.scenario.small import SMALL_TEXT, with_slip


class Mistake(NamedTuple):
    """A slip in the small scenario: what stood there, what stands there now, and where it is told."""

    code: str
    old: str
    new: str
    at: str
    """What the finding points at, in the new part or after it."""
    seen: bool = True
    """Whether a schema without knowledge of rules and readings can see it."""

    @property
    def source(self) -> str:
        """Return the file with the mistake in it."""
        return with_slip(self.old, self.new)

    @property
    def place(self) -> tuple[int, int]:
        """Return the line and column it is told at, from 0."""
        before = self.source[: self.source.index(self.at, SMALL_TEXT.index(self.old))]
        return before.count("\n"), len(before) - before.rfind("\n") - 1


INQUIRY = "  inquiry:\n    side: south\n"
"""The head of a card before which another can be put."""

SECRET = """
    side: south
    slot: act
    kind: domestic
    title: Hush
    text: It hushes.
    why: It was hushed.
    effects: {trust: 1}
"""
"""A card that moves what everybody reads."""

DENIABLE = SECRET.replace("domestic", "provocation\n    scale: ambiguous")
"""The same, as an act that can be denied."""

SHAPE = (
    Mistake("S101", "  trust:\n    label:", "  trust:\n    lable: x\n    label:", "lable"),
    Mistake("S101", "summary: Two", "colour: blue\nsummary: Two", "colour"),
    Mistake("S101", "near_miss: Close.", "nearmiss: Close.", "nearmiss"),
    Mistake("S102", "  boil:\n    title: No boil\n", "  boil:\n", "boil"),
    Mistake("S102", "format: 1\nid: small\n", "format: 1\n", "format"),
    Mistake("S103", "kind: signal", "kind: signl", "signl"),
    Mistake("S103", "mark: square", "mark: sqare", "sqare"),
    Mistake("S103", "role: bridge", "role: bridg", "bridg"),
    Mistake("S104", "months: 6", "months: six", "six"),
    Mistake("S104", "at_once: true", "at_once: 1", "1"),
    Mistake("S104", "declared: false", 'declared: "false"', '"false"'),
    Mistake("S104", "answered_by:\n    - inquiry", "answered_by: inquiry", "inquiry"),
    Mistake("S104", "cooldown: 1", "cooldown: 1.5", "1.5"),
    Mistake("S105", "months: 6", "months: 600", "600"),
    Mistake("S105", "months: 6", "months: 0", "0"),
    Mistake("S105", "limit: 1", "limit: 0", "0"),
    Mistake("S105", "never: 10", "never: 110", "110"),
    Mistake("S105", "points: 50\n        grade: heat", "points: 0\n        grade: heat", "0"),
    Mistake("S106", "range:\n    - 0\n    - 2\n", "range:\n    - 0\n", "range"),
    Mistake(
        "S106",
        "principals:\n  - west\n  - north\n",
        "principals:\n  - west\n  - north\n  - south\n",
        "principals",
    ),
    Mistake("S107", "label: Heat", "label: 2017", "2017"),
    Mistake("S107", "title: War", "title: true", "true"),
    Mistake("S108", "start: 2020-05", "start: 2020-5", "2020-5"),
    Mistake("S108", "month: 2020-07", "month: July", "July"),
    Mistake(
        "S109",
        "  signal:\n    side: west\n    slot: act\n    kind: signal",
        "  signal:\n    side: west\n    slot: act\n    kind: provocation",
        "signal",
        seen=False,
    ),
    Mistake(
        "S109",
        "  west.resolve:\n    label: Resolve\n    start: 6\n",
        "  west.resolve:\n    label: Resolve\n    start: 60\n",
        "west.resolve",
        seen=False,
    ),
    Mistake("S111", "label: Heat", "label:", "label"),
    Mistake("S111", "text: Arms, then relief.\n", "text:\n", "text"),
    Mistake("S104", "cards:\n  protest:\n    side", "cards:\n  odd: 3\n  protest:\n    side", "3"),
    Mistake("S104", "endings:\n", "questions: none\nendings:\n", "none"),
    Mistake("S121", "format: 1", "format: 0", "0"),
    Mistake("S120", "format: 1", "format: 99", "99"),
)
"""Slips of keys, values and words."""


NAMES = (
    Mistake("R309", "label: Heat\n", "label: Heat\n    icon: flaem\n", "flaem"),
    Mistake(
        "R301",
        "side: west\n    slot: act\n    kind: signal",
        "side: wset\n    slot: act\n    kind: signal",
        "wset",
    ),
    Mistake("R301", "    - major\n    - mines\n", "    - majr\n    - mines\n", "majr"),
    Mistake("R301", "sped_by:\n        inquiry: 15", "sped_by:\n        inqiry: 15", "inqiry"),
    Mistake("R301", "track: heat\n", "track: heet\n", "heet"),
    Mistake("R301", "backed_down:\n      west.resolve", "backed_down:\n      west.resolv", "west.resolv"),
    Mistake("R301", "  slot: table\n  principals", "  slot: tabel\n  principals", "tabel"),
    Mistake("R301", "room: west.home", "room: west.hme", "west.hme"),
    Mistake("R301", "side: south\n    label: Mild", "side: suth\n    label: Mild", "suth"),
    Mistake("R302", "tracks:\n  heat:", "tracks:\n  heet:", "heet", seen=False),
    Mistake("R302", "  south:\n    label: South", "  suoth:\n    label: South", "suoth", seen=False),
    Mistake("R303", "ignore:\n- D403", "ignore:\n- D999", "D999", seen=False),
    Mistake("R303", "ignore:\n- D403", "ignore:\n- S101", "S101", seen=False),
    Mistake("X200", "when: heat > 4", "when: heat => 4", "=>", seen=False),
    Mistake("X200", "when: heat > 4", "when: heat", "heat", seen=False),
    Mistake("X201", "when: heat > 4", "when: heet > 4", "heet", seen=False),
    Mistake("X201", "when: offered(west)", "when: offered(wst)", "wst", seen=False),
    Mistake("X201", "grade: heat", "grade: hat", "hat", seen=False),
)
"""Names that stand for nothing."""

FITS = (
    Mistake(
        "R304",
        "ladders:\n    arms:\n      label: Arms\n      side: north",
        "ladders:\n    arms:\n      label: Arms\n      side: south",
        "ladders",
        seen=False,
    ),
    Mistake(
        "R304",
        "side: west\n      track: relief",
        "side: west\n      track: west.home",
        "west.home",
        seen=False,
    ),
    Mistake("R304", "room: west.home", "room: south.home", "south.home", seen=False),
    Mistake("R304", "first: north\n", "first: south\n", "south", seen=False),
    Mistake("R304", "levels:\n        arms: 2", "levels:\n        arms: 4", "4", seen=False),
    Mistake("R305", "gains:\n      north.home: 2", "gains:\n      north.home: 0", "0", seen=False),
    Mistake(
        "R305", "effects:\n          sanctions: 2", "effects:\n          sanctions: 200", "200", seen=False
    ),
    Mistake("R306", "  mediate:\n    side: south", "  hold:\n    side: south", "hold", seen=False),
    Mistake("R308", "label: Trust\n", "label: Trust\n    levels: [low, high]\n", "levels", seen=False),
    Mistake("R308", "label: Trust\n", "label: Trust\n    bands:\n      odd: [3, 30]\n", "[3", seen=False),
    Mistake("D419", "chance: min(90, 20 + 5 * west.resolve)", "why: They stayed.", "goes", seen=False),
    Mistake("D414", "lag:\n        - 15\n", "lag:\n        - 25\n", "lag", seen=False),
    Mistake(
        "D415",
        "role: stall\n    when: in_force()",
        "role: stall\n    when: west.home > 2",
        "west.home",
        seen=False,
    ),
)
"""Pieces that are right by themselves and cannot be played together."""

MEANING = (
    Mistake(
        "D401", "role: stall\n    when: in_force()", "role: stall\n    when: heat > 10", "heat", seen=False
    ),
    Mistake("D401", "price:\n      west.home: 2", "price:\n      west.home: 20", "20", seen=False),
    Mistake("D427", "tracks:\n  heat:\n", "tracks:\n  heat:\n    switch: true\n", "heat", seen=False),
    Mistake("D402", "tracks:\n", "tracks:\n  idle:\n    label: Idle\n    start: 3\n", "idle", seen=False),
    Mistake(
        "D404",
        "      track: heat\n      above:\n      - 6\n      - 7\n",
        "      track: heat\n      above: [10]\n",
        "[10]",
        seen=False,
    ),
    Mistake("D405", "month: 2020-07", "month: 2021-07", "2021-07", seen=False),
    Mistake(
        "D405",
        "month: 2020-07",
        "month: 2020-07\n    when: played(big_test) and month > 4",
        "played",
        seen=False,
    ),
    Mistake(
        "D407",
        "text: They dealt.\n    when: in_force()",
        "text: They dealt.\n    when: relief > 2",
        "relief",
        seen=False,
    ),
    Mistake("D408", "when: relief >= 1", "when: relief >= 3", "relief", seen=False),
    Mistake(
        "D408", "grade: relief\n        low: 0\n", "grade: relief - 3\n        low: 0\n", "relief", seen=False
    ),
    Mistake("D409", "when: heat <= 6", "when: heat <= 10", "heat", seen=False),
    Mistake("D410", "when: heat > 4", "when: heat >= 0", "heat", seen=False),
    Mistake("D411", "when: heat > 4", "when: heat > 10", "heat", seen=False),
    Mistake(
        "D412",
        "needs: relief + 2 * shortfall",
        "needs: 11 * first.north",
        "levels:\n        arms: 2",
        seen=False,
    ),
    Mistake(
        "D413",
        "    branches:\n      stays:",
        "    branches:\n      also: {title: Also, chance: 120}\n      stays:",
        "branches",
        seen=False,
    ),
    Mistake("D416", "kind: signal", "kind: signal\n    tag: documented", "documented", seen=False),
    Mistake("D417", "endings:\n", "sources:\n  paper: {title: A paper}\nendings:\n", "paper", seen=False),
    Mistake(
        "D420",
        "endings:\n",
        'sources:\n  paper: {title: A paper, date: "2020"}\nendings:\n',
        "paper",
        seen=False,
    ),
    Mistake("D418", "chance: 92", "chance: 0", "0", seen=False),
    Mistake("D421", INQUIRY, f"  hush:{SECRET}    show: owner\n{INQUIRY}", "hush", seen=False),
    Mistake(
        "D422",
        INQUIRY,
        f"  hush:{DENIABLE}    attribution: {{chance: 9, headline: A bang, why: It was named.}}\n{INQUIRY}",
        "attribution",
        seen=False,
    ),
)
"""What can be read and played, and makes no sense."""
