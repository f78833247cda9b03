"""How a report says numbers, dates and states in either language, and how to read them again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

Token = int | Fraction | date
Expected = str | tuple[str | Token, ...]
"""A text to the letter; or texts that stand in it, and every number and date of the rest."""

_MONTHS = {
    "da": "januar februar marts april maj juni juli august september oktober november "
    "december",
    "en": "January February March April May June July August September October November "
    "December",
}
_NONE = re.compile(r"\b(ingen|none)\b")
_SAID = {
    "met": ("opfyldt", "met"),
    "partial": ("delvist opfyldt", "partial"),
    "not-met": ("ikke opfyldt", "not met"),
    "not-applicable": ("ikke relevant", "not applicable"),
    "unknown": ("ved ikke", "unknown"),
    "unanswered": ("ubesvaret", "unanswered"),
    "society-critical": ("samfundskritisk", "society-critical"),
    "business-critical": ("forretningskritisk", "business-critical"),
    "other": ("øvrigt", "other"),
    "": ("ukendt", "not known"),
    "high": ("høj", "high"),
    "middle": ("middel", "middle"),
    "low": ("lav", "low"),
    "yes": ("ja", "yes"),
    "no": ("nej", "no"),
    "system": ("system", "system"),
    "owner": ("ejer", "owner"),
    "organisation": ("organisation", "organisation"),
    "employees": ("medarbejdere", "employees"),
    "accepted": ("accepteret", "accepted"),
    "agreed": ("godkendt", "agreed"),
    "returned": ("sendt retur", "sent back"),
    "assessed": ("vurderet anderledes", "assessed otherwise"),
    "done": ("udført", "done"),
    "dropped": ("opgivet", "dropped"),
    "overdue": ("overskredet", "overdue"),
    "planned": ("planlagt", "planned"),
    "started": ("i gang", "started"),
    "note-known": ("kendt lovkrav", "known duty by law"),
    "note-returned": ("sendt tilbage", "returned"),
    "note-overdue": ("gennemgang overskredet", "review overdue"),
    "All": ("I alt", "All"),
}


@dataclass(frozen=True)
class Words:
    """The words of a language, da or en."""

    language: str

    def __call__(self, key: str) -> str:
        """The word for a status, a criticality and so on."""
        return _SAID[key][self.language == "en"]

    def title(self, texts: dict[str, str]) -> str:
        """What a control or a theme is called."""
        return texts[self.language]

    def reads(self, text: str) -> list[Token]:
        """The numbers and dates of a text, in order."""
        return list(self._tokens(text))

    def agrees(self, text: str, expected: Expected) -> bool:
        """Whether a text says what is expected, and no other number."""
        if isinstance(expected, str):
            return text == (
                self.grouped(int(expected)) if expected.isdigit() else expected
            )
        for part in (part for part in expected if isinstance(part, str)):
            if part not in text:
                return False
            text = text.replace(part, " ~ ", 1)
        numbers = [part for part in expected if not isinstance(part, str)]
        if _NONE.search(text):  # a nought may be said in a word
            return [n for n in self.reads(text) if n] == [n for n in numbers if n]
        return self.reads(text) == numbers

    def grouped(self, whole: int) -> str:
        """A whole number as it is written: 12.000 in Danish, 12,000 in English."""
        return f"{whole:,}".replace(",", "." if self.language == "da" else ",")

    def _tokens(self, text: str) -> Iterator[Token]:
        months = _MONTHS[self.language].split()
        day = rf"(\d{{1,2}})\.? ({'|'.join(months)}) (\d{{4}})"
        thousand, sign = (r"\.", ",") if self.language == "da" else (",", r"\.")
        number = rf"(\d{{1,3}}(?:{thousand}\d{{3}})+|\d+)(?:{sign}(\d+))?"
        for found in re.finditer(rf"{day}|(½)|(\bonce\b|\bén gang\b)|{number}", text):
            of_month, month, year, half, once, whole, part = found.groups()
            if of_month:
                yield date(int(year), months.index(month) + 1, int(of_month))
            elif half:
                yield Fraction(1, 2)
            elif once:
                yield 1
            else:
                exact = Fraction(f"{re.sub(thousand, '', whole)}.{part or 0}")
                yield int(exact) if exact.denominator == 1 else exact


def percent(share: Fraction | None) -> str:
    """Whole per cent, rounded down; a dash where nothing is applicable."""
    return "–" if share is None else f"{100 * share.numerator // share.denominator} %"


def day(text: str) -> date:
    """A date of the register."""
    return date.fromisoformat(text)
