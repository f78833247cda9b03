"""Decisions: what was approved, and which gaps may stand until when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from secaudit.campaign import APPROVABLE, Decision, fold
from secaudit.gaps import Gap, Picture, picture
from secaudit.language import _
from secaudit.problems import Refused, WrongUsage
from secaudit.profile import Profile
from secaudit.questionnaire import UNANSWERED
from secaudit.register import Draft
from secaudit.steps import officer_text
from secaudit.steps.follow_up.authority import refuse_without_authority
from secaudit.steps.follow_up.named_gaps import gaps_named
from secaudit.steps.state import campaigns_of, chosen, picture_of, register_of, up_to
from secaudit.validation import did_you_mean
from secaudit.workspace import Workspace, load_contents


@dataclass(frozen=True)
class DecisionTold:
    """A decision as it is told."""

    text: str
    by: str
    """The body or the role, as profile.yaml names it where gaps are accepted."""
    on: date
    case: str = ""
    approves: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    """Gaps that may stand."""
    acknowledges: tuple[str, ...] = ()
    """Breaches of the law that are known, and have a deadline."""
    until: date | None = None


@dataclass(frozen=True)
class Wish:
    """A respondent's wish that a gap be accepted."""

    gap: Gap
    why: str
    until: date | None


def decisions(workspace: Workspace) -> tuple[Decision, ...]:
    """Every decision, in the order they were recorded."""
    return chosen(campaigns_of(workspace), None).decisions


def wishes(workspace: Workspace, on: date) -> tuple[Wish, ...]:
    """The gaps that somebody wishes accepted, and that no decision has been made about."""
    found = picture_of(campaigns_of(workspace), None, on)
    return tuple(
        Wish(gap, wish.why, wish.until)
        for gap in found.gaps
        if gap.item.word and gap.key not in found.campaign.decided
        if (wish := gap.item.word.answer.acceptance)
    )


def decide(
    workspace: Workspace, told: DecisionTold, today: date, now: datetime, by: str
) -> Decision:
    """Record a decision. Raises WrongUsage or Refused, with a sentence, where it cannot be.

    Gaps are those of the campaign opened last. Whoever decides must be named in profile.yaml
    as one who may accept gaps of that criticality. A duty by law is never accepted, only known.
    """
    profile = load_contents(workspace).profile
    with register_of(workspace).writing() as writer:
        campaigns = fold(writer.events())
        campaign = chosen(campaigns, None)
        found = picture(up_to(campaigns.values(), campaign), today)
        payload = {
            "decision": f"B{len(campaign.decisions) + 1}",
            **_payload(told, today),
            "accepts": list(_gaps(told, found, profile)),
        }
        personal = {"text": officer_text.text(told.text, _("the decision")), "by": by}
        writer.append(Draft("decision", campaign.id, "", payload, personal), now)
        return chosen(fold(writer.events()), None).decisions[-1]


def take_back(
    workspace: Workspace, id: str, reason: str, on: date, now: datetime, by: str
) -> Decision:
    """Take a decision back: it stays in the register, and accepts nothing any more.

    Raises WrongUsage for one that is not there, Refused for one that was taken back.
    """
    why = officer_text.text(reason, "--reason")
    with register_of(workspace).writing() as writer:
        campaign = chosen(fold(writer.events()), None)
        known = {decision.id.casefold(): decision for decision in campaign.decisions}
        decision = known.get(id.strip().casefold())
        if decision is None:
            sentence = _("there is no decision '{id}'").format(id=id)
            ids = [one.id for one in campaign.decisions]
            raise WrongUsage(sentence + did_you_mean(id, ids))
        if decision.taken_back_on:
            sentence = _("{id} was withdrawn already, {date}")
            text = sentence.format(id=decision.id, date=decision.taken_back_on)
            raise Refused(text)
        payload = {"takes_back": decision.id, "on": on.isoformat()}
        personal = {"reason": why, "by": by}
        writer.append(Draft("decision", campaign.id, "", payload, personal), now)
    return replace(decision, taken_back_on=on)


def _payload(told: DecisionTold, today: date) -> dict[str, Any]:
    if told.on > today:
        sentence = _("a decision cannot be made {date}: that is in the future")
        raise WrongUsage(sentence.format(date=told.on))
    payload: dict[str, Any] = {
        "on": told.on.isoformat(),
        "by": officer_text.text(told.by, "--by"),
    }
    if told.case:
        payload["case"] = officer_text.text(told.case, "--case")
    if told.approves:
        payload["approves"] = [name for name in APPROVABLE if name in told.approves]
    return payload


def _gaps(
    told: DecisionTold, found: Picture, profile: Profile
) -> Iterator[dict[str, Any]]:
    named = (*told.accepts, *told.acknowledges)
    if not named:
        if told.until:
            raise WrongUsage(_("--until is for gaps: say which in --accept"))
        return
    if told.until is None:
        raise WrongUsage(_("a gap must be accepted until a day: say --until"))
    until = officer_text.ahead(
        told.until, told.on, _("the day until which a gap may stand,")
    )
    for gap in gaps_named(told.accepts, found):
        if gap.legal:
            sentence = _(
                "{gap} is a duty by law, and nobody can accept it; --acknowledge says "
                "that it is known, with a deadline"
            )
            raise Refused(sentence.format(gap=_name(gap)))
        refuse_without_authority(gap, told.by, profile)
        if gap.item.status == UNANSWERED:
            sentence = _("{gap} is not answered: nobody knows what would be accepted")
            raise Refused(sentence.format(gap=_name(gap)))
        _refuse_twice(gap, until, found)
        yield _accepted(gap, until)
    for gap in gaps_named(told.acknowledges, found):
        if not gap.legal:
            sentence = _("{gap} is no duty by law; use --accept")
            raise Refused(sentence.format(gap=_name(gap)))
        _refuse_twice(gap, until, found)
        yield _accepted(gap, until)


def _accepted(gap: Gap, until: date) -> dict[str, Any]:
    accepted: dict[str, Any] = {
        "subject": gap.item.subject.key,
        "control": gap.item.control.id,
        "until": until.isoformat(),
    }
    return accepted | ({"legal": True} if gap.legal else {})


def _refuse_twice(gap: Gap, until: date, found: Picture) -> None:
    """The same again says nothing new; another day does."""
    before = found.campaign.decided.get(gap.key)
    if before and before.until == until:
        sentence = _("{gap} may stand until {until} already, by {id}")
        text = sentence.format(gap=_name(gap), until=until, id=before.decision)
        raise Refused(text)


def _name(gap: Gap) -> str:
    return gap.name


def as_json(decision: Decision) -> dict[str, Any]:
    """A decision as `decision list --format json` shows it."""
    return {
        "id": decision.id,
        "campaign": decision.campaign,
        "on": decision.on.isoformat(),
        "by": decision.by,
        "text": decision.text,
        "case": decision.case,
        "approves": list(decision.approves),
        "taken_back_on": (
            decision.taken_back_on.isoformat() if decision.taken_back_on else None
        ),
        "accepts": [
            {
                "subject": gap.subject,
                "control": gap.control,
                "until": gap.until.isoformat(),
                "legal": gap.legal,
            }
            for gap in decision.accepts
        ],
    }


def wish_as_json(wish: Wish) -> dict[str, Any]:
    """A wish as `decision list --wishes --format json` shows it."""
    return {
        "subject": wish.gap.item.subject.key,
        "control": wish.gap.item.control.id,
        "class": wish.gap.gap_class,
        "legal": wish.gap.legal,
        "why": wish.why,
        "until": wish.until.isoformat() if wish.until else None,
    }
