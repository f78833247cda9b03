"""What employees can answer, and the text that the page makes of their answers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from secaudit.language import later

DEPARTMENT = later("Which department do you work in?")
"""The question that a survey begins with."""
UNDISCLOSED = later("Rather not say")
"""What is chosen instead of a department."""
ANSWERS = {
    "met": later("Yes"),
    "partial": later("Partly"),
    "not-met": later("No"),
    "not-applicable": later("Not relevant to me"),
    "unknown": later("I do not know"),
}
"""By status, what an employee answers."""
_BEGIN = "secaudit"
_QUOTES = "\"'“”„‘’»«"
_LINE = re.compile(rf"[\s{_QUOTES}]*{_BEGIN}\s+[^;\s]+\s*;", re.IGNORECASE)
_PART = re.compile(r"\s*([A-Za-z_][A-Za-z0-9._-]*)\s*=\s*([a-z0-9-]*)\s*")


@dataclass(frozen=True)
class Pasted:
    """The answers of one employee, as the page hands them over in a line of text."""

    campaign: str
    department: str
    """The id of a department; empty where none was chosen."""
    answers: Mapping[str, str]
    """By control id, a status."""


def as_text(pasted: Pasted) -> str:
    """The line: `secaudit 2026; department=skole; A.5.1=met; A.6.3=not-met`."""
    told = {"department": pasted.department, **pasted.answers}
    parts = (f"{name}={value}" for name, value in told.items() if value)
    return "; ".join((f"{_BEGIN} {pasted.campaign}", *parts))


def begins_a_line(text: str) -> bool:
    """Whether a text begins as such a line; `pasted` says whether the rest is right."""
    return _LINE.match(text) is not None


def pasted(text: str) -> Pasted | None:
    """What a line says, be it broken over lines or in quotes; None where it is no such line."""
    head, *parts = " ".join(text.split()).strip(f"; {_QUOTES}").split(";")
    begin, _blank, campaign = head.strip().partition(" ")
    found = [_PART.fullmatch(part) for part in parts]
    if begin.casefold() != _BEGIN or not campaign or not all(found):
        return None
    told = {match[1]: match[2] for match in found if match}
    return Pasted(campaign.strip(), told.pop("department", ""), told)
