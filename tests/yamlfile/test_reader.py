"""The strict rules: how deep, and which signs."""

from secaudit.yamlfile import Value
from tests.yamlfile.reading import problems, told, value

UNWANTED = {*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFFFE, 0xFFFF}
SURROGATES = range(0xD800, 0xE000)


def test_lists_that_are_closed_again_do_not_make_a_later_one_less_deep() -> None:
    closed = "- []\n" * 40
    assert told(closed + "- " + "[" * 49 + "]" * 49) == []
    assert told(closed + "- " + "[" * 60 + "]" * 60) == [(41, 52, "too-deep")]


def test_an_unwanted_sign_is_found_among_welcome_ones_that_begin_alike() -> None:
    assert value("a: § 5 – æ\ufffd") == "§ 5 – æ\ufffd"
    (problem,) = problems("a: § 5 – æ\ufffe")
    assert (problem.line, problem.column) == (1, 11)
    assert "U+FFFE" in problem.message


def test_every_other_sign_there_is_may_stand_in_a_text() -> None:
    welcome = "".join(
        chr(code)
        for code in range(0x110000)
        if code not in UNWANTED and code not in SURROGATES
    )
    expected: Value = f"-{welcome}-"
    assert value(f"a: |-\n  -{welcome}-") == expected
