"""The assessment that a returned document is read as."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from secaudit.assessment.answers import status_problems
from secaudit.assessment.counts import fold_small, status_of_counts, status_of_maturity
from secaudit.assessment.model import Answer, Assessment
from secaudit.assessment.returned import Expected, Returned
from secaudit.assessment.rules import problems_of
from secaudit.catalogue import Question
from secaudit.digest import sha256
from secaudit.handwriting import names, only_quotes, understood
from secaudit.problems import Problem, errors
from secaudit.questionnaire import status_of
from secaudit.validation import check, fits, shaped
from secaudit.yamlfile import Document, Keys

_PARTS = (("answers",), ("respondent",), ("facts",))
"""What may be wrong in part, and the rest of the document judged."""


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
    unread: frozenset[Keys] = frozenset()
    """Where something stands that could not be read."""


def read_alone(document: Document) -> FormOnly:
    """The document against the schema only, and its status words.

    What is wrong inside an answer is left out of the value, so that the other answers can
    be judged in the same run.
    """
    if only_quotes(document.text) or not fits(document.value, "questionnaire"):
        document = understood(document)
    verdict = check(document, "questionnaire")
    unread = document.unread.union(verdict.wrong, _misnamed(verdict.wrong))
    told = _once(document, verdict.problems)
    if not all(map(_in_part, unread)):
        return FormOnly(None, told, unread)
    value = verdict.pruned()
    unknown = [
        problem
        for id, answer in value["answers"].items()
        for problem in status_problems(document, id, answer)
    ]
    return FormOnly(value, tuple(sorted((*told, *unknown))), unread)


def _misnamed(wrong: tuple[Keys, ...]) -> Iterator[Keys]:
    """The answers in which a field has a name that no field has: which it is, nobody knows."""
    for keys in wrong:
        if len(keys) == 3 and keys[0] == "answers" and keys[2] not in names()["field"]:
            yield keys[:2]


def _in_part(keys: Keys) -> bool:
    """Whether the rest of a document can be judged when what stands there is wrong."""
    return keys[:1] in _PARTS and (len(keys) > 1 or keys[0] != "answers")


def _once(document: Document, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems without those of a line that could not be read: it is told of already."""
    if not document.unread:
        return problems
    slips = set(document.problems)
    lines = {problem.line for problem in errors(slips)}
    lines |= {document.place(keys, at_key=True)[0] for keys in document.unread}
    return tuple(p for p in problems if p in slips or p.line not in lines)


def read(
    document: Document,
    alone: FormOnly,
    expected: Expected,
    today: date,
    *,
    partial: bool = False,
) -> Reading:
    """The assessment in a document, with every problem it has; more than the first error of a
    line is not told.

    `partial` lets questions stand without an answer.
    """
    returned = Returned(document, alone.value, expected, today, alone.unread)
    lines = {problem.line for problem in errors(alone.problems)}
    more = problems_of(returned, partial=partial)
    problems = [*alone.problems, *(p for p in more if p.line not in lines)]
    assessment = None if errors(problems) else _assessment(returned)
    return Reading(document, assessment, tuple(sorted(problems)))


def _assessment(returned: Returned) -> Assessment:
    answers = returned.answers.items()
    return Assessment(
        issue=returned.value["issue"],
        form=returned.form,
        respondent=returned.respondent,
        answered_on=returned.answered_on,
        answers={id: _answer(a, q, returned.expected) for id, (a, q) in answers},
        corrections=returned.corrections,
        fingerprint=sha256(returned.value),
    )


def _answer(answer: Any, question: Question, expected: Expected) -> Answer:
    fields = {key: value for key, value in answer.items() if value != ""}
    fields["status"] = _status(answer, question, expected)
    evidence = answer.get("evidence", ())
    fields["evidence"] = [piece for piece in evidence if piece and any(piece.values())]
    for part in ("action", "acceptance"):
        if part in fields and not any(fields[part].values()):
            del fields[part]
    if "counts" in fields:
        fields["counts"] = fold_small(fields["counts"])
    return shaped(fields, Answer)


def _status(answer: Any, question: Question, expected: Expected) -> str:
    if question.levels:
        return status_of_maturity(answer["maturity"], expected.target)
    if "counts" in answer:
        return status_of_counts(answer["counts"], expected.employees)
    return status_of(answer["status"]) or "unknown"
