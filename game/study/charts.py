"""Charts: the drawings of a study's page, as SVG that scales and prints."""

from collections.abc import Sequence

from game.debrief.markup import Html, tag
from game.debrief.trend import BANDS

INK, SECOND, HAIR, WINE, BLUE = "#1b2026", "#474d54", "#cbc3b1", "#7a1f2b", "#143f73"
PAPER = "#e9e3d5"

WIDE = 400
"""Units a drawing is wide: narrow enough to be read on a phone."""

Bar = tuple[str, float, float, float]
"""What it is, the figure, and the ends of its interval."""


def svg(height: float, *parts: Html, label: str) -> Html:
    """Return a drawing with what it shows in words."""
    look = {"font_size": "13", "fill": SECOND, "font_family": "inherit"}
    return tag("svg", *parts, viewBox=f"0 0 {WIDE} {height:g}", role="img", aria_label=label, **look)


def word(x: float, y: float, told: str, anchor: str = "start", ink: str = SECOND) -> Html:
    """Return words at a place."""
    halo = {"paint_order": "stroke", "stroke": PAPER, "stroke_width": "3", "stroke_opacity": "0.8"}
    return tag("text", told, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, fill=ink, **halo)


def box(x: float, y: float, wide: float, high: float, fill: str) -> Html:
    """Return a filled rectangle."""
    size = {"width": f"{max(wide, 0):.1f}", "height": f"{high:.1f}"}
    return tag("rect", x=f"{x:.1f}", y=f"{y:.1f}", fill=fill, **size)


def rule(x1: float, y1: float, x2: float, y2: float, ink: str = HAIR, thick: float = 1) -> Html:
    """Return a straight line."""
    ends = {"x1": f"{x1:.1f}", "y1": f"{y1:.1f}", "x2": f"{x2:.1f}", "y2": f"{y2:.1f}"}
    return tag("line", stroke=ink, stroke_width=f"{thick:g}", **ends)


def bars(rows: Sequence[Bar], most: float, label: str, figures: Sequence[str]) -> Html:
    """Return bars with their intervals, from nothing to *most*, each under its name."""
    left, right, high = 4, WIDE - 70, 36

    def x(value: float) -> float:
        return left + max(0.0, min(1.0, value / most)) * (right - left)

    parts = []
    for number, ((name, value, low, top), told) in enumerate(zip(rows, figures, strict=True)):
        y = number * high
        parts.append(word(left, y + 13, name, ink=INK))
        parts.append(rule(left, y + 25, right, y + 25))
        parts.append(box(left, y + 19, x(value) - left, 12, BLUE))
        parts.append(rule(x(low), y + 25, x(top), y + 25, WINE, 3))
        parts.append(word(WIDE - 2, y + 30, told, "end", INK))
    return svg(len(rows) * high + 4, *parts, label=label)


def fan(
    quantiles: Sequence[Sequence[float]],
    months: Sequence[str],
    bounds: tuple[int, int],
    grounds: Sequence[tuple[str, int, int]],
    label: str,
) -> Html:
    """Return five quantiles over the months as a fan: the outer and the inner band, and the middle line."""
    left, foot, high = 58, 26, 230
    low, top = bounds
    across = (WIDE - left - 10) / max(1, len(quantiles[0]) - 1)

    def x(number: float) -> float:
        return left + number * across

    def y(reading: float) -> float:
        return 8 + (top - reading) * (high - foot - 16) / (top - low)

    parts = []
    for number, (name, first, last) in enumerate(grounds):
        above, below = y(min(last + 0.5, top)), y(max(first - 0.5, low))
        parts.append(box(left, above, WIDE - left - 10, below - above, BANDS[min(number, 2)]))
        parts.append(word(left - 6, (above + below) / 2 + 4, name, "end"))
    parts += [
        _band(quantiles[0], quantiles[4], x, y, 0.18),
        _band(quantiles[1], quantiles[3], x, y, 0.30),
    ]
    line = " ".join(f"{x(n):.1f},{y(v):.1f}" for n, v in enumerate(quantiles[2]))
    parts.append(tag("polyline", points=line, fill="none", stroke=INK, stroke_width="2.5"))
    parts += [word(x(n), high - 6, month, "middle") for n, month in enumerate(months, start=1) if month]
    return svg(high, *parts, label=label)


def _band(below: Sequence[float], above: Sequence[float], x: object, y: object, shade: float) -> Html:
    """Return the ground between two lines."""
    assert callable(x)
    assert callable(y)
    there = [f"{x(n):.1f},{y(v):.1f}" for n, v in enumerate(above)]
    back = [f"{x(n):.1f},{y(v):.1f}" for n, v in reversed(list(enumerate(below)))]
    return tag("polygon", points=" ".join(there + back), fill=BLUE, fill_opacity=f"{shade}")


def interval(low: float, value: float, high: float, bounds: tuple[float | None, float | None]) -> Html:
    """Return a figure with its interval on a line of its own, its bounds shaded."""
    ends = [end for end in bounds if end is not None]
    span = [low, value, high, *ends]
    least, most = min(span), max(span)
    room = (most - least or 1) * 0.15
    least, most = least - room, most + room

    def x(figure: float) -> float:
        return 4 + (figure - least) / (most - least) * (WIDE - 8)

    first = x(bounds[0]) if bounds[0] is not None else 4
    last = x(bounds[1]) if bounds[1] is not None else WIDE - 4
    parts = [rule(4, 12, WIDE - 4, 12), box(first, 3, last - first, 18, "#d9e2d6")]
    parts += [rule(x(end), 3, x(end), 21, SECOND) for end in ends]
    parts.append(rule(x(low), 12, x(high), 12, INK, 3))
    parts.append(tag("circle", cx=f"{x(value):.1f}", cy="12", r="6", fill=WINE))
    return svg(24, *parts, label=f"{value:.3g}, between {low:.3g} and {high:.3g}")


def tornado(rows: Sequence[tuple[str, Sequence[tuple[str, float, float, float]]]], label: str) -> Html:
    """Return changes in points around nothing: each assumption with its levels below its name."""
    most = max((abs(end) for _n, levels in rows for level in levels for end in level[1:]), default=0) or 1
    middle, reach = WIDE / 2, WIDE / 2 - 50

    def x(change: float) -> float:
        return middle + change / most * reach

    parts, y = list[Html](), 0.0
    for name, levels in rows:
        parts.append(word(2, y + 14, shortened(name), ink=INK))
        y += 20
        for says, change, low, high in levels:
            parts.append(box(min(x(0), x(change)), y + 2, abs(x(change) - x(0)), 14, BLUE))
            parts.append(rule(x(low), y + 9, x(high), y + 9, WINE, 3))
            parts.append(rule(middle, y, middle, y + 18, SECOND))
            ahead = change >= 0
            beside = min(middle, x(low)) - 6 if ahead else max(middle, x(high)) + 6
            parts.append(word(beside, y + 13, says, "end" if ahead else "start"))
            told = f"{100 * change:+.1f}".replace("-", "−")
            parts.append(word(WIDE - 2 if ahead else 2, y + 13, told, "end" if ahead else "start", INK))
            y += 20
        y += 8
    return svg(y, *parts, label=label)


def shortened(name: str, most: int = 56) -> str:
    """Return *name* cut to a length that fits on a line."""
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def columns(months: Sequence[tuple[str, float, float]], most: float, label: str) -> Html:
    """Return two columns a month: what was counted, and what games bring on average."""
    left, high, foot = 8, 150, 24
    across = (WIDE - 2 * left) / max(1, len(months))
    most = max(most, 1)
    parts = [rule(left, high - foot, WIDE - left, high - foot, SECOND)]
    for number, (month, counted, mean) in enumerate(months):
        x = left + number * across
        for shift, value, fill in ((0.14, counted, WINE), (0.5, mean, BLUE)):
            tall = value / most * (high - foot - 22)
            parts.append(box(x + shift * across, high - foot - tall, 0.34 * across, tall, fill))
            told = f"{value:g}" if fill == WINE else f"{value:.1f}" if value >= 0.05 else "0"
            parts.append(word(x + (shift + 0.17) * across, high - foot - tall - 4, told, "middle", INK))
        parts.append(word(x + across / 2, high - 6, month, "middle"))
    return svg(high, *parts, label=label)
