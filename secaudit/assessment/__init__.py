"""Assessments: returned questionnaires, read and judged."""

from secaudit.assessment.counts import fold_small, status_of_counts, status_of_maturity
from secaudit.assessment.model import (
    Acceptance,
    Answer,
    Assessment,
    Evidence,
    ProposedAction,
    Respondent,
    same_name,
)
from secaudit.assessment.reading import FormOnly, Reading, read, read_alone
from secaudit.assessment.repeating import Shown
from secaudit.assessment.returned import Expected
