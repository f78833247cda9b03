"""The mails to those who answer: their forms when issued, reminders until they are answered."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from secaudit.campaign import Mailed, MailKind, Stage
from secaudit.gaps import grouped
from secaudit.language import _
from secaudit.problems import WrongUsage
from secaudit.steps.mailing.awaited import Awaited
from secaudit.steps.mailing.form_letters import letter_about
from secaudit.steps.mailing.letter import Letter
from secaudit.steps.mailing.office import Office
from secaudit.steps.mailing.recipients import Recipients, recipients

REST = timedelta(days=3)
"""For so long nobody is reminded once more of the same, unless their deadline comes or passes."""


def issued(office: Office, again: Iterable[str] = ()) -> tuple[Letter, ...]:
    """A letter about the forms that nobody was mailed about yet; of `again`, about all.

    Raises WrongUsage where one of `again` has nothing to answer.
    """
    told = {(m.person, id) for m in _mails(office, "issued") for id in m.forms}
    chosen = set(again)
    waiting = _by_person(office, chosen)
    return tuple(
        letter_about("issued", "issued", "", who, person, office)
        for person, every in waiting.items()
        if (new := [one for one in every if _is_new(one, person, told, chosen)])
        for who in recipients(person, new, office)
    )


def _is_new(
    one: Awaited, person: str, told: set[tuple[str, str]], chosen: set[str]
) -> bool:
    return person in chosen or (person, one.issue.id) not in told


def reminders(office: Office, again: Iterable[str] = ()) -> tuple[Letter, ...]:
    """A letter to each who misses something, and was not mailed about it just now.

    Those of `again` get it all the same; raises WrongUsage where one of them misses nothing.
    """
    chosen = set(again)
    return tuple(
        letter
        for letter in _every_reminder(office, chosen)
        if letter.person in chosen or not rests(letter, office)
    )


def resting(office: Office, again: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of those who are not reminded, since they were mailed just now."""
    chosen = set(again)
    people = (
        letter.to
        for letter in _every_reminder(office, chosen)
        if letter.person not in chosen and rests(letter, office)
    )
    return tuple(person.name for to in people for person in to)


def doubtful(office: Office) -> tuple[str, ...]:
    """The ids of those who have something to answer, and perhaps never got their last mail."""
    last = {mail.alike[1:]: mail for mail in office.campaign.mails.values()}
    waiting = {one.person for one in office.awaited}
    people = (mail.person for mail in last.values() if mail.doubtful)
    return tuple(dict.fromkeys(id for id in people if id in waiting))


def _every_reminder(office: Office, chosen: set[str]) -> Iterator[Letter]:
    for person, every in _by_person(office, chosen).items():
        for who in recipients(person, _reminded(every), office):
            yield _reminder(who, person, office)


def rests(letter: Letter, office: Office) -> bool:
    """Whether the same people were mailed about the same so lately that it would be twice."""
    for mail in office.campaign.mails.values():
        if not _about_the_same(letter, mail):
            continue
        same_stage = (mail.stage or "before") == (letter.stage or "before")
        if mail.on == office.on or (same_stage and office.on - mail.on < REST):
            return True
    return False


def _about_the_same(letter: Letter, mail: Mailed) -> bool:
    what, person, to = letter.alike
    if mail.alike == ("issued", person, to) and what == "reminder":
        return set(letter.forms) <= set(mail.forms)
    return mail.alike == letter.alike


def _reminder(who: Recipients, person: str, office: Office) -> Letter:
    stage = stage_of(min(one.deadline for one in who.forms), office.on)
    return letter_about("reminder", f"reminder-{stage}", stage, who, person, office)


def stage_of(deadline: date, on: date) -> Stage:
    """Where a day lies beside a deadline."""
    if on == deadline:
        return "on"
    return "before" if on < deadline else "after"


def _reminded(every: Iterable[Awaited]) -> list[Awaited]:
    """Without the small forms for what was sent back: the forms themselves tell of that."""
    return [one for one in every if one.issue.form.occasion != "returned"]


def _mails(office: Office, what: MailKind) -> Iterator[Mailed]:
    return (mail for mail in office.campaign.mails.values() if mail.what == what)


def _by_person(office: Office, chosen: set[str]) -> dict[str, tuple[Awaited, ...]]:
    """Who has something to answer, and what; of `chosen`, each must have."""
    found = grouped(office.awaited, lambda one: one.person)
    for person in sorted(chosen - found.keys()):
        sentence = _("'{person}' has nothing to answer; see 'status --by person'")
        raise WrongUsage(sentence.format(person=person))
    return found
