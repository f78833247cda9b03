"""A returned document against the form that was issued."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from secaudit.assessment.answers import Given, answer_problems, status_problems
from secaudit.assessment.counts import fold_small, status_of_counts, status_of_maturity
from secaudit.assessment.model import Answer, Assessment, Respondent
from secaudit.catalogue import Question
from secaudit.digest import sha256
from secaudit.language import _
from secaudit.problems import Problem, errors
from secaudit.questionnaire import Questionnaire, answer_field, status_of
from secaudit.validation import check, shaped
from secaudit.yamlfile import Document


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
    departments: frozenset[str] = frozenset()
    """The departments that the campaign knows."""


@dataclass(frozen=True)
class Reading:
    """A document as read: the assessment, unless any problem is an error."""

    document: Document
    assessment: Assessment | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class FormOnly:
    """A document as far as it can be judged without the register."""

    value: Any
    """What is right in it; None where too little is right to go on."""
    problems: tuple[Problem, ...]


def read_alone(document: Document) -> FormOnly:
    """The document against the schema only, and its status words.

    What is wrong inside an answer is left out of the value, so that the other answers can
    be judged in the same run.
    """
    verdict = check(document, "questionnaire")
    if not all(
        len(k) > 1 and k[0] in ("answers", "respondent", "facts") for k in verdict.wrong
    ):
        return FormOnly(None, verdict.problems)
    value = verdict.pruned()
    found = [
        problem
        for id, answer in value["answers"].items()
        for problem in status_problems(document, id, answer)
    ]
    return FormOnly(value, tuple(sorted((*verdict.problems, *found))))


def fingerprint(value: Any) -> str:
    """The SHA-256 by which the same document is known again."""
    return sha256(value)


def read(
    document: Document,
    alone: FormOnly,
    expected: Expected,
    today: date,
    *,
    partial: bool = False,
) -> Reading:
    """The assessment in a document, with every problem it has: a line is told of once.

    `partial` lets questions stand without an answer.
    """
    reader = _Reader(document, alone.value, expected, today)
    before = alone.problems
    said = {problem.line for problem in before}
    found = [*before, *(p for p in reader.problems(partial) if p.line not in said)]
    assessment = None if errors(found) else reader.assessment()
    return Reading(document, assessment, tuple(sorted(found)))


@dataclass(frozen=True)
class _Reader:
    document: Document
    value: Any
    expected: Expected
    today: date

    @property
    def form(self) -> Questionnaire:
        return self.expected.form

    @property
    def respondent(self) -> Respondent:
        return shaped(self.value.get("respondent", {}), Respondent)

    @property
    def answered_on(self) -> date:
        return self.respondent.answered_on or self.today

    def answers(self) -> Iterator[tuple[str, Any, Question]]:
        """The questions of the form that have an answer."""
        for id, answer in self.value["answers"].items():
            question = self.form.questions.get(id)
            if question and _is_answered(answer):
                yield id, answer, question

    def problems(self, partial: bool) -> Iterator[Problem]:
        yield from _subject(self.document, self.value, self.form)
        yield from self._dates()
        yield from self._sender()
        yield from self._not_asked()
        if not partial:
            yield from self._missing()
        for id, answer, question in self.answers():
            given = Given(
                self.document,
                id,
                answer,
                question,
                self.form.subject.kind,
                self.answered_on,
                id in self.expected.provides,
                self.expected.target,
                self.expected.departments,
            )
            yield from answer_problems(given)

    def _dates(self) -> Iterator[Problem]:
        keys = ("respondent", "answered_on")
        if self.respondent.answered_on is None:
            message = _(
                "no date is given; the answer counts from the day it is recorded"
            )
            yield self.document.problem(
                "no-answer-date", message, keys, at_key=True, warning=True
            )
        if self.answered_on > self.today:
            message = _("answered_on {date} is in the future")
            text = message.format(date=self.answered_on)
            yield self.document.problem("date-in-future", text, keys)
        latest = self.expected.answered_on
        if latest and self.answered_on < latest:
            message = _(
                "answered_on {date} is before an answer recorded already, {latest}"
            )
            text = message.format(date=self.answered_on, latest=latest)
            yield self.document.problem("date-before-latest", text, keys, warning=True)
        if self.answered_on < self.expected.issued_on:
            message = _("answered_on {date} is before the form was issued, {issued}")
            text = message.format(date=self.answered_on, issued=self.expected.issued_on)
            yield self.document.problem("date-before-issue", text, keys)

    def _sender(self) -> Iterator[Problem]:
        said, expected = self.respondent, self.expected
        other_email = _someone_else(said.email, expected.email)
        other_name = _someone_else(said.name, expected.name)
        if not (other_email or other_name):
            return
        message = _("answered by {said}, but the form was issued to {expected}")
        field = "name" if other_name else "email"
        text = message.format(
            said=getattr(said, field), expected=getattr(expected, field)
        )
        keys = ("respondent", field)
        yield self.document.problem("other-respondent", text, keys, warning=True)

    def _not_asked(self) -> Iterator[Problem]:
        for id in self.value["answers"]:
            if id in self.form.questions:
                continue
            message = _("{id} is not a question in this form")
            keys = ("answers", id)
            text = message.format(id=id)
            yield self.document.problem("not-asked", text, keys, at_key=True)

    def _missing(self) -> Iterator[Problem]:
        answered = {id for id, _a, _q in self.answers()} | self.expected.answered
        for id, question in self.form.questions.items():
            if id in answered:
                continue
            field = answer_field(self.form.subject.kind, question)
            message = _("{id} is not answered: fill in {field}").format(
                id=id, field=field
            )
            keys = ("answers", id, field)
            yield self.document.problem("unanswered", message, keys, at_key=True)

    def assessment(self) -> Assessment:
        issued, returned = self.form.facts, self.value.get("facts", {})
        corrections = {
            name: returned.get(name)
            for name in sorted({*issued, *returned})
            if _differ(returned.get(name), issued.get(name))
            and self.document.has(("facts", name))
        }
        return Assessment(
            self.value["issue"],
            self.form,
            self.respondent,
            self.answered_on,
            {id: self._answer(a, q) for id, a, q in self.answers()},
            corrections,
            fingerprint(self.value),
        )

    def _answer(self, answer: Any, question: Question) -> Answer:
        fields = {key: value for key, value in answer.items() if value != ""}
        fields["status"] = self._status(answer, question)
        fields["evidence"] = [
            e for e in answer.get("evidence", ()) if e and any(e.values())
        ]
        for part in ("action", "acceptance"):
            if part in fields and not any(fields[part].values()):
                del fields[part]
        if "counts" in fields:
            fields["counts"] = fold_small(fields["counts"])
        return shaped(fields, Answer)

    def _status(self, answer: Any, question: Question) -> str:
        if question.levels:
            return status_of_maturity(answer["maturity"], self.expected.target)
        if "counts" in answer:
            return status_of_counts(answer["counts"], self.expected.employees)
        return status_of(answer["status"]) or "unknown"


def _subject(document: Document, value: Any, form: Questionnaire) -> Iterator[Problem]:
    for name in ("kind", "id", "name"):
        issued = getattr(form.subject, name)
        found = value["subject"].get(name, issued)
        if found != issued:
            message = _("the form was issued about '{issued}', not '{found}'")
            text = message.format(issued=issued, found=found)
            yield document.problem("edited-subject", text, ("subject", name))


def _someone_else(said: str, expected: str) -> bool:
    return bool(said and expected) and said.casefold() != expected.casefold()


def _is_answered(answer: Any) -> bool:
    counted = any(answer.get("counts", {}).values())
    return bool(answer.get("status")) or "maturity" in answer or counted


def _differ(one: Any, other: Any) -> bool:
    """Whether two facts differ; the order of a list is no difference."""
    if isinstance(one, list) and isinstance(other, list):
        return sorted(one) != sorted(other)
    return bool(one != other)
