"""Strict YAML: what is read as what, what is refused, and where."""

from pathlib import Path

import pytest

from secaudit.language import using
from secaudit.problems import Problem, Refused
from secaudit.yamlfile import MOST_BYTES, Value, load, quoted
from tests.yamlfile.reading import only, problems, reading, told, value


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("true", True),
        ("false", False),
        ("0", 0),
        ("1", 1),
        ("-1", -1),
        ("123456789012345", 123456789012345),
        ("-123456789012345", -123456789012345),
    ],
)
def test_truth_values_and_short_integers_are_resolved(
    written: str, expected: bool | int
) -> None:
    found = value(f"a: {written}")
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize("written", ["", "null", "~"])
def test_null_is_absent(written: str) -> None:
    assert only(f"a: {written}\nb: 1").value == {"b": 1}


@pytest.mark.parametrize(
    "written",
    [
        "1234567890123456",
        "-1234567890123456",
        "5.10",
        "1.0",
        "1e3",
        ".inf",
        ".nan",
        "no",
        "yes",
        "on",
        "off",
        "No",
        "True",
        "TRUE",
        "False",
        "Null",
        "NULL",
        "1:30",
        "010",
        "00",
        "+5",
        "0x1f",
        "0o17",
        "1_000",
        "2026-02-30",
        "2026-01-01T10:00:00Z",
        "12 34",
        "=",
        "~x",
        "æøå",
        "٣",
    ],
)
def test_all_else_is_text_as_it_is_written(written: str) -> None:
    assert value(f"a: {written}") == written


@pytest.mark.parametrize("written", ["true", "null", "~", "12", "", " 5", "no"])
def test_what_stands_in_quotes_is_text(written: str) -> None:
    assert value(f'a: "{written}"') == written
    assert value(f"a: '{written}'") == written


def test_a_block_text_is_text_even_if_it_looks_like_a_number() -> None:
    assert value("a: |\n  12\n") == "12\n"
    assert value("a: >-\n  true\n") == "true"


def test_nulls_in_a_list_keep_their_place() -> None:
    assert value("a:\n- x\n-\n- ~\n- 5") == ["x", None, None, 5]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a: 1\na: 2", (2, 1)),
        ("a: 1\nb: 2\na: 1", (3, 1)),
        ("a:\na: 2", (2, 1)),
        ("a: 1\na:", (2, 1)),
        ("a:\na:", (2, 1)),
        ("1: x\n'1': y", (2, 1)),
        ('true: x\n"true": y', (2, 1)),
        ("b: {x: 1, y: 2, x: 3}", (1, 17)),
        ("b:\n- c:\n    d: 1\n    'd': 2", (4, 5)),
    ],
)
def test_a_duplicate_key_is_refused_at_its_own_place(
    text: str, at: tuple[int, int]
) -> None:
    assert told(text) == [(*at, "duplicate-key")]


def test_keys_are_compared_as_they_are_written() -> None:
    assert only("1: x\n01: y\n1.0: z\nA: b\na: c").problems == ()


def test_a_key_written_three_times_is_told_of_twice_with_its_name() -> None:
    found = problems("T.1: 1\nT.1: 2\nT.1: 3")
    assert [p.line for p in found] == [2, 3]
    assert all("'T.1'" in p.message for p in found)


def test_keys_are_text_whatever_they_look_like() -> None:
    assert only("1: x\ntrue: y\n'': z").value == {"1": "x", "true": "y", "": "z"}


@pytest.mark.parametrize("key", ["~", "null", "? \n"])
def test_a_null_key_is_refused(key: str) -> None:
    found = told(f"b: 1\n{key}: x")
    assert [code for _line, _column, code in found] == ["null-key"]


def test_null_in_quotes_is_a_name_like_any_other() -> None:
    assert only("\"null\": x\n'~': y").value == {"null": "x", "~": "y"}


@pytest.mark.parametrize("key", ["? [x]\n", "? {x: 1}\n", "[x]", "{x: 1}"])
def test_a_complex_key_is_refused(key: str) -> None:
    assert [code for _l, _c, code in told(f"b: 1\n{key}: y")] == ["complex-key"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1", (1, 4, "anchor")),
        ("a: &x [1]", (1, 4, "anchor")),
        ("a: &x\n  b: 1", (1, 4, "anchor")),
        ("&x a: 1", (1, 1, "anchor")),
        ("a: *x", (1, 4, "alias")),
        ("a: [1, *x]", (1, 8, "alias")),
        ("*x : 1", (1, 1, "alias")),
        ("a: !x 1", (1, 4, "tag")),
        ("a: ! 1", (1, 4, "tag")),
        ("a: !!int 1", (1, 4, "tag")),
        ("a: !!python/object:os.system {}", (1, 4, "tag")),
        ("a: !x [1]", (1, 4, "tag")),
        ("!x a: 1", (1, 1, "tag")),
        ("<<: {b: 1}", (1, 1, "merge-key")),
        ("a:\n  <<: [{b: 1}]", (2, 3, "merge-key")),
    ],
)
def test_anchors_aliases_tags_and_merge_keys_are_refused(
    text: str, expected: tuple[int, int, str]
) -> None:
    assert told(text) == [expected]


def test_a_merge_key_in_quotes_is_a_name_like_any_other() -> None:
    assert only('"<<": 1').value == {"<<": 1}


def test_an_anchor_and_its_aliases_are_all_told_of() -> None:
    bomb = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]"
    codes = [code for _line, _column, code in told(bomb)]
    assert codes.count("anchor") == 2
    assert codes.count("alias") == 4


@pytest.mark.parametrize("sign", "*&!@%`")
def test_a_text_that_begins_with_a_sign_needs_quotes(sign: str) -> None:
    (problem,) = problems(f"b: 1\na: {sign}vigtig")
    assert (problem.line, problem.column) == (2, 4)
    assert f"begynde med '{sign}'; sæt anførselstegn om teksten" in problem.message


@pytest.mark.parametrize("sign", "*@%`")
def test_a_sentence_that_begins_with_a_sign_needs_quotes(sign: str) -> None:
    (problem,) = problems(f"b: 1\na: {sign}Se bilag 3, side 2")
    assert (problem.line, problem.column, problem.code) == (2, 4, "needs-quotes")
    assert f"'{sign}'; sæt anførselstegn om teksten" in problem.message


@pytest.mark.parametrize("sign", "*&!@%`")
def test_a_sign_inside_quotes_or_later_in_a_text_is_fine(sign: str) -> None:
    assert value(f'a: "{sign}x"') == f"{sign}x"
    assert value(f"a: x{sign}y {sign}z") == f"x{sign}y {sign}z"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a: Se sag #1234", (1, 11)),
        ("a: Se sag\t#1234", (1, 11)),
        ("a: 12 # tolv", (1, 7)),
        ("a: #1234", (1, 4)),
        ("b: 1\r\na: Se sag #1", (2, 11)),
        ("b: 1\ra: Se sag #1", (2, 11)),
        ("# c\ra: Se sag #1", (2, 11)),
        ("5 #1", (1, 3)),
        (" # c\na: Se sag #1", (2, 11)),
        ("- x\n- Se sag #1", (2, 10)),
        ("a: [x #1\n  ]", (1, 7)),
        ("b: 'x'\na: over\n  to linjer #1", (3, 13)),
    ],
)
def test_a_hash_after_a_plain_value_is_an_error(text: str, at: tuple[int, int]) -> None:
    assert told(text) == [(*at, "text-cut-by-hash")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a: "Se sag #1"', "Se sag #1"),
        ("a: 'Se sag #1'", "Se sag #1"),
        ('a: "Se sag" # en bemærkning', "Se sag"),
        ("a: sag#1", "sag#1"),
        ("a: |\n  Se sag #1\n", "Se sag #1\n"),
        ("a: > # en bemærkning\n  Se sag #1\n", "Se sag #1\n"),
        ("# en bemærkning\na: x\n  # en til\n#og en\nb: y", "x"),
        ("a: [x] # en bemærkning", ["x"]),
        ("a: # en bemærkning\n  b: x", {"b": "x"}),
        ("a:\n  # en bemærkning\n  b: x", {"b": "x"}),
    ],
)
def test_a_hash_that_loses_nothing_is_fine(text: str, expected: Value) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: {b: Ja, men ikke nu}", (1, 12, "text-cut-by-comma")),
        ("a: {b: 1, 5 kr, c: x}", (1, 11, "text-cut-by-comma")),
        ("a: {b: Ja, men , c: x}", (1, 12, "text-cut-by-comma")),
        ("a: {b: Ja, 'men'\n , c: x}", (1, 12, "text-cut-by-comma")),
    ],
)
def test_a_text_that_a_comma_divides_is_an_error(
    text: str, expected: tuple[int, int, str]
) -> None:
    assert told(text) == [expected]


def test_a_name_with_a_colon_and_nothing_after_it_is_no_divided_text() -> None:
    assert only("a: {b: , c: x, d: }").problems == ()


def test_a_missing_space_after_a_colon_is_told_of_at_the_name() -> None:
    assert told("a: 1\nstatus:opfyldt\nc: 2") == [(2, 1, "missing-space")]


def test_a_file_of_five_mebibytes_is_read_and_one_byte_more_is_not() -> None:
    most = b"a: " + b"x" * (MOST_BYTES - 3)
    assert MOST_BYTES == 5 * 1024 * 1024
    assert reading(most).problems == ()
    assert told(most + b"x") == [(1, 1, "too-large")]


def test_a_file_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"#" * (MOST_BYTES + 100))
    (problem,) = load(path).problems
    assert problem.code == "too-large"
    assert "5 MiB" in problem.message


def test_fifty_levels_are_read_and_fifty_one_are_not() -> None:
    assert reading("[" * 50 + "]" * 50).problems == ()
    assert told("[" * 51 + "]" * 51) == [(1, 51, "too-deep")]


def test_levels_are_counted_in_fields_keys_and_lists_alike() -> None:
    fields = "".join(f"{' ' * level}a:\n" for level in range(50))
    assert reading(fields).problems == ()
    assert told(fields + " " * 50 + "a:\n") == [(51, 51, "too-deep")]
    assert told("? " + "[" * 50 + "]" * 50) == [(1, 52, "too-deep")]


OPENINGS = {"[": 51, "{": 51, "{a: ": 201, "- ": 101, "? ": 101, "[{a: ": 126}
"""What only opens levels, again and again, and the column of the 51st level."""


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_file_that_only_opens_levels_ends_in_one_problem(opening: str) -> None:
    assert told(opening * 200_000) == [(1, OPENINGS[opening], "too-deep")]


@pytest.mark.parametrize("broken", ["@", "*", "\t]", '"', "]" * 60 + " b: ["])
def test_too_many_levels_are_told_before_what_is_broken_behind(broken: str) -> None:
    assert told("a: " + "[" * 60 + broken) == [(1, 53, "too-deep")]


def test_what_is_broken_before_too_many_levels_is_told_first() -> None:
    assert told("a: [@" + "[" * 2_000) == [(1, 5, "needs-quotes")]


UNWANTED = [
    *range(0x00, 0x09),
    0x0B,
    0x0C,
    *range(0x0E, 0x20),
    *range(0x7F, 0xA0),
    0x2028,
    0x2029,
    0xFFFE,
    0xFFFF,
]


def test_a_comment_may_end_a_file_without_a_last_line_break() -> None:
    assert only("a: 1\nb: 2\n # her slutter det").value == {"a": 1, "b": 2}


def test_a_long_line_of_hashes_is_one_comment_and_costs_no_time() -> None:
    assert only("a: 1\n" + " #" * 2_000_000 + "\nb: 2\n").value == {"a": 1, "b": 2}


@pytest.mark.parametrize("code", UNWANTED, ids=hex)
def test_a_control_character_is_refused_raw(code: int) -> None:
    (problem,) = problems(f"b: æ\na: x{chr(code)}y")
    assert (problem.line, problem.column) == (2, 5)
    assert problem.code == "control-character"
    assert f"U+{code:04X}" in problem.message


@pytest.mark.parametrize("code", UNWANTED, ids=hex)
def test_a_control_character_is_refused_decoded(code: int) -> None:
    assert told(f'b: æ\na: "x\\u{code:04X}y"') == [(2, 4, "control-character")]


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\b", "\\e", "\\N", "\\L", "\\P"])
def test_a_control_character_is_refused_by_its_short_name(escape: str) -> None:
    assert told(f'a: "{escape}"') == [(1, 4, "control-character")]


def test_a_control_character_in_a_key_is_refused() -> None:
    assert told('"a\\u0007": x') == [(1, 1, "control-character")]


def test_a_carriage_return_cannot_hide_in_a_text() -> None:
    assert told('a: "x\\ry"') == [(1, 4, "control-character")]


def test_tabs_line_ends_and_letters_outside_latin_are_welcome() -> None:
    assert value('a: "x\\ty\\nz"') == "x\ty\nz"
    assert value("a: Blåbærgrød 🍓 Ærø ﬀ 漢") == "Blåbærgrød 🍓 Ærø ﬀ 漢"
    assert value('a: "\\xe6\\u00f8\\U0001F353"') == "æø🍓"


@pytest.mark.parametrize(
    ("data", "at", "word"),
    [
        ("b: ø\na: æ".encode("cp1252"), (1, 4), "Windows-1252"),
        ("b: o\r\na: 'xæ'".encode("cp1252"), (2, 6), "Windows-1252"),
        ("b: ø\na: ".encode() + b"\xe6", (2, 4), "Windows-1252"),
        ("\ufeffb: ø\na: ".encode() + b"\xe6", (2, 4), "Windows-1252"),
        ("\ufeffa: æ".encode() + b"\xe6", (1, 5), "Windows-1252"),
        ("a: æ".encode("utf-16"), (1, 1), "UTF-16"),
        (b"\xfe\xff" + "a: æ".encode("utf-16-be"), (1, 1), "UTF-16"),
    ],
)
def test_text_that_is_not_utf8_is_refused_with_what_it_seems_to_be(
    data: bytes, at: tuple[int, int], word: str
) -> None:
    (problem,) = problems(data)
    assert (problem.line, problem.column, problem.code) == (*at, "not-utf8")
    assert word in problem.message
    assert "UTF-8" in problem.message


def test_a_byte_order_mark_is_passed_over_and_counts_no_column() -> None:
    assert only("\ufeffa: x").value == {"a": "x"}
    assert told("\ufeffa: *x") == [(1, 4, "alias")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_counted_from_one_in_characters(end: str) -> None:
    text = end.join(("# æøå 🍓", "", 'b: "æøå 🍓" ', "c: [æ, 🍓🍓, *x]", "a: &y 1"))
    assert told(text) == [(4, 12, "alias"), (5, 4, "anchor")]


def test_a_document_knows_the_places_of_its_keys_and_values() -> None:
    document = only("# æ\r\nå: {b: 🍓, c: [x, y: z]}\r\nd:\r\n- 1\r\n- e: 2\r\n")
    assert document.place(()) == (2, 1)
    assert document.place(("å",)) == (2, 4)
    assert document.place(("å",), at_key=True) == (2, 1)
    assert document.place(("å", "b")) == (2, 8)
    assert document.place(("å", "c", 1, "y")) == (2, 21)
    assert document.place(("d", 1, "e"), at_key=True) == (5, 3)


def test_a_place_that_is_missing_is_that_of_its_nearest_parent() -> None:
    document = only("a:\n  b: {c: 1}\nd: x")
    assert document.place(("a", "b", "x")) == (2, 3)
    assert document.place(("a", "x", "y")) == (1, 1)
    assert document.place(("x",)) == (1, 1)
    assert document.has(("a", "b", "c"))
    assert not document.has(("a", "b", "x"))


def test_a_key_without_a_value_is_written_though_it_is_absent() -> None:
    document = only("a:\nb: 1")
    assert document.has(("a",))
    assert document.value == {"b": 1}
    assert document.place(("a",), at_key=True) == (1, 1)


def test_the_place_of_a_duplicate_is_that_of_the_first() -> None:
    document = only("a: 1\na: 2")
    assert document.place(("a",)) == (1, 4)
    assert document.value == {"a": 1}


def test_a_document_makes_problems_at_its_places() -> None:
    document = only("a:\n  b: x")
    warned = document.problem("c", "m", ("a", "b"), warning=True)
    assert warned == Problem("f.yaml", 2, 6, "warning", "c", "m")
    at_key = document.problem("c", "m", ("a", "b"), at_key=True)
    assert at_key == Problem("f.yaml", 2, 3, "error", "c", "m")


def test_a_file_may_hold_several_documents() -> None:
    first, second = reading("a: 1\n---\nb: 2\n").documents
    assert (first.value, second.value) == ({"a": 1}, {"b": 2})
    assert second.place(("b",)) == (3, 4)


def test_problems_are_told_per_document() -> None:
    first, second, third = reading("a: *x\n---\nb: 2\n---\nc: 1\nc: 2\n").documents
    assert [p.code for p in first.problems] == ["alias"]
    assert second.problems == ()
    assert [(p.line, p.code) for p in third.problems] == [(6, "duplicate-key")]


def test_empty_documents_are_passed_over() -> None:
    text = "---\n---\n# intet\n---\na: 1\n---\n...\n---\nb: 2\n---\n"
    first, second = reading(text).documents
    assert (first.value, second.value) == ({"a": 1}, {"b": 2})
    assert first.place(("a",)) == (5, 4)
    assert second.place(("b",)) == (9, 4)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# intet", "---\n", "---\n---\n", "~", "\ufeff"]
)
def test_a_file_without_anything_in_it_is_told_of(text: str) -> None:
    assert told(text) == [(1, 1, "empty-file")]


def test_a_broken_stream_yields_no_document() -> None:
    stream = reading("a: 1\n---\nb: 2\n---\nc: [\n")
    assert stream.documents == ()
    assert [p.code for p in stream.problems] == ["syntax"]


@pytest.mark.parametrize(
    ("text", "expected", "word"),
    [
        ('b: 1\na: "x\nc: 2', (2, 4, "open-quote"), "aldrig"),
        ("a: 'x' og y", (1, 4, "open-quote"), "ikke om hele"),
        ("a: x\n\tb: 1", (2, 1, "tab"), "mellemrum"),
        ("a: Husk: ring", (1, 8, "needs-quotes"), "hele teksten"),
        ("a: 1\n b: 2", (2, 3, "needs-quotes"), "hele teksten"),
        ("a: [1", (2, 1, "syntax"), "YAML"),
        ('a: "L:\\sager"', (1, 7, "wrong-escape"), "'\\'"),
        ('a: "L:\\xerox"', (1, 9, "wrong-escape"), "'\\'"),
        ('a: "\\ud800"', (1, 7, "wrong-escape"), "'\\'"),
    ],
)
def test_broken_syntax_is_told_of_in_plain_words(
    text: str, expected: tuple[int, int, str], word: str
) -> None:
    (problem,) = problems(text)
    assert (problem.line, problem.column, problem.code) == expected
    assert word in problem.message


def test_a_single_quoted_windows_path_is_read_as_it_stands() -> None:
    assert value("a: 'L:\\sager\\2026'") == "L:\\sager\\2026"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        'et "citat"',
        "L:\\sager",
        "to\nlinjer",
        "en\ttab",
        "#*&!@%` : -",
        "true",
    ],
)
def test_quoted_text_is_read_back_as_it_was(text: str) -> None:
    written = f"a: {quoted(text)}"
    assert "\n" not in written
    assert value(written) == text


def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"mangler\.yaml"):
        load(tmp_path / "mangler.yaml")
    with pytest.raises(Refused, match=r"^mappe kan ikke læses: "):
        load(tmp_path, "mappe")


def test_problems_name_the_file_as_the_user_named_it(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("a: *x", encoding="utf-8")
    (document,) = load(path, "returned/svar.yaml").documents
    assert str(document.problems[0]).startswith("returned/svar.yaml:1:4: fejl: ")


def test_problems_are_said_in_the_language_of_the_day() -> None:
    with using("en"):
        (problem,) = problems("a: 1\na: 2")
        assert str(problem) == "f.yaml:2:1: error: 'a' is written twice"
    (problem,) = problems("a: 1\na: 2")
    assert str(problem) == "f.yaml:2:1: fejl: 'a' står to gange"


def test_words_fill_a_message_and_one_without_any_is_told_as_it_stands() -> None:
    document = only("a: 1")
    filled = document.problem("code", "'{id}' is wrong", ("a",), id="{b}")
    plain = document.problem("code", "'{id}' is wrong", ("a",))
    assert (filled.message, plain.message) == ("'{b}' is wrong", "'{id}' is wrong")
