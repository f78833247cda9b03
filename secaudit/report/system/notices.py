"""What to know of a system first: that it was taken out, is a service, or waits for answers."""

from collections.abc import Iterator

from secaudit.campaign import Campaign, Withdrawn
from secaudit.catalogue import control_order
from secaudit.gaps import Picture
from secaudit.language import _, counted, long_date
from secaudit.questionnaire import Subject
from secaudit.report.said.answers import unanswered_forms
from secaudit.report.said.wording import joined
from secaudit.report.source import Source


def notices(source: Source, subject: Subject, shown: Picture) -> Iterator[str]:
    """What to know, a sentence each; `shown` is what of the campaign is the system's."""
    out, items = source.campaign.withdrawn.get(subject.key), shown.items
    if out:
        yield _withdrawn(out)
    if items and all(item.word is None for item in items if not item.provider):
        yield _("Nobody has answered about the system.")
    if not out:
        yield from _awaited(shown)
    if behind := len(_behind(source.campaign, subject)):
        provided = {id for item in items for id in item.issue.provides}
        yield counted(
            "The system is a common service: its answers on {{controls}} count for {n} "
            "other system.",
            "The system is a common service: its answers on {{controls}} count for {n} "
            "other systems.",
            behind,
        ).format(controls=joined(sorted(provided, key=control_order)))
    if day := source.campaign.closed_on:
        closed = _("The campaign was closed {date}; the figures are of that day.")
        yield closed.format(date=long_date(day))


def _withdrawn(out: Withdrawn) -> str:
    reason = f"{out.reason.rstrip('.')}." if out.reason else _("no reason stands.")
    return _(
        "The system was taken out of the campaign {date}: {reason} No figure "
        "counts it. What was said before stands below."
    ).format(date=long_date(out.on), reason=reason)


def _awaited(shown: Picture) -> Iterator[str]:
    """Who is to answer what has no answer; a sentence for each form."""
    for items in unanswered_forms(shown):
        issue, name_of = items[0].issue, shown.campaign.name_of
        yield counted(
            "{n} question is without an answer: {{who}}; deadline {{date}}.",
            "{n} questions are without an answer: {{who}}; deadline {{date}}.",
            len(items),
        ).format(
            who=name_of(issue.form.person) or _("nobody is named to answer"),
            date=long_date(shown.campaign.deadline(issue)),
        )


def _behind(campaign: Campaign, service: Subject) -> set[Subject]:
    """The systems for which a common service answers."""
    return {
        issue.subject
        for issue in campaign.current()
        if any(service.id in ids for ids in issue.form.inherited.values())
    }
