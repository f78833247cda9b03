"""What has changed since the campaign before: controls, tailoring, systems and people."""

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
    parts = (field.name for field in fields(Profile))
    then, now = before.profile, contents.profile
    profile = tuple(name for name in parts if getattr(then, name) != getattr(now, name))
    told = {i.subject.id: i for i in before.current() if i.subject.kind == "system"}
    if not before.issues:
        return ChangesAround(profile)
    active = contents.inventory.active()
    was = {s.id: told[name] for s in active if (name := _then(s, told))}
    asked = [(system, was[system.id]) for system in active if system.id in was]
    came, left = _people(before, contents)
    return ChangesAround(
        profile=profile,
        new=tuple(system.id for system in active if system.id not in was),
        gone=tuple(sorted(told.keys() - {then.subject.id for _s, then in asked})),
        renamed=tuple(
            f"{then.subject.id} → {s.id}"
            for s, then in asked
            if then.subject.id != s.id
        ),
        owners=tuple(
            f"{s.id}: {then.owner or '–'} → {s.owner or '–'}"
            for s, then in asked
            if then.owner != s.owner
        ),
        facts=tuple(
            f"{s.id}: {', '.join(names)}"
            for s, then in asked
            if (names := _facts(then.facts, s))
        ),
        came=came,
        left=left,
    )


def _then(system: System, told: dict[str, Issue]) -> str | None:
    """What the system was called, if it was asked about."""
    names = (system.id, system.formerly)
    return next((name for name in names if name in told), None)


def _facts(then: dict[str, Any], system: System) -> list[str]:
    now = plain_facts(system.facts)
    return [name for name in {**then, **now} if then.get(name) != now.get(name)]


def _people(
    before: Campaign, contents: Contents
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    asked = {i.form.person for i in before.current() if i.form.person}
    active = contents.inventory.active()
    answering = {person for s in active for person in (s.owner, s.operations)}
    answering |= {area.person for area in contents.workspace.areas}
    people = contents.inventory.people
    here = {person.id for person in people}
    came = [f"{p.name} ({p.id})" for p in people if p.id in answering - asked]
    left = [f"{before.names.get(id, id)} ({id})" for id in sorted(asked - here)]
    return tuple(came), tuple(left)
