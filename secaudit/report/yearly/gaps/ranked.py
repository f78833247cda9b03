"""The gaps, most urgent first; those that the law demands closed; those accepted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from secaudit.gaps import Gap, GapLine, Picture
from secaudit.language import _, counted, long_date
from secaudit.questionnaire import UNANSWERED
from secaudit.report.said.doing import doing
from secaudit.report.said.law import law
from secaudit.report.said.wording import (
    among,
    approval,
    called,
    known_of,
    multiplied,
    name_of,
    owner_of,
    plain_state_of,
    points,
    shortened,
    state,
    titled,
)
from secaudit.report.yearly.page_one.worst import asked, missing, silence
from secaudit.report.yearly.rows import AcceptedRow, GapRow, LegalRow

MOST_GAPS = 8
MOST_LEGAL = 5
MOST_ACCEPTED = 6
_MOST_TEXT = 130


def gaps(picture: Picture) -> tuple[tuple[GapRow, ...], int]:
    """The most urgent open gaps, and how many rows are left out; somebody who answered nothing
    is one row."""
    silent = {line.silent: line for line in picture.lines if line.silent is not None}
    rows: list[Gap | GapLine] = []
    for gap in picture.open_gaps():
        person = gap.item.issue.form.person or ""
        if person not in silent or gap.item.status != UNANSWERED:
            rows.append(gap)
        elif gap is silent[person].gaps[0]:
            rows.append(silent[person])
    shown = tuple(
        _row(index, row, picture)
        if isinstance(row, Gap)
        else _silent(index, row, picture)
        for index, row in enumerate(rows[:MOST_GAPS], 1)
    )
    return shown, len(rows) - len(shown)


def _row(index: int, gap: Gap, picture: Picture) -> GapRow:
    word, review = gap.item.word, picture.campaign.review(gap.item.key)
    return GapRow(
        index,
        titled(gap.item.control),
        _subject(gap),
        _who(gap, picture),
        plain_state_of(gap, picture.campaign),
        points(gap.factors.priority_halves),
        multiplied(gap.factors),
        among(gap),
        gap.gap_class,
        _demanded(gap),
        gap.since,
        shortened(word.answer.comment, _most_text(gap)) if word else "",
        doing(gap, picture.on),
        shortened(review.reason, _most_text(gap)) if review else "",
    )


def _most_text(gap: Gap) -> int:
    """How many characters of a text there is room for."""
    return 2 * _MOST_TEXT if gap.gap_class == "A" else _MOST_TEXT


def _silent(index: int, line: GapLine, picture: Picture) -> GapRow:
    worst = line.worst
    return GapRow(
        index,
        silence(line, picture),
        asked(line),
        "",
        "; ".join(_unanswered(line.gaps)),
        points(worst.factors.priority_halves),
        multiplied(worst.factors),
        counted(
            "highest priority of {n} gap",
            "highest priority of {n} gaps",
            len(line.gaps),
        ),
        worst.gap_class,
        *("",) * 5,
    )


def _unanswered(gaps: Sequence[Gap]) -> Iterator[str]:
    """That they are, how many the law demands, and how many are of earlier campaigns too."""
    yield state(UNANSWERED)
    if legal := sum(gap.legal for gap in gaps):
        yield counted("{n} is a duty by law", "{n} are duties by law", legal)
    if old := sum(gap.years > 1 for gap in gaps):
        yield counted("{n} was there before", "{n} were there before", old)


def _demanded(gap: Gap) -> str:
    """That the law demands it, and by when it must be closed, if that is decided."""
    return known_of(gap) or (_("duty by law") if gap.legal else "")


def _subject(gap: Gap) -> str:
    name = called(gap.item.subject)
    if not gap.behind:
        return name
    behind = counted(
        "{n} system inherits it", "{n} systems inherit it", len(gap.behind)
    )
    return f"{name}\n({behind})"


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


def legal(picture: Picture) -> tuple[LegalRow, ...]:
    """The open gaps that are duties by law, in the lines of the summary."""
    found = [
        replace(line, gaps=gaps)
        for line in picture.lines
        if (gaps := tuple(gap for gap in line.gaps if gap.legal))
    ]
    found.sort(key=lambda line: -line.worst.factors.priority_halves)
    return tuple(_legal(line, picture) for line in found)


def _legal(line: GapLine, picture: Picture) -> LegalRow:
    return LegalRow(
        titled(line.control) if line.control else silence(line, picture),
        law(_references(line.gaps)),
        missing(line, picture) if line.control else asked(line),
        points(line.worst.factors.priority_halves),
        line.worst.gap_class,
    )


def _references(gaps: Iterable[Gap]) -> dict[str, tuple[str, ...]]:
    """What the controls of the gaps refer to, each once and in order."""
    found: dict[str, set[str]] = {}
    for gap in gaps:
        item = gap.item
        for source, places in item.control.referred(item.subject.kind).items():
            found.setdefault(source, set()).update(places)
    return {s: tuple(sorted(places, key=_place_order)) for s, places in found.items()}


def _place_order(place: str) -> list[int | str]:
    """A key that sorts articles as people count: 5(2) before 28(1)."""
    parts = re.split(r"(\d+)", place)
    return [int(part) if part.isdecimal() else part for part in parts]


def accepted(picture: Picture) -> tuple[AcceptedRow, ...]:
    """The gaps that a decision lets stand. A duty by law is never accepted, only known."""
    return tuple(
        AcceptedRow(
            titled(gap.item.control),
            _subject(gap),
            plain_state_of(gap, picture.campaign),
            _decided(gap, picture),
            long_date(gap.accepted.until),
        )
        for gap in picture.gaps
        if gap.accepted
    )


def _decided(gap: Gap, picture: Picture) -> str:
    """What was decided of a gap, by whom and when."""
    what = _("known duty by law") if gap.legal else _("accepted")
    if gap.accepted is None or not gap.accepted.decision:
        return what
    decisions = {decision.id: decision for decision in picture.campaign.decisions}
    said = _("{what}: {approval}")
    return said.format(what=what, approval=approval(decisions[gap.accepted.decision]))
