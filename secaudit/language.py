"""The language that secaudit speaks: every message goes through `_`."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")

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
    return _translations(_active.get()).ngettext(one, many, count).format(n=count)


def long_date(day: date) -> str:
    """A day as people write it: 1. oktober 2026, 1 October 2026."""
    from babel.dates import format_date  # 90 ms, wanted only where dates are written

    locale = "da_DK" if _active.get() == "da" else "en_GB"
    return format_date(day, "long", locale=locale)


def later(message: str) -> str:
    """`message` itself: marks a text for translation where it is written, not where it is said."""
    return message


@cache
def _translations(language: Language) -> gettext.NullTranslations:
    return gettext.translation(
        "secaudit", Path(__file__).parent / "locale", [language], fallback=True
    )
