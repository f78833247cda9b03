"""Section 10, Data protection: what is known of the systems, and the answers by article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import starmap

from secaudit.campaign import Issue
from secaudit.gaps import Item, Picture
from secaudit.language import _, counted, later, long_date, number
from secaudit.report.said.wording import of
from secaudit.report.yearly.appendices.applicability import answers_met
from secaudit.report.yearly.facts import (
    FactRow,
    RemarkRow,
    holds_personal_data,
    issues_of,
    not_stated,
    said_on,
)
from secaudit.report.yearly.material import Material

_ARTICLES = (
    (later("Principles and lawfulness (art. 5-11)"), 5, 11),
    (later("Rights of the persons concerned (art. 12-23)"), 12, 23),
    (later("Processors (art. 28)"), 28, 28),
    (later("Security and breaches (art. 32-34)"), 32, 34),
    (later("Impact assessment (art. 35-36)"), 35, 36),
    (later("Third countries (art. 44-49)"), 44, 49),
)
"""Articles of the General Data Protection Regulation, (EU) 2016/679."""
_NUMBER = re.compile("[0-9]+")
_SENSITIVE = frozenset({"sensitive", "criminal-offences"})


@dataclass(frozen=True)
class Protection:
    """Section 10: personal data, and the Regulation."""

    said: str
    """How many open gaps are duties by the Regulation; empty where nobody is asked of it."""
    facts: tuple[FactRow, ...]
    """Systems with personal data, impact assessments, and the answers article by article."""
    remarks: tuple[RemarkRow, ...]
    """What the data protection officer says."""


def protection(material: Material) -> Protection:
    """Section 10."""
    dpo, issues = material.notes.dpo, issues_of(material)
    facts = (*_systems(issues, material.on), *_articles(material.picture))
    return Protection(
        said=_said(material),
        facts=tuple(starmap(FactRow, facts)),
        remarks=(RemarkRow(dpo.by, long_date(dpo.on), dpo.text),) if dpo else (),
    )


def _said(material: Material) -> str:
    if not any(_is_duty(item) for item in material.picture.own):
        return ""
    letters = [gap.gap_class for gap in material.gaps if _is_duty(gap.item)]
    if not letters:
        return _("No open gap is a duty by the General Data Protection Regulation.")
    return counted(
        "{n} open gap, in class {{worst}}, is a duty by the General Data Protection "
        "Regulation.",
        "{n} open gaps, {{urgent}} of them in class A, are duties by the General Data "
        "Protection Regulation.",
        len(letters),
    ).format(worst=min(letters), urgent=number(letters.count("A")))


def _is_duty(item: Item) -> bool:
    return item.question.legal and any(_referred(item))


def _systems(issues: Sequence[Issue], on: date) -> Iterator[tuple[str, str]]:
    if not issues:
        return
    holding = [issue for issue in issues if holds_personal_data(issue)]
    unknown = sum(issue.facts.get("personal_data") is None for issue in issues)
    held = of(len(holding), len(issues)) + not_stated(unknown)
    yield _("Systems with personal data"), held
    kinds = [_SENSITIVE & set(issue.facts["personal_data"]) for issue in holding]
    sensitive = of(sum(map(bool, kinds)), len(holding))
    yield _("Of those with sensitive data or criminal offences"), sensitive
    yield _("Impact assessments made, of those needed"), _assessed(issues, on)


def _assessed(issues: Sequence[Issue], on: date) -> str:
    """Of the systems that need an impact assessment (GDPR article 35), how many have one."""
    facts = [(issue.facts.get("dpia") or {}, issue) for issue in issues]
    needed = [fact for fact, _issue in facts if fact.get("needed")]
    done = sum(said_on(fact, on) is not None for fact in needed)
    unknown = sum(
        fact.get("needed") is None and holds_personal_data(issue)
        for fact, issue in facts
    )
    return of(done, len(needed)) + not_stated(unknown)


def _articles(picture: Picture) -> Iterator[tuple[str, str]]:
    for name, first, last in _ARTICLES:
        asked = [
            items
            for items in picture.questions.values()
            if any(first <= article <= last for article in _referred(items[0]))
        ]
        if counts := "; ".join(answers_met(asked)):
            yield _(name), _("answered 'met': {counts}").format(counts=counts)


def _referred(item: Item) -> Iterator[int]:
    """The articles that a question refers to."""
    for place in item.control.referred(item.subject.kind).get("gdpr", ()):
        if found := _NUMBER.match(place):
            yield int(found[0])
