"""The officer's word on an answer: agreed, sent back, or assessed otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from secaudit.campaign import Campaign, fold
from secaudit.gaps import Item, picture
from secaudit.language import _
from secaudit.officer.breach import refuse
from secaudit.officer.text import named, text
from secaudit.officer.verdicts import Verdict, breaches
from secaudit.problems import Refused, WrongUsage
from secaudit.questionnaire import Subject, status_of
from secaudit.register import Draft, Event
from secaudit.steps.issuing.plan import refuse_closed
from secaudit.steps.state import chosen, register_of, up_to
from secaudit.validation import did_you_mean
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class Reviewed:
    """A review that was recorded."""

    sequence: int
    subject: Subject
    control: str
    outcome: str
    owners: str
    """The status that the owner gave, as its key."""
    counts: str
    """The status that counts now, as its key."""


def review(
    workspace: Workspace,
    campaign_id: str | None,
    verdicts: Iterable[Verdict],
    on: date,
    now: datetime,
    by: str,
) -> tuple[Reviewed, ...]:
    """Record what is said of each answer, all or nothing; the owner's word stays beside it.

    Raises WrongUsage or Refused, with a sentence, for the first that cannot be.
    """
    with register_of(workspace).writing() as writer:
        campaigns = fold(writer.events())
        campaign = refuse_closed(chosen(campaigns, campaign_id))
        items = picture(up_to(campaigns.values(), campaign), on).items
        answers = {item.key: item for item in items}
        done: list[Reviewed] = []
        for verdict in verdicts:
            item = answered(verdict.subject, verdict.control, answers)
            refuse(breaches(verdict, item))
            event = writer.append(_draft(verdict, item, campaign, on, by), now)
            done.append(_reviewed(event, item))
    return tuple(done)


def answered(subject: str, control: str, answers: dict[tuple[str, str], Item]) -> Item:
    """The answer that is meant. Raises WrongUsage where there is none to review."""
    key = named(subject, {key for key, _control in answers})
    asked = [id for of, id in answers if of == key]
    item = answers.get((key, control))
    if item is None:
        sentence = _("{subject} is not asked about '{control}'")
        text = sentence.format(subject=key, control=control)
        raise WrongUsage(text + did_you_mean(control, asked))
    if item.provider:
        sentence = _("{control} of {subject} is answered by {service}: review it there")
        text = sentence.format(
            control=control, subject=item.subject.name, service=item.provider.key
        )
        raise Refused(text)
    if item.word is None:
        sentence = _("{control} of {subject} has no answer to review")
        raise Refused(sentence.format(control=control, subject=item.subject.name))
    return item


def _draft(
    verdict: Verdict, item: Item, campaign: Campaign, on: date, by: str
) -> Draft:
    payload = {
        "control": item.control.id,
        "outcome": verdict.outcome,
        "of": item.word.sequence if item.word else 0,
        "on": on.isoformat(),
    }
    if verdict.outcome == "assessed":
        payload["status"] = status_of(verdict.status)
    personal = {"by": by}
    if verdict.reason.strip():
        personal["reason"] = text(verdict.reason, "--reason")
    return Draft("reviewed", campaign.id, item.subject.key, payload, personal)


def _reviewed(event: Event, item: Item) -> Reviewed:
    owners = item.word.answer.status if item.word else ""
    return Reviewed(
        sequence=event.sequence,
        subject=item.subject,
        control=item.control.id,
        outcome=event.payload["outcome"],
        owners=owners,
        counts=event.payload.get("status", owners),
    )
