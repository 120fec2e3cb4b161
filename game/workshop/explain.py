"""The door of `simmer explain`: what a finding's code means and what to do about it."""

from collections.abc import Sequence

from game.lint.codes import Code, codes
from game.located.suggest import choices
from game.match.voice import Exit, complain, say_plain

NEXT = "\n"
"""Parts one explanation from the next."""


def explain_command(names: Sequence[str]) -> Exit:
    """Explain codes one after the other, or list them all."""
    if not names:
        for code in codes().values():
            say_plain(f"{code.name}  {code.grade:<7}  {code.title}")
        return Exit.GOOD
    for at, name in enumerate(names):
        known = codes().get(name.strip().upper())
        if known is None:
            hint = choices(name.upper(), codes(), most=0)
            told = f"there is no finding with the code '{name}'"
            complain(f"{told}; {hint or 'simmer explain lists them all'}.")
            return Exit.WRONG
        say_plain(f"{NEXT * bool(at)}{explained(known)}")
    return Exit.GOOD


def explained(code: Code) -> str:
    """Return a code's explanation as plain text."""
    return f"{code.name} · {code.grade} · {code.title}\n\n{code.text}"
