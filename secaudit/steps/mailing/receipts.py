"""The mails to those who sent something: what was received, what of it is missing or refused."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secaudit.campaign import Mailed
from secaudit.gaps import grouped
from secaudit.language import _, counted, using
from secaudit.problems import MOST_TOLD
from secaudit.steps.mailing.form_letters import form_line
from secaudit.steps.mailing.letter import Letter
from secaudit.steps.mailing.office import Office
from secaudit.steps.mailing.owners import ALL
from secaudit.steps.mailing.received import Received, received
from secaudit.steps.mailing.recipients import asked_of
from secaudit.steps.returned.record import Recorded

_SAVED = re.compile(r"(.+)-[0-9]{8}-[0-9]{6}\.")
"""How the page names what it saves: campaign, person, day and time."""


@dataclass(frozen=True)
class Receipts:
    """The letters to those who sent something, and what nobody can be told of."""

    letters: tuple[Letter, ...]
    unknown: tuple[str, ...]
    """The names of the files of which nobody knows who sent them."""


def receipts(recorded: Recorded, office: Office, again: Iterable[str] = ()) -> Receipts:
    """A letter to each sender of a file of which they were not told before; or only to those of
    `again`, of all.

    It goes to the address that a mail came from, if that is in people.yaml; else to the person
    whose form it is. So nobody gets an answer who only claims to be asked.
    """
    with using(office.language):
        files = received(recorded, office.campaign)
        of_person = grouped(files, lambda one: _recipient(one, office))
        unknown = tuple(one.name for one in of_person.pop(None, ()))
        chosen = {*again}
        new = {
            person: tuple(one for one in theirs if chosen or _is_new(one, office))
            for person, theirs in of_person.items()
            if person and (not chosen or chosen & {person, *ALL})
        }
        letters = (_letter(person, f, office) for person, f in new.items() if f)
        return Receipts(tuple(letters), unknown)


def _is_new(one: Received, office: Office) -> bool:
    """Whether it was not told of before, or more of it is recorded since."""
    if not (one.events or one.refused):
        return False  # a later file took its place
    told = [m.files[one.sha256] for m in _told(office) if one.sha256 in m.files]
    known = {event for events in told for event in events}
    return not told or not known.issuperset(one.events)


def _told(office: Office) -> Iterator[Mailed]:
    return (mail for mail in office.campaign.mails.values() if mail.what == "receipt")


def _recipient(one: Received, office: Office) -> str | None:
    """The id of who is told of a file."""
    if one.sender:
        email = one.sender.email.casefold()
        for person in office.inventory.people:
            if (person.email or "").casefold() == email:
                return person.id
    issues = office.issues
    known = (issues[id].form.person for id in one.forms if id in issues)
    return next(filter(None, known), None) or _named(one.name, office)


def _named(file: str, office: Office) -> str | None:
    """The id that the page put into the name of a file that it saved."""
    saved = _SAVED.match(file.removeprefix("svar-").removeprefix("kladde-"))
    found = saved and saved[1].removeprefix(f"{office.campaign.id}-")
    return found if found in office.forms_of else None


def _letter(person: str, files: tuple[Received, ...], office: Office) -> Letter:
    events = sum(len(one.events) for one in files)
    wrong = sum(len(one.refused) for one in files)
    return Letter(
        what="receipt",
        person=person,
        to=office.person(person),
        text="receipt",
        about=", ".join(
            (
                counted("{n} document recorded", "{n} documents recorded", events),
                counted("{n} error", "{n} errors", wrong),
            )
        ),
        values={
            "recorded": [line for one in files for line in one.recorded],
            "refused": [*_most([line for one in files for line in one.refused])],
            "missing": list(_missing(files, person, office)),
            "files": [_file(one) for one in files if one.events],
        },
        files={one.sha256: one.events for one in files},
    )


def _file(one: Received) -> str:
    """A file that was recorded, with its checksum and the events."""
    numbers = ", ".join(map(str, one.events))
    line = _("{file}: {digest} (event {events})")
    return line.format(file=one.name, digest=one.sha256, events=numbers)


def _most(lines: list[str]) -> Iterator[str]:
    """The first lines, and how many more there are."""
    yield from lines[:MOST_TOLD]
    if (left := len(lines) - MOST_TOLD) > 0:
        yield counted("{n} more problem", "{n} more problems", left)


def _missing(files: Iterable[Received], person: str, office: Office) -> Iterator[str]:
    """What is asked of the person today, and what the files leave open of somebody else's."""
    ids = {id for one in files for id in one.forms}
    own = {one.issue.id: one for one in asked_of(person, office)}
    sent = {one.issue.id: one for one in office.awaited if one.issue.id in ids}
    for one in (own | sent).values():
        yield form_line(one).said
