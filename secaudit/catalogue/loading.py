"""Catalogues in their files: which there are, and what is wrong in them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from secaudit.bundled import bundled
from secaudit.catalogue.model import Catalogue, Control, control_order
from secaudit.language import _
from secaudit.problems import Problem, Refused, errors
from secaudit.validation import Checked, load, shaped
from secaudit.yamlfile import Document, Keys


@dataclass(frozen=True)
class WrittenControl:
    """A control, and where it is written."""

    control: Control
    document: Document
    keys: Keys

    def problem(
        self, code: str, message: str, *keys: str | int, warning: bool = False
    ) -> Problem:
        """A problem at `keys` within the control."""
        at = (*self.keys, *keys)
        return self.document.problem(code, message, at, warning=warning)


@dataclass(frozen=True)
class Loaded:
    """A catalogue as it is written."""

    catalogue: Catalogue | None
    """None where its files are not right."""
    head: Document | None
    written: tuple[WrittenControl, ...]
    problems: tuple[Problem, ...]


def shipped() -> tuple[str, ...]:
    """The names of the catalogues that come with secaudit."""
    folders = bundled("controls").iterdir()
    return tuple(sorted(f.name for f in folders if (f / "catalogue.yaml").is_file()))


def find(name: str, workspace: Path | None = None) -> Path:
    """The folder of the catalogue `name`: a folder of the workspace, or one that is shipped."""
    local = workspace / name if workspace else None
    own = local is not None and (local / "catalogue.yaml").is_file()
    folder = local if local and own else bundled("controls") / name
    if not (folder / "catalogue.yaml").is_file():
        sentence = _("there is no catalogue '{name}'; shipped are: {names}")
        raise Refused(sentence.format(name=name, names=", ".join(shipped())))
    return folder


def load_named(name: str, workspace: Path | None = None) -> Loaded:
    """The catalogue `name`. Its problems show a path that can be opened, if it is one's own."""
    folder = find(name, workspace)
    own = workspace is not None and folder == workspace / name
    return load_catalogue(folder, folder.as_posix() if own else name)


def load_catalogue(folder: Path, shown: str = "") -> Loaded:
    """The catalogue in `folder`, with all that keeps it from being used.

    Problems name its files as if it lay in `shown`; by its own name, if that is empty.
    """
    shown = shown or folder.name
    head = load(folder / "catalogue.yaml", f"{shown}/catalogue.yaml", "catalogue")
    parts = [
        load(file, f"{shown}/{file.name}", "controls")
        for file in sorted(folder.glob("*.yaml"))
        if file.name != "catalogue.yaml"
    ]
    found = (*head.problems, *(p for part in parts for p in part.problems))
    if errors(found):
        return Loaded(None, head.document, (), found)
    catalogue = shaped({**head.value, "controls": ()}, Catalogue)
    written = tuple(one for part in parts for one in _written(part))
    found = (*found, *_themes(catalogue, head), *_cross_checks(catalogue, written))
    if errors(found):
        return Loaded(None, head.document, written, found)
    ordered = sorted((one.control for one in written), key=_in_order)
    built = replace(catalogue, controls=tuple(ordered))
    return Loaded(built, head.document, written, found)


def _written(part: Checked) -> Iterator[WrittenControl]:
    for index, entry in enumerate(part.value):
        if part.document:
            yield WrittenControl(shaped(entry, Control), part.document, (index,))


def _in_order(control: Control) -> tuple[tuple[int, int, str], ...]:
    return control_order(control.id)


def _themes(catalogue: Catalogue, head: Checked) -> Iterator[Problem]:
    ids = [theme.id for theme in catalogue.themes]
    for index, id in enumerate(ids):
        if id in ids[:index] and head.document:
            message = _("the id '{id}' is used twice").format(id=id)
            at = ("themes", index, "id")
            yield head.document.problem("duplicate-id", message, at)


def _cross_checks(
    catalogue: Catalogue, written: tuple[WrittenControl, ...]
) -> Iterator[Problem]:
    themes = {theme.id for theme in catalogue.themes}
    ids = [one.control.id for one in written]
    for index, one in enumerate(written):
        if one.control.id in ids[:index]:
            message = _("the id '{id}' is used twice").format(id=one.control.id)
            yield one.problem("duplicate-id", message, "id")
        if one.control.theme not in themes:
            message = _("there is no theme '{id}' in catalogue.yaml")
            text = message.format(id=one.control.theme)
            yield one.problem("unknown-theme", text, "theme")
        yield from misplaced(one)


def misplaced(one: WrittenControl) -> Iterator[Problem]:
    """What a question says that only one to systems, or to the organisation, can say."""
    facts = _("only a question to systems can depend on facts")
    technical = _("only a question to systems can go to operations or be inherited")
    levels = _("only a question to the organisation has levels")
    for kind, question in one.control.questions.items():
        said = {
            "when": facts if question.when else "",
            "dated_by": facts if question.dated_by else "",
            "answered_by": technical if question.answered_by == "operations" else "",
            "inheritable": technical if question.inheritable else "",
        }
        wrong = said if kind != "system" else {}
        if question.levels and kind != "organisation":
            wrong = {**wrong, "levels": levels}
        for field, message in wrong.items():
            if message:
                at = ("questions", kind, field)
                yield one.problem("misplaced-condition", message, *at)
