"""What happened since the last report."""

from collections.abc import Iterator
from datetime import date

import pytest

from secaudit.language import using
from secaudit.notes import Audit, Feedback, Incidents, Notes, Objective, Remark
from secaudit.report.yearly.facts import FactRow, RemarkRow
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.since_last.happened import Happened, happened
from secaudit.report.yearly.status.protection import protection
from tests.sample_events import HEAD, Sample, control


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def material(
    notes: Notes | None = None, before: Notes | None = None, *, first: bool = False
) -> Material:
    """What is told beside a campaign, the first one or the second."""
    sample = Sample([control("A.8.1", "system")])
    for year in ("2026",) if first else ("2025", "2026"):
        sample.open(year).issue("system:a", "A.8.1")
    pictures = sample.pictures()
    notes, before = notes or Notes(), before or Notes()
    return Material(*pictures, HEAD, "1", notes=notes, notes_before=before)


def counted(now: Incidents, then: Incidents | None = None, **more: bool) -> list[str]:
    """The values that are told of incidents."""
    found = material(Notes(incidents=now), Notes(incidents=then), **more)
    return [row.value for row in happened(found).incidents]


def test_where_the_notes_are_empty_nothing_happened() -> None:
    nothing = material()
    assert happened(nothing) == Happened((), (), (), (), ())
    assert protection(nothing).remarks == ()


def test_incidents_stand_beside_those_of_the_campaign_before() -> None:
    now, then = Incidents(1200, 3, 2, 1, "Et nedbrud"), Incidents(3, 0)
    assert counted(now, then) == [
        "1,200 (3 in 2025)",
        "3 (0 in 2025)",
        "2",
        "1",
        "Et nedbrud",
    ]


def test_a_number_that_is_not_stated_has_no_row() -> None:
    assert counted(Incidents(None, 2), Incidents(7)) == ["2"]
    assert counted(Incidents(0)) == ["0"]
    assert counted(Incidents(text="Intet")) == ["Intet"]


def test_each_number_says_what_it_counts() -> None:
    rows = happened(material(Notes(incidents=Incidents(4, 3, 2, 1, "x")))).incidents
    assert [row.name for row in rows] == [
        "Security incidents",
        "Breaches of personal data security",
        "Reported to the Danish Data Protection Agency (GDPR art. 33)",
        "Reported under the NIS 2 Act",
        "What happened",
    ]


def test_in_a_first_campaign_incidents_stand_alone() -> None:
    assert counted(Incidents(5), Incidents(3), first=True) == ["5"]


def test_audits_are_told_in_the_order_they_were_made() -> None:
    late = Audit("Prøve", date(2026, 6, 18), "Gik godt")
    early = Audit("It-revision", date(2026, 4, 29), "<To> fund & mere", "revisor")
    assert happened(material(Notes(audits=(late, early)))).audits == (
        RemarkRow("It-revision (revisor)", "29 April 2026", "<To> fund & mere"),
        RemarkRow("Prøve", "18 June 2026", "Gik godt"),
    )


def test_objectives_say_whether_they_were_reached() -> None:
    objectives = (
        Objective("Klik", "yes", "9 procent."),
        Objective("Kursus", "partly", "Fire af fem."),
        Objective("Prøve", "no"),
    )
    assert happened(material(Notes(objectives=objectives))).objectives == (
        FactRow("Klik", "Reached. 9 procent."),
        FactRow("Kursus", "Partly reached. Fire af fem."),
        FactRow("Prøve", "Not reached"),
    )


def test_what_was_said_is_shown_as_it_was_said() -> None:
    said = material(
        Notes(
            feedback=(Feedback("Borgere", "{{ 7*7 }}\nuklart"),),
            dpo=Remark("Oluf", date(2026, 10, 21), "Slet mere."),
        )
    )
    assert happened(said).feedback == (RemarkRow("Borgere", "", "{{ 7*7 }}\nuklart"),)
    assert protection(said).remarks == (
        RemarkRow("Oluf", "21 October 2026", "Slet mere."),
    )


# Reviews


def reviewed(*words: tuple[str, str, str]) -> Sample:
    """Answers, each with the outcome of its review and what it was assessed as."""
    ids = [f"A.8.{index}" for index in range(len(words))]
    sample = Sample([control(id, "system") for id in ids])
    sample.open().issue("system:a", *ids)
    for id, (status, outcome, assessed) in zip(ids, words, strict=True):
        sample.answer("system:a", **{id.replace(".", "_"): status})
        if outcome:
            said = {"status": assessed} if assessed else {}
            sample.review("system:a", id, outcome, **said)
    return sample


def checks(sample: Sample) -> tuple[str, ...]:
    """What the reviews showed."""
    return happened(Material(*sample.pictures(), HEAD, "1")).checks


def test_answers_that_nobody_reviewed_show_nothing() -> None:
    assert checks(reviewed(("met", "", ""))) == ()


def test_one_review_is_told_of_in_the_singular() -> None:
    assert checks(reviewed(("met", "agreed", ""))) == (
        "Of 1 answer reviewed, 1 was agreed.",
    )
    assert checks(reviewed(("met", "assessed", "partial"))) == (
        "Of 1 answer reviewed, 1 was assessed otherwise.",
        "The reviewer assessed 1 answer as worse than was stated.",
    )


def test_many_reviews_are_told_of_by_their_outcome() -> None:
    sample = reviewed(
        ("met", "agreed", ""),
        ("partial", "agreed", ""),
        ("met", "returned", ""),
        ("met", "assessed", "partial"),
        ("partial", "assessed", "not-met"),
        ("not-met", "assessed", "partial"),
        ("met", "", ""),
    )
    assert checks(sample) == (
        "Of 6 answers reviewed, 2 were agreed, 1 was sent back and "
        "3 were assessed otherwise.",
        "The reviewer assessed 2 answers as worse than was stated.",
        "The reviewer assessed 1 answer as better than was stated.",
    )


def test_what_is_not_applicable_is_neither_better_nor_worse() -> None:
    sample = reviewed(
        ("not-applicable", "assessed", "not-met"), ("unknown", "assessed", "not-met")
    )
    assert checks(sample) == ("Of 2 answers reviewed, 2 were assessed otherwise.",)


def test_an_answer_that_was_given_again_is_no_longer_reviewed() -> None:
    sample = reviewed(("partial", "returned", "")).answer("system:a", A_8_0="met")
    assert checks(sample) == ("1 answer was sent back, and has been answered again.",)
