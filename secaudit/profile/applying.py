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
    id = profile.deciding(control)
    control = _in_own_words(control, profile)
    if id is None:
        return Applied(control)
    decided = profile.applicability[id]
    return Applied(control, decided.applies, decided.reason)


def _in_own_words(control: Control, profile: Profile) -> Control:
    own = profile.questions.get(control.id, {})
    asked = {
        kind: own[kind].put(question) if kind in own else question
        for kind, question in control.questions.items()
    }
    return replace(control, questions=asked) if own else control
