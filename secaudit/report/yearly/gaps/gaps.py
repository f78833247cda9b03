"""Section 13, Gaps, most urgent first: one by one, and those that the law demands closed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secaudit.gaps import Gap, GapLine, Picture
from secaudit.language import _, counted
from secaudit.questionnaire import UNANSWERED
from secaudit.report.said.doing import doing
from secaudit.report.said.first import first
from secaudit.report.said.gaps import among, known_of, plain_state_of
from secaudit.report.said.wording import (
    inherited_by,
    multiplied,
    name_of,
    owner_of,
    points,
    shortened,
    state,
    titled,
)
from secaudit.report.yearly.lines import LineRow, asked, line_row, silence
from secaudit.report.yearly.material import Material

MOST_GAPS = 8
_MOST_LEGAL = 5
_MOST_TEXT = 130


@dataclass(frozen=True)
class GapRow:
    """One gap, or all those of somebody who did not answer."""

    number: int
    control: str
    """Id and title of the control, or who did not answer."""
    subject: str
    status: str
    priority: str
    factors: str
    """How the priority was found: shortfall x weight x criticality x data."""
    among: str
    """Where the highest factors of several systems were taken: how many."""
    gap_class: str
    who: str = ""
    """The person accountable, and the one to answer where that is another; empty where the
    row names them already."""
    legal: str = ""
    """That the law demands it; empty if not, or where the row is several."""
    since: str = ""
    """The campaign in which it was first found; empty where the row is several."""
    comment: str = ""
    action: str = ""
    """What the respondent proposes to do."""
    review: str = ""
    """What the reviewer said."""


@dataclass(frozen=True)
class Gaps:
    """Section 13: the most urgent gaps, and the duties by law among them."""

    rows: tuple[GapRow, ...]
    rest: str
    legal: tuple[LineRow, ...]
    """The open gaps that are duties by law, in the lines of the summary."""
    legal_rest: str


def gaps(material: Material) -> Gaps:
    """Section 13."""
    shown, rest = first(ranked(material.picture), MOST_GAPS)
    legal, legal_rest = first(_legal_lines(material.picture), _MOST_LEGAL)
    return Gaps(
        rows=tuple(
            _silent(n, row, material)
            if isinstance(row, GapLine)
            else _answered(n, row, material.picture)
            for n, row in enumerate(shown, 1)
        ),
        rest=rest,
        legal=tuple(line_row(line, material) for line in legal),
        legal_rest=legal_rest,
    )


def ranked(picture: Picture) -> list[Gap | GapLine]:
    """The open gaps, most urgent first; all of somebody who answered nothing are one."""
    silent = {line.silent: line for line in picture.lines if line.silent is not None}
    rows: list[Gap | GapLine] = []
    for gap in picture.open_gaps():
        person = gap.item.issue.form.person or ""
        if person not in silent or gap.item.status != UNANSWERED:
            rows.append(gap)
        elif gap is silent[person].gaps[0]:
            rows.append(silent[person])
    return rows


def _answered(number: int, gap: Gap, picture: Picture) -> GapRow:
    word, review = gap.item.word, picture.campaign.review(gap.item.key)
    most = 2 * _MOST_TEXT if gap.gap_class == "A" else _MOST_TEXT
    return GapRow(
        number=number,
        control=titled(gap.item.control),
        subject=inherited_by(gap),
        who=_who(gap, picture),
        status=plain_state_of(gap, picture.campaign),
        priority=points(gap.factors.priority_halves),
        factors=multiplied(gap.factors),
        among=among(gap),
        gap_class=gap.gap_class,
        legal=known_of(gap) or (_("duty by law") if gap.legal else ""),
        since=gap.since,
        comment=shortened(word.answer.comment, most) if word else "",
        action=doing(gap, picture.on),
        review=shortened(review.reason, most) if review else "",
    )


def _silent(number: int, line: GapLine, material: Material) -> GapRow:
    worst = line.worst
    return GapRow(
        number=number,
        control=silence(line, material),
        subject=asked(line),
        status="; ".join(_unanswered(line.gaps)),
        priority=points(worst.factors.priority_halves),
        factors=multiplied(worst.factors),
        among=counted(
            "highest priority of {n} gap",
            "highest priority of {n} gaps",
            len(line.gaps),
        ),
        gap_class=worst.gap_class,
    )


def _unanswered(gaps: Sequence[Gap]) -> Iterator[str]:
    """That they are, how many the law demands, and how many are of earlier campaigns too."""
    yield state(UNANSWERED)
    if legal := sum(gap.legal for gap in gaps):
        yield counted("{n} is a duty by law", "{n} are duties by law", legal)
    if old := sum(gap.years > 1 for gap in gaps):
        yield counted("{n} was there before", "{n} were there before", old)


def _who(gap: Gap, picture: Picture) -> str:
    """The person accountable; who is to answer, too, where that is another."""
    owner, answers = owner_of(gap.item), gap.item.issue.form.person
    names = [name_of(person, picture.campaign) for person in (owner, answers) if person]
    if not names or (gap.item.subject.kind == "owner" and owner == answers):
        return ""
    if owner == answers:
        return names[0]
    sentence = _("{owner}; the answer is {person}'s")
    return sentence.format(owner=names[0], person=names[-1])


def _legal_lines(picture: Picture) -> list[GapLine]:
    """The lines of the summary, of the duties by law alone."""
    lines = [
        replace(line, gaps=gaps)
        for line in picture.lines
        if (gaps := tuple(gap for gap in line.gaps if gap.legal))
    ]
    return sorted(lines, key=lambda line: -line.worst.factors.priority_halves)
