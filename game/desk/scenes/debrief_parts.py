"""The parts of the debrief: scores and course, lines, offers, reasons, three columns, questions."""

from __future__ import annotations

from game.desk.actions import ReadEntries
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Panel
from game.desk.kit.widgets.rule import ruled, section
from game.desk.kit.widgets.signs import Picture, SideMark
from game.desk.kit.widgets.stack import Bend, Column, Flow, Row
from game.desk.scenes.base import tone_of
from game.desk.views.trend import Trend
from game.presenters.debrief import Because, CourseContent, DebriefPage, Fate
from game.presenters.ending import EndPage, ScoreColumn, ScoreRow
from game.presenters.markup import escape
from game.presenters.words import _


def front(page: EndPage, course: CourseContent) -> Widget:
    """Return the front page: the ending, the scores goal by goal, the course of the gauge."""
    scores = Bend(*(_scores(column).grow() for column in page.columns), each=240, gap=16, align="fill")
    legend = [Row(SideMark(mark, 18), Label(escape(told), "plain"), gap=8) for mark, told in course.legend]
    return Column(
        Bend(
            Label(escape(page.title), "ending").grow(0.4),
            Label(escape(page.text), "lead").grow(0.6),
            each=300,
            gap=24,
            align="top",
        ),
        section(escape(course.title)),
        Trend(course.trend),
        Flow(*legend, gap=16) if legend else note(_("No line was crossed.")),
        section(_("Who scored what"), note(_("secret goals are open now"))),
        scores,
        gap=12,
    )


def lines(stories: tuple[Fate, ...], hidden: tuple[str, ...]) -> Widget:
    """Return every line's story, and what was deniable and true."""
    told = [Label(escape(line), "plain") for line in hidden]
    return Bend(
        Column(section(_("Every line’s story")), ruled(*map(_fate, stories)), gap=8).grow(0.6),
        Column(
            section(_("Deniable and true")),
            ruled(*told) if told else note(_("Nothing was done in the dark.")),
            gap=8,
        ).grow(0.4),
        each=300,
        gap=32,
        align="top",
    )


def offers(page: DebriefPage) -> Widget:
    """Return what was tabled and not taken, what all would have gained from, and the turning points."""
    tabled = ruled(*map(_fate, page.offers)) if page.offers else note(_("No terms were tabled."))
    deals = ruled(*map(_fate, page.deals)) if page.deals else note(_("None of the packages, in any month."))
    turns = ruled(*map(_fate, page.turns)) if page.turns else note(_("The outlook hardly moved."))
    return Bend(
        Column(section(_("On the table")), tabled, gap=8).grow(0.5),
        Column(
            section(_("All would have gained from")), deals, section(_("Turning points")), turns, gap=12
        ).grow(0.5),
        each=320,
        gap=32,
        align="top",
    )


def reasons(page: DebriefPage) -> Widget:
    """Return the sheets of computer players that mattered most, and what decided for each."""
    if not page.motives:
        return note(_("No sheet of a computer player stands out."))
    return Column(
        section(_("Why the computer players did it")),
        note(escape(page.held)),
        ruled(*map(_because, page.motives)),
        gap=10,
    )


def compared(page: DebriefPage) -> Widget:
    """Return what the article expected, what happened and how this table went, side by side."""
    heads = (page.expected, _("What happened"), _("Your table"))
    rows = [
        Row(*(Label(words, "plain").grow(1 / 3) for words in (says, escape(fared), f"**{escape(here)}**")),
            gap=24, align="top")
        for says, fared, here in page.compared
    ]  # fmt: skip
    top = Row(*(Label(head, "headline").grow(1 / 3) for head in heads), gap=24)
    parts: list[Widget] = [section(_("Expected, happened, played")), top, ruled(*rows)]
    if not rows:
        parts = [note(_("This scenario tests no claims that one table could speak to."))]
    if page.record:
        facts = (
            Row(note(escape(when)).wide_as(140), Label(escape(what), "plain").grow(), gap=16)
            for when, what in page.record
        )
        parts += [section(_("What really happened")), ruled(*facts)]
    if page.advised:
        parts += [section(_("How often the advisers were right")), ruled(*map(_fate, page.advised))]
    return Column(*parts, gap=10)


def questions(page: DebriefPage) -> Widget:
    """Return the questions that fit what happened."""
    asked = [
        Row(Picture("message-square", 22), Label(escape(q), "lead").grow(), gap=14) for q in page.questions
    ]
    return Column(section(_("To talk about")), ruled(*asked, gap=12), gap=12)


def waiting() -> Widget:
    """Return what stands where something is still being worked out."""
    return note(_("The game is being played on from each of its months; this takes a moment."))


def _fate(fate: Fate) -> Widget:
    gains = [Row(SideMark(mark, 16), Label(f"**{points}**", "plain"), gap=4) for mark, points in fate.gains]
    words = Column(
        Label(escape(fate.title), "headline"),
        note(escape(fate.text)),
        Flow(*gains, gap=14) if gains else None,
        gap=3,
    )
    return Row(SideMark(fate.mark, 18), words.grow(), gap=10, align="top")


def _because(because: Because) -> Widget:
    """Return one sheet beside the consequences that decided for it."""
    told = [
        Column(Label(escape(what), "plain"), note(escape(how)), gap=2) for what, how in because.consequences
    ]
    return Bend(_fate(because.laid).grow(0.4), Column(*told, gap=8).grow(0.6), each=320, gap=16, align="top")


def _points(row: ScoreRow) -> Widget:
    """Return what a goal came to, with the way to the entries of its track."""
    if not row.track:
        return note(row.points)
    target = f"ledger:{row.track}"
    return note(f"{row.points} [{_('why?')}]({target})", means={target: ReadEntries(row.track)})


def _scores(column: ScoreColumn) -> Widget:
    """Return one side's score with every goal behind it."""
    head = Row(
        SideMark(column.mark, 24),
        Label(escape(column.label), "panel", tone=tone_of(column.shape)).grow(),
        Label(column.points, "scene"),
        gap=10,
    )
    rows = [
        Row(
            Column(
                Label(escape(row.text), "plain"),
                Row(Picture("lock-open", 12, tone="second"), note(_("secret until now")).grow(), gap=4)
                if row.secret
                else None,
                gap=2,
            ).grow(),
            _points(row),
            gap=12,
            align="top",
        )
        for row in column.rows
    ]
    return Panel(Column(head, ruled(*rows), gap=10), On.SHEET, edge=True, accent=column.shape, pad=16)
