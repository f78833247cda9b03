"""What falls due when, and for whom: reviews, actions, accepted gaps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from secaudit.campaign import Campaign
from secaudit.gaps import Picture, falling_due, picture
from secaudit.language import later
from secaudit.steps.state import campaigns_of, rounds_of
from secaudit.validation import whole
from secaudit.workspace import Workspace

What = Literal["review", "action", "acceptance", "duty"]
WHAT: dict[What, str] = {
    "review": later("periodic review"),
    "action": later("action"),
    "acceptance": later("accepted gap"),
    "duty": later("known duty by law"),
}


@dataclass(frozen=True)
class FallingDue:
    """Something that falls due."""

    on: date
    what: What
    about: str
    """A gap's name, such as `system:backup/A.8.13`, or an action's id."""
    text: str
    who: str
    """The name of the person, or what stands instead of one."""

    def overdue(self, on: date) -> bool:
        """Whether its day has passed."""
        return self.on < on


def due(
    workspace: Workspace, campaign_id: str | None, until: date, on: date
) -> tuple[FallingDue, ...]:
    """What falls due by a day, or should have been done before, earliest first."""
    rounds = rounds_of(campaigns_of(workspace), campaign_id)
    now = picture(rounds, on)
    found = [*_reviews(rounds, until), *_actions(now, until), *_accepted(now, until)]
    return tuple(sorted(found, key=lambda one: (one.on, one.what, one.about)))


def as_json(found: tuple[FallingDue, ...], on: date) -> list[dict[str, Any]]:
    """What falls due, as `due --format json` shows it."""
    return [{**whole(one), "overdue": one.overdue(on)} for one in found]


def _reviews(rounds: list[Campaign], until: date) -> Iterator[FallingDue]:
    campaign = rounds[-1]
    for one in falling_due(rounds, until):
        item, who = one.item, campaign.name_of(one.item.issue.form.person)
        text = f"{item.subject.name}: {item.control.title.said(campaign.language)}"
        yield FallingDue(one.on, "review", item.name, text, who)


def _actions(now: Picture, until: date) -> Iterator[FallingDue]:
    for action in now.campaign.actions:
        if action.open and action.due <= until:
            who = action.responsible
            yield FallingDue(action.due, "action", action.id, action.what, who)


def _accepted(now: Picture, until: date) -> Iterator[FallingDue]:
    """Gaps that were let stand: by that day somebody must decide again."""
    for gap in now.gaps:
        accepted = now.campaign.decided.get(gap.key)
        if accepted and accepted.until <= until:
            what: What = "duty" if gap.legal else "acceptance"
            text = gap.item.subject.name
            yield FallingDue(accepted.until, what, gap.name, text, accepted.by)
