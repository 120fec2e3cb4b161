"""The study as one page that stands alone: it opens anywhere, on a phone too, and prints."""

from collections.abc import Iterable

from game.debrief.markup import NOTHING, Html, tag
from game.debrief.page import named
from game.debrief.paper import paper, section, table
from game.match.dates import MONTHS
from game.model.turn import date_of_turn
from game.rules.rulebook import Rulebook
from game.study.charts import bars, columns, fan, interval, tornado
from game.study.interval import bounds_told, figure
from game.study.report import ClaimReported, RecordReported, ShareReported, StudyReport

SHOWN = 10
"""Assumptions of the tornado on the page."""

STYLE = """
.holds{color:#2c5e2e}.fails{color:#a3161f;font-weight:700}.open{color:#8a5a00}.told{color:var(--second)}
.claim{break-inside:avoid;padding:8px 0;border-bottom:1px solid var(--hair)}.claim p{margin:0 0 2px}
.claim .word{float:right;margin-left:10px}.claim svg,.sheet svg{max-width:520px}
.tornado{max-width:620px}.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:16px;align-items:start}
.claims{gap:0 32px}.cards table{font-size:13px}.cards td,.cards th{padding:2px 8px 2px 0}
@media (max-width:640px){.cards .wide tr{display:table-row}.cards .wide td,.cards .wide th{display:table-cell;
border-bottom:1px solid var(--hair)}.cards .wide th{display:table-cell}}
@media print{.two{grid-template-columns:repeat(2,1fr)}.tornado{max-width:440px}}
"""


def study_page(found: StudyReport, book: Rulebook) -> str:
    """Return the figures of a study as a whole HTML page."""
    scenario = book.scenario
    who = ", ".join(f"{scenario.sides[side].label}: {player}" for side, player in found.players.items())
    head = f"{found.games:,} games · seed {found.seed} · {who}"
    parts = [
        tag("h1", scenario.title),
        tag("p", head, class_="lead"),
        tag("div", _endings(found, book), _points(found, book), class_="two"),
        tag("div", _fan(found, book), _lines(found, book), class_="two"),
        _claims(found),
        _sensitivity(found, book),
        _record(found),
        _cards(found, book),
    ]
    made = "Scenario {id}, digest {digest}. Bars carry 95 % intervals.".format(**dict(found.scenario))
    return paper(f"{scenario.title}: a study", *parts, tag("p", made, class_="note"), style=STYLE)


def _shares(rows: Iterable[tuple[str, ShareReported]], label: str) -> Html:
    """Return shares of games as bars."""
    shares = [(name, s.share, s.low, s.high) for name, s in rows]
    return bars(shares, 1.0, label, [f"{share[1]:.1%}" for share in shares])


def _endings(found: StudyReport, book: Rulebook) -> Html:
    titles = book.scenario.endings
    ranked = sorted(found.endings.items(), key=lambda each: -each[1].share)
    drawn = _shares(((titles[name].title, share) for name, share in ranked), "Endings by share of games")
    signed = found.agreements.signed
    told = f"An agreement was signed in {signed.share:.1%} of games."
    return section("How it ends", drawn, tag("p", told, class_="note"))


def _points(found: StudyReport, book: Rulebook) -> Html:
    """Return the points of every side, on one scale."""
    sides = book.scenario.sides
    rows = [(sides[side].label, p.mean, p.low, p.high) for side, p in found.points.items()]
    drawn = bars(rows, 100, "Mean points by side", [f"{row[1]:.1f}" for row in rows])
    note = "Mean points out of about a hundred; sides have goals of their own, and war costs all of them."
    return section("Balance by side", drawn, tag("p", note, class_="note"))


def _fan(found: StudyReport, book: Rulebook) -> Html:
    """Return the gauge over the months as a fan."""
    gauge, scenario = found.gauge, book.scenario
    track = scenario.tracks[gauge.track]
    dates = [date_of_turn(scenario.start, scenario.turns, n) for n in range(1, scenario.months + 1)]
    step = -(-len(dates) // 8)
    months = [MONTHS[int(date[5:7]) - 1][:3] if n % step == 0 else "" for n, date in enumerate(dates)]
    grounds = [(name, *ends) for name, ends in track.bands.items()]
    drawn = fan(list(gauge.quantiles.values()), months, track.range, grounds, track.label)
    note = "The line is the middle game; half of all games lie in the dark band, 95 of 100 in the light one."
    return section(f"{track.label}, month by month", drawn, tag("p", note, class_="note"))


def _lines(found: StudyReport, book: Rulebook) -> Html:
    titles = book.scenario.redlines
    rows = ((titles[name].title, share) for name, share in found.redlines.items())
    return section("Redlines crossed", _shares(rows, "Redlines by share of games")) if titles else NOTHING


def _claims(found: StudyReport) -> Html:
    """Return every claim with its interval on its bounds."""
    claims = [_claim(claim) for claim in found.claims]
    return section("The claims", tag("div", *claims, class_="two claims")) if claims else NOTHING


def _claim(claim: ClaimReported) -> Html:
    low, high, bounds = claim.low, claim.high, claim.expected
    estimate = figure(claim.estimate)
    told = f"found {estimate}, between {figure(low)} and {figure(high)}; bounds {bounds_told(bounds)}"
    return tag(
        "div",
        tag("strong", claim.verdict, class_=f"word {claim.verdict}"),
        tag("p", tag("strong", claim.id), " ", claim.says),
        interval(low, claim.estimate, high, (bounds.get("at_least"), bounds.get("at_most"))),
        tag("p", told, class_="note"),
        class_="claim",
    )


def _sensitivity(found: StudyReport, book: Rulebook) -> Html:
    """Return the assumptions that move the verdict most as a tornado."""
    if found.sensitivity is None:
        return NOTHING
    factors = [factor for factor in found.sensitivity.factors if factor.swing > 0][:SHOWN]
    rows = [(f.says, [(v.says, v.change, v.low, v.high) for v in f.levels]) for f in factors]
    title = book.scenario.endings[found.sensitivity.verdict].title
    note = f"Change in points of the share that ends in “{title}”, each assumption set otherwise alone."
    drawn = tornado(rows, "Assumptions by how far they move the verdict") if rows else NOTHING
    return section(
        "What the verdict hangs on", tag("div", drawn, class_="tornado"), tag("p", note, class_="note")
    )


def _record(found: StudyReport) -> Html:
    """Return the record beside the games."""
    series = [_series(each) for each in found.record or ()]
    return section("Beside the record", tag("div", *series, class_="two")) if series else NOTHING


def _series(series: RecordReported) -> Html:
    months = [(MONTHS[int(m.month[5:]) - 1][:3], m.counted, m.mean) for m in series.months]
    most = max((value for _name, *values in months for value in values), default=1)
    word = "covers it" if series.covered else "does not cover it"
    told = (
        "Red is the record, {counted} in all ({told} of them read out as news); blue the mean of the games, "
        "{mean:.1f}. The band of 95 % of games, {low} to {high}, "
    ).format(**dict(series))
    if series.told:
        word += "; {left} are left to be played, and {as_few:.1%} of games have as few".format(**dict(series))
    note = tag("p", f"{told}{word}.", class_="note")
    drawn = columns(months, most, series.title)
    return tag("div", tag("h3", series.title), drawn, note, class_="sheet")


def _cards(found: StudyReport, book: Rulebook) -> Html:
    """Return how often every card was played, side by side."""
    cards = book.scenario.cards
    sheets = []
    for side in book.scenario.sides:
        rows = [
            (cards[name].title, f"{c.played_share:.0%}", f"{c.mean_uses:.2f}")
            for name, c in sorted(found.cards.items(), key=lambda each: -each[1].mean_uses)
            if cards[name].side == side
        ]
        told = table(("Card", "games", "uses"), rows, figures=2)
        sheets.append(tag("div", tag("h3", named(book.scenario, side)), told, class_="sheet"))
    return section("Cards", tag("div", *sheets, class_="columns cards"))
