"""What a cell of a workbook holds, as the text, date or whole number that is expected there."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from secaudit.dates import written_date
from secaudit.language import _, later
from secaudit.officer.text import MOST
from secaudit.validation import shortened
from secaudit.workbook import Cell, Column

_DIGITS = 15
_WHOLE = re.compile(rf"-?[0-9]{{1,{_DIGITS}}}")
_ESCAPED = re.compile("_x(?!D[89A-F])([0-9A-F]{4})_", re.IGNORECASE)
"""How a workbook writes a character that XML has no room for, and an underscore before an x."""
_KINDS = {
    "text": later("text"),
    "date": later("a date such as 31-12-2026 or 31 December 2026"),
    "integer": later("a whole number"),
}


@dataclass(frozen=True)
class Fault:
    """Why a cell cannot be read: a short stable word, and the end of a sentence."""

    code: str
    message: str


def read_cell(value: Any, type: str, column: Column) -> Cell | Fault:
    """What stands in a cell, as `column` wants it; `type` is that of Raw."""
    if type == "f":
        return Fault("formula", _("holds a formula; write what is meant"))
    if type == "e":
        message = _("holds the error {value}").format(value=shortened(str(value)))
        return Fault("cell-error", message)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    found = _READERS[column.kind](value)
    if found is not None:
        return _bounded(found, column)
    message = _("expected {expected}, found {found}")
    expected, shown = _(_KINDS[column.kind]), f"'{shortened(str(value).strip())}'"
    return Fault("wrong-type", message.format(expected=expected, found=shown))


def _bounded(found: str | int | date, column: Column) -> Cell | Fault:
    if column.use == "shows" or not isinstance(found, str):
        return found
    line = " ".join(found.split())
    if len(line) > MOST and column.use == "asks":
        message = _("the text is longer than {what} characters").format(what=MOST)
        return Fault("too-long", message)
    if not line.isprintable():
        return Fault("unprintable", _("holds a character that cannot be printed"))
    return found


def _text(value: Any) -> str | None:
    if isinstance(value, str):
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value).strip()
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    whole = _integer(value)
    return str(value if whole is None else whole)


def _date(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return written_date(value) if isinstance(value, str) else None


def _integer(value: Any) -> int | None:
    if isinstance(value, str):
        return int(value) if _WHOLE.fullmatch(value.strip()) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    bounded = abs(value) < 10**_DIGITS
    return int(value) if bounded and value == int(value) else None


_READERS = {"text": _text, "date": _date, "integer": _integer}
