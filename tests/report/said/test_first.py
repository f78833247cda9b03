"""The first rows of a table, and what is said of the others."""

from secaudit.language import using
from secaudit.report.said.first import first, tables


def test_all_rows_stand_where_they_are_no_more_than_there_is_room_for() -> None:
    assert first("ab", 3) == (("a", "b"), "")
    assert first("abc", 3) == (("a", "b", "c"), "")
    assert first("", 3) == ((), "")


def test_of_more_the_first_stand_and_the_others_are_counted() -> None:
    with using("en"):
        assert first("abcd", 3) == (("a", "b", "c"), "1 more is not shown here.")
        assert first("abcde", 3)[1] == "2 more are not shown here."


def test_what_is_said_of_the_others_may_be_something_else() -> None:
    assert first("abcde", 3, lambda more: f"and {more}") == (("a", "b", "c"), "and 2")
    assert first("abc", 3, lambda more: f"and {more}")[1] == ""


def test_what_is_said_of_the_others_stands_beside_the_rows_of_their_table() -> None:
    cut = tables(
        gaps=first("abc", 2, lambda more: f"and {more}"), actions=first("a", 2)
    )
    assert cut == {
        "gaps": ("a", "b"),
        "gaps_rest": "and 1",
        "actions": ("a",),
        "actions_rest": "",
    }
