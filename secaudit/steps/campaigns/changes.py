"""What has changed since the campaign before: controls, tailoring, systems and people."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from secaudit.campaign import Campaign, Issue
from secaudit.inventory import System, plain_facts
from secaudit.profile import Applied, Profile
from secaudit.workspace import Contents


@dataclass(frozen=True)
class Changes:
    """Controls that differ from the campaign before."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """What is asked, or how it weighs."""
    chosen: tuple[str, ...] = ()
    """Those that apply now, and did not."""
    dropped: tuple[str, ...] = ()
    """Those that no longer apply."""


@dataclass(frozen=True)
class ChangesAround:
    """How the tailoring, the systems and the people differ from the campaign before."""

    profile: tuple[str, ...] = ()
    """The parts of profile.yaml that say something else."""
    new: tuple[str, ...] = ()
    """Systems that were not asked about."""
    gone: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()
    """Such as `gammel -> ny`."""
    owners: tuple[str, ...] = ()
    """Systems that another person owns, such as `backup: p01 -> p02`."""
    facts: tuple[str, ...] = ()
    """Systems of which something else is told, such as `backup: hosting, dpia`."""
    came: tuple[str, ...] = ()
    """People who were asked nothing, and answer for something now."""
    left: tuple[str, ...] = ()
    """People who were asked, and are in the inventory no more."""


def of_controls(earlier: tuple[Applied, ...], later: tuple[Applied, ...]) -> Changes:
    """How the controls of two campaigns differ."""
    then = {applied.control.id: applied for applied in earlier}
    now = {applied.control.id: applied for applied in later}
    both = [id for id in now if id in then]
    return Changes(
        tuple(id for id in now if id not in then),
        tuple(id for id in then if id not in now),
        tuple(id for id in both if now[id].control != then[id].control),
        tuple(id for id in both if now[id].applies and not then[id].applies),
        tuple(id for id in both if then[id].applies and not now[id].applies),
    )


def around(before: Campaign, contents: Contents) -> ChangesAround:
    """How all but the controls differs from the campaign before, if it issued anything."""
    profile = tuple(_of_profile(before.profile, contents.profile))
    told = {i.subject.id: i for i in before.current() if i.subject.kind == "system"}
    if not before.issues:
        return ChangesAround(profile)
    was = {s.id: told[name] for s in _active(contents) if (name := _then(s, told))}
    return ChangesAround(
        profile,
        tuple(s.id for s in _active(contents) if s.id not in was),
        tuple(sorted(told.keys() - {issue.subject.id for issue in was.values()})),
        tuple(f"{i.subject.id} → {id}" for id, i in was.items() if i.subject.id != id),
        tuple(
            f"{s.id}: {was[s.id].owner or '–'} → {s.owner or '–'}"
            for s in _active(contents)
            if s.id in was and was[s.id].owner != s.owner
        ),
        tuple(
            f"{s.id}: {', '.join(names)}"
            for s in _active(contents)
            if s.id in was and (names := _facts(was[s.id].facts, s))
        ),
        *_people(before, contents),
    )


def _active(contents: Contents) -> tuple[System, ...]:
    return contents.inventory.active()


def _then(system: System, told: dict[str, Issue]) -> str | None:
    """What the system was called, if it was asked about."""
    names = (system.id, system.formerly)
    return next((name for name in names if name in told), None)


def _facts(then: dict[str, Any], system: System) -> list[str]:
    now = plain_facts(system.facts)
    return [name for name in {**then, **now} if then.get(name) != now.get(name)]


def _of_profile(then: Profile, now: Profile) -> Iterator[str]:
    for field in fields(Profile):
        if getattr(then, field.name) != getattr(now, field.name):
            yield field.name


def _people(
    before: Campaign, contents: Contents
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    asked = {i.form.person for i in before.current() if i.form.person}
    answering = {s.owner for s in _active(contents)}
    answering |= {s.operations for s in _active(contents)}
    answering |= {area.person for area in contents.workspace.areas}
    people = contents.inventory.people
    here = {person.id for person in people}
    came = [f"{p.name} ({p.id})" for p in people if p.id in answering - asked]
    left = [f"{before.names.get(id, id)} ({id})" for id in sorted(asked - here)]
    return tuple(came), tuple(left)
