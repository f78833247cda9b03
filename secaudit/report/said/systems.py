"""The systems of a campaign, as every document tells of them."""

from collections import Counter
from collections.abc import Iterable

from secaudit.gaps import Gap, Item, Picture
from secaudit.questionnaire import Subject
from secaudit.report.said.wording import NOTHING


def systems_of(picture: Picture) -> dict[Subject, tuple[Item, ...]]:
    """Each system, with its questions, inherited ones among them."""
    return {s: items for s, items in picture.subjects.items() if s.kind == "system"}


def ownerless(picture: Picture) -> tuple[Subject, ...]:
    """The systems that nobody is accountable for."""
    return tuple(
        subject
        for subject, items in systems_of(picture).items()
        if items[0].issue.owner is None
    )


def open_of(subject: Subject, picture: Picture) -> tuple[Gap, ...]:
    """The gaps of a subject, its own and inherited, that no decision accepts."""
    return tuple(gap for gap in picture.gaps_of(subject) if gap.open)


def by_burden(subjects: Iterable[Subject], picture: Picture) -> list[Subject]:
    """Those with the most urgent gaps first."""
    return sorted(subjects, key=lambda subject: _burden(subject, picture))


def _burden(subject: Subject, picture: Picture) -> tuple[int, int, int, str, str]:
    _worst, a, b, c = classes_of(open_of(subject, picture))
    return -a, -b, -c, subject.name.casefold(), subject.id


def classes_of(gaps: Iterable[Gap]) -> tuple[str, int, int, int]:
    """The worst class, and how many gaps there are in A, B and C."""
    found = Counter(gap.gap_class for gap in gaps)
    return min(found, default=NOTHING), found["A"], found["B"], found["C"]
