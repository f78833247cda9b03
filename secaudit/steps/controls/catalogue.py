"""The catalogues that a workspace uses, or all that are shipped."""

from collections.abc import Iterator
from typing import Any

from secaudit.catalogue import Catalogue, Control, load_named, serves, shipped
from secaudit.language import _
from secaudit.lint import of_catalogues, of_control, of_words
from secaudit.problems import Problem, refuse_errors
from secaudit.profile import check_profile, local, resolve
from secaudit.tailoring import Used, used
from secaudit.validation import plain
from secaudit.workspace import Workspace


def tailored(workspace: Workspace | None) -> Used:
    """What the workspace uses; all that is shipped, as it stands, where there is none."""
    if workspace is None:
        return used(shipped())
    return used(workspace.catalogues, workspace.folder)


def catalogues(workspace: Workspace | None) -> tuple[Catalogue, ...]:
    """The catalogues, every one of them right. Raises Refused with all that is wrong."""
    found = tailored(workspace)
    refuse_errors(problem for read in found.loaded for problem in read.problems)
    return found.catalogues


def check(workspace: Workspace | None) -> tuple[Problem, ...]:
    """All that is wrong with the catalogues and with how they are tailored, sorted.

    A catalogue that does not load is told of alone: the rest would only repeat it.
    """
    found = tailored(workspace)
    problems = list(found.problems)
    if found.complete:
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
    silent = (a.control for a in applied if a.applies and not a.control.questions)
    for requirement in silent:
        serving = [a for a in applied if serves(a.control, requirement)]
        if not serving or any(a.applies for a in serving):
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
