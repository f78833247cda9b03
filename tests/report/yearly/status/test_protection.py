"""Data protection: what is known of the systems, and how the law's demands are answered."""

from collections.abc import Iterator
from typing import Any

import pytest

from secaudit.language import using
from secaudit.report.yearly.status.protection import protection
from tests.report.acts import material_of
from tests.sample_events import CRITICAL, Sample, control

HELD = "Systems with personal data"
SENSITIVE = "Of those with sensitive data or criminal offences"
ASSESSED = "Impact assessments made, of those needed"


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def rows(sample: Sample) -> dict[str, str]:
    return {row.name: row.value for row in protection(material_of(sample)).facts}


def facts(*known: dict[str, Any]) -> dict[str, str]:
    sample = Sample([control("A.8.1", "system")]).open()
    for number, fact in enumerate(known):
        sample.issue(f"system:s{number}", "A.8.1", facts=fact)
    return rows(sample)


def held(*kinds: str, **more: Any) -> dict[str, Any]:
    return {"personal_data": list(kinds or ("ordinary",)), **more}


def referring(kind: str, *places: str, **more: Any) -> Sample:
    """One question that refers to the articles."""
    known = control("G.1", kind, references={"gdpr": [*places]}, **more)
    return Sample([known]).open().issue(f"{kind}:a", "G.1")


def test_without_systems_or_questions_of_the_law_nothing_is_said() -> None:
    sample = Sample([control("A.5.1", "organisation")]).open()
    assert rows(sample.issue("organisation:proeve", "A.5.1")) == {}


def test_what_is_not_stated_is_told_apart_from_none() -> None:
    found = facts(held(), held("none"), {})
    assert found[HELD] == "1 of 3 (1 not stated)"
    assert found[SENSITIVE] == "0 of 1"
    assert facts(held("none"))[SENSITIVE] == "–"


def test_sensitive_data_and_criminal_offences_are_counted_once() -> None:
    found = facts(
        held("sensitive", "criminal-offences"), held("cpr"), held("sensitive")
    )
    assert found[SENSITIVE] == "2 of 3"


def test_impact_assessments_are_counted_where_they_are_needed() -> None:
    made = held(dpia={"needed": True, "on": "2026-11-02"})
    to_come = held(dpia={"needed": True, "on": "2026-11-03"})
    missing = held(dpia={"needed": True})
    not_needed = held(dpia={"needed": False, "on": "2020-01-01"})
    assert facts(made, to_come, missing, not_needed)[ASSESSED] == "1 of 3"
    assert facts(not_needed)[ASSESSED] == "–"


def test_whether_one_is_needed_may_be_unknown() -> None:
    missing = held(dpia={"needed": True})
    assert facts(missing, held())[ASSESSED] == "0 of 1 (1 not stated)"
    assert facts(held(), held("none"))[ASSESSED] == "– (1 not stated)"


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("5(1)(e)", "Principles and lawfulness (art. 5-11)"),
        ("11", "Principles and lawfulness (art. 5-11)"),
        ("12", "Rights of the persons concerned (art. 12-23)"),
        ("28(3)", "Processors (art. 28)"),
        ("34", "Security and breaches (art. 32-34)"),
        ("35(7)", "Impact assessment (art. 35-36)"),
        ("44-49", "Third countries (art. 44-49)"),
    ],
)
def test_an_answer_stands_under_its_article(place: str, name: str) -> None:
    found = rows(referring("owner", place))
    assert found == {name: "answered 'met': owners 0 of 1"}


@pytest.mark.parametrize("place", ["24", "30", "50", "4", "chapter V"])
def test_an_article_that_no_row_has_is_in_none(place: str) -> None:
    assert rows(referring("owner", place)) == {}


def test_a_question_about_two_articles_stands_under_both_and_once_under_each() -> None:
    found = rows(referring("owner", "5(1)(f)", "32(1)", "32(2)"))
    assert list(found.values()) == ["answered 'met': owners 0 of 1"] * 2


def test_what_does_not_apply_is_left_out() -> None:
    sample = referring("owner", "5", not_applicable="free")
    assert rows(sample.answer("owner:a", G_1="not-applicable")) == {}


def test_the_kinds_of_subject_are_not_added_up() -> None:
    known = control("G.1", "system", "owner", references={"gdpr": ["5"]})
    sample = Sample([known]).open().issue("system:a", "G.1").issue("owner:a", "G.1")
    sample.answer("owner:a", G_1="met").answer("system:a", G_1="partial")
    name = "Principles and lawfulness (art. 5-11)"
    assert rows(sample)[name] == "answered 'met': systems 0 of 1; owners 1 of 1"


def test_the_law_is_cited_in_danish() -> None:
    with using("da"):
        found = rows(referring("owner", "28"))
    assert list(found) == ["Databehandlere (art. 28)"]


def test_duties_by_the_regulation_are_counted_in_their_number() -> None:
    def said(*statuses: str, legal: bool = True) -> str:
        known = control(
            "G.1", "system", weight=3, references={"gdpr": ["5"]}, legal=legal
        )
        sample = Sample([known]).open()
        for number, status in enumerate(statuses):
            sample.issue(f"system:s{number}", "G.1", facts=CRITICAL)
            sample.answer(f"system:s{number}", G_1=status)
        return protection(material_of(sample)).said

    duty = "by the General Data Protection Regulation."
    assert said("not-met", legal=False) == ""
    assert said("met") == f"No open gap is a duty {duty}"
    assert said("partial") == f"1 open gap, in class B, is a duty {duty}"
    assert said("partial", "not-met") == (
        f"2 open gaps, 1 of them in class A, are duties {duty}"
    )
