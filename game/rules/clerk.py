"""The clerk: puts down what changes at the tables, and what is told of it (§3.5, §14)."""

from typing import Any

from game.rules.cause import Cause
from game.rules.ledger import HappeningKind, Phase
from game.rules.program import Hushed, Telling
from game.rules.value import Operand, Span, Value
from game.rules.words import Word
from game.rules.writer import Writer


class Clerk(Writer):
    """Puts down words that change rows which keep their place."""

    def keep(self, operand: Operand) -> Value:
        """Return a row of its own that holds *operand* and can be changed."""
        held = self.value(operand)
        kept = self._row(self.spans[held.row], mask=held.mask)
        self.steps.append([Word.MOV, kept, held.row, 0, 0, 0])
        self.kept.add(kept)
        return Value(self, kept)

    def put(self, row: Value, operand: Operand) -> None:
        """Write into a *row* here."""
        here, span = self._where[-1], self.span(operand)
        if here is False:
            return
        if here is True:
            self._change([Word.MOV, row.row, self.value(operand).row, 0, 0, 0], span, anew=True)
        elif isinstance(operand, Value):
            self._change([Word.PUT, row.row, self.value(here).row, operand.row, 0, 0], span)
        else:
            number = -int(operand) if row.mask else operand
            self._change([Word.PUTI, row.row, self.value(here).row, 0, number, 0], span)

    def raise_bit(self, row: Value, where: Operand, bit: int) -> None:
        """Set one bit of a *row* here."""
        here = self.all_of(self._where[-1], where)
        if here is False:
            return
        mask = self.value(here)
        self._change([Word.ORI, row.row, mask.row, 0, 1 << bit, 0], (0, 255))

    def add(self, row: Value, amount: Operand) -> None:
        """Add an *amount* to a *row* here, which no cause is told of."""
        if (amount == 0 and not isinstance(amount, Value)) or self._where[-1] is False:
            return
        mask, (low, high), stood = self.value(self._where[-1]).row, self.span(amount), self.spans[row.row]
        span = (stood[0] + min(low, 0), stood[1] + max(high, 0))
        if isinstance(amount, Value):
            self._change([Word.STRIKEV, row.row, mask, amount.row, 0, -1], span)
        else:
            self._change([Word.STRIKE, row.row, mask, 0, amount, -1], span)

    def strike(self, cause: Cause | Hushed | None, track: int, amount: Operand) -> None:
        """Move a *track* by an *amount* here, for a *cause*; it shows when the phase is settled (§3.5)."""
        if (amount == 0 and not isinstance(amount, Value)) or self._where[-1] is False:
            return
        mask, total = self.value(self._where[-1]).row, self._sum(track)
        low, high = self.span(amount)
        before = self.gathered[total]
        span = self.gathered[total] = (before[0] + min(low, 0), before[1] + max(high, 0))
        why = self._cause(cause)
        if isinstance(amount, Value):
            self._change([Word.STRIKEV, total, mask, amount.row, 0, why], span)
        else:
            self._change([Word.STRIKE, total, mask, 0, amount, why], span)

    def settle(self, phase: Phase) -> None:
        """Close a phase: sum the moves and hold every reading to its range (§3.5)."""
        self.steps.append([Word.CLOSE, 0, 0, 0, 0, list(Phase).index(phase)])
        for track in sorted(self._stirred):
            reading, total = self.row("readings", track).row, self.sums[track]
            low, high = self.spans[reading]
            self.steps.append([Word.SETTLE, reading, total, low, high, 0])
            self._versions.update((reading, total))
            least, most = self.gathered.pop(total)
            self._wide(total, (least + low, most + high))
        self._stirred.clear()

    def turn(self) -> None:
        """Turn to the next month."""
        self._change([Word.TURN, self.month.row, 0, 0, 0, 0], (0, 0))

    def tell(
        self,
        phase: Phase,
        kind: HappeningKind,
        cause: Cause | Hushed,
        where: Operand = True,
        number: Value | None = None,
        **told: Any,
    ) -> None:
        """Tell what came to pass here; nothing where no books are kept."""
        mask = self.all_of(self._where[-1], where)
        if mask is not False:
            self.tellings.append(Telling(phase, kind, cause, told, None if number is None else number.row))
            self.steps.append([Word.TELL, 0, self.value(mask).row, 0, 0, len(self.tellings) - 1])

    def _change(self, step: list[int], span: Span, anew: bool = False) -> None:
        """Put down a step that changes a row, which then spans *span* too."""
        self.steps.append(step)
        self._versions[step[1]] += 1
        self._wide(step[1], span)

    def _wide(self, row: int, span: Span) -> None:
        low, high = self.spans[row]
        self.spans[row] = (min(low, span[0]), max(high, span[1]))

    def _sum(self, track: int) -> int:
        """Return the row in which the moves of a *track* gather."""
        if track not in self.sums:
            self.sums[track] = self._row((0, 0))
        self._stirred[track] = None
        self.gathered.setdefault(self.sums[track], (0, 0))
        return self.sums[track]

    def _cause(self, cause: Cause | Hushed | None) -> int:
        if cause is None:
            return -1
        if not self.causes or self.causes[-1] is not cause:
            self.causes.append(cause)
        return len(self.causes) - 1
