"""What the officer does in the demo, read from a file: reviews, actions, decisions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import groupby
from pathlib import Path
from typing import Any

from secaudit.demo.respondent import loaded
from secaudit.officer.changes import Change
from secaudit.officer.verdicts import Verdict
from secaudit.steps.campaigns.close import close
from secaudit.steps.follow_up.act import act, adopt
from secaudit.steps.follow_up.decide import DecisionTold, decide
from secaudit.steps.issuing.issue import issue
from secaudit.steps.issuing.small_forms import returned
from secaudit.steps.recording import Acting
from secaudit.steps.reviewing.review import review
from secaudit.validation import shaped
from secaudit.workspace import Workspace

OFFICER = "Signe Østerlund Brink"


@dataclass(frozen=True)
class Act:
    """What the officer does of one kind on a day."""

    on: date
    what: str
    """The step that is taken."""
    said: tuple[Any, ...]
    """What is said each time."""


def acts(path: Path) -> tuple[Act, ...]:
    """What the file at `path` tells that the officer did, in order."""
    told = loaded(path)["acts"]
    days = groupby(told, key=lambda entry: (entry["on"], *(entry.keys() - {"on"})))
    return tuple(
        Act(date.fromisoformat(on), what, tuple(entry[what] for entry in entries))
        for (on, what), entries in days
    )


def do(
    one: Act, workspace: Workspace, campaign: str, record: Callable[[str, date], None]
) -> None:
    """Take the step. `record` is called with the post that is to be recorded, and the day."""
    acting = Acting(one.on, morning(one.on), OFFICER)
    if one.what == "review":
        verdicts = [shaped(said, Verdict) for said in one.said]
        review(workspace, campaign, verdicts, acting)
    elif one.what == "action":
        act(workspace, [_change(said, workspace, one.on) for said in one.said], acting)
    elif one.what == "decision":
        for said in one.said:
            told = shaped({**said, "on": one.on.isoformat()}, DecisionTold)
            decide(workspace, told, acting)
    elif one.what == "close":
        close(workspace, campaign, acting)
    elif one.what == "issue":
        issue(workspace, campaign, one.on, acting.now, returned)
    elif one.what == "record":
        for post in one.said:
            record(post, one.on)


def morning(day: date) -> datetime:
    """When things are done in the demo."""
    return datetime.combine(day, time(9, 0), UTC)


def _change(said: dict[str, Any], workspace: Workspace, on: date) -> Change:
    adopted = said.get("from")
    change = shaped({k: v for k, v in said.items() if k != "from"}, Change)
    return adopt(workspace, adopted, change, on) if adopted else change
