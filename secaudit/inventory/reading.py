"""The two files of the inventory, and whether what they name is there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from secaudit.inventory.model import FACTS, Department, Inventory, Person, System
from secaudit.language import _
from secaudit.problems import Problem, errors
from secaudit.validation import Checked, load, shaped
from secaudit.yamlfile import Document

NO_OWNER = frozenset({"ejer mangler", "owner missing"})


def load_files(folder: Path, shown: str) -> tuple[Checked, Checked]:
    """The two files of the inventory in `folder`: the systems, and the people."""
    return (
        load(folder / "systems.yaml", f"{shown}/systems.yaml", "systems"),
        load(folder / "people.yaml", f"{shown}/people.yaml", "people"),
    )


def read_inventory(
    systems: Checked, people: Checked
) -> tuple[Inventory, tuple[Problem, ...]]:
    """The inventory in its two files, and what is wrong with them."""
    found = (*systems.problems, *people.problems)
    if errors(found) or systems.document is None or people.document is None:
        return Inventory(), found
    inventory = Inventory(
        tuple(_system(entry) for entry in systems.value["systems"]),
        tuple(shaped(entry, Person) for entry in people.value["people"]),
        tuple(shaped(d, Department) for d in people.value.get("departments", ())),
    )
    return inventory, (*found, *_cross_checks(inventory, systems, people))


def _system(entry: Mapping[str, Any]) -> System:
    own = {key: value for key, value in entry.items() if key not in FACTS}
    if own.get("owner") in NO_OWNER:
        del own["owner"]
    own["facts"] = {key: entry[key] for key in FACTS if key in entry}
    own["external"] = sorted(entry.get("external", {}).items())
    return shaped(own, System)


def _cross_checks(
    inventory: Inventory, systems: Checked, people: Checked
) -> Iterator[Problem]:
    if systems.document is None or people.document is None:
        return
    yield from _twice(systems.document, "systems", [s.id for s in inventory.systems])
    yield from _twice(people.document, "people", [p.id for p in inventory.people])
    units = [d.id for d in inventory.departments]
    yield from _twice(people.document, "departments", units)
    yield from _systems_point_right(inventory, systems.document)
    yield from _people_point_right(inventory, people.document)


def _twice(document: Document, key: str, ids: list[str]) -> Iterator[Problem]:
    seen = Counter[str]()
    for index, id in enumerate(ids):
        seen[id] += 1
        if seen[id] == 2:
            message = _("the id '{id}' is used twice").format(id=id)
            yield document.problem("duplicate-id", message, (key, index, "id"))


def _systems_point_right(inventory: Inventory, document: Document) -> Iterator[Problem]:
    people = {p.id for p in inventory.people}
    units = {d.id for d in inventory.departments}
    services = {s.id for s in inventory.systems if s.provides}
    ids = {s.id for s in inventory.systems}
    if not inventory.systems:
        message = _("there are no systems yet: nobody will be asked about any")
        yield document.problem("no-systems", message, ("systems",), warning=True)
    for index, system in enumerate(inventory.systems):
        at = ("systems", index)
        for field, id in (("owner", system.owner), ("operations", system.operations)):
            yield from _known(document, (*at, field), [id], people)
        yield from _known(document, (*at, "deputies"), system.deputies, people)
        unit = system.facts.department
        yield from _known(document, (*at, "department"), [unit], units)
        yield from _known(document, (*at, "uses"), system.uses, services)
        others = [s.formerly for s in inventory.systems[:index] if s.formerly]
        if system.formerly in others:
            message = _("another system was called '{id}' too")
            text = message.format(id=system.formerly)
            yield document.problem("duplicate-id", text, (*at, "formerly"))
        if system.provides and system.uses:
            message = _("a common service inherits nothing: 'uses' has no effect here")
            keys = (*at, "uses")
            yield document.problem("no-chains", message, keys, warning=True)
        if system.formerly in ids:
            message = _("'{id}' is still the id of a system").format(id=system.formerly)
            yield document.problem("still-in-use", message, (*at, "formerly"))


def _people_point_right(inventory: Inventory, document: Document) -> Iterator[Problem]:
    people = {p.id for p in inventory.people}
    units = {d.id for d in inventory.departments}
    for index, person in enumerate(inventory.people):
        at = ("people", index, "department")
        yield from _known(document, at, [person.department], units)
    for index, unit in enumerate(inventory.departments):
        at = ("departments", index, "parent")
        yield from _known(document, at, [unit.parent], units)
        yield from _known(document, (*at[:2], "director"), [unit.director], people)
        if unit.id in _above(unit, inventory.departments):
            message = _("'{id}' is above itself").format(id=unit.id)
            yield document.problem("circular", message, at)


def _known(
    document: Document,
    keys: tuple[str | int, ...],
    ids: Iterable[str | None],
    known: set[str],
) -> Iterator[Problem]:
    for position, id in enumerate(ids):
        if id is None or id in known:
            continue
        at = (*keys, position) if document.has((*keys, position)) else keys
        if keys[-1] == "uses":
            message = _("'{id}' is not a common service: it provides nothing")
        elif keys[-1] in ("department", "parent"):
            message = _("there is no department '{id}' in people.yaml")
        else:
            message = _("there is no person '{id}' in people.yaml")
        yield document.problem("unknown-id", message.format(id=id), at)


def _above(unit: Department, units: tuple[Department, ...]) -> set[str]:
    parents = {u.id: u.parent for u in units}
    found: set[str] = set()
    parent = unit.parent
    while parent is not None and parent not in found:
        found.add(parent)
        parent = parents.get(parent)
    return found
