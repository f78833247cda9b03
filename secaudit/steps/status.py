"""Who has answered, and who has not."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from secaudit.campaign import Campaign
from secaudit.gaps import Item, Picture, by_subject
from secaudit.questionnaire import UNANSWERED, Subject
from secaudit.steps.state import campaigns_of, picture_of
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class Row:
    """A subject, and how far its answers have come."""

    subject: Subject
    owner: str
    """The name of who is accountable; empty where nobody is known."""
    questions: int
    answered: int
    waiting_for: tuple[str, ...]
    """The names of those with questions left; "" where nobody is known."""
    recorded_on: date | None
    """The latest day on which an answer was given in this campaign."""


@dataclass(frozen=True)
class Status:
    """A campaign's progress on a day."""

    campaign: str
    due: date
    days_left: int
    """Negative when it is overdue."""
    rows: tuple[Row, ...]

    @property
    def answered(self) -> int:
        """Subjects with every question answered."""
        return sum(row.answered == row.questions for row in self.rows)


def status(workspace: Workspace, campaign_id: str | None, on: date) -> Status:
    """The progress of the campaign, subjects in the order they were issued."""
    return of(picture_of(campaigns_of(workspace), campaign_id, on))


def of(picture: Picture) -> Status:
    """The progress of the campaign that a picture shows."""
    campaign = picture.campaign
    rows = tuple(
        _row(subject, items, campaign)
        for subject, items in by_subject(picture.items).items()
    )
    return Status(campaign.id, campaign.due, (campaign.due - picture.on).days, rows)


def as_json(found: Status) -> dict[str, Any]:
    """The status as `status --format json` shows it."""
    return {
        "campaign": found.campaign,
        "due": found.due.isoformat(),
        "issued": len(found.rows),
        "answered": found.answered,
        "subjects": [
            {
                "kind": row.subject.kind,
                "id": row.subject.id,
                "name": row.subject.name,
                "owner": row.owner or None,
                "questions": row.questions,
                "answered": row.answered,
                "recorded_on": row.recorded_on.isoformat() if row.recorded_on else None,
            }
            for row in found.rows
        ],
    }


def _row(subject: Subject, every: tuple[Item, ...], campaign: Campaign) -> Row:
    items = [item for item in every if item.provider is None]
    answered = [item for item in items if item.status != UNANSWERED]
    left = [item.issue.form.person for item in items if item.status == UNANSWERED]
    days = [
        item.word.answered_on
        for item in answered
        if item.word and item.word.campaign == campaign.id
    ]
    owner = (
        every[0].issue.owner if subject.kind == "system" else every[0].issue.form.person
    )
    return Row(
        subject,
        campaign.names.get(owner or "", ""),
        len(items),
        len(answered),
        tuple(dict.fromkeys(campaign.names.get(p or "", "") for p in left)),
        max(days, default=None),
    )
