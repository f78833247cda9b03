"""The catalogues that a workspace uses, or all that are shipped."""

from typing import Any

from secaudit.catalogue import Catalogue, find, load_catalogue, shipped
from secaudit.problems import refuse_errors
from secaudit.validation import plain
from secaudit.workspace import Workspace


def catalogues(workspace: Workspace | None) -> tuple[Catalogue, ...]:
    """The catalogues, every one of them right. Raises Refused with all that is wrong."""
    names = workspace.catalogues if workspace else shipped()
    folder = workspace.folder if workspace else None
    loaded = [load_catalogue(find(name, folder)) for name in names]
    refuse_errors(problem for _catalogue, found in loaded for problem in found)
    return tuple(catalogue for catalogue, _found in loaded if catalogue)


def as_json(found: tuple[Catalogue, ...]) -> dict[str, Any]:
    """The catalogues as `catalogue list --format json` shows them."""
    return {"catalogues": [_whole(catalogue) for catalogue in found]}


def _whole(catalogue: Catalogue) -> dict[str, Any]:
    shown: dict[str, Any] = plain(catalogue)
    for control in shown.get("controls", ()):
        control.setdefault("references", {})
        control.setdefault("questions", {})
    return shown
