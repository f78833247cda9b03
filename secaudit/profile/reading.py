"""The profile in its file, held against the catalogues that it tailors."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from secaudit.catalogue import Catalogue, Control, WrittenControl, unfit
from secaudit.language import _
from secaudit.problems import Problem
from secaudit.profile.model import Profile
from secaudit.validation import Checked, load, shaped
from secaudit.yamlfile import Part


def load_file(path: Path, shown: str) -> Checked:
    """The file at `path`; nothing, and nothing wrong, if there is no such file."""
    return load(path, shown, "profile") if path.is_file() else Checked()


def read_profile(file: Checked) -> Profile:
    """The profile in its file; the default one where there is none, or where it is wrong."""
    return Profile() if file.value is None else shaped(file.value, Profile)


def local(file: Checked, profile: Profile) -> tuple[WrittenControl, ...]:
    """The local controls of the profile, and where they are written."""
    return tuple(
        WrittenControl(file.document, ("controls", index), control)
        for index, control in enumerate(profile.controls)
        if file.document
    )


def check_profile(
    file: Checked, profile: Profile, catalogues: tuple[Catalogue, ...]
) -> Iterator[Problem]:
    """What is wrong between the profile in `file` and the catalogues that it tailors."""
    document = file.document
    if document is None or file.value is None:
        return
    shared = [c for catalogue in catalogues for c in catalogue.controls]
    controls = {control.id: control for control in shared}
    themes = {theme.id for catalogue in catalogues for theme in catalogue.themes}
    known = controls.keys() | themes | {control.id for control in profile.controls}
    applicability = Part(document, ("applicability",))
    for id in (id for id in profile.applicability if id not in known):
        message = _("there is no control or theme '{id}'")
        yield applicability.problem("unknown-control", message, id, at_key=True, id=id)
    yield from _reworded(Part(document, ("questions",)), profile, controls)
    yield from _chosen_away(applicability, profile, shared)
    no_theme = _("there is no theme '{id}' in any catalogue")
    yield from unfit(local(file, profile), themes, no_theme, controls.keys() | themes)


def _reworded(
    part: Part, profile: Profile, controls: Mapping[str, Control]
) -> Iterator[Problem]:
    for id, kinds in profile.questions.items():
        if id not in controls:
            message = _("no catalogue has a control '{id}'")
            yield part.problem("unknown-control", message, id, at_key=True, id=id)
            continue
        for kind in (kind for kind in kinds if kind not in controls[id].questions):
            message = _("'{id}' has no such question to reword")
            code = "unknown-question"
            yield part.problem(code, message, id, kind, at_key=True, id=id)


def _chosen_away(
    part: Part, profile: Profile, controls: Iterable[Control]
) -> Iterator[Problem]:
    """Duties by law, and clauses of ISO 27001 (its clause 1), that are said not to apply."""
    for control in controls:
        id = profile.deciding(control)
        if id is None or profile.applicability[id].applies:
            continue
        asked = control.questions.values()
        if any(question.legal for question in asked):
            message = _("'{id}' is a duty by law, and cannot be chosen away")
        elif any(question.levels for question in asked):
            message = _("'{id}' is a clause of ISO 27001, and cannot be chosen away")
        else:
            continue
        yield part.problem(
            "chosen-away", message, id, at_key=True, warning=True, id=control.id
        )
