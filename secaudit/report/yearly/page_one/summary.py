"""Section 1, Executive summary and recommendation: page 1, which can be read alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from secaudit.catalogue import KINDS, kind_name
from secaudit.gaps import Picture, by_subject, figures, without_class_a
from secaudit.language import _, counted, number
from secaudit.questionnaire import Subject
from secaudit.report.said.answers import answers_reviewed, reviewed
from secaudit.report.said.first import first
from secaudit.report.said.systems import open_of
from secaudit.report.said.wording import NOTHING, joined, named, of, percent, shortened
from secaudit.report.yearly.facts import is_answered
from secaudit.report.yearly.gaps.gaps import MOST_GAPS, ranked
from secaudit.report.yearly.lines import LineRow, line_row
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.page_one.recommended import recommended
from secaudit.report.yearly.page_one.verdict import verdict

_MOST_LINES, _MOST_NAMED, _NAME = 5, 3, 30


@dataclass(frozen=True)
class KindRow:
    """What the answers of one kind of subject come to."""

    kind: str
    subjects: str
    """How many there are; a dash for the organisation and its employees."""
    answered: str
    met_of_answered: str
    met_of_all: str
    reviewed: str
    """How many of the answers somebody reviewed, of how many."""


@dataclass(frozen=True)
class Summary:
    """Section 1: what can be read alone."""

    headline: str
    """How many of the systems that society depends on have no gap in class A."""
    note: str
    """Which of those systems have one, and which others have questions without an answer."""
    verdict: tuple[str, ...]
    """What the figures come to, a sentence each."""
    kinds: tuple[KindRow, ...]
    reviewed: str
    """How much of the self-assessment was reviewed, in a sentence."""
    worst: tuple[LineRow, ...]
    rest: str
    """Where the other gaps are; empty if these are all."""
    recommended: tuple[str, ...]
    """What the Direktion is asked to decide, a point each."""


def summary(material: Material) -> Summary:
    """Section 1."""
    lines, rest = first(material.picture.lines, _MOST_LINES, _elsewhere(material))
    return Summary(
        headline=_headline(material.picture),
        note=" ".join(_note(material)),
        verdict=verdict(material),
        kinds=tuple(_kinds(material.picture)),
        reviewed=reviewed(material.picture),
        worst=tuple(line_row(line, material) for line in lines),
        rest=rest,
        recommended=recommended(material),
    )


def _headline(picture: Picture) -> str:
    ratio = without_class_a(picture, "society-critical")
    if ratio is None:
        return _("No system is recorded as society-critical")
    sentence = _("{part} of {whole} society-critical systems without a gap in class A")
    return sentence.format(part=number(ratio.part), whole=number(ratio.whole))


def _note(material: Material) -> Iterator[str]:
    """Which of those systems have a gap in class A; which others have questions unanswered."""
    known = material.criticalities
    critical = [s for s, fact in known.items() if fact == "society-critical"]
    hit = [
        subject
        for subject in critical
        if any(gap.gap_class == "A" for gap in open_of(subject, material.picture))
    ]
    if 0 < len(hit) <= _MOST_NAMED:
        yield _("With a class A gap: {names}.").format(names=joined(_names(hit)))
    unheard = [
        subject
        for subject in critical
        if subject not in hit and not is_answered(material.systems[subject])
    ]
    yield from named(
        _names(unheard),
        _MOST_NAMED,
        _("Unanswered questions: {names}."),
        counted(
            "{n} of those without have unanswered questions.",
            "{n} of those without have unanswered questions.",
            len(unheard),
        ),
    )


def _names(subjects: Sequence[Subject]) -> list[str]:
    return [shortened(subject.name, _NAME) for subject in subjects]


def _elsewhere(material: Material) -> Callable[[int], str]:
    """Where the other gaps are: each in a row of section 13, or the most urgent."""
    if len(ranked(material.picture)) <= MOST_GAPS:
        return lambda _more: _("All gaps are listed one by one in section 13.")
    return lambda _more: _("The most urgent gaps are listed one by one in section 13.")


def _kinds(picture: Picture) -> Iterator[KindRow]:
    """The three numbers of each kind of subject; never summed across kinds."""
    for kind in filter(picture.of, KINDS):
        items, several = picture.of(kind), kind in ("system", "owner")
        shares = figures(items)
        yield KindRow(
            kind=kind_name(kind),
            subjects=number(len(by_subject(items))) if several else NOTHING,
            answered=percent(shares.answered),
            met_of_answered=percent(shares.met_of_answered),
            met_of_all=percent(shares.met_of_all),
            reviewed=of(*answers_reviewed(picture, items)),
        )
