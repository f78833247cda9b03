"""What may be said of an answer: the same on the command line and in a worklist."""

from typing import Any

import pytest

from secaudit.campaign import OUTCOMES
from secaudit.exchange.reviews import COLUMNS
from secaudit.language import _
from secaudit.officer.verdicts import Verdict, breaches
from secaudit.problems import Refused
from secaudit.steps.reviewing.workbook import export_worklist, import_reviews
from secaudit.steps.reviewing.worklist import one
from tests.exchange.spreadsheet import Spreadsheet
from tests.municipality import ANSWERED, Municipality, acting

LACKING = {"status": "delvist opfyldt", "comment": "Kun for én afdeling"}


@pytest.fixture
def answered(municipality: Municipality) -> Municipality:
    """The archive: T.1 partly met, T.2 met."""
    path = municipality.answer("p01", "system-arkiv", {"T.1": LACKING})
    municipality.record(path)
    return municipality


def codes(municipality: Municipality, verdict: Verdict) -> list[str]:
    """The rules that a verdict breaks."""
    key = (f"system:{verdict.subject}", verdict.control)
    item = next(item for item in municipality.picture().items if item.key == key)
    return sorted(breach.code for breach in breaches(verdict, item))


def in_a_worklist(municipality: Municipality, verdict: Verdict) -> list[str]:
    """The rules that its row breaks, once it is filled in; none if it was recorded."""
    workspace, path = municipality.workspace, municipality.folder / "svar.xlsx"
    work = one(workspace, None, verdict.subject, verdict.control, ANSWERED)
    sheet = Spreadsheet(export_worklist([work], path), COLUMNS)
    cells: dict[str, Any] = {"outcome": _(OUTCOMES[verdict.outcome])}
    cells |= {"counts": verdict.status or None, "reason": verdict.reason or None}
    if verdict.of is not None:
        cells["version"] = verdict.of
    sheet.write(2, **cells)
    try:
        import_reviews(workspace, None, sheet.save(), acting(ANSWERED))
    except Refused as refused:
        return sorted(problem.code for problem in refused.problems)
    return []


@pytest.mark.parametrize(
    ("outcome", "told", "broken"),
    [
        ("returned", {}, ["missing-reason"]),
        ("assessed", {"status": "opfyldt"}, ["missing-reason"]),
        ("assessed", {"reason": "x"}, ["missing-status"]),
        ("assessed", {"reason": "x", "status": "opfyld"}, ["unknown-status"]),
        ("assessed", {"reason": "x", "status": "delvist opfyldt"}, ["same-status"]),
        ("assessed", {"status": "partial"}, ["missing-reason", "same-status"]),
        ("agreed", {"status": "opfyldt"}, ["needless-status"]),
        ("agreed", {"of": 2}, ["changed-since"]),
        ("returned", {"of": 2}, ["changed-since"]),
    ],
)
def test_the_command_line_and_a_worklist_refuse_the_same(
    answered: Municipality, outcome: str, told: dict[str, Any], broken: list[str]
) -> None:
    verdict = Verdict("arkiv", "T.1", outcome, **told)
    head = answered.register.head()
    assert codes(answered, verdict) == broken
    with pytest.raises(Refused):
        answered.review(verdict)
    assert in_a_worklist(answered, verdict) == broken
    assert answered.register.head() == head


def test_what_cannot_be_not_applicable_is_refused_in_both(
    answered: Municipality,
) -> None:
    verdict = Verdict("arkiv", "T.2", "assessed", "ikke relevant", "Nej")
    assert codes(answered, verdict) == ["not-applicable-here"]
    with pytest.raises(Refused):
        answered.review(verdict)
    assert in_a_worklist(answered, verdict) == ["not-applicable-here"]


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("agreed", {}),
        ("agreed", {"reason": "Set på stedet"}),
        ("returned", {"reason": "Hvornår?"}),
        ("assessed", {"status": "not-met", "reason": "Set på stedet"}),
    ],
)
def test_the_command_line_and_a_worklist_take_the_same(
    answered: Municipality, outcome: str, told: dict[str, Any]
) -> None:
    verdict = Verdict("arkiv", "T.1", outcome, **told)
    assert codes(answered, verdict) == []
    typed = answered.copy(answered.folder.with_name("kommandolinje"))
    typed.review(verdict)
    assert in_a_worklist(answered, verdict) == []
    assert answered.campaign().reviews == typed.campaign().reviews
