"""The end of a campaign, and more time for somebody."""

from dataclasses import dataclass
from datetime import date

from secaudit.campaign import Campaign
from secaudit.gaps import Picture, picture
from secaudit.language import _, counted
from secaudit.officer.text import ahead
from secaudit.problems import Refused, WrongUsage
from secaudit.questionnaire import UNANSWERED
from secaudit.steps.recording import Acting, recording
from secaudit.steps.state import refuse_closed
from secaudit.validation import did_you_mean
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class Extended:
    """More time that somebody was given."""

    campaign: str
    name: str
    """The name of the person; their id where it is not known."""
    until: date


def close(
    workspace: Workspace,
    campaign_id: str | None,
    acting: Acting,
    *,
    early: bool = False,
) -> Picture:
    """Close the campaign: its figures do not change any more. How it stands then.

    Raises Refused if it is closed already, or if somebody still has time to answer and
    `early` does not say that this is meant; WrongUsage for a day before it was opened.
    """
    on = acting.on
    with recording(workspace, campaign_id, acting) as record:
        campaign = refuse_closed(record.campaign)
        if on < campaign.opened_on:
            sentence = _("the campaign {id} was opened {date}, after that day")
            raise WrongUsage(sentence.format(id=campaign.id, date=campaign.opened_on))
        _refuse_before_others(record.rounds)
        if not early:
            _refuse_early(picture(record.rounds, on), on)
        record.say("campaign-closed", {})
    return picture([*record.rounds[:-1], record.after()], on)


def _refuse_before_others(rounds: list[Campaign]) -> None:
    """How old a gap is hangs on the campaigns before: they must not change any more."""
    for earlier in rounds[:-1]:
        if earlier.closed_on is None:
            sentence = _("the campaign {id} is still open: close it first")
            raise Refused(sentence.format(id=earlier.id))


def _refuse_early(now: Picture, on: date) -> None:
    """While a form with questions left has not reached its deadline, a round is not over."""
    campaign = now.campaign
    left = [i for i in now.own if i.status == UNANSWERED or i.reason == "returned"]
    latest = max((campaign.deadline(item.issue) for item in left), default=on)
    if latest <= on:
        return
    waiting = counted(
        "{n} answer is waited for", "{n} answers are waited for", len(left)
    )
    sentence = _("{waiting}, until {date}; --early closes {id} all the same")
    raise Refused(sentence.format(waiting=waiting, date=latest, id=campaign.id))


def extend(
    workspace: Workspace,
    campaign_id: str | None,
    person: str,
    until: date,
    acting: Acting,
) -> Extended:
    """Give a person time until a day. Raises WrongUsage, Refused."""
    with recording(workspace, campaign_id, acting) as record:
        campaign = refuse_closed(record.campaign)
        until = ahead(until, acting.on, _("the new deadline"))
        _refuse_unasked(person, campaign)
        if until <= campaign.due:
            sentence = _("{until} is no more time: the campaign is due {due}")
            raise Refused(sentence.format(until=until, due=campaign.due))
        record.say("extended", {"person": person, "until": until.isoformat()})
    return Extended(campaign.id, campaign.name_of(person), until)


def _refuse_unasked(person: str, campaign: Campaign) -> None:
    standing = (issue for issue in campaign.issues if not issue.superseded)
    people = {issue.form.person for issue in standing if issue.form.person}
    if person not in people:
        sentence = _("'{person}' has nothing to answer in the campaign {id}")
        text = sentence.format(person=person, id=campaign.id)
        raise WrongUsage(text + did_you_mean(person, people))
