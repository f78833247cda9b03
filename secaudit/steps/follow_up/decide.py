"""Decisions: what was approved, and which gaps may stand until when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from secaudit.campaign import APPROVABLE, AcceptedGap, Decision
from secaudit.gaps import Gap, Picture, picture
from secaudit.language import _
from secaudit.officer.text import ahead, by_id, text
from secaudit.problems import Refused, WrongUsage
from secaudit.profile import Profile
from secaudit.questionnaire import UNANSWERED
from secaudit.steps.follow_up.authority import refuse_without_authority
from secaudit.steps.follow_up.named_gaps import gaps_named
from secaudit.steps.recording import Acting, recording
from secaudit.steps.state import campaigns_of, chosen, picture_of
from secaudit.validation import plain, whole
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


def decide(workspace: Workspace, told: DecisionTold, acting: Acting) -> Decision:
    """Record a decision. Raises WrongUsage or Refused, with a sentence, where it cannot be.

    Gaps are those of the campaign opened last. Whoever decides must be named in profile.yaml
    as one who may accept gaps of that criticality. A duty by law is never accepted, only known.
    """
    profile = load_contents(workspace).profile
    with recording(workspace, None, acting) as record:
        current = picture(record.rounds, acting.on)
        payload = {
            "decision": f"B{len(record.campaign.decisions) + 1}",
            **_payload(told, acting.on),
            "accepts": list(_gaps(told, current, profile)),
        }
        record.say("decision", payload, text=text(told.text, _("the decision")))
        return record.after().decisions[-1]


def take_back(workspace: Workspace, id: str, reason: str, acting: Acting) -> Decision:
    """Take a decision back: it stays in the register, and accepts nothing any more.

    Raises WrongUsage for one that is not there, Refused for one that was taken back.
    """
    why = text(reason, "--reason")
    with recording(workspace, None, acting) as record:
        unknown = _("there is no decision '{id}'")
        decision = by_id(id, record.campaign.decisions, unknown)
        if day := decision.taken_back_on:
            sentence = _("{id} was withdrawn already, {date}")
            raise Refused(sentence.format(id=decision.id, date=day))
        record.say("decision", {"takes_back": decision.id}, reason=why)
    return replace(decision, taken_back_on=acting.on)


def _payload(told: DecisionTold, today: date) -> dict[str, Any]:
    if told.on > today:
        sentence = _("a decision cannot be made {date}: that is in the future")
        raise WrongUsage(sentence.format(date=told.on))
    payload: dict[str, Any] = {"on": told.on.isoformat(), "by": text(told.by, "--by")}
    if told.case:
        payload["case"] = text(told.case, "--case")
    if told.approves:
        payload["approves"] = [name for name in APPROVABLE if name in told.approves]
    return payload


def _gaps(
    told: DecisionTold, current: Picture, profile: Profile
) -> Iterator[dict[str, Any]]:
    until = _until(told)
    if until is None:
        return
    accepted = gaps_named(told.accepts, current)
    for gap in accepted:
        _refuse_unacceptable(gap, told.by, profile)
    known = gaps_named(told.acknowledges, current)
    if not_legal := next((gap for gap in known if not gap.legal), None):
        sentence = _("{gap} is no duty by law; use --accept")
        raise Refused(sentence.format(gap=not_legal.name))
    for gap in (*accepted, *known):
        _refuse_twice(gap, until, current)
        yield plain(AcceptedGap(*gap.key, until, gap.legal))


def _until(told: DecisionTold) -> date | None:
    """The day until which gaps may stand; None where none is named."""
    named = told.accepts or told.acknowledges
    if told.until is None:
        if named:
            raise WrongUsage(_("a gap must be accepted until a day: say --until"))
        return None
    if not named:
        raise WrongUsage(_("--until is for gaps: say which in --accept"))
    return ahead(told.until, told.on, _("the day until which a gap may stand,"))


def _refuse_unacceptable(gap: Gap, by: str, profile: Profile) -> None:
    if gap.legal:
        sentence = _(
            "{gap} is a duty by law, and nobody can accept it; --acknowledge says "
            "that it is known, with a deadline"
        )
        raise Refused(sentence.format(gap=gap.name))
    refuse_without_authority(gap, by, profile)
    if gap.item.status == UNANSWERED:
        sentence = _("{gap} is not answered: nobody knows what would be accepted")
        raise Refused(sentence.format(gap=gap.name))


def _refuse_twice(gap: Gap, until: date, found: Picture) -> None:
    """The same again says nothing new; another day does."""
    before = found.campaign.decided.get(gap.key)
    if before and before.until == until:
        sentence = _("{gap} may stand until {until} already, by {id}")
        told = {"gap": gap.name, "until": until, "id": before.decision}
        raise Refused(sentence.format(**told))


def as_json(decision: Decision) -> dict[str, Any]:
    """A decision as `decision list --format json` shows it."""
    told: dict[str, Any] = whole(decision)
    del told["sequence"]
    told["accepts"] = told.pop("accepts")  # the longest stands last
    return told


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
