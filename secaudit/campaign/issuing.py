"""Forms and answers, as events tell of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import chain, repeat
from typing import Any, TypeVar

from secaudit.assessment import Acceptance, Answer, Evidence, ProposedAction
from secaudit.campaign.model import Issue
from secaudit.catalogue import Control
from secaudit.register import Event
from secaudit.validation import shaped

_Part = TypeVar("_Part", ProposedAction, Acceptance)


def issue_of(event: Event, controls: Mapping[str, Control]) -> Issue:
    """The form that an event issued, with its questions from the frozen catalogue."""
    told, named = event.payload, event.personal
    subject = {"name": "", **told["subject"]}
    form = {
        **told,
        "organisation": event.organisation,
        "campaign": event.campaign,
        "subject": {**subject, "name": named.get("subject", subject["name"])},
        "questions": {},
    }
    issued = {"name": "", "email": "", "owner": None, **told, **named, "form": form}
    issue = shaped({**issued, "id": told["issue"], "sequence": event.sequence}, Issue)
    kind = issue.subject.kind
    asked = {id: controls[id].questions[kind] for id in told["questions"]}
    return replace(issue, form=replace(issue.form, questions=asked))


def beside(other: Issue, issue: Issue) -> Issue:
    """An earlier form about a subject, now that `issue` is about it too.

    It is superseded where `issue` asks the same of the same part; else it stands, with the
    owner and the facts that were told last.
    """
    again = other.form.questions.keys() & issue.form.questions.keys()
    instead = issue.subject.kind == "system" or (other.form.person is None and again)
    if other.form.part == issue.form.part and instead:
        return replace(other, superseded=True, replaced_by=issue.id)
    # one system has one owner and one set of facts, whoever was told of them first
    return replace(other, owner=issue.owner, facts=issue.facts, provides=issue.provides)


def answer_of(said: Any, named: Any) -> Answer:
    """An answer from its two halves: what may stay for ever, and what may be deleted.

    By hand, because there are tens of thousands, and most have no more than the first four.
    """
    maturity, counts = said.get("maturity"), said.get("counts")
    return Answer(
        status=said["status"],
        reviewed_on=_day(said.get("reviewed_on")),
        comment=str(named.get("comment", "")),
        evidence=_evidence(said, named) if said.get("evidence") else (),
        action=_part(ProposedAction, said.get("action"), named.get("action")),
        acceptance=_part(Acceptance, said.get("acceptance"), named.get("acceptance")),
        maturity=None if maturity is None else int(maturity),
        counts=None if counts is None else shaped(counts, dict[str, dict[str, int]]),
        repeats=said.get("repeats"),
    )


def _evidence(said: Any, named: Any) -> tuple[Evidence, ...]:
    references = chain(named.get("evidence", ()), repeat(""))
    return tuple(
        Evidence(str(reference), _day(item.get("seen_on")))
        for item, reference in zip(said["evidence"], references, strict=False)
    )


def _part(kind: type[_Part], said: Any, named: Any) -> _Part | None:
    if said is None and named is None:
        return None
    return shaped({**(said or {}), **(named or {})}, kind)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
