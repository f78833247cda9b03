"""Section 4, Basis and method: the forms, who answered, and the catalogues."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap

from secaudit.campaign import Campaign, Issue
from secaudit.gaps import Item, Picture, grouped
from secaudit.language import _, active, counted, long_date, number
from secaudit.questionnaire import UNANSWERED
from secaudit.report.said.about import about
from secaudit.report.said.first import first
from secaudit.report.said.systems import ownerless
from secaudit.report.said.wording import briefly, capital, joined, name_of, of
from secaudit.report.yearly.facts import FactRow
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.standing import approval_of, asks_for_measures

_MOST_SILENT = 10


@dataclass(frozen=True)
class SilentRow:
    """Somebody who has not answered everything."""

    person: str
    subjects: str
    answered: str
    """Questions answered, of those put to them."""


@dataclass(frozen=True)
class Basis:
    """Section 4: what the report builds on."""

    facts: tuple[FactRow, ...]
    """The campaign in facts."""
    silent: tuple[SilentRow, ...]
    """Those who have not answered everything: first those who answered nothing."""
    rest: str
    ownerless: tuple[str, ...]
    """The systems that nobody is accountable for."""


def basis(material: Material) -> Basis:
    """Section 4."""
    picture = material.picture
    shown, rest = first(_silent(picture), _MOST_SILENT)
    return Basis(
        facts=tuple(starmap(FactRow, _facts(picture))),
        silent=tuple(_row(person, items, picture) for person, items in shown),
        rest=rest,
        ownerless=tuple(subject.name for subject in ownerless(picture)),
    )


def _facts(picture: Picture) -> Iterator[tuple[str, str]]:
    campaign = picture.campaign
    yield _("Campaign opened"), long_date(campaign.opened_on)
    yield _("To be answered by"), long_date(campaign.due)
    if campaign.closed_on:
        yield _("Campaign closed"), long_date(campaign.closed_on)
    yield _("Figures as of"), long_date(picture.on)
    yield _("Forms issued"), _issued(picture)
    yield _("Forms answered"), _answered(picture)
    yield from _outside(picture)
    words = [item.word for item in picture.own if item.word]
    given = [word for word in words if word.campaign == campaign.id]
    if repeated := sum(word.answer.repeats is not None for word in given):
        yield _("Confirmed unchanged"), _of_answers(repeated, len(given))
    if carried := len(words) - len(given):
        yield (
            _("Answers from earlier campaigns"),
            counted("{n} answer still stands", "{n} answers still stand", carried),
        )
    yield from _approved(picture)
    yield _("Catalogues"), "; ".join(_catalogues(campaign))


def _of_answers(some: int, answers: int) -> str:
    said = counted("{{part}} of {n} answer", "{{part}} of {n} answers", answers)
    return said.format(part=number(some))


def _catalogues(campaign: Campaign) -> Iterator[str]:
    for catalogue in campaign.catalogues:
        title = catalogue.title_da if active() == "da" else catalogue.title_en
        known = _("{title}, version {version}")
        yield known.format(title=title, version=catalogue.version)


def _approved(picture: Picture) -> Iterator[tuple[str, str]]:
    """What was approved; the measures of NIS 2-loven § 7, stk. 1 also where they were not."""
    names = {
        "report": _("Report approved"),
        "soa": _("Statement of applicability approved"),
        "actions": _("Actions approved"),
        "measures": _("Measures approved (NIS 2 Act § 7)"),
    }
    for what, name in names.items():
        if approval := approval_of(what, picture):
            yield name, approval
        elif what == "measures" and asks_for_measures(picture):
            yield name, _("no approval is recorded")


def _outside(picture: Picture) -> Iterator[tuple[str, str]]:
    """What is not as it was issued: taken out, sent back, late, or not counted."""
    campaign = picture.campaign
    if taken_out := [briefly(out.subject) for out in campaign.withdrawn.values()]:
        yield _("Taken out"), joined(taken_out)
    forms = {issue.id: issue for issue in campaign.issues}
    counts = {
        _("Sent back by the reviewer"): [g.reason == "returned" for g in picture.gaps],
        _("Answered after the deadline"): [
            _is_late(item, campaign, forms) for item in picture.own
        ],
    }
    for name, answers in counts.items():
        if any(answers):
            yield name, counted("{n} answer", "{n} answers", sum(answers))
    if campaign.after:
        yield (
            _("Answered after the campaign was closed"),
            counted(
                "{n} answer, which no figure counts",
                "{n} answers, which no figure counts",
                len(campaign.after),
            ),
        )


def _is_late(item: Item, campaign: Campaign, forms: Mapping[str, Issue]) -> bool:
    """Whether it came after the deadline of the form that it was given in."""
    word = item.word
    if word is None or word.campaign != campaign.id:
        return False
    return word.answered_on > campaign.deadline(forms.get(word.issue, item.issue))


def _asking(picture: Picture) -> tuple[Issue, ...]:
    """The forms that ask something."""
    return tuple(i for i in picture.campaign.current() if i.form.questions)


def _issued(picture: Picture) -> str:
    forms = _asking(picture)
    people = {issue.form.person for issue in forms} - {None}
    sent = sum(issue.form.person is not None for issue in forms)
    forms_sent = counted("{n} form", "{n} forms", sent)
    to = counted("to {n} person", "to {n} people", len(people))
    if sent == len(forms):
        return f"{forms_sent} {to}"
    left = counted(
        "{n} form has no recipient",
        "{n} forms have no recipient",
        len(forms) - sent,
    )
    return f"{forms_sent} {to}; {left}"


def _answered(picture: Picture) -> str:
    forms = _asking(picture)
    left = Counter(item.issue.sequence for item in _left(_asked(picture)))
    whole = sum(not left[issue.sequence] for issue in forms)
    part = sum(0 < left[i.sequence] < len(i.form.questions) for i in forms)
    in_full = _("{part} of {whole} answered in full").format(
        part=number(whole), whole=number(len(forms))
    )
    if not part:
        return in_full
    return f"{in_full}, " + counted("{n} in part", "{n} in part", part)


def _asked(picture: Picture) -> list[Item]:
    """The questions of the forms, without those whose answers were carried over."""
    return [i for i in picture.own if i.control.id in i.issue.form.questions]


def _left(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item.status == UNANSWERED]


def _silent(picture: Picture) -> list[tuple[str, Sequence[Item]]]:
    """Whom questions were put to that have no answer, each with all that was put to them."""
    people = grouped(_asked(picture), lambda item: item.issue.form.person or "")
    return sorted(
        ((person, items) for person, items in people.items() if _left(items)),
        key=lambda row: (row[0] not in picture.silent, -len(_left(row[1])), row[0]),
    )


def _row(person: str, items: Sequence[Item], picture: Picture) -> SilentRow:
    left, nobody = _left(items), capital(_("nobody named"))
    return SilentRow(
        person=name_of(person, picture.campaign) if person else nobody,
        subjects=about(left),
        answered=of(len(items) - len(left), len(items)),
    )
