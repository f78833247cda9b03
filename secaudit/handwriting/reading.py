"""A returned file: decoded, its signs made plain, its documents read one by one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from secaudit.handwriting.decoding import decoded
from secaudit.handwriting.lines import LINES
from secaudit.handwriting.recovery import misplaced, recovered
from secaudit.handwriting.signs import cut_lines, plain_signs
from secaudit.problems import Problem, errors
from secaudit.yamlfile import MOST_BYTES, Document, Stream, parsed, too_large

_BEYOND = ("too-deep", "too-large")
_MOST = 2**20
"""Characters of a document whose slips are looked for one by one."""
_DIVIDER = re.compile(r"^(?=---(?:[ \t]|$))", re.MULTILINE)


def read(data: bytes, path: str) -> Stream:
    """The documents of a returned file. What was broken in one of them is told in all its
    places, and does not keep the others from being read."""
    if len(data) > MOST_BYTES:
        return too_large(path)
    text, told = decoded(data, path)
    if errors(told):
        return Stream(problems=told)
    plain, more = plain_signs(text, path)
    wrong = (*errors(more), *cut_lines(plain, path))
    stream = _documents(plain, path, wrong)
    rest = (p for p in more if p not in wrong)
    return Stream(stream.documents, (*told, *rest, *stream.problems), text)


def _documents(text: str, path: str, wrong: tuple[Problem, ...]) -> Stream:
    """The documents, with what is `wrong` with the text of each."""
    whole = parsed(text, path, by_hand=True)
    beyond = any(problem.code in _BEYOND for problem in whole.problems)
    right = whole.documents and not (wrong or any(map(misplaced, whole.documents)))
    if beyond or right:
        return whole
    documents: list[Document] = []
    broken: list[Problem] = []
    for chunk, above, below in parts(text):
        stream = _document(chunk, path, above)
        here = tuple(p for p in wrong if above < p.line <= below)
        documents += (
            replace(d, problems=tuple(sorted((*d.problems, *here))))
            for d in stream.documents
        )
        # a document that is nothing but comments is none
        broken += (p for p in stream.problems if p.code != "empty-file")
    return Stream(tuple(documents), tuple(broken)) if documents else whole


def parts(text: str) -> Iterator[tuple[str, int, int]]:
    """The text of each document, the number of lines above it, and that with its own."""
    above = 0
    for chunk in _DIVIDER.split(text):
        below = above + len(LINES.findall(chunk))
        if chunk.strip("- \t\r\n"):
            yield chunk, above, below
        above = below


def _document(text: str, path: str, above: int) -> Stream:
    stream = parsed(text, path, by_hand=True, above=above)
    if stream.documents and not any(map(misplaced, stream.documents)):
        return stream
    again = None if len(text) > _MOST else recovered(text, path, above)
    return Stream((again,)) if again else stream
