"""The rules for controls among each other."""

from collections.abc import Iterator, Sequence

from secaudit.catalogue import Control, Loaded, WrittenControl, serves
from secaudit.language import _
from secaudit.problems import Problem
from secaudit.yamlfile import Keys


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
    yield from _heads_twice(loaded)
    yield from _unasked(written, beside)
    for each in loaded:
        yield from _empty_themes(each, written)
        yield from _services(each, written)


def _twice(written: Sequence[WrittenControl]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for one in written:
        path = seen.setdefault(one.control.id, one.document.path)
        if path != one.document.path:
            message, id = _("the id '{id}' is used in {path} too"), one.control.id
            yield one.problem("duplicate-id", message, "id", id=id, path=path)


def _heads_twice(loaded: Sequence[Loaded]) -> Iterator[Problem]:
    """Catalogues of one id, and themes of one id: what the profile says would hold for both."""
    seen: set[tuple[str, str]] = set()
    for each in loaded:
        if each.catalogue is None or each.head is None:
            continue
        themes = enumerate(theme.id for theme in each.catalogue.themes)
        ids: list[tuple[tuple[str, str], Keys]] = [
            (("catalogue", each.catalogue.id), ("id",)),
            *((("theme", id), ("themes", index, "id")) for index, id in themes),
        ]
        for what, keys in ids:
            if what in seen:
                message = _("the id '{id}' is used twice")
                yield each.head.problem("duplicate-id", message, keys, id=what[1])
            seen.add(what)


def _unasked(
    written: Sequence[WrittenControl], beside: Sequence[Control]
) -> Iterator[Problem]:
    controls = (*(one.control for one in written), *beside)
    for one in (one for one in written if not one.control.questions):
        if not any(serves(other, one.control) for other in controls):
            message = _("nobody is asked about '{id}', and no control refers to it")
            yield one.problem("orphan-control", message, "id", id=one.control.id)


def _empty_themes(each: Loaded, written: Sequence[WrittenControl]) -> Iterator[Problem]:
    used = {one.control.theme for one in written}
    themes = each.catalogue.themes if each.catalogue else ()
    for index, theme in enumerate(themes):
        if theme.id not in used and each.head:
            message, at = _("no control has the theme '{id}'"), ("themes", index, "id")
            yield each.head.problem("orphan-theme", message, at, id=theme.id)


def _services(each: Loaded, written: Sequence[WrittenControl]) -> Iterator[Problem]:
    inheritable = {one.control.id for one in written if one.control.inheritable}
    services = each.catalogue.services if each.catalogue else ()
    for index, service in enumerate(services):
        for position, id in enumerate(service.controls):
            if id not in inheritable and each.head:
                message = _(
                    "'{id}' is not a control that a common service may answer for"
                )
                at = ("services", index, "controls", position)
                yield each.head.problem("not-inheritable", message, at, id=id)
