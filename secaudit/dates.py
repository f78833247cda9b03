"""A date as people write it, Danish order only: the day before the month."""

import re
from datetime import date

from secaudit.language import MONTHS

_PLAIN = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))
"""Hyphens, dashes and a minus, which programs write for a hyphen."""
_NAMES = {
    name.casefold()[:letters]: number
    for names in MONTHS.values()
    for number, name in enumerate(names, 1)
    for letters in range(3, len(name) + 1)
}
"""By the name of a month, whole or shortened, its number."""
_YEAR = r"(?P<y>(?:19|20)[0-9]{2})"
_DAY = r"(?:den |d\. ?)?(?P<d>[0-9]{1,2})"
_WRITTEN = tuple(
    re.compile(pattern + r" ?\.?")
    for pattern in (
        rf"{_YEAR}(?P<sep>[-/.])(?P<m>[0-9]{{1,2}})(?P=sep)(?P<d>[0-9]{{1,2}})",
        rf"{_DAY} ?[-/.] ?(?P<m>[0-9]{{1,2}})(?: ?[-/.] ?| ){_YEAR}",
        rf"{_DAY}\.? ?(?P<m>[a-z]{{3,9}})\.?,? ?{_YEAR}",
    )
)


def written_date(text: str) -> date | None:
    """The day that `text` names: 2026-12-01, 1/12-2026, 1.12.2026, den 1. december 2026,
    1 Dec 2026. None where it names none, has a year of two digits, or one outside 1900-2099."""
    plain = " ".join(text.translate(_PLAIN).casefold().split())
    said = next(filter(None, (form.fullmatch(plain) for form in _WRITTEN)), None)
    if said is None:
        return None
    month = int(said["m"]) if said["m"].isdigit() else _NAMES.get(said["m"], 0)
    try:
        return date(int(said["y"]), month, int(said["d"]))
    except ValueError:  # the 31st of June, a month that has no such name
        return None
