"""Chances: ways that do not add up, and luck that never strikes (§13)."""

from collections.abc import Iterator, Mapping

from game.conditions.condition import Expression
from game.conditions.ranges import Range
from game.lint.conditions import Loc
from game.lint.known import Possible
from game.lint.notice import Notice
from game.model.effect import Branch


def odd_chances(known: Possible) -> Iterator[Notice]:
    """Yield a notice for each fork and each chance that cannot work as it is written."""
    scenario = known.scenario
    for name, event in scenario.calendar.items():
        yield from _fork(("calendar", name), event.branches, known)
    for line_id, line in scenario.redlines.items():
        for answer_id, answer in line.answers.items():
            loc: Loc = ("redlines", line_id, "answers", answer_id)
            yield from _fork(loc, answer.branches, known)
            yield from _chance(loc, answer.chance, known)
    for loc, chance in _luck(known):
        yield from _chance(loc, chance, known)


def _luck(known: Possible) -> Iterator[tuple[Loc, Expression | None]]:
    """Yield every chance of a rider, a standing rule or an ending."""
    scenario = known.scenario
    for block, holders in (
        ("cards", scenario.cards),
        ("redlines", scenario.redlines),
        ("calendar", scenario.calendar),
    ):
        for name, holder in holders.items():
            for number, rider in enumerate(holder.riders):
                yield (block, name, "riders", number), rider.chance
    yield from ((("upkeep", name), rule.chance) for name, rule in scenario.upkeep.items())
    yield from ((("endings", name), ending.chance) for name, ending in scenario.endings.items())


def _fork(loc: Loc, branches: Mapping[str, Branch], known: Possible) -> Iterator[Notice]:
    """Yield what is wrong with the ways something can go."""
    rest = any(branch.chance is None for branch in branches.values())
    if not branches:
        return
    spans = [known.span(branch.chance) for branch in branches.values() if branch.chance is not None]
    low, high = sum(span[0] for span in spans), sum(span[1] for span in spans)
    message = _sum_told((low, high), rest)
    if message:
        yield Notice("D413", (*loc, "branches"), message, "chances are in percent", on_key=True)


def _sum_told(total: Range, rest: bool) -> str:
    """Return what is wrong with a sum of chances; empty if nothing is for certain."""
    low, high = total
    if low > 100:
        return f"the chances of these branches add up to {low} percent or more"
    if rest and low == 100:
        return "the chances add up to 100 percent, which leaves nothing for the branch without one"
    if not rest and high < 100:
        return f"the chances add up to {high} percent at most, so sometimes no branch is taken"
    return ""


def _chance(loc: Loc, chance: Expression | None, known: Possible) -> Iterator[Notice]:
    """Yield what is odd about one chance: luck that never strikes, or always does."""
    if chance is None:
        return
    low, high = known.span(chance)
    if high <= 0:
        yield Notice("D418", (*loc, "chance"), f"this chance is never above {high} percent", "it never comes")
    elif low > 100:
        yield Notice("D418", (*loc, "chance"), f"this chance is {low} percent or more", "100 is certain")
