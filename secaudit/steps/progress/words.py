"""The status of a campaign in words, for the terminal and for the page."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from secaudit.catalogue import KIND_WORDS
from secaudit.inventory import criticality_word
from secaudit.language import _, counted
from secaudit.questionnaire import Subject
from secaudit.steps.progress.contact import Sent
from secaudit.steps.progress.grouping import Group
from secaudit.steps.progress.status import Status
from secaudit.steps.progress.tally import Tally

By = Literal["person", "department", "criticality"]


def headline(found: Status, said: Callable[[date], str] = date.isoformat) -> str:
    """How far the campaign has come, in one line; `said` writes its dates."""
    total = found.total
    answered = counted(
        "{{campaign}}: {{part}} of {n} subject answered",
        "{{campaign}}: {{part}} of {n} subjects answered",
        total.subjects,
    )
    parts = [answered.format(campaign=found.campaign, part=total.complete)]
    parts += remarks(total)
    if found.withdrawn:
        out = len(found.withdrawn)
        parts.append(counted("{n} subject taken out", "{n} subjects taken out", out))
    parts.append(_due(found, said))
    if found.closed_on:
        parts.append(_("closed {date}").format(date=said(found.closed_on)))
    return "; ".join(parts)


def remarks(tally: Tally) -> list[str]:
    """What is out of the ordinary with the answers that came."""
    back, late, after = tally.returned, tally.late, tally.after_close
    told = (
        (back, counted("{n} answer sent back", "{n} answers sent back", back)),
        (late, counted("{n} late answer", "{n} late answers", late)),
        (
            after,
            counted("{n} answer after the end", "{n} answers after the end", after),
        ),
    )
    return [text for number, text in told if number]


def named(subject: Subject) -> str:
    """What a subject is called; with its kind, unless it is a system."""
    if subject.kind == "system":
        return subject.name
    kind = _(KIND_WORDS[subject.kind])
    return f"{subject.name} ({kind})" if subject.name else kind


def person(name: str) -> str:
    """A name; or that nobody is named to answer."""
    return name or _("nobody named")


def mailed(sent: Sent | None) -> str:
    """When somebody was mailed last, whether that is certain, and how often; else nothing."""
    if sent is None:
        return ""
    day = sent.on.isoformat()
    said = _("draft {date}").format(date=day) if sent.draft else day
    doubt = "?" if sent.doubtful else ""
    often = f" ({sent.times})" if sent.times > 1 else ""
    return f"{said}{doubt}{often}"


def mailed_as(sent: Sent | None) -> str:
    """How somebody was mailed last; nothing of who was not."""
    if sent is None:
        return ""
    if sent.doubtful:
        return _("not certain")
    return _("draft") if sent.draft else _("sent")


def groups(found: Status, by: By) -> tuple[tuple[str, Tally], ...]:
    """What each group is called, and how far it has come."""
    if by == "person":
        return tuple((person(group.name), group.tally) for group in found.people)
    if by == "criticality":
        every = found.criticalities
        return tuple((criticality_word(group.id), group.tally) for group in every)
    unknown = _("not stated")
    return tuple((group.name or unknown, group.tally) for group in found.departments)


def owners(found: Status) -> tuple[tuple[str, Tally], ...]:
    """In place of the owners' rows, where nobody is to be named: how many have answered."""
    left_out = [group for group in found.kinds if group.id == "owner"]
    return tuple((_answered(g), g.tally) for g in left_out if found.anonymous)


def _answered(owners: Group) -> str:
    told = counted(
        "system owners: {{part}} of {n} has answered",
        "system owners: {{part}} of {n} have answered",
        owners.tally.subjects,
    )
    return told.format(part=owners.tally.complete)


def _due(found: Status, said: Callable[[date], str]) -> str:
    due = _("deadline {date}").format(date=said(found.due))
    over = found.total.days_over
    if not over:
        return due
    late = counted("{n} day late", "{n} days late", over)
    return f"{due} ({late})"
