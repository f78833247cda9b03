"""An issued form, and an answer, as their events tell of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from secaudit.campaign.model import Issue
from secaudit.catalogue import Control, Kind
from secaudit.questionnaire import Questionnaire
from secaudit.register import Event
from secaudit.validation import shaped

_OPTIONAL = (
    "person",
    "part",
    "facts",
    "inherited",
    "carried",
    "occasion",
    "edition",
)


def issue_of(event: Event, controls: Mapping[str, Control]) -> Issue:
    """The form that an event issued, with its questions from the frozen catalogue."""
    said = event.payload
    kind: Kind = said["subject"]["kind"]
    subject = {
        **said["subject"],
        "name": event.personal.get("subject", said["subject"].get("name", "")),
    }
    form = {
        "organisation": event.organisation,
        "campaign": event.campaign,
        "subject": subject,
    }
    form |= {name: said[name] for name in _OPTIONAL if name in said}
    asked = {id: controls[id].questions[kind] for id in said["questions"]}
    answer_by = said.get("answer_by")
    return Issue(
        event.sequence,
        said["issue"],
        replace(shaped(form, Questionnaire), questions=asked),
        date.fromisoformat(said["issued_on"]),
        event.personal.get("name", ""),
        event.personal.get("email", ""),
        said.get("owner"),
        said.get("facts", {}),
        tuple(said.get("provides", ())),
        said.get("formerly"),
        said.get("department"),
        date.fromisoformat(answer_by) if answer_by else None,
    )


def beside(other: Issue, issue: Issue) -> Issue:
    """An issue about a subject, once a later one is there."""
    again = other.form.questions.keys() & issue.form.questions.keys()
    instead = issue.subject.kind == "system" or (other.form.person is None and again)
    if other.form.part == issue.form.part and instead:
        return replace(other, superseded=True, replaced_by=issue.id)
    # one system has one owner and one set of facts, whoever was told of them first
    return replace(other, owner=issue.owner, facts=issue.facts, provides=issue.provides)


def joined(said: Any, named: Any) -> Any:
    """An answer from its two halves: what may stay for ever, and what may be deleted."""
    whole = {**said, **{k: v for k, v in named.items() if isinstance(v, str)}}
    for part in ("action", "acceptance"):
        if part in said or part in named:
            whole[part] = {**said.get(part, {}), **named.get(part, {})}
    references = named.get("evidence", [])
    whole["evidence"] = [
        {**item, **({"reference": references[i]} if i < len(references) else {})}
        for i, item in enumerate(said.get("evidence", []))
    ]
    return whole
