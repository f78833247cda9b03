"""The systems of a person or department, and what nobody has answered about them."""

from collections.abc import Iterable, Sequence

from secaudit.gaps import Gap, Item, Picture, by_subject, figures
from secaudit.inventory import criticality_word
from secaudit.language import _, long_date
from secaudit.questionnaire import Subject
from secaudit.report.extract.deadlines import unanswered_forms
from secaudit.report.extract.model import OwnedRow, PartSystemRow, UnansweredRow
from secaudit.report.extract.scope import Scope
from secaudit.report.said.systems import by_burden, classes_of, open_of
from secaudit.report.said.wording import NOTHING, called, name_of, of, percent
from secaudit.report.source import Source

Systems = dict[Subject, tuple[Item, ...]]


def systems_in(shown: Picture, scope: Scope) -> Systems:
    """The systems of the scope with their questions, those with the worst gaps first."""
    owned = by_subject(item for item in shown.items if scope.owns(item))
    return {subject: owned[subject] for subject in by_burden(owned, shown)}


def system_row(
    subject: Subject, items: Sequence[Item], source: Source
) -> PartSystemRow:
    """A system as a row."""
    issue = items[0].issue
    return PartSystemRow(
        subject.name,
        criticality_word(issue.facts.get("criticality")),
        name_of(issue.owner, source.campaign),
        *_standing(items, open_of(subject, source.picture)),
    )


def owned_rows(systems: Systems, source: Source) -> tuple[OwnedRow, ...]:
    """A row for each owner, those with the worst gaps first; nobody is one too."""
    owners: dict[str | None, list[Subject]] = {}
    for subject, items in systems.items():
        owners.setdefault(items[0].issue.owner, []).append(subject)
    rows = [_owned(owner, found, systems, source) for owner, found in owners.items()]
    return tuple(sorted(rows, key=lambda row: (-row.a, -row.b, -row.c, row.owner)))


def _owned(
    owner: str | None, found: Sequence[Subject], systems: Systems, source: Source
) -> OwnedRow:
    gaps = [gap for subject in found for gap in open_of(subject, source.picture)]
    return OwnedRow(
        name_of(owner, source.campaign) if owner else _("owner missing"),
        len(found),
        *_standing([item for subject in found for item in systems[subject]], gaps),
    )


def _standing(
    items: Iterable[Item], gaps: Iterable[Gap]
) -> tuple[str, str, str, str, int, int, int]:
    """The three numbers, the worst class, and how many gaps there are in A, B and C."""
    found = figures(items)
    return (
        percent(found.answered),
        percent(found.met_of_answered),
        percent(found.met_of_all),
        *classes_of(gaps),
    )


def unanswered_rows(source: Source, shown: Picture) -> tuple[UnansweredRow, ...]:
    """The forms with questions that nobody has answered, the most urgent first."""
    letters = {gap.key: gap.gap_class for gap in shown.gaps}
    forms = unanswered_forms(shown).values()
    ordered = sorted(forms, key=lambda items: (_worst(items, letters), -len(items)))
    return tuple(_unanswered(items, letters, source) for items in ordered)


def _worst(items: Sequence[Item], letters: dict[tuple[str, str], str]) -> str:
    return min(letters.get(item.key, NOTHING) for item in items)


def _unanswered(
    items: Sequence[Item], letters: dict[tuple[str, str], str], source: Source
) -> UnansweredRow:
    issue, campaign = items[0].issue, source.campaign
    deadline = campaign.deadline(issue)
    return UnansweredRow(
        called(issue.subject),
        name_of(issue.form.person, campaign)
        if issue.form.person
        else _("nobody named"),
        of(len(items), len(issue.form.questions)),
        long_date(deadline),
        _("overdue") if deadline < source.on else "",
        _worst(items, letters),
    )
