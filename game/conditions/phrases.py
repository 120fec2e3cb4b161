"""The phrases in which a language tells conditions: a table, one file a language."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from tomllib import loads

from pydantic import BaseModel, ConfigDict

LOCALE: Traversable = files("game") / "locale"
"""Where the languages of the program stand, a folder each."""

TABLE = "conditions.toml"
"""The name of a language's table."""

ENGLISH = "en"
"""The language the program is written in; what has no table is told in it."""

Two = tuple[str, str]


class Phrases(BaseModel):
    """What a language says for each part of a condition; game/locale/en/conditions.toml explains each."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str
    always: str
    never: str
    month: str
    own: str
    of: str
    lowered: bool
    bracketed: bool
    agreed: Two
    counted_if: str
    alike: str
    unlike: str
    within: str
    within_months: str
    among: str
    not_among: str
    minus: str
    size: str
    mixed: str
    kinds: Mapping[str, str]
    lists: Mapping[str, Two]
    folds: Mapping[str, Two]
    operators: Mapping[str, str]
    compared: Mapping[str, str]
    related: Mapping[str, str]
    multiple: Mapping[str, str] = {}
    months: Mapping[str, str]
    amounts: Mapping[str, str]
    asked: Mapping[str, Two]
    counted: Mapping[str, Two]
    units: Mapping[str, Mapping[str, str]]

    def listed(self, kind: str, told: Sequence[str]) -> str:
        """Return several things as one list."""
        between, last = self.lists[kind]
        return last.join([between.join(told[:-1]), told[-1]]) if len(told) > 1 else told[0]

    def unit(self, question: str, count: int) -> str:
        """Return so many of what a question counts, in the form that the language gives the number."""
        forms = self.units[question]
        form = forms.get(str(count)) or forms.get(self._plural(count)) if len(forms) > 1 else None
        return (form or forms["other"]).format(count)

    def _plural(self, count: int) -> str:
        from babel import Locale  # read only where a table has several forms: starts stay light

        return Locale.parse(self.language).plural_form(count)


@cache
def phrases(language: str) -> Phrases:
    """Return the table of a language, that of English where it has none."""
    table = LOCALE / language / TABLE
    if not table.is_file():
        return phrases(ENGLISH)
    return Phrases.model_validate({"language": language, **loads(table.read_text(encoding="utf-8"))})
