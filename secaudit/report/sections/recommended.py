"""What the Direktion is asked to decide."""

from collections.abc import Iterator, Sequence

from secaudit.campaign import Action
from secaudit.gaps import Picture
from secaudit.language import _, counted
from secaudit.report.material import Material
from secaudit.report.sections.amounts import cost_of, hours_of
from secaudit.report.sections.basis import approval_of
from secaudit.report.sections.plan import bare_gaps, planned
from secaudit.report.sections.subjects import ownerless
from secaudit.report.wording import joined


def recommended(material: Material) -> tuple[str, ...]:
    """The points, in the order in which one decides: to approve, to act, then the notes' own."""
    picture = material.picture
    said = [*_to_approve(picture), *_to_settle(picture)]
    return (*said, *material.notes.recommendations)


def _to_approve(picture: Picture) -> Iterator[str]:
    """What nobody approved yet, in this campaign; measures in any."""
    papers = {
        "report": _("this report"),
        "soa": _("the statement of applicability (appendix A)"),
    }
    left = [said for what, said in papers.items() if not approval_of(what, picture)]
    if left:
        yield _("approves {papers}").format(papers=joined(left))
    found = planned(picture)
    if found and not approval_of("actions", picture):
        yield _plan(found)
    nis2 = any(c.id == "nis2" for c in picture.campaign.catalogues)
    if nis2 and not approval_of("measures", picture):
        yield _("approves the measures of NIS 2-loven § 7, stk. 1 (section 12)")


def _plan(found: Sequence[Action]) -> str:
    hours = hours_of([action.hours for action in found])
    cost = cost_of([action.cost for action in found])
    plan = counted(
        "approves the plan of {n} action (section 14)",
        "approves the plan of {n} actions (section 14)",
        len(found),
    )
    amounts = joined([amount for amount in (hours, cost) if amount])
    if not amounts:
        return plan
    return _("{plan}: {amounts}").format(plan=plan, amounts=amounts)


def _to_settle(picture: Picture) -> Iterator[str]:
    urgent = sum(gap.letter == "A" for gap in bare_gaps(picture))
    if urgent:
        yield counted(
            "decides who closes the {n} gap in class A that no action covers (section 13)",
            "decides who closes the {n} gaps in class A that no action covers (section 13)",
            urgent,
        )
    missing = ownerless(picture)
    if missing:
        yield counted(
            "names an owner of the {n} system that has none (section 4)",
            "names owners of the {n} systems that have none (section 4)",
            len(missing),
        )
