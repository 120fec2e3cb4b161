"""The door of `simmer explain`: what a finding's code means and what to do about it."""

from game.match.voice import Exit, complain, say_plain
from game.scenario.codes import Code, codes
from game.scenario.suggest import choices


def explain_command(name: str | None) -> Exit:
    """Explain one code, or list them all."""
    if name is None:
        for code in codes().values():
            say_plain(f"{code.name}  {code.grade:<7}  {code.title}")
        return Exit.GOOD
    known = codes().get(name.strip().upper())
    if known is None:
        hint = choices(name.upper(), codes(), most=0)
        complain(f"there is no finding with the code '{name}'; {hint or 'simmer explain lists them all'}.")
        return Exit.WRONG
    say_plain(explained(known))
    return Exit.GOOD


def explained(code: Code) -> str:
    """Return a code's explanation as plain text."""
    return f"{code.name} · {code.grade} · {code.title}\n\n{code.text}"
