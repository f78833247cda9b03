"""A small municipality for tests: real files, the real steps, a clock that we set."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from secaudit.campaign import Action, Campaign, Decision, fold
from secaudit.demo.respondent import Reply, fill_in
from secaudit.gaps import Picture
from secaudit.officer.changes import Change
from secaudit.officer.verdicts import Verdict
from secaudit.problems import Refused
from secaudit.questionnaire import Subject
from secaudit.register import Register
from secaudit.steps.campaigns.close import Extended, close, extend
from secaudit.steps.campaigns.open import Opened, open_campaign
from secaudit.steps.follow_up.act import act
from secaudit.steps.follow_up.decide import DecisionTold, decide
from secaudit.steps.issuing.issue import Issued, issue
from secaudit.steps.issuing.plan import Planner, new
from secaudit.steps.issuing.transfer import Handover, Transferred, transfer
from secaudit.steps.issuing.withdraw import withdraw
from secaudit.steps.recording import Acting
from secaudit.steps.returned.record import Recorded, record
from secaudit.steps.reviewing.review import Reviewed, review
from secaudit.steps.state import picture_of, register_of
from secaudit.workspace import Workspace, load_workspace

EXAMPLES = Path(__file__).parent / "questionnaires"
OPENED = date(2026, 9, 1)
ANSWERED = date(2026, 9, 20)


@dataclass
class Municipality:
    """A workspace in `folder`, with the catalogue, systems and people of the examples.

    Controls T.1 (weight 2, systems and owners), T.2 (3, core, reviewed half-yearly),
    T.3 (1, operations, inheritable), T.4 (organisation, maturity), T.5 (employees) and
    T.6 (2, by law, only where there are CPR numbers or sensitive data).
    A folder that is there already stays as it is.
    """

    folder: Path
    replies: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        if self.folder.exists():
            return
        for name in ("inventory", "test-catalogue"):
            shutil.copytree(EXAMPLES / name, self.folder / name)
        shutil.copy(EXAMPLES / "secaudit.yaml", self.folder)
        self.register.create()

    def copy(self, folder: Path) -> "Municipality":
        """The same municipality once more, in `folder`, to go on from where this one stands."""
        shutil.copytree(self.folder, folder)
        copied = Municipality(folder)
        copied.replies = self.replies
        return copied

    @property
    def workspace(self) -> Workspace:
        """The workspace, as its files say now."""
        return load_workspace(self.folder)

    @property
    def register(self) -> Register:
        """Its register."""
        return register_of(self.workspace)

    def write(self, path: str, text: str) -> Path:
        """Write a file of the workspace."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return target

    def read(self, path: str) -> str:
        """What stands in a file of the workspace."""
        return (self.folder / path).read_text(encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Write `new` instead of `old`, once, in a file of the workspace."""
        text = self.read(path)
        assert old in text, text
        self.write(path, text.replace(old, new, 1))

    @contextmanager
    def refuses(self, *words: str, error: type[Refused] = Refused) -> Iterator[None]:
        """What is done inside is refused in one sentence with `words`, and records nothing."""
        head = self.register.head()
        with pytest.raises(Refused) as refused:
            yield
        sentence = refused.value.sentence
        assert type(refused.value) is error, sentence
        assert "\n" not in sentence
        assert all(word in sentence for word in words), sentence
        assert self.register.head() == head

    def open(
        self, campaign: str = "2026", on: date = OPENED, *, skip: bool = False
    ) -> Opened:
        """Open a campaign."""
        due = date(on.year, 10, 1)
        return open_campaign(self.workspace, campaign, due, on, clock(on), skip=skip)

    def issue(
        self,
        on: date = OPENED,
        planner: Planner = new,
        answer_by: date | None = None,
        campaign: str | None = None,
    ) -> Issued:
        """Issue what has not been issued, or what another planner plans."""
        return issue(self.workspace, campaign, on, clock(on), planner, answer_by)

    def close(self, on: date = ANSWERED, campaign: str | None = None) -> Picture:
        """Close a campaign."""
        return close(self.workspace, campaign, acting(on), early=True)

    def extend(
        self,
        person: str,
        until: date,
        on: date = ANSWERED,
        campaign: str | None = None,
    ) -> Extended:
        """Give a person time until a day."""
        workspace = self.workspace
        return extend(workspace, campaign, person, until, acting(on))

    def withdraw(
        self, subject: str, reason: str = "Udfaset", on: date = ANSWERED
    ) -> Subject:
        """Take a subject out of the campaign."""
        return withdraw(self.workspace, None, subject, reason, acting(on))

    def transfer(
        self, was: str, to: str, *systems: str, on: date = ANSWERED
    ) -> Transferred:
        """Hand over what somebody answers for, or some systems of it."""
        handover = Handover(was, to, systems)
        return transfer(self.workspace, None, handover, acting(on))

    def review(self, *verdicts: Verdict, on: date = ANSWERED) -> tuple[Reviewed, ...]:
        """Say of answers whether one agrees."""
        return review(self.workspace, None, verdicts, acting(on))

    def act(self, *changes: Change, on: date = ANSWERED) -> tuple[Action, ...]:
        """Say something of actions."""
        return act(self.workspace, changes, acting(on))

    def decide(self, told: DecisionTold, on: date = ANSWERED) -> Decision:
        """Record a decision."""
        return decide(self.workspace, told, acting(on))

    def form(self, person: str, form: str, campaign: str = "2026") -> Path:
        """The file of an issued form, such as `p01`, `system-omsorg`."""
        return self.workspace.issued(campaign) / person / f"{form}.yaml"

    def answer(
        self,
        person: str,
        form: str,
        answers: dict[str, dict[str, Any]] | None = None,
        *,
        on: date = ANSWERED,
        only: bool = False,
        campaign: str = "2026",
    ) -> Path:
        """Fill in an issued form and put it where returned ones go; what is not named is met."""
        reply = Reply(person, form, "first", on, answers or {}, only)
        text = fill_in(
            self.form(person, form, campaign).read_text(encoding="utf-8"), reply
        )
        self.replies += 1
        name = f"campaigns/{campaign}/returned/{person}-{form}-{self.replies}.yaml"
        return self.write(name, text)

    def sign(self, path: Path, name: str, email: str = "") -> Path:
        """Write in a form that came back who answers."""
        text, signed = (
            path.read_text(encoding="utf-8"),
            f'{{name: "{name}", email: "{email}"',
        )
        pattern = r'(?<=^respondent: )\{name: "[^"]*", email: "[^"]*"'
        path.write_text(re.sub(pattern, signed, text, flags=re.M), encoding="utf-8")
        return path

    def record(
        self,
        *paths: Path,
        on: date = ANSWERED,
        partial: bool = False,
        late: bool = False,
        campaign: str | None = None,
    ) -> Recorded:
        """Record files."""
        return record(
            self.workspace, campaign, paths, on, clock(on), partial=partial, late=late
        )

    def campaign(self, id: str = "2026") -> Campaign:
        """The state of a campaign."""
        return fold(self.register.events())[id]

    def picture(self, id: str = "2026", on: date = ANSWERED) -> Picture:
        """A campaign as it stands on a day."""
        return picture_of(fold(self.register.events()), id, on)


def acting(day: date) -> Acting:
    """The officer, on a day."""
    return Acting(day, clock(day), "Officer")


def clock(day: date) -> datetime:
    """Eight in the morning, UTC."""
    return datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
