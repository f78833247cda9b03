"""Canonical JSON: the same value always gives the same characters."""

import hashlib
from typing import Any

import pytest

from secaudit.digest import canonical, sha256


def test_canonical_json_has_sorted_keys_no_spaces_and_no_needless_escapes() -> None:
    value = {"b": [1, True, None], "a": {"å": "æ/\u2028", "Z": '"\n'}, "": -1}
    assert canonical(value) == (
        '{"":-1,"a":{"Z":"\\"\\n","å":"æ/\u2028"},"b":[1,true,null]}'
    )


def test_the_order_of_keys_makes_no_difference_but_the_order_of_a_list_does() -> None:
    assert sha256({"a": 1, "b": {"c": 2, "d": 3}}) == sha256(
        {"b": {"d": 3, "c": 2}, "a": 1}
    )
    assert sha256([1, 2]) != sha256([2, 1])


def test_values_of_different_types_have_different_digests() -> None:
    values: list[Any] = [
        1,
        "1",
        True,
        "true",
        None,
        "null",
        [],
        {},
        "",
        0,
        [None],
        {"": 1},
    ]
    assert len({sha256(value) for value in values}) == len(values)


def test_the_digest_is_sha256_of_the_utf8_of_canonical_json() -> None:
    assert sha256({"å": 1}) == hashlib.sha256('{"å":1}'.encode()).hexdigest()
    assert (
        sha256({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    )


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_json_does_not_have_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical({"a": value})


def test_what_json_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="serializable"):
        canonical({"a": {1, 2}})
