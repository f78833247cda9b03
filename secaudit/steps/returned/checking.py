"""Each returned document against the form that the register says was issued."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from secaudit.assessment import Expected, Reading, Shown, read
from secaudit.campaign import Campaign, Earlier, Issue, Key, conditional
from secaudit.digest import sha256
from secaudit.handwriting import written_on_help
from secaudit.language import _
from secaudit.problems import errors
from secaudit.steps.returned.basis import Basis
from secaudit.steps.returned.faults import wrong_form
from secaudit.steps.returned.files import Sent


@dataclass(frozen=True)
class Judged:
    """A document, checked against the register."""

    sent: Sent
    reading: Reading
    recorded: int | None = None
    """The event in which the very same document was recorded before."""
    later: int | None = None
    """The event that took the place of any of it since, where the file is an old one."""


def judge(sent: Iterable[Sent], basis: Basis) -> tuple[Judged, ...]:
    """Each document against the form it names, and against the others of this run."""
    return tuple(_not_twice([_judged(one, basis) for one in sent]))


def _judged(sent: Sent, basis: Basis) -> Judged:
    refused = Reading(sent.document, None, sent.problems)
    if sent.value is None:
        return Judged(sent, refused)
    recorded = basis.campaign.documents.get(sha256(sent.value))
    later = basis.campaign.later.get(recorded or 0)
    if recorded and (later is None or basis.lying.is_old(sent, basis.campaign)):
        return Judged(sent, refused, recorded, later)
    fault = wrong_form(sent, basis)
    if fault:
        problems = tuple(sorted((*sent.problems, sent.document.problem(*fault))))
        return Judged(sent, replace(refused, problems=problems))
    issue, partial = basis.issues[sent.value["issue"]], basis.partial
    expected = replace(_expected(issue, basis.campaign), **_mailed(sent, issue, basis))
    reading = read(sent.document, sent.alone, expected, basis.on, partial=partial)
    return Judged(sent, _with_help_lines(reading, issue, basis))


def _with_help_lines(reading: Reading, issue: Issue, basis: Basis) -> Reading:
    """The reading; refused where something was written on the lines of help."""
    told = {problem.line for problem in errors(reading.problems)}
    for known in basis.help_of(issue):
        lost = written_on_help(reading.document, known)
        more = [problem for problem in lost if problem.line not in told]
        if not more:
            return reading
    problems = tuple(sorted((*reading.problems, *more)))
    assessment = None if errors(more) else reading.assessment
    return replace(reading, assessment=assessment, problems=problems)


def _expected(issue: Issue, campaign: Campaign) -> Expected:
    key, targets = issue.subject.key, campaign.profile.targets
    words = {id: campaign.latest((key, id)) for id in issue.form.questions}
    given = {id: word for id, word in words.items() if word}
    stands = (id for id in given if not campaign.returned((key, id)))
    return Expected(
        form=issue.form,
        issued_on=issue.issued_on,
        name=issue.name,
        email=issue.email,
        target=targets.maturity,
        employees=targets.employees,
        answered=frozenset(() if issue.form.occasion else stands),
        answered_on=max((word.answered_on for word in given.values()), default=None),
        provides=frozenset(issue.provides),
        conditional=partial(conditional, campaign, issue),
        departments=frozenset(campaign.units),
        earlier={id: _shown(e, (key, id), campaign) for id, e in issue.earlier.items()},
    )


def _shown(earlier: Earlier, key: Key, campaign: Campaign) -> Shown:
    """An earlier answer, which may have been sent back, or repeated and sent back, since."""
    word, latest, since = earlier.word, campaign.latest(key), campaign.returned(key)
    said = {latest.sequence, latest.answer.repeats} if latest and since else set()
    return Shown(
        answer=word.answer,
        event=word.sequence,
        sent_back=earlier.sent_back or word.sequence in said,
    )


def _mailed(sent: Sent, issue: Issue, basis: Basis) -> dict[str, Any]:
    """What the mail tells, and who deputises: no form says, so it is as it is now."""
    file = sent.file
    if file.sender is None and file.sent_at is None:
        return {}
    kind, id = issue.subject.kind, issue.subject.id
    system = basis.inventory.system(id) if kind == "system" else None
    people = map(basis.inventory.person, system.deputies if system else ())
    return {
        "sender": file.sender.email if file.sender else "",
        "sent_on": file.sent_at.date() if file.sent_at else None,
        "deputies": frozenset(p.email for p in people if p and p.email),
    }


def _not_twice(judged: list[Judged]) -> Iterator[Judged]:
    """Refuse two new documents of one run for the same subject and respondent.

    The same document twice is one.
    """
    new = {j.reading.assessment.fingerprint: j for j in judged if j.reading.assessment}
    forms = Counter(_form(one) for one in new.values())
    for one in judged:
        if forms[_form(one)] < 2:
            yield one
            continue
        message = _("two documents in this run answer the same form; send only one")
        problem = one.reading.document.problem("two-documents", message, ("issue",))
        problems = tuple(sorted((*one.reading.problems, problem)))
        reading = replace(one.reading, assessment=None, problems=problems)
        yield replace(one, reading=reading)


def _form(judged: Judged) -> str:
    assessment = judged.reading.assessment
    return assessment.issue if assessment else ""
