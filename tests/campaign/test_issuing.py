"""Forms that take the place of others, and those that stand beside them."""

from dataclasses import replace
from datetime import date
from typing import Any

from secaudit.assessment import Acceptance, Evidence, ProposedAction
from secaudit.campaign import Issue
from tests.story import SYSTEM, Story, control

ORGANISATION = "organisation:org"
ASKED = tuple(control(id, 1, "organisation") for id in ("T.1", "T.2"))


def opened() -> Story:
    return Story().open("2026", control("T.1"), control("T.2"))


def test_a_form_without_a_person_is_superseded_when_one_is_found() -> None:
    story = opened().issue(SYSTEM, "T.1", person=None).issue(SYSTEM, "T.1", person="p2")
    campaign = story.campaign()
    assert [issue.superseded for issue in campaign.issues] == [True, False]
    assert [issue.form.person for issue in campaign.current()] == ["p2"]


def test_operations_part_does_not_supersede_the_owners() -> None:
    story = opened().issue(SYSTEM, "T.1").issue(SYSTEM, "T.2", part="operations")
    assert len(story.campaign().current()) == 2


def test_the_parts_of_the_organisation_stand_beside_one_another() -> None:
    story = Story().open("2026", *ASKED)
    story.issue(ORGANISATION, "T.1", person="p1")
    story.issue(ORGANISATION, "T.2", person="p2")
    assert len(story.campaign().current()) == 2


def test_a_part_issued_to_nobody_is_replaced_once_somebody_is_asked_the_same() -> None:
    story = Story().open("2026", *ASKED).issue(ORGANISATION, "T.1", person=None)
    story.issue(ORGANISATION, "T.2", person="p2")
    assert len(story.campaign().current()) == 2
    story.issue(ORGANISATION, "T.1", person="p1")
    assert [form.form.person for form in story.campaign().current()] == ["p2", "p1"]


def issued(event: dict[str, Any], **named: str) -> Issue:
    """The form that an event tells of."""
    story = opened()
    subject = {"kind": "system", "id": "a", "name": "Fra dengang"}
    payload = {"subject": subject, "questions": ["T.2"], "issued_on": "2026-09-02"}
    story.happens("issued", SYSTEM, {"issue": "f" * 32, **payload, **event}, named)
    return story.campaign().issues[0]


def test_a_form_holds_all_that_its_event_tells() -> None:
    told = {
        "person": "p1",
        "part": "operations",
        "facts": {"criticality": "other"},
        "inherited": {"T.1": ["service"]},
        "carried": {"T.1": "2025"},
        "edition": 2,
        "owner": "p2",
        "provides": ["T.2"],
        "formerly": "z",
        "department": "care",
        "answer_by": "2026-09-30",
    }
    found = issued(told, subject="Arkiv", name="Anna Holm", email="anna@x.example")
    form = found.form
    assert (form.organisation, form.campaign) == ("org", "2026")
    assert (form.subject.key, form.subject.name) == (SYSTEM, "Arkiv")
    assert (form.person, form.part, form.edition) == ("p1", "operations", 2)
    assert form.facts == found.facts == {"criticality": "other"}
    assert form.inherited == {"T.1": ("service",)}
    assert form.carried == {"T.1": "2025"}
    assert list(form.questions) == ["T.2"]
    assert (found.sequence, found.id) == (2, "f" * 32)
    assert found.issued_on == date(2026, 9, 2)
    assert (found.name, found.email) == ("Anna Holm", "anna@x.example")
    assert (found.owner, found.provides) == ("p2", ("T.2",))
    assert (found.formerly, found.department) == ("z", "care")
    assert found.answer_by == date(2026, 9, 30)
    assert not found.superseded


def test_a_form_of_which_little_is_told_is_the_main_one_and_names_nobody() -> None:
    found = issued({"person": None})
    form = found.form
    assert (form.person, form.part, form.occasion, form.edition) == (
        None,
        "main",
        "",
        0,
    )
    assert form.subject.name == "Fra dengang"
    assert (found.name, found.email, found.owner) == ("", "", None)
    assert (found.provides, found.formerly, found.answer_by) == ((), None, None)
    nameless = {"subject": {"kind": "system", "id": "a"}, "person": None}
    assert issued(nameless).subject.name == ""


def test_a_small_form_replaces_none_and_is_none_that_counts() -> None:
    story = opened().issue(SYSTEM, "T.1").issue(SYSTEM, "T.1", occasion="due")
    first, small = story.campaign().issues
    assert (first.superseded, small.superseded) == (False, False)
    assert (first.form.occasion, small.form.occasion) == ("", "due")
    assert story.campaign().current() == (first,)


def test_a_form_that_is_replaced_says_by_which() -> None:
    story = opened().issue(SYSTEM, "T.1", issue="a" * 32)
    first, second = story.issue(SYSTEM, "T.1", issue="b" * 32).campaign().issues
    assert (first.superseded, first.replaced_by) == (True, "b" * 32)
    assert (second.superseded, second.replaced_by) == (False, None)


def test_a_form_takes_the_place_of_those_that_it_names() -> None:
    story = Story().open("2026", *ASKED)
    story.issue(ORGANISATION, "T.1", person="p1", issue="a" * 32)
    story.issue(ORGANISATION, "T.2", person="p2", issue="b" * 32)
    story.issue(ORGANISATION, "T.1", person="p3", instead_of=["a" * 32])
    forms = story.campaign().current()
    assert [form.form.person for form in forms] == ["p2", "p3"]


# An answer from its two halves


def test_an_answer_is_whole_again_from_what_stays_and_what_may_be_deleted() -> None:
    said = {
        "status": "partial",
        "reviewed_on": "2026-09-01",
        "action": {"due": "2026-12-01", "hours": 8},
        "evidence": [{"seen_on": "2026-09-02"}, {"seen_on": "2026-09-03"}],
    }
    named = {
        "comment": "Én af to",
        "action": {"what": "Resten", "responsible": "Bo"},
        "acceptance": {"why": "Nyt system"},
        "evidence": ["ESDH 7"],
    }
    story = opened().issue(SYSTEM, "T.1")
    story.say(SYSTEM, {"T.1": said})
    alone = story.campaign().words[SYSTEM, "T.1"].answer
    assert alone.comment == ""
    assert alone.action == ProposedAction(due=date(2026, 12, 1), hours=8)
    assert alone.acceptance is None
    assert [piece.reference for piece in alone.evidence] == ["", ""]
    last = story.events[-1]
    story.events[-1] = replace(last, personal={"answers": {"T.1": named}})
    whole = story.campaign().words[SYSTEM, "T.1"].answer
    assert (whole.status, whole.comment) == ("partial", "Én af to")
    assert whole.action == ProposedAction("Resten", "Bo", date(2026, 12, 1), 8)
    assert whole.acceptance == Acceptance("Nyt system")
    assert whole.evidence == (
        Evidence("ESDH 7", date(2026, 9, 2)),
        Evidence("", date(2026, 9, 3)),
    )
