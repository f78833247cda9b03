"""What is said of an action, and the rules for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from secaudit.campaign import ACTION_STATES, ACTION_STATUSES, Action
from secaudit.language import _
from secaudit.officer.breach import Breach
from secaudit.problems import Refused
from secaudit.validation import shortened

TEXTS = ("what", "responsible", "evidence")
NUMBERS = ("hours", "cost")


@dataclass(frozen=True)
class Change:
    """What is said of an action; what is None is not said."""

    id: str | None = None
    """The action that is changed; None is a new one."""
    what: str | None = None
    covers: tuple[str, ...] = ()
    """Gaps that it is to close, beside those that it covers already."""
    responsible: str | None = None
    due: date | None = None
    hours: int | None = None
    cost: int | None = None
    status: str | None = None
    """One of ACTION_STATUSES."""
    evidence: str | None = None
    reason: str = ""
    seen: int | None = None
    """The latest event that was known of it; None does not ask whether it was changed since."""
    emptied: tuple[str, ...] = ()
    """Fields that were taken out, though nothing can stand in their place."""

    @property
    def says(self) -> bool:
        """Whether anything is said but the reason for it."""
        fields = (*TEXTS, *NUMBERS, "due", "status")
        told = [name for name in fields if getattr(self, name) is not None]
        return bool(told or self.covers or self.emptied)


def breaches(change: Change, was: Action | None, on: date) -> Iterator[Breach]:
    """The rules that a change breaks on a day, of an action as it stands; None is a new one."""
    if was is None:
        yield from _incomplete(change)
        yield from _passed(change, on)
    elif not change.says:
        sentence = _("say what is to be changed about {id}").format(id=was.id)
        here = _("says why, but nothing else about {id} was changed").format(id=was.id)
        yield Breach("reason", "reason-alone", sentence, here)
    elif change.seen not in (None, was.sequence):
        sentence = _("{id} has been changed since the list was made; make a new one")
        text = sentence.format(id=was.id)
        yield Breach("seen", "changed-since", text, error=Refused)
        return
    else:
        yield from _emptied(change, was)
        yield from _passed(change, on)
        yield from _moved(change, was)
        yield from _ended(change, was)
    yield from _negative(change)


def _incomplete(change: Change) -> Iterator[Breach]:
    """What a new action needs, and what nobody can say of one."""
    if change.due is None:
        yield Breach(
            "due", "missing-value", _("an action must have a due date: say --due")
        )
    if not change.covers:
        sentence = _("an action must cover at least one gap: say --covers")
        yield Breach("covers", "missing-value", sentence)
    if not (change.what or "").strip():
        sentence = _("{what} is empty: write a text").format(what=_("the action"))
        yield Breach("what", "missing-value", sentence)
    for field in ("evidence", "reason"):
        if getattr(change, field):
            sentence = _("'{title}' is said of an action once it is recorded")
            yield Breach(field, "new-action", sentence.format(title=f"--{field}"))
    first = "planned"
    if change.status not in (None, first):
        sentence = _("a new action is '{status}'")
        sentence = sentence.format(status=_(ACTION_STATES[first]))
        yield Breach("status", "new-action", sentence, sentence)


def _emptied(change: Change, was: Action) -> Iterator[Breach]:
    texts = {name: getattr(change, name) for name in TEXTS}
    blank = [
        name for name, text in texts.items() if text is not None and not text.strip()
    ]
    for field in (*change.emptied, *blank):
        sentence = _("{what} is empty: write a text").format(what=f"--{field}")
        here = _("is empty, or merged with another; {id} has '{value}' here")
        there = " ".join(str(getattr(was, field)).split())
        if field == "status":
            there = _(ACTION_STATES[was.status])
        text = here.format(id=was.id, value=shortened(there))
        yield Breach(field, "emptied", sentence, text)


def _passed(change: Change, on: date) -> Iterator[Breach]:
    if change.due and change.due < on:
        sentence = _("{what} {day} has passed")
        text = sentence.format(what=_("the due date"), day=change.due)
        yield Breach("due", "passed", text)


def _moved(change: Change, was: Action) -> Iterator[Breach]:
    """What is still to be done may be moved, with a reason."""
    if change.due is None:
        return
    if not was.open:
        sentence = _("{id} is not open, and is not moved").format(id=was.id)
        yield Breach("due", "not-open", sentence, error=Refused)
    elif change.due == was.due:
        sentence = _("{id} is due {date} already").format(id=was.id, date=was.due)
        yield Breach("due", "same-date", sentence, error=Refused)
    elif not change.reason.strip():
        here = _("say here why {id} is moved").format(id=was.id)
        sentence = _("say why it is moved in --reason")
        yield Breach("reason", "missing-reason", sentence, here)


def _ended(change: Change, was: Action) -> Iterator[Breach]:
    """What is done can be seen somewhere; what is not to be done, or taken up, has a reason."""
    status = change.status
    if status is None:
        return
    if status not in ACTION_STATUSES:
        sentence = _("'{written}' is not a valid status").format(written=status)
        yield Breach("status", "unknown-status", sentence)
        return
    told = {"id": was.id, "status": _(ACTION_STATES[status])}
    if status == was.status:
        sentence = _("{id} is '{status}' already").format(**told)
        yield Breach("status", "same-status", sentence, error=Refused)
    if status == "done" and not (change.evidence or "").strip():
        here = _("say here where it can be seen that {id} was done").format(**told)
        sentence = _("say in --evidence where it can be seen that it was done")
        yield Breach("evidence", "missing-evidence", sentence, here)
    undone = not was.open and status in ("planned", "started")
    if (status == "dropped" or undone) and not change.reason.strip():
        here = _("say here why {id} is '{status}' now").format(**told)
        yield Breach("reason", "missing-reason", _("say why in --reason"), here)


def _negative(change: Change) -> Iterator[Breach]:
    for field in NUMBERS:
        number = getattr(change, field) or 0
        if number < 0:
            sentence = _("--{name} cannot be less than 0").format(name=field)
            here = _("{found} is less than {what}").format(found=number, what=0)
            yield Breach(field, "out-of-bounds", sentence, here)
