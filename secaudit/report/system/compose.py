"""The sheet on one system: its facts, gaps, actions, and every answer. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secaudit.campaign import Campaign, Issue
from secaudit.catalogue import control_order
from secaudit.gaps import Item, Picture, figures, picture, urgency
from secaudit.language import _, counted, long_date
from secaudit.questionnaire import STATUSES, UNANSWERED, Subject
from secaudit.report.extract.deadlines import unanswered_forms
from secaudit.report.said.wording import (
    joined,
    name_of,
    percent,
    state,
)
from secaudit.report.source import Source, within
from secaudit.report.system.answers import answers, said_after
from secaudit.report.system.facts import facts
from secaudit.report.system.gaps import action_rows, decision_rows, gap_row
from secaudit.report.system.model import Sheet


def compose_sheet(source: Source, key: str) -> Sheet:
    """The sheet on the system with the key, in the active language."""
    campaign, out = source.campaign, source.campaign.withdrawn.get(key)
    told = _revived(source, key) if out else source.picture
    shown = within(told, lambda item: item.subject.key == key)
    items, issues = shown.items, _issues(campaign, key)
    subject = issues[-1].subject
    found = figures(() if out else items)
    title = _("System sheet: {name}").format(name=subject.name)
    every = () if out else (*shown.gaps, *shown.inherited)
    gaps = tuple(sorted(every, key=urgency))
    return Sheet(
        title=title,
        organisation=campaign.organisation.name,
        campaign=campaign.id,
        day=source.on,
        date=long_date(source.on),
        version=source.version,
        system=subject.name,
        id=subject.id,
        notices=tuple(_notices(source, subject, shown)),
        withdrawn=out is not None,
        facts=facts(issues, _services(items), campaign),
        answered=percent(found.answered),
        met_of_answered=percent(found.met_of_answered),
        met_of_all=percent(found.met_of_all),
        counted="" if out else _counted(items),
        reviewed=_reviewed(items, campaign),
        gaps=tuple(gap_row(gap, source) for gap in gaps),
        actions=action_rows(subject, gaps, source),
        decisions=tuple(decision_rows(key, gaps, source)),
        answers=answers(items, source),
        after=said_after(items, source),
        class_a=campaign.profile.classes.a,
        class_b=campaign.profile.classes.b,
        events=source.head.sequence,
        head=source.head.hash,
    )


def _issues(campaign: Campaign, key: str) -> tuple[Issue, ...]:
    """The forms about a system that count, operations' part first; of one that was taken out,
    those that did."""
    ours = [i for i in campaign.issues if i.subject.key == key and not i.form.occasion]
    found = [issue for issue in ours if not issue.superseded]
    found = found or [issue for issue in ours if issue.replaced_by is None]
    return tuple(sorted(found, key=lambda issue: issue.form.part == "main"))


def _revived(source: Source, key: str) -> Picture:
    """The campaign as if a system had not been taken out: what was said stays readable."""
    counting = {issue.sequence for issue in _issues(source.campaign, key)}
    issues = tuple(
        replace(issue, superseded=False) if issue.sequence in counting else issue
        for issue in source.campaign.issues
    )
    return picture([replace(source.campaign, issues=issues)], source.on)


def _notices(source: Source, subject: Subject, shown: Picture) -> Iterator[str]:
    campaign, items = source.campaign, shown.items
    out = campaign.withdrawn.get(subject.key)
    if out:
        sentence = _(
            "The system was taken out of the campaign {date}: {reason} No figure "
            "counts it. What was said before stands below."
        )
        reason = f"{out.reason.rstrip('.')}." if out.reason else _("no reason stands.")
        yield sentence.format(date=long_date(out.on), reason=reason)
    if items and all(item.word is None for item in items if not item.provider):
        yield _("Nobody has answered about the system.")
    if out is None:
        yield from _awaited(shown)
    behind = _behind(source.picture, subject)
    if behind:
        yield counted(
            "The system is a common service: its answers on {{controls}} count for {n} "
            "other system.",
            "The system is a common service: its answers on {{controls}} count for {n} "
            "other systems.",
            len(behind),
        ).format(controls=joined(_provided(items)))
    if campaign.closed_on:
        closed = _("The campaign was closed {date}; the figures are of that day.")
        yield closed.format(date=long_date(campaign.closed_on))


def _awaited(shown: Picture) -> Iterator[str]:
    """Who is to answer what has no answer; a sentence for each form."""
    campaign = shown.campaign
    for awaited in unanswered_forms(shown).values():
        issue = awaited[0].issue
        person = issue.form.person
        yield counted(
            "{n} question is without an answer: {{who}}; deadline {{date}}.",
            "{n} questions are without an answer: {{who}}; deadline {{date}}.",
            len(awaited),
        ).format(
            who=name_of(person, campaign) if person else _("nobody is named to answer"),
            date=long_date(campaign.deadline(issue)),
        )


def _behind(picture: Picture, subject: Subject) -> set[Subject]:
    """The systems for which a common service answers."""
    return {
        issue.subject
        for issue in picture.campaign.current()
        if any(subject.id in services for services in issue.form.inherited.values())
    }


def _provided(items: Sequence[Item]) -> list[str]:
    found = {id for item in items for id in item.issue.provides}
    return sorted(found, key=control_order)


def _services(items: Sequence[Item]) -> tuple[str, ...]:
    """The common services that answer for a system."""
    found = {item.provider.name for item in items if item.provider}
    return tuple(sorted(found, key=str.casefold))


def _counted(items: Sequence[Item]) -> str:
    counts = figures(items).counts
    told = [
        f"{counts[status]} {state(status)}"
        for status in (*STATUSES, UNANSWERED)
        if counts[status]
    ]
    whole = counted("{n} question", "{n} questions", len(items))
    return f"{whole}: {joined(told)}" if told else whole


def _reviewed(items: Sequence[Item], campaign: Campaign) -> str:
    own = [item for item in items if item.word and item.provider is None]
    if not own:
        return ""
    done = sum(bool(campaign.review(item.key)) for item in own)
    if not done:
        return _("No answer of it has been reviewed; all evidence is only stated.")
    sentence = _("{part} of its {whole} own answers were reviewed.")
    return sentence.format(part=done, whole=len(own))
