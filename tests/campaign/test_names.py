"""What a system was called in earlier campaigns."""

from secaudit.campaign import Told, names_in
from tests.story import Story, control

BOTH = control("T.1", 1, "system", "owner")


def test_a_name_that_is_used_again_belongs_to_the_one_who_has_it() -> None:
    told = [Told("2024", {"a"}, {}), Told("2025", {"a", "b"}, {"b": "a"})]
    assert names_in("b", None, told) == {"2025": "b", "2024": "a"}
    assert names_in("a", None, told) == {"2025": "a"}


def test_a_system_is_followed_through_two_new_names() -> None:
    told = [Told("2024", {"old"}, {}), Told("2025", {"mid"}, {"mid": "old"})]
    assert names_in("new", "mid", told) == {"2025": "mid", "2024": "old"}
    assert names_in("mid", None, told) == {"2025": "mid", "2024": "old"}


def test_a_system_that_skipped_a_campaign_is_found_in_the_one_before() -> None:
    told = [Told("2024", {"a"}, {}), Told("2025", {"b"}, {})]
    assert names_in("a", None, told)["2024"] == "a"
    assert names_in("new", "a", told)["2024"] == "a"


def test_a_person_with_the_id_of_a_system_changes_no_name() -> None:
    story = Story().open("2025", BOTH).issue("owner:new", "T.1")
    story.issue("system:old", "T.1").say("system:old", {"T.1": "met"})
    told = [story.campaign().told]
    assert told == [Told("2025", {"old"}, {})]
    assert names_in("new", "old", told) == {"2025": "old"}
    story.open("2026", BOTH)
    story.issue("system:new", formerly="old", carried={"T.1": "2025"})
    assert ("system:new", "T.1") in story.campaign().words
