"""The language that secaudit speaks: every message goes through `_`."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")

_LOCALES = {"da": "da_DK", "en": "en_GB"}
_active: ContextVar[Language] = ContextVar("language", default="da")


def active() -> Language:
    """The language in which messages are said now."""
    return _active.get()


def choose(language: Language) -> None:
    """Say every message in `language` from now on."""
    _active.set(language)


@contextmanager
def using(language: Language) -> Iterator[None]:
    """Say every message in `language` within the block."""
    token = _active.set(language)
    try:
        yield
    finally:
        _active.reset(token)


def _(message: str) -> str:
    """`message` (English) in the active language."""
    return _translations(_active.get()).gettext(message)


def counted(one: str, many: str, count: int) -> str:
    """`one` or `many` (English) as `count` asks, in the active language, with {n} filled."""
    said = _translations(_active.get()).ngettext(one, many, count)
    return said.format(n=number(count))


def long_date(day: date) -> str:
    """A day as people write it: 1. oktober 2026, 1 October 2026."""
    from babel.dates import format_date  # 90 ms, wanted only where dates are written

    return format_date(day, "long", locale=_LOCALES[_active.get()])


def short_date(day: date) -> str:
    """The same with the month shortened, where there is little room: 1. okt. 2026, 1 Oct 2026."""
    from babel.dates import format_date

    return format_date(day, "medium", locale=_LOCALES[_active.get()])


def number(value: Decimal | int) -> str:
    """A number as people write it: 13,5 and 12.000, 13.5 and 12,000."""
    if isinstance(value, int) and abs(value) < 1000:
        return str(value)
    from babel.numbers import format_decimal

    said: str = format_decimal(value, locale=_LOCALES[_active.get()])
    return said


def later(message: str) -> str:
    """`message` itself: marks a text for translation where it is written, not where it is said."""
    return message


@cache
def _translations(language: Language) -> gettext.NullTranslations:
    return gettext.translation(
        "secaudit", Path(__file__).parent / "locale", [language], fallback=True
    )
