"""The rules for an answer as a table, which the validator and the owner's page read alike."""

from datetime import timedelta

from secaudit.catalogue import Question

NEEDED = {
    "comment": ("partial", "not-met", "not-applicable"),
    "reviewed_on": ("met", "partial"),
    "evidence": ("met", "partial"),
}
"""By field, the statuses that cannot do without it; the last two where the question asks."""
WARNINGS = ("gap-without-action", "cpr-number", "stale-evidence", "unchanged-overdue")
"""The codes of what is told of an answer, and refuses none."""
PLANNED = ("partial", "not-met")
"""The statuses beside which it is to stand what will be done."""
NOT_AFTER = (("reviewed_on",), ("evidence", "seen_on"))
NOT_BEFORE = (("action", "due"), ("acceptance", "until"))
"""The dates that lie before, or after, the day of the answer."""
FREE = (
    ("comment",),
    ("action", "what"),
    ("action", "responsible"),
    ("acceptance", "why"),
    ("evidence", "reference"),
)
"""The texts in which a CPR number is looked for."""
STALE_AFTER = timedelta(days=365)
"""The age from which evidence is told to be old."""
CPR = r"(?<![0-9])(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])[0-9]{2}[- ]?[0-9]{4}(?![0-9])"
"""Ten digits that begin with a day of a month, for a regular expression of any language."""


def asks_for(question: Question, field: str) -> bool:
    """Whether an answer to the question needs the field, by the statuses in NEEDED."""
    if field == "reviewed_on":
        return bool(question.review_every_months)
    return question.evidence_required if field == "evidence" else True


def needs(question: Question, field: str, status: str | None) -> bool:
    """Whether an answer of this status to the question needs the field."""
    return status in NEEDED[field] and asks_for(question, field)
