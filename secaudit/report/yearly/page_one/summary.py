"""Page 1: the headline and the figures."""

from collections.abc import Iterator, Sequence

from secaudit.catalogue import KINDS, kind_name
from secaudit.gaps import (
    Item,
    Picture,
    by_subject,
    figures,
    without_class_a,
)
from secaudit.language import _, counted, number
from secaudit.questionnaire import UNANSWERED, Subject
from secaudit.report.said.reviewed import _reviewed
from secaudit.report.said.systems import criticalities, open_of, systems_of
from secaudit.report.said.wording import NOTHING, joined, of, percent, shortened
from secaudit.report.yearly.rows import KindRow

_MOST_NAMED, _NAME = 3, 30


def headline(picture: Picture) -> str:
    """How many of the systems that society depends on have no gap in class A."""
    ratio = without_class_a(picture, "society-critical")
    if ratio is None:
        return _("No system is recorded as society-critical")
    sentence = _("{part} of {whole} society-critical systems without a gap in class A")
    return sentence.format(part=number(ratio.part), whole=number(ratio.whole))


def headline_note(picture: Picture) -> str:
    """Which of those systems have a gap in class A; which others have questions unanswered."""
    known = criticalities(picture)
    critical = {
        subject: items
        for subject, items in systems_of(picture).items()
        if known[subject] == "society-critical"
    }
    hit = [s for s in critical if any(g.gap_class == "A" for g in open_of(s, picture))]
    unheard = [
        subject
        for subject, items in critical.items()
        if subject not in hit and any(item.status == UNANSWERED for item in items)
    ]
    return " ".join((*_hit(hit), *_unheard(unheard)))


def _hit(subjects: Sequence[Subject]) -> Iterator[str]:
    if subjects and len(subjects) <= _MOST_NAMED:
        names = joined([shortened(subject.name, _NAME) for subject in subjects])
        yield _("With a class A gap: {names}.").format(names=names)


def _unheard(subjects: Sequence[Subject]) -> Iterator[str]:
    if len(subjects) > _MOST_NAMED:
        yield counted(
            "{n} of those without have unanswered questions.",
            "{n} of those without have unanswered questions.",
            len(subjects),
        )
    elif subjects:
        names = joined([shortened(subject.name, _NAME) for subject in subjects])
        yield _("Unanswered questions: {names}.").format(names=names)


def target(picture: Picture) -> str:
    """What the organisation aims at; empty where it has set no target."""
    met = picture.campaign.profile.targets.met
    return "" if met is None else f"{met} %"


def kinds(picture: Picture) -> tuple[KindRow, ...]:
    """The three numbers of each kind of subject; never summed across kinds."""
    return tuple(_kind(picture, picture.of(kind)) for kind in KINDS if picture.of(kind))


def _kind(picture: Picture, items: Sequence[Item]) -> KindRow:
    found, (reviewed, answers) = figures(items), _reviewed(picture, items)
    return KindRow(
        kind_name(items[0].subject.kind),
        _number(items),
        percent(found.answered),
        percent(found.met_of_answered),
        percent(found.met_of_all),
        of(reviewed, answers),
    )


def _number(items: Sequence[Item]) -> str:
    """How many subjects there are, of a kind that has several."""
    several = items[0].subject.kind in ("system", "owner")
    return number(len(by_subject(items))) if several else NOTHING
