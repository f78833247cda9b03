"""The inventory in its two files."""

from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import Any

from secaudit.inventory.model import FACTS, Department, Inventory, Person, System, above
from secaudit.language import _, later
from secaudit.problems import Problem, errors
from secaudit.validation import Checked, load, shaped, used_twice
from secaudit.yamlfile import Document, Part

_NO_PERSON = later("there is no person '{id}' in people.yaml")
_NO_DEPARTMENT = later("there is no department '{id}' in people.yaml")
_UNKNOWN = {
    "uses": later("'{id}' is not a common service: it provides nothing"),
    "department": _NO_DEPARTMENT,
    "parent": _NO_DEPARTMENT,
}
"""By field, what is said of an id that it names in vain; of a person, where it is not here."""
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
    problems = (*systems.problems, *people.problems)
    if errors(problems) or systems.document is None or people.document is None:
        return Inventory(), problems
    inventory = Inventory(
        tuple(_system(entry) for entry in systems.value["systems"]),
        tuple(shaped(entry, Person) for entry in people.value["people"]),
        tuple(shaped(d, Department) for d in people.value.get("departments", ())),
    )
    across = _cross_checks(inventory, systems.document, people.document)
    return inventory, (*problems, *across)


def _system(entry: Mapping[str, Any]) -> System:
    own = {key: value for key, value in entry.items() if key not in FACTS}
    if own.get("owner") in NO_OWNER:
        del own["owner"]
    own["facts"] = {key: entry[key] for key in FACTS if key in entry}
    own["external"] = sorted(entry.get("external", {}).items())
    return shaped(own, System)


def _cross_checks(
    inventory: Inventory, systems: Document, people: Document
) -> Iterator[Problem]:
    yield from used_twice(systems, "systems", (s.id for s in inventory.systems))
    yield from used_twice(people, "people", (p.id for p in inventory.people))
    yield from used_twice(people, "departments", (d.id for d in inventory.departments))
    yield from _systems_point_right(inventory, systems)
    yield from _former_names(inventory, systems)
    yield from _people_point_right(inventory, people)


def _systems_point_right(inventory: Inventory, document: Document) -> Iterator[Problem]:
    people = {p.id for p in inventory.people}
    units = {d.id for d in inventory.departments}
    services = {s.id for s in inventory.systems if s.provides}
    if not inventory.systems:
        message = _("there are no systems yet: nobody will be asked about any")
        yield document.problem("no-systems", message, ("systems",), warning=True)
    for index, system in enumerate(inventory.systems):
        entry = Part(document, ("systems", index))
        yield from _known(entry, system.owner, people, "owner")
        yield from _known(entry, system.operations, people, "operations")
        yield from _known(entry, system.facts.department, units, "department")
        for position, id in enumerate(system.deputies):
            yield from _known(entry, id, people, "deputies", position)
        for position, id in enumerate(system.uses):
            yield from _known(entry, id, services, "uses", position)
        if system.provides and system.uses:
            message = _("a common service inherits nothing: 'uses' has no effect here")
            yield entry.problem("no-chains", message, "uses", warning=True)


def _former_names(inventory: Inventory, document: Document) -> Iterator[Problem]:
    ids, formerly = {s.id for s in inventory.systems}, set[str]()
    for index, system in enumerate(inventory.systems):
        was, at = system.formerly, ("systems", index, "formerly")
        if was in formerly:
            message = _("another system was called '{id}' too")
            yield document.problem("duplicate-id", message, at, id=was)
        if was in ids:
            message = _("'{id}' is still the id of a system")
            yield document.problem("still-in-use", message, at, id=was)
        formerly |= {was} if was else set()


def _people_point_right(inventory: Inventory, document: Document) -> Iterator[Problem]:
    people = {p.id for p in inventory.people}
    units = {d.id: d for d in inventory.departments}
    for index, person in enumerate(inventory.people):
        entry = Part(document, ("people", index))
        yield from _known(entry, person.department, units, "department")
        absent = person.absent
        if absent and absent.since and absent.until and absent.until < absent.since:
            message = _("the absence ends before it begins")
            yield entry.problem("wrong-order", message, "absent", "until")
    for index, unit in enumerate(inventory.departments):
        entry = Part(document, ("departments", index))
        yield from _known(entry, unit.parent, units, "parent")
        yield from _known(entry, unit.director, people, "director")
        if any(other.id == unit.id for other in above(unit, units)):
            message = _("'{id}' is above itself")
            yield entry.problem("circular", message, "parent", id=unit.id)


def _known(
    entry: Part, id: str | None, known: Container[str], field: str, *position: int
) -> Iterator[Problem]:
    if id is not None and id not in known:
        message = _(_UNKNOWN.get(field, _NO_PERSON))
        yield entry.problem("unknown-id", message, field, *position, id=id)
