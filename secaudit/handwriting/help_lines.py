"""What somebody wrote on a form's lines of help, where nobody would read it."""

import re
from collections.abc import Iterator

from secaudit.handwriting.lines import LINES
from secaudit.handwriting.reading import parts
from secaudit.language import _
from secaudit.problems import Problem, problem_at
from secaudit.yamlfile import Document

_HELP = re.compile("^[ \t]*#+(.*)", re.MULTILINE)


def help_in(text: str) -> frozenset[str]:
    """What the lines of help in a form say."""
    return frozenset(" ".join(said.split()) for said in _HELP.findall(text))


def written_on_help(document: Document, known: frozenset[str]) -> Iterator[Problem]:
    """A problem for each line of a document that begins with `#` and is no help that is known.

    What somebody took away from the help, or how it is wrapped, is no matter. Above the answers
    only a line of help that goes on is told: another program may have written the others.
    """
    text, above = _own(document)
    if help_in(text) <= known:
        return
    whole, begun = " ".join(sorted(known)), False
    message = _(
        "nobody reads what is written on a line that begins with '#'; write it in "
        "'comment', or delete the line"
    )
    for number, line in enumerate(LINES.findall(text), above + 1):
        found = _HELP.match(line)
        begun = begun or line.startswith("answers")
        said = " ".join(found[1].split()) if found else ""
        if said and said not in whole and (begun or _goes_on(said, known)):
            place = number, len(line) - len(line.lstrip()) + 1
            yield problem_at(document.path, place, "help-line", message)


def _goes_on(said: str, known: frozenset[str]) -> bool:
    return any(len(help) > 20 and said.startswith(help) for help in known)


def _own(document: Document) -> tuple[str, int]:
    """The lines of a document in its text, and how many of its file stand above them."""
    line = document.place(())[0] - document.above
    for text, above, below in parts(document.text):
        if above < line <= below:
            return text, above + document.above
    return document.text, document.above
