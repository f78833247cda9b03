"""The profile: which controls apply here and why, targets, cycle, and who may accept what."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from secaudit.catalogue import (
    Catalogue,
    Control,
    Kind,
    Question,
    Text,
    Texts,
    WrittenControl,
    control_order,
    misplaced,
)
from secaudit.language import _
from secaudit.problems import Problem
from secaudit.validation import Checked, load, shaped
from secaudit.yamlfile import Document


@dataclass(frozen=True)
class Applicability:
    """Whether a control, or a whole theme, applies here, and why (ISO 27001 6.1.3 d)."""

    reason: str
    applies: bool = True


@dataclass(frozen=True)
class Targets:
    """What the organisation aims at."""

    met: int | None = None
    """Per cent met of all; None where no target is set."""
    maturity: int = 3
    """Of 0-5; an answer at or above it is met."""
    employees: int = 100
    """Per cent of the employees asked; where as many are met, the answer is met."""


@dataclass(frozen=True)
class Classes:
    """The lowest priority of class A and of class B; what is below is C."""

    a: int = 18
    b: int = 8


@dataclass(frozen=True)
class Limits:
    """The most that one person is to be asked in one go; None is no limit."""

    questions: int | None = None
    minutes: int | None = None


@dataclass(frozen=True)
class Wording:
    """What a question says here instead of what its catalogue says."""

    text: Text | None = None
    guidance: Text | None = None
    evidence: Texts | None = None

    @property
    def said(self) -> dict[str, Any]:
        """The parts that it says, by name."""
        every = {name: getattr(self, name) for name in ("text", "guidance", "evidence")}
        return {name: part for name, part in every.items() if part is not None}

    def put(self, question: Question) -> Question:
        """The question, in these words."""
        return replace(question, **self.said)


CYCLE = {"society-critical": 1, "business-critical": 1, "other": 3}


@dataclass(frozen=True)
class Profile:
    """This organisation's tailoring of its catalogues."""

    applicability: dict[str, Applicability] = field(default_factory=dict)
    """By control id, or by theme id for all its controls."""
    targets: Targets = Targets()
    cycle: dict[str, int] = field(default_factory=dict)
    """Years between two full rounds, by criticality."""
    acceptance: dict[str, str] = field(default_factory=dict)
    """The role that may accept a gap, by criticality."""
    classes: Classes = Classes()
    limits: Limits = Limits()
    controls: tuple[Control, ...] = ()
    """Local controls."""
    questions: dict[str, dict[Kind, Wording]] = field(default_factory=dict)
    """By control id: questions in this organisation's own words."""

    def deciding(self, control: Control) -> str | None:
        """The id under which it is said whether `control` applies: its own, or its theme's."""
        ids = (control.id, control.theme)
        return next((id for id in ids if id in self.applicability), None)

    def years(self, criticality: str | None) -> int:
        """Years that an answer stands for a system of `criticality`; unknown asks each year."""
        return {**CYCLE, **self.cycle}.get(criticality or "", 1)


@dataclass(frozen=True)
class Applied:
    """A control as it applies here."""

    control: Control
    applies: bool = True
    reason: str = ""


def load_file(path: Path, shown: str) -> Checked:
    """The file at `path`; nothing, and nothing wrong, if there is no such file."""
    return load(path, shown, "profile") if path.is_file() else Checked(None, None, ())


def read_profile(file: Checked) -> Profile:
    """The profile in its file; the default one where there is none, or where it is wrong."""
    return Profile() if file.value is None else shaped(file.value, Profile)


def check_profile(
    file: Checked, profile: Profile, catalogues: tuple[Catalogue, ...]
) -> Iterator[Problem]:
    """What the profile says of controls and themes that no catalogue has."""
    document = file.document
    if document is None or file.value is None:
        return
    known = {c.id for cat in catalogues for c in cat.controls}
    themes = {t.id for cat in catalogues for t in cat.themes}
    own = [c.id for c in profile.controls]
    for id in profile.applicability:
        if id not in known | themes | set(own):
            message = _("there is no control or theme '{id}'").format(id=id)
            keys = ("applicability", id)
            yield document.problem("unknown-control", message, keys, at_key=True)
    yield from _reworded(document, profile, catalogues)
    yield from _chosen_away(document, profile, catalogues)
    for index, control in enumerate(profile.controls):
        at = ("controls", index)
        yield from misplaced(WrittenControl(control, document, at))
        if control.id in known | themes or control.id in own[:index]:
            message = _("the id '{id}' is used twice").format(id=control.id)
            yield document.problem("duplicate-id", message, (*at, "id"))
        if control.theme not in themes:
            message = _("there is no theme '{id}' in any catalogue")
            text = message.format(id=control.theme)
            yield document.problem("unknown-theme", text, (*at, "theme"))


def _reworded(
    document: Document, profile: Profile, catalogues: tuple[Catalogue, ...]
) -> Iterator[Problem]:
    controls = {c.id: c for cat in catalogues for c in cat.controls}
    for id, kinds in profile.questions.items():
        keys = ("questions", id)
        if id not in controls:
            message = _("no catalogue has a control '{id}'").format(id=id)
            yield document.problem("unknown-control", message, keys, at_key=True)
            continue
        for kind in kinds:
            if kind not in controls[id].questions:
                message = _("'{id}' has no such question to reword").format(id=id)
                at = (*keys, kind)
                yield document.problem("unknown-question", message, at, at_key=True)


def _chosen_away(
    document: Document, profile: Profile, catalogues: tuple[Catalogue, ...]
) -> Iterator[Problem]:
    """Duties by law, and clauses of ISO 27001 (its clause 1), that are said not to apply."""
    for control in (c for catalogue in catalogues for c in catalogue.controls):
        id = profile.deciding(control)
        asked = control.questions.values()
        if id is None or profile.applicability[id].applies:
            continue
        if not any(question.legal or question.levels for question in asked):
            continue
        message = _("'{id}' is a duty by law, and cannot be chosen away")
        if not any(question.legal for question in asked):
            message = _("'{id}' is a clause of ISO 27001, and cannot be chosen away")
        yield document.problem(
            "chosen-away",
            message.format(id=control.id),
            ("applicability", id),
            at_key=True,
            warning=True,
        )


def local(file: Checked, profile: Profile) -> tuple[WrittenControl, ...]:
    """The local controls of the profile, and where they are written."""
    return tuple(
        WrittenControl(control, file.document, ("controls", index))
        for index, control in enumerate(profile.controls)
        if file.document
    )


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
    said = profile.applicability[id]
    return Applied(control, said.applies, said.reason)


def _in_own_words(control: Control, profile: Profile) -> Control:
    own = profile.questions.get(control.id, {})
    asked = {
        kind: own[kind].put(question) if kind in own else question
        for kind, question in control.questions.items()
    }
    return replace(control, questions=asked) if own else control
