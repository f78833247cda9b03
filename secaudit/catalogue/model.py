"""A catalogue as a value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from secaudit.language import Language, _, later

Kind = Literal["system", "owner", "organisation", "employees"]
KINDS: tuple[Kind, ...] = ("system", "owner", "organisation", "employees")
KIND_WORDS: dict[Kind, str] = {
    "system": later("system"),
    "owner": later("owner"),
    "organisation": later("organisation"),
    "employees": later("employees"),
}
"""What one subject of the kind is."""
_KIND_NAMES: dict[Kind, str] = {
    "system": later("IT systems"),
    "owner": later("System owners' own duties"),
    "organisation": later("The organisation"),
    "employees": later("Employees"),
}


def kind_name(kind: Kind) -> str:
    """What the subjects of a kind are called together, in the active language."""
    return _(_KIND_NAMES[kind])


GRADES: dict[Language, tuple[str, str, str]] = {
    "da": ("Opfyldt", "Delvist opfyldt", "Ikke opfyldt"),
    "en": ("Met", "Partially met", "Not met"),
}
"""The words before a colon that divide guidance into its three parts."""


@dataclass(frozen=True)
class Text:
    """A text in both languages."""

    da: str
    en: str

    def said(self, language: Language) -> str:
        """The text in `language`."""
        return self.da if language == "da" else self.en


@dataclass(frozen=True)
class Texts:
    """Several texts, in both languages."""

    da: tuple[str, ...]
    en: tuple[str, ...]

    def said(self, language: Language) -> tuple[str, ...]:
        """The texts in `language`."""
        return self.da if language == "da" else self.en


@dataclass(frozen=True)
class Question:
    """What one kind of subject is asked about one control."""

    text: Text
    guidance: Text
    evidence: Texts
    """Examples of what to point at."""
    answered_by: Literal["owner", "operations"] = "owner"
    when: dict[str, tuple[str | bool, ...]] = field(default_factory=dict)
    """Asked only if every fact named here has one of the values; an unknown fact asks.

    A part of a fact is named with a dot, such as `dpia.needed`; `common_service` is whether the
    system answers on behalf of others.
    """
    core: bool = False
    """Asked every year, also in the years between two full rounds."""
    legal: bool = False
    """A duty by law (GDPR, NIS 2-loven)."""
    review_every_months: int | None = None
    dated_by: str | None = None
    """The fact whose date the form shows as reviewed_on, to be confirmed."""
    evidence_required: bool = False
    not_applicable: Literal["free", "review", "never"] = "review"
    inheritable: bool = False
    """May be answered by a common service."""
    references: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The provisions that this question is about, where they are not all of the control's."""
    levels: Texts | None = None
    """A text for each maturity level 0-5; then the answer is a level."""


def holds(when: Mapping[str, tuple[str | bool, ...]], facts: Mapping[str, Any]) -> bool:
    """Whether a question with the condition `when` is asked of a subject with `facts`.

    Every fact named must have one of its values; a fact that is unknown asks.
    """
    return all(_allows(_known(name, facts), wanted) for name, wanted in when.items())


def _allows(known: Any, wanted: tuple[str | bool, ...]) -> bool:
    if isinstance(known, list | tuple):
        return bool(set(known) & set(wanted))
    return known is None or known in wanted


def _known(name: str, facts: Mapping[str, Any]) -> Any:
    """A fact, or a part of one (`dpia.needed`); None if it is unknown."""
    fact, _dot, part = name.partition(".")
    known = facts.get(fact)
    if part:
        known = known.get(part) if isinstance(known, Mapping) else None
    return known


@dataclass(frozen=True)
class Attributes:
    """The attributes that ISO/IEC 27002:2022 annex A gives a control."""

    type: tuple[str, ...] = ()
    properties: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Control:
    """One requirement of a catalogue."""

    id: str
    theme: str
    title: Text
    weight: int
    """1 minor, 2 normal, 3 major."""
    weight_reason: Text | None = None
    """Why it weighs most, where it does."""
    objective: Text | None = None
    references: dict[str, tuple[str, ...]] = field(default_factory=dict)
    attributes: Attributes = Attributes()
    questions: dict[Kind, Question] = field(default_factory=dict)

    @property
    def inheritable(self) -> bool:
        """Whether a common service may answer for it on behalf of a system."""
        question = self.questions.get("system")
        return question is not None and question.inheritable

    def referred(self, kind: Kind) -> dict[str, tuple[str, ...]]:
        """The provisions that its question to subjects of `kind` is about."""
        question = self.questions.get(kind)
        return (question.references if question else {}) or self.references


def serves(control: Control, requirement: Control, kind: Kind | None = None) -> bool:
    """Whether what is asked about `control` tells how `requirement` is met.

    So it is where a question, that to `kind` or any, refers to the same provision, or to a
    part of it (32(1)(b) to 32). A control without questions serves nothing.
    """
    kinds = [kind] if kind else list(control.questions)
    whole = requirement.references
    return any(_within(control.referred(k), whole) for k in kinds)


def _within(
    parts: Mapping[str, Sequence[str]], whole: Mapping[str, Sequence[str]]
) -> bool:
    """Whether one of the provisions is one of `whole`, or lies within it."""
    return any(
        part == provision or part.startswith((f"{provision}(", f"{provision}, "))
        for law, provisions in whole.items()
        for provision in provisions
        for part in parts.get(law, ())
    )


@dataclass(frozen=True)
class Theme:
    """A group of controls, such as A.5."""

    id: str
    title: Text


@dataclass(frozen=True)
class Service:
    """A common service as municipalities know it, such as backup."""

    id: str
    title: Text
    controls: tuple[str, ...]
    """What it may answer for on behalf of the systems that use it."""


@dataclass(frozen=True)
class Catalogue:
    """A named, versioned set of controls."""

    id: str
    version: str
    title: Text
    themes: tuple[Theme, ...]
    controls: tuple[Control, ...] = ()
    services: tuple[Service, ...] = ()


@cache
def control_order(id: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts control ids as people count: A.5.9 before A.5.10."""
    parts = id.replace("-", ".").split(".")
    return tuple((0, int(p), "") if p.isdigit() else (1, 0, p) for p in parts)
