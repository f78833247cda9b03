"""The rules for controls among each other."""

from collections.abc import Iterator, Sequence

from secaudit.catalogue import Catalogue, Control, Loaded, WrittenControl, serves
from secaudit.language import _
from secaudit.problems import Problem
from secaudit.yamlfile import Document, Keys


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
        yield from _empty_themes(catalogue, head, written)
        yield from _services(catalogue, head, written)


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
        ids: list[tuple[tuple[str, str], Keys]] = [
            (("catalogue", catalogue.id), ("id",)),
            *(
                (("theme", theme.id), ("themes", index, "id"))
                for index, theme in enumerate(catalogue.themes)
            ),
        ]
        for what, keys in ids:
            if what in seen:
                message = _("the id '{id}' is used twice")
                yield head.problem("duplicate-id", message, keys, id=what[1])
            seen.add(what)


def _unasked(
    written: Sequence[WrittenControl], beside: Sequence[Control]
) -> Iterator[Problem]:
    controls = (*(one.control for one in written), *beside)
    for one in (one for one in written if not one.control.questions):
        if not any(serves(other, one.control) for other in controls):
            message = _("nobody is asked about '{id}', and no control refers to it")
            yield one.problem("orphan-control", message, "id", id=one.control.id)


def _empty_themes(
    catalogue: Catalogue, head: Document, written: Sequence[WrittenControl]
) -> Iterator[Problem]:
    used = {one.control.theme for one in written}
    for index, theme in enumerate(catalogue.themes):
        if theme.id not in used:
            message, at = _("no control has the theme '{id}'"), ("themes", index, "id")
            yield head.problem("orphan-theme", message, at, id=theme.id)


def _services(
    catalogue: Catalogue, head: Document, written: Sequence[WrittenControl]
) -> Iterator[Problem]:
    inheritable = {one.control.id for one in written if one.control.inheritable}
    for index, service in enumerate(catalogue.services):
        for position, id in enumerate(service.controls):
            if id not in inheritable:
                message = _(
                    "'{id}' is not a control that a common service may answer for"
                )
                at = ("services", index, "controls", position)
                yield head.problem("not-inheritable", message, at, id=id)
