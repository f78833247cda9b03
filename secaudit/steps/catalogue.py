"""The catalogues that a workspace uses, or all that are shipped."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from secaudit.catalogue import (
    Catalogue,
    Control,
    Loaded,
    Written,
    load_named,
    serves,
    shipped,
)
from secaudit.language import _
from secaudit.lint import of_catalogues, of_control, of_words
from secaudit.problems import Problem, refuse_errors
from secaudit.profile import (
    Profile,
    check_profile,
    load_file,
    local,
    read_profile,
    resolve,
)
from secaudit.validation import Checked, plain
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class Used:
    """The catalogues that are used, and how they are tailored, as they are written."""

    loaded: tuple[Loaded, ...]
    file: Checked
    """profile.yaml."""
    profile: Profile

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that keeps them from being used."""
        of_loaded = (problem for read in self.loaded for problem in read.problems)
        return (*of_loaded, *self.file.problems)

    @property
    def catalogues(self) -> tuple[Catalogue, ...]:
        """Those that load."""
        return tuple(read.catalogue for read in self.loaded if read.catalogue)

    @property
    def written(self) -> tuple[Written, ...]:
        """Every control, also the local ones, and where it is written."""
        of_loaded = (one for read in self.loaded for one in read.written)
        return (*of_loaded, *local(self.file, self.profile))


def used(workspace: Workspace | None) -> Used:
    """What the workspace uses; all that is shipped, as it stands, where there is none."""
    names = workspace.catalogues if workspace else shipped()
    folder = workspace.folder if workspace else None
    loaded = tuple(load_named(name, folder) for name in names)
    path = folder / "profile.yaml" if folder else None
    file = load_file(path, path.as_posix()) if path else Checked(None, None, ())
    return Used(loaded, file, read_profile(file))


def catalogues(workspace: Workspace | None) -> tuple[Catalogue, ...]:
    """The catalogues, every one of them right. Raises Refused with all that is wrong."""
    found = used(workspace)
    refuse_errors(problem for read in found.loaded for problem in read.problems)
    return found.catalogues


def check(workspace: Workspace | None) -> tuple[Problem, ...]:
    """All that is wrong with the catalogues and with how they are tailored, sorted.

    A catalogue that does not load is told of alone: the rest would only repeat it.
    """
    found = used(workspace)
    problems = list(found.problems)
    if len(found.catalogues) == len(found.loaded):
        own = local(found.file, found.profile)
        problems += check_profile(found.file, found.profile, found.catalogues)
        problems += of_catalogues(found.loaded, own, _beside(found))
        problems += (p for one in found.written for p in of_control(one))
        problems += _reworded(found)
        problems += _unanswered(found)
    return tuple(sorted(problems))


def _beside(found: Used) -> tuple[Control, ...]:
    """The controls of shipped catalogues that are not used: one is made to stand by the others."""
    names = {catalogue.id for catalogue in found.catalogues}
    if not names & set(shipped()):
        return ()
    others = (load_named(n).catalogue for n in shipped() if n not in names)
    return tuple(control for other in others if other for control in other.controls)


def _unanswered(found: Used) -> Iterator[Problem]:
    """Requirements that lose their last answer by what the profile takes out."""
    document = found.file.document
    applied = resolve(found.catalogues, found.profile)
    for requirement in (a.control for a in applied if a.applies):
        serving = [a for a in applied if serves(a.control, requirement)]
        if requirement.questions or not serving or any(a.applies for a in serving):
            continue
        sentence = _("nothing answers for '{id}' when {controls} do not apply")
        ids = ", ".join(a.control.id for a in serving)
        message = sentence.format(id=requirement.id, controls=ids)
        id = found.profile.deciding(serving[0].control)
        if document and id:
            keys = ("applicability", id)
            yield document.problem("unanswered-requirement", message, keys, at_key=True)


def _reworded(found: Used) -> Iterator[Problem]:
    """What is wrong with questions in this organisation's own words."""
    controls = {c.id: c for catalogue in found.catalogues for c in catalogue.controls}
    for id, kinds in found.profile.questions.items():
        for kind, wording in kinds.items():
            asked = controls[id].questions.get(kind) if id in controls else None
            if asked and found.file.document:
                keys = ("questions", id, kind)
                new = wording.put(asked)
                yield from of_words(new, found.file.document, keys, wording.said)


def as_json(found: tuple[Catalogue, ...]) -> dict[str, Any]:
    """The catalogues as `catalogue list --format json` shows them."""
    return {"catalogues": [_whole(catalogue) for catalogue in found]}


def _whole(catalogue: Catalogue) -> dict[str, Any]:
    shown: dict[str, Any] = plain(catalogue)
    for control in shown.get("controls", ()):
        control.setdefault("references", {})
        control.setdefault("questions", {})
    return shown
