"""Every gap and every action of a campaign, as a workbook beside its report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secaudit.assessment import Answer
from secaudit.campaign import Action
from secaudit.catalogue import KIND_WORDS
from secaudit.gaps import Picture
from secaudit.language import _, active, later
from secaudit.questionnaire import UNANSWERED
from secaudit.report.beside.listing import Shown, listing
from secaudit.report.said.gaps import ToldGap, action_ids, every_gap, notes
from secaudit.report.said.wording import state, yes_or_no
from secaudit.workbook import Sheet
from secaudit.workbook.writing import workbook


@dataclass(frozen=True)
class _GapRow(ToldGap):
    """A gap, and what of the campaign its row tells."""

    department: str
    answers: str
    """Who is to answer, be it for a common service."""

    @property
    def answer(self) -> Answer:
        """What was answered; nothing where nobody did."""
        return self.item.word.answer if self.item.word else Answer(UNANSWERED)


PRINTED: Sequence[Shown[_GapRow]] = (
    Shown(later("Class"), 8, lambda row: row.gap.gap_class),
    Shown(later("Priority"), 10, lambda row: row.gap.priority, "number"),
    Shown(later("Control"), 13, lambda row: row.item.control.id),
    Shown(later("Title"), 28, lambda row: row.item.control.title.said(active())),
    Shown(later("Subject"), 22, lambda row: row.item.subject.name),
    Shown(later("Status"), 14, lambda row: state(row.item.status)),
    Shown(later("Note"), 18, lambda row: ", ".join(notes(row.gap))),
    Shown(later("By law"), 9, lambda row: yes_or_no(row.gap.legal)),
    Shown(later("Since"), 8, lambda row: row.gap.since),
    Shown(
        later("Inherited from"),
        16,
        lambda row: ", ".join(s.name for s in row.item.shared),
    ),
    Shown(later("Owner"), 18, lambda row: row.who),
    Shown(later("Comment"), 40, lambda row: row.answer.comment),
    Shown(later("Actions"), 11, lambda row: action_ids(row.gap)),
)
"""What paper needs, too."""
OTHERS: Sequence[Shown[_GapRow]] = (
    Shown(later("Shortfall"), 10, lambda row: row.gap.factors.shortfall / 2, "number"),
    Shown(later("Weight"), 9, lambda row: row.gap.factors.weight, "number"),
    Shown(later("Criticality"), 12, lambda row: row.gap.factors.criticality, "number"),
    Shown(later("Data"), 8, lambda row: row.gap.factors.data, "number"),
    Shown(later("Systems"), 11, lambda row: row.gap.factors.systems, "number"),
    Shown(later("Years"), 8, lambda row: row.gap.years, "number"),
    Shown(later("Kind"), 13, lambda row: _(KIND_WORDS[row.item.subject.kind])),
    Shown(later("Subject id"), 24, lambda row: row.item.subject.id),
    Shown(later("Department"), 22, lambda row: row.department),
    Shown(later("Answers"), 18, lambda row: row.answers),
    Shown(
        later("Answered on"),
        13,
        lambda row: row.item.word.answered_on if row.item.word else None,
        "date",
    ),
    Shown(
        later("Confirmed unchanged"),
        12,
        lambda row: yes_or_no(row.answer.repeats is not None),
    ),
    Shown(
        later("Answered by"),
        20,
        lambda row: row.item.word.by.said if row.item.word else "",
    ),
    Shown(later("Reviewed"), 11, lambda row: yes_or_no(bool(row.review))),
    Shown(later("Verdict"), 14, lambda row: row.review.said if row.review else ""),
    Shown(
        later("Reviewer's reason"),
        30,
        lambda row: row.review.reason if row.review else "",
    ),
    Shown(
        later("Proposed action"),
        30,
        lambda row: row.answer.action.what if row.answer.action else "",
    ),
    Shown(
        later("Accepted until"),
        13,
        lambda row: row.gap.accepted.until if row.gap.accepted else None,
        "date",
    ),
)
"""What one sorts and searches by, on a screen."""


@dataclass(frozen=True)
class _ActionRow:
    """An action, and what of the campaign its row tells."""

    action: Action
    covers: str
    status: str


ACTIONS: Sequence[Shown[_ActionRow]] = (
    Shown(later("Action"), 10, lambda row: row.action.id),
    Shown(later("What"), 40, lambda row: row.action.what),
    Shown(later("Covers"), 34, lambda row: row.covers),
    Shown(later("Responsible"), 34, lambda row: row.action.responsible),
    Shown(later("First due date"), 12, lambda row: row.action.original_due, "date"),
    Shown(later("Due date"), 12, lambda row: row.action.due, "date"),
    Shown(later("Times moved"), 10, lambda row: len(row.action.moves), "number"),
    Shown(later("Hours"), 9, lambda row: row.action.hours, "number"),
    Shown(later("Cost (kr.)"), 11, lambda row: row.action.cost, "number"),
    Shown(later("Status"), 12, lambda row: row.status),
    Shown(later("Ended on"), 12, lambda row: row.action.ended_on, "date"),
    Shown(later("Evidence"), 28, lambda row: row.action.evidence),
)


def everything(picture: Picture) -> bytes:
    """The workbook, in the active language."""
    title = _("Gaps and actions {campaign}").format(campaign=picture.campaign.id)
    sheets = gaps_sheet(picture), actions_sheet(picture)
    return workbook(*sheets, title=title, day=picture.on)


def gaps_sheet(picture: Picture) -> Sheet:
    """A row for each gap, open or accepted; one that is inherited in each system that has it."""
    return listing(_("Gaps"), _gap_rows(picture), PRINTED, OTHERS)


def _gap_rows(picture: Picture) -> Iterator[_GapRow]:
    campaign = picture.campaign
    asked = {item.key: item.issue.form.person for item in picture.own}
    for gap in every_gap(picture):
        unit = campaign.units.get(gap.item.issue.belongs_to or "")
        answering = gap.item.provider or gap.item.subject
        person = asked.get((answering.key, gap.item.control.id))
        department = unit.name if unit else ""
        yield _GapRow(gap, picture, department, campaign.name_of(person))


def actions_sheet(picture: Picture) -> Sheet:
    """A row for each action of the organisation, those that are done or dropped among them."""
    names = {item.subject.key: item.subject.name for item in picture.items}
    rows = (
        _ActionRow(action, _covered(action, names), action.said(picture.on))
        for action in picture.campaign.actions
    )
    return listing(_("Actions"), rows, ACTIONS)


def _covered(action: Action, names: Mapping[str, str]) -> str:
    """The gaps that it is to close, a line each."""
    return "\n".join(
        f"{control} {names.get(subject, subject)}" for subject, control in action.covers
    )
