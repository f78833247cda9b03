"""The numbers of a text in either language; those in names, and of provisions, are none."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

Token = int | Fraction | date
Said = tuple[str | Token, ...]
"""Every number and date of a text in order, and texts that stand in it."""
Row = tuple[str | Said, ...]
"""Cells, those of a number alone to the letter."""

_DANISH = "januar februar marts april maj juni juli august september oktober november"
_MONTHS = {"da": [*_DANISH.split(), "december"], "en": calendar.month_name[1:]}
_NONE = re.compile(r"\b(ingen|none)\b")
_NAME = re.compile(
    r"NIS 2|ISO/IEC 27001(?::2022)?(?:, 9\.3\.2)?|version \d+\.\d+|\b\d{4}-\d{3}\b"
    r"|(?:§+|\b(?:art\.|artikel|article)) ?\d[\w()]*"
    r"(?:(?:-|,? (?:og |and )?)(?:(?:§|stk\.|nr\.|no\.) )?\d[\w()]*)*"
    r"|(?i:\b(?:afsnit|sections?)) \d+(?:(?:, | og | and )\d+)*"
    r"|[^\W\d_][\w./:-]*\d[\w./()-]*"  # A.5.9, H1, p14/A.5.18
)


def agree(text: str, expected: str | Said, language: str) -> bool:
    """Whether a text has the numbers that are expected, and no other."""
    if isinstance(expected, str):
        return text == _grouped(expected, language)
    for name in (part for part in expected if isinstance(part, str)):
        if name not in text:
            return False
        text = text.replace(name, "~", 1)
    told = read(text, language)
    numbers = [part for part in expected if not isinstance(part, str)]
    if _NONE.search(text):  # a nought may be said in a word
        return [n for n in told if n] == [n for n in numbers if n]
    return told == numbers


def _grouped(cell: str, language: str) -> str:
    sign = "." if language == "da" else ","
    return f"{int(cell):,}".replace(",", sign) if cell.isdigit() else cell


def read(text: str, language: str) -> list[Token]:
    """The numbers and dates of a text, in order."""
    return list(_tokens(_NAME.sub("~", text), language))


def _tokens(text: str, language: str) -> Iterator[Token]:
    months = _MONTHS[language]
    day = rf"(\d{{1,2}})\.? ({'|'.join(months)}) (\d{{4}})"
    thousand, sign = (r"\.", ",") if language == "da" else (",", r"\.")
    number = rf"(\d{{1,3}}(?:{thousand}\d{{3}})+|\d+)(?:{sign}(\d+))?"
    for found in re.finditer(rf"{day}|(½)|\bonce\b|\bén gang\b|{number}", text):
        of_month, month, year, half, whole, part = found.groups()
        if of_month:
            yield date(int(year), months.index(month) + 1, int(of_month))
        elif whole:
            yield Fraction(f"{re.sub(thousand, '', whole)}.{part or 0}")
        else:
            yield Fraction(1, 2) if half else 1


def percent(share: Fraction | None) -> str:
    """Whole per cent, rounded down; a dash where nothing is applicable."""
    return "–" if share is None else f"{whole(share)} %"


def whole(share: Fraction) -> int:
    """The same as a number."""
    return 100 * share.numerator // share.denominator


def day(text: str) -> date:
    """A date of the register."""
    return date.fromisoformat(text)
