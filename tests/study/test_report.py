"""The report of a study: a sentence under every field, and a schema that says what is written."""

from pydantic import BaseModel

from game.match.loading import Opened, open_scenario
from game.study import report
from game.study.options import StudyOptions
from game.study.report import StudyReport
from game.study.run import Studied, run_study


def test_every_field_of_a_report_has_a_sentence() -> None:
    models = [
        each for each in vars(report).values() if isinstance(each, type) and issubclass(each, BaseModel)
    ]
    fields = {
        f"{each.__name__}.{name}": field for each in models for name, field in each.model_fields.items()
    }

    assert len(fields) > 50
    assert [name for name, field in fields.items() if not str(field.description).endswith(".")] == []


def test_a_report_lacks_what_was_not_asked_for_and_reads_back_as_it_was() -> None:
    opened = open_scenario("first-steps")
    assert isinstance(opened, Opened)
    studied = run_study(opened, StudyOptions(games=20, seed=3))
    assert isinstance(studied, Studied)

    told = studied.report.as_json()
    assert set(told) == {name for name, field in StudyReport.model_fields.items() if field.is_required()}
    assert (studied.holds, studied.stopped) == (True, ())
    assert StudyReport.model_validate(told) == studied.report
