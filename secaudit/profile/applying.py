"""The controls of the catalogues, as the profile tailors them."""

from dataclasses import dataclass, replace

from secaudit.catalogue import Catalogue, Control, control_order
from secaudit.profile.model import Profile


@dataclass(frozen=True)
class Applied:
    """A control as it applies here."""

    control: Control
    applies: bool = True
    reason: str = ""


def resolve(catalogues: tuple[Catalogue, ...], profile: Profile) -> tuple[Applied, ...]:
    """Every control of the catalogues and of the profile, as it applies here, in order."""
    controls = [c for catalogue in catalogues for c in catalogue.controls]
    ordered = sorted([*controls, *profile.controls], key=lambda c: control_order(c.id))
    return tuple(_apply(control, profile) for control in ordered)


def _apply(control: Control, profile: Profile) -> Applied:
    own = profile.questions.get(control.id, {})
    asked = {
        kind: own[kind].put(question) if kind in own else question
        for kind, question in control.questions.items()
    }
    worded, id = replace(control, questions=asked), profile.deciding(control)
    if id is None:
        return Applied(worded)
    decided = profile.applicability[id]
    return Applied(worded, decided.applies, decided.reason)
