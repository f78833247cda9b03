"""The lines of `secaudit status`: a few columns for a terminal, all of them for CSV."""

from secaudit.catalogue import KIND_WORDS
from secaudit.cli import show
from secaudit.inventory import criticality_word
from secaudit.language import _
from secaudit.questionnaire import Subject
from secaudit.steps.progress.status import Row, Status
from secaudit.steps.progress.tally import Tally
from secaudit.steps.progress.words import By, groups, named, owners, person

Line = tuple[str | int, ...]
Lines = tuple[tuple[str, ...], list[Line]]
"""A heading, and the lines under it."""
_NAME, _NAMES = 32, 26
"""Characters of a name, and of several, that a line of a terminal has room for."""


def few(found: Status, by: By | None) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """What a terminal has room for; columns that say nothing in any line are left out."""
    head, lines = _few_of_groups(found, by) if by else _few_of_subjects(found)
    telling = [i for i in range(len(head)) if i < 2 or any(line[i] for line in lines)]
    shown = [tuple(str(line[i] or "–") for i in telling) for line in lines]
    return tuple(head[i] for i in telling), shown


def every(found: Status, by: By | None) -> Lines:
    """All that is known, for a spreadsheet."""
    return _all_of_groups(found, by) if by else _all_of_subjects(found)


def _few_of_subjects(found: Status) -> Lines:
    head = (_("subject"), _("answered"), *_few_heads())
    lines: list[Line] = [
        (name, _answered(tally), *_few_counts(tally), "", "")
        for name, tally in owners(found)
    ]
    for row in found.rows:
        own = row.deadline.isoformat() if row.deadline != found.due else ""
        names = show.cut(_names(row), _NAMES)
        asked = (_short(row.subject), _answered(row.tally))
        lines.append((*asked, *_few_counts(row.tally), own, names))
    return (*head, _("deadline"), _("waiting for")), lines


def _few_of_groups(found: Status, by: By) -> Lines:
    head = (_group(by), _("subjects"), _("questions"), *_few_heads())
    lines: list[Line] = [
        (
            show.cut(name, _NAME),
            _of(tally.complete, tally.subjects),
            _answered(tally),
            *_few_counts(tally),
        )
        for name, tally in groups(found, by)
    ]
    return head, lines


def _all_of_subjects(found: Status) -> Lines:
    who = (_("owner"), _("department"), _("criticality"))
    days = (_("last answer"), _("deadline"), _("waiting for"))
    head = (_("kind"), _("id"), _("subject"), *who, *_count_heads(), *days)
    lines: list[Line] = [
        (_(KIND_WORDS["owner"]), "", name, "", "", "", *_counts(tally), "", "", "")
        for name, tally in owners(found)
    ]
    return head, lines + [_all_of_subject(row) for row in found.rows]


def _all_of_subject(row: Row) -> Line:
    subject = row.subject
    of_system = subject.kind == "system"
    return (
        _(KIND_WORDS[subject.kind]),
        subject.id,
        subject.name,
        row.owner,
        row.department,
        criticality_word(row.criticality) if of_system else "",
        *_counts(row.tally),
        row.recorded_on.isoformat() if row.recorded_on else "",
        row.deadline.isoformat(),
        _names(row),
    )


def _all_of_groups(found: Status, by: By) -> Lines:
    head = (_group(by), _("subjects"), _("subjects answered"), *_count_heads())
    lines: list[Line] = [
        (name, tally.subjects, tally.complete, *_counts(tally))
        for name, tally in groups(found, by)
    ]
    return head, lines


def _group(by: By) -> str:
    heads = {"person": _("name"), "department": _("department")}
    return heads.get(by) or _("criticality")


def _few_heads() -> tuple[str, ...]:
    return _("sent back"), _("late"), _("days over")


def _few_counts(tally: Tally) -> tuple[int, ...]:
    return tally.returned, tally.late, tally.days_over


def _count_heads() -> tuple[str, ...]:
    asked = (_("questions"), _("answered"), _("missing"), _("sent back"))
    return (*asked, _("late"), _("after the end"), _("days over"))


def _counts(tally: Tally) -> tuple[int, ...]:
    asked = (tally.questions, tally.answered, tally.missing, tally.returned)
    return (*asked, tally.late, tally.after_close, tally.days_over)


def _short(subject: Subject) -> str:
    """What a subject is called, as much as there is room for, and its kind in full."""
    kind = named(subject).removeprefix(subject.name)
    return show.cut(subject.name, _NAME - len(kind)) + kind


def _answered(tally: Tally) -> str:
    return _of(tally.answered, tally.questions)


def _of(part: int, whole: int) -> str:
    return _("{part} of {whole}").format(part=part, whole=whole)


def _names(row: Row) -> str:
    return ", ".join(map(person, row.waiting_for))
