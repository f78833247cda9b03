"""Validate returned files: each document against the form that the register says was issued."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from secaudit.assessment import Alone, Expected, Reading, fingerprint, read, read_alone
from secaudit.campaign import Campaign, Issue
from secaudit.language import _
from secaudit.problems import Problem, WrongUsage, reason
from secaudit.register import Register
from secaudit.steps.state import campaigns_of, chosen, register_of
from secaudit.workspace import Workspace
from secaudit.yamlfile import MOST_BYTES, Document
from secaudit.yamlfile import read as read_yaml

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class File:
    """A file as it was sent."""

    shown: str
    """Its path, as the user named it."""
    sha256: str
    """Of its bytes."""
    text: str


@dataclass(frozen=True)
class Sent:
    """A document of a file, checked as far as its schema goes."""

    file: File
    document: Document
    alone: Alone

    @property
    def value(self) -> Any:
        """What is right in the document; None where too little is right to go on."""
        return self.alone.value

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it by itself."""
        return self.alone.problems


@dataclass(frozen=True)
class Judged:
    """A document, checked against the register."""

    sent: Sent
    reading: Reading
    recorded: int | None = None
    """The event in which the very same document was recorded before."""


@dataclass(frozen=True)
class Validated:
    """What `validate` found."""

    documents: int
    problems: tuple[Problem, ...]
    skipped: tuple[str, ...] = ()
    """Files of a folder that are not YAML, and were not read."""
    judged: tuple[Judged, ...] = ()
    alone: bool = False
    """No workspace: only the form of the files was checked, not what was issued."""


Watch: TypeAlias = Callable[[tuple[Path, ...]], Iterable[Path]]
"""Gives files one by one, and may show how far it has come."""


def validate(
    paths: Iterable[Path],
    workspace: Workspace | None,
    campaign: str | None,
    on: date,
    watch: Watch = iter,
) -> Validated:
    """Every problem of the files and folders in `paths`; nothing is recorded."""
    files, skipped = collect(paths)
    sent, broken = send(watch(files))
    if workspace is None:
        found = [*broken, *(p for s in sent for p in s.problems)]
        return Validated(len(sent), tuple(sorted(found)), skipped, alone=True)
    campaigns = campaigns_of(workspace)
    register = register_of(workspace)
    judged = judge(sent, campaigns, chosen(campaigns, campaign), register, on)
    found = [*broken, *(p for j in judged for p in j.reading.problems)]
    return Validated(len(sent), tuple(sorted(found)), skipped, judged)


def collect(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The YAML files in `paths`, folders searched through, and what was passed over."""
    files: dict[Path, None] = {}
    skipped: list[str] = []
    for path in paths:
        if not path.exists():
            raise WrongUsage(_("there is no file or folder {path}").format(path=path))
        if not path.is_dir():
            files[path] = None
            continue
        for file in filter(Path.is_file, sorted(path.rglob("*"))):
            if file.suffix.lower() in _SUFFIXES:
                files[file] = None
            else:
                skipped.append(file.as_posix())
    return tuple(files), tuple(skipped)


def send(files: Iterable[Path]) -> tuple[tuple[Sent, ...], tuple[Problem, ...]]:
    """The documents of the files, and the problems of files that have none."""
    sent: list[Sent] = []
    broken: list[Problem] = []
    for path in files:
        shown = path.as_posix()
        try:
            with path.open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)
        except OSError as error:
            message = _("the file cannot be read: {reason}").format(
                reason=reason(error)
            )
            broken.append(Problem(shown, 1, 1, "error", "unreadable", message))
            continue
        stream = read_yaml(data, shown)
        broken += stream.problems
        if stream.documents:
            file = File(shown, hashlib.sha256(data).hexdigest(), data.decode())
            sent += [Sent(file, d, read_alone(d)) for d in stream.documents]
    return tuple(sent), tuple(broken)


def judge(
    sent: Iterable[Sent],
    campaigns: Mapping[str, Campaign],
    campaign: Campaign,
    register: Register,
    on: date,
    *,
    partial: bool = False,
) -> tuple[Judged, ...]:
    """Each document against the form it names, and against the others of this run."""
    desk = _Desk(campaigns, campaign, register, on, partial)
    return tuple(_not_twice([desk.judge(one) for one in sent]))


class _Desk:
    """What is needed to judge one document after another."""

    def __init__(
        self,
        campaigns: Mapping[str, Campaign],
        campaign: Campaign,
        register: Register,
        on: date,
        partial: bool,
    ) -> None:
        self.campaign, self.register = campaign, register
        self.on, self.partial = on, partial
        self.issues: dict[str, Issue] = {
            issue.id: issue for c in campaigns.values() for issue in c.issues
        }

    def judge(self, sent: Sent) -> Judged:
        refused = Reading(sent.document, None, sent.problems)
        if sent.value is None:
            return Judged(sent, refused)
        recorded = self.campaign.documents.get(fingerprint(sent.value))
        if recorded is not None:
            return Judged(sent, refused, recorded)
        wrong = self.wrong_form(sent)
        if wrong:
            found = tuple(sorted((*sent.problems, wrong)))
            return Judged(sent, replace(refused, problems=found))
        expected = self.expected(self.issues[sent.value["issue"]])
        return Judged(
            sent,
            read(sent.document, sent.alone, expected, self.on, partial=self.partial),
        )

    def wrong_form(self, sent: Sent) -> Problem | None:
        named = sent.value["issue"]
        issue = self.issues.get(named)
        problem = sent.document.problem
        if issue is None:
            other = self.register.issuer(named)
            if other:
                message = _("the form was issued by another organisation, '{id}'")
                text = message.format(id=other)
                return problem("other-organisation", text, ("issue",))
            message = _("this form was never issued; was the line changed?")
            return problem("unknown-form", message, ("issue",))
        if issue.form.campaign != self.campaign.id:
            message = _("the form belongs to the campaign {theirs}; this is {ours}")
            text = message.format(theirs=issue.form.campaign, ours=self.campaign.id)
            return problem("other-campaign", text, ("issue",))
        if sent.value["campaign"] != self.campaign.id:
            message = _("the form was issued for the campaign {ours}, not '{theirs}'")
            text = message.format(theirs=sent.value["campaign"], ours=self.campaign.id)
            return problem("other-campaign", text, ("campaign",))
        if issue.superseded:
            message = _("the form was replaced by a newer one; fill in that instead")
            return problem("superseded-form", message, ("issue",))
        return None

    def expected(self, issue: Issue) -> Expected:
        campaign, key = self.campaign, issue.subject.key
        given = {id: campaign.words.get((key, id)) for id in issue.form.questions}
        words = [word for word in given.values() if word]
        return Expected(
            issue.form,
            issue.issued_on,
            issue.name,
            issue.email,
            campaign.profile.targets.maturity,
            campaign.profile.targets.employees,
            frozenset(id for id, word in given.items() if word),
            max((word.answered_on for word in words), default=None),
            frozenset(issue.provides),
            frozenset(department.id for department in campaign.departments),
        )


def _not_twice(judged: list[Judged]) -> Iterator[Judged]:
    """Refuse two new documents of one run for the same subject and respondent.

    The same document twice is one.
    """
    new = {j.reading.assessment.fingerprint: j for j in judged if j.reading.assessment}
    forms = Counter(_form(one) for one in new.values())
    for one in judged:
        if forms[_form(one)] < 2:
            yield one
            continue
        message = _("two documents in this run answer the same form; send only one")
        problem = one.reading.document.problem("two-documents", message, ("issue",))
        found = tuple(sorted((*one.reading.problems, problem)))
        reading = replace(one.reading, assessment=None, problems=found)
        yield replace(one, reading=reading)


def _form(judged: Judged) -> str:
    assessment = judged.reading.assessment
    return assessment.issue if assessment else ""
