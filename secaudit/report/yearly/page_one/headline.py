"""The headline of the report, and the systems that it is about."""

from collections.abc import Iterator, Sequence

from secaudit.gaps import without_class_a
from secaudit.language import _, counted, number
from secaudit.questionnaire import UNANSWERED, Subject
from secaudit.report.said.systems import open_of
from secaudit.report.said.wording import joined, shortened
from secaudit.report.yearly.material import Material

_MOST_NAMED, _NAME = 3, 30


def headline(material: Material) -> str:
    """How many of the systems that society depends on have no gap in class A."""
    ratio = without_class_a(material.picture, "society-critical")
    if ratio is None:
        return _("No system is recorded as society-critical")
    sentence = _("{part} of {whole} society-critical systems without a gap in class A")
    return sentence.format(part=number(ratio.part), whole=number(ratio.whole))


def note(material: Material) -> str:
    """Which of those systems have a gap in class A; which others have questions unanswered."""
    critical = [
        subject
        for subject, fact in material.criticalities.items()
        if fact == "society-critical"
    ]
    hit = [
        subject
        for subject in critical
        if any(gap.gap_class == "A" for gap in open_of(subject, material.picture))
    ]
    unheard = [
        subject
        for subject in critical
        if subject not in hit
        and any(item.status == UNANSWERED for item in material.systems[subject])
    ]
    return " ".join((*_hit(hit), *_unheard(unheard)))


def _hit(subjects: Sequence[Subject]) -> Iterator[str]:
    if subjects and len(subjects) <= _MOST_NAMED:
        yield _("With a class A gap: {names}.").format(names=_names(subjects))


def _unheard(subjects: Sequence[Subject]) -> Iterator[str]:
    if len(subjects) > _MOST_NAMED:
        yield counted(
            "{n} of those without have unanswered questions.",
            "{n} of those without have unanswered questions.",
            len(subjects),
        )
    elif subjects:
        yield _("Unanswered questions: {names}.").format(names=_names(subjects))


def _names(subjects: Sequence[Subject]) -> str:
    return joined([shortened(subject.name, _NAME) for subject in subjects])
