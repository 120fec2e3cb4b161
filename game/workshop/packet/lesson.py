"""The lesson on paper: a cockpit a plan, quiz and key, rubric, guesses, catching up, a note to parents."""

from collections.abc import Iterator
from itertools import accumulate

from game.model.scenario import Scenario
from game.model.teaching import Doing, LessonPlan, QuizQuestion, Teaching
from game.rules.index import Say
from game.scenario.languages import speaker
from game.workshop.packet.blocks import Block, Bullets, Heading, Line, Para, PrintedTable, Sheet, bold

BLANK = " "
"""A cell to write in."""

GUESSES = 3
"""How often a class guesses: at each third of the game."""


def cockpits(scenario: Scenario) -> Iterator[Sheet]:
    """Yield a cockpit for each plan of a lesson."""
    for plan in scenario.teaching.plans.values() if scenario.teaching else ():
        yield cockpit_sheet(scenario, plan)


def lesson_sheets(scenario: Scenario) -> Iterator[Sheet]:
    """Yield what a teacher prints for a lesson beside the guide; nothing where nobody wrote a plan."""
    notes = scenario.teaching
    if notes is None or not notes.plans:
        return
    if notes.quiz or notes.misconceptions or notes.rubric:
        yield _key_sheet(scenario, notes)
    if notes.quiz:
        yield _quiz_sheet(scenario, notes)
    yield _guess_sheet(scenario)
    yield _catching_up(scenario, notes)
    if notes.privacy or notes.care:
        yield _note_home(scenario, notes)


def how_a_month_goes(say: Say) -> tuple[str, ...]:
    """Return how a month goes, sentence by sentence."""
    return (
        say("Each month opens with the news, read aloud."),
        say("Every seat fills its sheet in private, then seals it; sealed sheets are played together."),
        say("Lines crossed are told, and whoever drew one owes an answer in the month after."),
        say("Offers last a month; a signature counts only where both homes can bear it."),
        say(
            "What moved, and why, can be read month by month; "
            "what a seat may not know stays with the facilitator."
        ),
    )


def cockpit_sheet(scenario: Scenario, plan: LessonPlan) -> Sheet:
    """Return what lies on the lectern: the minutes, what to say, what to do if; one page."""
    say = speaker(scenario)
    blocks: tuple[Block, ...] = (
        PrintedTable(
            (say("Minute"), say("Stage"), say("What happens")), tuple(_minutes(plan, say)), (10, 26, 64)
        ),
        Heading(say("To say")),
        Bullets(
            (
                say("At the start: you speak for offices with reasons. Nobody needs to win."),
                say("Each month: the news first. Then talk, lay, countersign, seal."),
                say("At the reveal: what was crossed, who owes an answer, what moved and why."),
                say("At the end: three numbers first, then the questions. Scores come last."),
            )
        ),
        Heading(say("If")),
        PrintedTable((say("What happens"), say("What you do")), tuple(_emergencies(say)), (36, 64)),
    )
    title = say("Cockpit: {plan}").format(plan=plan.title)
    return Sheet("facilitator", title, say("the facilitator only"), blocks, private=True, large=True)


def _minutes(plan: LessonPlan, say: Say) -> Iterator[tuple[Line, ...]]:
    """Yield the stages of a plan with the minutes of the lesson they take."""
    taken = [0 if stage.doing is Doing.HOME else stage.minutes for stage in plan.stages]
    for stage, length, end in zip(plan.stages, taken, accumulate(taken), strict=True):
        yield f"{end - length}–{end}" if length else say("at home"), bold(stage.title), stage.text


def _emergencies(say: Say) -> tuple[tuple[str, str], ...]:
    return (
        (
            say("You are late"),
            say("Read the news at once and give each team one last sheet. Keep the debrief whole."),
        ),
        (
            say("The projector shows a seat’s page"),
            say("Blank it: key B, or the Windows key with P. Show it at the reveal alone."),
        ),
        (
            say("The laptop sleeps, the window closes"),
            say("Open Simmer and choose Continue: what was sealed is kept."),
        ),
        (
            say("A team has no plan"),
            say("Ask what its office fears most. Holding every line is a choice, too."),
        ),
        (
            say("Somebody is missing"),
            say("A teammate takes the post; an empty seat goes to a computer player."),
        ),
        (
            say("A word hurts somebody"),
            say("Stop the talk, say what the notes on care say, and go on with the news."),
        ),
        (
            say("Two want to win"),
            say("Say again that scores of two sides cannot be compared."),
        ),
    )


def _key_sheet(scenario: Scenario, notes: Teaching) -> Sheet:
    """Return the answers with their reasons, what many believe, and the rubric."""
    say = speaker(scenario)
    blocks: list[Block] = []
    if notes.quiz:
        rows = tuple(
            (f"{n}", bold(each.options[each.right - 1]), each.why, each.misconception)
            for n, each in _numbered(notes)
        )
        blocks += [Heading(say("Key of the quiz"))]
        blocks += [
            PrintedTable((say("No."), say("Right"), say("Why"), say("Else believed")), rows, (5, 33, 38, 24))
        ]
    if notes.misconceptions:
        told = tuple((bold(each.belief), each.instead) for each in notes.misconceptions)
        blocks += [Heading(say("What many believe at first"))]
        blocks += [PrintedTable((say("Belief"), say("What speaks against it")), told, (36, 64))]
    if notes.rubric:
        marks = tuple((bold(each.title), each.text, BLANK, BLANK, BLANK) for each in notes.rubric)
        blocks += [Heading(say("Rubric, one a student")), Para(say("Name, table, seat, post:"))]
        blocks += [
            PrintedTable((say("What"), say("What it looks like"), "✓+", "✓", "✓−"), marks, (24, 52, 8, 8, 8))
        ]
        blocks += [Para(say("One who made our sheet better, seen by the teacher alone:"), "note")]
    title = say("Key, misconceptions, rubric")
    return Sheet("facilitator", title, say("the facilitator only"), tuple(blocks), private=True)


def _quiz_sheet(scenario: Scenario, notes: Teaching) -> Sheet:
    say = speaker(scenario)
    blocks: list[Block] = [
        Para(say("Answer alone, before the game; and again after it, on the back. Nobody marks it."), "note")
    ]
    for n, each in _numbered(notes):
        blocks += [Para(bold(f"{n}. {each.ask}")), Bullets(tuple(f"□ {option}" for option in each.options))]
    return Sheet("class", say("Quiz"), say("everybody"), tuple(blocks), large=True)


def _numbered(notes: Teaching) -> Iterator[tuple[int, QuizQuestion]]:
    return enumerate(notes.quiz, start=1)


def _guess_sheet(scenario: Scenario) -> Sheet:
    """Return a sheet to guess on without a phone: the rivals' private lines and goals, three times."""
    say = speaker(scenario)
    told = say("Guess about the others. It brings no points; the debrief holds it against the truth.")
    head = (say("Side"), say("Its private line: on what, from which reading?"), say("Its heaviest goal?"))
    blocks: list[Block] = [Para(told, "note")]
    for turn in range(1, GUESSES + 1):
        month = min(turn * scenario.months // GUESSES, scenario.months - 1)
        rows = tuple((side.label, BLANK, BLANK, "1 · 2 · 3") for side in scenario.sides.values())
        blocks += [Heading(say("After turn {n}").format(n=month))]
        blocks += [PrintedTable((*head, say("How sure?")), rows, (18, 40, 28, 14), to_write=True)]
    return Sheet("class", say("Guesses"), say("everybody"), tuple(blocks))


def _catching_up(scenario: Scenario, notes: Teaching) -> Sheet:
    """Return one page for somebody who was not there."""
    say = speaker(scenario)
    asked = tuple(query.ask for query in list(scenario.questions.values())[:3])
    blocks: list[Block] = [Para(scenario.summary, "lead"), Heading(say("How a month goes"))]
    blocks += [Bullets(how_a_month_goes(say), numbered=True)]
    if notes.aims:
        blocks += [Heading(say("What it is for")), Bullets(notes.aims)]
    if asked:
        blocks += [Heading(say("Ask a teammate, and write a sentence on each"))]
        blocks += [Bullets(asked, numbered=True)]
    return Sheet("class", say("For those who were away"), say("everybody"), tuple(blocks), large=True)


def _note_home(scenario: Scenario, notes: Teaching) -> Sheet:
    say = speaker(scenario)
    blocks: list[Block] = [Para(scenario.summary, "lead")]
    if notes.privacy:
        blocks += [Heading(say("What is kept of students")), Bullets(notes.privacy)]
    if notes.care:
        blocks += [Heading(say("With care")), Bullets(notes.care)]
    return Sheet("parents", say("A note to parents"), say("parents"), tuple(blocks), large=True)
