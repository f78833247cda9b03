"""Section 3, Changes: what the officer notes, and what the register itself knows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from secaudit.campaign import Campaign, Issue, names_in
from secaudit.inventory import criticality_word
from secaudit.language import _, counted
from secaudit.notes import Notes
from secaudit.questionnaire import Subject
from secaudit.report.said.wording import joined, named, shortened, titled
from secaudit.report.yearly.material import Material

_MOST_NAMES = 5
_MOST_CHANGED = 3
_DATA = "personal_data"


@dataclass(frozen=True)
class ChangeRow:
    """Something that is not as it was."""

    about: str
    """Threats, the law, the organisation, interested parties, systems and so on."""
    said: str


@dataclass(frozen=True)
class Changes:
    """Section 3: what is not as it was."""

    rows: tuple[ChangeRow, ...]
    """First what the notes tell, then what is computed."""


def changes(material: Material) -> Changes:
    """Section 3."""
    return Changes((*_noted(material.notes), *computed(material)))


def computed(material: Material) -> tuple[ChangeRow, ...]:
    """What differs from the campaign before; nothing in a first one."""
    if material.before is None:
        return ()
    now, then = material.picture.campaign, material.before.campaign
    systems = [ChangeRow(_("Systems"), said) for said in _systems(now, then)]
    controls = [ChangeRow(_("Controls"), said) for said in _controls(now, then)]
    return (*systems, *controls)


def _noted(notes: Notes) -> Iterator[ChangeRow]:
    told = {
        _("Threats"): notes.threats,
        _("Law"): notes.law,
        _("Organisation"): notes.organisation,
        _("Interested parties"): notes.interested_parties,
    }
    for about, texts in told.items():
        yield from (ChangeRow(about, text) for text in texts)


def _systems(now: Campaign, then: Campaign) -> Iterator[str]:
    if not now.issues or not then.issues:
        return
    here, there = _told(now.current()), _told(then.current())
    was = _was(here, now, then)
    yield from _new(_names([i for i in here.values() if i.subject not in was]))
    known = {issue.subject.key for issue in was.values()} | set(now.withdrawn)
    yield from _gone(_names([i for i in there.values() if i.subject.key not in known]))
    both = [(was[subject], issue) for subject, issue in here.items() if subject in was]
    yield from _owners(both)
    yield from _facts(both)


def _told(issues: Sequence[Issue]) -> dict[Subject, Issue]:
    """What was issued about each system; of several forms, the last."""
    return {issue.subject: issue for issue in issues if issue.subject.kind == "system"}


def _was(
    here: dict[Subject, Issue], now: Campaign, then: Campaign
) -> dict[Subject, Issue]:
    """What was issued before about each system that was there, whatever it was called."""
    told = [then.told, now.told]
    every = {issue.subject.id: issue for issue in _told(then.issues).values()}
    names = {
        subject: names_in(subject.id, issue.formerly, told).get(then.id)
        for subject, issue in here.items()
    }
    return {s: every[name] for s, name in names.items() if name and name in every}


def _new(names: Sequence[str]) -> Iterator[str]:
    yield from named(
        names,
        _MOST_NAMES,
        counted("{{names}} is new.", "{{names}} are new.", len(names)),
        counted("{n} system is new.", "{n} systems are new.", len(names)),
    )


def _gone(names: Sequence[str]) -> Iterator[str]:
    yield from named(
        names,
        _MOST_NAMES,
        counted(
            "{{names}} is asked about no more.",
            "{{names}} are asked about no more.",
            len(names),
        ),
        counted(
            "{n} system is asked about no more.",
            "{n} systems are asked about no more.",
            len(names),
        ),
    )


def _owners(both: Sequence[tuple[Issue, Issue]]) -> Iterator[str]:
    moved = [now for then, now in both if now.owner != then.owner]
    owned = _names([issue for issue in moved if issue.owner])
    number = counted(
        "{n} system has a new owner", "{n} systems have new owners", len(owned)
    )
    yield from _some(owned, number)
    orphaned = _names([issue for issue in moved if not issue.owner])
    number = counted(
        "{n} system has an owner no more",
        "{n} systems have an owner no more",
        len(orphaned),
    )
    yield from _some(orphaned, number)


def _facts(both: Sequence[tuple[Issue, Issue]]) -> Iterator[str]:
    rated = [
        f"{shortened(now.subject.name)} ({criticality_word(_fact('criticality', now))})"
        for then, now in both
        if _fact("criticality", then) != _fact("criticality", now)
    ]
    number = counted(
        "The criticality of {n} system is stated otherwise",
        "The criticality of {n} systems is stated otherwise",
        len(rated),
    )
    yield from _some(rated, number)
    held = _names([n for t, n in both if _fact(_DATA, t) != _fact(_DATA, n)])
    number = counted(
        "The personal data in {n} system are stated otherwise",
        "The personal data in {n} systems are stated otherwise",
        len(held),
    )
    yield from _some(held, number)


def _fact(name: str, issue: Issue) -> Any:
    """A fact of a system; of several values, their set."""
    value = issue.facts.get(name)
    return frozenset(value) if isinstance(value, list | tuple) else value


def _controls(now: Campaign, then: Campaign) -> Iterator[str]:
    after, before = _applying(now), _applying(then)
    added = [title for id, title in after.items() if id not in before]
    yield from named(
        added,
        _MOST_NAMES,
        counted(
            "{{names}} applies now, and did not.",
            "{{names}} apply now, and did not.",
            len(added),
        ),
        counted(
            "{n} control applies now, and did not.",
            "{n} controls apply now, and did not.",
            len(added),
        ),
    )
    left = [title for id, title in before.items() if id not in after]
    yield from named(
        left,
        _MOST_NAMES,
        counted("{{names}} applies no more.", "{{names}} apply no more.", len(left)),
        counted(
            "{n} control applies no more.", "{n} controls apply no more.", len(left)
        ),
    )


def _applying(campaign: Campaign) -> dict[str, str]:
    """The title of each control that applies."""
    return {a.control.id: titled(a.control) for a in campaign.applied if a.applies}


def _names(issues: Sequence[Issue]) -> list[str]:
    return [shortened(issue.subject.name) for issue in issues]


def _some(names: Sequence[str], number: str) -> Iterator[str]:
    """The sentence with the number, and the first of the names."""
    if len(names) > _MOST_CHANGED:
        sentence = _("{said}, among them {names}.")
        yield sentence.format(said=number, names=joined(names[:_MOST_CHANGED]))
    elif names:
        yield _("{said}: {names}.").format(said=number, names=joined(names))
