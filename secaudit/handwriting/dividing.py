"""A file divided into its documents, whether or not `---` stands between them."""

import re
from collections.abc import Iterator
from functools import lru_cache

_FORM = re.compile("^form: secaudit/", re.MULTILINE)
_NO_CONTENT = re.compile("(?:[ \t]*(?:[#%][^\n]*)?\n)*")
_DIVIDER = re.compile(r"^(?=---(?:[ \t]|$))", re.MULTILINE)


@lru_cache(maxsize=2)  # the documents of a file ask one after another
def parts(text: str) -> tuple[tuple[str, int, int], ...]:
    """The text of each document, the number of lines above it, and that with its own."""
    found, above, start = list[tuple[str, int, int]](), 0, ""
    for part in (form for whole in _DIVIDER.split(text) for form in _forms(whole)):
        if not found and _NO_CONTENT.fullmatch(part):
            # help, or a directive, above the first
            start += part
            continue
        part, start = start + part, ""
        below = above + part.count("\n")
        if part.strip("- \t\n"):
            found.append((part, above, below if part.endswith("\n") else below + 1))
        above = below
    return tuple(found)


def _forms(part: str) -> Iterator[str]:
    """A part, divided where another form begins with its help."""
    if part.count("form: secaudit/") < 2:
        yield part
        return
    starts, last = [0], 0
    for found in list(_FORM.finditer(part))[1:]:
        starts.append(_begin(part, found.start(), last))
        last = found.end()
    ends = [*starts[1:], len(part)]
    yield from (part[start:end] for start, end in zip(starts, ends, strict=True))


def _begin(part: str, form: int, least: int) -> int:
    """Where the help above a form begins; it does not reach up to `least`."""
    begun = form
    while begun > least:
        above = part.rfind("\n", 0, begun - 1) + 1
        said = part[above:begun].strip()
        if above < least or (said and not said.startswith("#")):
            break
        begun = above
    return begun
