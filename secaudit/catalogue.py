"""The catalogue: controls, and what each kind of subject is asked about them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from secaudit.bundled import bundled
from secaudit.language import Language, _, later
from secaudit.problems import Problem, Refused, errors
from secaudit.validation import Checked, load, shaped
from secaudit.yamlfile import Document

Kind = Literal["system", "owner", "organisation", "employees"]
KINDS: tuple[Kind, ...] = ("system", "owner", "organisation", "employees")
KIND_WORDS: dict[Kind, str] = {
    "system": later("system"),
    "owner": later("owner"),
    "organisation": later("organisation"),
    "employees": later("employees"),
}


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
    """Asked only if every fact named here has one of the values; an unknown fact asks."""
    core: bool = False
    """Asked every year, also in the years between two full rounds."""
    legal: bool = False
    """A duty by law (GDPR, NIS 2-loven)."""
    review_every_months: int | None = None
    evidence_required: bool = False
    not_applicable: Literal["free", "review", "never"] = "review"
    inheritable: bool = False
    """May be answered by a common service."""
    levels: Texts | None = None
    """A text for each maturity level 0-5; then the answer is a level."""


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
    objective: Text | None = None
    references: dict[str, tuple[str, ...]] = field(default_factory=dict)
    attributes: Attributes = Attributes()
    questions: dict[Kind, Question] = field(default_factory=dict)


@dataclass(frozen=True)
class Theme:
    """A group of controls, such as A.5."""

    id: str
    title: Text


@dataclass(frozen=True)
class Catalogue:
    """A named, versioned set of controls."""

    id: str
    version: str
    title: Text
    themes: tuple[Theme, ...]
    controls: tuple[Control, ...] = ()


def shipped() -> tuple[str, ...]:
    """The names of the catalogues that come with secaudit."""
    folders = bundled("controls").iterdir()
    return tuple(sorted(f.name for f in folders if (f / "catalogue.yaml").is_file()))


def find(name: str, workspace: Path | None = None) -> Path:
    """The folder of the catalogue `name`: a folder of the workspace, or one that is shipped."""
    local = workspace / name if workspace else None
    folder = local if local and local.is_dir() else bundled("controls") / name
    if not (folder / "catalogue.yaml").is_file():
        sentence = _("there is no catalogue '{name}'; shipped are: {names}")
        raise Refused(sentence.format(name=name, names=", ".join(shipped())))
    return folder


def load_catalogue(folder: Path) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """The catalogue in `folder`; None, with the problems, if it is not right."""
    head = load(folder / "catalogue.yaml", f"{folder.name}/catalogue.yaml", "catalogue")
    files = sorted(folder.glob("*.yaml"))
    parts = [
        load(file, f"{folder.name}/{file.name}", "controls")
        for file in files
        if file.name != "catalogue.yaml"
    ]
    found = (*head.problems, *(p for part in parts for p in part.problems))
    if errors(found):
        return None, found
    read = [(part, index, entry) for part in parts for index, entry in _entries(part)]
    controls = tuple(sorted((shaped(e, Control) for _p, _i, e in read), key=_in_order))
    catalogue = shaped({**head.value, "controls": ()}, Catalogue)
    found = (*found, *_themes(catalogue, head), *_cross_checks(catalogue, read))
    built = Catalogue(
        catalogue.id, catalogue.version, catalogue.title, catalogue.themes, controls
    )
    return None if errors(found) else built, found


def holds(when: Mapping[str, tuple[str | bool, ...]], facts: Mapping[str, Any]) -> bool:
    """Whether a question with the condition `when` is asked of a subject with `facts`.

    Every fact named must have one of its values; a fact that is unknown asks.
    """
    return all(
        name not in facts or bool(_values(facts[name]) & set(wanted))
        for name, wanted in when.items()
    )


def control_order(id: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts control ids as people count: A.5.9 before A.5.10."""
    parts = id.replace("-", ".").split(".")
    return tuple((0, int(p), "") if p.isdigit() else (1, 0, p) for p in parts)


def _in_order(control: Control) -> tuple[tuple[int, int, str], ...]:
    return control_order(control.id)


def _values(fact: Any) -> set[str | bool]:
    return set(fact) if isinstance(fact, list | tuple) else {fact}


def _entries(part: Checked) -> Iterator[tuple[int, Any]]:
    yield from enumerate(part.value)


def _themes(catalogue: Catalogue, head: Checked) -> Iterator[Problem]:
    ids = [theme.id for theme in catalogue.themes]
    for index, id in enumerate(ids):
        if id in ids[:index] and head.document:
            message = _("the id '{id}' is used twice").format(id=id)
            at = ("themes", index, "id")
            yield head.document.problem("duplicate-id", message, at)


def _cross_checks(
    catalogue: Catalogue, read: list[tuple[Checked, int, Any]]
) -> Iterator[Problem]:
    themes = {theme.id for theme in catalogue.themes}
    seen = Counter[str]()
    for part, index, entry in read:
        document = part.document
        if document is None:
            continue
        seen[entry["id"]] += 1
        if seen[entry["id"]] == 2:
            message = _("the id '{id}' is used twice").format(id=entry["id"])
            yield document.problem("duplicate-id", message, (index, "id"))
        if entry["theme"] not in themes:
            message = _("there is no theme '{id}' in catalogue.yaml")
            text = message.format(id=entry["theme"])
            yield document.problem("unknown-theme", text, (index, "theme"))
        yield from _conditions(document, index, entry)


def _conditions(document: Document, index: int, entry: Any) -> Iterator[Problem]:
    for kind, question in entry.get("questions", {}).items():
        at = (index, "questions", kind)
        if kind != "system" and "when" in question:
            message = _("only a question to systems can depend on facts")
            yield document.problem("misplaced-condition", message, (*at, "when"))
