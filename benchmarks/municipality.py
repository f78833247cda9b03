"""A generated municipality, walked through two campaigns by the real steps.

`python -m benchmarks.municipality DIR SYSTEMS PEOPLE` makes one; the same sizes give the same.
"""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from benchmarks import invented, officer
from benchmarks.answering import answered
from secaudit.demo import EXAMPLE
from secaudit.gaps import Picture
from secaudit.language import using
from secaudit.steps.campaigns.close import close
from secaudit.steps.campaigns.open import open_campaign
from secaudit.steps.follow_up.act import act
from secaudit.steps.follow_up.decide import decide
from secaudit.steps.init import init
from secaudit.steps.issuing.issue import issue
from secaudit.steps.recording import Acting
from secaudit.steps.returned.record import record
from secaudit.steps.reviewing.review import review
from secaudit.steps.state import campaigns_of, picture_of
from secaudit.workspace import Workspace, load_contents, load_workspace

YEARS = (2025, 2026)
REPORTED = date(2026, 11, 2)
"""The day that its report is as of: the second campaign is still open."""


@dataclass(frozen=True)
class _Walk:
    """One year of it."""

    workspace: Workspace
    year: int
    seed: int

    @property
    def id(self) -> str:
        return str(self.year)

    def day(self, month: int, day: int) -> tuple[date, datetime]:
        """A day of the year, and its morning."""
        on = date(self.year, month, day)
        return on, datetime.combine(on, time(9, 0), UTC)

    def picture(self, on: date) -> Picture:
        return picture_of(campaigns_of(self.workspace), self.id, on)


def make(folder: Path, systems: int, people: int, *, seed: int = 1) -> Workspace:
    """The workspace of a municipality of that size, in `folder`, which is empty or not there."""
    if people < invented.FEWEST:
        raise ValueError(f"at least {invented.FEWEST} people")
    with using("da"):
        workspace = _settled(init(folder, "Stor Kommune", "da"), people)
        for year in YEARS:
            written = invented.systems(systems, people, year, seed)
            _write(folder / "inventory" / "systems.yaml", written)
            _walk(_Walk(workspace, year, seed))
    return workspace


def _settled(workspace: Workspace, people: int) -> Workspace:
    """The workspace, once its files tell of everything but the systems."""
    folder, settings = workspace.folder, workspace.folder / "secaudit.yaml"
    _write(settings, invented.settled(settings.read_text(encoding="utf-8")))
    _write(folder / "profile.yaml", invented.PROFILE)
    _write(folder / "inventory" / "people.yaml", invented.people(people))
    shutil.copy(EXAMPLE / "history.yaml", folder)
    shutil.copytree(EXAMPLE / "campaigns", folder / "campaigns", dirs_exist_ok=True)
    return load_workspace(folder)


def _walk(walk: _Walk) -> None:
    """Open, issue, record, follow up, review, act, decide, and close but the last year."""
    workspace, id, (opened, morning) = walk.workspace, walk.id, walk.day(9, 1)
    open_campaign(workspace, id, date(walk.year, 10, 1), opened, morning)
    forms = issue(workspace, id, opened, morning).forms
    recorded = record(workspace, id, list(_returned(walk, forms)), *walk.day(10, 2))
    if any(receipt.refused for receipt in recorded.receipts):
        raise ValueError("\n".join(map(str, recorded.problems[:5])))
    on, now = walk.day(10, 20)
    acting = Acting(on, now, officer.OFFICER)
    dice, first = (
        invented.chance(walk.seed, "officer", walk.year),
        walk.year == YEARS[0],
    )
    if not first:
        act(workspace, officer.followed_up(on), acting)
    said = officer.verdicts(walk.picture(on), dice)
    review(workspace, id, said, acting)
    found = walk.picture(on)
    act(workspace, officer.added(found, on, dice, first), acting)
    for draught in officer.decisions(found, on):
        decide(workspace, draught, acting)
    if first:
        close(workspace, id, Acting(*walk.day(11, 20), officer.OFFICER))


def _returned(walk: _Walk, forms: tuple[Path, ...]) -> Iterator[Path]:
    """The forms that came back: one person in fifteen answers nothing."""
    controls = {a.control.id: a.control for a in load_contents(walk.workspace).applied}
    on, _now = walk.day(9, 20)
    for form in forms:
        person = form.parent.name
        if person in invented.STAFF or int(person[1:]) % 15 != 3:
            target = walk.workspace.returned(walk.id) / person / form.name
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(target, answered(form, on, controls, walk.seed))
            yield target


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
