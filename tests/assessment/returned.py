"""Returned documents and the forms they answer, for the tests of what is read in them."""

from datetime import date
from typing import Any

from secaudit.assessment import Assessment, Expected, Reading, read, read_alone
from secaudit.catalogue import Kind, Question, Text, Texts
from secaudit.handwriting import read as read_file
from secaudit.problems import Problem
from secaudit.questionnaire import Questionnaire, Subject
from secaudit.yamlfile import Document

ISSUED = date(2026, 9, 1)
TODAY = date(2026, 9, 20)
SEEN = "2026-09-02"
BOTH, EVIDENCE = Text("d", "e"), Texts(("d",), ("e",))
LEVELS = Texts(tuple("abcdef"), tuple("abcdef"))

MET = "{status: opfyldt}"
PLANNED = 'action: {what: "Plan"}'


def question(**rules: Any) -> Question:
    """A question with some rules."""
    return Question(BOTH, BOTH, EVIDENCE, **rules)


def expected(kind: Kind = "system", *, more: int = 0, **rules: Any) -> Expected:
    """A form with the question T.1, by `rules`, and `more` plain ones after it."""
    questions = {"T.1": question(**rules)}
    questions |= {f"T.{n}": question() for n in range(2, 2 + more)}
    form = Questionnaire(
        "kommune",
        "2026",
        Subject(kind, "omsorg", "Omsorg"),
        "p01",
        facts={"hosting": "supplier", "personal_data": ["cpr"]}
        if kind == "system"
        else {},
        questions=questions,
    )
    return Expected(form, ISSUED, "Anna Holm", "anna@x.example")


def returned(
    *answers: str,
    to: Expected,
    on: str = "2026-09-20",
    name: str = "Anna Holm",
    email: str = "anna@x.example",
    facts: str = "",
) -> str:
    """A returned document; its first answer stands on line 7, or 8 with facts."""
    subject = to.form.subject
    return (
        'form: secaudit/1\ncampaign: "2026"\n'
        f"subject: {{kind: {subject.kind}, id: {subject.id}, name: {subject.name}}}\n"
        f"issue: {to.form.issue}\n"
        f'respondent: {{name: "{name}", email: "{email}", answered_on: {on}}}\n'
        + (f"facts: {facts}\n" if facts else "")
        + "answers:\n"
        + "".join(f"  T.{n}: {answer}\n" for n, answer in enumerate(answers, 1))
    )


def document(text: str, number: int = 0) -> Document:
    """A document of a text."""
    return read_file(text.encode(), "svar.yaml").documents[number]


def judged(
    text: str,
    to: Expected,
    *,
    today: date = TODAY,
    partial: bool = False,
    number: int = 0,
) -> Reading:
    """A document against the form that was issued."""
    found = document(text, number)
    return read(found, read_alone(found), to, today, partial=partial)


def reading(*answers: str, to: Expected | None = None, **more: Any) -> Reading:
    """A document with some answers, against the form that was issued."""
    to = to or expected()
    return judged(returned(*answers, to=to, **more), to)


def codes(*answers: str, to: Expected | None = None, **more: Any) -> list[str]:
    """The codes of all its problems; there is an assessment unless one is an error."""
    found = reading(*answers, to=to, **more)
    wrong = any(p.severity == "error" for p in found.problems)
    assert (found.assessment is None) is wrong
    return [p.code for p in found.problems]


def only(*answers: str, to: Expected | None = None, **more: Any) -> Problem:
    """The one problem of a document."""
    (problem,) = reading(*answers, to=to, **more).problems
    return problem


def accepted(*answers: str, to: Expected | None = None, **more: Any) -> Assessment:
    """The assessment in a document without any problem."""
    found = reading(*answers, to=to, **more)
    assert found.problems == ()
    assert found.assessment is not None
    return found.assessment
