"""What the report builds on: the forms, who answered, and the catalogues."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from secaudit.campaign import Campaign, Decision, Issue
from secaudit.gaps import Item, Picture
from secaudit.language import _, active, counted, long_date, number
from secaudit.questionnaire import UNANSWERED, Subject
from secaudit.report.said.about import about
from secaudit.report.said.rows import FactRow
from secaudit.report.said.wording import (
    approval,
    capital,
    joined,
    name_of,
    of,
    shortened,
)
from secaudit.report.yearly.rows import SilentRow

MOST_SILENT = 10


def facts(picture: Picture) -> tuple[FactRow, ...]:
    """The campaign in facts, one a row."""
    return tuple(FactRow(name, value) for name, value in _facts(picture))


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
    campaign = picture.campaign
    names = {
        "report": _("Report approved"),
        "soa": _("Statement of applicability approved"),
        "actions": _("Actions approved"),
        "measures": _("Measures approved (NIS 2 Act § 7)"),
    }
    for what, name in names.items():
        if found := approval_of(what, picture):
            yield name, found
        elif what == "measures" and any(c.id == "nis2" for c in campaign.catalogues):
            yield name, _("no approval is recorded")


def approval_of(what: str, picture: Picture) -> str:
    """When something was approved, by whom; empty where it was not."""
    campaign = picture.campaign
    found = [d for d in campaign.decisions if what in d.approves]
    known = [d for d in found if is_known(d, picture)]
    if what != "measures":  # last year's report is another report
        known = [d for d in known if d.campaign == campaign.id]
    return approval(max(known, key=lambda d: d.on)) if known else ""


def is_known(decision: Decision, picture: Picture) -> bool:
    """Whether it was made by the day; of a closed campaign, also what was decided since."""
    if decision.taken_back_on:
        return False
    of_it = picture.campaign.closed_on and decision.campaign == picture.campaign.id
    return bool(of_it) or decision.on <= picture.on


def _outside(picture: Picture) -> Iterator[tuple[str, str]]:
    """What is not as it was issued: taken out, sent back, late, or not counted."""
    campaign = picture.campaign
    taken_out = [_out(out.subject) for out in campaign.withdrawn.values()]
    if taken_out:
        yield _("Taken out"), joined(taken_out)
    returned = sum(gap.reason == "returned" for gap in picture.gaps)
    if returned:
        yield (
            _("Sent back by the reviewer"),
            counted("{n} answer", "{n} answers", returned),
        )
    forms = {issue.id: issue for issue in campaign.issues}
    late = sum(_is_late(item, campaign, forms) for item in picture.own)
    if late:
        yield (
            _("Answered after the deadline"),
            counted("{n} answer", "{n} answers", late),
        )
    if campaign.after:
        yield (
            _("Answered after the campaign was closed"),
            counted(
                "{n} answer, which no figure counts",
                "{n} answers, which no figure counts",
                len(campaign.after),
            ),
        )


def _out(subject: Subject) -> str:
    name = shortened(subject.name)
    return (
        _("{name}, own duties").format(name=name) if subject.kind == "owner" else name
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
    said = counted("{n} form", "{n} forms", sent)
    to = counted("to {n} person", "to {n} people", len(people))
    if sent == len(forms):
        return f"{said} {to}"
    left = counted(
        "{n} form has no recipient",
        "{n} forms have no recipient",
        len(forms) - sent,
    )
    return f"{said} {to}; {left}"


def _answered(picture: Picture) -> str:
    forms = _asking(picture)
    left = _unanswered(picture)
    missing = [left[issue.sequence] for issue in forms]
    whole = sum(left == 0 for left in missing)
    part = sum(
        0 < unanswered < len(form.form.questions)
        for form, unanswered in zip(forms, missing, strict=True)
    )
    said = _("{part} of {whole} answered in full").format(
        part=number(whole), whole=number(len(forms))
    )
    if not part:
        return said
    return f"{said}, " + counted("{n} in part", "{n} in part", part)


def _unanswered(picture: Picture) -> Counter[int]:
    """How many questions of each form have no answer, by the event that issued it."""
    return Counter(
        item.issue.sequence
        for item in picture.own
        if item.status == UNANSWERED and item.control.id in item.issue.form.questions
    )


def silent(picture: Picture) -> tuple[SilentRow, ...]:
    """Those who have not answered everything: first those who answered nothing."""
    by_person: dict[str, list[Item]] = {}
    for item in picture.own:
        if item.control.id in item.issue.form.questions:
            by_person.setdefault(item.issue.form.person or "", []).append(item)
    nothing = picture.silent
    rows = [
        (person not in nothing, -_left(items), person, items)
        for person, items in by_person.items()
        if _left(items)
    ]
    return tuple(
        _row(person, items, picture)
        for *_order, person, items in sorted(rows, key=lambda row: row[:3])
    )


def _left(items: Sequence[Item]) -> int:
    return sum(item.status == UNANSWERED for item in items)


def _row(person: str, items: Sequence[Item], picture: Picture) -> SilentRow:
    return SilentRow(
        name_of(person, picture.campaign) if person else capital(_("nobody named")),
        about([item for item in items if item.status == UNANSWERED]),
        of(len(items) - _left(items), len(items)),
    )
