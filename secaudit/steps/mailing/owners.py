"""The mails to those who answer: their forms when issued, reminders until they are answered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from secaudit.campaign import Mailed, Stage
from secaudit.language import _
from secaudit.problems import WrongUsage
from secaudit.steps.mailing.form_letters import letter_about, mailed_forms
from secaudit.steps.mailing.letter import Letter
from secaudit.steps.mailing.office import Office
from secaudit.steps.mailing.recipients import Recipient, recipients
from secaudit.validation import did_you_mean

REST = timedelta(days=3)
"""For so long nobody is reminded once more of the same, unless their deadline comes or passes."""
ALL = ("all", "alle")
"""What is said instead of every person's id."""


def issued(office: Office, again: Iterable[str] = ()) -> tuple[Letter, ...]:
    """A letter about the forms that nobody was mailed about yet; or only to those of `again`,
    about all of theirs. Raises WrongUsage where nobody knows one of them."""
    chosen = chosen_by(office, again)
    return tuple(
        letter_about("issued", _stage(who, office), who, person, office)
        for person, every in office.by_person.items()
        if not chosen or person in chosen
        for whole in recipients(person, every, office)
        if (who := whole if chosen else _unmailed(whole, person, office))
    )


def _unmailed(who: Recipient, person: str, office: Office) -> Recipient | None:
    """A recipient with what they were not mailed about yet, if there is anything."""
    told = mailed_forms(office, person, who.to.id)
    new = tuple(one for one in who.forms if one.issue.id not in told)
    return replace(who, forms=new) if new else None


@dataclass(frozen=True)
class Reminders:
    """The letters to those who miss something."""

    letters: tuple[Letter, ...]
    resting: int
    """How many get none, since they were mailed about it just now."""
    away: tuple[str, ...]
    """The names of those who get none, since they are away and nobody stands in."""


def reminders(office: Office, again: Iterable[str] = ()) -> Reminders:
    """Who is reminded of what; or only those of `again`, though they were mailed just now.

    Raises WrongUsage where nobody knows one of them.
    """
    chosen = chosen_by(office, again)
    every = [
        one for one in _every_reminder(office) if not chosen or one.person in chosen
    ]
    there = [letter for letter in every if not letter.to.away(office.on)]
    resting = [not chosen and rests(letter, office) for letter in there]
    return Reminders(
        letters=tuple(
            one for one, rest in zip(there, resting, strict=True) if not rest
        ),
        resting=len({o.to.id for o, rest in zip(there, resting, strict=True) if rest}),
        away=tuple(one.to.name for one in every if one.to.away(office.on)),
    )


def chosen_by(office: Office, again: Iterable[str]) -> set[str]:
    """The ids of those who are mailed once more. Raises WrongUsage where nobody knows one."""
    chosen, waiting = set(again), {one.person for one in office.awaited}
    if chosen.intersection(ALL):
        return chosen | waiting
    known = {person.id for person in office.inventory.people} | waiting
    for person in sorted(chosen - known):
        sentence = _("there is no person '{id}' in people.yaml").format(id=person)
        raise WrongUsage(sentence + did_you_mean(person, known))
    return chosen


def doubtful(office: Office) -> tuple[Mailed, ...]:
    """The mails that perhaps never came, and that no later one of their kind followed; a mail
    about forms only as long as something is awaited."""
    last = {mail.alike: mail for mail in office.campaign.mails.values()}
    waiting = {one.person for one in office.awaited}
    return tuple(
        mail
        for mail in last.values()
        if mail.doubtful
        and (mail.what in ("director", "receipt") or mail.person in waiting)
    )


def _every_reminder(office: Office) -> Iterator[Letter]:
    for person, every in office.by_person.items():
        for who in recipients(person, every, office):
            yield letter_about("reminder", _stage(who, office), who, person, office)


def rests(letter: Letter, office: Office) -> bool:
    """Whether the same recipient was mailed about all of it so lately that it would be twice."""
    kinds = {"reminder": ("reminder", "issued")}.get(letter.what, (letter.what,))
    told = {
        form
        for mail in office.campaign.mails.values()
        if mail.what in kinds and mail.alike[1:] == letter.alike[1:]
        if _lately(mail, letter, office.on)
        for form in mail.forms
    }
    return told.issuperset(letter.forms)


def _lately(mail: Mailed, letter: Letter, on: date) -> bool:
    """Whether a mail is of the day, or of the days before it and before the same deadline."""
    if mail.on == on:
        return True
    return mail.stage == letter.stage and timedelta() < on - mail.on < REST


def _stage(who: Recipient, office: Office) -> Stage:
    return stage_of(min(one.deadline for one in who.forms), office.on)


def stage_of(deadline: date, on: date) -> Stage:
    """Where a day lies beside a deadline."""
    if on == deadline:
        return "on"
    return "before" if on < deadline else "after"
