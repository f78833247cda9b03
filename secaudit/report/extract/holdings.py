"""The systems of a person or department, and what nobody has answered about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secaudit.gaps import Item, by_subject, figures, grouped
from secaudit.inventory import criticality_word
from secaudit.language import _, long_date
from secaudit.questionnaire import Subject
from secaudit.report.extract.part import Part
from secaudit.report.said.answers import unanswered_forms
from secaudit.report.said.systems import by_burden, classes_of, open_of
from secaudit.report.said.wording import NOTHING, called, name_of, of, percent


@dataclass(frozen=True)
class PartSystemRow:
    """One system."""

    name: str
    criticality: str
    owner: str
    answered: str
    met_of_answered: str
    met_of_all: str
    worst: str
    """The class of its most urgent open gap."""
    a: int
    b: int
    c: int


@dataclass(frozen=True)
class OwnedRow:
    """What the systems of one owner come to."""

    owner: str
    systems: int
    answered: str
    met_of_answered: str
    met_of_all: str
    worst: str
    a: int
    b: int
    c: int


@dataclass(frozen=True)
class UnansweredRow:
    """Questions that nobody has answered, of one form."""

    subject: str
    who: str
    """Who is to answer."""
    unanswered: str
    """How many, of how many in the form."""
    deadline: str
    overdue: str
    gap_class: str
    """The highest class among them."""


Systems = Mapping[Subject, Sequence[Item]]


def systems_in(part: Part) -> Systems:
    """The systems of the part with their questions, those with the worst gaps first."""
    owned = by_subject(item for item in part.shown.items if part.owns(item))
    return {subject: owned[subject] for subject in by_burden(owned, part.shown)}


def system_rows(systems: Systems, part: Part) -> tuple[PartSystemRow, ...]:
    """A row for each system."""
    return tuple(
        PartSystemRow(
            subject.name,
            criticality_word(items[0].issue.criticality),
            name_of(items[0].issue.owner, part.campaign),
            *_standing([subject], systems, part),
        )
        for subject, items in systems.items()
    )


def owned_rows(systems: Systems, part: Part) -> tuple[OwnedRow, ...]:
    """A row for each owner in a department, those with the worst gaps first; nobody is one too."""
    owners = grouped(
        systems if part.units else (), lambda system: systems[system][0].issue.owner
    )
    rows = [
        OwnedRow(
            part.campaign.name_of(owner) or _("owner missing"),
            len(owned),
            *_standing(owned, systems, part),
        )
        for owner, owned in owners.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.a, -row.b, -row.c, row.owner)))


def _standing(
    subjects: Sequence[Subject], systems: Systems, part: Part
) -> tuple[str, str, str, str, int, int, int]:
    """The three numbers, the worst class, and how many gaps there are in A, B and C."""
    shares = figures(item for subject in subjects for item in systems[subject])
    gaps = [g for subject in subjects for g in open_of(subject, part.source.picture)]
    return (
        percent(shares.answered),
        percent(shares.met_of_answered),
        percent(shares.met_of_all),
        *classes_of(gaps),
    )


def unanswered_rows(part: Part) -> tuple[UnansweredRow, ...]:
    """The forms with questions that nobody has answered, the most urgent first."""
    classes = {gap.key: gap.gap_class for gap in part.shown.gaps}
    forms = [
        (min(classes.get(item.key, NOTHING) for item in items), items)
        for items in unanswered_forms(part.shown)
    ]
    forms.sort(key=lambda form: (form[0], -len(form[1])))
    return tuple(_unanswered(items, worst, part) for worst, items in forms)


def _unanswered(items: Sequence[Item], worst: str, part: Part) -> UnansweredRow:
    issue, campaign = items[0].issue, part.campaign
    deadline = campaign.deadline(issue)
    return UnansweredRow(
        subject=called(issue.subject),
        who=campaign.name_of(issue.form.person) or _("nobody named"),
        unanswered=of(len(items), len(issue.form.questions)),
        deadline=long_date(deadline),
        overdue=_("overdue") if deadline < part.source.on else "",
        gap_class=worst,
    )
