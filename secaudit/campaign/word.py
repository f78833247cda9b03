"""An answer that was recorded, and who gave it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from secaudit.assessment import Answer, same_name
from secaudit.language import _
from secaudit.register import Event


@dataclass(frozen=True)
class AnsweredBy:
    """Who answered, by the document's own word, and to whom its form was issued."""

    named: str | None = ""
    """The name, else the address; empty where nobody is named, None where it was deleted."""
    issued_to: str = ""
    """The person it was issued to, where that is not who is named; empty for nobody."""

    @property
    def said(self) -> str:
        """Both in words, in the active language."""
        who = _("(name deleted)") if self.named is None else self.named
        who = who or _("not stated")
        sentence = _("{who}; issued to {person}") if self.issued_to else "{who}"
        return sentence.format(who=who, person=self.issued_to)

    @property
    def sentence(self) -> str:
        """The same as a part of a sentence."""
        said = _("answered by {who}") if self.named else _("answered by: {who}")
        return said.format(who=self.said)


@dataclass(frozen=True)
class Word:
    """An answer that was recorded, and who gave it when."""

    answer: Answer
    person: str | None
    """The id of the person that its form was issued to."""
    answered_on: date
    campaign: str
    """The campaign in which it was given; an earlier one where it is carried."""
    sequence: int
    issue: str = ""
    """The id of the form that it was given in."""
    by: AnsweredBy = AnsweredBy()

    @property
    def repeated(self) -> str:
        """Which answer it says is unchanged, in the active language; else nothing."""
        return unchanged_from(self.answer.repeats)


def unchanged_from(event: int | None) -> str:
    """That an answer repeats that of an event, in the active language; nothing of none."""
    return _("unchanged from event {n}").format(n=event) if event else ""


def who_answered(events: Iterable[Event]) -> dict[int, AnsweredBy]:
    """By the number of each event that holds answers, who gave them."""
    found: dict[int, AnsweredBy] = {}
    issued: dict[str, dict[str, str]] = {}
    for event in events:
        form = event.payload.get("issue", "")
        if event.kind == "issued":
            issued[form] = event.personal
        elif event.kind == "assessed":
            to = issued.get(form, {})
            by = answered_by(event, to.get("name", ""), to.get("email", ""))
            found[event.sequence] = by
    return found


def answered_by(event: Event, name: str, email: str) -> AnsweredBy:
    """Who gave the answers of an event, whose form was issued to `name` at `email`.

    A person is the same by the name, and by the address where no name is given; a form has
    both from the start, so that the address may be left of somebody else.
    """
    person = name or event.payload.get("person") or ""
    told = event.personal.get("respondent")
    if told is None:
        return AnsweredBy(None, person)
    named, address = (" ".join(text.split()) for text in told)
    same = same_name(named, name) if named else same_name(address, email)
    return AnsweredBy(named or address, "" if same else person)
