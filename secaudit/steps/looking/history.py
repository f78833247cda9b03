"""Every event that touched a subject: who said what, when, in which file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secaudit.campaign import Acts, AnsweredBy, who_answered
from secaudit.language import _, later
from secaudit.officer.text import matching
from secaudit.problems import WrongUsage
from secaudit.questionnaire import kind_and_id
from secaudit.register import Event
from secaudit.steps.looking.event_lines import in_doubt, told
from secaudit.steps.state import register_of
from secaudit.validation import did_you_mean
from secaudit.workspace import Workspace

KINDS = {
    "campaign-opened": later("campaign opened"),
    "issued": later("issued"),
    "withdrawn": later("taken out"),
    "assessed": later("answered"),
    "reviewed": later("reviewed"),
    "action": later("action"),
    "decision": later("decision"),
    "transferred": later("handed over"),
    "extended": later("given time"),
    "mailed": later("mail"),
    "mail-outcome": later("mail server"),
    "campaign-closed": later("campaign closed"),
    "purged": later("purged"),
}


@dataclass(frozen=True)
class Entry:
    """One event, told for a reader."""

    sequence: int
    at: str
    """When it was recorded: UTC."""
    on: str
    """The day that it tells of, such as when an answer was given."""
    kind: str
    campaign: str
    subject: str
    who: str
    """The person's name, or their id where the name is deleted; of answers, who gave them."""
    told: tuple[str, ...]
    """What happened, a line each."""


def history(
    workspace: Workspace, subject: str, control: str | None
) -> tuple[Entry, ...]:
    """The events of `subject` (`system:id`, an id alone, or a person's), in order.

    With `control`, only those that concern it. Raises WrongUsage if nothing was ever issued
    about such a subject, and no such person was asked.
    """
    events = register_of(workspace).events()
    wanted, given = _wanted(events, subject), who_answered(events)
    people = {e.payload.get("person") for e in events if e.kind == "issued"}
    mails = {e.sequence: e for e in events if e.kind == "mailed"}
    people = people.union(*(_people(mail, mails) for mail in mails.values()))
    person = subject if subject in people else None
    if not wanted and person is None:
        sentence = _("nothing was ever issued about '{subject}'")
        names = {kind_and_id(e.subject)[1] for e in events if e.subject}
        raise WrongUsage(
            sentence.format(subject=subject) + did_you_mean(subject, names)
        )
    unsettled = _unsettled(events)
    found = tuple(
        _entry(event, control, given.get(event.sequence), unsettled)
        for event, keys in _touching(events)
        if person in _people(event, mails) or _concerns(event, keys, wanted, control)
    )
    if control is not None and not found:
        sentence = _("nothing is known of '{control}' there")
        raise WrongUsage(sentence.format(control=control))
    return found


def _wanted(events: Sequence[Event], subject: str) -> set[str]:
    """The keys that are meant, and what a renamed system was called before."""
    keys = {event.subject for event in events if event.subject}
    wanted = set(matching(subject, keys))
    for event in reversed(events):
        former = event.payload.get("formerly")
        if event.subject in wanted and former:
            wanted.add(f"{kind_and_id(event.subject)[0]}:{former}")
    return wanted


def _touching(
    events: Sequence[Event],
) -> Iterator[tuple[Event, set[tuple[str, str | None]]]]:
    """Each event with the subjects that it touched, and of each the controls, or None for all."""
    acts = Acts()
    for event in events:
        acts.take(event)
        said = event.payload
        if event.kind == "action":
            yield event, set(acts.actions[said["action"]].covers)
        elif event.kind == "decision":
            id = said.get("takes_back", said.get("decision"))
            every = (d for d in acts.decisions if d.id == id)
            yield event, {gap.key for decision in every for gap in decision.accepts}
        elif event.kind == "transferred":
            yield event, {(key, None) for key in said["subjects"]}
        else:
            yield event, {(event.subject, id) for id in _controls(event)}


def _controls(event: Event) -> set[str | None]:
    """The controls that an event is about; None where it is about every one."""
    said = event.payload
    if event.kind == "issued":
        asked = ("questions", "inherited", "carried")
        return {None, *(id for name in asked for id in said.get(name, ()))}
    if event.kind == "assessed":
        return {None, *said["answers"]}
    return {said["control"]} if "control" in said else {None}


def _concerns(
    event: Event,
    touched: set[tuple[str, str | None]],
    wanted: set[str],
    control: str | None,
) -> bool:
    controls = {id for key, id in touched if key in wanted}
    if control is None or not controls:
        return bool(controls)
    whole = event.kind in ("withdrawn", "transferred")
    return control in controls or (whole and None in controls)


def _people(event: Event, mails: Mapping[int, Event]) -> tuple[str, ...]:
    """The ids of those to whom it happened, whatever they answer for."""
    said = event.payload
    if event.kind == "mail-outcome":
        return _people(mails[said["of"]], mails)
    if event.kind == "mailed":
        return said["person"], said["to"]
    about = {"extended": ("person",), "transferred": ("from", "to")}
    return tuple(said[name] for name in about.get(event.kind, ()))


def _day(event: Event) -> str:
    said = event.payload
    names = ("answered_on", "issued_on", "opened_on", "on")
    day: str = next((said[n] for n in names if n in said), event.at[:10])
    return day


def _unsettled(events: Sequence[Event]) -> set[int]:
    """The mails handed to a server of which no event says what it made of them."""
    mails = [event for event in events if event.kind == "mailed"]
    sent = {mail.sequence for mail in mails if mail.payload["way"] == "sent"}
    settled = {e.payload["of"] for e in events if e.kind == "mail-outcome"}
    return sent - settled - {mail.payload.get("taken") for mail in mails}


def _entry(
    event: Event, control: str | None, by: AnsweredBy | None, unsettled: set[int]
) -> Entry:
    named, number = event.personal, event.sequence
    lines = (*told(event, control), *(in_doubt(number) if number in unsettled else ()))
    who = by.said if by else named.get("by") or named.get("name")
    return Entry(
        sequence=event.sequence,
        at=event.at,
        on=_day(event),
        kind=event.kind,
        campaign=event.campaign,
        subject=event.subject,
        who=who or event.payload.get("person") or "",
        told=lines,
    )
