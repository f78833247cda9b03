"""The officer's notes: what no figure can say."""

from secaudit.notes.loading import HISTORY, doubts, load_history, load_notes, notes_path
from secaudit.notes.model import (
    Audit,
    Feedback,
    History,
    Incidents,
    Notes,
    Objective,
    Remark,
    StatedYear,
)
from secaudit.notes.skeleton import skeleton
