"""Messages: every one is said in Danish, and the compiled file is the one we can read."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from babel.dates import format_date
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

import secaudit
from secaudit.language import (
    LANGUAGES,
    Language,
    _,
    active,
    choose,
    counted,
    later,
    long_date,
    number,
    short_date,
    using,
)

PACKAGE = Path(secaudit.__file__).parent
LOCALE = PACKAGE / "locale" / "da" / "LC_MESSAGES"
LOCALES = {"da": "da_DK", "en": "en_GB"}
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "later": None,
    "counted": (1, 2),
}
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\([a-z]+\)s")


@cache
def danish() -> Catalog:
    """The translations, as they are written."""
    with (LOCALE / "secaudit.po").open("rb") as file:
        return read_po(file, locale="da")


def messages() -> list[Message]:
    """Every message of the translations, without the heading."""
    return [message for message in danish() if message.id]


def said(catalog: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """What each message of a catalog is in its language."""
    return {tuple(texts(m.id)): tuple(texts(m.string)) for m in catalog if m.id}


def texts(said: object) -> list[str]:
    """A text, or its singular and plural."""
    return [said] if isinstance(said, str) else [str(part) for part in said]  # type: ignore[attr-defined] # a tuple


def braces(text: str) -> set[str]:
    """The placeholders of a text."""
    return set(PLACEHOLDER.findall(text))


def one(message: Message, text: str) -> set[str]:
    """The number, where `text` is the singular of a message."""
    return {"{n}"} if message.pluralizable and text == message.id[0] else set()


@cache
def wanted() -> set[tuple[str, ...]]:
    """Every message in the package."""
    found = extract_from_dir(
        PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS
    )
    return {tuple(texts(message)) for _file, _line, message, _c, _x in found}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call that marks or says a message."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KEYWORDS:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


def test_the_compiled_file_is_the_written_one_compiled() -> None:
    """As messages: the tool that compiles also writes its own version into the file."""
    with (LOCALE / "secaudit.mo").open("rb") as file:
        compiled = read_mo(file)
    assert said(compiled) == said(danish())
    assert compiled.plural_expr == danish().plural_expr
    assert compiled.charset == "utf-8"


def test_every_message_in_the_package_is_translated() -> None:
    translated = {tuple(texts(m.id)) for m in messages() if all(texts(m.string))}
    assert wanted() - translated == set()


def test_no_translation_is_left_over() -> None:
    assert {tuple(texts(m.id)) for m in messages()} - wanted() == set()
    assert list(danish().obsolete) == []


def test_no_translation_is_a_guess() -> None:
    assert [m.id for m in messages() if m.fuzzy] == []


def test_a_translation_has_the_placeholders_of_its_message() -> None:
    """The singular may say "the one question" where English writes its {n}."""
    wrong = [
        (text, said)
        for message in messages()
        for text, said in zip(texts(message.id), texts(message.string), strict=True)
        if not braces(text) - one(message, text) <= braces(said) <= braces(text)
    ]
    assert wrong == []


def test_a_translation_begins_and_ends_with_the_spaces_of_its_message() -> None:
    def edges(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    wrong = [
        (text, said)
        for message in messages()
        for text, said in zip(texts(message.id), texts(message.string), strict=True)
        if edges(text) != edges(said)
    ]
    assert wrong == []


def test_every_message_stands_as_it_is_where_it_is_marked() -> None:
    """A message that is built first (an f-string, `format` inside) would never be found."""
    wrong = [
        place
        for place, call in calls()
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
        or (isinstance(call.args[0], ast.Call) and getattr(call.func, "id", "") != "_")
    ]
    assert wrong == []


def test_danish_is_spoken_unless_told_otherwise() -> None:
    assert active() == "da"
    assert _("error") == "fejl"


def test_a_language_is_spoken_within_its_block_only() -> None:
    with using("en"):
        assert (active(), _("error")) == ("en", "error")
        with using("da"):
            assert _("error") == "fejl"
        assert _("error") == "error"
    assert _("error") == "fejl"


def test_a_language_that_fails_within_its_block_is_left_too() -> None:
    with pytest.raises(ZeroDivisionError), using("en"):
        raise ZeroDivisionError
    assert active() == "da"


def test_a_chosen_language_is_spoken_from_then_on() -> None:
    choose("en")
    assert _("error") == "error"
    choose("da")
    assert _("error") == "fejl"


@pytest.mark.parametrize(
    ("n", "expected"), [(0, "0 fejl"), (1, "1 fejl"), (2, "2 fejl")]
)
def test_a_number_is_said_with_its_word(n: int, expected: str) -> None:
    assert counted("{n} error", "{n} errors", n) == expected


@pytest.mark.parametrize(
    ("n", "expected"), [(0, "0 errors"), (1, "1 error"), (2, "2 errors")]
)
def test_a_number_is_said_with_its_word_in_english(n: int, expected: str) -> None:
    with using("en"):
        assert counted("{n} error", "{n} errors", n) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_dates_are_written_as_the_common_locale_data_has_them(
    language: Language, month: int
) -> None:
    day = date(2026, month, 3)
    with using(language):
        assert long_date(day) == format_date(day, "long", LOCALES[language])
        assert short_date(day) == format_date(day, "medium", LOCALES[language])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "value", ["0", "999", "-1000", "1234567", "13.5", "1234.05", "2.0015", "1E+6"]
)
def test_numbers_are_written_as_the_common_locale_data_has_them(
    language: Language, value: str
) -> None:
    exact = Decimal(value)
    with using(language):
        assert number(exact) == format_decimal(exact, locale=LOCALES[language])
        assert number(int(exact)) == format_decimal(
            int(exact), locale=LOCALES[language]
        )


def test_a_message_marked_for_later_is_not_translated_yet() -> None:
    assert later("error") == "error"
    assert _(later("error")) == "fejl"


def test_a_text_that_is_no_message_is_said_as_it_is() -> None:
    for language in LANGUAGES:
        with using(language):
            assert _("Blåbærgrød") == "Blåbærgrød"
