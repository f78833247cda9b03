"""A catalogue in its files."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from secaudit.bundled import bundled
from secaudit.catalogue.model import Catalogue, Control, Kind, control_order
from secaudit.language import _, later
from secaudit.problems import Problem, Refused, errors
from secaudit.validation import load, shaped, used_twice
from secaudit.yamlfile import Document, Part

_FACTS = later("only a question to systems can depend on facts")
_TECHNICAL = later("only a question to systems can go to operations or be inherited")
_LEVELS = later("only a question to the organisation has levels")
_ONLY_OF: tuple[tuple[str, Kind, str], ...] = (
    ("when", "system", _FACTS),
    ("dated_by", "system", _FACTS),
    ("answered_by", "system", _TECHNICAL),
    ("inheritable", "system", _TECHNICAL),
    ("levels", "organisation", _LEVELS),
)
"""A field of a question, the only kind of subject whose question can have it, and why."""
_UNSAID: tuple[object, ...] = ({}, None, False, "owner")
"""What such a field holds where nothing is said."""


@dataclass(frozen=True)
class WrittenControl(Part):
    """A control, and where it is written."""

    control: Control


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


def load_named(name: str, workspace: Path | None = None) -> Loaded:
    """The catalogue `name`: a folder of the workspace, or one that is shipped.

    Its problems show a path that can be opened, if it is one's own. Raises Refused if there
    is none.
    """
    own = workspace / name if workspace else None
    if own and (own / "catalogue.yaml").is_file():
        return load_catalogue(own, own.as_posix())
    folder = bundled("controls") / name
    if not (folder / "catalogue.yaml").is_file():
        sentence = _("there is no catalogue '{name}'; shipped are: {names}")
        raise Refused(sentence.format(name=name, names=", ".join(shipped())))
    return load_catalogue(folder, name)


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
    problems = (*head.problems, *(p for part in parts for p in part.problems))
    if head.document is None or errors(problems):
        return Loaded(None, head.document, (), problems)
    catalogue = shaped({**head.value, "controls": ()}, Catalogue)
    written = tuple(
        WrittenControl(part.document, (index,), shaped(entry, Control))
        for part in parts
        for index, entry in enumerate(part.value)
        if part.document
    )
    themes = [theme.id for theme in catalogue.themes]
    problems += tuple(used_twice(head.document, "themes", themes))
    no_theme = _("there is no theme '{id}' in catalogue.yaml")
    problems += tuple(unfit(written, themes, no_theme))
    ordered = sorted((o.control for o in written), key=lambda c: control_order(c.id))
    built = None if errors(problems) else replace(catalogue, controls=tuple(ordered))
    return Loaded(built, head.document, written, problems)


def unfit(
    written: Iterable[WrittenControl],
    themes: Collection[str],
    no_theme: str,
    taken: Iterable[str] = (),
) -> Iterator[Problem]:
    """What keeps controls out of a catalogue with these themes.

    `no_theme` is the sentence for one of another theme; `taken` are ids of other controls.
    """
    seen = set(taken)
    for one in written:
        id, theme = one.control.id, one.control.theme
        if id in seen:
            message = _("the id '{id}' is used twice")
            yield one.problem("duplicate-id", message, "id", id=id)
        if theme not in themes:
            yield one.problem("unknown-theme", no_theme, "theme", id=theme)
        yield from _misplaced(one)
        seen.add(id)


def not_inheritable(
    part: Part, ids: Iterable[str], controls: Iterable[Control]
) -> Iterator[Problem]:
    """Those of the ids listed in `part` of which no common service may answer for a control."""
    inheritable = {control.id for control in controls if control.inheritable}
    for position, id in enumerate(ids):
        if id not in inheritable:
            message = _("'{id}' is not a control that a common service may answer for")
            yield part.problem("not-inheritable", message, position, id=id)


def _misplaced(one: WrittenControl) -> Iterator[Problem]:
    """What a question says that only one to systems, or to the organisation, can say."""
    for kind, question in one.control.questions.items():
        for field, only, message in _ONLY_OF:
            if kind != only and getattr(question, field) not in _UNSAID:
                at = ("questions", kind, field)
                yield one.problem("misplaced-condition", _(message), *at)
