"""Intervals: how sure a figure from a study is, at 95 %."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log, sqrt

Z = 1.959964
"""Standard deviations on either side that hold 95 % of a normal distribution."""


@dataclass(frozen=True)
class Estimate:
    """A figure and the interval that holds it with 95 %."""

    value: float
    """The figure."""

    low: float
    """Lower end."""

    high: float
    """Upper end."""

    def over(self, scale: int) -> "Estimate":
        """Return the figure in units *scale* times as large."""
        return self if scale == 1 else Estimate(self.value / scale, self.low / scale, self.high / scale)


def share(hits: int, trials: int) -> Estimate:
    """Return *hits* of *trials* as a share with its Wilson interval; no trials give 0 to 1."""
    if trials == 0:
        return Estimate(0.0, 0.0, 1.0)
    p = hits / trials
    centre = (p + Z * Z / (2 * trials)) / (1 + Z * Z / trials)
    half = Z * sqrt(p * (1 - p) / trials + Z * Z / (4 * trials * trials)) / (1 + Z * Z / trials)
    low = 0.0 if hits == 0 else max(0.0, centre - half)
    return Estimate(p, low, 1.0 if hits == trials else min(1.0, centre + half))


def mean(total: float, squares: float, trials: int) -> Estimate:
    """Return a mean from a sum and a sum of squares, with its normal interval."""
    if trials == 0:
        return Estimate(0.0, 0.0, 0.0)
    average = total / trials
    variance = max(0.0, squares / trials - average * average)
    half = Z * sqrt(variance / trials)
    return Estimate(average, average - half, average + half)


def ratio(one: tuple[int, int], other: tuple[int, int]) -> Estimate:
    """Return how many times as large one share is as another, each hits of trials, by their logarithm.

    Half a hit is added to both, so that no hits at all still give a figure.
    """
    if not one[1] or not other[1]:
        return Estimate(1.0, 0.0, float(max(one[1], other[1])))
    hits = [each[0] + 0.5 for each in (one, other)]
    trials = [each[1] + 0.5 for each in (one, other)]
    middle = log(hits[0] / trials[0]) - log(hits[1] / trials[1])
    half = Z * sqrt(sum(1 / h - 1 / t for h, t in zip(hits, trials, strict=True)))
    return Estimate(exp(middle), exp(middle - half), exp(middle + half))


def figure(number: float) -> str:
    """Return a figure short enough for a table, with the sign in front of the figures."""
    told = f"{number:.0f}" if abs(number) >= 100 else f"{number:.2f}" if abs(number) >= 1 else f"{number:.3f}"
    return told.replace("-", "−")


def bounds_told(expected: Mapping[str, float]) -> str:
    """Return bounds in short: at least, at most, or between."""
    low, high = ("" if end is None else f"{end:g}".replace("-", "−") for end in _ends(expected))
    return f"{low}…{high}" if low and high else f"≥ {low}" if low else f"≤ {high}"


def _ends(expected: Mapping[str, float]) -> tuple[float | None, float | None]:
    return expected.get("at_least"), expected.get("at_most")
