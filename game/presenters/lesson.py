"""The lesson: which prompt a new player is shown now, and what on the screen it speaks of."""

from collections.abc import Collection
from dataclasses import dataclass

from game.match.glimpse import Glimpse
from game.model.lesson import Deed, Detour, Lesson, Prompt
from game.presenters.asking import AskWhy
from game.presenters.words import _
from game.rules.formula import formula


@dataclass(frozen=True)
class PromptPage:
    """One prompt."""

    id: str
    """Its name in the scenario."""

    title: str
    text: str

    count: str
    """Which prompt of how many."""

    at: str
    """The spot on the page it speaks of."""

    asks: AskWhy | None = None
    """The why? that it wants read."""


def prompt_at_table(seen: Glimpse, slot: str, asked: Collection[str] = frozenset()) -> PromptPage | None:
    """Return the prompt of the open month that the seat has not carried out yet; none without a lesson.

    *slot* is the open line of the sheet, *asked* the prompts of a why? that was read.
    """
    lesson = seen.book.scenario.lesson
    if lesson is None or lesson.side != seen.side:
        return None
    for name, prompt in lesson.prompts.items():
        due = prompt.month == seen.month and prompt.deed is not Deed.READ and name not in asked
        if due and not _laid(seen, prompt) and not _refused(seen, prompt):
            said = _said(seen, prompt)
            if said is not None:
                return _page(lesson, name, said, _spot(seen, prompt, slot), _asked(prompt))
    return None


def prompt_at_reveal(seen: Glimpse) -> PromptPage | None:
    """Return the prompt that goes with the month just turned over."""
    lesson = seen.book.scenario.lesson
    if lesson is None or lesson.side != seen.side:
        return None
    for name, prompt in lesson.prompts.items():
        if prompt.month == seen.month - 1 and prompt.deed is Deed.READ:
            said = _said(seen, prompt)
            if said is not None:
                return _page(lesson, name, said, "reveal:on")
    return None


def _said(seen: Glimpse, prompt: Prompt) -> Prompt | Detour | None:
    """Return the words of a prompt that are true of this game as the seat sees it; none, if none are."""
    said: tuple[Prompt | Detour, ...] = (prompt, *prompt.otherwise)
    for words in said:
        if words.when is None or formula(words.when, seen.view.index, seen.seat)(seen.view)[0]:
            return words
    return None


def _laid(seen: Glimpse, prompt: Prompt) -> bool:
    """Return whether the card of a prompt lies on the sheet already."""
    if prompt.card is None:
        return False
    return seen.on_sheet(seen.book.scenario.cards[prompt.card].slot).card == prompt.card


def _refused(seen: Glimpse, prompt: Prompt) -> bool:
    """Return whether the card of a prompt cannot be laid, as the game went another way."""
    if prompt.card is None:
        return False
    return seen.menu[seen.book.scenario.cards[prompt.card].slot].get(prompt.card) is not None


def _spot(seen: Glimpse, prompt: Prompt, slot: str) -> str:
    """Return the spot a prompt speaks of: a card, the tab that leads to it, a why?, the seal."""
    if prompt.card is not None:
        home = seen.book.scenario.cards[prompt.card].slot
        return f"card:{prompt.card}" if home == slot else f"slot:{home}"
    ask = _asked(prompt)
    return ask.name if ask else "seal"


def _asked(prompt: Prompt) -> AskWhy | None:
    """Return the why? that a prompt wants read; none of one that speaks of a card."""
    return None if prompt.track is None or prompt.card is not None else AskWhy(prompt.track)


def _page(
    lesson: Lesson, name: str, said: Prompt | Detour, at: str, asks: AskWhy | None = None
) -> PromptPage:
    number = list(lesson.prompts).index(name) + 1
    count = _("Step {n} of {all}").format(n=number, all=len(lesson.prompts))
    return PromptPage(name, said.title, said.text, count, at, asks)
