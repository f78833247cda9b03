"""Every event that touched a subject: who said what, when, in which file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from secaudit.digest import canonical
from secaudit.language import _, active, counted, later
from secaudit.problems import WrongUsage
from secaudit.questionnaire import word
from secaudit.register import Event
from secaudit.steps.state import register_of
from secaudit.validation import did_you_mean
from secaudit.workspace import Workspace

KINDS = {
    "campaign-opened": later("campaign-opened"),
    "issued": later("issued"),
    "assessed": later("assessed"),
    "reviewed": later("reviewed"),
}


@dataclass(frozen=True)
class Entry:
    """One event, told for a reader."""

    sequence: int
    at: str
    kind: str
    campaign: str
    subject: str
    who: str
    """The person's name, or their id where the name is deleted."""
    told: tuple[str, ...]
    """What happened, a line each."""


def history(
    workspace: Workspace, subject: str, control: str | None
) -> tuple[Entry, ...]:
    """The events of `subject` (`system:id`, or an id alone), in order.

    With `control`, only those that concern it. Raises WrongUsage if nothing was ever issued
    about such a subject.
    """
    events = register_of(workspace).events()
    keys = {event.subject for event in events if event.subject}
    wanted = {key for key in keys if subject in (key, key.partition(":")[2])}
    for event in reversed(events):  # and what a renamed system was called before
        former = event.payload.get("formerly")
        if event.subject in wanted and former:
            wanted.add(f"{event.subject.partition(':')[0]}:{former}")
    if not wanted:
        sentence = _("nothing was ever issued about '{subject}'").format(
            subject=subject
        )
        names = {key.partition(":")[2] for key in keys}
        raise WrongUsage(sentence + did_you_mean(subject, names))
    touched = [e for e in events if e.subject in wanted and _concerns(e, control)]
    return tuple(_entry(event, control) for event in touched)


def _concerns(event: Event, control: str | None) -> bool:
    if control is None:
        return True
    said = event.payload
    asked = [
        *said.get("questions", ()),
        *said.get("inherited", ()),
        *said.get("carried", ()),
    ]
    return (
        control in asked
        or control in said.get("answers", ())
        or said.get("control") == control
    )


def _entry(event: Event, control: str | None) -> Entry:
    who = event.personal.get("name") or "".join(
        event.personal.get("respondent", [""])[:1]
    )
    return Entry(
        event.sequence,
        event.at,
        event.kind,
        event.campaign,
        event.subject,
        who or event.payload.get("person") or "",
        tuple(_told(event, control)),
    )


def _told(event: Event, control: str | None) -> list[str]:
    if event.kind == "issued":
        n = len(event.payload["questions"])
        said = counted(
            "{n} question; form {{issue}}", "{n} questions; form {{issue}}", n
        )
        return [said.format(issue=event.payload["issue"])]
    return _told_of_answers(event, control) if event.kind == "assessed" else []


def _told_of_answers(event: Event, control: str | None) -> list[str]:
    named = event.personal.get("answers", {})
    told = [
        " · ".join(_answer(id, answer, named.get(id, {})))
        for id, answer in event.payload["answers"].items()
        if control in (None, id)
    ]
    for name, value in event.personal.get("corrections", {}).items():
        shown = "–" if value is None else canonical(value)
        told.append(_("proposes {name}: {value}").format(name=name, value=shown))
    name = event.personal.get("file", {}).get("name", "")
    file = _("file {name}, SHA-256 {digest}")
    return [*told, file.format(name=name, digest=event.payload["file"])]


def _answer(id: str, answer: Any, named: Any) -> Iterator[str]:
    yield f"{id}: {word(answer['status'], active())}"
    if "maturity" in answer:
        yield _("maturity {level}").format(level=answer["maturity"])
    for department, counts in answer.get("counts", {}).items():
        yield f"{department or '…'}: {sum(counts.values())}"
    if answer.get("reviewed_on"):
        yield _("reviewed {date}").format(date=answer["reviewed_on"])
    for text in (named.get("comment"), *named.get("evidence", ())):
        if text:
            yield " ".join(text.split())
    for part, sentence in (
        ("action", _("proposes: {what}")),
        ("acceptance", _("wishes it accepted: {what}")),
    ):
        facts = {**named.get(part, {}), **answer.get(part, {})}
        order = ("what", "why", "responsible", "due", "until")
        if facts:
            told = ", ".join(str(facts[name]) for name in order if name in facts)
            yield sentence.format(what=told)
