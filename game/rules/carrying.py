"""How each word of `words.py` is carried out in numpy, and how the books are kept."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.dice import WHOLE
from game.rules.ledger import Happening, Phase
from game.rules.run import Carrying, Run, Step
from game.rules.words import Word

PHASES = tuple(Phase)


def _set(run: Run, step: Step) -> None:
    run.rows[step.to] = np.full(run.tables, step.number, dtype=step.kind)


def _all(run: Run, step: Step) -> None:
    run.rows[step.to] = np.ones(run.tables, dtype=np.bool_)


def _mov(run: Run, step: Step) -> None:
    if step.to < len(run.program.inputs):
        run.rows[step.to][...] = run.rows[step.first]
    else:
        run.rows[step.to] = run.rows[step.first].astype(step.kind)


def _reckoned(operation: Callable[..., Any], numbered: bool = False) -> Carrying:
    """Return how a word of arithmetic is carried out, with two rows or with a row and the number."""

    def carry_out(run: Run, step: Step) -> None:
        other = step.number if numbered else run.rows[step.second]
        run.rows[step.to] = operation(run.rows[step.first], other, dtype=step.kind)

    return carry_out


def _compared(operation: Callable[..., Any], numbered: bool = False) -> Carrying:
    """Return how a word is carried out that gives a mask, of two rows or of a row and the number."""

    def carry_out(run: Run, step: Step) -> None:
        other = step.number if numbered else run.rows[step.second]
        run.rows[step.to] = operation(run.rows[step.first], other)

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


def _share(run: Run, step: Step) -> None:
    share = run.rows[step.first].astype(np.int64) * run.drawn(step) >> 16
    run.rows[step.to] = share.astype(step.kind)


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


CARRIED_OUT: Mapping[Word, Carrying] = {
    Word.SET: _set,
    Word.ALL: _all,
    Word.MOV: _mov,
    Word.ADD: _reckoned(np.add),
    Word.SUB: _reckoned(np.subtract),
    Word.MUL: _reckoned(np.multiply),
    Word.MIN: _reckoned(np.minimum),
    Word.MAX: _reckoned(np.maximum),
    Word.ADDI: _reckoned(np.add, numbered=True),
    Word.MULI: _reckoned(np.multiply, numbered=True),
    Word.DIVI: _reckoned(np.floor_divide, numbered=True),
    Word.MODI: _reckoned(np.remainder, numbered=True),
    Word.EQ: _compared(np.equal),
    Word.GT: _compared(np.greater),
    Word.EQI: _compared(np.equal, numbered=True),
    Word.GTI: _compared(np.greater, numbered=True),
    Word.LTI: _compared(np.less, numbered=True),
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
    Word.SHARE: _share,
}
"""How each word is carried out."""
