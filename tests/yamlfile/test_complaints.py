"""What is said of a text that is no YAML: at the word that is to blame."""

import pytest

from tests.yamlfile.reading import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a sign that YAML has another use for
        ("b: 1\na: *Se bilag\nc: 1", (2, 4, "needs-quotes")),
        ("a: *x y\nb: 'q' z", (1, 4, "needs-quotes")),
        ("a: * x\nb: 1", (1, 4, "needs-quotes")),
        ("a: &\nb: 1", (1, 4, "needs-quotes")),
        ("a: !<x\nb: 1", (1, 4, "needs-quotes")),
        ("%YAML 3.0\n---\na: 1", (1, 1, "needs-quotes")),
        # a second colon
        ("a: 'a'\nb: c: d", (2, 5, "needs-quotes")),
        ("a: *x\nb: c: d", (2, 5, "needs-quotes")),
        # quotes
        ("a: 'x' y\nb: 1", (1, 4, "open-quote")),
        ("a: 'don't'", (1, 4, "open-quote")),
        ("a: [*x, 'y' z]", (1, 9, "open-quote")),
        ("a: 'x\ny", (1, 4, "open-quote")),
        # a backslash
        ('a: "x\\q"', (1, 6, "wrong-escape")),
        # a tab
        ("x: 'a'\n\tb: 1", (2, 1, "tab")),
        ("a:\n\tb: 1", (2, 1, "tab")),
        # anything else
        ("a: [1, 2\nb: 3", (2, 2, "syntax")),
        ("a: 'a'\nb: [1", (3, 1, "syntax")),
        ("- a\nb: 1", (2, 1, "syntax")),
        ("{a: 1", (2, 1, "syntax")),
        ("a: }", (1, 4, "syntax")),
        ("a: |x\n y", (1, 5, "syntax")),
    ],
)
def test_what_breaks_the_syntax_is_told_of_where_it_is(
    text: str, expected: tuple[int, int, str]
) -> None:
    assert told(text) == [expected]


def test_a_path_in_double_quotes_is_told_of_there_not_at_a_star_before_it() -> None:
    assert told('a: [*x, "C:\\Data"]') == [(1, 12, "wrong-escape")]
    assert told('a: [*x, "C:\\Data') == [(1, 12, "wrong-escape")]
    assert told('a: [*x, "Data]') == [(1, 9, "open-quote")]


@pytest.mark.parametrize("before", ["", "a: 1\n", "a: 1\r\n\r\n", "a: 1\r"])
def test_a_missing_space_is_told_of_on_any_line_be_it_the_first(before: str) -> None:
    line = len(f"{before}x".splitlines())
    assert told(f"{before}status:met\nb: 1") == [(line, 1, "missing-space")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  status:met\n  b: 1", (1, 3, "missing-space")),
        ("status: x\nowner:p01\nb: z", (2, 1, "missing-space")),
        ("status: x\nowner:p01\nb: z: z", (2, 1, "missing-space")),
        ("owner:p01\nstatus: x\nb: y: z", (1, 1, "missing-space")),
        ("a: 1\nowner:p01", (2, 1, "missing-space")),
        ("owner:p01\nx\ny: 1", (3, 2, "needs-quotes")),
    ],
)
def test_a_missing_space_is_looked_for_on_the_line_and_on_the_one_before(
    text: str, expected: tuple[int, int, str]
) -> None:
    assert told(text) == [expected]
