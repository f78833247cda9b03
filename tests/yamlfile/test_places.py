"""The place of a word, also after what is no name."""

import pytest

from tests.yamlfile.reading import only

NO_NAMES = ["[]", "{}", "[x, y]", "[{x: []}]", "{x: 1, y: 2}", "{b: 1}", "*x"]


@pytest.mark.parametrize("key", NO_NAMES)
@pytest.mark.parametrize("value", ["z", "{c: 1}", "[1, 2]"])
def test_what_stands_after_a_name_that_is_none_is_found_at_its_place(
    key: str, value: str
) -> None:
    document = only(f"? {key}\n: {value}\nb: z\nd: [1, e: 2]\n")
    assert document.place(("b",), at_key=True) == (3, 1)
    assert document.place(("b",)) == (3, 4)
    assert document.place(("d", 1, "e")) == (4, 11)
