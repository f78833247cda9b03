"""How far a campaign has come, by kind, by forvaltning, by criticality and by person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secaudit.campaign import NOWHERE, Campaign, Forvaltning
from secaudit.catalogue import KINDS
from secaudit.gaps import grouped
from secaudit.inventory import CRITICALITIES
from secaudit.questionnaire import Subject
from secaudit.steps.progress.tally import Asked, Tally, summed, tally


@dataclass(frozen=True)
class Group:
    """Some subjects, or parts of them, that belong together."""

    id: str
    """Empty for those of which it is not known where they belong."""
    name: str
    tally: Tally


def by_kind(tallies: Mapping[Subject, Tally]) -> tuple[Group, ...]:
    """The kinds of subjects that there are."""
    found = (((subject.kind, ""), each) for subject, each in tallies.items())
    return _groups(((kind, "") for kind in KINDS), found)


def by_department(
    tallies: Mapping[Subject, Tally],
    places: Mapping[Subject, Forvaltning],
    campaign: Campaign,
) -> tuple[Group, ...]:
    """The forvaltninger, then the organisation as a whole, then what belongs nowhere known."""
    whole = (campaign.organisation.id, campaign.organisation.name)
    known = ((department.id, department.name) for department in campaign.departments)
    found = ((places.get(subject, whole), each) for subject, each in tallies.items())
    return _groups((*known, whole, NOWHERE), found)


def by_criticality(
    tallies: Mapping[Subject, Tally], criticalities: Mapping[Subject, str]
) -> tuple[Group, ...]:
    """How critical systems are, the most critical first; what is not known last."""
    order = ((criticality, "") for criticality in (*CRITICALITIES, ""))
    found = (((fact, ""), tallies[subject]) for subject, fact in criticalities.items())
    return _groups(order, found)


def by_person(
    questions: Mapping[Subject, list[Asked]], campaign: Campaign
) -> tuple[Group, ...]:
    """Those who are to answer: most days over first, then those with most missing."""
    every = (one for asked in questions.values() for one in asked)
    parts = grouped(
        every, lambda one: (one.item.issue.form.person or "", one.item.subject)
    )
    found = (
        ((person, campaign.name_of(person)), tally(part))
        for (person, _subject), part in parts.items()
    )
    return tuple(sorted(_groups((), found), key=_urgency))


def _groups(
    order: Iterable[Forvaltning], found: Iterable[tuple[Forvaltning, Tally]]
) -> tuple[Group, ...]:
    groups: dict[Forvaltning, list[Tally]] = {place: [] for place in order}
    for place, each in found:
        groups.setdefault(place, []).append(each)
    return tuple(Group(*place, summed(each)) for place, each in groups.items() if each)


def _urgency(group: Group) -> tuple[int, int, int, str, str]:
    found = group.tally
    name = group.name.casefold()
    return -found.days_over, -found.missing, -found.returned, name, group.id
