"""Section 1, Executive summary and recommendation: page 1, which can be read alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from secaudit.catalogue import KINDS, kind_name
from secaudit.gaps import Item, Picture, by_subject, figures
from secaudit.language import number
from secaudit.report.said.reviewed import answers_reviewed, reviewed
from secaudit.report.said.wording import NOTHING, of, percent
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.page_one.headline import headline, note
from secaudit.report.yearly.page_one.recommended import recommended
from secaudit.report.yearly.page_one.verdict import verdict
from secaudit.report.yearly.page_one.worst import LineRow, worst


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
    lines, rest = worst(material)
    return Summary(
        headline=headline(material),
        note=note(material),
        verdict=verdict(material),
        kinds=_kinds(material.picture),
        reviewed=reviewed(material.picture),
        worst=lines,
        rest=rest,
        recommended=recommended(material),
    )


def _kinds(picture: Picture) -> tuple[KindRow, ...]:
    """The three numbers of each kind of subject; never summed across kinds."""
    return tuple(_kind(picture, picture.of(kind)) for kind in KINDS if picture.of(kind))


def _kind(picture: Picture, items: Sequence[Item]) -> KindRow:
    shares = figures(items)
    return KindRow(
        kind=kind_name(items[0].subject.kind),
        subjects=_number(items),
        answered=percent(shares.answered),
        met_of_answered=percent(shares.met_of_answered),
        met_of_all=percent(shares.met_of_all),
        reviewed=of(*answers_reviewed(picture, items)),
    )


def _number(items: Sequence[Item]) -> str:
    """How many subjects there are, of a kind that has several."""
    several = items[0].subject.kind in ("system", "owner")
    return number(len(by_subject(items))) if several else NOTHING
