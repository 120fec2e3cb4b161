"""The face of a card in the rack: icon and name, price and effects, or the reason it is off."""

from collections.abc import Iterator

from game.desk.actions import LayCard
from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.desk.views.chip import chip_ink, chip_width
from game.presenters.content import CardContent, CardState, Chip
from game.presenters.markup import escape

_PAD = 8
_DOWN = 7
_GAP = 4
_ICON = 16
_BESIDE = 5


class CardFace(Widget):
    """A card, paper lying on slate; its name wraps rather than be cut."""

    def __init__(self, card: CardContent, *, group: str = "rack", key: str = "") -> None:
        super().__init__()
        self.card, self.group, self.key_name = card, group, key
        self.name = f"card:{card.id}"

    def wide(self, pen: Pen) -> int:
        """Measure the rack's usual width."""
        return pen.px(131)

    def least(self, pen: Pen) -> int:
        """Measure its widest word beside the icon, or its widest effect."""
        paper, tick = self._paper(pen), pen.px(20) if self.card.state is CardState.ON_SHEET else 0
        words = max((paper.width(word, "card") for word in self.card.title.split()), default=0)
        reason = self.card.reason.split() if self.card.state is CardState.OFF else []
        below = [paper.width(word, "reason") + pen.px(18) for word in reason]
        below += [width for _item, width in self._foot_items(pen)] if not reason else []
        lead = pen.px(_ICON + _BESIDE + 3 - _PAD) + tick
        return 2 * pen.px(_PAD) + max(words + lead, *below, 0)

    def high(self, pen: Pen, width: int) -> int:
        """Two lines of the rack, more when words must wrap."""
        paper, inner = self._paper(pen), width - 2 * pen.px(_PAD)
        top = max(pen.px(18), paper.height(escape(self.card.title), "card", self._title_width(pen, width)))
        if self.card.state is CardState.OFF:
            below = paper.height(escape(self.card.reason), "reason", inner - pen.px(18))
        else:
            below = self._foot_height(pen, inner)
        return max(pen.px(66), top + below + pen.px(_GAP) + 2 * pen.px(_DOWN))

    def spots(self) -> tuple[Spot, ...]:
        """Offer the whole card; off, it tells its reason."""
        off = self.card.reason if self.card.state is CardState.OFF else ""
        on, lay = self.pen.on, LayCard(self.card.id)
        return (Spot(self.name, self.box, "", off, self.group, self.key_name, on, action=lay),)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the plate, the title line, the foot."""
        paper = self._paper(self.pen)
        yield from self._plate(paper, bool(mood.hover or mood.held))
        inner = self.box.inset(self.pen.px(_PAD), self.pen.px(_DOWN))
        width = self._title_width(self.pen, self.box.w)
        height = max(self.pen.px(18), paper.height(escape(self.card.title), "card", width))
        yield from self._title(paper, inner.top(height), width)
        foot = inner.below(height + self.pen.px(_GAP))
        yield from self._reason(paper, foot) if self.card.state is CardState.OFF else self._foot(paper, foot)

    def _paper(self, pen: Pen) -> Pen:
        return pen.lying_on(On.PANEL if self.card.state is CardState.OFF else On.SHEET)

    def _title_width(self, pen: Pen, width: int) -> int:
        tick = pen.px(20) if self.card.state is CardState.ON_SHEET else 0
        return max(1, width - pen.px(_PAD) - pen.px(_ICON + _BESIDE) - pen.px(3) - tick)

    def _plate(self, paper: Pen, near: bool) -> Iterator[Ink]:
        ground = paper.ground
        if self.card.state is CardState.OFF:
            yield paper.dashed(self.box, ground.tint if near else ground.fill, ground.second)
            return
        edge = self.pen.theme.edge if self.pen.theme.edge > 1 else 0
        if self.card.state is CardState.ON_SHEET:
            side = self.pen.ground.side(self.card.side)
            yield self.pen.plate(self.box, ground.tint if near else ground.fill, side, 3)
        else:
            yield paper.plate(
                self.box, ground.tint if near else ground.fill, ground.text if edge else "", edge
            )

    def _title(self, paper: Pen, line: Box, width: int) -> Iterator[Ink]:
        off = self.card.state is CardState.OFF
        colour = paper.ground.second if off else paper.ground.text
        icon, first = self.pen.px(_ICON), self.pen.px(18)
        yield paper.icon(self.card.icon, icon, line.top(first).left(icon), colour)
        words = line.after(self.pen.px(_ICON + _BESIDE)).left(width)
        words = words.middle(width, paper.height(escape(self.card.title), "card", width))
        yield from paper.paragraph(escape(self.card.title), "card", words, colour=colour)
        if self.card.state is CardState.ON_SHEET:
            tick = Box(line.right - self.pen.px(16), line.y, self.pen.px(16), first)
            yield paper.icon("check", self.pen.px(18), tick, paper.ground.side(self.card.side))

    def _reason(self, paper: Pen, foot: Box) -> Iterator[Ink]:
        icon = Box(foot.x, foot.y, self.pen.px(14), paper.leading("reason"))
        yield paper.icon("ban", self.pen.px(13), icon, paper.ground.second)
        yield from paper.paragraph(
            escape(self.card.reason), "reason", foot.after(self.pen.px(18)), colour=paper.ground.second
        )

    def _foot_items(self, pen: Pen) -> list[tuple[Chip | str, int]]:
        paper = self._paper(pen)
        items: list[tuple[Chip | str, int]] = []
        if self.card.price:
            items.append((self.card.price, paper.width(self.card.price, "note")))
        for cost in self.card.price_chips:
            items.append((cost, pen.px(14) + paper.width(cost.amount, "note")))
        return items + [(chip, chip_width(paper, chip, False)) for chip in self.card.chips]

    def _foot_boxes(self, pen: Pen, room: Box) -> list[tuple[Chip | str, Box]]:
        placed, x, y, line, gap = [], room.x, room.y, pen.px(22), pen.px(4)
        for item, width in self._foot_items(pen):
            if x > room.x and x + width > room.right:
                x, y = room.x, y + line
            placed.append((item, Box(x, y + 1, width, pen.px(20))))
            x += width + gap
        return placed

    def _foot_height(self, pen: Pen, width: int) -> int:
        boxes = self._foot_boxes(pen, Box(0, 0, width, 0))
        return max((box.bottom for _, box in boxes), default=0) + 1

    def _foot(self, paper: Pen, foot: Box) -> Iterator[Ink]:
        second = paper.ground.second
        for item, box in self._foot_boxes(self.pen, foot):
            if isinstance(item, str):
                yield paper.write(item, "note", box, colour=second)
            elif item in self.card.price_chips:
                yield paper.icon(item.icon, self.pen.px(13), box.left(self.pen.px(13)), second)
                yield paper.write(item.amount, "note", box.after(self.pen.px(14)), colour=second)
            else:
                yield from chip_ink(paper, item, box, words=False)
