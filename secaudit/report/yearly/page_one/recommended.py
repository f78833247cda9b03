"""What the Direktion is asked to decide."""

from collections.abc import Iterator, Sequence

from secaudit.campaign import Action
from secaudit.gaps import Gap, Picture, months_later
from secaudit.language import _, counted, long_date
from secaudit.questionnaire import UNANSWERED
from secaudit.report.said.systems import ownerless
from secaudit.report.said.wording import briefly, joined, name_of, shortened
from secaudit.report.yearly.gaps.accepted import cost_of, hours_of
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.standing import approval_of, asks_for_measures

_MOST_NAMED, _YEAR = 2, 12


def recommended(material: Material) -> tuple[str, ...]:
    """The points, in the order in which one decides: to approve, to act, then the notes' own."""
    picture, own = material.picture, material.notes.recommendations
    if not picture.items:
        return own
    return (
        *_to_approve(material),
        *_to_answer(picture),
        *_to_own(picture),
        *_to_close(material),
        *_to_renew(picture),
        *own,
    )


def _to_approve(material: Material) -> Iterator[str]:
    """What nobody approved yet, in this campaign; measures in any."""
    picture = material.picture
    papers = {
        "report": _("this report"),
        "soa": _("the statement of applicability (appendix A)"),
    }
    if left := [p for what, p in papers.items() if not approval_of(what, picture)]:
        yield _("approve {papers}").format(papers=joined(left))
    if material.planned and not approval_of("actions", picture):
        yield _plan(material.planned)
    if asks_for_measures(picture) and not approval_of("measures", picture):
        yield _("approve the measures of the NIS 2 Act § 7(1) (section 12)")


def _plan(actions: Sequence[Action]) -> str:
    hours, cost = hours_of(actions), cost_of(actions)
    plan = counted(
        "approve the plan of {n} action (section 14)",
        "approve the plan of {n} actions (section 14)",
        len(actions),
    )
    if not (hours or cost):
        return plan
    amounts = joined([amount for amount in (hours, cost) if amount])
    return _("{plan}: {amounts}").format(plan=plan, amounts=amounts)


def _to_answer(picture: Picture) -> Iterator[str]:
    """Who is to answer what they were asked."""
    silent = picture.silent - {""}
    unanswered = sum(
        item.status == UNANSWERED and item.issue.form.person in silent
        for item in picture.own
    )
    people = [shortened(name_of(p, picture.campaign)) for p in sorted(silent)]
    if people:
        yield counted(
            "ask {{names}} to answer the {n} question put to them (section 4)",
            "ask {{names}} to answer the {n} questions put to them (section 4)",
            unanswered,
        ).format(names=_named(people, counted("{n} person", "{n} people", len(people))))


def _to_own(picture: Picture) -> Iterator[str]:
    if systems := [shortened(subject.name) for subject in ownerless(picture)]:
        number = counted("{n} system", "{n} systems", len(systems))
        sentence = _("name who is to own {names} (section 4)")
        yield sentence.format(names=_named(systems, number))


def _to_close(material: Material) -> Iterator[str]:
    """The gaps in class A without an action, but for those that only want an answer."""
    silent = material.picture.silent
    gaps = [
        gap
        for gap in material.bare
        if gap.gap_class == "A"
        and not (
            gap.item.status == UNANSWERED
            and (gap.item.issue.form.person or "") in silent
        )
    ]
    if gaps:
        number = counted(
            "{n} gap in class A without an action",
            "{n} gaps in class A without an action",
            len(gaps),
        )
        sentence = _("decide who closes {names} (section 13)")
        yield sentence.format(names=_named([_placed(gap) for gap in gaps], number))


def _to_renew(picture: Picture) -> Iterator[str]:
    """What a decision lets stand, or knows of, until a day before the next report."""
    last = months_later(picture.on, _YEAR)
    gaps = [g for g in picture.gaps if g.accepted and g.accepted.until <= last]
    if gaps:
        first = min(gap.accepted.until for gap in gaps if gap.accepted)
        number = counted("{n} gap", "{n} gaps", len(gaps))
        sentence = counted(
            "decide anew on {{names}}: the deadline is {{date}} (section 15)",
            "decide anew on {{names}}: the first deadline is {{date}} (section 15)",
            len(gaps),
        )
        names = _named([_placed(gap) for gap in gaps], number)
        yield sentence.format(names=names, date=long_date(first))


def _placed(gap: Gap) -> str:
    """What a gap is called in a sentence: its control, and where it is."""
    control, subject = gap.item.control.id, briefly(gap.item.subject)
    return _("{control} in {subject}").format(control=control, subject=subject)


def _named(names: Sequence[str], number: str) -> str:
    """The names, if they are few; else their number."""
    return joined(names) if len(names) <= _MOST_NAMED else number
