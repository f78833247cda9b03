"""The mails to those who answer: their forms when issued, reminders until they are answered."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from secaudit.campaign import Mailed, Stage
from secaudit.gaps import grouped
from secaudit.language import _
from secaudit.problems import WrongUsage
from secaudit.steps.mailing.awaited import Awaited
from secaudit.steps.mailing.form_letters import letter_about, mailed_forms
from secaudit.steps.mailing.letter import Letter
from secaudit.steps.mailing.office import Office
from secaudit.steps.mailing.recipients import Recipient, recipients

REST = timedelta(days=3)
"""For so long nobody is reminded once more of the same, unless their deadline comes or passes."""
ALL = ("all", "alle")
"""What is said instead of every person's id."""


def issued(office: Office, again: Iterable[str] = ()) -> tuple[Letter, ...]:
    """A letter about the forms that nobody was mailed about yet; to `again`, about all of
    theirs. Raises WrongUsage where one of `again` has nothing to answer."""
    chosen = _chosen(office, again)
    return tuple(
        letter_about("issued", "", who, person, office)
        for person, every in _by_person(office).items()
        for whole in recipients(person, every, office)
        if (who := whole if person in chosen else _unmailed(whole, person, office))
    )


def _unmailed(who: Recipient, person: str, office: Office) -> Recipient | None:
    """A recipient with what they were not mailed about yet, if there is anything."""
    told = mailed_forms(office, person, who.to.id)
    new = tuple(one for one in who.forms if one.issue.id not in told)
    return replace(who, forms=new) if new else None


def reminders(office: Office, again: Iterable[str] = ()) -> tuple[Letter, ...]:
    """A letter to each who misses something, and was not mailed about it just now.

    Those of `again` get it all the same; raises WrongUsage where one of them misses nothing.
    """
    chosen = _chosen(office, again)
    return tuple(
        letter
        for letter in _every_reminder(office)
        if letter.person in chosen or not rests(letter, office)
    )


def resting(office: Office, again: Iterable[str] = ()) -> int:
    """How many are not reminded, since they were mailed just now."""
    chosen = _chosen(office, again)
    resting = (
        letter.to.id
        for letter in _every_reminder(office)
        if letter.person not in chosen and rests(letter, office)
    )
    return len({*resting})


def _chosen(office: Office, again: Iterable[str]) -> set[str]:
    """The ids of those who are mailed once more; each has something to answer."""
    chosen, waiting = set(again), {one.person for one in office.awaited}
    if chosen.intersection(ALL):
        return waiting
    for person in sorted(chosen - waiting):
        sentence = _("'{person}' has nothing to answer; see 'status --by person'")
        raise WrongUsage(sentence.format(person=person))
    return chosen


def doubtful(office: Office) -> tuple[str, ...]:
    """The ids of those who have something to answer, and perhaps never got their last mail."""
    last = {mail.alike[1:]: mail for mail in office.campaign.mails.values()}
    waiting = {one.person for one in office.awaited}
    people = (mail.person for mail in last.values() if mail.doubtful)
    return tuple(dict.fromkeys(id for id in people if id in waiting))


def _every_reminder(office: Office) -> Iterator[Letter]:
    for person, every in _by_person(office).items():
        for who in recipients(person, _reminded(every), office):
            stage = stage_of(min(one.deadline for one in who.forms), office.on)
            yield letter_about("reminder", stage, who, person, office)


def rests(letter: Letter, office: Office) -> bool:
    """Whether the same recipient was mailed about the same so lately that it would be twice."""
    for mail in office.campaign.mails.values():
        if not _about_the_same(letter, mail):
            continue
        same_stage = (mail.stage or "before") == (letter.stage or "before")
        if mail.on == office.on or (same_stage and abs(office.on - mail.on) < REST):
            return True
    return False


def _about_the_same(letter: Letter, mail: Mailed) -> bool:
    what, person, to = letter.alike
    if mail.alike == ("issued", person, to) and what == "reminder":
        return set(letter.forms) <= set(mail.forms)
    return mail.alike == letter.alike


def stage_of(deadline: date, on: date) -> Stage:
    """Where a day lies beside a deadline."""
    if on == deadline:
        return "on"
    return "before" if on < deadline else "after"


def _reminded(every: Iterable[Awaited]) -> list[Awaited]:
    """Without the small forms for what was sent back: the forms themselves tell of that."""
    return [one for one in every if one.issue.form.occasion != "returned"]


def _by_person(office: Office) -> dict[str, tuple[Awaited, ...]]:
    """Who has something to answer, and what."""
    return grouped(office.awaited, lambda one: one.person)
