"""Section 4, Basis and method: the forms, who answered, and the catalogues."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secaudit.campaign import Campaign, Issue
from secaudit.gaps import Item, Picture
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
        facts=tuple(FactRow(*fact) for fact in _facts(picture)),
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
    carried = sum(_is_carried(item, picture) for item in picture.own)
    if carried:
        yield (
            _("Answers from earlier campaigns"),
            counted("{n} answer still stands", "{n} answers still stand", carried),
        )
    yield from _approved(picture)
    yield _("Catalogues"), "; ".join(_catalogues(campaign))


def _catalogues(campaign: Campaign) -> Iterator[str]:
    for catalogue in campaign.catalogues:
        title = catalogue.title_da if active() == "da" else catalogue.title_en
        version = _("{title}, version {version}")
        yield version.format(title=title, version=catalogue.version)


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
    taken_out = [briefly(out.subject) for out in campaign.withdrawn.values()]
    if taken_out:
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


def _is_carried(item: Item, picture: Picture) -> bool:
    return bool(item.word and item.word.campaign != picture.campaign.id)


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
    left = _unanswered(picture)
    missing = [left[issue.sequence] for issue in forms]
    whole = sum(left == 0 for left in missing)
    part = sum(
        0 < unanswered < len(form.form.questions)
        for form, unanswered in zip(forms, missing, strict=True)
    )
    in_full = _("{part} of {whole} answered in full").format(
        part=number(whole), whole=number(len(forms))
    )
    if not part:
        return in_full
    return f"{in_full}, " + counted("{n} in part", "{n} in part", part)


def _unanswered(picture: Picture) -> Counter[int]:
    """How many questions of each form have no answer, by the event that issued it."""
    return Counter(
        item.issue.sequence
        for item in picture.own
        if item.status == UNANSWERED and item.control.id in item.issue.form.questions
    )


def _silent(picture: Picture) -> list[tuple[str, list[Item]]]:
    """Whom questions were put to that have no answer, each with all that was put to them."""
    by_person: dict[str, list[Item]] = {}
    for item in picture.own:
        if item.control.id in item.issue.form.questions:
            by_person.setdefault(item.issue.form.person or "", []).append(item)
    rows = [(person, items) for person, items in by_person.items() if _left(items)]
    return sorted(
        rows, key=lambda row: (row[0] not in picture.silent, -_left(row[1]), row[0])
    )


def _left(items: Sequence[Item]) -> int:
    return sum(item.status == UNANSWERED for item in items)


def _row(person: str, items: Sequence[Item], picture: Picture) -> SilentRow:
    return SilentRow(
        person=name_of(person, picture.campaign)
        if person
        else capital(_("nobody named")),
        subjects=about([item for item in items if item.status == UNANSWERED]),
        answered=of(len(items) - _left(items), len(items)),
    )
