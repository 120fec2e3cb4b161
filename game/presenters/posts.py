"""Posts: what everybody in a team has to do, and which lines of the sheet each post lays."""

from game.model.card import CardKind
from game.model.scenario import Scenario
from game.model.teaching import Post
from game.scenario.languages import speaker


def posts(scenario: Scenario, side: str) -> tuple[Post, ...]:
    """Return the posts of a seat: the scenario's own, else one for abroad and one for home."""
    own = scenario.teaching.posts.get(side) if scenario.teaching else None
    if own:
        return own
    say = speaker(scenario)
    home = [scenario.slots[slot].title for slot in _home_lines(scenario, side)]
    abroad = [noun.title for noun in scenario.slots.values() if noun.title not in home]
    return (
        Post(
            title=say("Speaks abroad"),
            text=say("Lays these lines of the sheet: {lines}. Speaks with the other seats.").format(
                lines=_lines_told(abroad or home)
            ),
        ),
        Post(
            title=say("Keeps the house"),
            text=say("Lays these lines of the sheet: {lines}.").format(lines=_lines_told(home))
            * bool(home and abroad)
            + " " * bool(home and abroad)
            + say("Watches the goals, the lines and the readings at home, and countersigns the sheet."),
        ),
    )


def laid_by(scenario: Scenario, side: str, post: int) -> tuple[str, ...]:
    """Return the lines of the sheet that a post of a seat lays, by its place among them."""
    slots = tuple(scenario.slots)
    own = scenario.teaching.posts.get(side) if scenario.teaching else None
    if own:
        may = own[post].may
        return slots if may is None else may
    home = _home_lines(scenario, side)
    if not home or len(home) == len(slots):
        return slots
    return home if post else tuple(slot for slot in slots if slot not in home)


def _home_lines(scenario: Scenario, side: str) -> tuple[str, ...]:
    return tuple(slot for slot in scenario.slots if _is_home(scenario, side, slot))


def _is_home(scenario: Scenario, side: str, slot: str) -> bool:
    """Say whether most of a side's cards on a line are played at home."""
    kinds = [card.kind for card in scenario.cards.values() if (card.side, card.slot) == (side, slot)]
    return 2 * sum(kind is CardKind.DOMESTIC for kind in kinds) > len(kinds)


def _lines_told(titles: list[str]) -> str:
    return ", ".join(f"‘{title}’" for title in titles)
