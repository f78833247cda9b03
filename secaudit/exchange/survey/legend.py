"""survey.yaml: which column of an export is what, and what its words mean."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from secaudit.exchange.finding import plain_heading
from secaudit.exchange.survey.asked import Asked
from secaudit.language import _, active
from secaudit.problems import Problem
from secaudit.questionnaire import STATUSES, status_of, word
from secaudit.validation import did_you_mean, load, shaped
from secaudit.yamlfile import Document


@dataclass(frozen=True)
class Legend:
    """What the officer says of an export; all of it may be left out."""

    department: str = ""
    """The heading of the column with the department."""
    departments: dict[str, str] = field(default_factory=dict)
    """By a word of the export, the id of a department; empty for none."""
    questions: dict[str, str] = field(default_factory=dict)
    """By control id, the heading of the column with its answers."""
    answers: dict[str, str] = field(default_factory=dict)
    """By a word of the export, a status."""
    text: str = ""
    """The heading of the column with the line that the page makes."""


@dataclass(frozen=True)
class WrittenLegend:
    """A legend, with the file that it stands in, if there is one."""

    legend: Legend = Legend()
    document: Document | None = None


def load_legend(path: Path, asked: Asked) -> tuple[WrittenLegend, tuple[Problem, ...]]:
    """What the file at `path` says, and what is wrong with it. Raises Refused if unreadable."""
    checked = load(path, path.as_posix(), "survey")
    if [problem.code for problem in checked.problems] == ["empty-file"]:
        return WrittenLegend(), ()
    if checked.value is None or checked.document is None:
        return WrittenLegend(), checked.problems
    legend = shaped(checked.value, Legend)
    problems = (
        *checked.problems,
        *_points_right(legend, checked.document, asked),
        *_twice(legend, checked.document),
    )
    return WrittenLegend(legend, checked.document), problems


def _points_right(legend: Legend, file: Document, asked: Asked) -> Iterator[Problem]:
    for id in legend.questions:
        if id not in asked.questions:
            message = _("the employees are not asked about '{id}'").format(id=id)
            message += did_you_mean(id, asked.questions)
            at = ("questions", id)
            yield file.problem("unknown-control", message, at, at_key=True)
    for written, id in legend.departments.items():
        if id and not asked.forvaltning(id):
            message = _("there is no department '{id}' in the campaign").format(id=id)
            message += did_you_mean(id, asked.tops)
            yield file.problem("unknown-id", message, ("departments", written))
    for written, status in legend.answers.items():
        if not status_of(status):
            known = ", ".join(f"'{word(s, active())}'" for s in STATUSES)
            message = _("'{written}' is not a valid status; write {known}")
            text = message.format(written=status, known=known)
            yield file.problem("unknown-status", text, ("answers", written))


def _twice(legend: Legend, file: Document) -> Iterator[Problem]:
    """The words, and the headings, that are the same as one above them."""
    named = [("answers", word, word) for word in legend.answers]
    named += [("departments", word, word) for word in legend.departments]
    named += [("questions", id, heading) for id, heading in legend.questions.items()]
    seen = dict[tuple[str, str], str]()
    for part, key, text in named:
        first = seen.setdefault((part, plain_heading(text)), key)
        if first != key:
            message = _(
                "'{written}' stands under '{part}' already, with other spaces or capitals; "
                "keep one of them"
            )
            told = message.format(written=text, part=part)
            at_key = part != "questions"
            yield file.problem("said-twice", told, (part, key), at_key=at_key)
