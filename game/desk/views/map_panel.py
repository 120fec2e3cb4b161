"""The map: where things happened, with names that can be read on it."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Ink, Pen, Stamp
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.desk.views.chart import View, chart_picture, view_of
from game.desk.views.map_places import Placed, Room, pin_label, pin_mark, town_label
from game.presenters.asking import AskTold
from game.presenters.map_content import MapContent, MapName

_CENTRE = (-60.0, -85.0)
_SPAN = 610.0
_MARK = 24
_NORTH_AT, _SOUTH_AT = (20.0, -285.0), (-10.0, 130.0)


class MapPanel(Widget):
    """The peninsula, its towns, and a numbered pin for each thing that happened somewhere."""

    def __init__(
        self,
        content: MapContent,
        *,
        centre: tuple[float, float] = _CENTRE,
        span: float = _SPAN,
        radius: int = 4,
    ) -> None:
        super().__init__()
        self.content, self.centre, self.span, self.radius = content, centre, span, radius
        self.name = "map"
        self._placed: tuple[Placed, ...] = ()

    def wide(self, pen: Pen) -> int:
        """Measure a comfortable width."""
        return pen.px(400)

    def high(self, pen: Pen, width: int) -> int:
        """As high as wide."""
        return width

    @property
    def view(self) -> View:
        """What part of the region it shows."""
        return view_of(self.centre, self.span, (max(1, self.box.w), max(1, self.box.h)))

    def arrange(self) -> None:
        """Find room for pins and names."""
        self._placed = tuple(self._settled())

    def shift(self, across: int, down: int) -> None:
        """Move it, with all that stands on it."""
        super().shift(across, down)
        self.arrange()

    def spots(self) -> tuple[Spot, ...]:
        """Offer the pins."""
        return tuple(
            Spot(
                f"pin:{placed.pin.id}",
                placed.mark,
                tip=placed.pin.label,
                group="map",
                on=On.PAPER,
                action=AskTold(placed.pin.id),
            )
            for placed in self._placed
            if placed.pin
        )

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the chart, the names, the pins."""
        pen = self.pen.lying_on(On.SHEET)
        colours = pen.theme.map
        chart = chart_picture(self.view, tuple(colours.items()), pen.theme.edge)
        yield Stamp(chart, self.box.x, self.box.y)
        for name in self._land_names():
            yield from self._land(pen, name)
        for placed in self._placed:
            if placed.pin:
                yield from pin_mark(pen, placed.pin, placed, pen.px(_MARK))
            elif placed.town:
                yield from town_label(pen, placed.town, placed)
            if placed.label.w and placed.pin:
                yield pin_label(pen, placed.pin, placed)
        yield from self._caption(pen)
        yield self.pen.plate(self.box, "", colours["coast"], radius=0)

    def _land_names(self) -> tuple[MapName, ...]:
        lands = (
            MapName(self.content.north, _NORTH_AT, "north"),
            MapName(self.content.south, _SOUTH_AT, "south"),
        )
        return (*lands, *self.content.names)

    def _point(self, at: tuple[float, float]) -> tuple[int, int]:
        x, y = self.view.pixel(at)
        return self.box.x + x, self.box.y + y

    def _land(self, pen: Pen, name: MapName) -> Iterator[Ink]:
        box = self._name_box(pen, name)
        if box.within(self.box) and not any(
            box.meets(other) for placed in self._placed for other in (placed.mark, placed.label) if other.w
        ):
            style = "plain" if name.kind == "water" else "card"
            yield pen.write(name.text, style, box, "centre", pen.theme.map[f"{name.kind}_text"])

    def _name_box(self, pen: Pen, name: MapName) -> Box:
        style = "plain" if name.kind == "water" else "card"
        width, height = pen.width(name.text, style) + 4, pen.leading(style)
        return Box(*self._point(name.at), 0, 0).middle(width, height)

    def _caption_box(self, pen: Pen) -> Box:
        width, height = pen.width(self.content.caption, "chip") + pen.px(16), pen.px(24)
        return Box(self.box.x + 8, self.box.bottom - height - 8, width, height)

    def _caption(self, pen: Pen) -> Iterator[Ink]:
        if self.content.caption:
            box = self._caption_box(pen)
            yield pen.plate(box, pen.ground.fill, pen.theme.map["coast"], radius=3)
            yield pen.write(self.content.caption, "chip", box, "centre")

    def _settled(self) -> Iterator[Placed]:
        """Capitals first, then pins, then towns, each where it meets nothing that stands already."""
        pen = self.pen.lying_on(On.SHEET)
        room = Room(self.box.inset(4))
        if self.content.caption:
            room.taken.append(self._caption_box(pen))
        places = [pin.at for pin in self.content.pins] + [town.at for town in self.content.towns]
        dots = [self._point(at) for at in places]
        room.taken += [Box(x - 4, y - 4, 8, 8) for x, y in dots]
        towns = [town for town in self.content.towns if self.box.inset(8).contains(self._point(town.at))]
        for town in (town for town in towns if town.capital):
            yield room.settle_town(pen, town, self._point(town.at))
        for pin in self.content.pins:
            yield room.settle_pin(pen, pin, self._edge(self._point(pin.at)), pen.px(_MARK))
        for town in (town for town in towns if not town.capital):
            yield room.settle_town(pen, town, self._point(town.at))

    def _edge(self, point: tuple[int, int]) -> tuple[int, int]:
        """Return the place itself, or the edge nearest to it when it lies off the map."""
        inner = self.box.inset(20)
        return min(max(point[0], inner.x), inner.right), min(max(point[1], inner.y), inner.bottom)
