"""Reading what came back: a returned document against the form that was issued."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from secaudit.catalogue import Question
from secaudit.digest import sha256
from secaudit.language import _, active
from secaudit.problems import Problem, errors
from secaudit.questionnaire import STATUSES, Questionnaire, status_of, word
from secaudit.validation import check, did_you_mean, shaped
from secaudit.yamlfile import Document, Keys

STALE_AFTER = timedelta(days=365)
FEWEST = 5
"""The smallest department whose counts are kept by themselves."""
_CPR = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d\d-?\d{4}(?!\d)")


@dataclass(frozen=True)
class Evidence:
    """What was pointed at, and when it was looked at."""

    reference: str = ""
    seen_on: date | None = None


@dataclass(frozen=True)
class Action:
    """What the respondent proposes to do about a gap."""

    what: str = ""
    responsible: str = ""
    due: date | None = None
    hours: int | None = None
    cost: int | None = None
    """Kroner."""


@dataclass(frozen=True)
class Acceptance:
    """A wish that the gap be accepted; only a decision accepts one."""

    why: str = ""
    until: date | None = None


@dataclass(frozen=True)
class Answer:
    """The word on one control."""

    status: str
    reviewed_on: date | None = None
    comment: str = ""
    evidence: tuple[Evidence, ...] = ()
    action: Action | None = None
    acceptance: Acceptance | None = None
    maturity: int | None = None
    counts: dict[str, dict[str, int]] | None = None
    """By department: employees by status. Small departments stand together under ""."""


@dataclass(frozen=True)
class Respondent:
    """Who sent it, by their own word."""

    name: str = ""
    email: str = ""
    answered_on: date | None = None


@dataclass(frozen=True)
class Assessment:
    """A returned questionnaire that passed every check."""

    form: Questionnaire
    respondent: Respondent
    answered_on: date
    answers: dict[str, Answer]
    corrections: dict[str, Any]
    """Facts that the respondent says are otherwise; None is a fact they took away."""
    fingerprint: str
    """SHA-256 of the document's content: the same document again is known by it."""


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
    answered: frozenset[str] = frozenset()
    """The controls of the form on which there is a word already."""
    provides: frozenset[str] = frozenset()
    """The controls that the subject answers for on behalf of others."""


@dataclass(frozen=True)
class Reading:
    """A document as read: the assessment, unless any problem is an error."""

    document: Document
    assessment: Assessment | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Alone:
    """A document as far as it can be judged without the register."""

    value: Any
    """What is right in it; None where too little is right to go on."""
    problems: tuple[Problem, ...]


def read_alone(document: Document) -> Alone:
    """The document against the schema only, and its status words.

    What is wrong inside an answer is left out of the value, so that the other answers can
    be judged in the same run.
    """
    verdict = check(document, "questionnaire")
    if not all(
        len(k) > 1 and k[0] in ("answers", "respondent", "facts") for k in verdict.wrong
    ):
        return Alone(None, verdict.problems)
    value = verdict.pruned()
    found = [
        problem
        for id, answer in value["answers"].items()
        for problem in _status(document, id, answer)
    ]
    return Alone(value, tuple(sorted((*verdict.problems, *found))))


def fingerprint(value: Any) -> str:
    """The SHA-256 by which the same document is known again."""
    return sha256(value)


def read(
    document: Document,
    alone: Alone,
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
            yield from _answer(self, id, answer, question)

    def _dates(self) -> Iterator[Problem]:
        keys = ("respondent", "answered_on")
        if self.answered_on > self.today:
            message = _("answered_on {date} is in the future")
            text = message.format(date=self.answered_on)
            yield self.document.problem("date-in-future", text, keys)
        if self.answered_on < self.expected.issued_on:
            message = _("answered_on {date} is before the form was issued, {issued}")
            text = message.format(date=self.answered_on, issued=self.expected.issued_on)
            yield self.document.problem("date-before-issue", text, keys)

    def _sender(self) -> Iterator[Problem]:
        said, expected = self.respondent, self.expected
        other_email = said.email and expected.email and said.email != expected.email
        other_name = said.name and expected.name and said.name != expected.name
        if not (other_email or other_name):
            return
        message = _("answered by {said}, but the form was issued to {expected}")
        text = message.format(
            said=said.name or said.email, expected=expected.name or expected.email
        )
        keys = ("respondent", "email" if other_email else "name")
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
            field = "maturity" if question.levels else "status"
            message = _("{id} is not answered").format(id=id)
            keys = ("answers", id, field)
            yield self.document.problem("unanswered", message, keys, at_key=True)

    def assessment(self) -> Assessment:
        issued, returned = self.form.facts, self.value.get("facts", {})
        corrections = {
            name: returned.get(name)
            for name in sorted({*issued, *returned})
            if self.document.has(("facts", name))
            and returned.get(name) != issued.get(name)
        }
        return Assessment(
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
            return status_of_counts(answer["counts"])
        return status_of(answer["status"]) or "unknown"


def status_of_maturity(level: int, target: int) -> str:
    """Met at or above the target, not met at 0, else partial."""
    if level >= target:
        return "met"
    return "partial" if level else "not-met"


def status_of_counts(counts: Mapping[str, Mapping[str, int]]) -> str:
    """Met if it is met for every employee counted, not met if for none, else partial."""
    total: dict[str, int] = {}
    for department in counts.values():
        for status, number in department.items():
            total[status] = total.get(status, 0) + number
    applicable = sum(n for status, n in total.items() if status != "not-applicable")
    if not applicable:
        return "not-applicable" if sum(total.values()) else "unknown"
    if total.get("met", 0) == applicable:
        return "met"
    return "partial" if total.get("met", 0) + total.get("partial", 0) else "not-met"


def fold_small(counts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Counts with departments under five put together under "".

    If only one is so small, the next smallest goes with it, so that neither can be found by
    subtraction from the whole.
    """
    sizes = {department: sum(c.values()) for department, c in counts.items()}
    by_size = sorted(sizes, key=lambda department: (sizes[department], department))
    small = [department for department in by_size if sizes[department] < FEWEST]
    folded = by_size[:2] if len(small) == 1 else small
    kept = {d: dict(c) for d, c in counts.items() if d not in folded}
    if folded:
        kept[""] = {
            status: total
            for status in STATUSES
            if (total := sum(counts[d].get(status, 0) for d in folded))
        }
    return kept


def _is_answered(answer: Any) -> bool:
    return bool(answer.get("status")) or "maturity" in answer or "counts" in answer


def _status(document: Document, id: str, answer: Any) -> Iterator[Problem]:
    written = answer.get("status")
    if not written or status_of(written):
        return
    words = [word(status, active()) for status in STATUSES]
    message = _("'{written}' is not a valid status").format(written=written)
    message += did_you_mean(written.casefold(), words) or _(
        "; it is one of: {words}"
    ).format(words=", ".join(words))
    yield document.problem("unknown-status", message, ("answers", id, "status"))


def _subject(document: Document, value: Any, form: Questionnaire) -> Iterator[Problem]:
    for name in ("kind", "id", "name"):
        issued = getattr(form.subject, name)
        found = value["subject"].get(name, issued)
        if found != issued:
            message = _("the form was issued about '{issued}', not '{found}'")
            text = message.format(issued=issued, found=found)
            yield document.problem("edited-subject", text, ("subject", name))


def _answer(
    reader: _Reader, id: str, answer: Any, question: Question
) -> Iterator[Problem]:
    at = ("answers", id)
    yield from _right_field(reader, at, answer, question)
    status = status_of(answer.get("status", ""))
    if status:
        yield from _demands(reader, at, answer, question, status)
        yield from _not_applicable(reader, at, id, question, status)
        yield from _gap_without_action(reader, at, answer, status)
    yield from _answer_dates(reader, at, answer)
    yield from _cpr(reader, at, answer)


def _right_field(
    reader: _Reader, at: Keys, answer: Any, question: Question
) -> Iterator[Problem]:
    kind = reader.form.subject.kind
    wanted = (
        "maturity" if question.levels else "counts" if kind == "employees" else "status"
    )
    for field_name in ("status", "maturity", "counts"):
        if answer.get(field_name) not in (None, "") and field_name != wanted:
            message = _("this question is answered with '{wanted}', not '{found}'")
            text = message.format(wanted=wanted, found=field_name)
            keys = (*at, field_name)
            yield reader.document.problem("wrong-answer", text, keys, at_key=True)


def _demands(
    reader: _Reader, at: Keys, answer: Any, question: Question, status: str
) -> Iterator[Problem]:
    problem = reader.document.problem
    if status in ("partial", "not-met", "not-applicable") and not _said(
        answer, "comment"
    ):
        message = _("'{status}' needs a comment that says why")
        text = message.format(status=word(status, active()))
        yield problem("comment-missing", text, (*at, "comment"), at_key=True)
    if status not in ("met", "partial"):
        return
    if question.review_every_months and "reviewed_on" not in answer:
        message = _(
            "this question needs the date of the latest review in 'reviewed_on'"
        )
        yield problem("review-date-missing", message, (*at, "reviewed_on"), at_key=True)
    shown = any(_said(item, "reference") for item in answer.get("evidence", ()) if item)
    if question.evidence_required and not shown:
        message = _("this question needs evidence: say where it can be found")
        yield problem("evidence-missing", message, (*at, "evidence"), at_key=True)


def _not_applicable(
    reader: _Reader, at: Keys, id: str, question: Question, status: str
) -> Iterator[Problem]:
    if status != "not-applicable":
        return
    said = word(status, active())
    keys = (*at, "status")
    if question.not_applicable == "never":
        message = _("'{status}' cannot be answered here: this concerns everyone")
        yield reader.document.problem(
            "never-not-applicable", message.format(status=said), keys
        )
    elif id in reader.expected.provides:
        message = _(
            "'{status}' cannot be answered here: other systems rely on this answer"
        )
        yield reader.document.problem(
            "provider-not-applicable", message.format(status=said), keys
        )


def _gap_without_action(
    reader: _Reader, at: Keys, answer: Any, status: str
) -> Iterator[Problem]:
    planned = _said(answer.get("action", {}), "what")
    wished = _said(answer.get("acceptance", {}), "why")
    if status in ("partial", "not-met") and not planned and not wished:
        message = _("it does not say what will be done about this gap")
        keys = (*at, "action")
        yield reader.document.problem(
            "gap-without-action", message, keys, at_key=True, warning=True
        )


def _answer_dates(reader: _Reader, at: Keys, answer: Any) -> Iterator[Problem]:
    answered_on = reader.answered_on
    after: list[Keys] = [(*at, "reviewed_on")]
    after += [
        (*at, "evidence", index, "seen_on")
        for index, _item in enumerate(answer.get("evidence", ()))
    ]
    for keys in after:
        found = _date_at(answer, keys[2:])
        if found and found > answered_on:
            message = _("{date} is after the answer was given, {answered_on}")
            text = message.format(date=found, answered_on=answered_on)
            yield reader.document.problem("date-after-answer", text, keys)
        elif found and keys[-1] == "seen_on" and found < answered_on - STALE_AFTER:
            message = _("the evidence was last looked at {date}, more than a year ago")
            text = message.format(date=found)
            yield reader.document.problem("stale-evidence", text, keys, warning=True)
    for keys in ((*at, "action", "due"), (*at, "acceptance", "until")):
        found = _date_at(answer, keys[2:])
        if found and found < answered_on:
            message = _("{date} is before the answer was given, {answered_on}")
            text = message.format(date=found, answered_on=answered_on)
            yield reader.document.problem("date-before-answer", text, keys)


def _date_at(answer: Any, keys: Keys) -> date | None:
    for key in keys:
        if isinstance(answer, list):
            answer = answer[int(key)]
        else:
            answer = (answer or {}).get(key)
    return date.fromisoformat(answer) if answer else None


def _cpr(reader: _Reader, at: Keys, answer: Any) -> Iterator[Problem]:
    texts: list[tuple[Keys, str]] = [((*at, "comment"), answer.get("comment", ""))]
    texts += [
        ((*at, part, name), answer.get(part, {}).get(name, ""))
        for part, name in (
            ("action", "what"),
            ("action", "responsible"),
            ("acceptance", "why"),
        )
    ]
    texts += [
        ((*at, "evidence", index, "reference"), (item or {}).get("reference", ""))
        for index, item in enumerate(answer.get("evidence", ()))
    ]
    for keys, text in texts:
        if _CPR.search(text):
            message = _("this looks like a CPR number; take it out if it is")
            yield reader.document.problem("cpr-number", message, keys, warning=True)


def _said(fields: Any, name: str) -> bool:
    return bool(str(fields.get(name, "")).strip())
