"""Whatever a lesson says is true of the game it is said in, however far its player left the path."""

import random
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from game.match.match import Match, new_match
from game.match.seats import HUMAN, seated
from game.match.trouble import Trouble
from game.model.lesson import Detour, Lesson, Prompt
from game.presenters.lesson import PromptPage, prompt_at_reveal, prompt_at_table
from game.rules.legality import Refusal
from game.rules.rulebook import Rulebook
from game.rules.sheets import Order
from game.rules.terms import Terms
from tests.desk.scenes import SIDE, lesson

SIDES = ("washington", "pyongyang", "seoul")
LINES = ("quiet_border", "no_drills")
GAMES = 200
"""Games in which the path is left here or there."""


class Said(NamedTuple):
    """A prompt, and the game in which it was shown."""

    page: PromptPage
    match: Match
    sheet: frozenset[str]
    """The cards that lay on the sheet when it was shown."""

    def told(self, kind: str, name: str, ago: int | None = 1) -> bool:
        """Return whether this came to pass so many months ago, or ever."""
        month = None if ago is None else self.match.month - ago
        return any((h.kind, h.id) == (kind, name) and month in (None, h.month) for h in self.match.happenings)

    def owed(self, line: str) -> bool:
        return bool(self.match.tables.owed[self.match.book.index.lines[line], 0])

    def reads(self, track: str) -> int:
        return int(self.match.tables.readings[self.match.book.index.tracks[track], 0])

    @property
    def moved(self) -> bool:
        return any(e.track == "tension" and e.change for e in self.match.entries)

    @property
    def offered(self) -> bool:
        return bool(self.match.tables.offers[0, 0] >= 0)

    @property
    def signed(self) -> bool:
        return any(h.kind == "agreement" for h in self.match.happenings)


def advice(_said: Said) -> bool:
    """Say what to do, or what holds of every game: nothing that could be untrue of this one."""
    return True


TRUE: dict[str, Callable[[Said], bool]] = {
    "A small act": advice,
    "You are Pyongyang, and each month you lay one card on each line": advice,
    "Lay Short-range test: it helps at home, and it stays below Seoul's line on the gauge": (
        lambda s: s.reads("tension") + 1 <= 5
    ),
    "Before you seal": advice,
    "The forecast plays your sheet at tables imagined from what you know": advice,
    "A sheet can be changed until it is sealed": advice,
    "Seal it": advice,
    "The sheets are turned over": advice,
    "All sheets count at once": advice,
    "Below them stands every number that moved, and why": advice,
    "Read, and go on": advice,
    "Every number has a reason": advice,
    "Tension has moved": lambda s: s.moved,
    "Press W, or the word why? beside the figure, and read the chain that led there": advice,
    "Tension stands where it began": lambda s: s.reads("tension") == 3,
    "Press W all the same, or the word why? beside the figure: this is where the reason for every number "
    "is told": advice,
    "Cross a line": advice,
    "Seoul has declared what it will answer": advice,
    "Lay Border fire and read what the card says: it would cross that line": advice,
    "You do it once, to see what follows": lambda s: not s.told("crossing", "quiet_border", None),
    "A line to be crossed": advice,
    "Seoul's line has been crossed already": lambda s: s.told("crossing", "quiet_border", None),
    "Lay Border fire and read what the card says: it would cross that line once more": (
        lambda s: s.told("crossing", "quiet_border", None)
    ),
    "What is likely now": advice,
    "The forecast counts the crossing, and how far tension may climb": lambda s: "border_fire" in s.sheet,
    "Seal the sheet": advice,
    "Two lines crossed": lambda s: crossed(s) == {"quiet_border", "no_drills"},
    "You crossed Seoul's line, and Seoul's drill crossed yours": (
        lambda s: fired(s) and crossed(s) == {"quiet_border", "no_drills"}
    ),
    "A declared line binds the side that drew it: each of you owes an answer next month": (
        lambda s: owing(s) == {"quiet_border", "no_drills"}
    ),
    "Tension passed Seoul's line, and Seoul's drill crossed yours": (
        lambda s: not fired(s) and s.reads("tension") > 4 and crossed(s) == {"quiet_border", "no_drills"}
    ),
    "A line crossed": lambda s: crossed(s) == {"quiet_border"},
    "You crossed Seoul's line, and yours was left alone": (
        lambda s: fired(s) and crossed(s) == {"quiet_border"}
    ),
    "A declared line binds the side that drew it: Seoul owes an answer next month, and you owe none": (
        lambda s: owing(s) == {"quiet_border"}
    ),
    "Tension passed Seoul's line, and yours was left alone": (
        lambda s: not fired(s) and s.reads("tension") > 4 and crossed(s) == {"quiet_border"}
    ),
    "Your line crossed": lambda s: crossed(s) == {"no_drills"},
    "Seoul's drill crossed your line, and Seoul's own was left alone": lambda s: crossed(s) == {"no_drills"},
    "A declared line binds the side that drew it: you owe an answer next month, and Seoul owes none": (
        lambda s: owing(s) == {"no_drills"}
    ),
    "No line crossed": lambda s: not crossed(s),
    "No line was crossed this month, so nobody owes an answer": lambda s: not crossed(s) and not owing(s),
    "A declared line binds the side that drew it: once it is crossed, that side must answer or be believed "
    "less": advice,
    "You owe an answer": lambda s: s.owed("no_drills"),
    "Say nothing, and your word is worth less": lambda s: s.owed("no_drills"),
    "More fire would answer too, and cross Seoul's line": lambda s: s.owed("no_drills"),
    "Pick up the phone: it pays the debt and mends something": lambda s: s.owed("no_drills"),
    "The telephone": advice,
    "You owe no answer this month": lambda s: not s.owed("no_drills"),
    "Pick up the phone all the same: it lowers tension and mends something between you and Seoul": advice,
    "Terms to sign": lambda s: s.offered,
    "Washington has put terms on the table": lambda s: s.offered,
    "Open the line Table with key 2, and lay Accept offer: you sign what Washington tabled, if your home "
    "can bear it": lambda s: s.offered,
    "The last sheet": lambda s: s.match.month == s.match.book.months,
    "The call goes out, and the offer is accepted": lambda s: {"hotline", "accept_pyongyang"} <= s.sheet,
    "The call goes out": lambda s: "hotline" in s.sheet,
    "Washington has tabled nothing that you could accept": lambda s: not s.offered,
    "Signed": lambda s: s.signed,
    "The answer is paid, and the paper is signed": lambda s: s.signed and s.told("answer", "no_drills"),
    "The paper is signed": lambda s: s.signed,
    "Paid, and nothing signed": lambda s: not s.signed and s.told("answer", "no_drills"),
    "The answer is paid, and nothing is signed": lambda s: not s.signed and s.told("answer", "no_drills"),
    "Nothing signed": lambda s: not s.signed,
    "The three months are over, and nothing is signed": lambda s: s.match.over and not s.signed,
    "On the last page the secrets are opened and the points are counted": lambda s: s.match.over,
}
"""What must be so in the ledger wherever a sentence is shown; every sentence of the lesson is judged."""


def fired(said: Said) -> bool:
    return said.told("order", "border_fire")


def crossed(said: Said) -> set[str]:
    return {line for line in LINES if said.told("crossing", line)}


def owing(said: Said) -> set[str]:
    return {line for line in LINES if said.owed(line)}


def sentences(title: str, text: str) -> list[str]:
    """Return what a prompt says, sentence by sentence."""
    return [title, *(part.strip() for part in text.removesuffix(".").split(". "))]


@cache
def the_book() -> Rulebook:
    return lesson(0).book


def the_lesson() -> Lesson:
    found = the_book().scenario.lesson
    assert found is not None
    return found


def shown(seed: int) -> Iterator[Said]:
    """Yield every prompt of a game in which Pyongyang lays what it likes, and the others too."""
    draw = random.Random(seed)
    people = SIDES if seed % 2 else (SIDE,)
    seats = seated(the_book(), dict.fromkeys(people, HUMAN))
    assert not isinstance(seats, Trouble)
    match = new_match(the_book(), "", seed, seats)
    while not match.over:
        asked: set[str] = set()
        for laid in [None, *draw.sample(["act", "table", "act"], 3)]:
            match = match if laid is None else taken(match, SIDE, laid, draw)
            cards = frozenset(order.card for order in match.hands[SIDE].sheet.values())
            for slot in ("act", "table"):
                page = prompt_at_table(match.glimpse(SIDE), slot, asked)
                if page is not None:
                    yield Said(page, match, cards)
                    asked |= {page.id} & {"ask_why"}
        for side in people:
            for slot in ("act", "table") if side != SIDE else ():
                match = taken(match, side, slot, draw)
            sealed = match.seal(side)
            assert isinstance(sealed, Match)
            match = sealed
        match = match.adjudicated()
        page = prompt_at_reveal(match.glimpse(SIDE))
        if page is not None:
            yield Said(page, match, frozenset())


def taken(match: Match, side: str, slot: str, draw: random.Random) -> Match:
    """Return the match with a card drawn for one line, half the time the one that the lesson wants."""
    cards = [card for card, refusal in match.menu(side)[slot].items() if refusal is None]
    wanted = [c for c in cards if c in {p.card for p in the_lesson().prompts.values()} | {"drill"}]
    card = draw.choice(wanted if wanted and draw.random() < 0.6 else cards)
    levels = {"halt": draw.randrange(3), "relief": draw.randrange(3)}
    answer = match.lay(side, slot, Order(card, Terms(levels, None) if card.startswith("offer") else None))
    assert not isinstance(answer, Refusal)
    return answer


def all_words() -> list[Prompt | Detour]:
    """Return all that the lesson may say, its detours too."""
    prompts = the_lesson().prompts.values()
    return [*prompts, *(detour for prompt in prompts for detour in prompt.otherwise)]


def test_every_sentence_of_the_lesson_is_judged() -> None:
    assert {each for said in all_words() for each in sentences(said.title, said.text)} == set(TRUE)


@cache
def games() -> tuple[Said, ...]:
    """Return all that is shown in many games."""
    return tuple(said for seed in range(GAMES) for said in shown(seed))


def test_every_prompt_is_true_of_the_game_it_is_shown_in() -> None:
    untrue = {
        sentence: (said.match.seed, said.match.month)
        for said in games()
        for sentence in sentences(said.page.title, said.page.text)
        if not TRUE[sentence](said)
    }

    assert untrue == {}


def test_every_prompt_is_shown_in_some_game() -> None:
    assert {said.page.text for said in games()} == {said.text for said in all_words()}
