"""The officer's word on an answer: agreed, sent back, or assessed otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from secaudit.campaign import Campaign, Word, fold
from secaudit.gaps import Item, picture
from secaudit.language import _
from secaudit.officer import text as officer_text
from secaudit.problems import Refused, WrongUsage
from secaudit.questionnaire import STATUSES, Subject, status_of, word
from secaudit.register import Draft
from secaudit.steps.issuing.plan import refuse_closed
from secaudit.steps.state import chosen, register_of, up_to
from secaudit.validation import did_you_mean
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class Verdict:
    """What the reviewer says of one answer."""

    subject: str
    """Its key, or its id alone."""
    control: str
    outcome: str
    """agreed, returned or assessed."""
    status: str = ""
    """What it is assessed as, in either language."""
    reason: str = ""
    of: int | None = None
    """The event of the answer that the reviewer read; None is the latest."""


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
            status, reason = _judged(verdict, item)
            draft = _draft(item, verdict.outcome, status, reason, campaign, on, by)
            event = writer.append(draft, now)
            done.append(_reviewed(event.sequence, item, verdict.outcome, status))
    return tuple(done)


def answered(subject: str, control: str, answers: dict[tuple[str, str], Item]) -> Item:
    """The answer that is meant. Raises WrongUsage where there is none to review."""
    key = officer_text.named(subject, {key for key, _control in answers})
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


def _judged(verdict: Verdict, item: Item) -> tuple[str, str]:
    """The status that it is assessed as, if it is, and the reason."""
    given: Word = item.word  # type: ignore[assignment] # answered() made sure
    if verdict.of is not None and verdict.of != given.sequence:
        sentence = _(
            "{control} of {subject} has been answered again since; read it first"
        )
        text = sentence.format(control=item.control.id, subject=item.subject.name)
        raise Refused(text)
    reason = (
        officer_text.text(verdict.reason, "--reason") if verdict.reason.strip() else ""
    )
    if verdict.outcome != "agreed" and not reason:
        raise WrongUsage(_("say why in --reason: the owner is to understand it"))
    if verdict.outcome != "assessed":
        return "", reason
    return _assessed(verdict.status, given.answer.status, item), reason


def _assessed(written: str, owners: str, item: Item) -> str:
    status = status_of(written)
    if status is None:
        words = [*(word(s, "da") for s in STATUSES), *STATUSES]
        sentence = _("'{written}' is not a valid status").format(written=written)
        raise WrongUsage(sentence + did_you_mean(written.strip().casefold(), words))
    if status == owners:
        sentence = _("that is what the owner answered; use --agree")
        raise WrongUsage(sentence)
    if status == "not-applicable" and item.question.not_applicable == "never":
        raise Refused(_("'{written}' cannot be answered here").format(written=written))
    return status


def _draft(
    item: Item,
    outcome: str,
    status: str,
    reason: str,
    campaign: Campaign,
    on: date,
    by: str,
) -> Draft:
    payload = {
        "control": item.control.id,
        "outcome": outcome,
        "of": item.word.sequence if item.word else 0,
        "on": on.isoformat(),
    }
    if status:
        payload["status"] = status
    personal = {"by": by} | ({"reason": reason} if reason else {})
    return Draft("reviewed", campaign.id, item.subject.key, payload, personal)


def _reviewed(sequence: int, item: Item, outcome: str, status: str) -> Reviewed:
    owners = item.word.answer.status if item.word else ""
    counts = status or owners
    return Reviewed(sequence, item.subject, item.control.id, outcome, owners, counts)
