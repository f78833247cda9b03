"""Section 11, Incidents, audits and checks, and what was said since the last report."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from secaudit.campaign import Review, Word
from secaudit.gaps import SHORTFALL, Picture
from secaudit.language import _, counted, later, long_date, number
from secaudit.notes import Audit, Incidents, Objective
from secaudit.report.said.wording import joined
from secaudit.report.yearly.facts import FactRow, RemarkRow
from secaudit.report.yearly.material import Material

_REACHED = {
    "yes": later("Reached"),
    "partly": later("Partly reached"),
    "no": later("Not reached"),
}


@dataclass(frozen=True)
class Happened:
    """Section 11: what happened since the last report."""

    incidents: tuple[FactRow, ...]
    """In numbers, beside those of the campaign before; then in words."""
    audits: tuple[RemarkRow, ...]
    """What audits, tests and supervision showed, in the order they were made."""
    checks: tuple[str, ...]
    """What the reviews of the answers showed, a sentence each."""
    objectives: tuple[FactRow, ...]
    """Each, whether it was reached, and by what."""
    feedback: tuple[RemarkRow, ...]
    """What interested parties said."""


def happened(material: Material) -> Happened:
    """Section 11."""
    notes, picture = material.notes, material.picture
    return Happened(
        incidents=tuple(_incidents(material)),
        audits=tuple(
            RemarkRow(_made(audit), long_date(audit.on), audit.result)
            for audit in sorted(notes.audits, key=attrgetter("on"))
        ),
        checks=(*_outcomes(picture), *_mended(picture), *_judged(picture)),
        objectives=tuple(FactRow(o.what, _came(o)) for o in notes.objectives),
        feedback=tuple(RemarkRow(said.by, "", said.text) for said in notes.feedback),
    )


def _incidents(material: Material) -> Iterator[FactRow]:
    now, then = material.notes.incidents, material.notes_before.incidents
    if now is None:
        return
    before = material.before.campaign.id if material.before else ""
    earlier = _numbers(then) if then and before else {}
    for name, count in _numbers(now).items():
        if count is not None:
            yield FactRow(name, _beside(count, earlier.get(name), before))
    if now.text:
        yield FactRow(_("What happened"), now.text)


def _numbers(incidents: Incidents) -> dict[str, int | None]:
    return {
        _("Security incidents"): incidents.count,
        _("Breaches of personal data security"): incidents.personal_data_breaches,
        _("Reported to the Danish Data Protection Agency (GDPR art. 33)"): (
            incidents.reported_to_datatilsynet
        ),
        _("Reported under the NIS 2 Act"): incidents.reported_under_nis2,
    }


def _beside(now: int, then: int | None, before: str) -> str:
    if then is None:
        return number(now)
    said = _("{now} ({then} in {before})")
    return said.format(now=number(now), then=number(then), before=before)


def _made(audit: Audit) -> str:
    if not audit.by:
        return audit.what
    return _("{what} ({by})").format(what=audit.what, by=audit.by)


def _came(objective: Objective) -> str:
    reached = _(_REACHED[objective.reached])
    return f"{reached}. {objective.result}" if objective.result else reached


def reviewed(picture: Picture) -> Iterator[tuple[Word, Review]]:
    """The answers that stand and were reviewed, with the word of the reviewer."""
    for item in picture.own:
        review = picture.campaign.review(item.key)
        if item.word and review:
            yield item.word, review


def _outcomes(picture: Picture) -> Iterator[str]:
    outcomes = Counter(review.outcome for _word, review in reviewed(picture))
    if not outcomes:
        return
    parts = {
        "agreed": counted("{n} was agreed", "{n} were agreed", outcomes["agreed"]),
        "returned": counted(
            "{n} was sent back", "{n} were sent back", outcomes["returned"]
        ),
        "assessed": counted(
            "{n} was assessed otherwise",
            "{n} were assessed otherwise",
            outcomes["assessed"],
        ),
    }
    yield counted(
        "Of {n} answer reviewed, {{parts}}.",
        "Of {n} answers reviewed, {{parts}}.",
        outcomes.total(),
    ).format(
        parts=joined([part for outcome, part in parts.items() if outcomes[outcome]])
    )


def _mended(picture: Picture) -> Iterator[str]:
    """How many were sent back and have been answered again."""
    campaign = picture.campaign
    again = sum(
        review.returned and item.word.sequence > review.of
        for item in picture.own
        if item.word and (review := campaign.reviews.get(item.key))
    )
    if again:
        yield counted(
            "{n} answer was sent back, and has been answered again.",
            "{n} answers were sent back, and have been answered again.",
            again,
        )


def _judged(picture: Picture) -> Iterator[str]:
    grades = [_difference(word, review) for word, review in reviewed(picture)]
    worse, better = sum(g < 0 for g in grades), sum(g > 0 for g in grades)
    if worse:
        yield counted(
            "The reviewer assessed {n} answer as worse than was stated.",
            "The reviewer assessed {n} answers as worse than was stated.",
            worse,
        )
    if better:
        yield counted(
            "The reviewer assessed {n} answer as better than was stated.",
            "The reviewer assessed {n} answers as better than was stated.",
            better,
        )


def _difference(word: Word, review: Review) -> int:
    """How much better the reviewer found it than the answer said; less than 0 is worse."""
    if review.outcome != "assessed":
        return 0
    own, theirs = map(SHORTFALL.get, (word.answer.status, review.status or ""))
    return 0 if own is None or theirs is None else own - theirs
