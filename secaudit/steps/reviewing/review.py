"""The officer's word on an answer: agreed, sent back, or assessed otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass

from secaudit.campaign import Key
from secaudit.gaps import Item, picture
from secaudit.language import _
from secaudit.officer.breach import refuse
from secaudit.officer.text import named, text
from secaudit.officer.verdicts import Verdict, breaches
from secaudit.problems import Refused, WrongUsage
from secaudit.questionnaire import Subject, status_of
from secaudit.steps.recording import Acting, Recording, recording
from secaudit.steps.state import refuse_closed
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
    acting: Acting,
) -> tuple[Reviewed, ...]:
    """Record what is said of each answer, all or nothing; the owner's word stays beside it.

    Raises WrongUsage or Refused, with a sentence, for the first that cannot be.
    """
    with recording(workspace, campaign_id, acting) as record:
        refuse_closed(record.campaign)
        answers = picture(record.rounds, acting.on).by_key
        return tuple(_reviewed(verdict, answers, record) for verdict in verdicts)


def answered(subject: str, control: str, answers: dict[Key, Item]) -> Item:
    """The answer that is meant. Raises WrongUsage where there is none to review."""
    key = named(subject, {key for key, _control in answers})
    asked = [id for of, id in answers if of == key]
    item = answers.get((key, control))
    if item is None:
        sentence = _("{subject} is not asked about '{control}'")
        text = sentence.format(subject=key, control=control)
        raise WrongUsage(text + did_you_mean(control, asked))
    told = {"control": control, "subject": item.subject.name}
    if item.provider:
        sentence = _("{control} of {subject} is answered by {service}: review it there")
        raise Refused(sentence.format(**told, service=item.provider.key))
    if item.word is None:
        sentence = _("{control} of {subject} has no answer to review")
        raise Refused(sentence.format(**told))
    return item


def _reviewed(
    verdict: Verdict, answers: dict[Key, Item], record: Recording
) -> Reviewed:
    item = answered(verdict.subject, verdict.control, answers)
    refuse(breaches(verdict, item))
    owners = item.word.answer.status if item.word else ""
    payload = {
        "control": item.control.id,
        "outcome": verdict.outcome,
        "of": item.word.sequence if item.word else 0,
    }
    if verdict.outcome == "assessed":
        payload["status"] = status_of(verdict.status) or ""
    why = text(verdict.reason, "--reason") if verdict.reason.strip() else ""
    event = record.say("reviewed", payload, item.subject.key, reason=why)
    return Reviewed(
        sequence=event.sequence,
        subject=item.subject,
        control=item.control.id,
        outcome=verdict.outcome,
        owners=owners,
        counts=event.payload.get("status", owners),
    )
