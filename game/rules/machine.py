"""The plain machine: carries programs out step by step in numpy, and keeps the books (§3.4, §14).

It is the reference that any other machine must agree with to the last bit. Masks are truths here and
numbers the narrowest that hold them, so that a row takes few bytes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from game.rules.cause import Cause
from game.rules.dice import FAIR, WHOLE, Dice, Draws, luck
from game.rules.ledger import SILENT, Happening, Ledger, Phase
from game.rules.program import Hushed, Program
from game.rules.state import STATE
from game.rules.tables import Tables
from game.rules.tracks import Tracks
from game.rules.words import Word

Row = NDArray[Any]
"""What a row holds, shape (tables,)."""

PHASES = tuple(Phase)


@dataclass(frozen=True)
class Step:
    """One step as the machine takes it."""

    carry_out: Callable[["Run", "Step"], object]
    """What it does; what is true of its answer makes the machine go on at *number*."""

    to: int
    first: int
    second: int
    number: int
    more: int
    kind: np.dtype[Any]
    table: NDArray[Any]
    """What a LOOK looks up."""


@dataclass
class Run:
    """One run of a program."""

    program: Program
    rows: list[Row]
    tables: int
    month: int = 0
    played: "Played | None" = None
    """What it is played on, if it is a month of tables."""

    def go(self, steps: Sequence[Step]) -> Self:
        """Carry out all *steps*."""
        at, end = 0, len(steps)
        while at < end:
            step = steps[at]
            at = step.number if step.carry_out(self, step) else at + 1
        return self

    def draw(self, step: Step) -> tuple[NDArray[np.intp], Draws]:
        """Return at which tables a chance matters, and its draws there."""
        at = self.rows[step.first].nonzero()[0]
        name, lane = divmod(step.number, 4)
        words = luck(self.on.seeds[at], self.month, self.program.keys[name])
        return at, self.on.dice.draw(self.program.names[name], words, lane)

    def known(self, cause: Cause | Hushed) -> Cause:
        """Return a cause as it is known at the table whose books are kept."""
        if isinstance(cause, Hushed):
            return cause.cause if self.rows[cause.row][self.on.ledger.column] else cause.quiet
        return cause

    @property
    def on(self) -> "Played":
        """Return what it is played on."""
        assert self.played is not None
        return self.played


@dataclass(frozen=True)
class Played:
    """What a month is played on."""

    seeds: NDArray[np.uint64]
    live: NDArray[np.bool_]
    """Where the game went on when the month began."""
    readings: NDArray[np.int8]
    """The readings as they stand, shape (tracks, tables)."""
    moved: NDArray[Any]
    """How far the phase that runs has moved each track so far, shape (tracks, tables)."""
    tracks: Tracks
    dice: Dice
    ledger: Ledger


def taken(program: Program) -> tuple[Step, ...]:
    """Return the steps of a *program* as the machine takes them; readings that settle together at once."""
    nothing = np.zeros(0, dtype=np.int8)
    steps = []
    for place, (row, kind) in enumerate(zip(program.steps.tolist(), program.kinds, strict=True)):
        word, to, first, second, number, more = row
        table = nothing
        if word == Word.LOOK:
            table = program.looks[number : number + more].astype(kind)
        if word == Word.SETTLE:
            number = next(
                (n for n in range(place, len(program.steps)) if program.steps[n, 0] != Word.SETTLE),
                len(program.steps),
            )
        steps.append(Step(CARRIED_OUT[Word(word)], to, first, second, number, more, kind, table))
    return tuple(steps)


def _set(run: Run, step: Step) -> None:
    run.rows[step.to] = np.full(run.tables, step.number, dtype=step.kind)


def _all(run: Run, step: Step) -> None:
    run.rows[step.to] = np.ones(run.tables, dtype=np.bool_)


def _mov(run: Run, step: Step) -> None:
    if step.to < len(run.program.inputs):
        run.rows[step.to][...] = run.rows[step.first]
    else:
        run.rows[step.to] = run.rows[step.first].astype(step.kind)


def _pair(operation: Callable[..., Any]) -> Callable[[Run, Step], None]:
    def carry_out(run: Run, step: Step) -> None:
        rows = run.rows
        rows[step.to] = operation(rows[step.first], rows[step.second], dtype=step.kind)

    return carry_out


def _with_number(operation: Callable[..., Any]) -> Callable[[Run, Step], None]:
    def carry_out(run: Run, step: Step) -> None:
        run.rows[step.to] = operation(run.rows[step.first], step.number, dtype=step.kind)

    return carry_out


def _compared(operation: Callable[..., Any]) -> Callable[[Run, Step], None]:
    def carry_out(run: Run, step: Step) -> None:
        run.rows[step.to] = operation(run.rows[step.first], run.rows[step.second])

    return carry_out


def _compared_to_number(operation: Callable[..., Any]) -> Callable[[Run, Step], None]:
    def carry_out(run: Run, step: Step) -> None:
        run.rows[step.to] = operation(run.rows[step.first], step.number)

    return carry_out


def _not(run: Run, step: Step) -> None:
    run.rows[step.to] = ~run.rows[step.first]


def _unit(run: Run, step: Step) -> None:
    run.rows[step.to] = run.rows[step.first].astype(np.int8)


def _look(run: Run, step: Step) -> None:
    run.rows[step.to] = step.table.take(run.rows[step.first], mode="clip")


def _strike(run: Run, step: Step) -> None:
    units, row = run.rows[step.first].view(np.int8), run.rows[step.to]
    if step.number == 1:
        row += units
    elif step.number == -1:
        row -= units
    else:
        row += units * row.dtype.type(step.number)
    if step.more >= 0 and run.on.ledger.keeps:
        _note(run, step, np.int64(step.number))


def _strike_row(run: Run, step: Step) -> None:
    amount = run.rows[step.second]
    row = run.rows[step.to]
    np.add(row, run.rows[step.first].view(np.int8) * amount, out=row, casting="same_kind")
    if step.more >= 0 and run.on.ledger.keeps:
        _note(run, step, amount)


def _note(run: Run, step: Step, amount: Any) -> None:
    """Write into the open phase how far a cause moved a track where it struck."""
    here = run.rows[step.first] & run.on.live
    if here.any():
        cause, track = run.known(run.program.causes[step.more]), run.program.sums[step.to]
        run.on.ledger.open.append((cause, track, here * np.asarray(amount, dtype=np.int64)))


def _put(run: Run, step: Step) -> None:
    rows = run.rows
    np.copyto(rows[step.to], rows[step.second], where=rows[step.first], casting="unsafe")


def _put_number(run: Run, step: Step) -> None:
    np.copyto(run.rows[step.to], step.number, where=run.rows[step.first], casting="unsafe")


def _raise_bits(run: Run, step: Step) -> None:
    run.rows[step.to] |= run.rows[step.first] * np.uint8(step.number)


def _settle(run: Run, step: Step) -> bool:
    """Settle all readings that settle here, in one piece."""
    readings, moved, tracks = run.on.readings, run.on.moved, run.on.tracks
    np.add(moved, readings, out=moved)
    np.maximum(moved, tracks.low, out=moved)
    np.minimum(moved, tracks.high, out=moved)
    readings[...] = moved
    moved.fill(0)
    return True


def _luck(run: Run, step: Step) -> None:
    _drawn(run, step, lambda at: step.more)


def _luck_row(run: Run, step: Step) -> None:
    def edge(at: NDArray[np.intp]) -> Any:
        percent = np.clip(run.rows[step.second][at].astype(np.int64), 0, 100)
        return step.more + percent * WHOLE // 100

    _drawn(run, step, edge)


def _under(run: Run, step: Step) -> None:
    _drawn(run, step, lambda at: run.rows[step.second][at])


def _drawn(run: Run, step: Step, edge: Callable[[NDArray[np.intp]], Any]) -> None:
    """Write where a draw falls under an *edge*, drawn only where it matters."""
    found = np.zeros(run.tables, dtype=np.bool_)
    at, draws = run.draw(step)
    if at.size:
        found[at] = draws < edge(at)
    run.rows[step.to] = found


def _parts(run: Run, step: Step) -> None:
    percent = np.clip(run.rows[step.first].astype(np.int64), 0, 100)
    run.rows[step.to] = (percent * WHOLE // 100).astype(step.kind)


def _skip(run: Run, step: Step) -> bool:
    return not run.rows[step.first].any()


def _season(run: Run, step: Step) -> bool:
    return not step.more >> run.month & 1


def _turn(run: Run, step: Step) -> None:
    run.month += 1
    run.rows[step.to] += np.int8(1)


def _tell(run: Run, step: Step) -> None:
    ledger, column = run.on.ledger, run.on.ledger.column
    if not (ledger.keeps and run.rows[step.first][column] and run.on.live[column]):
        return
    telling = run.program.tellings[step.more]
    cause = run.known(telling.cause)
    named = cause.id if telling.number is None else str(int(run.rows[telling.number][column]))
    told = Happening(
        month=run.month,
        phase=telling.phase,
        kind=telling.kind,
        id=named,
        side=cause.side,
        title=cause.title,
        why=cause.why,
        cites=cause.cites,
        seen_by=(cause.owner,) if cause.owner else run.on.tracks.sides,
    )
    ledger.happenings.append(replace(told, **telling.told))


def _close(run: Run, step: Step) -> None:
    on = run.on
    if on.ledger.open:
        on.ledger.write(run.month, PHASES[step.more], on.readings, on.tracks)


CARRIED_OUT: Mapping[Word, Callable[[Run, Step], object]] = {
    Word.SET: _set,
    Word.ALL: _all,
    Word.MOV: _mov,
    Word.ADD: _pair(np.add),
    Word.SUB: _pair(np.subtract),
    Word.MUL: _pair(np.multiply),
    Word.MIN: _pair(np.minimum),
    Word.MAX: _pair(np.maximum),
    Word.ADDI: _with_number(np.add),
    Word.MULI: _with_number(np.multiply),
    Word.DIVI: _with_number(np.floor_divide),
    Word.MODI: _with_number(np.remainder),
    Word.EQ: _compared(np.equal),
    Word.GT: _compared(np.greater),
    Word.EQI: _compared_to_number(np.equal),
    Word.GTI: _compared_to_number(np.greater),
    Word.LTI: _compared_to_number(np.less),
    Word.AND: _compared(np.logical_and),
    Word.OR: _compared(np.logical_or),
    Word.NOT: _not,
    Word.UNIT: _unit,
    Word.LOOK: _look,
    Word.STRIKE: _strike,
    Word.STRIKEV: _strike_row,
    Word.PUT: _put,
    Word.PUTI: _put_number,
    Word.ORI: _raise_bits,
    Word.SETTLE: _settle,
    Word.LUCK: _luck,
    Word.LUCKV: _luck_row,
    Word.PARTS: _parts,
    Word.UNDER: _under,
    Word.SKIP: _skip,
    Word.SEASON: _season,
    Word.TURN: _turn,
    Word.TELL: _tell,
    Word.CLOSE: _close,
}
"""How each word is carried out."""


class Machine:
    """Carries one program out."""

    def __init__(self, program: Program, tracks: Tracks | None = None) -> None:
        """Make ready to carry a *program* out, over *tracks* if it moves any."""
        self.program, self.tracks = program, tracks
        self.steps = taken(program)
        self.kind = max((program.kinds_of_sums), key=lambda kind: kind.itemsize, default=np.dtype(np.int8))

    def play(
        self, tables: Tables, sheets: Row | None = None, dice: Dice = FAIR, ledger: Ledger = SILENT
    ) -> tuple[Tables, NDArray[np.int16]]:
        """Return *tables* as they stand at the end of the program, and the rows it hands over.

        Tables that were over before stay as they were; the month is turned as the program turns it.
        """
        program, narrow, wide = self.program, tables.narrow.copy(), tables.wide.copy()
        after = replace(tables, narrow=narrow, wide=wide)
        rows = [line for name in STATE for line in _lines(after, name)]
        rows.append(np.full(tables.count, tables.month, dtype=np.int8))
        if sheets is not None:
            rows += list(sheets.reshape(-1, tables.count).copy())
        rows += [np.zeros(0, dtype=np.int8)] * (program.rows - len(rows))
        moved = np.zeros(after.readings.shape, dtype=self.kind)
        for row, track in program.sums.items():
            rows[row] = moved[track]
        assert self.tracks is not None
        played = Played(tables.seeds, tables.live, after.readings, moved, self.tracks, dice, ledger)
        run = Run(program, rows, tables.count, tables.month, played).go(self.steps)
        found = [run.rows[row] for row in program.results]
        handed = np.array(found, dtype=np.int16).reshape(len(found), tables.count)
        return replace(after, month=run.month).keep_over(tables), handed

    def read_off(self, state: Any) -> Row:
        """Return the first row handed over, read off tables, a view, or what stands in for one."""
        program = self.program
        given = [_given(state, *asked) for asked in program.inputs if asked[0] != "month"]
        tables = given[0].shape[-1] if given else state.readings.shape[-1]
        if program.month >= 0:
            given.insert(program.month, np.full(tables, state.month, dtype=np.int8))
        rows = given + [np.zeros(0, dtype=np.int8)] * (program.rows - len(given))
        return Run(program, rows, tables).go(self.steps).rows[program.results[0]]


def _lines(tables: Tables, name: str) -> Row:
    """Return an array of state row by row, a truth as 1 or 0."""
    array = STATE[name].__get__(tables, Tables).reshape(-1, tables.count)
    return array.view(np.int8) if array.dtype == np.bool_ else array


def _given(state: Any, array: str, row: int | str) -> Row:
    """Return a number that stands beside the readings, or one row of an array of *state*."""
    if array == "value":
        found: Row = state.value(row)
        return found
    held = getattr(state, array)
    line: Row = held if held.ndim == 1 else held[row]
    return line.view(np.int8) if line.dtype == np.bool_ else line
