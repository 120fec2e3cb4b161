"""Words: what a program of rules is made of; each works on whole rows, one lane a table.

A step of a program is a word, the row it writes, up to two rows it reads, a number and something more.
A row holds numbers, or a mask: yes or no at each table. The machines are this list carried out.
"""

from enum import IntEnum


class Word(IntEnum):
    """One thing a machine can do."""

    SET = 0
    """Write the number."""
    ALL = 1
    """Write a mask that holds at every table."""
    MOV = 2
    """Write what another row holds."""
    ADD = 3
    SUB = 4
    MUL = 5
    MIN = 6
    MAX = 7
    ADDI = 8
    """Add the number."""
    MULI = 9
    """Multiply by the number."""
    DIVI = 10
    """Divide by the number, rounded down."""
    MODI = 11
    """What is left over after that."""
    EQ = 12
    GT = 13
    EQI = 14
    """Mask where a row equals the number."""
    GTI = 15
    LTI = 16
    AND = 17
    OR = 18
    NOT = 19
    UNIT = 20
    """Write 1 where a mask holds, else 0."""
    LOOK = 21
    """Look a row up in the table that begins at the number; below 0 counts as 0."""
    STRIKE = 22
    """Where a mask holds add the number; more is the cause."""
    STRIKEV = 23
    """Where a mask holds add what a row holds; more is the cause."""
    PUT = 24
    """Where a mask holds write what a row holds."""
    PUTI = 25
    """Where a mask holds write the number."""
    ORI = 26
    """Where a mask holds set the bits of the number."""
    SETTLE = 27
    """Add a sum to a reading and hold it between two numbers; the sum is 0 again (§3.5)."""
    LUCK = 28
    """Mask where a mask holds and the draw of a chance falls under so many parts of 65,536 (§13)."""
    LUCKV = 29
    """The same; to the parts comes a row's percentage, held to 0 and 100."""
    PARTS = 30
    """Turn a percentage, held to 0 and 100, into parts of 65,536."""
    UNDER = 31
    """Mask where a mask holds and a draw falls under a row of parts."""
    SKIP = 32
    """Go on at another step where a mask holds at no table."""
    SEASON = 33
    """Go on at another step in all months but those whose bits are set."""
    TURN = 34
    """Turn to the next month."""
    TELL = 35
    """Tell what came to pass where a mask holds; nothing where no books are kept."""
    CLOSE = 36
    """Close a phase in the books; nothing where none are kept."""
    SHARE = 37
    """Write as much of a row as a draw is of a certainty, rounded down; more is whose luck draws (§12)."""


MASKS = frozenset({Word.ALL, Word.EQ, Word.GT, Word.EQI, Word.GTI, Word.LTI, Word.AND, Word.OR, Word.NOT,
                   Word.LUCK, Word.LUCKV, Word.UNDER})  # fmt: skip
"""Words that write a mask."""

BLIND = frozenset({Word.SET, Word.ALL, Word.SEASON, Word.TURN, Word.CLOSE})
"""Words that read no row."""

PAIRED = frozenset({Word.ADD, Word.SUB, Word.MUL, Word.MIN, Word.MAX, Word.EQ, Word.GT, Word.AND, Word.OR,
                    Word.STRIKEV, Word.PUT, Word.LUCKV, Word.UNDER})  # fmt: skip
"""Words that read two rows."""

BOOKISH = frozenset({Word.TELL, Word.CLOSE})
"""Words that only concern the books."""

LEAPS = frozenset({Word.SKIP, Word.SEASON})
"""Words that may go on elsewhere, at the step that is their number."""

DRAWN = frozenset({Word.LUCK, Word.LUCKV, Word.UNDER, Word.SHARE})
"""Words that draw luck, other in every month."""

NUMBERED = frozenset({Word.SET, Word.ADDI, Word.MULI, Word.DIVI, Word.MODI})
"""Words that reckon with their number."""
