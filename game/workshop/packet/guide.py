"""The facilitator's guide: the lesson, all that is hidden, the debrief and the sources."""

from collections.abc import Iterator, Mapping

from game.match.dates import in_words
from game.model.ending import Ending
from game.model.event import Event
from game.model.scenario import Scenario
from game.model.speech import told_in
from game.rules.index import Say
from game.scenario.languages import speaker
from game.workshop.packet.blocks import Block, Bullets, Heading, Para, PrintedTable, Sheet, bold
from game.workshop.packet.lesson import how_a_month_goes
from game.workshop.packet.markdown import from_markdown
from game.workshop.packet.roles import limit_told, owner
from game.workshop.phrases import chance_told, moves_told

KOREAN = "ko"
"""The language in which the glossary's other column leads."""


def guide_sheet(scenario: Scenario) -> Sheet:
    """Return the facilitator's guide."""
    say = speaker(scenario)
    month = (Heading(say("How a month goes")), Bullets(how_a_month_goes(say), numbered=True))
    blocks: list[Block] = [*_lesson(scenario), *month]
    blocks += [*_lines(scenario), *_calendar(scenario), *_injects(scenario), *_endings(scenario)]
    blocks += [*_debrief(scenario)]
    return Sheet(
        "facilitator", say("Facilitator’s guide"), say("the facilitator only"), tuple(blocks), private=True
    )


def claims_sheet(scenario: Scenario) -> Sheet | None:
    """Return the annex: what was claimed and how it fared, none where a scenario claims nothing."""
    say = speaker(scenario)
    blocks = tuple(_claims(scenario))
    title = say("Annex: what was claimed")
    return Sheet("facilitator", title, say("the facilitator only"), blocks, private=True) if blocks else None


def sources_sheet(scenario: Scenario, texts: Mapping[str, str]) -> Sheet | None:
    """Return where the facts come from, none where a scenario names no source."""
    say = speaker(scenario)
    rows = [
        (
            source.title,
            source.date,
            source.where or (say("remembered, still to be checked") if source.remembered else ""),
        )
        for source in scenario.sources.values()
    ]
    own = () if rows else from_markdown(texts.get("sources", ""))
    if not rows and not own:
        return None
    table = (
        (PrintedTable((say("What"), say("When"), say("Where")), tuple(rows), (48, 17, 35)),) if rows else own
    )
    note = say("Invented pieces are tagged so in the scenario; what is only remembered is marked.")
    return Sheet("sources", say("Sources"), say("everybody, after the game"), (Para(note, "note"), *table))


def glossary_sheet(scenario: Scenario) -> Sheet | None:
    """Return the words worth explaining, none where there are none."""
    say = speaker(scenario)
    terms = [(word, term.korean, term.text) for word, term in scenario.glossary.items()]
    head = (say("Word"), say("Korean"), say("Meaning"))
    if scenario.language == KOREAN:
        terms = sorted((korean, word, text) for word, korean, text in terms)
        head = (say("Word"), say("English"), say("Meaning"))
    if not terms:
        return None
    rows = ((bold(word), other, text) for word, other, text in terms)
    return Sheet(
        "glossary", say("Glossary"), say("everybody"), (PrintedTable(head, tuple(rows), (24, 20, 56)),)
    )


def _lesson(scenario: Scenario) -> Iterator[Block]:
    notes, say = scenario.teaching, speaker(scenario)
    if notes is None:
        told = say("A game takes one person about {n} minutes; a class about twice that.")
        yield Para(told.format(n=scenario.minutes))
        return
    if notes.audience:
        yield Para(notes.audience, "lead")
    if notes.aims:
        yield Heading(say("What it is for"))
        yield Bullets(notes.aims)
    for plan in notes.plans.values():
        yield Heading(say("A plan: {title}").format(title=plan.title))
        rows = tuple((bold(s.title), str(s.minutes), s.text) for s in plan.stages)
        yield PrintedTable((say("Stage"), say("Minutes"), say("What happens")), rows, (20, 10, 70))
    if notes.lesson and not notes.plans:
        total = sum(stage.minutes for stage in notes.lesson)
        yield Heading(say("The lesson: {n} minutes").format(n=total))
        rows = tuple((bold(s.title), str(s.minutes), s.text) for s in notes.lesson)
        yield PrintedTable((say("Stage"), say("Minutes"), say("What happens")), rows, (20, 10, 70))
    if notes.care:
        yield Heading(say("With care"))
        yield Bullets(notes.care)


def _lines(scenario: Scenario) -> Iterator[Block]:
    say = speaker(scenario)
    rows = [
        (
            line.title,
            owner(scenario, line),
            limit_told(scenario, line),
            "; ".join(
                f"{answer.title} ({chance_told(scenario, answer.chance) or say('for certain')})"
                for answer in line.answers.values()
            )
            or (
                moves_told(scenario, line.backed_down)
                and say("unanswered: {moves}").format(moves=moves_told(scenario, line.backed_down))
            ),
        )
        for line in scenario.redlines.values()
    ]
    if rows:
        yield Heading(say("All lines, private ones too"))
        head = (say("Line"), say("Drawn by"), say("Crossed by"), say("What follows"))
        yield PrintedTable(head, tuple(rows), (24, 14, 28, 34))


def _calendar(scenario: Scenario) -> Iterator[Block]:
    say = speaker(scenario)
    rows = [
        (in_words(event.month, say), event.title, event.text, "; ".join(_ways(scenario, event)))
        for event in sorted(scenario.calendar.values(), key=lambda event: event.month)
    ]
    if rows:
        yield Heading(say("The calendar, which players do not see ahead"))
        head = (say("Month"), say("Event"), say("Told"), say("Condition and ways"))
        yield PrintedTable(head, tuple(rows), (13, 22, 37, 28))


def _injects(scenario: Scenario) -> Iterator[Block]:
    say = speaker(scenario)
    rows = [
        (inject.title, inject.text, moves_told(scenario, inject.effects))
        for inject in scenario.injects.values()
    ]
    if rows:
        yield Heading(say("What you may bring in"))
        head = (say("Event"), say("Told"), say("What follows"))
        yield PrintedTable(head, tuple(rows), (24, 46, 30))


def _ways(scenario: Scenario, event: Event) -> Iterator[str]:
    say = speaker(scenario)
    if event.when is not None:
        yield say("only if {condition}").format(condition=told_in(scenario, event.when.tree))
    for way in event.branches.values():
        yield f"{way.title} ({chance_told(scenario, way.chance) or say('else')})"


def _endings(scenario: Scenario) -> Iterator[Block]:
    say = speaker(scenario)
    yield Heading(say("How it can end: the first that holds is told"))
    rows = tuple(
        (
            bold(ending.title),
            ending.text,
            " ".join(filter(None, _ending(scenario, ending, say))),
        )
        for ending in scenario.endings.values()
    )
    yield PrintedTable((say("Ending"), say("Told"), say("When")), rows, (18, 50, 32))


def _ending(scenario: Scenario, ending: Ending, say: Say) -> Iterator[str]:
    """Yield when an ending is told: whether at once, on what condition, how likely."""
    yield say("at once,") if ending.at_once else ""
    if ending.when is None:
        yield say("otherwise")
    else:
        yield say("if {condition}").format(condition=told_in(scenario, ending.when.tree))
    if ending.chance:
        yield say("({chance} a month)").format(chance=chance_told(scenario, ending.chance))


def _debrief(scenario: Scenario) -> Iterator[Block]:
    say = speaker(scenario)
    if scenario.questions:
        yield Heading(say("To ask in the debrief"))
        rows = tuple(
            (
                query.ask,
                say("if {condition}").format(condition=told_in(scenario, query.when.tree))
                if query.when
                else say("always"),
                query.listen_for,
            )
            for query in scenario.questions.values()
        )
        if any(row[2] for row in rows):
            yield PrintedTable((say("Question"), say("Asked"), say("Listen for")), rows, (42, 26, 32))
        else:
            yield PrintedTable((say("Question"), say("Asked")), tuple(row[:2] for row in rows), (62, 38))
    notes = scenario.teaching
    if notes and notes.record:
        yield Heading(say("What really happened"))
        yield PrintedTable(
            (say("When"), say("What")), tuple((fact.date, fact.text) for fact in notes.record), (18, 82)
        )


def _claims(scenario: Scenario) -> Iterator[Block]:
    say = speaker(scenario)
    rows = tuple((bold(name, f" {claim.says}"), claim.fared) for name, claim in scenario.claims.items())
    if rows:
        yield Heading(say("What was claimed, and how it fared"))
        yield PrintedTable((say("Claim"), say("How it fared")), rows, (52, 48))
