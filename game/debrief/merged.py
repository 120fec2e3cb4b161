"""The debrief of a whole class: all its tables side by side, part by part in the order of a plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.debrief.of_class import NOBODY, ClassRecord
from game.debrief.page import ARTICLE, WHOLE, course_of, dated, gauge_of
from game.debrief.parting import parting
from game.debrief.story import gathered
from game.debrief.table_told import TableTold
from game.debrief.usual import Usual
from game.model.claim import Claim
from game.model.scenario import Scenario
from game.model.teaching import Section
from game.pages.rendering import render
from game.rules.index import Say


@dataclass(frozen=True)
class LineFates:
    """What became of one redline at every table."""

    title: str
    owner: str | None
    owes: bool
    fates: tuple[tuple[tuple[str, ...], int, int], ...]
    """For every table the months it was crossed in, how often it was answered, and how often let pass."""


@dataclass(frozen=True)
class ClaimFates:
    """One claim beside the world and beside every table."""

    id: str
    says: str
    fared: str
    here: Mapping[str, tuple[int, ...]]
    """What tables say to it, with the numbers of those that do."""


def merged_page(
    tables: Sequence[TableTold],
    scenario: Scenario,
    usual: Usual,
    order: Sequence[Section] = WHOLE,
    people: ClassRecord = NOBODY,
    say: Say = str,
    *,
    wall: bool = False,
) -> str:
    """Return the debrief of *tables* as a whole HTML page; *say* says the page's own words.

    Parts that nothing is known for are left out: nobody who reads saves alone knows of messages.
    """
    gauge = gauge_of(scenario)
    teaching = scenario.teaching
    return render(
        "merged.html",
        language=scenario.language,
        say=say,
        title=scenario.title,
        sides=scenario.sides,
        gauge=scenario.tracks[gauge].label,
        order=order,
        wall=wall,
        names=[say("Table {n}").format(n=number) for number in range(1, len(tables) + 1)],
        tables=tables,
        courses=[course_of(table.story, scenario, say) for table in tables],
        peaks=[max(table.story.readings[gauge]) for table in tables],
        luck=sorted({table.story.seed for table in tables}),
        usual=usual,
        parted=parting([table.story.readings[gauge] for table in tables]),
        longest=max((table.story for table in tables), key=lambda story: len(story.dates)),
        lines=line_fates(tables),
        offers=[gathered(table.story.offers) for table in tables],
        claims=claim_fates(tables, scenario.claims),
        of_article=ARTICLE in scenario.sources,
        asked=questions_asked(tables),
        facts=[(dated(fact.date, say), fact.text) for fact in (teaching.record if teaching else ())],
        quiz=teaching.quiz if teaching else (),
        letters=people.letters,
    )


def line_fates(tables: Sequence[TableTold]) -> tuple[LineFates, ...]:
    """Return what became of every redline that was crossed somewhere, the most often crossed first."""
    found = [
        LineFates(
            lines[0].title,
            lines[0].owner,
            lines[0].owes,
            tuple((line.crossed, line.answered, line.let_pass) for line in lines),
        )
        for lines in zip(*(table.story.lines for table in tables), strict=True)
    ]
    crossed = [line for line in found if any(months for months, _answered, _passed in line.fates)]
    return tuple(sorted(crossed, key=lambda line: -sum(len(months) for months, *_ in line.fates)))


def claim_fates(tables: Sequence[TableTold], claims: Mapping[str, Claim]) -> tuple[ClaimFates, ...]:
    """Return every claim that some table has something to say to, tables that say the same together."""
    found = []
    for name, claim in claims.items():
        here: dict[str, tuple[int, ...]] = {}
        for number, table in enumerate(tables, start=1):
            told = next((each.here for each in table.story.compared if each.id == name), "")
            if told:
                here[told] = (*here.get(told, ()), number)
        if here:
            found.append(ClaimFates(name, claim.says, claim.fared, here))
    return tuple(found)


def questions_asked(tables: Sequence[TableTold]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return every question that fits some table with the numbers of those it fits, the widest first."""
    found: dict[str, tuple[int, ...]] = {}
    for number, table in enumerate(tables, start=1):
        for question in table.story.questions:
            found[question] = (*found.get(question, ()), number)
    return tuple(sorted(found.items(), key=lambda asked: -len(asked[1])))
