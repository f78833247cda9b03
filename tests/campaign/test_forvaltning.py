"""Where in the organisation a system or an owner belongs."""

from dataclasses import replace

import pytest

from secaudit.campaign import NOWHERE
from secaudit.inventory import Department
from tests.story import Story, control

BOTH = control("T.1", 1, "system", "owner")


def place(
    *departments: tuple[str, str | None],
    subject: str = "system:a",
    at: str | None = "team",
) -> tuple[str, str]:
    """Where a subject belongs that is in the department `at`; each has an id and a parent."""
    story = Story().open("2026", BOTH)
    known = tuple(Department(id, id.upper(), parent) for id, parent in departments)
    told = {"facts": {"department": at}} if "system" in subject else {"department": at}
    story.issue(subject, "T.1", **told)
    campaign = replace(story.campaign(), departments=known)
    return campaign.forvaltning(campaign.issues[0])


@pytest.mark.parametrize("subject", ["system:a", "owner:p1"])
def test_a_system_or_an_owner_belongs_to_the_department_at_the_top(
    subject: str,
) -> None:
    tree = (("team", "office"), ("office", "care"), ("care", None), ("other", None))
    assert place(*tree, subject=subject) == ("care", "CARE")
    assert place(*tree, subject=subject, at="care") == ("care", "CARE")
    assert place(*tree, subject=subject, at="gone") == NOWHERE


def test_departments_that_are_each_others_parent_are_above_nobody() -> None:
    assert place(("team", "office"), ("office", "team")) == NOWHERE
    assert place(("team", "office"), ("office", "care"), ("care", "office")) == NOWHERE


@pytest.mark.parametrize("subject", ["system:a", "owner:p1"])
def test_who_is_in_no_department_belongs_nowhere(subject: str) -> None:
    assert NOWHERE == ("", "")
    assert place(("x", None), subject=subject, at=None) == NOWHERE
    assert place(("top", None), ("x", None), at="top") == ("top", "TOP")


def test_a_department_whose_parent_nobody_knows_is_at_the_top() -> None:
    assert place(("team", "gone")) == ("team", "TEAM")
