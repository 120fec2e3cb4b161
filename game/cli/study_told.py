"""How a study is told: its figures on the terminal, at eighty columns and wider."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table

from game.cli.console import headed, plain_table, worded
from game.match.dates import in_short
from game.rules.rulebook import Rulebook
from game.study.bench import Speed
from game.study.figures import footing
from game.study.interval import bounds_told, figure
from game.study.report import RecordReported, SensitivityReported, ShareReported, StudyReport


def study_told(found: StudyReport, book: Rulebook) -> list[RenderableType]:
    """Return the figures of a study as headings and tables."""
    scenario = book.scenario
    who = ", ".join(f"{scenario.sides[side].label} {player}" for side, player in found.players.items())
    head = headed(scenario.title, f"{found.games:,} games · seed {found.seed} · {who}")
    return [
        head,
        "",
        _endings(found, book),
        "",
        _points(found, book),
        "",
        _lines(found, book),
        "",
        _cards(found, book),
        "",
        "An agreement was signed in {} of games ({}).".format(*_share(found.agreements.signed)),
        *(("", _claims(found)) if found.claims else ()),
        *(("", *_record(found.record)) if found.record else ()),
        *(("", *_sensitivity(found.sensitivity, book)) if found.sensitivity else ()),
        *(f"Kept {path}." for path in found.kept or ()),
        "",
        f"{found.decisions:,} decisions in {found.seconds:.1f} s.",
    ]


def _endings(found: StudyReport, book: Rulebook) -> Table:
    titles = book.scenario.endings
    rows = ((titles[name].title, *_share(share)) for name, share in found.endings.items())
    return plain_table(("Ending", "games", "95 %"), rows)


def _points(found: StudyReport, book: Rulebook) -> Table:
    sides = book.scenario.sides
    rows = (
        (sides[side].label, f"{p.mean:.1f}", f"{p.low:.1f} to {p.high:.1f}")
        for side, p in found.points.items()
    )
    return plain_table(("Side", "points", "95 %"), rows)


def _lines(found: StudyReport, book: Rulebook) -> Table:
    titles = book.scenario.redlines
    rows = ((titles[name].title, *_share(share)) for name, share in found.redlines.items())
    return plain_table(("Redline crossed", "games", "95 %"), rows)


def _cards(found: StudyReport, book: Rulebook) -> Table:
    cards = book.scenario.cards
    rows = (
        (
            cards[name].title,
            book.scenario.sides[cards[name].side].label,
            f"{c.played_share:.0%}",
            f"{c.mean_uses:.2f}",
        )
        for name, c in found.cards.items()
    )
    return plain_table(("Card", "side", "games", "uses a game"), rows)


def _claims(found: StudyReport) -> Table:
    """Return the claims: what each says, what was found, the bounds, and how it stands."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 1, 0, 0), expand=True)
    table.add_column("Claim", no_wrap=True)
    table.add_column("says", ratio=1)
    for title in ("found", "95 %", "bounds"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for claim in found.claims:
        word = worded((claim.verdict, _COLOURS[claim.verdict]))
        low, high = figure(claim.low), figure(claim.high)
        bounds = bounds_told(claim.expected)
        aside = footing(claim)
        says = worded(claim.says, *((f"\n{aside}", "dim"),) if aside else ())
        table.add_row(claim.id, says, figure(claim.estimate), f"{low}…{high}", bounds, word)
    return table


_COLOURS = {"holds": "green", "open": "yellow", "fails": "bold red", "idle": "magenta"}


def _record(series: tuple[RecordReported, ...]) -> list[RenderableType]:
    """Return the record beside the games: month by month, and the totals with their band."""
    told: list[RenderableType] = []
    for each in series:
        head = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 1, 0, 0))
        head.add_column(each.title, no_wrap=True)
        for month in each.months:
            head.add_column(in_short(month.month), justify="right", no_wrap=True)
        head.add_column("all", justify="right", no_wrap=True)
        head.add_row("counted", *(str(m.counted or "·") for m in each.months), str(each.counted))
        if each.told:
            news = (str(m.told or "·") for m in each.months)
            head.add_row("of them news", *news, str(each.told))
        head.add_row("games, mean", *(f"{m.mean:.2f}" for m in each.months), f"{each.mean:.1f}")
        word = _covers(each.covered)
        band = f"The band of 95 % of games, {each.low} to {each.high} in all, "
        told += [*([""] if told else []), head, worded(band, word, " the record.")]
        if each.told:
            left = f" the {each.left} that the news leave to be played"
            few = f"; {each.as_few:.1%} of games have as few."
            told.append(worded("It ", _covers(each.left_covered), left, few))
    return told


def _covers(covered: bool) -> tuple[str, str]:
    return ("covers", "green") if covered else ("does not cover", "red")


FIRST = 5
"""Assumptions of the tornado on the terminal."""

HALF = 13
"""Width of each half of the tornado."""


def _sensitivity(found: SensitivityReported, book: Rulebook) -> list[RenderableType]:
    """Return the assumptions that move the verdict most as a tornado."""
    shown = [factor for factor in found.factors if factor.levels][:FIRST]
    most = max((abs(level.change) for f in shown for level in f.levels), default=0) or 1
    title = book.scenario.endings[found.verdict].title
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 1, 0, 0), expand=True)
    table.add_column(f"What moves the share of “{title}” most", ratio=1)
    table.add_column("fewer", justify="right", no_wrap=True, width=HALF)
    table.add_column("more", no_wrap=True, width=HALF)
    table.add_column("points", justify="right", no_wrap=True)
    for factor in shown:
        table.add_row(worded((factor.says, "bold")), "", "", "")
        for level in factor.levels:
            bar = "█" * max(1, round(abs(level.change) / most * HALF)) if level.change else "│"
            sides = (bar, "") if level.change < 0 else ("", bar)
            low, high = (f"{100 * end:+.1f}" for end in (level.low, level.high))
            told = f"{100 * level.change:+.1f} ({low}…{high})".replace("-", "−")
            table.add_row(f"  {level.says}", *(worded((side, "cyan")) for side in sides), told)
    return [table]


def _share(estimate: ShareReported) -> tuple[str, str]:
    """Return a share and its interval in percent."""
    return f"{estimate.share:.1%}", f"{estimate.low:.1%} to {estimate.high:.1%}"


def bench_told(speeds: Iterable[Speed]) -> Table:
    """Return the engine's speed at each size as a table."""
    rows = (
        (
            f"{s.tables:,}",
            _lasting(s.month),
            f"{s.plain / s.month:,.1f}",
            f"{s.alone / s.together:,.1f}",
            _lasting(s.temperaments),
            _lasting(s.with_ledger),
            f"{s.decisions / 1e6:,.2f} M",
            f"{s.bytes}",
        )
        for s in speeds
    )
    heads = ("Tables", "a month", "× numpy", "× threads", "tempers", "ledger", "decisions/s", "bytes")
    return plain_table(heads, rows)


def _lasting(seconds: float | None) -> str:
    """Return a time in the unit that suits it, a dash for none."""
    if seconds is None:
        return "–"
    return f"{seconds * 1e6:,.0f} µs" if seconds < 1e-3 else f"{seconds * 1e3:,.1f} ms"
