"""Each returned document against the form that the register says was issued."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from secaudit.assessment import Expected, Reading, read
from secaudit.campaign import Campaign, Issue
from secaudit.digest import sha256
from secaudit.inventory import Inventory, load_files, read_inventory
from secaudit.language import _
from secaudit.problems import Refused
from secaudit.register import Register
from secaudit.steps.returned.again import Lying
from secaudit.steps.returned.files import Sent
from secaudit.workspace import Workspace
from secaudit.yamlfile import Keys

Fault = tuple[str, str, Keys]
"""A short stable word, a sentence, and where it is to be told."""
_AT_FORM = ("issue",)


@dataclass(frozen=True)
class Judged:
    """A document, checked against the register."""

    sent: Sent
    reading: Reading
    recorded: int | None = None
    """The event in which the very same document was recorded before."""
    later: int | None = None
    """The event that took the place of any of it since, where the file is an old one."""


@dataclass(frozen=True)
class Basis:
    """What documents are judged by."""

    campaigns: Mapping[str, Campaign]
    campaign: Campaign
    """The one that they are to belong to."""
    register: Register
    on: date
    workspace: Workspace
    lying: Lying
    partial: bool = False
    """Whether questions may be left out."""
    late: bool = False
    """Whether answers are taken though the campaign is closed."""

    @cached_property
    def issues(self) -> dict[str, Issue]:
        """Every form that was issued, by its id."""
        return {i.id: i for c in self.campaigns.values() for i in c.issues}

    @cached_property
    def inventory(self) -> Inventory:
        """Systems and people as they are now; none where their files are not right."""
        folder = self.workspace.folder / "inventory"
        with suppress(Refused):
            return read_inventory(*load_files(folder, folder.as_posix()))[0]
        return Inventory()


def judge(sent: Iterable[Sent], basis: Basis) -> tuple[Judged, ...]:
    """Each document against the form it names, and against the others of this run."""
    return tuple(_not_twice([_judged(one, basis) for one in sent]))


def _judged(sent: Sent, basis: Basis) -> Judged:
    refused = Reading(sent.document, None, sent.problems)
    if sent.value is None:
        return Judged(sent, refused)
    recorded = basis.campaign.documents.get(sha256(sent.value))
    later = basis.campaign.later.get(recorded or 0)
    if recorded and (later is None or basis.lying.is_old(sent, basis.campaign)):
        return Judged(sent, refused, recorded, later)
    fault = _wrong_form(sent, basis)
    if fault:
        problems = tuple(sorted((*sent.problems, sent.document.problem(*fault))))
        return Judged(sent, replace(refused, problems=problems))
    issue, partial = basis.issues[sent.value["issue"]], basis.partial
    expected = replace(_expected(issue, basis.campaign), **_mailed(sent, issue, basis))
    reading = read(sent.document, sent.alone, expected, basis.on, partial=partial)
    return Judged(sent, reading)


def _wrong_form(sent: Sent, basis: Basis) -> Fault | None:
    """Why the form that a document names is not one to answer, if it is not."""
    issue = basis.issues.get(sent.value["issue"])
    if issue is None:
        return _unknown(sent.value["issue"], basis)
    return (
        _of_another_campaign(issue, sent.value["campaign"], basis.campaign)
        or _withdrawn(issue, basis.campaign)
        or _replaced(issue, basis)
        or _too_late(issue, basis)
    )


def _unknown(id: str, basis: Basis) -> Fault:
    other = basis.register.issuer(id)
    if other:
        message = _("the form was issued by another organisation, '{id}'")
        return "other-organisation", message.format(id=other), _AT_FORM
    message = _(
        "this form was never issued: the line 'issue' must stand as it was issued; "
        "use the form that was sent"
    )
    return "unknown-form", message, _AT_FORM


def _of_another_campaign(issue: Issue, written: str, ours: Campaign) -> Fault | None:
    if issue.form.campaign != ours.id:
        message = _(
            "the form belongs to the campaign {theirs}; this is {ours}: use "
            "--campaign {theirs}"
        )
        text = message.format(theirs=issue.form.campaign, ours=ours.id)
        return "other-campaign", text, _AT_FORM
    if written != ours.id:
        message = _("the form was issued for the campaign {ours}, not '{theirs}'")
        text = message.format(theirs=written, ours=ours.id)
        return "other-campaign", text, ("campaign",)
    return None


def _withdrawn(issue: Issue, campaign: Campaign) -> Fault | None:
    out = campaign.withdrawn.get(issue.subject.key)
    if out is None:
        return None
    message = _("{subject} was taken out of the campaign {date}: {reason}")
    told = {"subject": issue.subject.name, "date": out.on, "reason": out.reason or "–"}
    return "withdrawn", message.format(**told), _AT_FORM


def _replaced(issue: Issue, basis: Basis) -> Fault | None:
    """That another form took its place, or that somebody else has it to answer now."""
    instead = _instead(issue, basis)
    if not (issue.superseded or instead):
        return None
    was, now = issue.form.person, instead.form.person if instead else None
    if instead and was and was != now and instead.name:
        message = _("{subject} is {name}'s to answer now; the form is not valid")
        text = message.format(subject=issue.subject.name, name=instead.name)
        return "moved-form", text, _AT_FORM
    message = _("the form was replaced by a newer one; fill in that instead")
    return "superseded-form", message, _AT_FORM


def _instead(issue: Issue, basis: Basis) -> Issue | None:
    """The form that counts instead of one that was replaced, or handed over."""
    if issue.form.occasion and not issue.superseded:
        return _handed_over(issue, basis.campaign)
    latest = basis.issues.get(issue.replaced_by or "")
    while latest and latest.replaced_by:
        latest = basis.issues.get(latest.replaced_by)
    return latest


def _handed_over(small: Issue, campaign: Campaign) -> Issue | None:
    """The latest form that asks the same of somebody else, since a small one was issued."""
    asked = small.form.questions.keys()
    later = (
        issue
        for issue in reversed(campaign.issues)
        if issue.sequence > small.sequence and issue.subject == small.subject
        if not issue.superseded and asked & {*issue.form.questions, *issue.form.carried}
    )
    latest = next(later, None)
    return latest if latest and latest.form.person != small.form.person else None


def _too_late(issue: Issue, basis: Basis) -> Fault | None:
    """That the campaign is closed; what was issued after that may still come."""
    campaign = basis.campaign
    after = issue.sequence > (campaign.closed_in or issue.sequence)
    if campaign.closed_on is None or basis.late or after:
        return None
    message = _(
        "the campaign {id} was closed {date}; record --late takes the answer, and it "
        "is counted apart"
    )
    text = message.format(id=campaign.id, date=campaign.closed_on)
    return "campaign-closed", text, _AT_FORM


def _expected(issue: Issue, campaign: Campaign) -> Expected:
    key, targets = issue.subject.key, campaign.profile.targets
    words = {id: campaign.latest((key, id)) for id in issue.form.questions}
    given = {id: word for id, word in words.items() if word}
    stands = (id for id in given if not campaign.returned((key, id)))
    return Expected(
        form=issue.form,
        issued_on=issue.issued_on,
        name=issue.name,
        email=issue.email,
        target=targets.maturity,
        employees=targets.employees,
        answered=frozenset(() if issue.form.occasion else stands),
        answered_on=max((word.answered_on for word in given.values()), default=None),
        provides=frozenset(issue.provides),
        departments=frozenset(campaign.units),
    )


def _mailed(sent: Sent, issue: Issue, basis: Basis) -> dict[str, Any]:
    """What the mail tells, and who deputises: no form says, so it is as it is now."""
    file = sent.file
    if file.sender is None and file.sent_at is None:
        return {}
    kind, id = issue.subject.kind, issue.subject.id
    system = basis.inventory.system(id) if kind == "system" else None
    people = map(basis.inventory.person, system.deputies if system else ())
    return {
        "sender": file.sender.email if file.sender else "",
        "sent_on": file.sent_at.date() if file.sent_at else None,
        "deputies": frozenset(p.email for p in people if p and p.email),
    }


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
        problems = tuple(sorted((*one.reading.problems, problem)))
        reading = replace(one.reading, assessment=None, problems=problems)
        yield replace(one, reading=reading)


def _form(judged: Judged) -> str:
    assessment = judged.reading.assessment
    return assessment.issue if assessment else ""
