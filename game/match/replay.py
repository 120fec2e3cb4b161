"""Replay: a journal played again month by month, every digest checked."""

from dataclasses import dataclass, replace

from game.match.dates import in_words
from game.match.draft import Month, laid_at_once
from game.match.fork import forked
from game.match.journal import Journal, journal_of
from game.match.match import Match, new_match
from game.match.steering import with_inject
from game.match.trouble import Trouble, TroubleKind
from game.rules.legality import Reason, Refusal, why_refused
from game.rules.rulebook import Rulebook
from game.rules.sheets import Sheet
from game.scenario.edition import Edition


@dataclass(frozen=True)
class Checked:
    """One month of a journal, played again."""

    month: int
    """Month of play, from 1."""

    date: str
    """The month as 2020-05."""

    kept: str
    """The digest in the journal."""

    found: str
    """The digest now."""

    @property
    def same(self) -> bool:
        """Return whether the month went as it did when it was kept."""
        return self.kept == self.found


@dataclass(frozen=True)
class Replay:
    """A journal played again."""

    match: Match
    """Where it led."""

    months: tuple[Checked, ...]
    """Every month, compared."""

    @property
    def differs(self) -> Checked | None:
        """Return the first month that went another way, none if all are the same."""
        return next((month for month in self.months if not month.same), None)


def replay(journal: Journal, book: Rulebook, edition: Edition | None = None) -> Replay | Trouble:
    """Play a journal of *book*'s scenario again, or say what in it cannot be played (§13).

    A month is checked, and then played on from as it went now.
    """
    match = _opened(journal, book, edition)
    if match is None or not _can_fork(journal, book):
        return Trouble(TroubleKind.UNSOUND, "its seats or its sheets do not fit the scenario's sides.")
    unfit = _unfit(journal, book)
    if unfit:
        return Trouble(TroubleKind.UNSOUND, unfit)
    checked: tuple[Checked, ...] = ()
    for month in journal.months:
        match = _apart(_brought(match, journal), journal)
        wrong = unplayable(match, month)
        if wrong is not None:
            return Trouble(TroubleKind.UNSOUND, f"{in_words(match.date)}: {wrong}")
        number, date, match = match.month, match.date, match.played(month.sheets)
        if match.months[-1].sheets != month.sheets:
            return Trouble(
                TroubleKind.UNSOUND, f"{in_words(date)}: its sheets are not written as sheets are sealed."
            )
        checked = (*checked, Checked(number, date, month.digest, match.months[-1].digest))
    match = _apart(_brought(match, journal), journal)
    if len(match.forks) != len(journal.forks):
        return Trouble(TroubleKind.UNSOUND, "it forks after the game was over.")
    if len(match.injects) != len(journal.injects):
        return Trouble(TroubleKind.UNSOUND, "something was brought in that the rules do not allow there.")
    return Replay(match, checked)


def resumed(journal: Journal, book: Rulebook, edition: Edition | None = None) -> Match | Trouble:
    """Return the match as it was kept, the open sheets in hand, or why it cannot be gone on with."""
    again = replay(journal, book, edition)
    if isinstance(again, Trouble):
        return again
    if again.differs is not None:
        date = in_words(again.differs.date)
        return Trouble(TroubleKind.DIFFERS, f"played again, {date} went another way than when it was saved.")
    return _taken_up(again.match, journal)


def _opened(journal: Journal, book: Rulebook, edition: Edition | None) -> Match | None:
    """Return the match before its first month; none if the journal names other sides."""
    sides = set(book.index.sides)
    if set(journal.players) != sides or not set(journal.hands) <= sides:
        return None
    match = new_match(book, journal.digest, journal.seed, journal.players, edition=edition)
    return replace(match, fixed=journal.fixed)


def _unfit(journal: Journal, book: Rulebook) -> str:
    """Return what whoever led the game did that its scenario does not know; empty if nothing."""
    for event, branch in journal.fixed.items():
        if branch not in book.index.branches.get(event, ()):
            return f"it fixes '{event}' at '{branch}', and the scenario's calendar knows no such branch."
    months = [inject.month for inject in journal.injects]
    if months != sorted(months) or any(month > len(journal.months) + 1 for month in months):
        return "what was brought in does not stand in the order of its months."
    strange = [inject.id for inject in journal.injects if inject.id not in book.injects]
    return f"'{strange[0]}' was brought in, and the scenario keeps nothing of that name." if strange else ""


def _brought(match: Match, journal: Journal) -> Match:
    """Return *match* after all that its journal says was brought into the open month."""
    for inject in journal.injects[len(match.injects) :]:
        after = with_inject(match, inject.id) if inject.month == match.month else None
        if not isinstance(after, Match):
            break
        match = after
    return match


def stepped_back(match: Match, month: int) -> Match | Refusal:
    """Return *match* as *month* opened, to be played another way: what came later is forgotten.

    Branches stay fixed, seats stay filled as they are, and the sheets are blank.
    """
    if not 1 <= month <= match.month:
        told = match.book.index.say("The game has not come to that month, so there is no way back to it.")
        return Refusal(Reason.UNKNOWN, told)
    journal = journal_of(match)
    before = replace(
        journal,
        months=journal.months[: month - 1],
        injects=tuple(inject for inject in journal.injects if inject.month < month),
        forks=tuple(fork for fork in journal.forks if fork.month <= month),
        hands={},
    )
    again = resumed(before, match.book, match.edition)
    if isinstance(again, Trouble):
        return Refusal(Reason.UNKNOWN, again.sentence)
    return replace(again, source=match.source, kept_as=match.kept_as)


def _can_fork(journal: Journal, book: Rulebook) -> bool:
    """Say whether a journal forks in the order of its months, among sides of the scenario."""
    months = [fork.month for fork in journal.forks]
    known = all(set(fork.stay) <= set(book.index.sides) for fork in journal.forks)
    return known and months == sorted(months) and all(month <= len(journal.months) + 1 for month in months)


def _apart(match: Match, journal: Journal) -> Match:
    """Return *match* forked as often as its journal says in the open month."""
    for fork in journal.forks[len(match.forks) :]:
        if fork.month == match.month and not match.over:
            match = forked(match, fork)
    return match


def unplayable(match: Match, month: Month) -> str | None:
    """Return what in a month's sheets the rules do not allow."""
    if match.over:
        return "the save goes on after the game was over."
    if not set(month.sheets) <= set(match.book.index.sides):
        return "a sheet belongs to no side of the scenario."
    told = (illegal(match, side, sheet) for side, sheet in month.sheets.items())
    return next((each for each in told if each is not None), None)


def illegal(match: Match, side: str, sheet: Sheet) -> str | None:
    """Return why a sheet could not have been sealed."""
    view = match.view(side)
    for slot, order in sheet.items():
        if slot not in match.book.index.slots:
            return f"there is no line '{slot}' on a sheet."
        refusal = why_refused(match.book, view, slot, order)
        if refusal is not None:
            label = match.book.scenario.sides[side].label
            return f"{label} could not order '{order.card}': {refusal.sentence}"
    return None


def _taken_up(match: Match, journal: Journal) -> Match | Trouble:
    """Return *match* with the sheets of the open month in hand again."""
    hands = dict(match.hands)
    for side, draft in journal.hands.items():
        wrong = None if match.over else illegal(match, side, draft.sheet)
        if wrong is not None:
            return Trouble(TroubleKind.UNSOUND, wrong)
        if side in hands:
            hands[side] = laid_at_once(draft.sheet, sealed=draft.sealed)
    return match.with_hands(hands)
