"""Why the form that a document names is not one to answer now."""

from secaudit.campaign import Campaign, Issue
from secaudit.language import _
from secaudit.steps.returned.basis import Basis
from secaudit.steps.returned.files import Sent
from secaudit.yamlfile import Keys

Fault = tuple[str, str, Keys]
"""A short stable word, a sentence, and where it is to be told."""
_AT_FORM = ("issue",)


def wrong_form(sent: Sent, basis: Basis) -> Fault | None:
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
