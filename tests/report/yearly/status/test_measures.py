"""NIS 2-loven §§ 6-7: met only where every answer is, and silence is not a no."""

from collections.abc import Iterator
from typing import Any

import pytest

from secaudit.language import using
from secaudit.report.yearly.status.measures import MeasureRow, Measures, measures
from tests.report.acts import decide, material_of
from tests.sample_events import CRITICAL, Sample, control


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def law(id: str, *places: str, **more: Any) -> dict[str, Any]:
    """A requirement of the law, whom nobody is asked about."""
    found = control(
        id, *more.pop("kinds", ()), references={"nis2-loven": [*places]}, **more
    )
    found["control"]["theme"] = "NIS2"
    return found


SIXTH = law("NIS2.21.2.i", "§ 6, stk. 1, nr. 9", title="Adgang")
SERVING = control("A.8.1", "system", "owner", weight=3, references={"nis2": ["i"]})
SERVING["control"]["references"] = {"nis2-loven": ["§ 6, stk. 1, nr. 9"]}


def row(*statuses: str, known: Any = CRITICAL) -> MeasureRow:
    """One system for each status; "" is left unanswered."""
    (found,) = measures(material_of(asked(*statuses, known=known))).rows
    return found


def asked(*statuses: str, known: Any = CRITICAL) -> Sample:
    sample = Sample([SIXTH, SERVING]).open()
    for number, status in enumerate(statuses):
        sample.issue(f"system:s{number}", "A.8.1", facts=known)
        if status:
            sample.answer(f"system:s{number}", A_8_1=status)
    return sample


def test_without_the_law_among_the_catalogues_nothing_is_said() -> None:
    sample = Sample([control("A.8.1", "system")]).open().issue("system:a", "A.8.1")
    assert measures(material_of(sample)) == Measures("", ())


def test_the_numbers_stand_in_order_and_section_7_last() -> None:
    places = ("§ 7, stk. 2", "§ 6, stk. 1, nr. 10", "§ 7, stk. 1", "§ 6, stk. 1, nr. 9")
    sample = Sample([law(f"N.{n}", place) for n, place in enumerate(places)]).open()
    found = [row.place for row in measures(material_of(sample)).rows]
    assert found == ["§ 6(1) no. 9", "§ 6(1) no. 10", "§ 7(1)", "§ 7(2)"]
    with using("da"):
        assert measures(material_of(sample)).rows[0].place == "§ 6, stk. 1, nr. 9"


def test_other_sections_and_what_does_not_apply_are_no_measures() -> None:
    known = [
        law("N.1", "§ 10, stk. 1", "§ 10, stk. 3"),
        law("N.2", "§ 15"),
        law("N.3", "§ 6, stk. 1, nr. 1", applies=False),
    ]
    assert measures(material_of(Sample(known).open())).rows == ()


@pytest.mark.parametrize(
    ("statuses", "status", "gaps", "urgent"),
    [
        ((), "not asked", 0, 0),
        (("met",), "met", 0, 0),
        (("met", "not-met"), "partial", 1, 1),
        (("partial",), "partial", 1, 0),
        (("not-met", ""), "not met", 2, 2),
        (("unknown", ""), "unknown", 2, 2),
        (("",), "unanswered", 1, 1),
    ],
)
def test_a_measure_is_as_good_as_its_answers(
    statuses: tuple[str, ...], status: str, gaps: int, urgent: int
) -> None:
    found = row(*statuses)
    assert (found.status, found.gaps, found.a) == (status, gaps, urgent)


def test_an_answer_that_was_sent_back_is_not_a_measure_met() -> None:
    sample = asked("met")
    sample.review("system:s0", "A.8.1", "returned", reason="Hvor?")
    (found,) = measures(material_of(sample)).rows
    assert (found.status, found.gaps, found.a) == ("partial", 1, 0)


def test_what_does_not_apply_is_left_out_and_what_awaits_a_review_is_not() -> None:
    serving = control("A.8.1", "system", not_applicable="free")
    serving["control"]["references"] = SERVING["control"]["references"]
    sample = Sample([SIXTH, serving]).open().issue("system:a", "A.8.1")
    sample.answer("system:a", A_8_1="not-applicable")
    (found,) = measures(material_of(sample)).rows
    assert found.status == "not applicable"
    question = serving["control"]["questions"]["system"]
    question["not_applicable"] = "review"
    assert measures(material_of(sample)).rows[0].status == "not applicable"
    sample.issue("system:b", "A.8.1").answer("system:b", A_8_1="met")
    assert measures(material_of(sample)).rows[0].status == "partial"


def test_a_gap_that_a_decision_lets_stand_is_in_no_class_and_still_not_met() -> None:
    sample = decide(asked("not-met"), "system:s0/A.8.1")
    (found,) = measures(material_of(sample)).rows
    assert (found.status, found.gaps, found.a) == ("not met", 0, 0)


def test_an_inherited_gap_counts_once_at_its_service() -> None:
    sample = asked("not-met")
    sample.issue("system:a", inherited={"A.8.1": ["s0"]})
    assert measures(material_of(sample)).rows[0].gaps == 1


def test_what_the_law_asks_itself_counts_with_what_serves_it() -> None:
    own = law("NIS2.20", "§ 7, stk. 1", kinds=("organisation",), title="Ledelsen")
    sample = Sample([own]).open().issue("organisation:proeve", "NIS2.20")
    sample.answer("organisation:proeve", NIS2_20="met")
    (found,) = measures(material_of(sample)).rows
    assert (found.about, found.status) == ("Ledelsen", "met")


def test_whether_management_approved_the_measures_is_said() -> None:
    sample = asked("met")
    assert measures(material_of(sample)).said == (
        "No decision is recorded by which management approved the measures (§ 7(1))."
    )
    decide(sample, approves=["measures"], case="2026-7", decision="B1")
    assert measures(material_of(sample)).said == (
        "The measures were approved (§ 7(1)): "
        "5 October 2026 by Direktionen, case 2026-7."
    )
    sample.add("decision", "", {"takes_back": "B1", "on": "2026-10-20"})
    assert measures(material_of(sample)).said.startswith("No decision")
