"""Summaries: gaps grouped by control, and one line for one who did not answer."""

from datetime import date

from secaudit.gaps import GapLine
from tests.story import Story, control


def told(story: Story) -> list[GapLine]:
    return list(story.picture().lines)


def controls(story: Story) -> list[str | None]:
    return [line.control.id if line.control else None for line in told(story)]


def two_systems() -> Story:
    """Two people, who each have a system with the same two questions."""
    story = Story().open("2026", control("T.1", 2), control("T.2", 1))
    story.issue("system:a", "T.1", "T.2", person="p1")
    return story.issue("system:b", "T.1", "T.2", person="p2")


def test_in_summaries_gaps_are_grouped_by_control() -> None:
    story = two_systems().say("system:a", {"T.1": "not-met", "T.2": "met"})
    story.say("system:b", {"T.1": "partial", "T.2": "not-met"})
    first, second = told(story)
    assert first.control is not None
    assert first.control.id == "T.1"
    assert [subject.id for subject in first.systems] == ["a", "b"]
    assert [subject.id for subject in second.systems] == ["b"]
    assert first.worst.item.status == "not-met"


def test_one_silent_owner_is_one_line() -> None:
    story = two_systems().issue("system:c", "T.1", person="p2")
    story.say("system:a", {"T.1": "met", "T.2": "met"})
    [line] = told(story)
    assert (line.silent, line.control) == ("p2", None)
    assert [subject.id for subject in line.systems] == ["b", "c"]
    assert len(line.gaps) == 3


def test_what_nobody_is_known_to_answer_is_one_line() -> None:
    story = two_systems().issue("system:c", "T.1", "T.2", person=None)
    for subject in ("system:a", "system:b"):
        story.say(subject, {"T.1": "met", "T.2": "met"})
    [line] = told(story)
    assert line.silent == ""
    assert [gap.item.subject.id for gap in line.gaps] == ["c", "c"]


def test_one_who_answered_something_is_not_silent() -> None:
    story = two_systems().say("system:a", {"T.1": "met"})
    story.say("system:b", {"T.1": "met"})
    assert story.picture().silent == frozenset()
    assert controls(story) == ["T.2"]


def test_one_who_only_said_ved_ikke_is_not_silent() -> None:
    story = two_systems().say("system:a", {"T.1": "met", "T.2": "met"})
    story.say("system:b", {"T.1": "unknown"})
    assert controls(story) == ["T.1", "T.2"]


def test_an_answer_carried_from_last_year_does_not_break_a_silence() -> None:
    story = Story().open("2025", control("T.1"), control("T.2"))
    story.issue("system:a", "T.1").say("system:a", {"T.1": "partial"})
    story.open("2026", control("T.1"), control("T.2"))
    story.issue("system:a", "T.2", carried={"T.1": "2025"})
    assert story.picture().silent == {"p1"}
    assert {(line.silent, len(line.gaps)) for line in told(story)} == {
        ("p1", 1),
        (None, 1),
    }


def test_the_systems_behind_a_providers_gap_stand_in_its_line() -> None:
    story = Story().open("2026", control("T.1"), control("T.2"))
    story.issue("system:service", "T.1", provides=["T.1"])
    for name in ("a", "b"):
        story.issue(f"system:{name}", "T.2", inherited={"T.1": ["service"]})
        story.say(f"system:{name}", {"T.2": "met"})
    [line] = told(story.say("system:service", {"T.1": "not-met"}))
    assert [subject.id for subject in line.systems] == ["service", "a", "b"]
    assert line.subjects == line.systems
    assert len(line.gaps) == 1


def test_an_accepted_gap_stands_in_no_line_until_it_expires() -> None:
    story = two_systems().say("system:a", {"T.1": "met", "T.2": "met"})
    story.say("system:b", {"T.1": "met", "T.2": "not-met"})
    story.accept("system:b", "T.2", date(2026, 9, 30))
    assert story.picture(date(2026, 9, 30)).lines == ()
    assert len(story.picture(date(2026, 10, 1)).lines) == 1


def test_the_worst_line_comes_first_and_of_equals_the_one_with_most_subjects() -> None:
    story = Story().open("2026", control("T.1"), control("T.2"), control("T.3", 3))
    for name in ("a", "b"):
        story.issue(f"system:{name}", "T.1", "T.2", "T.3")
    story.say("system:a", {"T.1": "not-met", "T.2": "not-met", "T.3": "met"})
    story.say("system:b", {"T.1": "met", "T.2": "not-met", "T.3": "not-met"})
    assert controls(story) == ["T.3", "T.2", "T.1"]


def test_a_line_counts_owners_too_but_not_as_systems() -> None:
    story = Story().open("2026", control("T.1", 1, "system", "owner"))
    story.issue("system:a", "T.1").issue("owner:p1", "T.1")
    for subject in ("system:a", "owner:p1"):
        story.say(subject, {"T.1": "not-met"})
    [line] = told(story)
    assert {subject.key for subject in line.subjects} == {"system:a", "owner:p1"}
    assert [subject.id for subject in line.systems] == ["a"]
