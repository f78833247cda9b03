"""Every gap and every action of a campaign, as a workbook beside its report."""

from collections.abc import Iterator, Mapping

from secaudit.campaign import Action, Campaign, Key, Review
from secaudit.catalogue import KIND_WORDS
from secaudit.gaps import Gap, Item, Picture, urgency
from secaudit.language import _, active, later
from secaudit.report.said.wording import name_of, owner_of, state
from secaudit.workbook import Cell, Column, Sheet
from secaudit.workbook.writing import workbook

GAPS = (
    Column(later("Class"), width=8),
    Column(later("Priority"), "number", 10),
    Column(later("Control"), width=13),
    Column(later("Title"), width=28),
    Column(later("Subject"), width=22),
    Column(later("Status"), width=14),
    Column(later("Note"), width=18),
    Column(later("By law"), width=9),
    Column(later("Since"), width=8),
    Column(later("Inherited from"), width=16),
    Column(later("Owner"), width=18),
    Column(later("Comment"), width=40),
    Column(later("Actions"), width=11),
    Column(later("Shortfall"), "number", 10, printed=False),
    Column(later("Weight"), "number", 9, printed=False),
    Column(later("Criticality"), "number", 12, printed=False),
    Column(later("Data"), "number", 8, printed=False),
    Column(later("Systems"), "number", 11, printed=False),
    Column(later("Years"), "number", 8, printed=False),
    Column(later("Kind"), width=13, printed=False),
    Column(later("Subject id"), width=24, printed=False),
    Column(later("Department"), width=22, printed=False),
    Column(later("Answers"), width=18, printed=False),
    Column(later("Answered on"), "date", 13, printed=False),
    Column(later("Reviewed"), width=11, printed=False),
    Column(later("Verdict"), width=14, printed=False),
    Column(later("Reviewer's reason"), width=30, printed=False),
    Column(later("Proposed action"), width=30, printed=False),
    Column(later("Accepted until"), "date", 13, printed=False),
)
ACTIONS = (
    Column(later("Action"), width=10),
    Column(later("What"), width=40),
    Column(later("Covers"), width=34),
    Column(later("Responsible"), width=34),
    Column(later("First due date"), "date", 12),
    Column(later("Due date"), "date", 12),
    Column(later("Times moved"), "number", 10),
    Column(later("Hours"), "number", 9),
    Column(later("Cost (kr.)"), "number", 11),
    Column(later("Status"), width=12),
    Column(later("Ended on"), "date", 12),
    Column(later("Evidence"), width=28),
)
_REASONS = {"overdue": later("review out of date"), "returned": later("sent back")}


def everything(picture: Picture) -> bytes:
    """The workbook, in the active language."""
    title = _("Gaps and actions {campaign}").format(campaign=picture.campaign.id)
    sheets = gaps_sheet(picture), actions_sheet(picture)
    return workbook(*sheets, title=title, day=picture.on)


def gaps_sheet(picture: Picture) -> Sheet:
    """A row for each gap, open or accepted; one that is inherited in each system that has it."""
    departments = {one.id: one.name for one in picture.campaign.departments}
    every = sorted((*picture.gaps, *picture.inherited), key=urgency)
    asked = {item.key: item.issue.form.person for item in picture.own}
    rows = [
        tuple(_gap_cells(gap, picture.campaign, departments, asked)) for gap in every
    ]
    return Sheet(_("Gaps"), GAPS, rows)


def _gap_cells(
    gap: Gap,
    campaign: Campaign,
    departments: Mapping[str, str],
    asked: Mapping[Key, str | None],
) -> Iterator[Cell]:
    item, factors = gap.item, gap.factors
    answering = item.provider or item.subject
    answer = item.word.answer if item.word else None
    yield from (gap.gap_class, gap.priority, item.control.id)
    yield item.control.title.said(active())
    yield item.subject.name
    yield from (state(item.status), _reason(gap), _yes(gap.legal), gap.since)
    yield ", ".join(service.name for service in item.shared)
    yield _name(owner_of(item), campaign)
    yield answer.comment if answer else None
    yield ", ".join(action.id for action in gap.actions)
    yield from (factors.shortfall / 2, factors.weight, factors.criticality)
    yield from (factors.data, factors.systems, gap.years)
    yield from (_(KIND_WORDS[item.subject.kind]), item.subject.id)
    yield departments.get(_department(item) or "")
    yield _name(asked.get((answering.key, item.control.id)), campaign)
    yield item.word.answered_on if item.word else None
    yield from _reviewed(_review_of(item, campaign))
    yield answer.action.what if answer and answer.action else None
    yield gap.accepted.until if gap.accepted else None


def _reason(gap: Gap) -> str:
    """What makes it a gap where its status does not say so, and that it may stand."""
    said = [_(_REASONS[gap.reason])] if gap.reason in _REASONS else []
    if gap.accepted:
        said.append(_("known duty by law") if gap.legal else _("accepted"))
    return ", ".join(said)


def _yes(said: bool) -> str:
    return _("yes") if said else _("no")


def _name(person: str | None, campaign: Campaign) -> str | None:
    return name_of(person, campaign) if person else None


def _department(item: Item) -> str | None:
    system = item.subject.kind == "system"
    return item.issue.facts.get("department") if system else item.issue.department


def _review_of(item: Item, campaign: Campaign) -> Review | None:
    """What was said of the answer, be it a common service that gave it."""
    subject = item.provider or item.subject
    return campaign.review((subject.key, item.control.id))


def _reviewed(review: Review | None) -> tuple[str, str, str]:
    """Whether it was reviewed, the verdict, and its reason."""
    if review is None:
        return _("no"), "", ""
    return _("yes"), review.said, review.reason


def actions_sheet(picture: Picture) -> Sheet:
    """A row for each action of the organisation, those that are done or dropped among them."""
    names = {item.subject.key: item.subject.name for item in picture.items}
    rows = [_action_cells(one, picture, names) for one in picture.campaign.actions]
    return Sheet(_("Actions"), ACTIONS, rows)


def _action_cells(
    action: Action, picture: Picture, names: dict[str, str]
) -> tuple[Cell, ...]:
    return (
        action.id,
        action.what,
        _covered(action, names),
        action.responsible,
        action.original_due,
        action.due,
        len(action.moves),
        action.hours,
        action.cost,
        action.said(picture.on),
        action.ended_on,
        action.evidence,
    )


def _covered(action: Action, names: dict[str, str]) -> str:
    """The gaps that it is to close, a line each."""
    return "\n".join(
        f"{control} {names.get(subject, subject)}" for subject, control in action.covers
    )
