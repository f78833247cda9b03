"""Take a system, or somebody's own duties, out of a campaign."""

from contextlib import ExitStack
from datetime import date, datetime

from secaudit.campaign import Campaign, fold
from secaudit.language import _, counted
from secaudit.officer import text as officer_text
from secaudit.problems import Refused
from secaudit.questionnaire import Subject
from secaudit.register import Draft
from secaudit.steps.issuing.forms import write_forms
from secaudit.steps.issuing.plan import refuse_closed
from secaudit.steps.state import chosen, register_of
from secaudit.workspace import Workspace


def withdraw(
    workspace: Workspace,
    campaign_id: str | None,
    subject: str,
    reason: str,
    on: date,
    now: datetime,
    by: str,
) -> Subject:
    """Take `subject` out of the denominator; what was said of it stays in the register.

    Its forms are put aside.

    Raises WrongUsage for a subject that is not there, Refused for one that was taken out
    already, a common service that others use, and the organisation itself.
    """
    why = officer_text.text(reason, "--reason")
    with ExitStack() as undo:
        with register_of(workspace).writing() as writer:
            events = writer.events()
            campaign = refuse_closed(chosen(fold(events), campaign_id))
            found = {issue.subject.key: issue.subject for issue in campaign.current()}
            key = officer_text.named(subject, [*found, *campaign.withdrawn])
            _refuse_withdrawn(key, campaign)
            _refuse_needed(found[key], campaign)
            event = writer.append(withdrawal(campaign, key, why, on, by), now)
            after = fold([*events, event])[campaign.id]
            write_forms(workspace, campaign, after, undo)
        undo.pop_all()  # committed: the forms stay put aside
    return found[key]


def withdrawal(campaign: Campaign, key: str, reason: str, on: date, by: str) -> Draft:
    """The event that takes a subject out of a campaign."""
    payload = {"on": on.isoformat()}
    return Draft("withdrawn", campaign.id, key, payload, {"reason": reason, "by": by})


def _refuse_withdrawn(key: str, campaign: Campaign) -> None:
    out = campaign.withdrawn.get(key)
    if out:
        sentence = _("{name} was taken out already, {date}")
        raise Refused(sentence.format(name=out.subject.name, date=out.on))


def _refuse_needed(subject: Subject, campaign: Campaign) -> None:
    if subject.kind not in ("system", "owner"):
        sentence = _("'{name}' is the whole organisation, and cannot be taken out")
        raise Refused(sentence.format(name=subject.name))
    users = [
        issue.subject.name
        for issue in campaign.current()
        if subject.kind == "system"
        for services in issue.form.inherited.values()
        if subject.id in services
    ]
    users = list(dict.fromkeys(users))
    if users:
        told = counted("{n} system uses it", "{n} systems use it", len(users))
        sentence = _(
            "'{name}' is a common service, and {told}: {users}; take it out of their "
            "'uses' and issue them again first"
        )
        few = ", ".join(users[:3]) + (", …" if len(users) > 3 else "")
        raise Refused(sentence.format(name=subject.name, told=told, users=few))
