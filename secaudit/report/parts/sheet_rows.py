"""The sheet on one system: its facts, gaps, actions, and every answer. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secaudit.campaign import Action, Campaign, Issue
from secaudit.catalogue import control_order
from secaudit.gaps import Gap, Item, Picture, figures, picture
from secaudit.language import _, counted, long_date
from secaudit.questionnaire import STATUSES, UNANSWERED, Subject
from secaudit.report.parts.actions import action_row, names_of
from secaudit.report.parts.answers import answers, said_after
from secaudit.report.parts.facts import facts
from secaudit.report.parts.gap_rows import is_awaited
from secaudit.report.parts.material import Source, within
from secaudit.report.parts.sheet import (
    PartActionRow,
    Sheet,
    SheetDecisionRow,
    SheetGapRow,
)
from secaudit.report.sections.law import law
from secaudit.report.wording import (
    NOTHING,
    approval,
    joined,
    multiplied,
    name_of,
    percent,
    plain_state_of,
    points,
    state,
    titled,
)


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
    gaps = tuple(sorted(every, key=_urgency))
    return Sheet(
        title=title,
        organisation=campaign.organisation.name,
        campaign=campaign.id,
        day=source.on,
        date=long_date(source.on),
        version=source.version,
        system=subject.name,
        id=subject.id,
        notices=tuple(_notices(source, subject, items)),
        withdrawn=out is not None,
        facts=facts(issues, _services(items), campaign),
        answered=percent(found.answered),
        met_of_answered=percent(found.met_of_answered),
        met_of_all=percent(found.met_of_all),
        counted="" if out else _counted(items),
        reviewed=_reviewed(items, campaign),
        gaps=tuple(_gap(gap, source) for gap in gaps),
        actions=_actions(key, gaps, source),
        decisions=tuple(_decisions(key, gaps, items, source)),
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


def _notices(source: Source, subject: Subject, items: Sequence[Item]) -> Iterator[str]:
    campaign = source.campaign
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
        yield from _awaited(items, campaign)
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


def _awaited(items: Sequence[Item], campaign: Campaign) -> Iterator[str]:
    """Who is to answer what has no answer; a sentence for each form."""
    forms: dict[int, list[Item]] = {}
    for item in filter(is_awaited, items):
        forms.setdefault(item.issue.sequence, []).append(item)
    for awaited in forms.values():
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


def _urgency(gap: Gap) -> tuple[object, ...]:
    return -gap.factors.halves, -gap.years, control_order(gap.item.control.id)


def _gap(gap: Gap, source: Source) -> SheetGapRow:
    item = gap.item
    return SheetGapRow(
        titled(item.control),
        _status(gap, source.campaign),
        points(gap.factors.halves),
        multiplied(gap.factors),
        gap.letter,
        _law(gap),
        gap.since,
        _doing(gap),
        _let_stand(gap),
    )


def _law(gap: Gap) -> str:
    """The provisions that demand it; only that they do, where none is named."""
    if not gap.legal:
        return NOTHING
    named = law(gap.item.control.referred(gap.item.subject.kind))
    return _("yes") if named == NOTHING else named


def _status(gap: Gap, campaign: Campaign) -> str:
    said = plain_state_of(gap, campaign)
    if gap.item.provider is None:
        return said
    answered = _("{status}; {service} answers")
    return answered.format(status=said, service=gap.item.provider.name)


def _doing(gap: Gap) -> str:
    """The actions; each is told in full in a table of its own."""
    if gap.actions:
        return joined([action.id for action in gap.actions])
    if gap.item.provider is None and gap.item.word and gap.item.word.answer.action:
        return _("only proposed")
    return _("none adopted")


def _let_stand(gap: Gap) -> str:
    if gap.accepted is None:
        return ""
    day = long_date(gap.accepted.until)
    if gap.legal:
        return _("known duty by law, deadline {date}").format(date=day)
    return _("accepted until {date}").format(date=day)


def _actions(
    key: str, gaps: Sequence[Gap], source: Source
) -> tuple[PartActionRow, ...]:
    """The actions that cover a gap of the system, or did; those still to be done first."""
    named = {action.id for gap in gaps for action in gap.actions}
    found = [
        action
        for action in source.campaign.actions
        if action.id in named or any(subject == key for subject, _c in action.covers)
    ]
    subjects = {item.subject for item in source.picture.items}
    names = names_of(subjects | {i.subject for i in _issues(source.campaign, key)})
    keys = {covered for action in found for covered in action.covers}
    ours = {k for k in keys if k[0] == key} | {
        (service.key, gap.item.control.id)
        for gap in gaps
        for service in gap.item.shared
    }
    found.sort(key=_by_due)
    return tuple(action_row(action, ours, names, source.on) for action in found)


def _by_due(action: Action) -> tuple[object, ...]:
    return not action.open, action.due, action.id


def _decisions(
    key: str, gaps: Sequence[Gap], items: Sequence[Item], source: Source
) -> Iterator[SheetDecisionRow]:
    """The decisions that let a gap of the system stand, its own or an inherited one."""
    campaign = source.campaign
    controls = {applied.control.id: applied.control for applied in campaign.applied}
    accepted = {c: one for (s, c), one in campaign.decided.items() if s == key}
    for gap in gaps:
        if gap.accepted:
            accepted.setdefault(gap.item.control.id, gap.accepted)
    decisions = {decision.id: decision for decision in campaign.decisions}
    for id in sorted(accepted.keys() & controls.keys(), key=control_order):
        one = accepted[id]
        decision = decisions.get(one.decision)
        if decision is None or one.since > source.on:
            continue
        until = long_date(one.until)
        if one.until < source.on:
            until = _("{date} (has passed)").format(date=until)
        yield SheetDecisionRow(
            decision.id,
            titled(controls[id]),
            approval(decision),
            decision.text or _("(text deleted)"),
            until,
        )
