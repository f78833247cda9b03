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

_DATES = {"da": "{day.day}. {month} {day.year}", "en": "{day.day} {month} {day.year}"}
MONTHS = {
    "da": (
        *("januar", "februar", "marts", "april", "maj", "juni"),
        *("juli", "august", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_AFTER_SHORT = {"da": ".", "en": ""}
_SHORT_MONTHS = {"maj": "maj", "September": "Sept"}
"""The months that are not shortened to three letters."""

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
    return _DATES[active()].format(day=day, month=MONTHS[active()][day.month - 1])


def short_date(day: date) -> str:
    """The same with the month shortened, where there is little room: 1. okt. 2026, 1 Oct 2026."""
    month = MONTHS[active()][day.month - 1]
    short = _SHORT_MONTHS.get(month) or month[:3] + _AFTER_SHORT[active()]
    return _DATES[active()].format(day=day, month=short)


def number(value: Decimal | int) -> str:
    """A number as people write it, with at most three decimals: 13,5 and 12.000, 13.5 and
    12,000."""
    whole, _point, decimals = f"{value:,.3f}".partition(".")
    decimals = decimals.rstrip("0")
    if active() == "en":
        return f"{whole}.{decimals}" if decimals else whole
    whole = whole.replace(",", ".")
    return f"{whole},{decimals}" if decimals else whole


def later(message: str) -> str:
    """`message` itself: marks a text for translation where it is written, not where it is said."""
    return message


@cache
def _translations(language: Language) -> gettext.NullTranslations:
    return gettext.translation(
        "secaudit", Path(__file__).parent / "locale", [language], fallback=True
    )
