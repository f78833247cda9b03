"""Take a system, or somebody's own duties, out of a campaign."""

from secaudit.campaign import Campaign
from secaudit.language import _, counted
from secaudit.officer.text import named, text
from secaudit.problems import Refused
from secaudit.questionnaire import Subject
from secaudit.steps.issuing.forms import write_forms
from secaudit.steps.recording import Acting, recording
from secaudit.steps.state import refuse_closed
from secaudit.workspace import Workspace


def withdraw(
    workspace: Workspace,
    campaign_id: str | None,
    subject: str,
    reason: str,
    acting: Acting,
) -> Subject:
    """Take `subject` out of the denominator; what was said of it stays in the register.

    Its forms are put aside. Raises WrongUsage for a subject that is not there, Refused for
    one that was taken out already, a common service that others use, and the organisation.
    """
    why = text(reason, "--reason")
    with recording(workspace, campaign_id, acting) as record:
        campaign = refuse_closed(record.campaign)
        subjects = {issue.subject.key: issue.subject for issue in campaign.current()}
        key = named(subject, [*subjects, *campaign.withdrawn])
        _refuse_withdrawn(key, campaign)
        _refuse_needed(subjects[key], campaign)
        record.say("withdrawn", {}, key, reason=why)
        write_forms(workspace, campaign, record.after(), record.undo)
    return subjects[key]


def _refuse_withdrawn(key: str, campaign: Campaign) -> None:
    out = campaign.withdrawn.get(key)
    if out:
        sentence = _("{name} was taken out already, {date}")
        raise Refused(sentence.format(name=out.subject.name, date=out.on))


def _refuse_needed(subject: Subject, campaign: Campaign) -> None:
    if subject.kind not in ("system", "owner"):
        sentence = _("'{name}' is the whole organisation, and cannot be taken out")
        raise Refused(sentence.format(name=subject.name))
    users = _users(subject, campaign)
    if users:
        told = counted("{n} system uses it", "{n} systems use it", len(users))
        sentence = _(
            "'{name}' is a common service, and {told}: {users}; take it out of their "
            "'uses' and issue them again first"
        )
        few = ", ".join(users[:3]) + (", …" if len(users) > 3 else "")
        raise Refused(sentence.format(name=subject.name, told=told, users=few))


def _users(subject: Subject, campaign: Campaign) -> list[str]:
    """The names of the systems that rely on it, each once."""
    using = (
        issue.subject.name
        for issue in campaign.current()
        if subject.kind == "system"
        for services in issue.form.inherited.values()
        if subject.id in services
    )
    return list(dict.fromkeys(using))
