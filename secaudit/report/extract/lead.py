"""How a part stands, in sentences."""

from collections.abc import Iterator, Sequence
from datetime import date

from secaudit.gaps import Gap
from secaudit.language import _, counted, long_date
from secaudit.report.extract.deadlines import Deadline
from secaudit.report.extract.part import Part
from secaudit.report.said.about import about
from secaudit.report.said.answers import is_awaited
from secaudit.report.said.systems import classes_of


def lead(part: Part, falling: Sequence[Deadline]) -> Iterator[str]:
    """The gaps, those without an answer or an action, and the deadlines."""
    if not part.shown.items:
        yield _("There is nothing to answer for in the campaign.")
        return
    yield _standing(part)
    if unanswered := sum(is_awaited(gap.item) for gap in part.gaps):
        yield counted(
            "{n} of the gaps is a question without an answer.",
            "{n} of the gaps are questions without an answer.",
            unanswered,
        )
    if bare := sum(_is_bare(gap) for gap in part.gaps):
        yield _bare(bare, bool(unanswered))
    yield from _dates(falling, part.source.on)


def _standing(part: Part) -> str:
    subjects = about(part.shown.items)
    if not part.gaps:
        return _("No open gaps: {subjects}.").format(subjects=subjects)
    _worst, a, b, c = classes_of(part.gaps)
    return counted(
        "{n} open gap in what is asked about {{subjects}}: {{a}} in class A, {{b}} in "
        "class B and {{c}} in class C.",
        "{n} open gaps in what is asked about {{subjects}}: {{a}} in class A, {{b}} in "
        "class B and {{c}} in class C.",
        len(part.gaps),
    ).format(subjects=subjects, a=a, b=b, c=c)


def _is_bare(gap: Gap) -> bool:
    """Whether something must be done about it, and nothing is adopted."""
    acted = any(action.open for action in gap.actions)
    return gap.gap_class in "AB" and not is_awaited(gap.item) and not acted


def _bare(gaps: int, others: bool) -> str:
    if others:
        return counted(
            "Of the others, {n} in class A or B lacks an adopted action.",
            "Of the others, {n} in class A or B lack an adopted action.",
            gaps,
        )
    return counted(
        "{n} gap in class A or B lacks an adopted action.",
        "{n} gaps in class A or B lack an adopted action.",
        gaps,
    )


def _dates(falling: Sequence[Deadline], on: date) -> Iterator[str]:
    if over := sum(one.on < on for one in falling):
        yield counted("{n} deadline has passed.", "{n} deadlines have passed.", over)
    if over < len(falling):
        yield counted(
            "{n} deadline falls within a year; the next is {{date}}.",
            "{n} deadlines fall within a year; the next is {{date}}.",
            len(falling) - over,
        ).format(date=long_date(falling[over].on))
