"""The employees: topic by topic, and never so that one of them can be found."""

from collections.abc import Iterator
from typing import Any

import pytest

from secaudit.language import using
from secaudit.report.yearly.status.employees import Employees, TopicRow, employees
from tests.report.acts import material_of
from tests.sample_events import Sample, control

Counts = dict[str, dict[str, int]]
UNITS = [{"id": "soc", "name": "Social"}, {"id": "tech", "name": "Teknik"}]


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def asked(*answers: Counts | None, target: int = 80) -> Sample:
    """Topics A.6.1, A.6.2 and so on, each counted or not answered."""
    ids = [f"A.6.{number}" for number in range(1, len(answers) + 1)]
    sample = Sample([control(id, "employees") for id in ids])
    sample.open(targets={"employees": target}).issue("employees:proeve", *ids)
    sample.events[0].payload["departments"] = UNITS
    for id, counts in zip(ids, answers, strict=True):
        if counts is not None:
            answer = {"status": status_of(counts, target), "counts": counts}
            said: dict[str, Any] = {id.replace(".", "_"): answer}
            sample.answer("employees:proeve", **said)
    return sample


def status_of(counts: Counts, target: int) -> str:
    met = sum(found.get("met", 0) for found in counts.values())
    every = sum(sum(found.values()) for found in counts.values())
    return "met" if 100 * met >= target * every else "partial"


def topic(counts: Counts | None, **more: Any) -> TopicRow:
    (row,) = employees(material_of(asked(counts, **more))).topics
    return row


def said(*answers: Counts | None) -> str:
    return employees(material_of(asked(*answers))).said


def of(met: int, every: int) -> dict[str, int]:
    return {"met": met, "not-met": every - met}


def test_where_nobody_is_asked_nothing_is_said() -> None:
    sample = Sample([control("A.8.1", "system")]).open().issue("system:a", "A.8.1")
    assert employees(material_of(sample)) == Employees("", ())


def test_topics_are_counted_in_their_number() -> None:
    good, bad = {"soc": of(9, 10)}, {"soc": of(1, 10)}
    ten = "10 employees answered: Social 10. The employees are asked about"
    assert said(bad) == f"{ten} 1 topic; 0 reach the target."
    assert said(good) == f"{ten} 1 topic; 1 reaches the target."
    assert said(good, bad) == f"{ten} 2 topics; 1 reaches the target."
    assert said(good, good, None).endswith("2 reach the target. 1 has no answer.")
    assert said(None, None).endswith("0 reach the target. 2 have no answer.")


def test_how_many_answered_is_told_with_the_share_where_that_is_known() -> None:
    sample = asked({"soc": of(9, 25), "tech": of(1, 10), "": of(1, 6)})
    units = [{**unit, "employees": 100} for unit in UNITS]
    sample.events[0].payload["departments"] = [*units, {"id": "x", "name": "X"}]
    begin = "41 employees answered: Social 25 %, Teknik 10 %, others 6. The"
    assert employees(material_of(sample)).said.startswith(begin)
    sample.events[0].payload["departments"] = units
    begin = "41 of 200 employees answered (20 %): Social 25 %, Teknik 10 %, others 6."
    assert employees(material_of(sample)).said.startswith(begin)
    with using("da"):
        begin = "41 af 200 medarbejdere har svaret (20 %): Social 25 %, Teknik 10 %, "
        assert employees(material_of(sample)).said.startswith(f"{begin}øvrige 6.")


def test_of_fewer_than_five_nobody_is_told_how_many_they_are() -> None:
    assert said({"": of(1, 4)}).startswith("The employees are asked about 1 topic")


def test_a_table_that_leaves_topics_out_says_so() -> None:
    good = {"soc": of(9, 10)}
    assert "shown" not in said(*[good] * 6)
    assert said(*[good] * 7).endswith("The 6 weakest are shown.")


def test_the_share_is_of_those_that_it_applies_to_and_rounded_down() -> None:
    row = topic({"soc": {"met": 199, "not-met": 1, "not-applicable": 50}})
    assert (row.share, row.asked) == ("99 %", "250 employees")
    assert topic({"soc": {"met": 5, "partial": 5}}).share == "50 %"


def test_the_target_is_that_of_the_profile() -> None:
    assert topic({"soc": of(8, 10)}, target=75).target == "75 %"
    sample = asked({"soc": of(8, 10)})
    sample.events[0].payload["profile"] = {}
    assert employees(material_of(sample)).topics[0].target == "100 %"


def test_what_nobody_counted_is_a_dash_and_comes_last() -> None:
    sample = asked(None, {"soc": of(9, 10)}, {"soc": of(1, 10)})
    rows = employees(material_of(sample)).topics
    assert [row.share for row in rows] == ["10 %", "90 %", "–"]
    assert (rows[-1].asked, rows[-1].weakest) == ("–", "")


def test_the_tenth_topic_is_not_among_the_first_where_they_are_equal() -> None:
    sample = asked(*[{"soc": of(5, 10)}] * 10)
    ids = [r.control.split()[0] for r in employees(material_of(sample)).topics]
    assert ids == [f"A.6.{number}" for number in range(1, 7)]


def test_fewer_than_five_are_not_shown_by_themselves() -> None:
    row = topic({"": of(1, 4)})
    assert (row.asked, row.share, row.weakest) == ("fewer than 5", "–", "")
    assert topic({"": of(1, 5)}).share == "20 %"


def test_nor_are_fewer_than_five_that_it_applies_to() -> None:
    few = {"met": 0, "not-met": 2, "not-applicable": 10}
    assert topic({"soc": few}).share == "–"
    row = topic({"soc": few, "tech": of(9, 10)})
    assert (row.share, row.weakest) == ("75 %", "")


def test_departments_that_were_put_together_are_never_the_weakest() -> None:
    counts = {"soc": of(90, 100), "tech": of(70, 100), "": of(0, 8)}
    assert topic(counts).weakest == "Teknik 70 %"
    assert topic({"soc": of(9, 10), "": of(0, 8)}).weakest == ""


def test_where_all_stand_alike_none_is_the_weakest() -> None:
    assert topic({"soc": of(10, 10), "tech": of(20, 20)}).weakest == ""
    assert topic({"soc": of(10, 10)}).weakest == ""


def test_only_one_clearly_below_the_whole_is_told() -> None:
    assert topic({"soc": of(70, 100), "tech": of(60, 100)}).weakest == "Teknik 60 %"
    assert topic({"soc": of(69, 100), "tech": of(60, 100)}).weakest == ""


def test_a_department_that_is_no_more_is_called_by_its_id() -> None:
    assert topic({"gone": of(0, 10), "soc": of(9, 10)}).weakest == "gone 0 %"


def test_the_employees_are_told_of_in_danish() -> None:
    sample = asked({"soc": of(9, 10)}, {"soc": of(1, 1_000)})
    with using("da"):
        rows = employees(material_of(sample)).topics
    assert rows[1].asked == "10 medarbejdere"
