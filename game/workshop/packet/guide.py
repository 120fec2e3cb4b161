"""The facilitator's guide: the lesson, all that is hidden, the debrief and the sources."""

from collections.abc import Iterator, Mapping

from game.match.dates import in_words
from game.model.event import Event
from game.model.scenario import Scenario
from game.model.speech import told_in
from game.workshop.packet.blocks import Block, Bullets, Heading, Para, Rows, Sheet
from game.workshop.packet.markdown import from_markdown
from game.workshop.packet.roles import limit_told, owner
from game.workshop.words import chance_told, moves_told

FLOW = (
    "Each month opens with the news, read aloud.",
    "Every seat fills its sheet in private, then seals it; sealed sheets are played together.",
    "Lines crossed are told, and whoever drew one owes an answer in the month after.",
    "Offers last a month; a signature counts only where both homes can bear it.",
    "What moved, and why, can be read month by month; what a seat may not know stays with the facilitator.",
)


def guide_sheet(scenario: Scenario) -> Sheet:
    """Return the facilitator's guide."""
    blocks: list[Block] = [*_lesson(scenario), Heading("How a month goes"), Bullets(FLOW, numbered=True)]
    blocks += [*_lines(scenario), *_calendar(scenario), *_table(scenario), *_endings(scenario)]
    blocks += [*_debrief(scenario), *_claims(scenario)]
    return Sheet("Facilitator’s guide", "the facilitator only", tuple(blocks), private=True)


def sources_sheet(scenario: Scenario, texts: Mapping[str, str]) -> Sheet | None:
    """Return where the facts come from, none where a scenario names no source."""
    rows = [
        (
            source.title,
            source.date,
            source.where or ("remembered, still to be checked" if source.remembered else ""),
        )
        for source in scenario.sources.values()
    ]
    own = () if rows else from_markdown(texts.get("sources", ""))
    if not rows and not own:
        return None
    table = (Rows(("What", "When", "Where"), tuple(rows), (48, 17, 35)),) if rows else own
    note = "Invented pieces are tagged so in the scenario; what is only remembered is marked."
    return Sheet("Sources", "everybody, after the game", (Para(note, "note"), *table))


def glossary_sheet(scenario: Scenario) -> Sheet | None:
    """Return the words worth explaining, none where there are none."""
    rows = [(f"**{word}**", term.korean, term.text) for word, term in scenario.glossary.items()]
    if not rows:
        return None
    return Sheet("Glossary", "everybody", (Rows(("Word", "Korean", "Meaning"), tuple(rows), (24, 20, 56)),))


def _lesson(scenario: Scenario) -> Iterator[Block]:
    notes = scenario.teaching
    if notes is None:
        yield Para(f"A game takes one person about {scenario.minutes} minutes; a class about twice that.")
        return
    if notes.audience:
        yield Para(notes.audience, "lead")
    if notes.aims:
        yield Heading("What it is for")
        yield Bullets(notes.aims)
    if notes.lesson:
        total = sum(stage.minutes for stage in notes.lesson)
        yield Heading(f"The lesson: {total} minutes")
        rows = tuple((f"**{s.title}**", str(s.minutes), s.text) for s in notes.lesson)
        yield Rows(("Stage", "Minutes", "What happens"), rows, (20, 10, 70))
    if notes.care:
        yield Heading("With care")
        yield Bullets(notes.care)


def _lines(scenario: Scenario) -> Iterator[Block]:
    rows = [
        (
            line.title,
            owner(scenario, line),
            limit_told(scenario, line),
            "; ".join(
                f"{answer.title} ({chance_told(scenario, answer.chance) or 'for certain'})"
                for answer in line.answers.values()
            )
            or (
                moves_told(scenario, line.backed_down)
                and f"unanswered: {moves_told(scenario, line.backed_down)}"
            ),
        )
        for line in scenario.redlines.values()
    ]
    if rows:
        yield Heading("All lines, private ones too")
        yield Rows(("Line", "Drawn by", "Crossed by", "What follows"), tuple(rows), (24, 14, 28, 34))


def _calendar(scenario: Scenario) -> Iterator[Block]:
    rows = [
        (in_words(event.month), event.title, event.text, "; ".join(_ways(scenario, event)))
        for event in sorted(scenario.calendar.values(), key=lambda event: event.month)
    ]
    if rows:
        yield Heading("The calendar, which players do not see ahead")
        yield Rows(("Month", "Event", "Told", "Condition and ways"), tuple(rows), (13, 22, 37, 28))


def _ways(scenario: Scenario, event: Event) -> Iterator[str]:
    if event.when is not None:
        yield f"only if {told_in(scenario, event.when.tree)}"
    for way in event.branches.values():
        yield f"{way.title} ({chance_told(scenario, way.chance) or 'else'})"


def _table(scenario: Scenario) -> Iterator[Block]:
    bargain = scenario.bargain
    if bargain is None:
        return
    yield Heading("At the table")
    for ladder in bargain.ladders.values():
        steps = "; ".join(f"{n}. {step.title}" for n, step in enumerate(ladder.steps, start=1))
        yield Para(f"**{ladder.label}** ({scenario.sides[ladder.side].label}): {steps}.")
    rows = tuple(
        (
            f"**{package.title}**",
            package.text,
            ", ".join(f"{bargain.ladders[name].label} {level}" for name, level in package.levels.items()),
            scenario.sides[package.first].label if package.first else "in parallel",
        )
        for package in bargain.packages.values()
    )
    if rows:
        yield Rows(("Package", "What is exchanged", "Levels", "First"), rows, (22, 38, 27, 13))


def _endings(scenario: Scenario) -> Iterator[Block]:
    yield Heading("How it can end: the first that holds is told")
    rows = tuple(
        (
            f"**{ending.title}**",
            ending.text,
            " ".join(
                [
                    "at once," * ending.at_once,
                    f"if {told_in(scenario, ending.when.tree)}" if ending.when else "otherwise",
                    f"({chance_told(scenario, ending.chance)} a month)" if ending.chance else "",
                ]
            ).strip(),
        )
        for ending in scenario.endings.values()
    )
    yield Rows(("Ending", "Told", "When"), rows, (18, 50, 32))


def _debrief(scenario: Scenario) -> Iterator[Block]:
    if scenario.questions:
        yield Heading("To ask in the debrief")
        rows = tuple(
            (
                query.ask,
                f"if {told_in(scenario, query.when.tree)}" if query.when else "always",
                query.listen_for,
            )
            for query in scenario.questions.values()
        )
        if any(row[2] for row in rows):
            yield Rows(("Question", "Asked", "Listen for"), rows, (42, 26, 32))
        else:
            yield Rows(("Question", "Asked"), tuple(row[:2] for row in rows), (62, 38))
    notes = scenario.teaching
    if notes and notes.record:
        yield Heading("What really happened")
        yield Rows(("When", "What"), tuple((fact.date, fact.text) for fact in notes.record), (18, 82))


def _claims(scenario: Scenario) -> Iterator[Block]:
    rows = tuple((f"**{name}** {claim.says}", claim.fared) for name, claim in scenario.claims.items())
    if rows:
        yield Heading("What was claimed, and how it fared")
        yield Rows(("Claim", "How it fared"), rows, (52, 48))
