"""Files as other programs save them."""

import pytest

from secaudit.handwriting import read
from tests.handwriting.filled import RIGHT, STATUS, commented, read_form, written

DANISH = commented('"Gennemgået for én afdeling – §§ 6-7, “ældre” øer"')


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_other_encodings_are_read_with_one_warning(encoding: str, ends: str) -> None:
    found = read_form(DANISH.replace("\n", ends).encode(encoding))
    assert found.told == ["1:1 encoding"]
    assert found.answer().comment == "Gennemgået for én afdeling – §§ 6-7, “ældre” øer"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_without_a_word(encoding: str) -> None:
    assert read_form(DANISH.encode(encoding)).told == []


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le"])
def test_utf_16_is_read_in_either_order_of_its_bytes(encoding: str) -> None:
    assert read_form(f"\ufeff{DANISH}".encode(encoding)).told == ["1:1 encoding"]


def test_what_a_file_said_is_kept_as_it_was_sent() -> None:
    sent = commented("”Vi mangler\u00a0to”")
    assert read(sent.encode("cp1252"), "svar.yaml").text == sent


@pytest.mark.parametrize("encoding", ["cp850", "cp865", "mac_roman"])
def test_letters_that_could_be_others_are_refused_at_the_first(encoding: str) -> None:
    text = commented('"Gennemgået for vores ældre øer"')
    assert read_form(text.encode(encoding)).told == ["6:24 !not-utf8"]


@pytest.mark.parametrize("letters", ["ð þ ý", "ô î û", "crème brûlée", "½ ÷ ‰ ¶"])
def test_letters_of_the_neighbours_are_read_too(letters: str) -> None:
    found = read_form(commented(f'"{letters}"').encode("cp1252"))
    assert found.told == ["1:1 encoding"]
    assert found.answer().comment == letters


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_letters_of_two_bytes_or_four_without_their_mark_are_refused(
    encoding: str,
) -> None:
    assert [line.split()[1] for line in read_form(RIGHT.encode(encoding)).told] == [
        "!not-utf8"
    ]


def test_a_bad_byte_after_a_mark_is_told_at_its_place() -> None:
    text = (
        commented('"øer på øer"').encode("utf-8-sig").replace("på".encode(), b"p\xe5")
    )
    assert read_form(text).told == ["23:20 !not-utf8"]


def test_a_file_in_two_encodings_is_refused() -> None:
    mixed = DANISH.encode().replace("øer".encode(), "øer".encode("cp1252"))
    assert [line.split()[1] for line in read_form(mixed).told] == ["!not-utf8"]


def test_half_a_file_of_utf_16_is_refused() -> None:
    assert read_form(DANISH.encode("utf-16")[:-1]).told == ["1:1 !not-utf8"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007", "\u3000"])
def test_a_no_break_space_is_read_as_a_space_wherever_it_stands(space: str) -> None:
    text = written(STATUS, STATUS.replace(" ", space)).replace(
        "T.2:\n", f"T.2:{space}\n"
    )
    found = read_form(text)
    assert found.told == ["22:1 odd-space"]
    assert found.answer().status == "partial"


def test_files_put_together_may_have_a_mark_each() -> None:
    other = RIGHT.replace("0" * 32, "1" * 32)
    found = read_form(f"\ufeff{RIGHT}\ufeff---\n\ufeff{other}")
    assert found.told == []
    assert len(found.documents) == 2


def test_a_large_file_of_slips_is_told_of_in_seconds() -> None:
    line = '    comment: "Det "lille" system\n'
    text = RIGHT + "".join(
        f"  T.{n}:\n    status opfyldt\n{line}" for n in range(4, 5000)
    )
    assert len(read_form(text).told) == 1001


HEAD = RIGHT.partition("facts:")[0]
MANY = 100_000
"""With a look at all of a text for each of its lines, each of these takes minutes."""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("form: secaudit/1\n" * 2 + "#\n" * MANY, 9),
        (HEAD + "answers:\n  T.1:\n" + "    comment: x\n     # y\n" * MANY, 1001),
        (HEAD + "answers: {T.1: ”x" + " " * MANY + "y}\n", 1),
        (HEAD + "facts: ”x”\nanswers: [" + '\\"' * MANY + "\n", 3),
        (HEAD + "answers: {T.1: {comment: [" + '"#",' * MANY + "]}}\n", 1),
    ],
    ids=["help", "cut lines", "blanks", "quotes", "texts with a hash"],
)
def test_a_text_is_looked_at_once_however_it_was_made(text: str, told: int) -> None:
    assert len(read_form(text).told) == told


def test_many_documents_are_told_of_one_by_one() -> None:
    assert len(read_form("a: b\n---\n" * 500).documents) == 500
