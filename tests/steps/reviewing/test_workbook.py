"""The worklist of a reviewer: out, filled in by hand, and in again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from secaudit.campaign import OUTCOMES
from secaudit.exchange.reviews import COLUMNS
from secaudit.language import LANGUAGES, Language, _, active, using
from secaudit.officer.verdicts import Verdict
from secaudit.problems import Problem, Refused, WrongUsage
from secaudit.questionnaire import word
from secaudit.steps.reviewing.review import Reviewed
from secaudit.steps.reviewing.workbook import export_worklist, import_reviews
from secaudit.steps.reviewing.worklist import sample
from tests.conftest import needs
from tests.exchange.spreadsheet import Spreadsheet, has_office, office
from tests.municipality import ANSWERED, Municipality, acting

EVIDENCE = [{"reference": "ESDH 2026-1", "seen_on": "2026-09-01"}]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Messages are told in English here."""
    with using("en"):
        yield


@pytest.fixture
def answered(municipality: Municipality) -> Municipality:
    """Two systems have been answered by their owner."""
    partly = {"status": "delvist opfyldt", "comment": "=Kun halvdelen"}
    municipality.record(
        municipality.answer("p01", "system-arkiv", {"T.1": partly}),
        municipality.answer("p01", "system-omsorg"),
    )
    return municipality


def exported(municipality: Municipality) -> Spreadsheet:
    """Every answer that one may doubt, in a spreadsheet."""
    works = sample(municipality.workspace, None, ANSWERED, 100, "x")
    path = municipality.folder / "svar.xlsx"
    return Spreadsheet(export_worklist(works, path), COLUMNS)


def imported(
    municipality: Municipality, path: Path, warnings: list[Problem] | None = None
) -> tuple[Reviewed, ...]:
    """Read a spreadsheet back."""
    told = [] if warnings is None else warnings
    workspace = municipality.workspace
    return import_reviews(workspace, None, path, acting(ANSWERED), told.append)


def row(sheet: Spreadsheet, subject: str = "system:arkiv", control: str = "T.1") -> int:
    """The row of an answer."""
    return next(
        n
        for n in range(2, sheet.below())
        if (sheet.read(n, "subject"), sheet.read(n, "control")) == (subject, control)
    )


def said(outcome: str) -> str:
    """The word for a verdict."""
    return _(OUTCOMES[outcome])


def test_an_answer_is_a_row_with_all_that_is_known_of_it(
    answered: Municipality,
) -> None:
    sheet = exported(answered)
    found = {column.key: sheet.read(row(sheet), column.key) for column in COLUMNS}
    word = answered.campaign().words["system:arkiv", "T.1"]
    assert (found["name"], found["subject"]) == ("Arkiv", "system:arkiv")
    assert (found["status"], found["comment"]) == ("partial", "=Kun halvdelen")
    assert (found["person"], found["version"]) == ("Anna Holm", word.sequence)
    assert found["answered_on"].date() == word.answered_on
    assert (found["earlier"], found["outcome"], found["reason"]) == (None, None, None)
    assert "ESDH" in str(sheet.read(row(sheet, control="T.2"), "evidence"))
    assert sheet.read(row(sheet, control="T.2"), "reviewed_on") is not None


def test_verdicts_and_statuses_are_chosen_from_lists(answered: Municipality) -> None:
    choices = exported(answered).page.data_validations.dataValidation
    assert [choice.formula1 for choice in choices] == [
        f'"{",".join(map(_, OUTCOMES.values()))}"',
        '"met,partial,not met,not applicable,unknown"',
    ]


def test_a_worklist_that_nobody_touched_says_nothing(answered: Municipality) -> None:
    head = answered.register.head()
    assert imported(answered, exported(answered).path) == ()
    assert answered.register.head() == head


@pytest.mark.parametrize("language", LANGUAGES)
def test_verdicts_are_recorded_in_either_language(
    answered: Municipality, language: Language
) -> None:
    with using(language):
        sheet = exported(answered)
        sheet.write(row(sheet), outcome=said("agreed"))
        sheet.write(
            row(sheet, control="T.2"), outcome=said("returned"), reason="Se på det igen"
        )
        sheet.write(
            row(sheet, "system:omsorg"),
            outcome=said("assessed").upper(),
            counts=word("not-met", active()),
            reason="Ingen dokumentation",
        )
    assert len(imported(answered, sheet.save())) == 3
    campaign = answered.campaign()
    found = {
        key: (review.outcome, review.status, review.reason)
        for key, review in campaign.reviews.items()
    }
    assert found == {
        ("system:arkiv", "T.1"): ("agreed", None, ""),
        ("system:arkiv", "T.2"): ("returned", None, "Se på det igen"),
        ("system:omsorg", "T.1"): ("assessed", "not-met", "Ingen dokumentation"),
    }
    assert campaign.review(("system:arkiv", "T.1")) is not None
    assert campaign.reviews["system:arkiv", "T.1"].by == "Officer"


def test_libreoffice_changes_nothing(answered: Municipality, tmp_path: Path) -> None:
    needs("LibreOffice", has_office())
    sheet, warnings = exported(answered), list[Problem]()
    sheet.write(row(sheet), outcome=said("agreed"))
    (tmp_path / "back").mkdir()
    back = office(sheet.save(), tmp_path / "back")
    assert len(imported(answered, back, warnings)) == 1
    assert warnings == []


def test_a_worklist_can_be_read_twice(answered: Municipality) -> None:
    sheet = exported(answered)
    sheet.write(row(sheet), outcome=said("returned"), reason="Se på det igen")
    assert len(imported(answered, sheet.save())) == 1
    head = answered.register.head()
    assert imported(answered, sheet.path) == ()
    assert answered.register.head() == head


def test_what_was_said_already_is_shown(answered: Municipality) -> None:
    answered.review(Verdict("arkiv", "T.1", "assessed", "not-met", "Nej"))
    sheet = exported(answered)
    earlier = f"{said('assessed')} · not met · Nej"
    assert sheet.read(row(sheet), "earlier") == earlier
    assert sheet.read(row(sheet), "status") == "partial"


def test_a_reviewer_may_think_again(answered: Municipality) -> None:
    answered.review(Verdict("arkiv", "T.1", "returned", reason="Nej"))
    sheet = exported(answered)
    sheet.write(row(sheet), outcome=said("agreed"))
    assert len(imported(answered, sheet.save())) == 1
    assert answered.campaign().reviews["system:arkiv", "T.1"].outcome == "agreed"


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        ({"reason": "Se på det igen"}, "H{n}: the verdict is missing"),
        ({"counts": "met"}, "H{n}: the verdict is missing"),
        (
            {"outcome": "agred"},
            "H{n}: 'agred' is not a verdict; write 'agreed', 'sent back', 'assessed otherwise'",
        ),
        (
            {"outcome": "returned"},
            "J{n}: say here why: the owner is to understand it",
        ),
        (
            {"outcome": "assessed", "counts": "met"},
            "J{n}: say here why: the owner is to understand it",
        ),
        (
            {"outcome": "assessed", "reason": "x"},
            "I{n}: say here what it is assessed as",
        ),
        (
            {"outcome": "assessed", "reason": "x", "counts": "mett"},
            "I{n}: 'mett' is not a valid status; write 'met', 'partial', 'not met', "
            "'not applicable', 'unknown'",
        ),
        (
            {"outcome": "agreed", "counts": "met"},
            "I{n}: belongs to the verdict 'assessed otherwise' only",
        ),
        (
            {"outcome": "assessed", "reason": "x", "counts": "delvist opfyldt"},
            "I{n}: is what the owner answered; the verdict is 'agreed' then",
        ),
        ({"outcome": "=1+1"}, "H{n}: holds a formula; write what is meant"),
        (
            {"outcome": "agreed", "version": None},
            "O{n}: the version of the answer is missing; make a new list",
        ),
        (
            {"outcome": "agreed", "version": 1e300},
            "O{n}: expected a whole number, found '1e+300'",
        ),
        (
            {"outcome": "agreed", "version": 2},
            "O{n}: T.1 of Arkiv has been answered again since; read it first",
        ),
        (
            {"outcome": "agreed", "subject": "system:arkv"},
            "B{n}: there is nothing called 'system:arkv' in the campaign; "
            "did you mean 'system:arkiv'?",
        ),
        (
            {"outcome": "agreed", "control": "T.9"},
            "B{n}: system:arkiv is not asked about 'T.9'; did you mean 'T.3'?",
        ),
        (
            {"outcome": "agreed", "subject": "system:backup", "control": "T.3"},
            "B{n}: T.3 of Backup has no answer to review",
        ),
    ],
)
def test_what_cannot_be_is_told_at_its_cell(
    answered: Municipality, cells: dict[str, Any], complaint: str
) -> None:
    sheet = exported(answered)
    n = row(sheet)
    sheet.write(n, **cells)
    head = answered.register.head()
    with pytest.raises(Refused) as refused:
        imported(answered, sheet.save())
    assert [problem.message for problem in refused.value.problems] == [
        complaint.format(n=n)
    ]
    assert answered.register.head() == head


def test_what_cannot_be_not_applicable_cannot_be_assessed_so(
    answered: Municipality,
) -> None:
    sheet = exported(answered)
    sheet.write(
        row(sheet, control="T.2"),
        outcome="assessed",
        counts="ikke relevant",
        reason="Nej",
    )
    with pytest.raises(Refused) as refused:
        imported(answered, sheet.save())
    assert [p.code for p in refused.value.problems] == ["not-applicable-here"]


def test_the_same_answer_in_two_rows_is_refused(answered: Municipality) -> None:
    sheet = exported(answered)
    for n in (row(sheet), row(sheet, control="T.2")):
        sheet.write(n, control="T.1", outcome="agreed")
    with pytest.raises(Refused) as refused:
        imported(answered, sheet.save())
    assert "duplicate-row" in [p.code for p in refused.value.problems]


def test_an_answer_that_came_after_the_list_was_made_is_to_be_read_first(
    answered: Municipality,
) -> None:
    sheet = exported(answered)
    later = date(2026, 9, 25)
    answered.record(answered.answer("p01", "system-arkiv", on=later), on=later)
    sheet.write(row(sheet), outcome="agreed")
    with pytest.raises(Refused) as refused:
        imported(answered, sheet.save())
    assert [p.code for p in refused.value.problems] == ["changed-since"]


def test_what_another_reviewer_said_meanwhile_is_not_overruled_unseen(
    answered: Municipality,
) -> None:
    sheet = exported(answered)
    answered.review(Verdict("arkiv", "T.1", "returned", reason="Nej"))
    sheet.write(row(sheet), outcome="agreed")
    with pytest.raises(Refused) as refused:
        imported(answered, sheet.save())
    assert [p.code for p in refused.value.problems] == ["changed-since"]


def test_rows_without_a_verdict_are_left_alone_whatever_became_of_them(
    answered: Municipality,
) -> None:
    sheet = exported(answered)
    answered.review(Verdict("arkiv", "T.1", "returned", reason="Nej"))
    sheet.write(row(sheet), comment="rettet af mig", version=1)
    sheet.write(row(sheet, control="T.2"), outcome="agreed")
    assert [one.control for one in imported(answered, sheet.save())] == ["T.2"]


def test_what_was_written_in_the_owners_cells_is_a_warning(
    answered: Municipality,
) -> None:
    sheet, warnings = exported(answered), list[Problem]()
    sheet.write(row(sheet), comment="rettet af mig", outcome="agreed")
    assert len(imported(answered, sheet.save(), warnings)) == 1
    assert [(p.code, p.severity) for p in warnings] == [("read-only", "warning")]


def test_one_wrong_row_and_nothing_is_recorded(answered: Municipality) -> None:
    sheet = exported(answered)
    sheet.write(row(sheet), outcome="agreed")
    sheet.write(row(sheet, control="T.2"), outcome="returned")
    head = answered.register.head()
    with pytest.raises(Refused) as refused:
        imported(answered, sheet.save())
    assert [p.code for p in refused.value.problems] == ["missing-reason"]
    assert answered.register.head() == head


def test_a_closed_campaign_refuses_a_worklist(answered: Municipality) -> None:
    sheet = exported(answered)
    sheet.write(row(sheet), outcome="agreed")
    answered.close()
    with answered.refuses("2026"):
        imported(answered, sheet.save())


def test_a_worklist_is_a_workbook(answered: Municipality) -> None:
    with pytest.raises(WrongUsage):
        export_worklist((), answered.folder / "svar.csv")


def test_a_worklist_with_nothing_in_it_has_its_head(answered: Municipality) -> None:
    path = export_worklist((), answered.folder / "svar.xlsx")
    assert imported(answered, path) == ()
