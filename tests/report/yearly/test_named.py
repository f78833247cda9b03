"""Whom and what the rows name beside their numbers: people, systems, states and catalogues."""

from collections.abc import Iterator

import pytest

from secaudit.language import Language, using
from secaudit.report.yearly.appendices.applicability import controls
from secaudit.report.yearly.appendices.departments import departments
from secaudit.report.yearly.gaps.accepted import accepted
from secaudit.report.yearly.gaps.plan import plan
from secaudit.report.yearly.page_one.summary import summary
from secaudit.report.yearly.since_last.followup import followup
from secaudit.report.yearly.status.basis import basis
from secaudit.report.yearly.status.systems import systems
from secaudit.report.yearly.status.years import years
from tests.report.acts import act, decide, material_of, short_of, told
from tests.sample_events import CRITICAL, ORDINARY, Sample, control

JOURNAL = "system:journal/A.8.1"


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def sample(*controls: str, inheritable: bool = False) -> Sample:
    """A campaign with controls that systems and owners are asked about."""
    asked, kinds = controls or ("A.8.1",), ("system", "owner")
    every = [control(id, *kinds, inheritable=inheritable) for id in asked]
    return Sample(every).open()


def systems_of(people: str) -> Sample:
    """Systems S0, S1 and so on that lack what is asked, each of a person; "-" is nobody."""
    made = sample()
    for number, person in enumerate(people):
        who = None if person == "-" else person
        made.issue(f"system:s{number}", "A.8.1", person=who, called=person.upper())
        made.answer(f"system:s{number}", A_8_1="not-met")
    return made


def fact(made: Sample, name: str) -> str:
    rows = {row.name: row.value for row in basis(material_of(made)).facts}
    return rows[name]


def test_a_system_says_how_critical_it_is_and_who_owns_it() -> None:
    made = sample().issue("system:a", "A.8.1", facts=CRITICAL)
    made.issue("system:b", "A.8.1", person=None)
    rows = [(row.criticality, row.owner) for row in systems(material_of(made)).rows]
    assert rows == [("society-critical", "Anna Holm"), ("not stated", "–")]


def test_those_who_have_not_answered_are_named_with_what_is_missing() -> None:
    made = sample("A.8.1", "A.8.2").issue("owner:bo", "A.8.1", person="bo", called="Bo")
    for id in "abc":
        made.issue(f"system:{id}", "A.8.1", "A.8.2", person="bo", called="Bo")
    made.issue("system:d", "A.8.1", person=None).issue("system:e", "A.8.1")
    made.answer("system:e", A_8_1="met").answer("system:a", A_8_1="met", A_8_2="met")
    rows = basis(material_of(made)).silent
    assert [(row.person, row.subjects, row.answered) for row in rows] == [
        ("Nobody named", "D", "0 of 1"),
        ("Bo", "B, C and the owner's own duties", "2 of 7"),
    ]


def test_forms_without_a_recipient_are_told_apart() -> None:
    made = sample().issue("system:a", "A.8.1")
    assert fact(made, "Forms issued") == "1 form to 1 person"
    made.issue("system:b", "A.8.1", person=None).issue("system:c", "A.8.1")
    assert fact(made, "Forms issued") == (
        "2 forms to 1 person; 1 form has no recipient"
    )


def test_duties_that_were_taken_out_are_called_the_owners() -> None:
    made = sample().issue("owner:anna", "A.8.1", name="Anna Holm")
    made.add("withdrawn", "owner:anna", {"on": "2026-10-01"}, {"reason": "Rejst"})
    assert fact(made, "Taken out") == "Anna Holm, own duties"


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [("en", "Catalogues", "K, version 1"), ("da", "Kataloger", "Kataloget, version 1")],
)
def test_a_catalogue_is_called_by_its_title_and_version(
    language: Language, name: str, said: str
) -> None:
    with using(language):
        assert fact(sample(), name) == said


def test_of_several_who_are_accountable_the_one_with_most_is_named() -> None:
    (line,) = summary(material_of(systems_of("abbc"))).worst
    assert line.who == "B and 2 others"
    (line,) = summary(material_of(systems_of("ab"))).worst
    assert line.who == "A and B"
    made = systems_of("bb").issue("system:x", "A.8.1", facts=CRITICAL)
    (line,) = summary(material_of(made.answer("system:x", A_8_1="not-met"))).worst
    assert line.who == "Anna Holm and B"


def test_the_gap_of_a_service_weighs_as_much_as_all_who_inherit_it() -> None:
    made = sample(inheritable=True).issue("system:service", "A.8.1")
    for id in "abc":
        made.issue(f"system:{id}", inherited={"A.8.1": ["service"]})
    for id in "de":
        made.issue(f"system:{id}", "A.8.1", person="bo", called="Bo")
        made.answer(f"system:{id}", person="bo", A_8_1="not-met")
    made.answer("system:service", A_8_1="not-met")
    (line,) = summary(material_of(made)).worst
    assert line.who == "Anna Holm and Bo"


@pytest.mark.parametrize(
    ("urgent", "said"),
    [("ab", "class A in A and in B"), ("abc", "class A in 3 places")],
)
def test_where_it_is_most_serious_is_named_where_that_is_two_at_most(
    urgent: str, said: str
) -> None:
    made = Sample([control("A.8.1", "system", weight=3)]).open()
    for id in "abcd":
        made.issue(
            f"system:{id}", "A.8.1", facts=CRITICAL if id in urgent else ORDINARY
        )
        made.answer(f"system:{id}", A_8_1="not-met")
    (line,) = summary(material_of(made)).worst
    assert line.said.endswith(f"; {said}")


def test_what_may_stand_says_how_it_stands() -> None:
    made = decide(short_of("not-met", "unknown"), JOURNAL)
    decide(made, "system:journal/A.8.2")
    rows = accepted(material_of(made)).rows
    assert [row.status for row in rows] == ["not met", "unknown"]


def test_an_action_names_who_is_to_do_it() -> None:
    made = act(short_of("not-met"), "H1", JOURNAL, responsible="Else Lund")
    (row,) = plan(material_of(made)).actions
    assert row.responsible == "Else Lund"


def test_a_decision_is_told_in_its_own_words() -> None:
    made = short_of("not-met", campaign="2025")
    named = {"text": "Kan vente"}
    made.add("decision", "", {"by": "Direktionen", "on": "2025-10-05"}, named)
    made = told(made.open("2026"), "not-met")
    (row,) = followup(material_of(made)).decisions
    assert row.text == "Kan vente"


def test_a_department_says_that_nobody_is_named_to_answer() -> None:
    made = sample().issue("system:a", "A.8.1", person=None)
    assert departments(material_of(made))[0].silent == "nobody named"


def test_the_statement_says_how_what_is_applicable_stands() -> None:
    made = Sample([control("A.5.1", "organisation", not_applicable="free")]).open()
    for id, status in (("a", "not-applicable"), ("b", "met"), ("c", "not-met")):
        made.issue(f"organisation:{id}", "A.5.1")
        made.answer(f"organisation:{id}", A_5_1=status)
    (row,) = controls(material_of(made))
    assert row.status == "The organisation: met"


def test_the_years_of_the_chart_stand_in_their_order() -> None:
    made = told(short_of("met", campaign="2025").open("2026"), "not-met")
    assert years(material_of(made)).chart.categories == ("2025", "2026")
