"""The end: why the game stopped, and what each side made of it (§11)."""

from __future__ import annotations

from game.debrief.door import write_debrief
from game.desk.geometry import Box
from game.desk.ink.pen import Pen
from game.desk.ink.richtext import escape
from game.desk.presenters.ending import ScoreColumn, present_end
from game.desk.scene import Change, Home, Quit
from game.desk.scenes.bar import bar
from game.desk.scenes.base import PageScene, tone_of
from game.desk.scenes.menu import menu_change
from game.desk.scenes.session import Session
from game.desk.theme import On
from game.desk.widgets.base import Widget
from game.desk.widgets.button import Button, Kind
from game.desk.widgets.label import Label, note
from game.desk.widgets.mark import Picture, SideMark
from game.desk.widgets.panel import Ground, Panel
from game.desk.widgets.rule import ruled, section
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.stack import Bend, Column, Flow, Row, Space
from game.desk.window import Stage
from game.desk.words import _


class EndScene(PageScene):
    """The last page: everything is open now."""

    def __init__(self, stage: Stage, session: Session) -> None:
        self.session = session
        self.said = _("The game is kept; it can be played again with its seed {seed}.").format(
            seed=session.match.seed
        )
        super().__init__(stage)
        stage.play("end")

    def first_focus(self) -> str:
        """Return the way to the title."""
        return "end:title"

    def pressed(self, name: str) -> Change | None:
        """Leave for the title, or close."""
        if name == "end:quit":
            return Quit()
        kind, _sep, rest = name.partition(":")
        if kind == "menu":
            return menu_change(self, self.session.match, rest)
        if name == "end:debrief":
            self._write()
        return Home() if name == "end:title" else None

    def _write(self) -> None:
        """Write the debrief beside the save, and say where it is or why not."""
        out = self.session.path.with_suffix(".html")
        trouble = write_debrief(self.session.match, out)
        self.said = _("The debrief is in {file}").format(file=out) if trouble is None else trouble.sentence
        self.page.refresh()

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the ending, the scores goal by goal, and what nobody knew."""
        page = present_end(self.session.match)
        scores = Bend(*(_scores(column).grow() for column in page.columns), each=220, gap=16, align="fill")
        hidden = (
            ruled(*(Label(escape(line), "plain") for line in page.hidden))
            if page.hidden
            else note(_("Nothing."))
        )
        stories = ruled(*(Label(escape(line), "plain") for line in page.stories))
        below = Row(
            Column(section(_("Every line’s story")), stories, gap=8).grow(0.6),
            Column(section(_("Deniable and true")), hidden, gap=8).grow(0.4),
            gap=32,
            align="top",
        )
        body = Column(
            Label(escape(page.title), "ending"),
            Label(escape(page.text), "lead"),
            Space(4),
            scores,
            Space(4),
            below,
            gap=12,
        )
        foot = Ground(
            Bend(
                note(escape(self.said)).grow(),
                Flow(
                    Button("end:quit", _("Close Simmer")),
                    Button("end:debrief", _("Write the debrief"), icon="file-text", key="D"),
                    Button("end:title", _("To the title"), Kind.PRIMARY, key="Enter"),
                    gap=12,
                ),
                each=200,
                gap=16,
                align="middle",
            ),
            On.SLATE,
            down=12,
        )
        paper = Ground(Scroll("end", body), On.PAPER, pad=40, down=24)
        return Column(bar(self.session.match, _("The game is over")), paper.grow(), foot, gap=0)


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
                Row(Picture("lock", 12, tone="second"), note(_("secret until now")), gap=4)
                if row.secret
                else None,
                gap=2,
            ).grow(),
            note(row.points),
            gap=12,
            align="top",
        )
        for row in column.rows
    ]
    return Panel(Column(head, ruled(*rows), gap=10), On.SHEET, edge=True, accent=column.shape, pad=16)
