"""What stands above the questions of a form: when and to whom it is sent, how long it takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from secaudit.language import Language, _, counted, later, long_date
from secaudit.questionnaire.effort import minutes_of
from secaudit.questionnaire.help import how_to, unchanged_help
from secaudit.questionnaire.model import Questionnaire

_OCCASIONS = {
    "due": later("Only what must be reviewed again is asked here."),
    "returned": later(
        "Only what was sent back is asked here. The reviewer's word stands at each question."
    ),
}


@dataclass(frozen=True)
class Cover:
    """What the form says above its questions."""

    organisation: str
    issue: str
    respondent: str
    email: str
    due: date
    language: Language
    send_to: str = ""
    """Name and address of who gets it back; empty where nobody is named."""
    target: int = 3
    """The maturity that is met."""
    departments: tuple[tuple[str, str], ...] = ()
    """Id and name of those whose employees are counted."""
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By control id: what was said of it before, such as the reviewer's word, a line each."""
    answered: frozenset[str] = frozenset()
    """The controls that were answered in this campaign already."""
    repeatable: frozenset[str] = frozenset()
    """The controls to which the earlier answer may be said to be unchanged."""
    standing: tuple[str, ...] = ()
    """The answers of earlier years that are not asked for again, a line each."""


def introduction(form: Questionnaire, cover: Cover) -> Iterator[str]:
    """How the form is filled in, a sentence at a time; an empty one is an empty line."""
    yield f"{cover.organisation} · {form.campaign} · {form.subject.name}"
    yield _length(form, cover.language)
    yield _("Answer by {due}.").format(due=long_date(cover.due))
    yield _send_to(cover)
    if form.occasion:
        yield _(_OCCASIONS[form.occasion])
    elif form.edition and cover.answered:
        new = [id for id in form.questions if id not in cover.answered]
        said = _("New: {questions}. The rest stands, unless you answer again.")
        yield said.format(questions=", ".join(new) or "–")
    yield ""
    yield from how_to(form, cover.target, cover.language)
    if cover.repeatable:
        yield ""
        yield unchanged_help(cover.language)


def _length(form: Questionnaire, language: Language) -> str:
    """How many questions, and how many minutes."""
    minutes = minutes_of(form, language)
    said = _(
        "{questions}, about {minutes}. What must be explained takes a little more."
    )
    return said.format(
        questions=counted("{n} question", "{n} questions", len(form.questions)),
        minutes=counted("{n} minute", "{n} minutes", minutes),
    )


def _send_to(cover: Cover) -> str:
    if not cover.send_to:
        return _("Send the form to the person you got it from.")
    return _("Send the form to {officer}.").format(officer=cover.send_to)
