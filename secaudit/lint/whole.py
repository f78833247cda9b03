"""The rules for controls among each other."""

from collections.abc import Iterator, Sequence

from secaudit.catalogue import (
    Catalogue,
    Control,
    Loaded,
    WrittenControl,
    not_inheritable,
    serves,
)
from secaudit.language import _
from secaudit.problems import Problem
from secaudit.yamlfile import Document, Keys, Part


def of_catalogues(
    loaded: Sequence[Loaded],
    own: Sequence[WrittenControl] = (),
    beside: Sequence[Control] = (),
) -> Iterator[Problem]:
    """What is wrong between catalogues that are used together, with local controls.

    `beside` are controls that are not used here, but that answer for those that are.
    """
    shared = [one for each in loaded for one in each.written]
    written = [*shared, *own]
    yield from _twice(shared)
    heads = [(one.catalogue, one.head) for one in loaded if one.catalogue and one.head]
    yield from _heads_twice(heads)
    yield from _unasked(written, beside)
    for catalogue, head in heads:
        yield from _unanswered(catalogue, head, [one.control for one in written])


def _twice(written: Sequence[WrittenControl]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for one in written:
        path = seen.setdefault(one.control.id, one.document.path)
        if path != one.document.path:
            message, id = _("the id '{id}' is used in {path} too"), one.control.id
            yield one.problem("duplicate-id", message, "id", id=id, path=path)


def _heads_twice(heads: Sequence[tuple[Catalogue, Document]]) -> Iterator[Problem]:
    """Catalogues of one id, and themes of one id: what the profile says would hold for both."""
    seen: set[tuple[str, str]] = set()
    for catalogue, head in heads:
        places: dict[tuple[str, str], Keys] = {("catalogue", catalogue.id): ("id",)}
        for index, theme in enumerate(catalogue.themes):
            places["theme", theme.id] = ("themes", index, "id")
        for what in (what for what in places if what in seen):
            message = _("the id '{id}' is used twice")
            yield head.problem("duplicate-id", message, places[what], id=what[1])
        seen |= places.keys()


def _unasked(
    written: Sequence[WrittenControl], beside: Sequence[Control]
) -> Iterator[Problem]:
    controls = (*(one.control for one in written), *beside)
    for one in (one for one in written if not one.control.questions):
        if not any(serves(other, one.control) for other in controls):
            message = _("nobody is asked about '{id}', and no control refers to it")
            yield one.problem("orphan-control", message, "id", id=one.control.id)


def _unanswered(
    catalogue: Catalogue, head: Document, controls: Sequence[Control]
) -> Iterator[Problem]:
    """Themes without controls, and what services are said to answer for but may not."""
    used = {control.theme for control in controls}
    for index, theme in enumerate(catalogue.themes):
        if theme.id not in used:
            message, at = _("no control has the theme '{id}'"), ("themes", index, "id")
            yield head.problem("orphan-theme", message, at, id=theme.id)
    for index, service in enumerate(catalogue.services):
        part = Part(head, ("services", index, "controls"))
        yield from not_inheritable(part, service.controls, controls)
