"""A correction of a system's facts opens and closes the questions that depend on them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from secaudit.steps.issuing.plan import reissue
from secaudit.steps.returned.record import Recorded
from tests.municipality import Municipality


@pytest.fixture
def municipality(tmp_path: Path) -> Municipality:
    """Of which one system is known to hold no personal data: T.6 is not asked of it."""
    one = Municipality(tmp_path / "m")
    one.open()
    one.issue()
    return one


Corrected = Callable[[str, str, str], Recorded]


@pytest.fixture
def corrected(municipality: Municipality) -> Corrected:
    """Records a form in which a fact was corrected and something said of T.6."""

    def corrected(form: str, fact: str, answer: str) -> Recorded:
        path = municipality.answer("p01", form)
        lines = path.read_text(encoding="utf-8").split("\n")
        at = next(n for n, line in enumerate(lines) if line.startswith("  personal_"))
        lines[at] = f"  personal_data: {fact}"
        text = "\n".join(lines)
        if "\n  T.6:\n" in text:
            text = text.replace("\n    status: opfyldt", f"\n    status: {answer}")
        elif answer:
            text += f"  T.6: {{status: {answer}}}\n"
        path.write_text(text, encoding="utf-8")
        return municipality.record(path)

    return corrected


def codes(recorded: Recorded) -> list[str]:
    """What refuses the document."""
    return [p.code for p in recorded.problems if p.severity == "error"]


def test_a_question_that_the_correction_opens_may_be_answered(
    municipality: Municipality, corrected: Corrected
) -> None:
    assert codes(corrected("system-arkiv", "[cpr]", "opfyldt")) == []
    word = municipality.campaign().words["system:arkiv", "T.6"]
    assert word.answer.status == "met"


def test_a_question_that_the_correction_opens_may_wait(corrected: Corrected) -> None:
    assert codes(corrected("system-arkiv", "[cpr]", "")) == []


def test_what_no_correction_opens_is_still_not_asked(corrected: Corrected) -> None:
    assert codes(corrected("system-arkiv", "[none]", "opfyldt")) == ["not-asked"]
    assert codes(corrected("system-arkiv", "[ordinary]", "opfyldt")) == ["not-asked"]


def test_a_fact_that_is_taken_away_is_unknown_and_asks(corrected: Corrected) -> None:
    assert codes(corrected("system-arkiv", "", "opfyldt")) == []


def test_a_question_that_the_correction_closes_may_stay_empty(
    municipality: Municipality,
) -> None:
    path = municipality.answer("p01", "system-omsorg")
    text = path.read_text(encoding="utf-8")
    before, _line, after = text.partition("\n  T.6:\n")
    assert after
    empty = before + "\n  T.6:\n" + after.replace("status: opfyldt", "status:", 1)
    path.write_text(empty, encoding="utf-8")
    assert "unanswered" in codes(municipality.record(path))
    path.write_text(empty.replace("[cpr, sensitive]", "[ordinary]"), encoding="utf-8")
    assert codes(municipality.record(path)) == []
    campaign = municipality.campaign()
    assert ("system:omsorg", "T.6") not in campaign.words


def test_once_the_officer_agrees_what_was_answered_early_stands(
    municipality: Municipality, corrected: Corrected
) -> None:
    corrected("system-arkiv", "[cpr]", "opfyldt")
    municipality.edit(
        "inventory/systems.yaml", "personal_data: [none]", "personal_data: [cpr]"
    )
    issued = municipality.issue(planner=reissue("system:arkiv"))
    assert [path.name for path in issued.unsent] == ["system-arkiv.yaml"]
