"""Forms that take the place of others, and those that stand beside them."""

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
