"""The lines of `secaudit status`: a few columns for a terminal, all of them for CSV."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from secaudit.catalogue import KIND_WORDS
from secaudit.cli.showing import Column, Listing, in_sheet, in_table, show
from secaudit.inventory import criticality_word
from secaudit.language import _, later
from secaudit.steps.progress.contact import Contact, Sent
from secaudit.steps.progress.grouping import Group
from secaudit.steps.progress.status import Row, Status, as_json
from secaudit.steps.progress.tally import Tally
from secaudit.steps.progress.words import (
    By,
    groups,
    headline,
    mailed,
    mailed_as,
    named,
    owners,
    person,
)

_NAME, _NAMES = 32, 26
"""Characters of a name, and of several, that a line of a terminal has room for."""
_GROUPS = {
    "person": later("name"),
    "department": later("department"),
    "criticality": later("criticality"),
}


_NOBODY = Contact()


@dataclass(frozen=True)
class Line:
    """What a line is about, how far it has come, and its row where that is one subject."""

    name: str
    tally: Tally
    row: Row | None = None
    contact: Contact = _NOBODY
    """How somebody is reached, where the line is about a person."""


def listed(status: Status, by: str) -> Listing[Line]:
    """A line for each subject, or for each group that `by` names."""
    if by == "subject":
        columns = _of_subjects(status)
        lines = [Line(*owner) for owner in owners(status)]
        lines += [Line(row.subject.name, row.tally, row) for row in status.rows]
    elif by == "person":
        columns = (*_of_groups(_GROUPS[by]), *_of_contacts())
        lines = [_person(group, status) for group in status.people]
    else:
        columns = _of_groups(_GROUPS[by])
        lines = [Line(*group) for group in groups(status, cast("By", by))]
    told = tuple(filter(None, (status.responses.said, headline(status))))
    return Listing(columns, lines, lambda: as_json(status), under=told, sparse=True)


def _of_subjects(status: Status) -> tuple[Column[Line], ...]:
    def own_deadline(row: Row) -> str:
        return row.deadline.isoformat() if row.deadline != status.due else ""

    return (
        in_sheet(later("kind"), _kind),
        in_sheet(later("id"), _row(lambda row: row.subject.id)),
        in_sheet(later("subject"), lambda line: line.name),
        in_table(later("subject"), _short),
        in_sheet(later("owner"), _row(lambda row: row.owner)),
        in_sheet(later("department"), _row(lambda row: row.department)),
        in_sheet(later("criticality"), _row(_criticality)),
        in_table(later("answered"), _answered),
        *_counts(),
        in_sheet(later("last answer"), _row(lambda row: row.recorded_on)),
        in_sheet(later("deadline"), _row(lambda row: row.deadline)),
        in_table(later("deadline"), _row(own_deadline)),
        Column(
            later("waiting for"), _row(_waiting), lambda told: show.cut(told, _NAMES)
        ),
    )


def _of_groups(group: str) -> tuple[Column[Line], ...]:
    return (
        Column(group, lambda line: line.name, lambda name: show.cut(name, _NAME)),
        in_table(
            later("subjects"),
            lambda line: _of(line.tally.complete, line.tally.subjects),
        ),
        in_table(later("questions"), _answered),
        in_sheet(later("subjects"), lambda line: line.tally.subjects),
        in_sheet(later("subjects answered"), lambda line: line.tally.complete),
        *_counts(),
    )


def _of_contacts() -> tuple[Column[Line], ...]:
    """What a mail merge needs, too."""
    return (
        in_sheet(later("id"), lambda line: line.contact.id),
        in_sheet(later("e-mail"), lambda line: line.contact.email),
        in_sheet(later("folder"), lambda line: line.contact.folder),
        in_sheet(later("forms"), lambda line: line.contact.forms),
        in_sheet(later("minutes"), lambda line: line.contact.minutes),
        in_sheet(later("department"), lambda line: line.contact.department),
        in_sheet(later("deadline"), lambda line: line.contact.deadline),
        *_mailed(later("sent"), later("sent as"), lambda line: line.contact.sent),
        *_mailed(
            later("reminded"),
            later("reminded as"),
            lambda line: line.contact.reminded,
        ),
        in_sheet(
            later("missing in all"),
            lambda line: line.tally.missing + line.tally.returned,
        ),
    )


def _mailed(
    title: str, how: str, sent: Callable[[Line], Sent | None]
) -> Iterator[Column[Line]]:
    """When somebody was mailed: in a table all in a cell, in a sheet the day by itself."""
    yield in_table(title, lambda line: mailed(sent(line)))
    yield in_sheet(title, lambda line: one.on if (one := sent(line)) else None)
    yield in_sheet(how, lambda line: mailed_as(sent(line)))


def _person(group: Group, status: Status) -> Line:
    contact = status.contacts.get(group.id, _NOBODY)
    name = person(contact.name or group.name)
    return Line(name, group.tally, contact=contact)


def _counts() -> tuple[Column[Line], ...]:
    return (
        in_sheet(later("questions"), lambda line: line.tally.questions),
        in_sheet(later("answered"), lambda line: line.tally.answered),
        in_sheet(later("missing"), lambda line: line.tally.missing),
        Column(later("sent back"), lambda line: line.tally.returned, _some),
        Column(later("late"), lambda line: line.tally.late, _some),
        in_sheet(later("after the end"), lambda line: line.tally.after_close),
        Column(later("days over"), lambda line: line.tally.days_over, _some),
    )


def _row(cell: Callable[[Row], Any]) -> Callable[[Line], Any]:
    """The cell of a line about one subject; of any other it is empty."""
    return lambda line: cell(line.row) if line.row else ""


def _kind(line: Line) -> str:
    return _(KIND_WORDS[line.row.subject.kind if line.row else "owner"])


def _short(line: Line) -> str:
    """What a subject is called, as much as there is room for, and its kind in full."""
    if line.row is None:
        return line.name
    kind = named(line.row.subject).removeprefix(line.name)
    return show.cut(line.name, _NAME - len(kind)) + kind


def _criticality(row: Row) -> str:
    of_system = row.subject.kind == "system"
    return criticality_word(row.criticality) if of_system else ""


def _waiting(row: Row) -> str:
    return ", ".join(map(person, row.waiting_for))


def _answered(line: Line) -> str:
    return _of(line.tally.answered, line.tally.questions)


def _of(part: int, whole: int) -> str:
    return _("{part} of {whole}").format(part=part, whole=whole)


def _some(number: int) -> str:
    return str(number or "")
