"""The workspace: a folder that a person can read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from secaudit.catalogue import Catalogue, Kind
from secaudit.inventory import Inventory, load_files, read_inventory
from secaudit.language import Language, _
from secaudit.problems import Problem, WrongUsage, refuse_errors
from secaudit.profile import (
    Applied,
    Profile,
    check_profile,
    resolve,
)
from secaudit.tailoring import used
from secaudit.validation import Checked, load, shaped
from secaudit.yamlfile import Document

FILE = "secaudit.yaml"
CATALOGUES = ("iso27001-2022", "gdpr", "nis2")
"""The catalogues that are used where secaudit.yaml names none."""


@dataclass(frozen=True)
class Organisation:
    """The municipality."""

    id: str
    name: str


@dataclass(frozen=True)
class Area:
    """Who answers for some of the organisation's controls."""

    id: str
    title: str
    person: str
    controls: tuple[str, ...] = ()
    """Control ids, or the beginning of them (A.6); none means all that no other area has."""
    employees: bool = False
    """Whether it counts what the employees answered, whichever control it is about."""


@dataclass(frozen=True)
class Workspace:
    """What secaudit.yaml says, and where everything lies."""

    folder: Path
    organisation: Organisation
    language: Language = "da"
    register: str = "register.db"
    catalogues: tuple[str, ...] = CATALOGUES
    areas: tuple[Area, ...] = ()

    @property
    def register_path(self) -> Path:
        """The SQLite file of the register."""
        return self.folder / self.register

    def issued(self, campaign: str) -> Path:
        """Where the forms of `campaign` are put, a folder for each person."""
        return self.folder / "campaigns" / campaign / "issued"

    def returned(self, campaign: str) -> Path:
        """Where returned forms of `campaign` are put."""
        return self.folder / "campaigns" / campaign / "returned"

    @property
    def reports(self) -> Path:
        """Where reports are put."""
        return self.folder / "reports"

    def area(self, control: str, kind: Kind = "organisation") -> Area | None:
        """The area that answers for `control`: the one that names it most closely.

        What employees answer is counted by the area that says so, if there is one.
        """
        counting = next((area for area in self.areas if area.employees), None)
        if kind == "employees" and counting:
            return counting
        named = [
            (len(prefix), area)
            for area in self.areas
            for prefix in area.controls
            if control == prefix or control.startswith(prefix + ".")
        ]
        if named:
            return max(named, key=lambda match: match[0])[1]
        bare = [area for area in self.areas if not area.controls]
        return min(bare, key=lambda area: area.employees, default=None)


@dataclass(frozen=True)
class Contents:
    """All that the workspace's files say, every one of them right."""

    workspace: Workspace
    inventory: Inventory
    profile: Profile
    catalogues: tuple[Catalogue, ...]
    applied: tuple[Applied, ...]
    """Every control of the catalogues and the profile, as it applies here."""
    warnings: tuple[Problem, ...] = ()


def nearest(start: Path) -> Path | None:
    """The nearest folder, from `start` upward, that holds secaudit.yaml."""
    level = len(start.resolve().parts)
    above = (Path(*[".."] * up) for up in range(1, level))
    upward = (start, *start.parents, *(() if start.is_absolute() else above))
    return next((folder for folder in upward if (folder / FILE).is_file()), None)


def load_workspace(folder: Path) -> Workspace:
    """The workspace in `folder`. Raises WrongUsage if it is none, Refused if it is not right."""
    if not (folder / FILE).is_file():
        sentence = _("{folder} is not a workspace: it holds no secaudit.yaml")
        raise WrongUsage(sentence.format(folder=folder))
    checked = load(folder / FILE, str(folder / FILE), "workspace")
    refuse_errors(checked.problems)
    return shaped({**checked.value, "folder": folder}, Workspace)


def load_contents(workspace: Workspace) -> Contents:
    """Inventory, profile and catalogues. Raises Refused with all that is wrong in them."""
    folder = workspace.folder
    systems, people = load_files(
        folder / "inventory", (folder / "inventory").as_posix()
    )
    inventory, of_inventory = read_inventory(systems, people)
    found = used(workspace.catalogues, folder)
    problems = [*of_inventory, *found.problems]
    if found.complete:
        problems += check_profile(found.file, found.profile, found.catalogues)
    refuse_errors(problems)
    applied = resolve(found.catalogues, found.profile)
    problems += _cross_checks(workspace, inventory, systems, applied)
    refuse_errors(problems)
    return Contents(
        workspace,
        inventory,
        found.profile,
        found.catalogues,
        applied,
        tuple(sorted(problems)),
    )


def _cross_checks(
    workspace: Workspace,
    inventory: Inventory,
    systems: Checked,
    applied: tuple[Applied, ...],
) -> Iterator[Problem]:
    file = workspace.folder / FILE
    told = load(file, str(file), "workspace")
    yield from _areas(told, workspace, inventory)
    yield from _uncounted(systems, inventory, applied)
    yield from _named_controls(told, workspace, applied)
    yield from _unique(told, applied)
    yield from _provides(systems, inventory, applied)


def _areas(
    checked: Checked, workspace: Workspace, inventory: Inventory
) -> Iterator[Problem]:
    people = {person.id for person in inventory.people}
    for index, area in enumerate(workspace.areas):
        if area.person not in people and checked.document:
            message = _("there is no person '{id}' in people.yaml")
            keys = ("areas", index, "person")
            text = message.format(id=area.person)
            yield checked.document.problem("unknown-id", text, keys)
    if checked.document:
        yield from _areas_twice(checked.document, workspace.areas)


def _areas_twice(document: Document, areas: tuple[Area, ...]) -> Iterator[Problem]:
    """What two areas say, so that only the first of them would be heard."""
    seen: dict[tuple[str, object], str] = {}
    for index, area in enumerate(areas):
        bare = not area.controls and not area.employees
        said: list[tuple[str, object, tuple[str | int, ...]]] = [
            ("id", area.id, ("id",)),
            *(("control", c, ("controls", n)) for n, c in enumerate(area.controls)),
            *([("employees", True, ("employees",))] if area.employees else []),
            *([("rest", True, ("id",))] if bare else []),
        ]
        for what, value, keys in said:
            if (what, value) in seen:
                message = _(
                    "the area '{id}' covers this already; remove it from one of them"
                )
                text = message.format(id=seen[what, value])
                at = ("areas", index, *keys)
                yield document.problem("duplicate-area", text, at)
            seen.setdefault((what, value), area.id)


def _uncounted(
    checked: Checked, inventory: Inventory, applied: tuple[Applied, ...]
) -> Iterator[Problem]:
    """Employees are counted in departments: without any, nobody can."""
    asked = any(a.applies and "employees" in a.control.questions for a in applied)
    if asked and inventory.systems and not inventory.departments and checked.document:
        message = _(
            "there are no departments in people.yaml: what employees answer cannot be counted"
        )
        yield checked.document.problem("no-departments", message, (), warning=True)


def _named_controls(
    checked: Checked, workspace: Workspace, applied: tuple[Applied, ...]
) -> Iterator[Problem]:
    ids = [f"{a.control.id}." for a in applied]
    for index, area in enumerate(workspace.areas):
        for position, name in enumerate(area.controls):
            if checked.document and not any(id.startswith(f"{name}.") for id in ids):
                message = _("no control is, or begins with, '{id}'").format(id=name)
                keys = ("areas", index, "controls", position)
                yield checked.document.problem("unknown-control", message, keys)


def _unique(checked: Checked, applied: tuple[Applied, ...]) -> Iterator[Problem]:
    counts = Counter(a.control.id for a in applied)
    for id in (id for id, count in counts.items() if count > 1):
        message = _("two catalogues have a control '{id}'").format(id=id)
        if checked.document:
            yield checked.document.problem("duplicate-id", message, ("catalogues",))


def _provides(
    checked: Checked, inventory: Inventory, applied: tuple[Applied, ...]
) -> Iterator[Problem]:
    inheritable = {a.control.id for a in applied if a.control.inheritable}
    for index, system in enumerate(inventory.systems):
        if system.provides and system.owner is None and checked.document:
            message = _(
                "nobody owns this common service: its questions stand unanswered"
            )
            yield checked.document.problem(
                "service-without-owner", message, ("systems", index, "id"), warning=True
            )
        for position, control in enumerate(system.provides):
            if control in inheritable or checked.document is None:
                continue
            message = _("'{id}' is not a control that a common service may answer for")
            keys = ("systems", index, "provides", position)
            text = message.format(id=control)
            yield checked.document.problem("not-inheritable", text, keys)
