"""What is said of a text that is no YAML: at the word that is to blame."""

import pytest

from tests.yamlfile.reading import told


def test_a_path_in_double_quotes_is_told_of_there_not_at_a_star_before_it() -> None:
    assert told('a: [*x, "C:\\Data"]') == [(1, 12, "wrong-escape")]
    assert told('a: [*x, "C:\\Data') == [(1, 12, "wrong-escape")]
    assert told('a: [*x, "Data]') == [(1, 9, "open-quote")]


@pytest.mark.parametrize("before", ["", "a: 1\n", "a: 1\r\n\r\n"])
def test_a_missing_space_is_told_of_on_any_line_be_it_the_first(before: str) -> None:
    line = before.count("\n") + 1
    assert told(f"{before}status:met\nb: 1") == [(line, 1, "missing-space")]
