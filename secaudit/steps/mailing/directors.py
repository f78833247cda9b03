"""The mails to directors: who in their department misses what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secaudit.inventory import Department, Person, above
from secaudit.language import _, counted, long_date, using
from secaudit.report.said.wording import called, few, joined
from secaudit.steps.mailing.awaited import Awaited
from secaudit.steps.mailing.letter import Letter
from secaudit.steps.mailing.office import Office, complaint
from secaudit.steps.mailing.owners import ALL, rests, stage_of
from secaudit.steps.mailing.recipients import recipients

_MOST_NAMED = 3
"""The forms of one person that are named."""


@dataclass(frozen=True)
class PersonLine:
    """Somebody who misses something, as a director is told of them."""

    name: str
    forms: str
    """What their forms are about, the first ones by name."""
    questions: str
    late: str
    """How long they are over the deadline; empty before it."""
    note: str
    """That they are away, or were never mailed; else empty."""
    said: str
    """All of it in a line."""


def directors(office: Office, again: Iterable[str] = ()) -> tuple[Letter, ...]:
    """A letter to each director, with those of the department who miss something, unless they
    got one just now; to `again` all the same."""
    by_director: dict[str, dict[str, tuple[Awaited, ...]]] = {}
    for person, forms in office.by_person.items():
        director = _director(office.person(person), forms, office)
        if director:
            by_director.setdefault(director.id, {})[person] = forms
    letters = (_letter(id, people, office) for id, people in by_director.items())
    chosen = {*again}
    wanted = chosen.intersection(ALL)
    return tuple(
        letter
        for letter in letters
        if wanted or letter.person in chosen or not rests(letter, office)
    )


def undirected(office: Office) -> tuple[str, ...]:
    """The names of those who miss something, and of whose department no director is known;
    directors have none above them."""
    directing = {unit.director for unit in office.inventory.departments}
    return tuple(
        office.person(id).name
        for id, forms in office.by_person.items()
        if _director(office.person(id), forms, office) is None and id not in directing
    )


def _director(
    person: Person, forms: Iterable[Awaited], office: Office
) -> Person | None:
    """Who directs somebody: of the nearest department above them that names another person."""
    known = {unit.id: unit for unit in office.inventory.departments}
    belongs = (one.issue.belongs_to for one in forms)
    where = person.department or next(filter(None, belongs), None)
    unit = known.get(where or "")
    units: tuple[Department, ...] = (unit, *above(unit, known)) if unit else ()
    ids = (unit.director for unit in units if unit.director != person.id)
    return office.inventory.person(next(filter(None, ids), None))


def _letter(
    director: str, people: dict[str, tuple[Awaited, ...]], office: Office
) -> Letter:
    first = min(one.deadline for forms in people.values() for one in forms)
    number = counted("{n} person in the list", "{n} people in the list", len(people))
    with using(office.language):
        values = {
            "department": joined(list(_directed(director, office))),
            "number": counted("{n} person", "{n} people", len(people)),
            "due": long_date(first),
            "people": [_line(id, forms, office) for id, forms in people.items()],
        }
    return Letter(
        what="director",
        person=director,
        to=office.person(director),
        text="director",
        about=number,
        values=values,
        stage=stage_of(first, office.on),
        forms=tuple(one.issue.id for forms in people.values() for one in forms),
    )


def _directed(director: str, office: Office) -> Iterator[str]:
    for unit in office.inventory.departments:
        if unit.director == director:
            yield unit.name


def _line(id: str, forms: tuple[Awaited, ...], office: Office) -> PersonLine:
    over = (office.on - min(one.deadline for one in forms)).days
    questions = sum(one.questions for one in forms)
    names = list(dict.fromkeys(_called(one) for one in forms))
    told = {
        "name": office.person(id).name or id,
        "forms": few(names, _MOST_NAMED),
        "questions": counted("{n} question", "{n} questions", questions),
        "late": counted("{n} day late", "{n} days late", over) if over > 0 else "",
        "note": _note(id, forms, office),
    }
    said = _("{name}: {questions} ({forms})").format(**told)
    remarks = filter(None, (told["late"], told["note"]))
    return PersonLine(**told, said=", ".join((said, *remarks)))


def _note(id: str, forms: tuple[Awaited, ...], office: Office) -> str:
    """Why somebody may not know of it, and who does."""
    person = office.person(id)
    if person.away(office.on):
        who = [one.to.name for one in recipients(id, forms, office) if one.absent]
        instead = _("is away; {names} answer meanwhile").format(names=joined(who))
        return instead if who else _("is away")
    if complaint(person):
        return _("has no e-mail address")
    mails = office.campaign.mails.values()
    mailed = any(mail.person == id and not mail.doubtful for mail in mails)
    return "" if mailed else _("has not been mailed")


def _called(one: Awaited) -> str:
    """What a form is about, beside the name of who is to answer it."""
    subject = one.issue.subject
    return _("own duties") if subject.kind == "owner" else called(subject)
