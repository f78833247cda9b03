"""The help that stands in a form: above its questions, and beside its facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from secaudit.inventory import FACT_WORDS, choices
from secaudit.language import Language, _, later, long_date
from secaudit.questionnaire.model import STATUSES, Questionnaire, answer_field, word

CHOICES = {
    "criticality": later("criticality: {choices}"),
    "personal_data": later("personal_data, in []: {choices}"),
    "hosting": later("hosting: {choices}"),
    "has_test_environment": later("has_test_environment: true or false"),
    "source_owned": later("source_owned (the municipality's own code): true or false"),
    "citizen_facing": later(
        "citizen_facing (citizens use it themselves): true or false"
    ),
    "dpia": later("dpia, in {}: is one needed (needed: true or false), and when (on)"),
    "processor_agreement": later(
        "processor_agreement, in {{}}: status {choices}; and when (on)"
    ),
}
"""The facts that decide what is asked and how urgent a gap is, and what they may be."""
OTHERS = {
    "lifecycle": later("lifecycle: {choices}"),
    "risk_assessment": later("risk_assessment: when (on), and what it showed (result)"),
    "supervised_on": later("supervised_on: when the supplier was last supervised"),
}
"""Other facts, shown where they are known."""
DATES = {
    "risk_assessment": later("reviewed_on is the date of the risk assessment itself."),
    "supervised_on": later("reviewed_on is the date of the latest supervision."),
    "dpia": later("reviewed_on is the date of the impact assessment itself."),
    "processor_agreement": later("reviewed_on is the date of the agreement itself."),
}
"""What reviewed_on means where the inventory has the date."""
_OCCASIONS = {
    "due": later("Only what must be reviewed again is asked here."),
    "returned": later(
        "Only what was sent back is asked here. The reviewer's word stands at each question."
    ),
}


def fact_help(fact: str) -> str:
    """What a fact may be, in the same words as every document says it in."""
    said = _({**CHOICES, **OTHERS}[fact])
    return said.format(choices=choices(fact)) if fact in FACT_WORDS else said


@dataclass(frozen=True)
class Cover:
    """What the form says above its questions."""

    organisation: str
    issue: str
    respondent: str
    email: str
    due: date
    language: Language
    target: int = 3
    """The maturity that is met."""
    departments: tuple[tuple[str, str], ...] = ()
    """Id and name of those whose employees are counted."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """By control id: what was said of it before, such as the reviewer's word."""
    standing: tuple[str, ...] = ()
    """The answers of earlier years that are not asked for again, a line each."""


def introduction(form: Questionnaire, cover: Cover) -> Iterator[str]:
    """How the form is filled in, a sentence at a time; an empty one is an empty line."""
    yield f"{cover.organisation} · {form.campaign} · {form.subject.name}"
    yield _("Answer by {due}.").format(due=long_date(cover.due))
    if form.occasion:
        yield _(_OCCASIONS[form.occasion])
    elif form.edition and cover.notes:
        new = [id for id in form.questions if id not in cover.notes]
        said = _("New: {questions}. The rest stands, unless you answer again.")
        yield said.format(questions=", ".join(new) or "–")
    yield ""
    yield _("Lines that begin with # are help. Fill in what stands after the colons:")
    yield from (f"- {said}" for said in _fields(form, cover))
    yield _("Keep the quotes around text. Save the file, and send it back.")
    if form.subject.kind in ("system", "owner"):
        yield ""
        yield _(
            "ESDH is the records system, KITOS a list of systems. An assurance report "
            "(ISAE 3402 or 3000) is an auditor's report on a supplier."
        )


def _fields(form: Questionnaire, cover: Cover) -> Iterator[str]:
    """What each field is for."""
    kinds = {answer_field(form.subject.kind, q) for q in form.questions.values()}
    if "status" in kinds:
        words = ", ".join(word(status, cover.language) for status in STATUSES)
        yield _("status: one of {words}").format(words=words)
        unknown = word("unknown", cover.language)
        said = _("'{status}' is an honest answer; say in comment who may know")
        yield said.format(status=unknown)
    if "maturity" in kinds:
        said = _(
            "maturity: 0 to 5, the highest level that fits completely; the target is "
            "{target}, and below it a comment says why; empty if you do not know"
        )
        yield said.format(target=cover.target)
    if "counts" in kinds:
        yield _(
            "The questions are put to the employees, who answer without name. counts: how "
            "many of each department answered met, partial (partly met), not-met, "
            "not-applicable and unknown"
        )
    yield _("comment: why; needed if it is partly met, not met or not applicable")
    if any(question.review_every_months for question in form.questions.values()):
        yield _("reviewed_on: when it was last reviewed (year-month-day)")
    yield _("evidence: where it can be found (reference), when you saw it (seen_on)")
    yield _(
        "action: what will be done, by whom (responsible), by when (due), and in whole "
        "numbers the hours and the cost in kroner"
    )
    yield _("acceptance: only if you wish the gap to be accepted: why, until when")
