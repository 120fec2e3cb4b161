"""The rules in plain English, by the numbers that the ledger cites; docs/rules.md has them whole."""

from game.presenters.words import _


def rule_told(number: str) -> str:
    """Return a rule in a sentence; empty for a number that no entry cites."""
    return {
        "2.1": _("Every number is a bounded track; where it stands is its reading."),
        "5.1": _("A card moves what stands on it; gains wear off when it is used again soon."),
        "6.1": _("A line says what crosses it; the month in which that happens has effects of its own."),
        "6.3": _("What the world does after a crossing comes by chance, and often months later."),
        "6.4": _("A declared line that is crossed leaves its owner an answer owed: give it, or back down."),
        "6.5": _("Washington lives with what stays small, until its public is alarmed."),
        "6.6": _("After a large test Washington reviews its policy."),
        "7.1": _("A deniable act works at once; its author is unknown until somebody proves it."),
        "7.3": _("Once it is proved, a deniable act counts as an open one of that month."),
        "7.4": _("A third party, drawn by luck, may do what looks just like a deniable act."),
        "8.3": _("An offer stands for a month, and is signed when the other principal agrees."),
        "8.4": _("Terms beyond a home’s stance cost it, and fail there when the room does not cover them."),
        "8.6": _("Signed steps fall due month by month; each is carried out, stalled or broken."),
        "9.1": _("At the end of each month alarm and tension ease, and the arsenal grows unless frozen."),
        "9.2": _("Burdens at home cost legitimacy every month until something is done about them."),
        "9.3": _("Hardship changes what large acts cost at home."),
        "9.4": _("While the pandemic weighs, Washington has little time to act abroad."),
        "10": _("The calendar brings events on their dates; some can go more than one way."),
        "10.1": _("Whoever leads a game may bring something in that the scenario keeps ready for it."),
        "11.1": _("From a tension of eight on, war may break out in any month."),
        "12": _("What a side does in secret is kept from the pages of the others until it comes out."),
        "11.3": _("When the calendar runs out, the first ending whose condition holds is told."),
    }.get(number, "")
