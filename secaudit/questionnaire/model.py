"""A questionnaire as a value, with the words for a status."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from secaudit.catalogue import Kind, Question
from secaudit.digest import sha256
from secaudit.language import Language
from secaudit.validation import plain

STATUSES = ("met", "partial", "not-met", "not-applicable", "unknown")
UNANSWERED = "unanswered"
UNCHANGED = "unchanged"
"""No status, but a word instead of one: what was said last time still holds."""
_WORDS = {
    "met": "opfyldt",
    "partial": "delvist opfyldt",
    "not-met": "ikke opfyldt",
    "not-applicable": "ikke relevant",
    "unknown": "ved ikke",
    "unanswered": "ubesvaret",
    "unchanged": "uændret",
}


@dataclass(frozen=True, order=True)
class Subject:
    """What is assessed."""

    kind: Kind
    id: str
    name: str = field(compare=False)

    @property
    def key(self) -> str:
        """Kind and id, such as `system:omsorgsjournal`."""
        return f"{self.kind}:{self.id}"


def kind_and_id(key: str) -> tuple[str, str]:
    """What the key of a subject is made of; a key without a colon is a kind alone."""
    kind, _colon, id = key.partition(":")
    return kind, id


@dataclass(frozen=True)
class Questionnaire:
    """The questions issued to one person about one subject in one campaign."""

    organisation: str
    campaign: str
    subject: Subject
    person: str | None
    """None where nobody is known to answer: the questions stand unanswered."""
    part: Literal["main", "operations"] = "main"
    """Operations' part of a system holds the questions that its owner is not asked."""
    facts: dict[str, Any] = field(default_factory=dict)
    """The system's known facts, as JSON holds them."""
    questions: dict[str, Question] = field(default_factory=dict)
    """By control id."""
    inherited: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By control id: the common services that answer instead."""
    carried: dict[str, str] = field(default_factory=dict)
    """By control id: the campaign whose answer still stands."""
    occasion: Literal["", "due", "returned"] = ""
    """What a small form is for: reviews that fall due, or answers that were returned."""
    edition: int = 0
    """How many forms about the same part were issued before it in the campaign."""

    @property
    def issue(self) -> str:
        """32 hex digits of SHA-256 over what is issued: names the form, is no secret."""
        return sha256(plain(self))[:32]


def answer_field(kind: Kind, question: Question) -> str:
    """The field that holds the answer: employees are counted, clauses have a level."""
    if question.levels:
        return "maturity"
    return "counts" if kind == "employees" else "status"


def as_shown(value: Any) -> Any:
    """A name or a fact as a form shows it: every text on one line."""
    if isinstance(value, Mapping):
        return {key: as_shown(inner) for key, inner in value.items()}
    return " ".join(value.split()) if isinstance(value, str) else value


def known_date(question: Question, facts: Mapping[str, Any]) -> str:
    """The date that the inventory has for what is asked; nothing if it has none."""
    fact = facts.get(question.dated_by or "")
    return str(fact.get("on", "") if isinstance(fact, Mapping) else fact or "")


def word(status: str, language: Language) -> str:
    """The word for `status` in `language`."""
    return _WORDS[status] if language == "da" else status.replace("-", " ")


def status_of(written: str) -> str | None:
    """The status that was written, in either language; None if it is none."""
    return _READ.get(written) or _READ.get(said := _plain(written)) or _SHORT.get(said)


def is_unchanged(written: Any) -> bool:
    """Whether what stands instead of an answer is the word `unchanged`, in either language."""
    if not isinstance(written, str) or written in _READ:
        return False  # most often it is a status, letter by letter
    return _plain(written) in (UNCHANGED, _WORDS[UNCHANGED])


def is_short_for_status(written: str) -> bool:
    """Whether it is no word for a status itself, but read as one."""
    return written not in _READ and " ".join(written.split()).casefold() not in _READ


def _plain(written: str) -> str:
    """A word without what nobody sees or means: case, blanks, invisible signs, a full stop."""
    seen = "".join(sign for sign in written if unicodedata.category(sign) != "Cf")
    return " ".join(seen.split()).casefold().rstrip(". ")


_READ = {key: key for key in STATUSES}
_READ |= {danish: key for key, danish in _WORDS.items() if key in STATUSES}
_READ |= {key.replace("-", " "): key for key in STATUSES}
_SHORT = dict.fromkeys(("delvist", "partly", "partly met", "partially met"), "partial")
"""What is a status, and what is read as one."""
