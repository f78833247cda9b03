"""The gaps and figures of a campaign, as a table, JSON, CSV or a workbook shows them."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from secaudit.catalogue import KINDS, Kind
from secaudit.gaps import Gap, Picture, figures, figures_as_json
from secaudit.steps.state import campaigns_of, picture_of
from secaudit.validation import plain
from secaudit.workspace import Workspace


def gaps(workspace: Workspace, campaign_id: str | None, on: date) -> Picture:
    """The campaign as it stands on the day."""
    return picture_of(campaigns_of(workspace), campaign_id, on)


def write_workbook(picture: Picture, path: Path) -> None:
    """Put every gap and action in a workbook. Raises Refused where it cannot be written."""
    # libraries that others do not need
    from secaudit.report.beside.everything import everything
    from secaudit.steps.files import WORKBOOK, write

    write(path, everything(picture), WORKBOOK)


def as_json(picture: Picture) -> dict[str, Any]:
    """The picture as `gaps --format json` shows it."""
    return {
        "campaign": picture.campaign.id,
        "on": picture.on.isoformat(),
        "figures": {k: _figures(picture, k) for k in KINDS if picture.of(k)},
        "gaps": [_gap(gap) for gap in picture.gaps],
        "closed": [{"subject": s, "control": c} for s, c in picture.closed],
    }


def _figures(picture: Picture, kind: Kind) -> dict[str, Any]:
    return {
        "overall": figures_as_json(figures(picture.of(kind))),
        "themes": {
            theme: figures_as_json(figures(group))
            for theme, group in picture.themes(kind).items()
        },
    }


def _gap(gap: Gap) -> dict[str, Any]:
    factors, word = gap.factors, gap.item.word
    told = {
        "subject": gap.item.subject,
        "control": gap.item.control.id,
        "status": gap.item.status,
        "reason": gap.reason,
        "priority": gap.priority,
        "class": gap.gap_class,
        "factors": asdict(factors) | {"shortfall": factors.shortfall / 2},
        "legal": gap.legal,
        "since": gap.since,
        "actions": [
            {"id": a.id, "due": a.due, "status": a.status} for a in gap.actions
        ],
        "accepted_until": gap.accepted and gap.accepted.until,
        "answered_on": word and word.answered_on,
        "answered_in": word and word.campaign,
        "repeats": word and word.answer.repeats,
        "inherited_by": [subject.id for subject in gap.behind],
    }
    shown: dict[str, Any] = plain(told)
    return shown
