"""A workspace in its files."""

from dataclasses import dataclass
from pathlib import Path

from secaudit.catalogue import Catalogue
from secaudit.inventory import Inventory, load_files, read_inventory
from secaudit.language import _
from secaudit.problems import Problem, WrongUsage, refuse_errors
from secaudit.profile import Applied, Profile, check_profile, resolve
from secaudit.tailoring import used
from secaudit.validation import load, shaped
from secaudit.workspace.across import across
from secaudit.workspace.model import Workspace

FILE = "secaudit.yaml"


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
    path = folder / FILE
    if not path.is_file():
        sentence = _("{folder} is not a workspace: it holds no secaudit.yaml")
        raise WrongUsage(sentence.format(folder=folder))
    checked = load(path, str(path), "workspace")
    refuse_errors(checked.problems)
    return shaped({**checked.value, "folder": folder}, Workspace)


def load_contents(workspace: Workspace) -> Contents:
    """Inventory, profile and catalogues. Raises Refused with all that is wrong in them."""
    path, folder = workspace.folder / FILE, workspace.folder / "inventory"
    systems, people = load_files(folder, folder.as_posix())
    inventory, of_inventory = read_inventory(systems, people)
    tailored = used(workspace.catalogues, workspace.folder)
    problems = [*of_inventory, *tailored.problems]
    if tailored.complete:
        problems += check_profile(tailored.file, tailored.profile, tailored.catalogues)
    refuse_errors(problems)
    applied = resolve(tailored.catalogues, tailored.profile)
    file = load(path, str(path), "workspace").document
    if file and systems.document:
        problems += across(workspace, file, inventory, systems.document, applied)
    refuse_errors(problems)
    return Contents(
        workspace=workspace,
        inventory=inventory,
        profile=tailored.profile,
        catalogues=tailored.catalogues,
        applied=applied,
        warnings=tuple(sorted(problems)),
    )
