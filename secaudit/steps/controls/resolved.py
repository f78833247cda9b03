"""One control as it applies here, and where each part of it was written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from secaudit.catalogue import Catalogue, WrittenControl, serves
from secaudit.language import _
from secaudit.problems import WrongUsage, refuse_errors
from secaudit.profile import Applied, Profile, resolve
from secaudit.steps.controls.catalogue import tailored
from secaudit.tailoring import Used
from secaudit.validation import did_you_mean, plain, whole
from secaudit.workspace import Workspace
from secaudit.yamlfile import Document, Keys


@dataclass(frozen=True)
class Resolved:
    """A control as it applies here."""

    applied: Applied
    catalogue: str
    """Id and version of its catalogue; nothing for a local control."""
    profile: Profile
    places: dict[str, str]
    """Where a part is written (file:line): `control`, `applicability`, `targets.NAME`, and
    `questions.KIND.PART` where the profile says it in its own words."""
    serves: tuple[str, ...]
    """The requirements of laws that it answers for."""
    served_by: tuple[str, ...]
    """The controls that answer for it."""


def resolved(workspace: Workspace | None, id: str) -> Resolved:
    """The control `id`. Raises WrongUsage if there is none, Refused if a file is wrong."""
    found = tailored(workspace)
    refuse_errors(found.problems)
    written = {one.control.id: one for one in found.written}
    if id not in written:
        message = _("there is no control '{id}'").format(id=id)
        raise WrongUsage(message + did_you_mean(id.upper(), written))
    applied = {a.control.id: a for a in resolve(found.catalogues, found.profile)}
    control = applied[id].control
    others = [a.control for a in applied.values() if a.applies and a.control.id != id]
    return Resolved(
        applied=applied[id],
        catalogue=_named(found.catalogues, id),
        profile=found.profile,
        places=dict(_places(written[id], found)),
        serves=tuple(c.id for c in others if not c.questions and serves(control, c)),
        served_by=tuple(c.id for c in others if serves(c, control)),
    )


def as_json(found: Resolved) -> dict[str, Any]:
    """The control as `catalogue show --format json` shows it."""
    shown: dict[str, Any] = {"references": {}, "questions": {}}
    shown |= plain(found.applied.control)
    return {
        "control": shown,
        "catalogue": found.catalogue,
        "applies": found.applied.applies,
        "reason": found.applied.reason,
        "targets": whole(found.profile.targets),
        "serves": list(found.serves),
        "served_by": list(found.served_by),
        "from": found.places,
    }


def _named(catalogues: tuple[Catalogue, ...], id: str) -> str:
    """The catalogue that has the control, and its version."""
    having = (c for c in catalogues if any(control.id == id for control in c.controls))
    return next((f"{c.id} {c.version}" for c in having), "")


def _places(one: WrittenControl, found: Used) -> Iterator[tuple[str, str]]:
    yield "control", _place(one.document, one.keys)
    document, profile = found.file.document, found.profile
    if document is None:
        return
    if id := profile.deciding(one.control):
        yield "applicability", _place(document, ("applicability", id))
    for target in ("maturity", "employees"):
        if document.has(("targets", target)):
            yield f"targets.{target}", _place(document, ("targets", target))
    for kind, wording in profile.questions.get(one.control.id, {}).items():
        for part in wording.said:
            keys = ("questions", one.control.id, kind, part)
            yield f"questions.{kind}.{part}", _place(document, keys)


def _place(document: Document, keys: Keys) -> str:
    line, _column = document.place(keys, at_key=True)
    return f"{document.path}:{line}"
