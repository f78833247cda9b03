"""What counts of employees come to, and how a small department is hidden among others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secaudit.assessment import fold_small, status_of_counts
from secaudit.assessment.counts import fold_people, fold_survey


@pytest.mark.parametrize(
    ("counts", "status"),
    [
        ({"a": {"met": 5}}, "met"),
        ({"a": {"met": 5}, "b": {"met": 1, "not-applicable": 3}}, "met"),
        ({"a": {"met": 5}, "b": {"partial": 1}}, "partial"),
        ({"a": {"met": 5}, "b": {"not-met": 1}}, "partial"),
        ({"a": {"met": 5}, "b": {"unknown": 1}}, "partial"),
        ({"a": {"partial": 5}}, "partial"),
        ({"a": {"not-met": 5}}, "not-met"),
        ({"a": {"not-met": 5, "unknown": 2}}, "not-met"),
        ({"a": {"unknown": 5}}, "unknown"),
        ({"a": {"unknown": 5, "not-applicable": 1}}, "unknown"),
        ({"a": {"not-applicable": 5}}, "not-applicable"),
        ({"a": {"met": 3}, "b": {"partial": 3}}, "partial"),
        ({"a": {"met": 0}}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_counts_come_to_one_status(
    counts: dict[str, dict[str, int]], status: str
) -> None:
    assert status_of_counts(counts) == status


@pytest.mark.parametrize(
    ("met", "target", "status"),
    [(85, 85, "met"), (84, 85, "partial"), (99, 100, "partial"), (1, 1, "met")],
)
def test_employees_are_met_from_the_target_of_the_profile(
    met: int, target: int, status: str
) -> None:
    counts = {"a": {"met": met, "not-met": 100 - met, "not-applicable": 50}}
    assert status_of_counts(counts, target) == status


def test_one_who_has_not_met_it_is_not_met_whatever_the_target() -> None:
    for target in (50, 100):
        assert status_of_counts({"a": {"not-met": 1}}, target) == "not-met"


def test_199_of_200_are_not_all_of_them() -> None:
    assert status_of_counts({"a": {"met": 199, "partial": 1}}) == "partial"
    assert status_of_counts({"a": {"met": 199, "partial": 1}}, 99) == "met"


def test_departments_of_five_and_more_are_kept_as_they_are() -> None:
    counts = {"a": {"met": 5}, "b": {"met": 3, "not-met": 2}}
    assert fold_small(counts) == counts


def test_a_department_under_five_and_a_second_one_are_folded_into_the_whole() -> None:
    counts = {
        "a": {"met": 20},
        "b": {"met": 3, "partial": 1},
        "c": {"met": 6, "not-met": 1},
    }
    folded = fold_small(counts)
    assert folded == {"a": {"met": 20}, "": {"met": 9, "partial": 1, "not-met": 1}}


def test_two_small_departments_hide_each_other() -> None:
    counts = {"a": {"met": 20}, "b": {"met": 4}, "c": {"not-met": 1}}
    assert fold_small(counts) == {"a": {"met": 20}, "": {"met": 4, "not-met": 1}}


def test_a_department_without_anybody_hides_nobody() -> None:
    counts = {"a": {"met": 20}, "b": {"met": 3}, "c": {"met": 0}}
    assert fold_small(counts) == {"": {"met": 23}}


def test_a_department_without_anybody_takes_no_large_one_with_it() -> None:
    assert fold_small({"a": {"met": 20}, "c": {"met": 0}}) == {"a": {"met": 20}}


def test_a_large_department_is_kept_though_nobody_gave_one_of_the_answers() -> None:
    counts = {"a": {"met": 12, "partial": 0}, "b": {"met": 7}}
    assert fold_small(counts) == counts


def test_a_group_of_four_never_shows() -> None:
    counts = {"a": {"met": 2}, "b": {"not-met": 2}, "c": {"met": 20}, "d": {"met": 30}}
    folded = {"d": {"met": 30}, "": {"met": 22, "not-met": 2}}
    assert fold_small(counts) == folded


def test_one_small_department_alone_is_only_the_whole() -> None:
    assert fold_small({"a": {"met": 3}}) == {"": {"met": 3}}


@pytest.mark.parametrize(
    "sizes", [(4, 5, 50), (1, 1, 9), (4, 90), (2, 3, 4, 5, 6), (1, 0, 7), (3,)]
)
def test_no_small_department_can_be_found_by_subtraction(
    sizes: tuple[int, ...],
) -> None:
    counts = {f"d{n}": {"met": size} for n, size in enumerate(sizes)}
    folded = fold_small(counts)
    assert sum(sum(c.values()) for c in folded.values()) == sum(sizes)
    kept = [size for d, c in folded.items() if d for size in c.values()]
    assert all(size >= 5 for size in kept)
    hidden = [size for size in sizes if size and size not in kept]
    assert len(hidden) != 1 or len(sizes) == 1


def test_what_is_folded_together_is_never_fewer_than_five() -> None:
    folded = fold_small({"a": {"met": 1}, "b": {"not-met": 1}, "c": {"met": 50}})
    assert folded == {"": {"met": 51, "not-met": 1}}


def test_who_told_no_department_stands_with_the_small_ones() -> None:
    counts = {"a": {"met": 20}, "b": {"met": 4}, "": {"not-met": 7}}
    assert fold_small(counts) == {"a": {"met": 20}, "": {"met": 4, "not-met": 7}}


def test_few_who_told_no_department_take_one_with_them() -> None:
    counts = {"a": {"met": 20}, "b": {"met": 6}, "": {"not-met": 2}}
    assert fold_small(counts) == {"a": {"met": 20}, "": {"met": 6, "not-met": 2}}


def test_many_who_told_no_department_take_none_with_them() -> None:
    counts = {"a": {"met": 20}, "b": {"met": 9}, "": {"met": 6}}
    assert fold_small(counts) == counts


def test_a_small_department_of_a_survey_stands_with_the_same_ones_in_every_question() -> (
    None
):
    """Else one could subtract: with b in one question, and with c in another."""
    people = {"a": 4, "b": 6, "c": 7, "d": 20}
    counts = {
        "T.1": {"a": {"met": 4}, "b": {"met": 6}, "c": {"met": 7}, "d": {"met": 20}},
        "T.2": {"a": {"met": 4}, "b": {"met": 6}, "c": {"met": 5}, "d": {"met": 9}},
    }
    folded = fold_survey(counts, people)
    assert folded["T.1"] == {"c": {"met": 7}, "d": {"met": 20}, "": {"met": 10}}
    assert folded["T.2"] == {"c": {"met": 5}, "d": {"met": 9}, "": {"met": 10}}
    assert fold_people(people) == {"c": 7, "d": 20, "": 10}


@given(
    st.dictionaries(st.sampled_from(["", *"abcdef"]), st.integers(0, 12), min_size=1),
    st.data(),
)
def test_in_no_question_of_a_survey_a_small_department_stands_alone(
    people: dict[str, int], data: st.DataObject
) -> None:
    counts = {
        id: {d: {"met": data.draw(st.integers(0, n))} for d, n in people.items()}
        for id in ("T.1", "T.2", "T.3")
    }
    small = {d for d, n in people.items() if d and n < 5}
    for id, folded in fold_survey(counts, people).items():
        sizes = {d: sum(count.values()) for d, count in folded.items()}
        hidden = [d for d, c in counts[id].items() if d and c["met"] and d not in sizes]
        assert sum(sizes.values()) == sum(c["met"] for c in counts[id].values())
        assert small.isdisjoint(sizes)
        assert all(size >= 5 for d, size in sizes.items() if d)
        if hidden and len(sizes) > 1:
            assert sizes[""] >= 5
            untold = counts[id].get("", {"met": 0})["met"]
            alone = len(hidden) == 1 and not untold
            assert not alone or counts[id][hidden[0]]["met"] >= 5
