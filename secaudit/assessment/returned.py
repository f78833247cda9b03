"""A returned document, beside what the register knows of its form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from secaudit.assessment.model import Respondent
from secaudit.assessment.repeating import Shown, comes_to
from secaudit.catalogue import Question, holds
from secaudit.questionnaire import UNCHANGED, Questionnaire, answer_field, as_shown
from secaudit.validation import shaped
from secaudit.yamlfile import Document, Keys


@dataclass(frozen=True)
class Expected:
    """What the register says of the form that a document names."""

    form: Questionnaire
    issued_on: date
    name: str = ""
    """Of the person it was issued to."""
    email: str = ""
    target: int = 3
    """Maturity from which a clause is met."""
    employees: int = 100
    """Per cent of the employees from which their question is met."""
    answered: frozenset[str] = frozenset()
    """The controls of the form on which there is a word already."""
    answered_on: date | None = None
    """The latest day of those words."""
    provides: frozenset[str] = frozenset()
    """The controls that the subject answers for on behalf of others."""
    conditional: Callable[[], dict[str, Question]] = dict
    """Gives the questions that a correction of facts may open."""
    departments: frozenset[str] = frozenset()
    """The departments that the campaign knows."""
    sender: str = ""
    """The address that it was mailed from; empty where it came otherwise."""
    sent_on: date | None = None
    """The day of that mail."""
    deputies: frozenset[str] = frozenset()
    """The addresses of those who may answer instead of the person it was issued to."""
    earlier: Mapping[str, Shown] = field(default_factory=dict)
    """By control id: the earlier answers that the form showed."""


@dataclass(frozen=True)
class Returned:
    """A document that the schema lets through, and what it is held against."""

    document: Document
    value: Any
    expected: Expected
    today: date
    unread: frozenset[Keys] = frozenset()
    """Where something stands that could not be read: nothing more is said of it."""

    def could_read(self, *keys: str | int) -> bool:
        """Whether nothing of what stands under `keys`, or above them, is unread."""
        return not any(
            keys[: len(one)] == one or one[: len(keys)] == keys for one in self.unread
        )

    @property
    def form(self) -> Questionnaire:
        """The form that was issued."""
        return self.expected.form

    @cached_property
    def respondent(self) -> Respondent:
        """Who sent it, by their own word."""
        return shaped(self.value.get("respondent", {}), Respondent)

    @cached_property
    def answered_on(self) -> date:
        """The day that its answers count from."""
        return self.respondent.answered_on or self.sent_on or self.today

    @property
    def sent_on(self) -> date | None:
        """The day of the mail that it came in, where that can be right."""
        sent_on = self.expected.sent_on
        can_be = sent_on and self.expected.issued_on <= sent_on <= self.today
        return sent_on if can_be else None

    @cached_property
    def dated(self) -> bool:
        """Whether the day of the answers could be read."""
        return self.could_read("respondent", "answered_on")

    @cached_property
    def dated_right(self) -> bool:
        """Whether that day lies between the issue and today; else it alone is wrong."""
        fits = self.expected.issued_on <= self.answered_on <= self.today
        return self.dated and fits

    @cached_property
    def corrections(self) -> dict[str, Any]:
        """The facts that are told otherwise than they were issued; None is one taken away."""
        issued, told = self.form.facts, self.value.get("facts", {})
        return {
            name: told.get(name)
            for name in sorted({*issued, *told})
            if _compared(told.get(name)) != _compared(issued.get(name))
            and self.document.has(("facts", name))
            and self.could_read("facts", name)
        }

    @cached_property
    def closed(self) -> frozenset[str]:
        """The controls whose question does not fit the system as it was corrected."""
        return frozenset(
            id
            for id, question in self.form.questions.items()
            if id not in self.expected.provides
            and not holds(self._corrected(question), self._facts)
        )

    @cached_property
    def asked(self) -> dict[str, Question]:
        """The questions of the form, and those that the corrections open."""
        if not self.corrections:
            return self.form.questions
        return self.form.questions | {
            id: question
            for id, question in self.expected.conditional().items()
            if holds(question.when, self._facts)
        }

    @cached_property
    def _facts(self) -> dict[str, Any]:
        """The facts as they were corrected."""
        service = {"common_service": bool(self.expected.provides)}
        return {**self.form.facts, **self.corrections, **service}

    def _corrected(self, question: Question) -> dict[str, tuple[str | bool, ...]]:
        """What a question is asked for, of the facts that were corrected."""
        when = question.when.items()
        return {k: v for k, v in when if k.partition(".")[0] in self.corrections}

    @cached_property
    def answers(self) -> dict[str, tuple[Any, Question]]:
        """By control id: each answer to a question, and what it comes to."""
        return {
            id: (self._meant(id, answer), self.asked[id])
            for id, answer in self.value["answers"].items()
            if id in self.asked and _is_answered(answer)
        }

    def _meant(self, id: str, answer: Any) -> Any:
        return comes_to(answer, self.field(id), self.expected.earlier.get(id))

    def field(self, id: str) -> str:
        """The field in which a question is answered."""
        return answer_field(self.form.subject.kind, self.asked[id])


def _compared(fact: Any) -> Any:
    """The order of a list is no difference, nor are blanks and line breaks."""
    return sorted(fact) if isinstance(fact, list) else as_shown(fact)


def _is_answered(answer: Any) -> bool:
    counts = answer.get("counts", {})
    counted = counts == UNCHANGED or any(counts.values())
    return bool(answer.get("status")) or "maturity" in answer or counted
