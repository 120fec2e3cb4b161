"""The pseudo-language: English made longer and accented, to see where a layout has no room for others."""

import re

LONGER = 1.4
"""How much longer a text becomes: the most that European languages and large Hangul need."""

_KEPT = re.compile(r"\{[^{}]*\}|\]\([^)\s]*\)|\\.|[^{}\]\\]+|.", re.DOTALL)
"""A field to fill in, the target of a link, an escaped sign: none of them changes."""

_ACCENTS = str.maketrans("aceghijklnorstuwyzACDEGHIKLNORSTUWYZ", "àçéğħíĵķłñôřšťüŵÿžÀÇĐÉĞĦÍĶŁÑÔŘŠŤÜŴŸŽ")


def longer(text: str) -> str:
    """Return *text* accented, 40 % longer and between ‹ and ›; an empty text stays empty.

    Vowels are doubled within words, as long words are what breaks a layout; fields and links are kept.
    """
    if not text.strip():
        return text
    told = "".join(part if _is_kept(part) else _drawn_out(part) for part in _KEPT.findall(text))
    return f"‹{told}{'·' * max(0, round(len(text) * LONGER) - len(told) - 2)}›"


def _is_kept(part: str) -> bool:
    return part[0] in "{]\\"


def _drawn_out(text: str) -> str:
    return re.sub(r"[aeiouAEIOU]", lambda vowel: vowel[0] + vowel[0].lower(), text).translate(_ACCENTS)
