"""The gaps of a part of the report, as an extract tells of them."""

from collections.abc import Iterable

from secaudit.campaign import Action
from secaudit.gaps import Gap, Picture, urgency
from secaudit.language import _, long_date
from secaudit.report.extract.model import PartGapRow
from secaudit.report.extract.scope import Scope
from secaudit.report.said.action_rows import id_of
from secaudit.report.said.awaited import is_unanswered
from secaudit.report.said.wording import (
    NOTHING,
    called,
    name_of,
    owner_of,
    points,
    shortened,
    state_of,
    titled,
)
from secaudit.report.source import Source

_MOST_TEXT = 140


def gaps_of(shown: Picture) -> tuple[Gap, ...]:
    """Open gaps, most urgent first: an inherited one only where its service is not shown."""
    own = {gap.item.subject for gap in shown.gaps}
    inherited = (gap for gap in shown.inherited if gap.item.provider not in own)
    found = [gap for gap in (*shown.gaps, *inherited) if gap.open]
    return tuple(sorted(found, key=urgency))


def told(gaps: Iterable[Gap], kinds: Iterable[str]) -> tuple[Gap, ...]:
    """Those about subjects of the kinds that somebody has answered about."""
    wanted = set(kinds)
    return tuple(
        gap
        for gap in gaps
        if gap.item.subject.kind in wanted and not is_unanswered(gap)
    )


def gap_row(gap: Gap, scope: Scope, source: Source) -> PartGapRow:
    """A gap as a row; a person's own duties need not be said to be theirs."""
    subject = gap.item.subject
    theirs = subject.kind == "owner" and not scope.units
    return PartGapRow(
        titled(gap.item.control),
        "" if theirs else called(subject),
        name_of(owner_of(gap.item), source.campaign),
        _status(gap, source),
        points(gap.factors.priority_halves),
        gap.gap_class,
        _("yes") if gap.legal else NOTHING,
        _doing(gap, source),
    )


def _status(gap: Gap, source: Source) -> str:
    said, provider = state_of(gap, source.campaign), gap.item.provider
    if provider is None:
        return said
    return _("{status}; {service} answers").format(status=said, service=provider.name)


def _doing(gap: Gap, source: Source) -> str:
    """What is adopted, else what is proposed; a service's proposal is the service's to tell."""
    if gap.actions:
        return "\n".join(_adopted(action, gap, source) for action in gap.actions)
    word = None if gap.item.provider else gap.item.word
    if word and word.answer.action and word.answer.action.what:
        said = _("none adopted; proposal: {what}")
        return said.format(what=shortened(word.answer.action.what, _MOST_TEXT))
    return _("none adopted")


def _adopted(action: Action, gap: Gap, source: Source) -> str:
    id = id_of(action, gap)
    if action.ended_on:
        done = _("{id}, done {date}")
        return done.format(id=id, date=long_date(action.ended_on))
    said = _("{id}, by {date}")
    if action.overdue(source.on):
        said = _("{id}, by {date} (overdue)")
    return said.format(id=id, date=long_date(action.due))
