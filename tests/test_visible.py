"""What is shown is seen: on one line, with what hides in it written out."""

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secaudit.visible import one_line, visible

HIDING = ("Cc", "Cf", "Cs", "Zl", "Zp")


def hides(text: str) -> list[str]:
    """The characters of a text that nobody sees, or that move the others."""
    return [char for char in text if unicodedata.category(char) in HIDING]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Vi mangler to.\nDen ene", "Vi mangler to. Den ene"),
        ("a\r\nb\rc\vd\fe\x1cf\x85g\u2028h\u2029i\tj", "a b c d e f g h i j"),
        ("\x1b[2J\x07\x7f\x9b", "\\u001b[2J\\u0007\\u007f\\u009b"),
        ("navn\u202egpj.exe", "navn\\u202egpj.exe"),
        ("ad\u200bmin\ufeff\xad", "ad\\u200bmin\\ufeff\\u00ad"),
        ("\udce6.yaml", "\\udce6.yaml"),
        ("\U000e0041", "\\udb40\\udc41"),
        ("Æblegrød 12\xa0000 → ❤️ 中文 אבטחת", "Æblegrød 12\xa0000 → ❤️ 中文 אבטחת"),
        ("    indrykket  til to", "    indrykket  til to"),
    ],
)
def test_a_text_is_one_line_in_which_everything_is_seen(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_no_character_of_unicode_hides() -> None:
    for number in range(sys.maxunicode + 1):
        if hides(char := chr(number)):
            assert not hides(one_line(char)), hex(number)


def test_the_lines_of_a_text_can_stay() -> None:
    assert visible("en\nto\x1b") == "en\nto\\u001b"


@given(st.text(st.characters()))
def test_json_that_is_made_visible_says_the_same(text: str) -> None:
    shown = visible(json.dumps([text], ensure_ascii=False, indent=2))
    assert json.loads(shown) == [text]
    assert not hides(shown.replace("\n", ""))
