"""The report of a study: what it says, field by field, for the terminal, the page and as JSON (§15)."""

from typing import Any

from pydantic import BaseModel, ConfigDict


class Reported(BaseModel):
    """A part of a report; it is never changed once it is made."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Interval(Reported):
    """The ends between which a figure lies with 95 %."""

    low: float
    """The lower end."""

    high: float
    """The upper end."""


class ShareReported(Interval):
    """A share of games and its interval."""

    share: float
    """The share, from 0 to 1."""


class MeanReported(Interval):
    """A mean over games and its interval."""

    mean: float
    """The mean."""


class ScenarioReported(Reported):
    """Which scenario was studied."""

    id: str
    """Its id."""

    digest: str
    """The digest of its rules."""


class CardReported(Reported):
    """How often a card was played."""

    played_share: float
    """The share of games in which it was played at all."""

    mean_uses: float
    """How often it was played in a game, averaged."""


class ActsReported(Reported):
    """How often acts of one kind or scale were played."""

    mean_uses: float
    """How often in a game, averaged."""

    by_month: tuple[float, ...]
    """The share of games that had seen the first of them by each month."""


class AgreementsReported(Reported):
    """How often an agreement was signed, and stood."""

    signed: ShareReported
    """The share of games in which one was signed."""

    kept: ShareReported
    """The share of games in which one stood at the end."""

    by_month: tuple[float, ...]
    """The share of games that had seen one signed by each month."""


class GaugeReported(Reported):
    """How the first banded track is spread over the games."""

    track: str
    """The track."""

    quantiles: dict[str, tuple[int, ...]]
    """By percent of games: its reading at the start and after every month, at or below which they lie."""


class ClaimReported(Interval):
    """What became of a claim."""

    id: str
    """The claim."""

    says: str
    """What it says."""

    cites: tuple[str, ...]
    """The sources it rests on."""

    estimate: float
    """What was measured."""

    games: int
    """The games that counted."""

    expected: dict[str, int | float]
    """The bounds, `at_least` and `at_most`, of which one can be missing."""

    compared: str | None
    """How two worlds were compared; null where it speaks of one."""

    holds: bool
    """Whether it holds."""

    verdict: str
    """How it stands: holds, open, fails or idle."""

    opportunity: float | None
    """The share of games in which what it is about came up; null where it is about every game."""

    rests_on: str | None
    """What it rests on, as the scenario says: a habit, a rule, a start, or that it emerges."""

    missed: str
    """Why it is missed, as the scenario says, where its figure lies outside the bounds."""


class MonthReported(ShareReported):
    """One month of the record beside the games; the share is that of games with such an act."""

    month: str
    """The month."""

    counted: int
    """What was counted in the world."""

    told: int
    """How many of these the game reads out as news."""

    mean: float
    """Acts in the month, averaged over games."""


class RecordReported(Reported):
    """One series of the record beside the games."""

    id: str
    """The series."""

    title: str
    """Its title."""

    of: str
    """The kind or scale of acts that it counts."""

    counted: int
    """The total of the record."""

    told: int
    """How many of these the game reads out as news."""

    mean: float
    """Acts played in all these months, averaged over games."""

    low: int
    """The lower end of the band that holds the total of 95 % of games."""

    high: int
    """Its upper end."""

    covered: bool
    """Whether the band covers the whole record."""

    left: int
    """What the news leave of the record to be played."""

    left_covered: bool
    """Whether the band covers what is left."""

    as_few: float
    """The share of games with no more acts than are left."""

    years: dict[str, int]
    """What was counted in whole years."""

    months: tuple[MonthReported, ...]
    """The months, in order."""


class LevelReported(Interval):
    """What one level of an assumption does to the verdict."""

    says: str
    """The level."""

    share: float
    """The share of games that end as the verdict says."""

    change: float
    """How that differs from the share in the scenario as it is; the interval is that of the change."""


class FactorReported(Reported):
    """How far an assumption moves the verdict."""

    id: str
    """The assumption."""

    kind: str
    """What sort of assumption it is."""

    says: str
    """What is set otherwise."""

    games: int
    """The games each level was played in."""

    swing: float
    """The distance between the extremes of the verdict."""

    levels: tuple[LevelReported, ...]
    """What each level does."""


class SensitivityReported(Reported):
    """Which assumptions move the verdict most."""

    verdict: str
    """The ending that the verdict is about: the most frequent one."""

    factors: tuple[FactorReported, ...]
    """The assumptions, the weightiest first."""


class StudyReport(Reported):
    """What came of many games."""

    scenario: ScenarioReported
    """The scenario."""

    games: int
    """The games played."""

    seed: int
    """The study's number, from which the seeds of its games follow."""

    players: dict[str, str]
    """Who filled each seat."""

    endings: dict[str, ShareReported]
    """By ending: the share of games that came to it."""

    points: dict[str, MeanReported]
    """By side: its points."""

    cards: dict[str, CardReported]
    """By card: how often it was played."""

    acts: dict[str, ActsReported]
    """By kind and scale: how often such acts were played."""

    redlines: dict[str, ShareReported]
    """By redline: the share of games in which it was crossed."""

    agreements: AgreementsReported
    """How often an agreement was signed, and stood."""

    tracks: dict[str, tuple[float, ...]]
    """By track: its mean reading at the start and after every month."""

    gauge: GaugeReported
    """How the first banded track is spread over the games."""

    claims: tuple[ClaimReported, ...]
    """The scenario's claims, where they were put to the test."""

    decisions: int
    """Sheets that were laid."""

    record: tuple[RecordReported, ...] | None = None
    """What was counted in the world beside the games; missing where it was not asked for."""

    sensitivity: SensitivityReported | None = None
    """What moves the verdict; missing where nothing was set otherwise."""

    kept: tuple[str, ...] | None = None
    """The saves of tables that were kept; missing where none was asked for."""

    seconds: float
    """How long it took."""

    def as_json(self) -> dict[str, Any]:
        """Return the report as JSON-ready values, without the parts that were not asked for."""
        fields, whole = type(self).model_fields, self.model_dump(mode="json")
        return {name: told for name, told in whole.items() if told is not None or fields[name].is_required()}
