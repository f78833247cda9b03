"""The sheet on one system: its facts, gaps, actions, and every answer. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from secaudit.campaign import Campaign, Issue
from secaudit.catalogue import control_order
from secaudit.gaps import Item, Picture, figures, picture
from secaudit.language import _, counted
from secaudit.report.said.answers import answers_reviewed
from secaudit.report.said.gaps import ToldGap, every_gap
from secaudit.report.said.imprint import imprint
from secaudit.report.said.wording import joined, percent, state
from secaudit.report.source import Source, within
from secaudit.report.system.answers import answers, said_after
from secaudit.report.system.facts import facts
from secaudit.report.system.gaps import action_rows, decision_rows, gap_row
from secaudit.report.system.model import Sheet
from secaudit.report.system.notices import notices


def compose_sheet(source: Source, key: str) -> Sheet:
    """The sheet on the system with the key, in the active language."""
    campaign, out = source.campaign, key in source.campaign.withdrawn
    whole = _revived(source, key) if out else source.picture
    shown = within(whole, lambda item: item.subject.key == key)
    items = sorted(shown.items, key=lambda item: control_order(item.control.id))
    issues = _issues(campaign, key)
    subject, shares = issues[-1].subject, figures(() if out else items)
    gaps = [] if out else [ToldGap(gap, shown) for gap in every_gap(shown)]
    return Sheet(
        **imprint(campaign, source.on, source.head, source.version),
        title=_("System sheet: {name}").format(name=subject.name),
        system=subject.name,
        id=subject.id,
        notices=tuple(notices(source, subject, shown)),
        withdrawn=out,
        facts=facts(issues, items, campaign),
        answered=percent(shares.answered),
        met_of_answered=percent(shares.met_of_answered),
        met_of_all=percent(shares.met_of_all),
        counted="" if out else _counted(items),
        reviewed=_reviewed(shown),
        gaps=tuple(gap_row(told) for told in gaps),
        actions=action_rows(subject, gaps, source),
        decisions=tuple(decision_rows(key, gaps, source)),
        answers=answers(items, source),
        after=said_after(items, source),
        class_a=campaign.profile.classes.a,
        class_b=campaign.profile.classes.b,
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


def _counted(items: Sequence[Item]) -> str:
    counts = figures(items).counts
    told = [f"{n} {state(status)}" for status, n in counts.items() if n]
    whole = counted("{n} question", "{n} questions", len(items))
    return f"{whole}: {joined(told)}" if told else whole


def _reviewed(shown: Picture) -> str:
    done, whole = answers_reviewed(shown, shown.own)
    if not whole:
        return ""
    if not done:
        return _("No answer of it has been reviewed; all evidence is only stated.")
    sentence = _("{part} of its {whole} own answers were reviewed.")
    return sentence.format(part=done, whole=whole)
